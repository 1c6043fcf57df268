import { EN_TIMES } from '../locales/en/times.ts';
import { century, decade, type Meaning, part, run } from './english-meaning.ts';
import { NTH_WORD, NUMBER, rule } from './english-words.ts';
import { any, both, digit, type Groups, has, type Rule } from './rule.ts';

const EDGE = `(?:the )?(?<edge>\\d{1,2}(?:st|nd|rd|th)|last|final|${NTH_WORD})`;
const COUNT = `(?:(?<count>${NUMBER}) )?`;
const OF = '(?=[ ](?:of|in)\\b)';
const A_RUN = both(
  has(['past ', 'last ', 'previous ', 'next ', 'coming ', 'following ']),
  has(['mins', 'minutes', 'hours', 'hrs', 'days', 'weeks', 'months', 'quarters', 'years', 'decades', 'weekends']),
);
const A_PART = has(['week', 'quarter', 'half', 'month', 'day']);

/** Quarters, weeks of a year, decades, and runs of units. */
export const SPAN_RULES: readonly Rule[] = [
  rule(
    `${EDGE} ${COUNT}(?<unit>week|month|day|quarter|half)s?(?:${OF}|(?=[ ](?:last|this|next) year\\b))(?! a\\b)`,
    weakPart,
    A_PART,
  ),
  rule(
    `(?:the )?(?<edge>first|second|third|fourth) quarter(?! of (?:a|an)\\b)\\b`,
    (found) => part({ ...found, unit: 'quarter' }),
    has(['quarter']),
  ),
  rule(
    `(?<=\\b(?:19|20)\\d{2}[- ]?)(?<letter>[qh])(?<number>[1-4])\\b|(?<letter2>[qh])(?<number2>[1-4])(?=[- ](?:19|20)\\d{2}\\b)`,
    part,
    digit,
  ),
  rule('(?<letter>q)(?<number>[1-4])(?= (?:and|to|or) q[1-4]\\b)', part, has(['q1', 'q2', 'q3'])),
  rule('(?<=\\b(?:in|for|during|since|of|and) )(?<letter>q)(?<number>[1-4])\\b', part, has([' q'])),
  rule(
    `(?<=\\b(?:the|in|of) )week (?<number>\\d{1,2})\\b|week (?<number2>[1-5]\\d)\\b`,
    part,
    both(digit, has(['week '])),
  ),
  rule("(?<years>(?:1[6-9]|20)\\d0)[ ]?(?:['’]?s)\\b", decade, digit),
  rule("(?<=\\bthe (?:early |late )?|\\b\\d0['’]?s and )['’]?(?<years>[2-9]0)['’]?s\\b", decade, digit),
  rule("(?<=\\b(?:in|since) )['’]?(?<years>[2-9]0)['’]s\\b", decade, digit),
  rule(
    `(?<=\\bthe )(?:(?<hundreds>nineteen|eighteen)[ -])?(?<word>${any(EN_TIMES.decades.filter((word) => word !== 'tens'))})\\b`,
    decade,
    has(['ties']),
  ),
  rule(`(?:the )?(?<nth>\\d{1,2})(?:st|nd|rd|th)[ -]+century\\b`, century, has(['century'])),
  rule(
    `(?:the )?(?<step>past|last|previous|next|coming|upcoming) (?<count>couple(?: of)?|${NUMBER}) (?<unit>minute|min|hour|hr|day|week|month|quarter|year|decade|weekend)s\\b`,
    run,
    A_RUN,
  ),
  rule(
    `(?:the )?(?<count>${NUMBER}) (?<step>past|last|previous|next|coming|upcoming) (?<unit>minute|hour|day|week|month|quarter|year)s\\b`,
    run,
    A_RUN,
  ),
  rule(
    'the (?<step>past) (?<unit>week|month|year|decade)\\b',
    (found) => run({ ...found, count: 'one' }),
    has(['the past ']),
  ),
];

/** "The final month" is one of something: of a year or a month it dates, of a campaign it does not. */
function weakPart(groups: Groups): Meaning | null {
  const meaning = part(groups);
  return meaning && { ...meaning, weak: true };
}
