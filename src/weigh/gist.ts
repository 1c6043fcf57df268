import alike from './alike.json' with { type: 'json' };

/** What a stretch of words is about, for comparison only: stems, Han bigrams, quantities and days. */
export interface Gist {
  readonly tokens: ReadonlySet<string>;
  /** Amounts, written out: 3.86万 is 38600. */
  readonly amounts: readonly number[];
  /** Days of a month, `5-28` or `?-28`. */
  readonly days: readonly string[];
  /** Things said, whatever the words and the language: `absent`, `taken`. */
  readonly acts: ReadonlySet<string>;
  readonly negative: boolean;
  readonly key: string;
}

const SCALE: Readonly<Record<string, number>> = {
  万: 1e4,
  亿: 1e8,
  千: 1e3,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const AMOUNT =
  /(€|\$|£|¥|\beur |\busd |\bgbp )?(\d[\d,]{0,14}(?:\.\d{1,4})?)[ -]?(万|亿|千|thousand\b|million\b|billion\b|bn\b|m\b|k\b)?/gu;
const HAN_DAY = /(?:(\d{1,2})月)?(\d{1,2})[日号]/gu;
const LATIN_DAY = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})[a-z]*|\\b(${MONTH})[a-z]* (\\d{1,2})\\b`, 'gu');
const STOP = new Set(
  (
    'a an the and or but of to in on at by for from with as that this these those it its is are was were be been being ' +
    'has have had do does did will would could should may might he she they them his her their we our us you your i me my ' +
    'who which what when where whether than then so if about into over under after before up out off also there here now ' +
    'said says say told according mr mrs ms dr one an some any all no not nor never none'
  ).split(' '),
);
const HAN_STOP = /[的了在是和与及也将已被就都其这那此一并且而对把系为以]/gu;
const NEGATIVE =
  /\b(not|no|never|none|neither|nobody|denied|denies|baseless)\b|n[’']t\b|没有|并非|未|不是|不存在|从未|否认|谣言|不实|没(?!收)|篡改/u;

/** The gist of some words. Linear in their length. */
export function gistOf(words: string): Gist {
  const folded = words.normalize('NFKC').toLowerCase();
  const days = daysOf(folded);
  const rest = folded.replace(HAN_DAY, ' ').replace(LATIN_DAY, ' ');
  const amounts = amountsOf(rest);
  const tokens = new Set<string>(days.map((day) => `d:${day.slice(day.indexOf('-') + 1)}`));
  for (const amount of amounts) tokens.add(`n:${amount.toPrecision(2)}`);
  for (const [word] of rest.matchAll(/[a-z][a-z’']*/gu)) if (!STOP.has(word) && word.length > 1) tokens.add(stem(word));
  for (const [run] of rest.replace(HAN_STOP, ' ').matchAll(/\p{Script=Han}+/gu)) addBigrams(run, tokens);
  const acts = actsOf(folded);
  for (const act of acts) tokens.add(`a:${act}`);
  return {
    tokens,
    amounts,
    days,
    acts,
    negative: NEGATIVE.test(folded) && !NEGATED_ACTS.some((act) => acts.has(act)),
    key: folded.replace(/[\s\p{P}]+/gu, ' ').trim(),
  };
}

/** Whether two gists name different amounts or different days: then they are not the same claim. */
export const conflict = (a: Gist, b: Gist): boolean => amountsConflict(a, b) || daysConflict(a, b);

/** Both name amounts and none of one is near any of the other. A rounding of up to 5 % is the same amount. */
export const amountsConflict = (a: Gist, b: Gist): boolean =>
  a.amounts.length > 0 &&
  b.amounts.length > 0 &&
  !a.amounts.some((x) => b.amounts.some((y) => Math.abs(x - y) <= 0.05 * Math.max(x, y)));

/** Both say what was done, and not the same thing. */
export const actsDiffer = (a: Gist, b: Gist): boolean =>
  a.acts.size > 0 && b.acts.size > 0 && ![...a.acts].some((act) => b.acts.has(act));

/** Acts whose words hold their own `not`. */
const NEGATED_ACTS = ['absent', 'unfinished', 'untendered', 'rejected'];
const ACTS: readonly (readonly [string, readonly string[]])[] = Object.entries(alike);

function actsOf(folded: string): ReadonlySet<string> {
  const straight = folded.replaceAll('’', "'");
  const says = (words: string) => straight.includes(words.replaceAll('’', "'"));
  return new Set(ACTS.filter(([, ways]) => ways.some(says)).map(([act]) => act));
}

function daysConflict(a: Gist, b: Gist): boolean {
  if (!a.days.length || !b.days.length) return false;
  const day = (text: string) => text.slice(text.indexOf('-') + 1);
  return !a.days.some((x) => b.days.some((y) => day(x) === day(y)));
}

function addBigrams(run: string, tokens: Set<string>): void {
  if (run.length === 1) tokens.add(run);
  for (let at = 0; at + 1 < run.length; at++) tokens.add(run.slice(at, at + 2));
}

/** A light stem: enough to bring `awarded`, `awards` and `award` together. */
function stem(word: string): string {
  const bare = word.replace(/[’']s?$/u, '').replace(/[’']/gu, '');
  if (bare.length < 5) return bare;
  return bare.replace(/(?:ations?|ings?|ions?|edly|ers?|ies|ied|ed|es|s|e|y|ly)$/u, '');
}

function daysOf(folded: string): string[] {
  const han = [...folded.matchAll(HAN_DAY)].map((match) => `${match[1] ?? '?'}-${Number(match[2])}`);
  const latin = [...folded.matchAll(LATIN_DAY)].map(
    (match) => `${MONTHS.indexOf(match[2] ?? match[3] ?? '') + 1}-${Number(match[1] ?? match[4])}`,
  );
  return [...new Set([...han, ...latin])];
}

function amountsOf(text: string): number[] {
  const found: number[] = [];
  for (const [, currency, digits, scale] of text.matchAll(AMOUNT)) {
    if (!currency && !scale) continue;
    const value = Number((digits ?? '').replaceAll(',', '')) * (SCALE[scale ?? ''] ?? 1);
    if (Number.isFinite(value) && value >= 100) found.push(value);
  }
  for (const [, digits] of text.matchAll(/\b(\d{1,3}(?:,\d{3})+)\b/gu)) found.push(Number(digits?.replaceAll(',', '')));
  return [...new Set(found)];
}
