import { meetings, PASSED_OVER } from './lexicon.ts';
import { namesOffice } from './office.ts';
import { type Found, numbersIn, type Quantity, quantitiesConflict } from './quantity.ts';
import { stem } from './stem.ts';
import type { Subjects } from './subject.ts';

/** What a stretch of words is about, for comparison only: stems, Han bigrams, concepts, quantities and days. */
export interface Gist {
  /** `a:` acts, `t:` things, `n:` numbers, `d:` days, `c:` clock times; the rest are stems and Han bigrams. */
  readonly tokens: ReadonlySet<string>;
  readonly quantities: readonly Quantity[];
  /** Days of a month, `5-28` or `?-28`. */
  readonly days: readonly string[];
  /** Things done, whatever the words and the language: `absent`, `taken`. */
  readonly acts: ReadonlySet<string>;
  readonly negative: boolean;
  /** Still to come, or only asked for. */
  readonly planned: boolean;
  /** Stems that stand capitalised: what is talked of, not what is said of it. */
  readonly names: ReadonlySet<string>;
  /** The kind of artefact of which they ask whether it is what it seems. */
  readonly about?: string | null;
  /** Whom and what the words name, where a case is at hand. */
  readonly subjects?: Subjects;
  /** What stands only in what is said by the way of the act ("when the pump stopped"). */
  readonly aside: ReadonlySet<string>;
  readonly key: string;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH = 'jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec';
const HAN_DAY = /(?:(\d{1,2})月)?(\d{1,2})[日号]/gu;
const LATIN_DAY = new RegExp(`\\b(\\d{1,2})(?:st|nd|rd|th)? (${MONTH})[a-z]*|\\b(${MONTH})[a-z]* (\\d{1,2})\\b`, 'gu');
/** Never an amount: 2.75万元, 3.40 million. */
const CLOCK =
  /(?<![\d:.€$£¥])([01]?\d|2[0-4])[:.时点]([0-5]\d)(?![\d:])(?!\s?(?:[万亿千百元米吨公]|millions?\b|billions?\b|(?:m|bn|k)\b|euros?\b|yuan\b|pounds?\b|dollars?\b|per\b|percent\b|met(?:re|er)s?\b|ton))(?=\s?(?:[ap]\.?m|分|$|[^\d%]))/gu;
const STOP = new Set(
  (
    'a an the and or but of to in on at by for from with as that this these those it its is are was were be been being ' +
    'has have had do does did will would could should may might he she they them his her their we our us you your i me my ' +
    'who which what when where whether than then so if about into over under after before up out off also there here now ' +
    'said says say told according mr mrs ms dr one an some any all no not nor never none first last next other more most very ' +
    'since during until while just only even still again now yesterday today tonight monday tuesday wednesday thursday friday saturday sunday'
  ).split(' '),
);
const HAN_FILLERS = /确实|那天|当天|目前|已经|现在|今天|昨天|近日|他们|我们|这名|该名|本人|其中|以及|表示|称/gu;
const HAN_STOP = new Set('的了在是和与及也将已被就都其这那此一并且而对把系为以');
const NEGATIVE =
  /^(?:not|no|never|none|neither|nobody|deny|denied|denies|baseless|untrue|false|wrong|incorrect|inaccurate|mistaken|unfounded)$|n[’']t$/u;
/** What looks like a negation and is none: "was never a secret". */
const NO_NEGATION =
  /\b(?:never|not?) (?:an? |any |really )?(?:secret|doubt|surprise|wonder|coincidence|accident)\b|\bnot (?:only|just|merely|least)\b|\bno (?:less|fewer|more) than\b|不仅|不只|不但|不止|不少于|毫无疑问/gu;
const HAN_NEGATIVE = ['没有', '并非', '不是', '不存在', '从未', '否认', '谣言', '不实', '不属实', '未', '没'];

/** The gist of some words. Linear in their length. */
export function gistOf(words: string): Gist {
  const before = known.get(words);
  if (before) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const made = madeOf(words);
  known.set(words, made);
  return made;
}

/** The same words are asked for again and again. */
const known = new Map<string, Gist>();
const MOST_KNOWN = 20_000;

function madeOf(words: string): Gist {
  const folded = words.normalize('NFKC').toLowerCase();
  const days = daysOf(folded);
  const rest = folded.replace(HAN_DAY, ' ').replace(LATIN_DAY, ' ');
  const tokens = new Set<string>(days.map((day) => `d:${day.slice(day.indexOf('-') + 1)}`));
  for (const [, hour, minute] of rest.matchAll(CLOCK)) tokens.add(`c:${Number(hour)}:${minute}`);
  // Blanked, not cut out: what a clock shows is no amount.
  const numbers = numbersIn(rest.replace(CLOCK, (clock) => ' '.repeat(clock.length)));
  const quantities = quantitiesIn(numbers);
  const plain = without(rest, numbers).replace(NO_NEGATION, ' ');
  const negative = conceptsIn(plain, tokens) && !onlyInTail(plain);
  for (const [, from, to] of rest.matchAll(CHANGE)) for (const one of [from, to]) tokens.add(`n:${Number(one)}`);
  for (const { value } of quantities) tokens.add(`n:${Number(value.toPrecision(2))}`);
  if (namesOffice(folded)) tokens.add('a:office');
  const acts = new Set([...tokens].filter((token) => token.startsWith('a:')));
  return {
    tokens,
    quantities,
    days,
    acts,
    negative,
    planned: PLANNED.test(folded),
    names: namesIn(words),
    aside: asideIn(plain, tokens),
    key: folded.replace(/[\s\p{P}]+/gu, ' ').trim(),
  };
}

/** The tokens of a clause of time or cause behind a clause that names an act. */
function asideIn(folded: string, tokens: ReadonlySet<string>): ReadonlySet<string> {
  const seam = folded.search(CIRCUMSTANCE);
  if (seam <= 0) return NOTHING;
  const head = new Set<string>();
  conceptsIn(folded.slice(0, seam), head);
  return [...head].some((token) => token.startsWith('a:') && token !== 'a:unknown')
    ? new Set([...tokens].filter((token) => !head.has(token)))
    : NOTHING;
}
const CIRCUMSTANCE =
  /\s(?:when|while|as soon as|because|as a result of|in connection with|after|following|amid|despite|in the wake of)\s/u;
const NOTHING: ReadonlySet<string> = new Set();

/** "The pump stopped and nobody was told": what is denied stands beside what is said. */
const onlyInTail = (folded: string): boolean => {
  const seam = folded.search(TAIL);
  return seam > 0 && conceptsIn(folded.slice(seam), new Set()) && !conceptsIn(folded.slice(0, seam), new Set());
};
const TAIL = /(?<=\S+\s+\S+\s+\S+),?\s(?:and|but)\s(?:nobody|no one|nothing|none|no|neither)\b/u;
/** "From 48 to 31": bare numbers that tell what changed. */
const CHANGE =
  /(?:\bfrom |从)(\d{1,6}(?:\.\d{1,3})?)(?: to |[增减降升涨跌]*[到至为])(\d{1,6}(?:\.\d{1,3})?)(?![\d:/])/gu;

const PLANNED =
  /\b(?:will|would|shall|is to|are to|was to|were to|plans? to|planned to|intends? to|hopes? to|asked for|call(?:s|ed)? for|until)\b|将|拟于|计划|打算|要求/u;

const namesIn = (words: string): ReadonlySet<string> =>
  new Set((words.match(/\p{Lu}[\p{Ll}’']+/gu) ?? []).map((word) => stem(word.toLowerCase())));

/** Adds concepts and what is left beside them; tells whether a negation is left beside them: "not at work" holds its own. */
function conceptsIn(folded: string, tokens: Set<string>): boolean {
  let negative = false;
  const latin = folded.match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  const words = latin.filter((word) => !/\p{Script=Han}/u.test(word) && !PASSED_OVER.has(word));
  const covered = cover(words.map(stem), tokens);
  words.forEach((word, at) => {
    if (covered.has(at)) return;
    if (NEGATIVE.test(word)) negative = true;
    else if (/^[a-z]/u.test(word) && !STOP.has(word) && word.length > 1) tokens.add(stem(word));
  });
  for (const [run] of folded.matchAll(/\p{Script=Han}+/gu)) if (hanRun([...run], tokens)) negative = true;
  return negative;
}

function cover(units: readonly string[], tokens: Set<string>): ReadonlySet<number> {
  const covered = new Set<number>();
  for (const { concepts, start, end } of meetings(units)) {
    for (const concept of concepts) tokens.add(concept);
    for (let at = start; at < end; at++) covered.add(at);
  }
  return covered;
}

/** Concepts of a run of Han characters, bigrams of what lies between them. */
function hanRun(run: readonly string[], tokens: Set<string>): boolean {
  const covered = cover(run, tokens);
  const left = run
    .map((sign, at) => (covered.has(at) ? ' ' : sign))
    .join('')
    .replace(HAN_FILLERS, ' ');
  for (const [part] of left.replace(/./gu, (sign) => (HAN_STOP.has(sign) ? ' ' : sign)).matchAll(/\S+/gu)) {
    if (part.length === 1 && run.length === 1) tokens.add(part);
    for (let at = 0; at + 1 < part.length; at++) tokens.add(part.slice(at, at + 2));
  }
  return HAN_NEGATIVE.some((word) => left.includes(word));
}

/** Words with their numbers blanked: what a number says is said by its token. */
function without(words: string, numbers: readonly Found[]): string {
  let left = '';
  let from = 0;
  for (const { start, end } of numbers) {
    left += `${words.slice(from, start)} `;
    from = Math.max(from, end);
  }
  return left + words.slice(from);
}

/** Sums of 100 and more, and counts of something; small bare numbers are names ("freezer 2"). */
function quantitiesIn(numbers: readonly Quantity[]): readonly Quantity[] {
  return numbers.flatMap(({ value, unit }) => {
    if (unit === 'money' || unit === 'percent') return [{ value, unit }];
    const [concept] = unit === null ? [] : conceptOf(unit);
    const named = unit !== null && !STOP.has(unit) && !concept?.startsWith('a:') ? (concept ?? stem(unit)) : null;
    return named === null && value < 100 ? [] : [{ value, unit: named }];
  });
}

const conceptOf = (unit: string): readonly string[] =>
  meetings(/\p{Script=Han}/u.test(unit) ? [...unit] : [stem(unit)])[0]?.concepts ?? [];

/** Whether two gists name different amounts or different days: then they are not the same claim. */
export const conflict = (a: Gist, b: Gist): boolean => amountsConflict(a, b) || daysConflict(a, b);

/** Whether two gists name amounts of one thing that exclude each other. */
export const amountsConflict = (a: Gist, b: Gist): boolean => quantitiesConflict(a.quantities, b.quantities);

/** Both say what was done, and not the same thing. */
export const actsDiffer = (a: Gist, b: Gist): boolean =>
  a.acts.size > 0 && b.acts.size > 0 && ![...a.acts].some((act) => b.acts.has(act));

function daysConflict(a: Gist, b: Gist): boolean {
  if (!a.days.length || !b.days.length) return false;
  const day = (text: string) => text.slice(text.indexOf('-') + 1);
  return !a.days.some((x) => b.days.some((y) => day(x) === day(y)));
}

function daysOf(folded: string): string[] {
  const han = [...folded.matchAll(HAN_DAY)].map((match) => `${match[1] ?? '?'}-${Number(match[2])}`);
  const latin = [...folded.matchAll(LATIN_DAY)].map(
    (match) => `${MONTHS.indexOf(match[2] ?? match[3] ?? '') + 1}-${Number(match[1] ?? match[4])}`,
  );
  return [...new Set([...han, ...latin])];
}
