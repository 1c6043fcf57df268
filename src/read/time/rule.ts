import type { Atom } from './atom.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

/** Whether words in lower case hold what a pattern can't do without. */
export type Need = (low: string) => boolean;

/** One way to say a time: where it stands, and what the found groups mean after what stands before (null: not a time after all). */
export interface Rule {
  readonly pattern: RegExp;
  /** What the words, in lower case, must hold somewhere: cheap to ask, so that most patterns need not run. */
  readonly needs: Need;
  readonly read: (groups: Groups, before: string) => Omit<Atom, 'start' | 'end'> | null;
}

/** Every atom that the rules find, none overlapping: the earlier one first, of two at one place the longer. */
export function readAtoms(words: string, rules: readonly Rule[]): readonly Atom[] {
  const low = words.toLowerCase();
  const known = new Map<Need, boolean>();
  const holds = (need: Need): boolean => {
    const found = known.get(need) ?? need(low);
    known.set(need, found);
    return found;
  };
  const found: Atom[] = [];
  for (const rule of rules) if (holds(rule.needs)) find(words, rule, found);
  return withoutOverlap(found);
}

/** Nothing is needed. */
export const always: Need = () => true;

/** A digit stands somewhere. */
export const digit: Need = (low) => /\d/.test(low);

/** One of the words, or of the beginnings of words, stands somewhere. */
export const has = (words: readonly string[]): Need => {
  return (low) => words.some((word) => low.includes(word));
};

/** Both needs are met. */
export const both = (one: Need, other: Need): Need => {
  return (low) => one(low) && other(low);
};

/** The atoms in order without those that begin inside another. */
export function withoutOverlap(atoms: readonly Atom[]): readonly Atom[] {
  const sorted = [...atoms].sort((a, b) => a.start - b.start || b.end - a.end);
  const kept: Atom[] = [];
  let end = 0;
  for (const atom of sorted) {
    if (atom.start < end) continue;
    kept.push(atom);
    end = atom.end;
  }
  return kept;
}

/** An alternation of words, longest first, so that none hides a longer one. */
export const any = (words: readonly string[]): string =>
  `(?:${[...words]
    .sort((a, b) => b.length - a.length)
    .map((word) => word.replaceAll('.', '\\.'))
    .join('|')})`;

/** A loop over one pattern rather than `matchAll`, which makes a new one each time. */
function find(words: string, { pattern, read }: Rule, found: Atom[]): void {
  pattern.lastIndex = 0;
  for (let match = pattern.exec(words); match; match = pattern.exec(words)) {
    const end = match.index + match[0].length;
    if (end === match.index) {
      pattern.lastIndex = end + ((words.codePointAt(end) ?? 0) > 0xffff ? 2 : 1);
      continue;
    }
    const atom = read(match.groups ?? {}, words.slice(Math.max(0, match.index - 24), match.index));
    if (atom) found.push({ ...atom, start: match.index, end });
    pattern.lastIndex = end;
  }
}
