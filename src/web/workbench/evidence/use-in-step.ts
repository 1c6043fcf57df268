import type { RefObject } from 'preact';
import { useEffect } from 'preact/hooks';
import { type Anchor, inStep } from './in-step.ts';

/** While somebody scrolls one of the two texts in a box, the other follows by the passages that both have. */
export function useInStep(box: RefObject<HTMLElement | null>, isOn: boolean, of: unknown): void {
  useEffect(() => {
    const [left, right] = sidesOf(box.current);
    if (!isOn || !left || !right) return;
    const whole = box.current;
    // Only the side under the hand leads; the other one's scrolling is the echo.
    let leads: HTMLElement | null = null;
    const none = (): void => {
      leads = null;
    };
    const lead = ({ currentTarget }: Event): void => {
      leads = currentTarget === right ? right : left;
    };
    const follow = ({ currentTarget }: Event): void => {
      if (leads === null || currentTarget !== leads) return;
      const other = leads === left ? right : left;
      const middle = leads.clientHeight / 2;
      other.scrollTop = inStep(leads.scrollTop + middle, anchorsOf(leads, other)) - other.clientHeight / 2;
    };
    const leading = ['wheel', 'pointerdown', 'touchstart', 'focusin', 'keydown'] as const;
    whole?.addEventListener(BROUGHT, none);
    for (const side of [left, right]) {
      for (const kind of leading) side.addEventListener(kind, lead, { passive: true });
      side.addEventListener('scroll', follow, { passive: true });
    }
    return () => {
      whole?.removeEventListener(BROUGHT, none);
      for (const side of [left, right]) {
        for (const kind of leading) side.removeEventListener(kind, lead);
        side.removeEventListener('scroll', follow);
      }
    };
  }, [isOn, of]);
}

/** Passages may stand in another order on the other side: then nobody leads. */
const BROUGHT = 'evidence-brought';

/** Brings a passage to the middle of both sides at once, without moving the page more than it must. */
export function bringUp(box: HTMLElement | null, place: number): void {
  box?.dispatchEvent(new Event(BROUGHT));
  for (const side of sidesOf(box)) {
    const found = side.querySelector<HTMLElement>(`[data-passage="${place}"]`);
    if (found) side.scrollTop = topOf(found, side) - side.clientHeight / 3;
  }
  box?.scrollIntoView({ block: 'nearest' });
}

const sidesOf = (box: HTMLElement | null): readonly HTMLElement[] => [
  ...(box?.querySelectorAll<HTMLElement>('.evidence-side') ?? []),
];

const topOf = (one: HTMLElement, side: HTMLElement): number =>
  one.getBoundingClientRect().top - side.getBoundingClientRect().top + side.scrollTop;

function anchorsOf(leads: HTMLElement, other: HTMLElement): readonly Anchor[] {
  const there = new Map(
    [...other.querySelectorAll<HTMLElement>('[data-first]')].map((one) => [one.dataset['first'], topOf(one, other)]),
  );
  return [...leads.querySelectorAll<HTMLElement>('[data-first]')].flatMap((one) => {
    const place = there.get(one.dataset['first']);
    return place === undefined ? [] : [[topOf(one, leads), place] as const];
  });
}
