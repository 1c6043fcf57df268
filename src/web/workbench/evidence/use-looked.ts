import { useState } from 'preact/hooks';

/**
 * Which statements of an item somebody has looked at, kept as long as the tab is open. That somebody found nothing wrong
 * moves nothing in the case, so no event tells of it.
 */
export function useLooked(item: string): readonly [ReadonlySet<string>, (id: string) => void] {
  const key = `hearsay-looked ${item}`;
  const [looked, set] = useState<ReadonlySet<string>>(() => kept(key));
  const look = (id: string): void =>
    set((before) => {
      const next = new Set([...before, id]);
      keep(key, next);
      return next;
    });
  return [looked, look];
}

function kept(key: string): ReadonlySet<string> {
  try {
    const ids: unknown = JSON.parse(sessionStorage.getItem(key) ?? '[]');
    return new Set(Array.isArray(ids) ? ids.filter((id) => typeof id === 'string') : []);
  } catch {
    return new Set();
  }
}

/** A store that is full or forbidden is no reason to stop: then it is remembered until the view is left. */
function keep(key: string, ids: ReadonlySet<string>): void {
  try {
    sessionStorage.setItem(key, JSON.stringify([...ids]));
  } catch {
    return;
  }
}
