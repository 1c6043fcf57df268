import { EN_TIMES } from '../locales/en/times.ts';
import type { Meaning } from './english-meaning.ts';
import { always, any, begins, both, digit, either, type Groups, has, type Need, type Rule } from './rule.ts';

/** The pieces that the English patterns are made of. */
export const MONTH = any(EN_TIMES.months.flat());
export const FULL_MONTH = any(EN_TIMES.months.map((names) => names[0]));
export const WEEKDAY = any(EN_TIMES.weekdays.flat());
/** "Sat" and "Sun" are days only beside a date. */
export const FULL_WEEKDAY = any(EN_TIMES.weekdays.map((names) => names[0]));
export const NUMBER = `(?:\\d{1,3}|${any([...EN_TIMES.numbers, ...Object.keys(EN_TIMES.moreNumbers)])})`;
export const UNIT = `(?:${any(Object.keys(EN_TIMES.units))}|fortnight)s?`;
/** An ordinal in words; those past twenty may be written apart. */
/** "Twenty-one" of "May twenty-one". */
export const DAY_WORDS = '(?:twenty|thirty)[- ](?:one|two|three|four|five|six|seven|eight|nine)';
export const NTH_WORD = any(EN_TIMES.ordinals).replaceAll('-', '[- ]');
export const NTH = '(?:st|nd|rd|th)?';
/** A day of the month, in figures or as an ordinal in words. */
export const DAY = (name: string): string => `(?<${name}>\\d{1,2}${NTH}|${NTH_WORD})`;
export const HOUR = `(?:\\d{1,2}|${any(EN_TIMES.numbers.slice(1, 13))})`;
export const LEAD = `(?<=\\b(?:${EN_TIMES.leads.join('|')})\\s)`;
const ONES = any(EN_TIMES.numbers.slice(1, 20));
const TEENS = any(EN_TIMES.numbers.slice(10, 20));
const TENS = any(EN_TIMES.tens);
/** A year in figures, or said in words ("nineteen ninety-six", "two thousand and five"). */
export const YEAR = `(?<year>(?:19|20|21)\\d{2}(?![\\d,.]\\d)\\b|(?:nineteen|twenty|eighteen)[ ](?:${TENS}[- ]${ONES}|${TENS}(?![- ]${ONES})|${TEENS}|(?:zero|oh) ${ONES})\\b|two thousand(?:(?: and)?[ ](?:${TENS}(?:[- ]${ONES})?|${ONES}))?\\b)`;
export const BETWEEN = '[ ]?(?:to|and|or|until|till|through|thru|-|–|—|~)[ ]?(?:the )?';

export const A_MONTH = begins(EN_TIMES.months.map(([name]) => name.slice(0, 3)));
/** A year in figures or in words. */
export const A_YEAR = either(has(['19', '20', '21']), has(['nineteen ', 'twenty ', 'eighteen ', 'two thousand']));
export const DATED_MONTH = both(digit, A_MONTH);
export const A_WEEKDAY = begins(EN_TIMES.weekdays.map(([name]) => name.slice(0, 3)));

/** Names are capitalised, so that "may" and "sun" stay words; the rest is read in any case. */
export function rule(
  source: string,
  read: (groups: Groups, before: string) => Meaning | null,
  needs: Need = always,
): Rule {
  return {
    pattern: new RegExp(`(?<!\\p{L})(?:${source})`, 'gu'),
    needs,
    low: true,
    read: (groups, before, whole) => {
      const names = { month: cased(groups, 'month', whole), weekday: cased(groups, 'weekday', whole) };
      if (!isName(names.month) || !isName(names.weekday)) return null;
      return read({ ...groups, day: cased(groups, 'day', whole) }, before);
    },
  };
}

/** A group as it is written. */
function cased(groups: Groups, name: string, whole: string): string | undefined {
  const word = groups[name];
  const at = word === undefined ? -1 : whole.toLowerCase().indexOf(word);
  return word === undefined || at < 0 ? word : whole.slice(at, at + word.length);
}

const ALSO_WORDS: readonly string[] = EN_TIMES.alsoWords;

const isName = (name: string | undefined): boolean =>
  name === undefined || /^\p{Lu}/u.test(name) || !ALSO_WORDS.includes(name.replace(/['’]s$/u, ''));
