import type { Atom } from './atom.ts';

export type Groups = Readonly<Record<string, string | undefined>>;

/** One way to say a time: where it stands, and what the found groups mean after what stands before (null: not a time after all). */
export interface Rule {
  readonly pattern: RegExp;
  readonly read: (groups: Groups, before: string) => Omit<Atom, 'start' | 'end'> | null;
}

/** Every atom that the rules find, none overlapping: the earlier one first, of two at one place the longer. */
export function readAtoms(words: string, rules: readonly Rule[]): readonly Atom[] {
  const found = rules.flatMap((rule) => [...words.matchAll(rule.pattern)].flatMap((match) => atomOf(match, rule)));
  return withoutOverlap(found);
}

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

function atomOf(match: RegExpExecArray, rule: Rule): readonly Atom[] {
  const read =
    match[0] === ''
      ? null
      : rule.read(match.groups ?? {}, match.input.slice(Math.max(0, match.index - 24), match.index));
  return read ? [{ ...read, start: match.index, end: match.index + match[0].length }] : [];
}
