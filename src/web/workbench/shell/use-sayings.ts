import { useRef, useState } from 'preact/hooks';

/** Something said in the corner. */
export interface Saying {
  readonly id: number;
  readonly words: string;
  readonly tone: 'plain' | 'wrong';
  /** The event that can be taken back. */
  readonly seq: number | null;
}

const STAYS_MS = 7000;
const WRONG_STAYS_MS = 14_000;
const MOST = 3;

/** What is said in the corner: a few at a time, each for a while; what went wrong stays longer. */
export function useSayings() {
  const [all, set] = useState<readonly Saying[]>([]);
  const last = useRef(0);
  const drop = (id: number): void => set((known) => known.filter((one) => one.id !== id));
  const say = (words: string, tone: Saying['tone'] = 'plain', seq: number | null = null): void => {
    const id = ++last.current;
    set((known) => [...known, { id, words, tone, seq }].slice(-MOST));
    setTimeout(() => drop(id), tone === 'wrong' ? WRONG_STAYS_MS : STAYS_MS);
  };
  /** What was said of an event that is taken back is no longer to be pressed. */
  const forget = (seq: number): void => set((known) => known.filter((one) => one.seq !== seq));
  return { sayings: all, say, drop, forget };
}
