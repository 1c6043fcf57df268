/** How the words of a script show that bytes were read in the right encoding: data. */
interface Script {
  readonly encodings: readonly string[];
  /** The letters that nearly all of its text consists of, beyond ASCII. */
  readonly letters: RegExp;
  /** Some that no text of it goes without. */
  readonly common: RegExp;
  /** The least shares of both among all letters beyond ASCII. */
  readonly least: readonly [number, number];
}

const MARKS = '\\u3000-\\u303f\\uff00-\\uffef“”‘’—…·';
const SCRIPTS: readonly Script[] = [
  {
    encodings: ['shift_jis', 'euc-jp'],
    letters: new RegExp(`[\\u3041-\\u30ff\\u4e00-\\u9fa5${MARKS}]`, 'gu'),
    common: /[のにはをたがでとしれるいなもられて]/gu,
    least: [0.95, 0.2],
  },
  {
    encodings: ['gb18030'],
    letters: new RegExp(`[\\u4e00-\\u9fa5${MARKS}]`, 'gu'),
    common:
      /[的一是不了在人有我他这个们中来上大为和国地到以说时要就出会可也你对生能而子那得于着下自之年过发后作里日月市区局]/gu,
    least: [0.9, 0.06],
  },
  {
    encodings: ['big5'],
    letters: new RegExp(`[\\u4e00-\\u9fa5${MARKS}]`, 'gu'),
    common:
      /[的一是不了在人有我他這個們中來上大為和國地到以說時要就出會可也你對生能而子那得於著下自之年過發後作裡日月市區局]/gu,
    least: [0.9, 0.08],
  },
  {
    encodings: ['euc-kr'],
    letters: new RegExp(`[\\uac00-\\ud7a3${MARKS}]`, 'gu'),
    common: /[이다는의에을를은가고지하사로한도]/gu,
    least: [0.95, 0.15],
  },
  {
    encodings: ['windows-1251', 'koi8-r'],
    letters: /[а-яё«»—–№„“…]/gu,
    common: /[оеаинтср]/gu,
    least: [0.8, 0.4],
  },
];

/** The encoding in which bytes read as common words of a script; null where in none they do. */
export function likelyEncoding(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, 200_000);
  for (const script of SCRIPTS)
    for (const encoding of script.encodings) if (isLikely(sample, encoding, script)) return encoding;
  return null;
}

/** UTF-16 without a mark and without a Latin letter in it: Han characters in one of its two orders. */
export function likelyWide(bytes: Uint8Array): string | null {
  const sample = bytes.subarray(0, Math.min(bytes.length, 8192) & ~1);
  const han = SCRIPTS.find((one) => one.encodings.includes('gb18030'));
  if (!han || bytes.length % 2 !== 0) return null;
  return ['utf-16le', 'utf-16be'].find((encoding) => isLikely(sample, encoding, han)) ?? null;
}

function isLikely(sample: Uint8Array, encoding: string, { letters, common, least }: Script): boolean {
  const text = new TextDecoder(encoding).decode(sample);
  const high = count(text, /[^\p{ASCII}]/gu);
  if (high < 4 || count(text, /\ufffd/gu) > high * 0.02) return false;
  return count(text, letters) >= high * least[0] && count(text, common) >= high * least[1];
}

const count = (text: string, what: RegExp): number => {
  let found = 0;
  for (const _ of text.matchAll(what)) found++;
  return found;
};
