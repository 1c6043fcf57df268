import { ZH_TIMES } from '../locales/zh/times.ts';
import type { PartWords, Unit } from './atom.ts';
import {
  isSome,
  type Meaning,
  NUMBER,
  numberOf,
  rule,
  SMALL,
  STEP,
  stepOf,
  UNIT,
  WEEK,
  weekdayOf,
  yearOf,
} from './chinese-words.ts';
import { type Groups, has, type Need, type Rule } from './rule.ts';

const NTH = `第?(?<nth>${SMALL})`;
const WHOLE = `(?<unit>天|日|[个個]?(?:小[时時]|钟头)|${WEEK}|[个個]?星期|[个個]月|年|季度|[个個]季度)`;
const CLAUSE = '(?<=^|[，。；：、（\\s]|[在于])';
const RANGE: Need = (low) => /(?:19|20)\d{2}[ ]?[-–—~～至到]/u.test(low);
const AGE = '(?:初期?|前期|中期|末期?|后期|後期|末年|中叶)?';

/** Quarters, halves, decades, the so-manyth of a month or year, runs of units, and days so far from another. */
export const SPAN_RULES: readonly Rule[] = [
  rule(`(?<![每${ZH_TIMES.digits}十\\d])${NTH}[个個]?季度?(?<=度)`, (found) => partOf(found, 'quarter'), has(['季度'])),
  rule(`(?<=[年月份]的?)第(?<nth>${SMALL})[天日]`, (found) => partOf({ ...found, unit: '天' }, null), has(['第'])),
  rule('前(?<count>[一二两三123])[个個]?季度', (found) => partOf(found, 'quarter'), has(['季度'])),
  rule(
    '第?(?<nth>[一二三])(?:[、和至到]?第?)(?<last2>[二三四])季度',
    (found) => spread(found, 'quarter'),
    has(['季度']),
  ),
  rule(
    '(?<![一二三四五六七八九十\\d])(?<nth>[一二三四五六七八九])(?<last2>[二三四五六七八九])月',
    (found) => spread(found, 'month'),
    has(['月']),
  ),
  rule(`(?<step>${STEP})(?:一)?[个個]?季度`, (found) => stepped(found, 'quarter'), has(['季度'])),
  rule(`(?<step>${STEP})[个個]?周末`, (found) => stepped(found, 'weekend'), has(['周末'])),
  rule(`(?<step>${STEP})[个個]半年`, (found) => stepped(found, 'half'), has(['半年'])),
  rule('(?<edge>[上下前后後])半年', (found) => half(found, 'half'), has(['半年'])),
  rule('(?<![\\d月])(?<edge>[上下前后後])半月', (found) => half(found, 'day'), has(['半月'])),
  rule(
    `(?:(?<century>上个?世纪|本世纪|\\d{2}世纪|[二十九八一]{2,3}世纪)的?)?(?<decade>[二三四五六七八九]十|[2-9]0|(?:19|20)\\d0|十)年代${AGE}`,
    decade,
    has(['年代']),
  ),
  rule(
    `(?<century>上个?世纪|本世纪|(?<![\\d十])(?:\\d{2}|[二十九八一]{2,3})世纪)${AGE}(?!公园|大[厦酒]|[广花]|之交)`,
    century,
    has(['世纪']),
  ),
  rule(
    `第(?<nth>${SMALL})[个個]?(?<unit>${WEEK}|月)(?![一二三四五六日天])`,
    (found) => weak(partOf(found, null)),
    has(['第']),
  ),
  rule(
    `(?:第(?<nth>[一二三四五1-5])|(?<last>最[后後]一))[个個]${WEEK}(?<weekday>[一二三四五六日天])`,
    weekdayIn,
    has(['第', '最']),
  ),
  rule(
    `(?<=[年月份]的?)(?<last>最[后後]|末)[ ]?(?<count>${NUMBER})[ ]?${WHOLE}`,
    (found) => partOf(found, null),
    has(['最', '末']),
  ),
  rule(`(?<=[年月份]的?)[前头][ ]?(?<count>${NUMBER})[ ]?${WHOLE}`, (found) => partOf(found, null), has(['前', '头'])),
  rule(
    `(?:过去|過去|最近)的?(?:这)?[ ]?(?<count>${NUMBER}|半)[ ]?${WHOLE}`,
    (found) => run(found, -1, 0),
    has(['去', '最近']),
  ),
  rule(`${CLAUSE}近[ ]?(?<count>${NUMBER}|半)[ ]?${WHOLE}(?![前后后多的])`, (found) => run(found, -1, 0), has(['近'])),
  rule(`上(?<count>[2-9二两三四五六七八九])${WHOLE}`, (found) => run(found, -1, 0), has(['上'])),
  rule(
    `(?<=^|[^以之年月份日天目面此的提从生元])前(?<count>${NUMBER})${WHOLE}(?![前后])`,
    (found) => run(found, -1, 0),
    has(['前']),
  ),
  rule(
    `(?:未来|未來|今[后後])的?[ ]?(?<count>${NUMBER}|半)${WHOLE}`,
    (found) => run(found, 1, null),
    has(['来', '來', '今']),
  ),
  rule(
    `(?<=^|[，。；：、（\\s])(?:接下来的?|[后後])(?<count>${NUMBER})${WHOLE}(?![前后])`,
    (found) => run(found, 1, 1),
    has(['后', '後', '来']),
  ),
  rule(
    `(?<![\\d第近])(?<count>${NUMBER}|半)[ ]?[个個]?(?<more>半)?(?<unit>${UNIT}|(?<=半)月)(?<more2>半)?以[来來]`,
    (found) => since(found),
    has(['以来', '以來']),
  ),
  rule(
    `(?<![\\d第.几数]|几十|数十)(?!0)(?<count>${NUMBER})(?<rough>[多余])?[个個]?(?<more>半)?[ ]?(?<unit>${UNIT}|(?<=半)月)(?<more2>半)?(?:[以之过過])?[后後](?!${ZH_TIMES.notAfter})`,
    (found) => gap(found, false),
    has(['后', '後']),
  ),
  rule(
    `再?过[ ]?(?<count>${NUMBER})[个個]?(?<more>半)?(?<unit>${UNIT}|(?<=半)月)(?<=再.{1,12})`,
    (found) => gap(found, null),
    has(['再过']),
  ),
  rule(
    `(?<![\\d第.几数])(?<count>${NUMBER})[个個]?(?<unit>年|月|${WEEK})[零又加](?<count2>${NUMBER})(?<unit2>[个個]月|天|日|${WEEK})(?:[以之])?(?:(?<back>前)|[后後])`,
    twoGaps,
    has(['零', '又', '加']),
  ),
  rule(
    '(?<half>半)(?<unit>[个個]月|年)(?:[以之过過])?[后後]',
    (found) => gap({ ...found, count: '〇', more: '半' }, false),
    has(['半']),
  ),
  rule(
    `^[之以]?[后後]?(?<count>${NUMBER})(?<more>半)?[ ]?(?<unit>${ZH_TIMES.shortUnits})(?:[以之过過]?[后後])?(?<=[后後].{0,8})`,
    (found, before) => (before.trim() === '' ? gap(found, true) : null),
    has(['后', '後']),
  ),
  rule(
    `(?<![\\d/.,-])(?<year>(?:19|20)\\d{2})(?=[ ]?[-–—~～至到][ ]?(?:(?:19|20)?\\d{2}[ ]?年|(?:19|20)\\d{2}(?![\\d./-])))`,
    (found) => ({
      date: { is: 'calendar', year: yearOf(found['year'] ?? '') },
    }),
    RANGE,
  ),
  rule(
    '(?<=(?<![\\d./-])(?:19|20)\\d{2}[ ]?[-–—~～至到][ ]?)(?<year>(?:19|20)\\d{2})(?![\\d./-]|[ ]?年)',
    (found) => ({
      date: { is: 'calendar', year: yearOf(found['year'] ?? '') },
    }),
    RANGE,
  ),
];

const weak = (meaning: Meaning | null): Meaning | null => meaning && { ...meaning, weak: true };

function unitOf(word: string | undefined): Unit {
  const plain = (word ?? '').replace(/^[个個]/u, '');
  if (plain === '日') return 'day';
  if (plain === '季度') return 'quarter';
  if (plain === '月') return 'month';
  if ((ZH_TIMES.weekWords as readonly string[]).includes(plain)) return 'week';
  return (ZH_TIMES.units as Readonly<Record<string, Unit>>)[plain] ?? 'day';
}

function partOf(groups: Groups, unit: Unit | null): Meaning | null {
  const nth = groups['last'] ? -1 : groups['nth'] ? numberOf(groups['nth']) : 1;
  const count = groups['count'] ? numberOf(groups['count']) : 1;
  if (nth === 0 || count === 0 || (unit === 'quarter' && nth > 4)) return null;
  const date: PartWords = { is: 'part', unit: unit ?? unitOf(groups['unit']), nth, count, thisYear: true };
  return { date };
}

/** 三四月, 第一、二季度: from one to the next. */
function spread(groups: Groups, unit: Unit): Meaning | null {
  const [nth, last] = [numberOf(groups['nth']), numberOf(groups['last2'])];
  return last > nth ? { date: { is: 'part', unit, nth, count: last - nth + 1, thisYear: true } } : null;
}

function weekdayIn(groups: Groups): Meaning {
  const nth = groups['last'] ? -1 : numberOf(groups['nth']);
  return { date: { is: 'part', unit: 'day', nth, count: 1, weekday: weekdayOf(groups['weekday']) }, weak: true };
}

const stepped = (groups: Groups, unit: Unit): Meaning => ({
  date: { is: 'shift', by: stepOf(groups['step']), unit, whole: true },
});

/** Of a year its first or second six months; of a month its first fifteen days, or what is left of them. */
function half(groups: Groups, unit: 'half' | 'day'): Meaning {
  const first = /[上前]/u.test(groups['edge'] ?? '');
  if (unit === 'half') return { date: { is: 'part', unit, nth: first ? 1 : 2, count: 1, thisYear: true } };
  return { date: { is: 'part', unit, nth: first ? 1 : 16, count: 15 } };
}

/** 上世纪, 20世纪: its first year, or null where the running one is counted from. */
function centuryOf(words: string | undefined): { from: number; century: 'given' | 'last' | 'near' | 'this' } {
  if (words === undefined) return { from: 0, century: 'near' };
  if (words.startsWith('本')) return { from: 0, century: 'this' };
  if (words.startsWith('上')) return { from: 0, century: 'last' };
  return { from: (numberOf(words.replace('世纪', '')) - 1) * 100, century: 'given' };
}

function decade(groups: Groups): Meaning {
  const years = numberOf(groups['decade']);
  const { from, century: which } = centuryOf(groups['century']);
  return { date: { is: 'years', from: from + years, count: 10, century: years > 99 ? 'given' : which } };
}

function century(groups: Groups): Meaning {
  return { date: { is: 'years', ...centuryOf(groups['century']), count: 100 } };
}

/** 两三天 is no number. */
const countOf = (groups: Groups): number =>
  isSome(groups['count'] ?? '')
    ? 0
    : (groups['count'] === '半' ? 0.5 : numberOf(groups['count'])) + (groups['more'] || groups['more2'] ? 0.5 : 0);

function run(groups: Groups, sign: 1 | -1, skips: 0 | 1 | null): Meaning | null {
  const count = countOf(groups);
  const unit = unitOf(groups['unit']);
  // 未来三天 begins tomorrow, 未来三个月 today.
  const skip = skips ?? (unit === 'day' || unit === 'week' ? 1 : 0);
  return count > 0 ? { date: { is: 'run', by: sign * count, unit, skip } } : null;
}

/** 三年以来: from then to now. */
function since(groups: Groups): Meaning | null {
  const meaning = run(groups, -1, 0);
  return meaning?.date?.is === 'run' ? { date: { ...meaning.date, rough: true } } : meaning;
}

/** 三天后. Minutes and hours are as good as a duration (十分钟后赶到), unless the words begin with them. */
function gap(groups: Groups, short: boolean | null): Meaning | null {
  const count = countOf(groups);
  const unit = unitOf(groups['unit']);
  const isShort = unit === 'second' || unit === 'minute' || unit === 'hour';
  if (count === 0 || (short !== null && isShort !== short)) return null;
  const from = short === false ? 'last' : 'now';
  return { date: { is: 'gap', by: [{ count, unit }], from, ...(groups['rough'] ? { rough: true } : {}) } };
}

/** 1年零3个月后. */
function twoGaps(groups: Groups): Meaning | null {
  const sign = groups['back'] ? -1 : 1;
  const by = [
    { count: sign * numberOf(groups['count']), unit: unitOf(groups['unit']) },
    { count: sign * numberOf(groups['count2']), unit: unitOf(groups['unit2']) },
  ];
  return by.some(({ count }) => count === 0) ? null : { date: { is: 'gap', by, from: sign > 0 ? 'last' : 'now' } };
}
