import { HearsayError } from '../base/error.ts';
import { shown } from './address.ts';

/** The time that a fetch has: all together, between bytes, and until somebody stops it. */
export interface Limits {
  readonly signal: AbortSignal;
  /** Says that something came. */
  readonly alive: () => void;
  /** Does what takes time that the server isn't to blame for: the clocks stand still. */
  readonly aside: (work: () => Promise<void>) => Promise<void>;
  /** Why the signal fired, as an error to throw; `null` while it hasn't. */
  readonly reason: () => HearsayError | null;
  /** Stops the clocks. */
  readonly end: () => void;
}

/** Starts the clocks of a fetch; times are in milliseconds. */
export function limited(url: string, total: number, idle: number, stop?: AbortSignal): Limits {
  const control = new AbortController();
  const fail = (what: string, next: string): void =>
    control.abort(new HearsayError('network', `${shown(url)} is not captured: ${what}; ${next}`));
  const later = 'try again later, or save the page by hand and add the file';
  const stopped = (): void => fail('it was stopped', 'add it again to go on');
  let left = total;
  let since = performance.now();
  let whole: NodeJS.Timeout | undefined;
  let pause: NodeJS.Timeout | undefined;
  const halt = (): void => {
    left -= performance.now() - since;
    clearTimeout(whole);
    clearTimeout(pause);
  };
  const go = (): void => {
    since = performance.now();
    whole = setTimeout(() => fail(`it took longer than ${total / 1000} s`, later), Math.max(0, left));
    pause = setTimeout(() => fail(`nothing came for ${idle / 1000} s`, later), idle);
  };
  go();
  if (stop?.aborted) stopped();
  stop?.addEventListener('abort', stopped, { once: true });
  return {
    signal: control.signal,
    alive: () => void pause?.refresh(),
    aside: async (work) => {
      halt();
      await work();
      go();
    },
    reason: () => (control.signal.reason instanceof HearsayError ? control.signal.reason : null),
    end: () => {
      halt();
      stop?.removeEventListener('abort', stopped);
    },
  };
}

/** What comes of work, or the reason of a signal where that fires first. */
export async function until<T>(work: Promise<T>, signal: AbortSignal): Promise<T> {
  let stop = (): void => undefined;
  const stopped = new Promise<never>((_, reject) => {
    stop = () => reject(signal.reason);
    if (signal.aborted) stop();
    signal.addEventListener('abort', stop, { once: true });
  });
  try {
    return await Promise.race([work, stopped]);
  } finally {
    signal.removeEventListener('abort', stop);
  }
}
