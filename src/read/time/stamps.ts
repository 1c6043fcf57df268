import { isDay } from '../../base/time.ts';
import { EN_TIMES } from '../locales/en/times.ts';
import type { Atom } from './atom.ts';
import { any, digit, type Groups, type Rule, readAtoms } from './rule.ts';

/** Times as machines write them, in any language: ISO 8601, RFC 5322, `ctime`, and numbers between marks. */
export const stampAtoms = (words: string): readonly Atom[] => readAtoms(words, RULES);

type Meaning = Omit<Atom, 'start' | 'end'>;

const TIME = '(?<hour>[01]\\d|2[0-3]):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d)(?:\\.\\d{1,9})?)?';
const OFFSET = '(?<offset>Z\\b|[+-]\\d{2}:?\\d{2}\\b)';
const NAME = any(EN_TIMES.months.map(([name]) => name.slice(0, 3)));
const DAY_NAME = any(EN_TIMES.weekdays.map(([name]) => name.slice(0, 3)));

const RULES: readonly Rule[] = [
  rule(`(?<year>\\d{4})-(?<month>\\d{2})-(?<day>\\d{2})[T ]?${TIME}(?: ?${OFFSET})?`),
  rule(`(?<year>\\d{4})[/.](?<month>\\d{1,2})[/.](?<day>\\d{1,2}) ${TIME}`),
  rule('(?<year>\\d{4})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?![\\d:/]|\\.\\d|-(?!(?:19|20)\\d{2}[-/.])\\d)'),
  rule(
    '(?<=\\d{4}[-/.]\\d{1,2}[-/.]\\d{1,2}[-–~])(?<year>(?:19|20)\\d{2})([-/.])(?<month>\\d{1,2})\\2(?<day>\\d{1,2})(?![\\d:/]|[.-]\\d)',
    true,
  ),
  rule('(?<year>(?:19|20)\\d{2})\\.(?<month>0?[1-9]|1[0-2])(?=[-–~至到](?:19|20)\\d{2}(?!\\d))'),
  rule(
    '(?<=(?:19|20)\\d{2}\\.\\d{1,2}[-–~至到])(?<year>(?:19|20)\\d{2})(?:\\.(?<month>0?[1-9]|1[0-2]))?(?![\\d.])',
    true,
  ),
  rule('(?<year>20[0-4]\\d)(?<month>0[1-9]|1[0-2])(?<day>0[1-9]|[12]\\d|3[01])(?!\\d|[.,]\\d)'),
  rule('(?<year>(?:19|20)\\d{2}) (?<month>0\\d|1[0-2]) (?<day>[0-2]\\d|3[01])(?![\\d:/]|[ .,-]\\d)'),
  rule(`(?<year>(?:19|20)\\d{2})[-/](?<name>${NAME})[-/](?<day>\\d{1,2})(?![\\d:/-])`),
  rule(`(?<year>(?:19|20)\\d{2})[-/](?<day>\\d{1,2})[-/](?<name>${NAME})\\b`),
  rule(`${DAY_NAME} (?<name>${NAME}) {1,2}(?<day>\\d{1,2}) ${TIME} ${OFFSET} (?<year>\\d{4})`),
  rule(`(?:${DAY_NAME}, )?(?<day>\\d{1,2}) (?<name>${NAME}) (?<year>\\d{4}) ${TIME} ${OFFSET}`),
  rule(`(?<day>\\d{1,2})(?<turned>[/.])(?<month>\\d{1,2})\\k<turned>(?<year>\\d{4})(?:,? ${TIME})?(?![\\d/])`),
  // Without a year it takes a word before it, so that no share or result is a day.
  rule(
    `(?<=\\b(?:on|by|until|since|from|before|after|day,?)\\s)(?<day>\\d{1,2})(?<turned>/)(?<month>\\d{1,2})(?![\\d/.]|:\\d)`,
  ),
];

/** A number before it is otherwise no part of a date. */
function rule(source: string, after = false): Rule {
  return { pattern: new RegExp(after ? source : `(?<!\\d|\\d[/.:-])(?:${source})`, 'giu'), needs: digit, read };
}

/** A year with a 29 February. */
const LEAP = 2000;

/** Day and month in numbers count only where they can't be the other way round, or the year leads. */
function read(groups: Groups): Meaning | null {
  const name = EN_TIMES.months.findIndex((all) => all[0].startsWith((groups['name'] ?? '-').toLowerCase()));
  const [year, first, second] = [groups['year'], groups['month'], groups['day']].map(Number);
  if (year === undefined || first === undefined || second === undefined) return null;
  if (groups['day'] === undefined)
    return { date: { is: 'calendar', year, ...(Number.isNaN(first) ? {} : { month: first }) } };
  const turned = groups['turned'] !== undefined;
  if (turned && first <= 12 && second <= 12 && first !== second) return null;
  // Of 1/22/2031 the month comes first.
  const [month, day] = name >= 0 ? [name + 1, second] : turned && first > 12 ? [second, first] : [first, second];
  if (Number.isNaN(year)) return isDay({ year: LEAP, month, day }) ? { date: { is: 'calendar', month, day } } : null;
  if (!isDay({ year, month, day })) return null;
  const date = [String(year), String(month).padStart(2, '0'), String(day).padStart(2, '0')].join('-');
  if (groups['hour'] === undefined) return { date: { is: 'calendar', year, month, day } };
  const clock = [groups['hour'], groups['minute'], ...(groups['second'] ? [groups['second']] : [])].join(':');
  return { stamp: `${date}T${clock}${offsetOf(groups['offset'])}` };
}

function offsetOf(words: string | undefined): string {
  if (words === undefined || /^z$/iu.test(words)) return words === undefined ? '' : 'Z';
  return words.includes(':') ? words : `${words.slice(0, 3)}:${words.slice(3)}`;
}
