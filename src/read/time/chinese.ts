import { ZH_TIMES } from '../locales/zh/times.ts';
import type { Atom, CalendarWords, DateWords, Part, Unit } from './atom.ts';
import { SPAN_RULES } from './chinese-spans.ts';
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
  YEAR,
  yearOf,
} from './chinese-words.ts';
import { any, type Groups, has, type Rule, readAtoms } from './rule.ts';

/** The words about time in a stretch of Chinese. */
export const chineseAtoms = (words: string): readonly Atom[] => readAtoms(words, RULES);

/** What may stand between two atoms of one Chinese expression. */
export const CHINESE_JOINT = /^(?:的|[ \t\u00a0]|[（(]|[）)]|，(?=$)){0,3}$/u;

const NOT_DAY = `(?!(?<=号)\\d|${ZH_TIMES.notDay}|(?<=[${ZH_TIMES.digits}十廿卅]号)(?!${ZH_TIMES.dayOnly}))`;
const FREE = `(?<!每[个]?[年月]|${ZH_TIMES.notDayBefore}|[${ZH_TIMES.digits}十百千万点\\d.])`;
const EDGE = '(?<edge>月?底|末|初|中旬|上旬|下旬|中)';

const MONTHS = has(['月']);
const YEARS = has(['年']);
const DAYS = has(['日', '号', '號']);
const WEEKS = has(ZH_TIMES.weekWords);

const RULES: readonly Rule[] = [
  ...SPAN_RULES,
  rule(
    `(?:${YEAR}年[ ]?)?(?<![\\d第]|每年)(?<month>${SMALL})月(?:份|[ ]?(?<day>${SMALL})(?:(?:[日号號]?[-–—~～－至到](?<end>${SMALL}))?[日号號](?!前后)|(?<=\\d|[十廿卅][${ZH_TIMES.digits}]?)(?![${ZH_TIMES.counted}]))|${EDGE})?(?!球|饼|亮|光)`,
    (found) => calendar(found),
    MONTHS,
  ),
  rule(`${YEAR}年(?:(?<turn>年?[底末])|年?[初中]|度)?(?!代|版|款|级|[内来])`, (found) => calendar(found), YEARS),
  rule(`${FREE}(?<day>${SMALL})[日号]${NOT_DAY}`, (found) => calendar(found), DAYS),
  rule(
    `(?<!每|[\\d${ZH_TIMES.digits}十两几])(?<step>${STEP})?[个個]?${WEEK}(?<weekday>[一二三四五六日天])(?![年月个岁名])`,
    weekday,
    WEEKS,
  ),
  rule(`(?<step>${STEP})(?:一)?[个個]?${WEEK}(?![一二三四五六日天末边围刊年])`, stepped('week'), WEEKS),
  rule(`(?<step>${STEP})(?:一)?[个個]?月(?:(?<edge>月?底|末|初)|份)?`, steppedMonth, MONTHS),
  rule('(?<=[上本这這当下][个個]?月)(?<ten>[上中下])旬', tenOf, has(['旬'])),
  rule(`(?<=[日号][-–—~～－至到])(?<day>${SMALL})[日号]`, (found) => calendar(found), DAYS),
  rule(`(?:${YEAR}年)?(?<month>${SMALL})(?=[-–—~～－至到]${SMALL}月(?!前|后))`, (found) => calendar(found), MONTHS),
  rule('(?<=[至到])今(?![年天日晚早晨夜后後])', () => ({
    date: { is: 'shift', by: 0, unit: 'day', whole: true },
    weak: true,
  })),
  rule('今明两[天日]', () => ({ date: { is: 'run', by: 2, unit: 'day', skip: 0 } })),
  rule('年初', () => ({ date: { is: 'shift', by: 0, unit: 'year', whole: true } })),
  rule('(?<![0-9一二三四五六七八九十个])月[初中](?!旬|国|心)', () => ({
    date: { is: 'shift', by: 0, unit: 'month', whole: true },
  })),
  rule(`(?<step>上上|下下|[上下](?=一))一?年(?![级生代])`, stepped('year'), YEARS),
  rule(
    `(?<word>${any(Object.keys(ZH_TIMES.years))})(?:(?<turn>年?[底末])|年?[初中]|(?<=本年|上年)度)?`,
    yearWord,
    YEARS,
  ),
  rule(`(?<turn>年底|年末)`, (found) => calendar(found)),
  rule('(?<![0-9一二三四五六七八九十个])(?<edge>月底|月末)', (found) => calendar(found)),
  rule(`(?<day>(?<!《)${any(Object.keys(ZH_TIMES.days))})(?!${ZH_TIMES.notDayWord})`, dayWord),
  rule(`(?<day>${any(Object.keys(ZH_TIMES.anaphors))})(?!起来)`, anaphor),
  rule(
    `(?:大?约|近)?(?:(?<half>半)个?(?:小时|钟头)|(?<count>${NUMBER})(?:多|余|来)?(?<unit>${UNIT}))(?:[以之]?前)(?!后|[${ZH_TIMES.digits}十两\\d]+[个個]?(?:月|天|周))`,
    ago,
    has(['前']),
  ),
  rule(
    `(?<!后|起|第|后在)(?<count>${NUMBER})(?<unit>${any([...Object.keys(ZH_TIMES.units), '日'])})[之以]?内`,
    within,
    has(['内']),
  ),
  rule(`(?:${ZH_TIMES.vague})`, () => ({ date: { is: 'vague' } })),
  rule('(?<![月\\d])(?:上旬|中旬|下旬)', () => ({ date: { is: 'vague' } })),
  rule(
    `(?<![\\d.])(?<hour>${SMALL}|两)(?:时|点|時|點)(?:(?<minute>\\d{2}|(?:\\d|[${ZH_TIMES.digits}十]{1,3})(?=分)|(?:[二三四五]?十[${ZH_TIMES.digits}]?|[零〇][${ZH_TIMES.digits}])(?![个個人名岁多年月天次]))分?(?:(?<second>\\d{1,2})秒)?|(?<near>半|一刻|三刻|整))?(?:许|左右|前后)?(?!间|候|钟[内前]|[${ZH_TIMES.digits}](?![十刻分])|[大小]?(?:${ZH_TIMES.notClock}))`,
    clock,
    has(['时', '点', '時', '點']),
  ),
  rule(
    '(?<![\\d.:：/-])(?<hour>[01]?\\d|2[0-4])[:：](?<minute>[0-5]\\d)(?:[:：](?<second>[0-5]\\d))?(?![\\d:：])[时分]?',
    clock,
    has([':', '：']),
  ),
  rule(`(?<part>${any(Object.keys(ZH_TIMES.parts).filter((name) => name.length > 1))})`, part),
  rule('(?<=[日号天一二三四五六）])(?<part>[早晨晚夜])(?![报间会期辈宴安年起])', part),
];

function calendar(groups: Groups, more: Partial<CalendarWords> = {}): Meaning | null {
  const { year, month, day, end, edge, turn } = groups;
  const words: CalendarWords = {
    is: 'calendar',
    ...(year ? { year: yearOf(year) } : { thisYear: true }),
    ...(month ? { month: numberOf(month) } : {}),
    ...(day ? { day: numberOf(day) } : {}),
    ...(end ? { toDay: numberOf(end) } : {}),
    ...(edge && /[底末]/u.test(edge) ? { last: true } : {}),
    ...(edge && /旬/u.test(edge) ? tenDays(edge) : {}),
    ...(turn ? { month: 12, last: true } : {}),
    ...more,
  };
  const wrong = (words.month ?? 1) > 12 || words.month === 0 || (words.day ?? 1) > 31 || words.day === 0;
  return wrong ? null : { date: words };
}

/** A month is told in three: to the 10th, to the 20th, to its end. */
function tenDays(edge: string): Partial<CalendarWords> {
  if (edge.startsWith('上')) return { day: 1, toDay: 10 };
  return edge.startsWith('中') ? { day: 11, toDay: 20 } : { day: 21, toDay: 31 };
}

function weekday(groups: Groups): Meaning {
  const day = weekdayOf(groups['weekday']);
  return { date: { is: 'weekday', weekday: day, week: groups['step'] === undefined ? null : stepOf(groups['step']) } };
}

function stepped(unit: Unit): (groups: Groups) => Meaning {
  return (groups) => ({ date: { is: 'shift', by: stepOf(groups['step']), unit, whole: true } });
}

function steppedMonth(groups: Groups): Meaning {
  const edge = groups['edge'] ?? '';
  const date: DateWords = { is: 'shift', by: stepOf(groups['step']), unit: 'month', whole: true };
  if (/[底末]/u.test(edge)) return { date, last: true };
  return { date };
}

/** Ten days of the month beside. */
function tenOf(groups: Groups): Meaning {
  const nth = 1 + '上中下'.indexOf(groups['ten'] ?? '上') * 10;
  return { date: { is: 'part', unit: 'day', nth, count: nth > 20 ? 11 : 10 }, weak: true };
}

function yearWord(groups: Groups): Meaning {
  const years: Readonly<Record<string, number>> = ZH_TIMES.years;
  const date: DateWords = { is: 'shift', by: years[groups['word'] ?? ''] ?? 0, unit: 'year', whole: true };
  return groups['turn'] ? { date, last: true } : { date };
}

function dayWord(groups: Groups): Meaning {
  const word = groups['day'] as keyof typeof ZH_TIMES.days;
  return { date: { is: 'shift', by: ZH_TIMES.days[word], unit: 'day', whole: true }, ...lastPart(word) };
}

function anaphor(groups: Groups): Meaning {
  const word = groups['day'] as keyof typeof ZH_TIMES.anaphors;
  return { date: { is: 'anaphor', by: ZH_TIMES.anaphors[word] }, ...lastPart(word) };
}

const PARTS: Readonly<Record<string, Part>> = ZH_TIMES.parts;

function lastPart(word: string): Partial<Meaning> {
  const found = PARTS[word.at(-1) ?? ''];
  return found ? { part: found } : {};
}

function part(groups: Groups): Meaning | null {
  const found = PARTS[groups['part'] ?? ''];
  return found ? { part: found } : null;
}

const unitOf = (word: string | undefined): Unit =>
  (ZH_TIMES.units as Readonly<Record<string, Unit>>)[word ?? ''] ?? 'day';

function ago(groups: Groups): Meaning | null {
  if (groups['half']) return { date: { is: 'shift', by: -30, unit: 'minute', whole: false } };
  // 五八年前 is before 1958, or no time at all.
  if (/^[^十百\d]{2,}$/u.test(groups['count'] ?? ''))
    return isSome(groups['count'] ?? '') ? { date: { is: 'vague' } } : null;
  const count = numberOf(groups['count']);
  return count > 0 ? { date: { is: 'shift', by: -count, unit: unitOf(groups['unit']), whole: false } } : null;
}

function within(groups: Groups): Meaning | null {
  const count = numberOf(groups['count']);
  return count > 0 ? { date: { is: 'shift', by: count, unit: unitOf(groups['unit']), whole: false } } : null;
}

const NEAR: Readonly<Record<string, number>> = { 半: 30, 一刻: 15, 三刻: 45, 整: 0 };

function clock(groups: Groups): Meaning | null {
  const hour = numberOf(groups['hour']);
  const minute = groups['minute'] === undefined ? (NEAR[groups['near'] ?? ''] ?? null) : numberOf(groups['minute']);
  if (hour > 24 || (minute ?? 0) > 59) return null;
  const second = groups['second'] === undefined ? null : Number(groups['second']);
  return { clock: { hour, minute, second, half: null, offset: null } };
}
