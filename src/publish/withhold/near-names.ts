/** Shorter names have too many neighbours that are other words. */
const SHORTEST = 6;

/**
 * Words that are one letter away from a withheld name, or from a part of it: a slip of whoever wrote, or of character
 * recognition (rn for m, l for I). They are given for a person to decide about; until then they are withheld as well.
 * Linear in the words: each is looked up by what is left of it without one letter (symmetric delete).
 */
export function nearNames(words: ReadonlySet<string>, names: readonly string[]): readonly string[] {
  const parts = names.flatMap(partsOf);
  const known = new Set(parts);
  const byLess = new Map<string, Set<string>>();
  for (const part of new Set(parts))
    for (const less of lessOf(part)) byLess.set(less, (byLess.get(less) ?? new Set()).add(part));
  const found = new Set<string>();
  for (const word of words) {
    const folded = readAlike(word);
    // What is written small as well is a word of its own.
    if (words.has(word.toLowerCase())) continue;
    if (folded.length < SHORTEST - 1 || !/^\p{Lu}/u.test(word) || known.has(folded)) continue;
    const close = lessOf(folded).some((less) =>
      [...(byLess.get(less) ?? [])].some((part) => apart(part, folded) === 1),
    );
    if (close) found.add(word);
  }
  return [...found];
}

const partsOf = (name: string): readonly string[] =>
  name
    .split(/[^\p{L}\p{M}’']+/u)
    .map(readAlike)
    .filter((part) => part.length >= SHORTEST && /^[a-z]+$/u.test(part));

/** As character recognition may read it: what looks alike is one. */
const readAlike = (word: string): string =>
  word
    .normalize('NFKD')
    .toLowerCase()
    .replaceAll(/[^a-z0-9]/gu, '')
    .replaceAll('rn', 'm')
    .replaceAll('0', 'o')
    .replaceAll(/[1i]/gu, 'l');

const lessOf = (word: string): readonly string[] => [
  word,
  ...Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1)),
];

/** How many letters must be put in, taken out or changed (Levenshtein). */
function apart(a: string, b: string): number {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next[j] = Math.min(
        (row[j] ?? 0) + 1,
        (next[j - 1] ?? 0) + 1,
        (row[j - 1] ?? 0) + (a[i - 1] === b[j - 1] ? 0 : 1),
      );
    row = next;
  }
  return row[b.length] ?? 0;
}
