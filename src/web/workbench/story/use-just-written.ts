import { useEffect, useState } from 'preact/hooks';

/** Weighing a large case anew takes a while; after that long nobody waits for it any more. */
const LONGEST_MS = 60_000;

/** What was just written down and is not weighed yet: nothing is to be decided on it a second time. `state` is how it was. */
export function useJustWritten(state: string): readonly [ReadonlySet<string>, (key: string) => void] {
  const [keys, set] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    set(new Set());
  }, [state]);
  useEffect(() => {
    if (keys.size === 0) return;
    const wait = setTimeout(() => set(new Set()), LONGEST_MS);
    return () => clearTimeout(wait);
  }, [keys]);
  return [keys, (key) => set((before) => new Set([...before, key]))];
}
