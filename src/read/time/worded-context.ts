import type { Span } from '../../base/span.ts';
import type { Time } from '../statement.ts';
import { sentenceAfter, sentenceBefore } from './context.ts';
import type { TimeContext } from './worded.ts';

/** Whether the words around a time speak of what is to come, by the words of one language. */
export function wordedAhead(words: string, span: Span, context: TimeContext): boolean {
  const before = sentenceBefore(words, span);
  if (saidBefore(before, context)) return context.until.test(before);
  return (
    context.until.test(before) || context.ahead.test(before) || context.aheadAfter.test(sentenceAfter(words, span))
  );
}

/** What a time dates, by the words of one language. */
export function wordedRole(words: string, span: Span, stamp: boolean, context: TimeContext): Time['role'] {
  const before = sentenceBefore(words, span);
  const after = sentenceAfter(words, span);
  if (context.sees.test(before.slice(-40) + after)) return 'observation';
  if (stamp || saidBefore(before, context)) return 'report';
  return before.trim().length < 16 && context.saysAfter.test(/^,?[^,;:]{0,60}/u.exec(after)?.[0] ?? '')
    ? 'report'
    : 'event';
}

const saidBefore = (before: string, { saysBefore, unsaid }: TimeContext): boolean =>
  saysBefore.test(before) && !unsaid.test(before);
