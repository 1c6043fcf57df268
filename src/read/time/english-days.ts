import { EN_TIMES } from '../locales/en/times.ts';
import {
  ago,
  anaphor,
  calendar,
  dayMonth,
  dayWord,
  endOf,
  gap,
  type Meaning,
  stepped,
  steppedMonth,
  weekday,
  weekdayIn,
  within,
} from './english-meaning.ts';
import {
  A_MONTH,
  A_WEEKDAY,
  A_YEAR,
  BETWEEN,
  DATED_MONTH,
  DAY,
  DAY_WORDS,
  FULL_MONTH,
  FULL_WEEKDAY,
  LEAD,
  MONTH,
  NTH,
  NTH_WORD,
  NUMBER,
  rule,
  UNIT,
  WEEKDAY,
  YEAR,
} from './english-words.ts';
import { any, both, digit, has, type Rule } from './rule.ts';

const A_SPAN = has([' week', ' month', ' year']);
const DAY_ENDS =
  '(?=\\s*(?:[,.;:)!?–-]|$|\\b(?:and|to|or|at|in|by|when|that|but|the|a|an|we|our|he|she|it|they|his|her|their|after|before|with|for|from|as|is|was|were|had|has|will|around|about|between|until|till|through)\\b))';
const FROM_NOW = `(?<count>half an?|${NUMBER}) (?<unit>${UNIT})`;
const NO_MORE = '(?![ ]?(?:people|euros|pounds|tonnes|metres|%|-))';

/** Days, months and years as a calendar names them. */
const DATES: readonly Rule[] = [
  rule(
    `(?:(?<day>\\d{1,2})${NTH}${BETWEEN})?(?<!\\d|\\d[:.,]\\d?|[$€£]\\d?)(?<end>\\d{1,2})${NTH}(?: of)?[ ]+(?<month>${MONTH})\\b(?:\\.?,?[ ]+(?:of |in )?${YEAR})?`,
    dayMonth,
    DATED_MONTH,
  ),
  rule(
    `(?<!\\d|\\d[:.,]\\d?|[$€£]\\d?)(?<end>\\d{1,2})\\.?[ ](?<month>${MONTH})\\.?,?[ ](?<year>[12]\\d{3})\\b`,
    dayMonth,
    DATED_MONTH,
  ),
  rule(
    `(?:the )?(?<day>\\d{1,2})${NTH}(?:${BETWEEN}(?<end>\\d{1,2})${NTH})(?: of)?(?= (?:last|this|next) month\\b)`,
    dayMonth,
    has([' month']),
  ),
  rule(`(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)(?: of)?(?= (?:last|this|next) month\\b)`, dayMonth, has([' month'])),
  rule(
    `(?<=\\b(?:between|from) )(?<day>\\d{1,2}) and (?<end>\\d{1,2})(?= (?:last|this|next) month\\b)`,
    dayMonth,
    has([' month']),
  ),
  rule(`(?<month>${MONTH})\\b\\.?[ ]+(?<day>${DAY_WORDS})${DAY_ENDS}(?:,?[ ]+${YEAR})?`, dayMonth, A_MONTH),
  rule(`(?<month>${MONTH})[ ](?<day>${DAY_WORDS}),?[ ]${YEAR}`, dayMonth, A_MONTH),
  rule(`(?<month>${MONTH})(?= (?:of )?(?:last|this|next) year\\b)`, (found) => calendar(found), A_MONTH),
  rule(
    `(?<![\\d/.,-])${YEAR}(?=,? (?:(?:${MONTH})\\b|(?:the )?(?:first|second|third|fourth) (?:quarter|half)\\b))`,
    (found) => calendar(found),
    A_YEAR,
  ),
  rule(
    `(?<=\\b(?:19|20)\\d{2},? )(?<month>${MONTH})\\b(?=[.,;:)!?]|$|[ ](?:and|to|until|through)\\b)`,
    (found) => calendar(found),
    DATED_MONTH,
  ),
  rule(
    `(?:the )?(?:(?<day>${NTH_WORD})${BETWEEN})?(?<end>${NTH_WORD})(?: day)?(?: of)?[ ]+(?<month>${MONTH})\\b(?:\\.?,?[ ]+(?:of |in )?${YEAR})?`,
    dayMonth,
    A_MONTH,
  ),
  rule(
    `(?<!\\d|\\d[:.,]\\d?|[$€£]\\d?)(?<end>\\d{1,2})[-/](?<month>${MONTH})[-/,. ]{1,2}(?<year>(?:19|20)\\d{2})\\b`,
    dayMonth,
    DATED_MONTH,
  ),
  rule(
    `(?<month>${MONTH})\\b\\.?[ ]+(?:the )?${DAY('day')}(?![\\d:]|[.,]\\d)(?:${BETWEEN}(?<end>\\d{1,2}${NTH}|${NTH_WORD})\\b(?!:|[ ]?[ap]\\.?m\\b|[ ]+(?:${MONTH})\\b))?(?:[ ]?,?[ ]+(?:of |in )?${YEAR})?`,
    dayMonth,
    A_MONTH,
  ),
  rule(
    `(?<month>${MONTH})[-/]?(?<day>\\d{1,2})(?![\\d:]|[.,]\\d)\\b(?:[ ]?[-/,]?[ ]?(?<year>(?:19|20)\\d{2})\\b)?`,
    dayMonth,
    DATED_MONTH,
  ),
  rule(
    `the end of (?:(?<month>${FULL_MONTH})|the (?<unit>month|year))\\b(?:,?[ ]+${YEAR})?`,
    endOf,
    has(['the end of ']),
  ),
  rule(
    `(?:(?:early|late|mid)[- ]|the (?:start|beginning|middle) of )?(?<month>${MONTH})\\b(?:\\.?[ ]?,?[ ]+(?:of |in )?|-)${YEAR}`,
    (found) => calendar(found),
    A_MONTH,
  ),
  rule(
    `(?:(?:early|late|mid)[- ]|the (?:start|beginning|middle) of |${LEAD})(?<month>${MONTH})\\b(?![ ]+\\d)`,
    (found) => calendar(found),
    A_MONTH,
  ),
  rule(`(?<month>${MONTH})(?=${BETWEEN}(?:${MONTH})\\b)`, (found) => calendar(found), A_MONTH),
  rule(`(?<=\\b${MONTH}${BETWEEN})(?<month>${MONTH})\\b(?!\\.?[ ]+\\d{1,2}\\b)`, (found) => calendar(found), A_MONTH),
  rule(
    `(?<=\\b(?:the|its|his|her|their|our|a|year's|year’s) )(?<month>${FULL_MONTH})\\b(?=[ ]\\p{Ll})`,
    (found) => calendar(found),
    A_MONTH,
  ),
  rule(`\\b(?<step>last|this|next) (?<month>${MONTH})\\b`, steppedMonth, A_MONTH),
  rule(`${LEAD}${YEAR}${NO_MORE}`, (found) => calendar(found), A_YEAR),
  rule(`(?<![\\d/.,-])${YEAR}(?=[- ]?[qh][1-4]\\b)`, (found) => calendar(found), A_YEAR),
  rule(`(?<=\\b[qh][1-4][- ])${YEAR}`, (found) => calendar(found), A_YEAR),
  rule(`the end of (?:the year )?${YEAR}`, (found) => endOf({ ...found, unit: 'year' }), has(['the end of '])),
  rule(`(?:the )?(?:start|beginning|middle) of (?:the year )?${YEAR}`, (found) => calendar(found), A_YEAR),
  rule(`(?:early|late|mid)[- ]${YEAR}`, (found) => calendar(found), A_YEAR),
  rule(
    `(?<![\\d/.,-])${YEAR}(?=${BETWEEN}(?:(?:${MONTH})(?: \\d{1,2}${NTH})?,? )?(?:19|20)\\d{2}(?![\\d-]))`,
    (found) => calendar(found),
    digit,
  ),
  rule(`(?<=(?<![\\d/.,-])(?:19|20)\\d{2}${BETWEEN})${YEAR}${NO_MORE}`, (found) => calendar(found), digit),
  rule(`(?<=\\bthe )(?<year>(?:19|20)\\d{2})(?=[ ]\\p{Ll}+(?<!s)\\b)`, (found) => calendar(found), digit),
];

const WEEKDAYS: readonly Rule[] = [
  rule(
    `(?<!\\b(?:every|each|other) )(?:(?:this )?(?<step>last|next|this coming|this|coming|following|upcoming|past|previous) )?(?<weekday>${FULL_WEEKDAY}(?:'s|’s)?\\b|${WEEKDAY}\\b(?=\\.?,?[ ](?:the )?(?:\\d|${MONTH}\\b))|(?<=\\bweek )(?:${WEEKDAY})\\b)(?![ ](?:morning|afternoon|evening|night)s)(?<later>[ ]week\\b)?`,
    weekday,
    A_WEEKDAY,
  ),
  rule(
    `(?:the )?(?<edge>first|second|third|fourth|fifth|last) (?<weekday>${FULL_WEEKDAY})(?=(?:[ ][\\w:]+){0,4}?[ ](?:of|in)\\b)`,
    weekdayIn,
    A_WEEKDAY,
  ),
  rule(`(?<=${WEEKDAY}\\.?,?[ ])(?:the )?(?<day>\\d{1,2}${NTH}|${NTH_WORD})${DAY_ENDS}`, dayMonth, A_WEEKDAY),
  rule(`(?<=\\()(?<day>\\d{1,2})(?:st|nd|rd|th)(?=\\))`, (found) => ({ ...dayMonth(found), weak: true }), digit),
  rule(
    `(?<=\\b(?:on|of|by|until|since|before|from|after|around|for)\\s|${WEEKDAY}\\s)(?:the )?(?<day>\\d{1,2})(?:st|nd|rd|th)${DAY_ENDS}`,
    dayMonth,
    digit,
  ),
];

/** As an end of an interval, the present is a day. */
const NOW: Meaning = { date: { is: 'shift', by: 0, unit: 'day', whole: true }, weak: true };

/** A bare number is a day only where an hour or the end of the sentence shows it. */
const BARE_DAYS: readonly Rule[] = [
  rule(
    '(?<=\\b(?:on|by|until|before|after) the )(?<day>\\d{1,2})(?=[.,;!?]|$|[ ](?:from|at|between)\\b)(?![.,]\\d)',
    dayMonth,
    digit,
  ),
  rule('(?<=\\bon )(?<day>\\d{1,2})(?=,? (?:at )?\\d{1,2}(?::\\d{2}|[ ]?[ap]m\\b))', dayMonth, digit),
  rule('(?<=\\d[ ]?[ap]m on (?:the )?)(?<day>\\d{1,2})(?=[.,;!?]|$|[ ]\\p{L})(?![.,]\\d)', dayMonth, digit),
];

/** Days and spans counted from the reference. */
const WORDS: readonly Rule[] = [
  rule(
    `(?:(?:early|late) (?=this ))?(?<day>${any(Object.keys(EN_TIMES.days))})(?:'s|’s)?\\b`,
    dayWord,
    has(Object.keys(EN_TIMES.days)),
  ),
  rule(`(?<day>${any(Object.keys(EN_TIMES.anaphors))})\\b`, anaphor, has(Object.keys(EN_TIMES.anaphors))),
  rule(
    `\\b(?:(?:early|late|mid)[- ])?(?<step>earlier this|later this|last|this|next|previous|coming|upcoming|the current) (?:calendar )?(?<unit>week|month|year|quarter|decade|century|weekend)(?:'s|’s)?\\b`,
    stepped,
    has([' week', ' month', ' year', ' quarter', ' decade', ' century']),
  ),
  rule(
    '(?<=\\b(?:quarters?|half|days?|weeks?|months?) (?:of|in) )the (?<unit>year|month)\\b',
    (found) => stepped({ ...found, step: 'this' }),
    A_SPAN,
  ),
  rule(
    '(?<=\\b(?:between|from) )now\\b|(?<=\\b(?:and|to|till|until) )(?:now|the present|the current date)\\b',
    () => NOW,
    has(['now', 'present', 'current']),
  ),
  rule(
    '(?:the )?(?<unit>week|month|year) after next\\b',
    (found) => stepped({ ...found, step: 'next', more: 'yes' }),
    A_SPAN,
  ),
  rule(
    `\\b(?:about |around |nearly |almost |over |more than )?(?:(?<half>half an?) |(?<count>${NUMBER}) )(?<unit>${UNIT}) ago\\b`,
    ago,
    has([' ago']),
  ),
  rule(
    `(?<!\\b(?:last|past|next) )${FROM_NOW},?(?: and)? (?<count2>${NUMBER}) (?<unit2>${UNIT})(?:,?(?: and)? (?<count3>${NUMBER}) (?<unit3>${UNIT}))? ago\\b`,
    (found) => gap(found, -1, 'now'),
    has([' ago']),
  ),
  rule(
    '(?:the )?(?:rest|remainder) of (?:the|this|the current) (?<unit>week|month|year)\\b',
    (found) => restOf(stepped({ ...found, step: 'this' })),
    has(['rest of ', 'remainder of ']),
  ),
  rule(`\\bwithin (?:the next )?(?<count>${NUMBER}) (?<unit>${UNIT})\\b(?! of\\b)`, within, has(['within '])),
  rule(`\\bin (?<count>${NUMBER}) (?<unit>${UNIT})(?:'|’) time\\b`, within, has([' time'])),
  rule(`${FROM_NOW} from now\\b`, (found) => gap(found, 1, 'now'), has(['from now'])),
  rule(
    `(?<!\\b(?:time|first|worst|best|once|twice|highest|lowest|biggest|done|built|over) )\\bin ${FROM_NOW}\\b(?!['’]|-| of\\b| or\\b| time\\b)`,
    (found) => ({ ...gap(found, 1, 'now'), unpast: true }),
    both(has(['in ']), has(Object.keys(EN_TIMES.units))),
  ),
  rule(
    `${FROM_NOW}(?: (?<count2>${NUMBER}) (?<unit2>${UNIT}))?(?: (?<count3>${NUMBER}) (?<unit3>${UNIT}))? later\\b`,
    (found) => gap(found, 1, 'last'),
    has([' later']),
  ),
  rule(
    `(?:more than |less than )?${FROM_NOW} (?:after|from)(?= (?:${any(Object.keys(EN_TIMES.days))}|(?:(?:last|next|this) )?${FULL_WEEKDAY}|${MONTH}|\\d{1,2}))`,
    (found) => ({ ...gap(found, 1, 'beside'), weak: true }),
    has([' after ', ' from ']),
  ),
  rule(
    `(?:more than |less than )?${FROM_NOW} before(?= (?:${any(Object.keys(EN_TIMES.days))}|(?:(?:last|next|this) )?${FULL_WEEKDAY}|${MONTH}|\\d{1,2}))`,
    (found) => ({ ...gap(found, -1, 'beside'), weak: true }),
    has([' before ']),
  ),
  rule(`\\b(?:${EN_TIMES.vague.join('|')})\\b`, () => ({ date: { is: 'vague' } }), has(EN_TIMES.vagueSigns)),
];

/** Whole days that begin with a day: "the week starting 4 May", "two weeks from Monday on". */
const FROM_DAYS: readonly Rule[] = [
  rule(
    `(?:the )?(?:week (?:starting|beginning|commencing)(?: on)?|w/c)(?= (?:the )?(?:${MONTH}|\\d{1,2}|(?:(?:last|next|this) )?${FULL_WEEKDAY})\\b)`,
    () => ({ date: { is: 'gap', by: [], from: 'beside', span: 'week' }, weak: true }),
    has(['week ', 'w/c']),
  ),
  rule(
    `(?:for )?${FROM_NOW},? (?:starting(?: from| on)?|beginning(?: on)?|from)(?= (?:today|tomorrow|(?:last|next|this) ${FULL_WEEKDAY}|${MONTH}|\\d{1,2}))`,
    (found) => spanOf(gap(found, 1, 'beside')),
    has([' starting', ' beginning', ', from']),
  ),
];

const restOf = (meaning: Meaning): Meaning =>
  meaning.date?.is === 'shift' ? { date: { ...meaning.date, rest: true } } : meaning;

const spanOf = (meaning: Meaning | null): Meaning | null =>
  meaning?.date?.is === 'gap' ? { date: { ...meaning.date, span: 'run' }, weak: true } : null;

/** Everything that names a day, a month or a year. */
export const DAY_RULES: readonly Rule[] = [...DATES, ...WEEKDAYS, ...BARE_DAYS, ...FROM_DAYS, ...WORDS];
