import { CLOCK, DAY, DAY_AND_CLOCK, format, TAGS } from '../parts/dates.ts';
import type { Tongue } from '../room.ts';

/** When something was out, as far as that is known; null where nothing is. */
export function outWords(published: string | null, tongue: Tongue): string | null {
  const time = Date.parse(published ?? '');
  if (!published || Number.isNaN(time)) return published;
  if (/T\d/u.test(published)) return format(tongue, 'full', DAY_AND_CLOCK).format(time);
  return /^\d{4}-\d{2}-\d{2}$/u.test(published)
    ? format(tongue, 'day', { ...DAY, timeZone: 'UTC' }).format(time)
    : published;
}

const HOUR = 3_600_000;

/** A mark on the axis: the day, and the hour where marks are closer than a day. */
export function markWords(at: number, step: number, tongue: Tongue): { readonly day: string; readonly clock: string } {
  const day = format(tongue, 'short', { day: 'numeric', month: 'short' }).format(at);
  const year = format(tongue, 'month', { month: 'short', year: 'numeric' }).format(at);
  const clock = step < 24 * HOUR ? format(tongue, 'clock', CLOCK).format(at) : '';
  return { day: step >= 28 * 24 * HOUR ? year : day, clock };
}

/** How long something took, in the largest unit that fits. */
export function lengthWords(ms: number, tongue: Tongue): string {
  const [unit, size] =
    ms >= 730 * 24 * HOUR
      ? (['year', 365 * 24 * HOUR] as const)
      : ms >= 60 * 24 * HOUR
        ? (['month', 30 * 24 * HOUR] as const)
        : ms >= 36 * HOUR
          ? (['day', 24 * HOUR] as const)
          : ms >= 1.5 * HOUR
            ? (['hour', HOUR] as const)
            : (['minute', 60_000] as const);
  return new Intl.NumberFormat(TAGS[tongue], { style: 'unit', unit, unitDisplay: 'long' }).format(
    Math.round(ms / size),
  );
}
