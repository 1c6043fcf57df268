import { EN_TIMES } from '../locales/en/times.ts';
import type { Atom, Clock } from './atom.ts';
import {
  ago,
  anaphor,
  calendar,
  clock,
  dayMonth,
  dayWord,
  endOf,
  type Meaning,
  part,
  stepped,
  steppedMonth,
  weekday,
  weekOfMonth,
  within,
} from './english-meaning.ts';
import { always, any, both, digit, type Groups, has, type Need, type Rule, readAtoms } from './rule.ts';

/** The words about time in a stretch of English. */
export const englishAtoms = (words: string): readonly Atom[] => readAtoms(words, RULES);

/** What may stand between two atoms of one English expression. */
export const ENGLISH_JOINT =
  /^[ \t\u00a0,-]*(?:\([ \t]*)?(?:(?:on|at|of|in|the|about|around|shortly|just|after|before|early)[ \t]+){0,3}$/iu;

const SPACE = '[ \\t\\u00a0]+';
const MONTHS = EN_TIMES.months.flat();
const WEEKDAYS = EN_TIMES.weekdays.flat();
const MONTH = any(MONTHS);
/** "Sat" and "Sun" are days only beside a date. */
const FULL_WEEKDAY = any(EN_TIMES.weekdays.map((names) => names[0]));
const FULL_MONTH = any(EN_TIMES.months.map((names) => names[0]));
const WEEKDAY = any(WEEKDAYS);
const NUMBER = `(?:\\d{1,3}|${any([...EN_TIMES.numbers, ...Object.keys(EN_TIMES.moreNumbers)])})`;
const UNIT = `(?:${any(Object.keys(EN_TIMES.units))}|fortnight)s?`;
const NTH = '(?:st|nd|rd|th)?';
const ZONE = `(?:${SPACE}?(?<zone>${any(Object.keys(EN_TIMES.zones))})\\b)?`;
const HALF = '(?<half>[ap]\\.[ \\u00a0]?m\\.?|[ap]m\\b)';
const HOUR = `(?:\\d{1,2}|${any(EN_TIMES.numbers.slice(1, 13))})`;
const LEAD = `(?<=\\b(?:${EN_TIMES.leads.join('|')})\\s)`;
const YEAR = '(?<year>(?:19|20)\\d{2})(?![\\d,.]\\d)\\b';
const BETWEEN = '[ ]?(?:to|and|or|until|-|–|—)[ ]?';

/** Midnight is the day's last moment, but "just after" it the day begins. */
const MIDNIGHT: Clock = { hour: 0, minute: 0, second: null, half: null, offset: null };

const A_MONTH = has(EN_TIMES.months.map(([name]) => name.slice(0, 3)));
const DATED_MONTH = both(digit, A_MONTH);
const A_WEEKDAY = has(EN_TIMES.weekdays.map(([name]) => name.slice(0, 3)));
const A_SPAN = has([' week', ' month', ' year']);

const RULES: readonly Rule[] = [
  rule(
    `(?:(?<day>\\d{1,2})${NTH}${BETWEEN})?(?<!\\d|[:.,]\\d?)(?<end>\\d{1,2})${NTH}(?: of)?[ ]+(?<month>${MONTH})\\b(?:\\.?,?[ ]+${YEAR})?`,
    dayMonth,
    DATED_MONTH,
  ),
  rule(
    `(?<month>${MONTH})\\b\\.?[ ]+(?:the )?(?<day>\\d{1,2})${NTH}(?![\\d:]|[.,]\\d)(?:${BETWEEN}(?<end>\\d{1,2})${NTH}\\b(?!:|[ ]+(?:${MONTH})\\b))?(?:,?[ ]+${YEAR})?`,
    dayMonth,
    DATED_MONTH,
  ),
  rule(
    `(?:the )?(?<edge>first|second|third|fourth|last) week (?:of|in) (?<month>${MONTH})\\b(?:,?[ ]+${YEAR})?`,
    weekOfMonth,
    has([' week ']),
  ),
  rule(
    `the end of (?:(?<month>${FULL_MONTH})|the (?<unit>month|year))\\b(?:,?[ ]+${YEAR})?`,
    endOf,
    has(['the end of ']),
  ),
  rule(
    `(?:(?:early|late|mid)[- ]|the (?:start|beginning|middle) of )?(?<month>${MONTH})\\b\\.?,?[ ]+${YEAR}`,
    (found) => calendar(found),
    DATED_MONTH,
  ),
  rule(
    `(?:(?:early|late|mid)[- ]|the (?:start|beginning|middle) of |${LEAD})(?<month>${FULL_MONTH})\\b(?![ ]+\\d)`,
    (found) => calendar(found),
    A_MONTH,
  ),
  rule(`\\b(?<step>last|this|next) (?<month>${FULL_MONTH})\\b`, steppedMonth, A_MONTH),
  rule(`${LEAD}${YEAR}(?![ ]?(?:people|euros|pounds|tonnes|metres|%|-))`, (found) => calendar(found), digit),
  rule(
    `(?<!\\b(?:every|each) )(?:(?<step>last|next|this coming|this|coming|following) )?(?<weekday>${FULL_WEEKDAY}(?:'s|’s)?\\b|${WEEKDAY}\\b(?=\\.?,?[ ](?:\\d|${MONTH}\\b)))(?<later>[ ]week\\b)?`,
    weekday,
    A_WEEKDAY,
  ),
  rule(`(?<day>${any(Object.keys(EN_TIMES.days))})(?:'s|’s)?\\b`, dayWord, has(Object.keys(EN_TIMES.days))),
  rule(`(?<day>${any(Object.keys(EN_TIMES.anaphors))})\\b`, anaphor, has(Object.keys(EN_TIMES.anaphors))),
  rule('the past (?<unit>week|month|year)\\b', (found) => ago({ ...found, count: 'one' }), has(['the past '])),
  rule(`\\b(?<step>earlier this|later this|last|this|next) (?<unit>week|month|year)(?:'s|’s)?\\b`, stepped, A_SPAN),
  rule(
    `\\b(?:about |around |nearly |almost |over |more than )?(?:(?<half>half an?) |(?<count>${NUMBER}) )(?<unit>${UNIT}) ago\\b`,
    ago,
    has([' ago']),
  ),
  rule(`\\bwithin (?:the next )?(?<count>${NUMBER}) (?<unit>${UNIT})\\b(?! of\\b)`, within, has(['within '])),
  rule(`\\bin (?<count>${NUMBER}) (?<unit>${UNIT})(?:'|’) time\\b`, within, has([' time'])),
  rule(`\\b(?:${EN_TIMES.vague.join('|')})\\b`, () => ({ date: { is: 'vague' } })),
  rule(
    `(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d)(?!\\d)(?::(?<second>\\d{2}))?)?[ \\u00a0]?${HALF}${ZONE}`,
    clock,
    digit,
  ),
  rule(
    `(?<![\\d.:,/-])(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d))?(?![\\d:])${ZONE}`,
    clock,
    digit,
  ),
  rule(`(?<=\\b(?:at|about|around)\\s)(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)(?!\\d)${ZONE}`, clock, digit),
  rule(`(?<hour>${HOUR})[ ]o['’]clock\\b`, clock, has(['clock'])),
  rule(
    `(?<near>half past|half|a quarter past|quarter past|a quarter to|quarter to)[ ](?<hour>${HOUR})\\b`,
    clock,
    has(['half ', 'quarter ']),
  ),
  rule(
    `(?<=\\b(?:at|about|around|by|before|after|until|since)\\s)(?<hour>${HOUR})(?=[ ](?:on|in the|this|that|yesterday|today|tomorrow|last night|tonight)\\b)`,
    (found) => ({ ...clock(found), weak: true }),
  ),
  rule('(?:early|small) hours\\b', () => ({ part: EN_TIMES.parts.morning }), has([' hours'])),
  rule(
    '(?<=\\b(?:between|from) )(?<hour>\\d{1,2})(?:[:.](?<minute>[0-5]\\d))?(?= (?:and|to|until) \\d)',
    (found) => ({
      ...clock({ ...found, half: undefined }),
      weak: true,
    }),
    digit,
  ),
  rule('(?<=after )midnight\\b', () => ({ clock: MIDNIGHT }), has(['midnight'])),
  rule('midnight\\b', () => ({ clock: { ...MIDNIGHT, hour: 24 } }), has(['midnight'])),
  rule(
    `\\b(?<part>noon|midday|lunchtime|dawn|morning|afternoon|evening|night)\\b`,
    part,
    has(Object.keys(EN_TIMES.parts)),
  ),
  rule(`\\b(?<part>late)(?= (?:on (?:${WEEKDAY})|${WEEKDAY}|yesterday|last night)\\b)`, part, has(['late '])),
  rule(`(?<=\\()(?<day>\\d{1,2})(?:st|nd|rd|th)(?=\\))`, (found) => ({ ...dayMonth(found), weak: true }), digit),
  rule(
    `(?<=\\b(?:on|of|by|until|since|before|from|after)\\s|${WEEKDAY}\\s)the (?<day>\\d{1,2})(?:st|nd|rd|th)(?=\\s*(?:[,.;:)!?]|$|\\b(?:and|to|or|at|in|by|when|that|but|the|a|an|we|our|he|she|it|they|his|her|their|after|before|with|for|from|as|is|was|were|had|has|will)\\b))`,
    dayMonth,
    digit,
  ),
];

/** Names are capitalised, so that "may" and "sun" stay words; the rest is read in any case. */
function rule(source: string, read: (groups: Groups, before: string) => Meaning | null, needs: Need = always): Rule {
  const capital = (name: string | undefined): boolean => name === undefined || /^\p{Lu}/u.test(name);
  return {
    pattern: new RegExp(`(?<![\\p{L}])(?:${source})`, 'giu'),
    needs,
    read: (groups, before) => (capital(groups['month']) && capital(groups['weekday']) ? read(groups, before) : null),
  };
}
