import type { Span } from '../../base/span.ts';
import { EN_TIMES } from '../locales/en/times.ts';
import { ZH_TIMES } from '../locales/zh/times.ts';
import type { Time } from '../statement.ts';

const AHEAD = new RegExp(`${EN_TIMES.ahead}|${ZH_TIMES.ahead}`, 'iu');
const AHEAD_AFTER = new RegExp(EN_TIMES.aheadAfter, 'iu');
const HAN_AHEAD_AFTER = new RegExp(`^[^，。！？]{0,6}将|${ZH_TIMES.until}`, 'u');
const HAN_AGO = new RegExp(ZH_TIMES.ago, 'u');
const UNTIL = new RegExp(EN_TIMES.until, 'iu');
const PAST = new RegExp(EN_TIMES.past, 'iu');
const PAST_AFTER = new RegExp(EN_TIMES.pastAfter, 'iu');
const OVER = new RegExp(`${EN_TIMES.past}|${EN_TIMES.over}`, 'iu');
const WAS = /\b(?:was|were|had|did)\b/iu;
const SAYS = new RegExp(`${EN_TIMES.says}|${ZH_TIMES.says}`, 'iu');
const SAYS_JUST_BEFORE = new RegExp(`(?:${EN_TIMES.says})(?:[ ][\\p{L}'’]{1,12}){0,3}[ ]?$`, 'iu');
const UNSAID = new RegExp(EN_TIMES.unsaid, 'iu');
const SAYS_SOON_AFTER = new RegExp(`^[^。！？；\\s]{0,24}?(?:${ZH_TIMES.says})`, 'u');
const SAYS_AT_ONCE = new RegExp(`^(?!前)[^，。！？；：\\s]{0,10}?(?:${ZH_TIMES.says})`, 'u');
const SEES = new RegExp(`${EN_TIMES.sees}|${ZH_TIMES.sees}`, 'iu');

/** Whether the words around an expression speak of what is to come. */
export function looksAhead(words: string, span: Span): boolean {
  const before = sentenceBefore(words, span);
  const after = words.slice(span.end, span.end + 48);
  if (HAN_AGO.test(before)) return false;
  if (HAN_AHEAD_AFTER.test(after)) return true;
  if (saidJustBefore(before)) return UNTIL.test(before);
  if (UNTIL.test(before)) return AHEAD.test(before) || !(PAST.test(before) || PAST_AFTER.test(after));
  return (AHEAD.test(before) && !WAS.test(before)) || AHEAD_AFTER.test(after);
}

/** Whether the sentence around an expression tells of what is over, or of a habit. */
export const tellsPast = (words: string, span: Span): boolean =>
  OVER.test(sentenceBefore(words, span)) || OVER.test(sentenceAfter(words, span));

/** Whether the sentence begins with an expression, but for a word or two, and ends with it. */
export const standsAlone = (words: string, span: Span): boolean =>
  sentenceBefore(words, span).trim().length < 4 && /^[\s.?!。？！，,]*$/u.test(sentenceAfter(words, span));

/** What a time dates: the saying, where a word of speech is near; what was seen, where somebody looked; else the event. */
export function roleOf(words: string, span: Span, stamp: boolean): Time['role'] {
  const before = sentenceBefore(words, span);
  const after = sentenceAfter(words, span);
  if (SEES.test(before.slice(-40) + after)) return 'observation';
  if (stamp) return 'report';
  if (saidJustBefore(before)) return 'report';
  const clause = /^,?[^,;:]{0,60}/u.exec(after)?.[0] ?? '';
  const opens = before.trim().length < 16;
  if (opens && SAYS.test(/\p{Script=Han}/u.test(words) ? '' : clause)) return 'report';
  if (SAYS_AT_ONCE.test(after)) return 'report';
  return (opens || /[在于就]$/u.test(before)) && SAYS_SOON_AFTER.test(after) ? 'report' : 'event';
}

function saidJustBefore(before: string): boolean {
  const plain = before.replace(/\b(?:on|at|late|early|by)[ ]$/iu, '');
  return SAYS_JUST_BEFORE.test(plain) && !UNSAID.test(plain);
}

const SENTENCE_END = /[.!?]["”’)]*\s|[。！？\n]/gu;

/** The words of the same sentence before a place. */
export function sentenceBefore(words: string, span: Span): string {
  const slice = words.slice(Math.max(0, span.start - 120), span.start);
  const ends = [...slice.matchAll(SENTENCE_END)].at(-1);
  return ends ? slice.slice(ends.index + ends[0].length) : slice;
}

/** The words of the same sentence after a place. */
export function sentenceAfter(words: string, span: Span): string {
  const slice = words.slice(span.end, span.end + 80);
  const end = slice.search(SENTENCE_END);
  return end < 0 ? slice : slice.slice(0, end);
}
