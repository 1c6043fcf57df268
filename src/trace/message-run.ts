import type { ScreenMessage } from '../capture/sighting.ts';

/** Two messages, one of each screen, that stand at the same place of the conversation. */
export interface Met {
  readonly left: number;
  readonly right: number;
  /** Whether they say the same, what a reader of pictures gets wrong aside. */
  readonly same: boolean;
}

/** Messages that people wrote, without the labels between them. */
export const written = (messages: readonly ScreenMessage[]): readonly ScreenMessage[] =>
  messages.filter((one) => one.side !== 'centre');

/**
 * The stretch that two screens of one conversation share: the offset at which most messages agree, and every message
 * that meets another there. Empty where fewer than two agree, or agreement is less than the half.
 */
export function sharedRun(left: readonly ScreenMessage[], right: readonly ScreenMessage[]): readonly Met[] {
  let best: readonly Met[] = [];
  let most = 0;
  for (let shift = 1 - right.length; shift < left.length; shift++) {
    const met: Met[] = [];
    for (let at = Math.max(0, shift); at < left.length && at - shift < right.length; at++) {
      const [a, b] = [left[at], right[at - shift]];
      if (a && b) met.push({ left: at, right: at - shift, same: a.side === b.side && sameWords(a.text, b.text) });
    }
    const agreed = met
      .filter((one) => one.same)
      .reduce((sum, one) => sum + Math.min(12, left[one.left]?.text.length ?? 0), 0);
    if (agreed > most) {
      most = agreed;
      best = met;
    }
  }
  const agreed = best.filter((one) => one.same).length;
  return agreed >= 2 && agreed * 2 > best.length ? best : [];
}

/**
 * Whether two readings of a message are one text: figures the same, and at most a letter in eight (one in a short
 * text) read otherwise. A changed figure is another text, however small.
 */
export function sameWords(a: string, b: string): boolean {
  const [x, y] = [folded(a), folded(b)];
  if (x === y) return x !== '';
  if (figuresOf(a) !== figuresOf(b)) return false;
  const most = Math.floor(Math.max(x.length, y.length) / 8);
  return most > 0 && distance(x, y, most) <= most;
}

/** The figures of a text with their points, in order: `4.2 18:05`. */
export const figuresOf = (text: string): string => (text.normalize('NFKC').match(/\d+(?:[.:,]\d+)*/gu) ?? []).join(' ');

/** Letters that readers of pictures mix up are folded into one. */
const folded = (text: string): string =>
  text
    .normalize('NFKC')
    .toLowerCase()
    .replaceAll(/[^\p{L}\p{N}.]/gu, '')
    .replaceAll(/\.(?!\d)|(?<!\d)\./gu, '')
    .replaceAll(/[il|]/gu, 'i');

/** Edit distance, given up beyond `most` (Ukkonen's band). */
function distance(a: string, b: string, most: number): number {
  if (Math.abs(a.length - b.length) > most) return most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const row = [i];
    for (let j = 1; j <= b.length; j++) {
      const change = (before[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1);
      row.push(Math.min(change, (before[j] ?? 0) + 1, (row[j - 1] ?? 0) + 1));
    }
    before = row;
  }
  return before[b.length] ?? most + 1;
}
