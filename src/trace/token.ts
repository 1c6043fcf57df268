import { foldText } from './fold.ts';

/** A word, number or pair of Han characters, and how much it says when two texts share it. */
export interface Token {
  /** Stands for the word: 53 bits of its hash, so that texts can be compared by numbers. */
  readonly key: number;
  readonly weight: number;
}

/** Words that any two texts share: they hardly count. */
const COMMON: ReadonlySet<string> = new Set(
  (
    'a an the and or but nor so if then than that this these those it its he him his she her they them their we us our i me my ' +
    'you your who whom whose which what when where why how is are was were be been being am do does did done has have had ' +
    'having will would shall should can could may might must of in on at by for with from to into onto over under about after ' +
    'before between during against through as not no yes all any some more most other another such only also just very there ' +
    'here up down out off again one two said say says told tell tells according report reported reports added mr mrs ms'
  ).split(' '),
);

const WORD = /\p{Script=Han}+|\p{N}[\p{N}.,:]*|(?:(?!\p{Script=Han})\p{L}\p{M}*)+/gu;

/** The tokens of a stretch of text, each once. */
export function tokens(text: string): readonly Token[] {
  const found = new Map<string, number>();
  const add = (key: string, weight: number): void => {
    if (key !== '') found.set(key, Math.max(weight, found.get(key) ?? 0));
  };
  let first = true;
  for (const [word] of text.matchAll(WORD)) {
    if (/^\p{Script=Han}/u.test(word)) addHan(word, add);
    else if (/^\p{N}/u.test(word)) add(numberKey(word), numberWeight(word));
    else addWord(word, first, add);
    first = false;
  }
  return Array.from(found, ([word, weight]) => ({ key: keyOf(word), weight }));
}

function addHan(run: string, add: (key: string, weight: number) => void): void {
  const folded = foldText(run);
  if (folded.length === 1) add(folded, 0.2);
  for (let i = 0; i + 1 < folded.length; i++) add(folded.slice(i, i + 2), 0.6);
}

function addWord(word: string, first: boolean, add: (key: string, weight: number) => void): void {
  const folded = foldText(word);
  const named = !first && /^\p{Lu}/u.test(word);
  if (COMMON.has(folded) || folded.length < 2) add(folded, 0.1);
  else add(named ? folded : stem(folded), named ? 1.4 : 1);
}

/** A light stem: what an inflected copy shares with its model. */
function stem(word: string): string {
  if (word.length < 5) return word;
  return word.replace(/(?:ingly|edly|ings|ing|ied|ies|ed|es|ly|s|e)$/, '');
}

const numberKey = (word: string): string => foldText(word.replace(/[.,:]+$/, '')).replace(/^0+(?=.)/, '');

/** A figure of several digits is hardly ever shared by chance. */
function numberWeight(word: string): number {
  const digits = word.replace(/\P{N}/gu, '').length;
  return digits >= 3 ? 2.5 : digits === 2 ? 1.6 : 0.8;
}

/** Two FNV-1a hashes side by side: a million words share a key with a chance of one in ten thousand. */
function keyOf(word: string): number {
  let high = 0x811c9dc5;
  let low = 0x9dc5811c;
  for (let i = 0; i < word.length; i++) {
    const unit = word.charCodeAt(i);
    high = Math.imul(high ^ unit, 0x01000193);
    low = Math.imul(low ^ unit, 0x5bd1e995);
    low ^= low >>> 15;
  }
  return ((high ^ (high >>> 15)) >>> 11) * 2 ** 32 + (low >>> 0);
}
