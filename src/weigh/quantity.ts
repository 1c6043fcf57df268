import named from './lexicon/named-things.json' with { type: 'json' };

/** How much or how many of what: `9 hour`, `4180000 money`; no unit where none is named. */
export interface Quantity {
  readonly value: number;
  readonly unit: string | null;
}

/** A number where it stands in folded words. */
export interface Found extends Quantity {
  readonly start: number;
  readonly end: number;
}

const SCALE: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1e3,
  万: 1e4,
  亿: 1e8,
  hundred: 100,
  thousand: 1e3,
  k: 1e3,
  million: 1e6,
  m: 1e6,
  mn: 1e6,
  bn: 1e9,
  billion: 1e9,
};
const ONES =
  'zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen nineteen'.split(
    ' ',
  );
const TENS = 'twenty thirty forty fifty sixty seventy eighty ninety'.split(' ');
const WORDS = new Map<string, number>([
  ...ONES.map((word, value) => [word, value] as const),
  ...TENS.map((word, at) => [word, 10 * (at + 2)] as const),
  ['dozen', 12],
]);
const HAN = new Map([...'零一二三四五六七八九'].map((digit, value) => [digit, value] as const).concat([['两', 2]]));

const CURRENCY = '(?<money>€|\\$|£|¥|eur |usd |gbp |rmb )?';
const DIGITS = '(?<digits>(?:\\d{1,3}(?:,\\d{3}){1,4}|\\d{1,15})(?:\\.\\d{1,4})?)';
const SCALED = '[ -]?(?<scale>万|亿|千|(?:hundred|thousand|million|billion|bn|mn|m|k)(?![\\p{L}]))?';
const IN_DIGITS = new RegExp(`(?<![\\p{Script=Latin}\\d.:/-])${CURRENCY}${DIGITS}(?![\\d:/-]|\\.\\d)${SCALED}`, 'gu');
const NUMERAL = [...WORDS.keys()].join('|');
const IN_WORDS = new RegExp(
  `(?<![\\p{L}-])(?:${NUMERAL})(?:[ -](?:${NUMERAL}|hundred|thousand|million|billion)(?!\\p{L}))*(?![\\p{L}])`,
  'gu',
);
const IN_HAN = /[零一二两三四五六七八九十百千]{1,9}(?:[万亿])?(?=[个名人位元小时天米份吨次起辆家间户岁年月度条])/gu;
const MONEY = /^\s?(?:yuan|rmb|euros?|eur|dollars?|pounds?|元|块|人民币|美元|欧元)/u;
const PERCENT = /^\s?(?:%|per ?cent|％)/u;
const MEASURE = /^\s?(?:多|余|名|个|位|份|只|条|家|起|间|辆|户|次)+/u;
/** "Ward 6": a number that is a name. */
const NAMED = new RegExp(`(?<!\\p{L})(?:${named.numbered.join('|')})\\s(?:no\\.?\\s?)?$`, 'u');
const NEXT = /^[\s-]?(\p{Script=Latin}[\p{Script=Latin}’']*|\p{Script=Han}{1,2})/u;

/** The numbers in folded words, in digits, in words and in Han numerals, each with the word that follows as its unit. */
export function numbersIn(folded: string): readonly Found[] {
  const found: Found[] = [];
  for (const match of folded.matchAll(IN_DIGITS)) {
    const { money, digits, scale } = match.groups ?? {};
    const value = Number((digits ?? '').replaceAll(',', '')) * (SCALE[scale ?? ''] ?? 1);
    const isYear = !money && !scale && /^(?:19|20)\d\d$/u.test(digits ?? '');
    if (Number.isFinite(value) && !isYear && (money || scale || !isNamed(folded, match.index)))
      found.push(withUnit(value, match.index, match[0], folded, Boolean(money)));
  }
  for (const match of folded.matchAll(IN_WORDS)) {
    const value = fromWords(match[0]);
    if (match[0] !== 'one') found.push(withUnit(value, match.index, match[0], folded, false));
  }
  for (const match of folded.matchAll(IN_HAN)) {
    const value = fromHan(match[0]);
    if (value > 1) found.push(withUnit(value, match.index, match[0], folded, false));
  }
  return found.sort((a, b) => a.start - b.start);
}

const isNamed = (folded: string, at: number): boolean => NAMED.test(folded.slice(Math.max(0, at - 20), at));

function withUnit(value: number, start: number, words: string, folded: string, money: boolean): Found {
  const end = start + words.length;
  const after = folded.slice(end, end + 24);
  const bare = after.replace(MEASURE, '');
  const unit = money || MONEY.test(bare) ? 'money' : PERCENT.test(after) ? 'percent' : (NEXT.exec(bare)?.[1] ?? null);
  return { value, unit, start, end };
}

/** `twenty-one thousand` is 21,000: smaller numbers add up until a scale multiplies them. */
function fromWords(words: string): number {
  let total = 0;
  let run = 0;
  for (const word of words.split(/[ -]/u)) {
    const scale = SCALE[word];
    if (scale === undefined) run += WORDS.get(word) ?? 0;
    else if (scale === 100) run = Math.max(1, run) * 100;
    else {
      total += Math.max(1, run) * scale;
      run = 0;
    }
  }
  return total + run;
}

function fromHan(words: string): number {
  let total = 0;
  let digit = 0;
  for (const sign of words) {
    const scale = SCALE[sign];
    if (scale === undefined) digit = HAN.get(sign) ?? 0;
    else if (scale >= 1e4) [total, digit] = [(total + digit) * scale, 0];
    else [total, digit] = [total + Math.max(1, digit) * scale, 0];
  }
  return total + digit;
}

/** Both name how many of one thing, and none of one is near any of the other. A rounding of up to 5 % is the same. */
export function quantitiesConflict(a: readonly Quantity[], b: readonly Quantity[]): boolean {
  let compared = false;
  for (const x of a) {
    for (const y of b) {
      if (!comparable(x, y)) continue;
      if (near(x.value, y.value)) return false;
      compared = true;
    }
  }
  return compared;
}

/** Quantities of one unit; sums in the thousands also where one names none. */
const comparable = (a: Quantity, b: Quantity): boolean =>
  a.unit === b.unit
    ? a.unit !== null || (a.value >= LARGE && b.value >= LARGE)
    : (a.unit === null || b.unit === null) &&
      [a.unit, b.unit].includes('money') &&
      a.value >= LARGE &&
      b.value >= LARGE;

const LARGE = 1000;

/** Whether one value is the other, rounded or cut to fewer digits: 4.18 and 4.2 million, never 41 and 42. */
export function near(a: number, b: number): boolean {
  if (Math.abs(a - b) <= 1e-9 * Math.max(a, b)) return true;
  return Math.abs(a - b) <= 0.05 * Math.max(a, b) && (isRoundingOf(a, b) || isRoundingOf(b, a));
}

function isRoundingOf(round: number, exact: number): boolean {
  const digits = round.toExponential().replace(/e.*|[.-]/gu, '').length;
  const step = 10 ** (Math.floor(Math.log10(Math.abs(exact))) + 1 - digits);
  const same = (value: number) => Math.abs(value - round) < step / 1000;
  return same(Math.round(exact / step) * step) || same(Math.floor(exact / step) * step);
}
