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

/** What a message met by its like, by another in its place, or by none, is worth. */
const OTHER = -3;
const NONE = -4;
/** Words beyond these make no message count more. */
const FULL = 12;

/**
 * The stretch that two screens of one conversation share: messages laid beside each other so that most agree, where
 * either may lack some (Needleman and Wunsch, 1970, ends free). Every message that meets another is given. Empty where
 * fewer than two agree, or agreement is less than the half. O(n·m) comparisons of words.
 */
export function sharedRun(left: readonly ScreenMessage[], right: readonly ScreenMessage[]): readonly Met[] {
  const same = left.map((a) => right.map((b) => a.side === b.side && sameWords(a.text, b.text)));
  const met = aligned(left, right, same);
  const steady = met.filter((one) => one.same);
  const [first, last] = [steady[0], steady.at(-1)];
  if (!first || !last) return [];
  // One message beyond the last that agrees may stand in its place; further ones say nothing.
  const near = met.filter((one) => one.left >= first.left - 1 && one.left <= last.left + 1);
  return steady.length >= 2 && steady.length * 2 > near.length ? near : [];
}

function aligned(
  left: readonly ScreenMessage[],
  right: readonly ScreenMessage[],
  same: readonly (readonly boolean[])[],
): readonly Met[] {
  const [n, m] = [left.length, right.length];
  const best = Array.from({ length: n + 1 }, () => new Float64Array(m + 1));
  const worth = (i: number, j: number): number => {
    if (same[i]?.[j]) return Math.max(3, Math.min(FULL, left[i]?.text.length ?? 0));
    return left[i]?.side === right[j]?.side ? OTHER : 2 * NONE;
  };
  const at = (i: number, j: number): number => best[i]?.[j] ?? 0;
  for (let i = 1; i <= n; i++) {
    const row = best[i];
    if (!row) continue;
    for (let j = 1; j <= m; j++) {
      const up = at(i - 1, j) + (j === m ? 0 : NONE);
      const back = at(i, j - 1) + (i === n ? 0 : NONE);
      row[j] = Math.max(at(i - 1, j - 1) + worth(i - 1, j - 1), up, back);
    }
  }
  const met: Met[] = [];
  for (let [i, j] = [n, m]; i > 0 && j > 0; ) {
    if (at(i, j) === at(i - 1, j - 1) + worth(i - 1, j - 1)) {
      met.push({ left: --i, right: --j, same: same[i]?.[j] === true });
    } else if (at(i, j) === at(i - 1, j) + (j === m ? 0 : NONE)) i--;
    else j--;
  }
  return met.reverse();
}

/** Messages of one screen that stand between two that meet, and meet none: their places in `mine`. */
export function unmet(met: readonly Met[], side: 'left' | 'right'): readonly { at: number; before: Met; after: Met }[] {
  const found: { at: number; before: Met; after: Met }[] = [];
  for (let k = 1; k < met.length; k++) {
    const [before, after] = [met[k - 1], met[k]];
    if (!before?.same || !after?.same) continue;
    for (let at = before[side] + 1; at < after[side]; at++) found.push({ at, before, after });
  }
  return found;
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
