import type { Gist } from './gist.ts';
import { spellings, squash } from './pinyin.ts';

/** Two or three capitalised words: what may be a Chinese name in Latin letters. */
const LATIN_NAME = /\p{Lu}\p{Ll}+(?:[- ]\p{Lu}?\p{Ll}+){1,2}/gu;
const LONGEST_NAME = 4;

/** Words with what they are about. */
interface Worded {
  readonly part: { readonly words: string };
  readonly gist: Gist;
}

/**
 * Entries with the names that stand in both scripts of a case ("Ge Chunmei", 葛春梅) as common tokens `w:`, by Hanyu
 * Pinyin (ISO 7098). Linear in the words; costs nothing where a case has one script.
 */
export function bridged<T extends Worded>(entries: readonly T[]): readonly T[] {
  const han = entries.filter(({ part }) => /\p{Script=Han}/u.test(part.words));
  if (han.length === 0 || han.length === entries.length) return entries;
  const latin = new Set(entries.flatMap(({ part }) => namesIn(part.words)));
  if (latin.size === 0) return entries;
  const met = new Map<T, ReadonlySet<string>>(han.map((entry) => [entry, spelt(entry.part.words, latin)]));
  const both = new Set([...met.values()].flatMap((names) => [...names]));
  return entries.map((entry) => {
    const names = met.get(entry) ?? new Set(namesIn(entry.part.words).filter((name) => both.has(name)));
    if (names.size === 0) return entry;
    const tokens = new Set([...entry.gist.tokens, ...[...names].map((name) => `w:${name}`)]);
    return { ...entry, gist: { ...entry.gist, tokens } };
  });
}

const namesIn = (words: string): readonly string[] => (words.match(LATIN_NAME) ?? []).flatMap(endings);

/** "Director Ge Chunmei" may end in the name. */
function endings(name: string): readonly string[] {
  const words = name.split(' ');
  return words.length > 2 ? [squash(name), squash(words.slice(1).join(' '))] : [squash(name)];
}

/** Those of the names that some characters of the words spell. */
function spelt(words: string, latin: ReadonlySet<string>): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [run] of words.matchAll(/\p{Script=Han}+/gu)) {
    const signs = [...run];
    for (let at = 0; at < signs.length; at++) {
      for (let size = 2; size <= LONGEST_NAME && at + size <= signs.length; size++) {
        const [familyFirst, givenFirst] = spellings(signs.slice(at, at + size).join(''));
        if (familyFirst && latin.has(familyFirst)) found.add(familyFirst);
        if (givenFirst && latin.has(givenFirst)) found.add(givenFirst);
      }
    }
  }
  return found;
}
