import { useEffect, useRef, useState } from 'preact/hooks';

const AFTER_MS = 300;

/** A value that is at once what was typed, and is handed on when the typing rests. */
export function useDeferred(
  given: string,
  settled: (value: string) => void,
): readonly [string, (value: string) => void] {
  const [typed, set] = useState(given);
  const waiting = useRef<ReturnType<typeof setTimeout> | null>(null);
  const latest = useRef(settled);
  latest.current = settled;
  useEffect(() => {
    if (waiting.current === null) set(given);
  }, [given]);
  // Who has gone elsewhere is not called back by what was still to be handed on.
  useEffect(
    () => () => {
      if (waiting.current !== null) clearTimeout(waiting.current);
    },
    [],
  );
  const type = (value: string): void => {
    set(value);
    if (waiting.current !== null) clearTimeout(waiting.current);
    waiting.current = setTimeout(() => {
      waiting.current = null;
      latest.current(value);
    }, AFTER_MS);
  };
  return [typed, type];
}
