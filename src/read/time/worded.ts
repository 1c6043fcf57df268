import type { Atom, CalendarWords, Clock, DateWords, Part, Unit } from './atom.ts';
import { always, any, digit, type Groups, has, type Need, type Rule, readAtoms } from './rule.ts';

/**
 * How a language names times, as data. `patterns` are regular expressions in which {month}, {weekday}, {number}, {unit},
 * {day}, {anaphor}, {part} and {year} stand for its words; what a pattern means follows from the groups it fills:
 * day, end, first, month, year, edge (the last day of it) · weekday · shift, then · count + unit + (ago | within) · unit · part · hour, minute, half ·
 * vague, each with `last`, `this` or `next` where the words point to one of several.
 */
export interface TimeWords {
  readonly languages: readonly string[];
  readonly months: readonly (readonly string[])[];
  /** From Sunday. */
  readonly weekdays: readonly (readonly string[])[];
  readonly numbers: Readonly<Record<string, number>>;
  readonly units: Readonly<Record<string, Unit>>;
  /** Days counted from today, with the part of the day that the word says besides. */
  readonly days: Readonly<Record<string, readonly [by: number, part?: string]>>;
  /** Days counted from the day last spoken of. */
  readonly thens: Readonly<Record<string, number>>;
  readonly parts: Readonly<Record<string, Part>>;
  readonly patterns: readonly string[];
  /** What may stand between two atoms of one expression. */
  readonly joint: RegExp;
  /** What stands between the ends of an interval: alone, and where `between` stands before. */
  readonly to: RegExp;
  readonly and: RegExp;
  readonly between: RegExp;
  readonly context: TimeContext;
}

/** What the words around a time tell of it. */
export interface TimeContext {
  /** Before: what follows is to come. */
  readonly ahead: RegExp;
  /** Right before the time ("until"), and right after it. */
  readonly until: RegExp;
  readonly aheadAfter: RegExp;
  /** A verb of saying shortly before the time; anywhere in the clause that the time opens. */
  readonly saysBefore: RegExp;
  /** A saying to come is no saying yet: "serán difundidos el jueves". */
  readonly unsaid: RegExp;
  readonly saysAfter: RegExp;
  readonly sees: RegExp;
}

const compiled = new WeakMap<TimeWords, readonly Rule[]>();

/** The words about time in a stretch, by the words of one language. */
export function wordedAtoms(words: string, language: TimeWords): readonly Atom[] {
  const rules = compiled.get(language) ?? language.patterns.map((pattern) => ruleOf(pattern, language));
  compiled.set(language, rules);
  return readAtoms(words, rules);
}

function ruleOf(pattern: string, language: TimeWords): Rule {
  const words: Readonly<Record<string, string>> = {
    month: `(?<month>${any(language.months.flat())})`,
    weekday: `(?<weekday>${any(language.weekdays.flat())})`,
    number: `(?:\\d{1,3}|${any(Object.keys(language.numbers))})`,
    unit: `(?<unit>${any(Object.keys(language.units))})`,
    day: `(?<shift>${any(Object.keys(language.days))})`,
    anaphor: `(?<then>${any(Object.keys(language.thens))})`,
    part: `(?<part>${any(Object.keys(language.parts))})`,
    year: '(?<year>(?:19|20)\\d{2})(?![\\d,.]\\d)',
  };
  const source = pattern.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => words[name] ?? whole);
  return {
    needs: needOf(pattern, language),
    pattern: new RegExp(`(?<![\\p{L}\\d])(?:${source})(?![\\p{L}])`, 'giu'),
    read: (groups) => meaningOf(groups, language),
  };
}

/** A pattern that names a table needs one of its words; one that begins with a digit, a digit. */
function needOf(pattern: string, language: TimeWords): Need {
  if (pattern.includes('{month}')) return has(language.months.flat());
  if (pattern.includes('{weekday}')) return has(language.weekdays.flat());
  if (pattern.includes('{day}')) return has(Object.keys(language.days));
  if (pattern.includes('{anaphor}')) return has(Object.keys(language.thens));
  if (pattern.includes('{part}')) return has(Object.keys(language.parts));
  if (pattern.includes('{unit}')) return has(Object.keys(language.units));
  return pattern.includes('{year}') || pattern.includes('\\d') ? digit : always;
}

type Meaning = Omit<Atom, 'start' | 'end'>;

const lower = (word: string | undefined): string => (word ?? '').toLowerCase();

function meaningOf(groups: Groups, language: TimeWords): Meaning | null {
  if (groups['vague'] !== undefined) return { date: { is: 'vague' } };
  if (groups['hour'] !== undefined) return { clock: clockOf(groups, language) };
  const date = dateOf(groups, language);
  const named = language.days[lower(groups['shift'])]?.[1] ?? groups['part'];
  const part = language.parts[lower(named)];
  if (!date && !part) return null;
  return { ...(date ? { date } : {}), ...(part ? { part } : {}) };
}

function dateOf(groups: Groups, language: TimeWords): DateWords | null {
  const weekday = indexIn(language.weekdays, groups['weekday']);
  if (weekday >= 0) return { is: 'weekday', weekday, week: groups['last'] ? 'last' : groups['next'] ? 'coming' : null };
  const [shift] = language.days[lower(groups['shift'])] ?? [];
  if (shift !== undefined) return { is: 'shift', by: shift, unit: 'day', whole: true };
  const then = language.thens[lower(groups['then'])];
  if (then !== undefined) return { is: 'anaphor', by: then };
  const unit = language.units[lower(groups['unit'])];
  if (unit && groups['edge'] !== undefined)
    return { is: 'calendar', last: true, ...(unit === 'year' ? { month: 12 } : {}) };
  return unit ? shiftOf(groups, unit, language) : calendarOf(groups, language);
}

function shiftOf(groups: Groups, unit: Unit, language: TimeWords): DateWords | null {
  if (groups['count'] === undefined)
    return { is: 'shift', by: groups['last'] ? -1 : groups['next'] ? 1 : 0, unit, whole: true };
  const count = numberOf(groups['count'], language);
  return count > 0 ? { is: 'shift', by: groups['ago'] === undefined ? count : -count, unit, whole: false } : null;
}

function calendarOf(groups: Groups, language: TimeWords): CalendarWords | null {
  const month = indexIn(language.months, groups['month']) + 1;
  const { year, day, end, first, edge } = groups;
  if (month === 0 && year === undefined && day === undefined) return null;
  const step = groups['last'] ? -1 : groups['this'] ? 0 : groups['next'] ? 1 : null;
  return {
    is: 'calendar',
    ...(year === undefined ? {} : { year: Number(year) }),
    ...(month > 0 ? { month } : {}),
    ...(first !== undefined ? { day: 1 } : day === undefined ? {} : { day: numberOf(day, language) }),
    ...(end === undefined ? {} : { toDay: Number(end) }),
    ...(edge === undefined ? {} : { last: true }),
    ...(step === null || day !== undefined ? {} : { step }),
  };
}

function clockOf(groups: Groups, language: TimeWords): Clock {
  const half = groups['half'];
  return {
    hour: numberOf(groups['hour'], language),
    minute: groups['minute'] === undefined ? null : Number(groups['minute']),
    second: null,
    half: half === undefined ? null : /^p/iu.test(half) ? 'pm' : 'am',
    offset: null,
  };
}

const indexIn = (names: readonly (readonly string[])[], name: string | undefined): number =>
  name === undefined ? -1 : names.findIndex((all) => all.includes(lower(name)));

const numberOf = (words: string | undefined, { numbers }: TimeWords): number =>
  /^\d+$/u.test(words ?? '') ? Number(words) : (numbers[lower(words)] ?? 0);
