import { type Span, trimSpan } from '../base/span.ts';

const STOP = /[。！？!?…]+["”’」』）)]*|\.+["”’)\]]*(?=\s|$)|\n+/gu;
const ABBREVIATION =
  /(?:\b(?:mr|mrs|ms|dr|prof|st|no|vs|etc|gen|col|capt|sgt|cllr|jr|sr|approx|inc|ltd|co|e\.g|i\.e|a\.m|p\.m)|\b\p{Lu})\.$/iu;

/** The sentences of a stretch, any script: ends at a stop that no abbreviation or initial explains. */
export function sentencesOf(content: string, within: Span): readonly Span[] {
  const words = content.slice(within.start, within.end);
  const sentences: Span[] = [];
  let start = 0;
  for (const stop of words.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    if (stop[0].startsWith('.') && ABBREVIATION.test(words.slice(Math.max(start, end - 12), end))) continue;
    sentences.push({ start: within.start + start, end: within.start + end });
    start = end;
  }
  sentences.push({ start: within.start + start, end: within.end });
  return sentences.map((span) => trimSpan(content, span)).filter((span) => span.end > span.start);
}
