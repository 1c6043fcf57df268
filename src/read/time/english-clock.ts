import { EN_TIMES } from '../locales/en/times.ts';
import type { Clock } from './atom.ts';
import { clock, clockRange, part } from './english-clock-meaning.ts';
import { HOUR, MONTH, rule, WEEKDAY } from './english-words.ts';
import { any, both, digit, has, type Need, type Rule } from './rule.ts';

const ZONE = `(?:${'[ \\t\\u00a0]*'}\\(?(?<zone>(?:${any(Object.keys(EN_TIMES.zones))})(?:[ ]?[+-]\\d{1,2}(?::?\\d{2})?)?)\\b\\)?)?`;
const HALF = '(?<half>[ap]\\.[ \\u00a0]?m\\.?|[ap]m?\\b)';
const MINUTE = '[:.](?<minute>[0-5]\\d)(?!\\d)';
const END_HALF = '(?<endHalf>[ap]\\.[ ]?m\\.?|[ap]m\\b)?';

const HOUR_AT = new RegExp(`\\b(?:at|about|around|by|before|after|until|since) ${HOUR}`, 'u');
const AN_HOUR: Need = (low) => HOUR_AT.test(low);

/** Midnight is the day's last moment, but "just after" it the day begins. */
const MIDNIGHT: Clock = { hour: 0, minute: 0, second: null, half: null, offset: null };

/** Times of day and parts of the day. */
export const CLOCK_RULES: readonly Rule[] = [
  rule(`(?<hour>\\d{1,2})(?:${MINUTE}(?::(?<second>\\d{2}))?)?[ \\u00a0]?${HALF}${ZONE}`, clock, digit),
  rule(
    `(?<![\\d.:,/-])(?<hour>[01]?\\d|2[0-4]):(?<minute>[0-5]\\d)(?::(?<second>[0-5]\\d))?(?![\\d:])${ZONE}`,
    clock,
    digit,
  ),
  rule(`(?<=\\b(?:at|about|around)\\s)(?<hour>\\d{1,2})\\.(?<minute>[0-5]\\d)(?!\\d)${ZONE}`, clock, digit),
  rule(
    `(?<=\\b(?:at|of) )(?<hour>[01]\\d|2[0-3])(?<minute>[0-5]\\d)[ ](?<zone>utc|gmt)\\b`,
    clock,
    both(digit, has(['utc', 'gmt'])),
  ),
  rule(
    `(?<![\\d.:,/-])(?<hour>\\d{1,2})(?:${MINUTE})?[ ]?(?<half>[ap]\\.[ ]?m\\.?|[ap]m\\b)?[ ]?(?:to|-|–|till|until)[ ]?(?<endHour>\\d{1,2})(?:[:.](?<endMinute>[0-5]\\d))?(?![\\d/%]|[:.,-]\\d)[ ]?${END_HALF}`,
    clockRange,
    digit,
  ),
  rule(
    `(?<=\\bbetween )(?<hour>\\d{1,2})(?:${MINUTE})?[ ]?(?<half>[ap]\\.[ ]?m\\.?|[ap]m\\b)?[ ](?:and|to|-)[ ](?<endHour>\\d{1,2})(?:[:.](?<endMinute>[0-5]\\d))?(?![\\d/%]|[:.,-]\\d)[ ]?${END_HALF}`,
    clockRange,
    both(digit, has(['between '])),
  ),
  rule(
    `(?<hour>${HOUR}) (?:to|until) (?<endHour>${HOUR})(?=[ ](?:today|tomorrow|yesterday|on|this)\\b)`,
    clockRange,
    has([' to ', ' until ']),
  ),
  rule(`(?<hour>${HOUR})[ ]o['’]?clock\\b`, clock, has(['clock'])),
  rule(
    `(?<near>half past|half|a quarter past|quarter past|a quarter to|quarter to)[ ](?<hour>${HOUR})\\b`,
    clock,
    has(['half ', 'quarter ']),
  ),
  rule(
    `(?<hour>${HOUR})[- ](?<word>${any(['fifteen', 'thirty', 'forty-five', 'forty five'])})(?=[ ](?:today|tomorrow|yesterday|on|this)\\b)`,
    clock,
    has(['fifteen', 'thirty', 'forty']),
  ),
  rule(
    `(?<=\\b(?:at|about|around|by|before|after|until|since)\\s)(?<hour>${HOUR})(?=[ ](?:on|in the|this|that|yesterday|today|tomorrow|last night|tonight)\\b)`,
    (found) => ({ ...clock(found), weak: true }),
    AN_HOUR,
  ),
  rule(
    `(?<=(?:day|\\bmorning|\\bafternoon|\\bevening|\\btomorrow|\\btonight|\\b\\d{1,2}(?:st|nd|rd|th)?) (?:at|around|by) )(?<hour>${HOUR})(?=\\s*(?:[,.;!?)]|$|in the\\b|and\\b))(?!\\.\\d)`,
    (found) => ({ ...clock(found), weak: true }),
    AN_HOUR,
  ),
  rule(
    `(?<=(?:${WEEKDAY}|${MONTH} \\d{1,2}) )(?<half>[ap])m\\b`,
    (found) => part({ part: found['half'] === 'a' ? 'morning' : 'afternoon' }),
    has([' am', ' pm']),
  ),
  rule('(?:early|small) hours\\b', () => ({ part: EN_TIMES.parts.morning }), has([' hours'])),
  rule('(?<=after )midnight\\b', () => ({ clock: MIDNIGHT }), has(['midnight'])),
  rule('midnight\\b', () => ({ clock: { ...MIDNIGHT, hour: 24 } }), has(['midnight'])),
  rule(
    `\\b(?:(?:early|late|mid)[- ])?(?<part>noon|midday|lunchtime|dawn|morning|afternoon|evening|night)\\b`,
    part,
    has(Object.keys(EN_TIMES.parts)),
  ),
  rule(`\\b(?<part>late)(?= (?:on (?:${WEEKDAY})|${WEEKDAY}|yesterday|last night)\\b)`, part, has(['late '])),
];
