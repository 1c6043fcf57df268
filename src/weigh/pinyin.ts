import { pinyin } from 'pinyin-pro';

/** How Chinese names are written in Latin letters: family name first or last, in one word or several, `ü` as `v`, `u` or `yu`. */
export function spellings(name: string): readonly string[] {
  const signs = [...name];
  if (signs.length < 2 || signs.length > 4 || !signs.every((sign) => /\p{Script=Han}/u.test(sign))) return [];
  const known = cache.get(name);
  if (known) return known;
  const parts = pinyin(name, { toneType: 'none', type: 'array', surname: 'head' }).map((part) =>
    part.replaceAll('ü', 'u').replaceAll('v', 'u'),
  );
  const split = signs.length === 4 ? 2 : 1;
  const family = parts.slice(0, split).join('');
  const given = parts.slice(split).join('');
  const found = [family + given, given + family];
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
