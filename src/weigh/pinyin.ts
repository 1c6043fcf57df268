import { pinyin } from 'pinyin-pro';

/** How a Chinese name is written in Latin letters, family and given name apart, `ü` as `u`; null where it is none. */
export function latinName(name: string): { readonly family: string; readonly given: string } | null {
  const signs = [...name];
  if (signs.length < 2 || signs.length > 4 || !signs.every((sign) => /\p{Script=Han}/u.test(sign))) return null;
  const parts = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).map((part) =>
    part.replaceAll('ü', 'u').replaceAll('v', 'u'),
  );
  const split = signs.length === 4 ? 2 : 1;
  return { family: parts.slice(0, split).join(''), given: parts.slice(split).join('') };
}

/** How Chinese names are written in Latin letters: family name first or last, in one word or several, `ü` as `v`, `u` or `yu`. */
export function spellings(name: string): readonly string[] {
  const known = cache.get(name);
  if (known) return known;
  const latin = latinName(name);
  if (latin === null) return [];
  const found = [latin.family + latin.given, latin.given + latin.family];
  cache.set(name, found);
  return found;
}

/** A name in Latin letters as it is compared with `spellings`: letters only, no accents. */
export const squash = (name: string): string =>
  name
    .normalize('NFKD')
    .toLowerCase()
    .replace(/[^a-z]/gu, '');

const cache = new Map<string, readonly string[]>();
