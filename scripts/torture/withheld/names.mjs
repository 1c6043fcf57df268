// Invented names, always the same for a seed, and every way that a story may spell them.
import { pinyin } from 'pinyin-pro';

const GIVEN =
  'Marta Ines Owen Tilda Bruno Clara Dario Edith Fabian Greta Henrik Ingrid Jonas Katja Lukas Matilda Norbert Oskar Paula Quentin Renata Stefan Theresa Ulrich Viola Walter Yvonne Zelda Anselm Beatrix'.split(
    ' ',
  );
const ONSETS = 'B Br D Dr F Gr H K Kl L M N P R S St T Tr V W'.split(' ');
const MIDDLES = 'a e o u el am or en ust ald ink orm eth arv usk'.split(' ');
const ENDS = 'berley drick fenning gard holme kestin lander mondt nisser quist riggen stavel thorpe vander wick'.split(
  ' ',
);
const HAN_FAMILY = [...'岑闻邬傅路秦沈韩冯卫蒋陶戚邹窦章苏潘葛范彭鲁韦昌'];
const HAN_GIVEN = [...'岫霁翎昀桢珩沅蓓筠翊琬澍荻锴晗煜骁铮妤楠'];

/** Names of people, each with its language and the parts by which it could be known. */
export function namesFrom(random, count) {
  const names = new Map();
  while (names.size < count) {
    const one = names.size % 5 < 3 ? latin(random) : han(random);
    if (![...names.values()].some((other) => other.parts.some((part) => one.parts.includes(part))))
      names.set(one.name, one);
  }
  return [...names.values()];
}

function latin({ pick }) {
  const given = pick(GIVEN);
  const family = `${pick(ONSETS)}${pick(MIDDLES)}${pick(ENDS)}`;
  return { name: `${given} ${family}`, given, family, lang: 'en', parts: [family] };
}

function han({ pick }) {
  const family = pick(HAN_FAMILY);
  const given = `${pick(HAN_GIVEN)}${pick(HAN_GIVEN)}`;
  const signs = (words) => pinyin(words, { toneType: 'none', type: 'array' }).join('').replaceAll('ü', 'u');
  const roman = { family: capital(signs(family)), given: capital(signs(given)) };
  return { name: `${family}${given}`, given, family, lang: 'zh', parts: [`${family}${given}`], roman };
}

const capital = (word) => word.charAt(0).toUpperCase() + word.slice(1);
const between = (words, sign) => [...words].join(sign);
const GREEK = { a: 'а', e: 'е', o: 'о', i: 'і', p: 'р', c: 'с' };
const BOLD = (one) =>
  /[a-z]/u.test(one)
    ? String.fromCodePoint(0x1d41a + one.charCodeAt(0) - 97)
    : /[A-Z]/u.test(one)
      ? String.fromCodePoint(0x1d400 + one.charCodeAt(0) - 65)
      : one;
const wide = (one) => (/[!-~]/u.test(one) ? String.fromCharCode(one.charCodeAt(0) + 0xfee0) : one);

/** Spellings by name of the trick; each gives null where it is not for this name. */
export const SPELLINGS = {
  plain: ({ name }) => name,
  capitals: ({ name, lang }) => (lang === 'en' ? name.toUpperCase() : null),
  'family name first': ({ family, given, lang }) => (lang === 'en' ? `${family}, ${given}` : null),
  'family name alone': ({ family, lang }) => (lang === 'en' ? family : null),
  'initial and family name': ({ family, given, lang }) => (lang === 'en' ? `${given.charAt(0)}. ${family}` : null),
  possessive: ({ name, lang }) => (lang === 'en' ? `${name}’s brother` : null),
  'broken at the end of a line': ({ family, given, lang }) =>
    lang === 'en' ? `${given} ${family.slice(0, 4)}-\n${family.slice(4)}` : null,
  'soft hyphens': ({ name }) => between(name, '\u00ad'),
  'zero-width spaces': ({ name }) => between(name, '\u200b'),
  'bidi controls': ({ name }) => `\u202a${between(name, '\u2060')}\u202c`,
  homoglyphs: ({ name, lang }) => (lang === 'en' ? [...name].map((one) => GREEK[one] ?? one).join('') : null),
  'full width': ({ name, lang }) => (lang === 'en' ? [...name].map(wide).join('') : null),
  'mathematical letters': ({ name, lang }) => (lang === 'en' ? [...name].map(BOLD).join('') : null),
  'marks on letters': ({ name, lang }) => (lang === 'en' ? between(name, '\u0301') : null),
  'letters spaced apart': ({ name }) => between(name.replaceAll(' ', ''), ' '),
  'letters with dots': ({ name }) => between(name.replaceAll(' ', ''), '.'),
  'one letter a line': ({ name }) => `\n${between(name.replaceAll(' ', ''), '\n')}\n`,
  backwards: ({ name, lang }) => (lang === 'en' ? [...name].reverse().join('') : null),
  'in Latin letters': ({ roman }) => (roman ? `${roman.family} ${roman.given}` : null),
  'in Latin letters, turned': ({ roman }) => (roman ? `${roman.given} ${roman.family}` : null),
  slug: ({ name, roman }) => `/people/${slugOf(name, roman)}`,
  'address, percent-encoded': ({ name }) => `https://pier.example/${encodeURIComponent(name)}/`,
  'host name': ({ name, roman }) => `https://${slugOf(name, roman).replaceAll('-', '')}.example/`,
  punycode: ({ name, family, lang }) => `${new URL(`https://${lang === 'zh' ? name : `${family}é`}.example/`).href}`,
  'mail address': ({ name, roman }) => `${slugOf(name, roman).replaceAll('-', '.')}@pier.example`,
  base64: ({ name }) => Buffer.from(`It was ${name} at the pier`).toString('base64'),
};

export const slugOf = (name, roman) =>
  (roman ? `${roman.given} ${roman.family}` : name).toLowerCase().replaceAll(' ', '-');
