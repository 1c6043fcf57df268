import type { Span } from '../base/span.ts';
import { visible } from './visible.ts';
import type { Withholding } from './withhold/withhold.ts';

/** A span with the words around it, as they may be shown. */
export interface Excerpt {
  readonly before: string;
  readonly quote: string;
  readonly after: string;
}

/** How far to look on each side, and how much of that to keep. A name that straddles the cut is longer than neither. */
const REACH = 400;
const CONTEXT = 150;
const CONTEXT_HAN = 60;

/**
 * The words of a span with its sentence around it. Context ends at a line, for what stands on another line is another
 * stretch, and never inside a word or a withheld name.
 */
export function excerptOf(content: string, { start, end }: Span, shown: Withholding): Excerpt {
  const before = visible(content.slice(Math.max(0, start - REACH), start));
  const quote = visible(content.slice(start, end));
  const after = visible(content.slice(end, end + REACH));
  const words = before + quote + after;
  const [from, to] = [before.length, before.length + quote.length];
  const standIns = shown.within(words);
  const room = /\p{Script=Han}/u.test(quote) ? CONTEXT_HAN : CONTEXT;
  const left = clear(leftEdge(before, room, start > REACH), standIns, 'end');
  const right = clear(to + rightEdge(after, room, end + REACH < content.length), standIns, 'start');
  const piece = (a: number, b: number): string => between(words, a, b, standIns);
  // Nothing begins with a mark that closes: it belongs to what is cut off or left out.
  const lead = piece(left, from).replace(/^[\s.!?,;:。！？，；：、)”’]+/u, '');
  return {
    before: opens(words.slice(0, left)) ? lead : `… ${lead}`,
    quote: piece(from, to),
    after: `${piece(to, right)}${closes(words.slice(to, right), words.slice(right)) ? '' : ' …'}`,
  };
}

/** Whether a sentence or a line begins here, and whether one ends: where it doesn't, an ellipsis says so. */
const opens = (earlier: string): boolean => /(?:^|\n|[.!?。！？]["”’)]?\s*)$/u.test(earlier);
const closes = (kept: string, later: string): boolean =>
  /[.!?。！？]["”’)]?$/u.test(kept) || /^\s*(?:\n|$)/u.test(later);

/** The words between two places, stand-ins where they begin, nothing of what they stand in for. */
function between(words: string, from: number, to: number, standIns: ReturnType<Withholding['within']>): string {
  let done = '';
  let at = from;
  for (const one of standIns) {
    if (one.end <= at || one.start >= to) continue;
    done += words.slice(at, Math.max(at, one.start)) + (one.start >= from ? one.words : '');
    at = Math.min(to, one.end);
  }
  return done + words.slice(at, to);
}

/** An edge that falls into something withheld goes to its far or its near side. */
function clear(edge: number, standIns: ReturnType<Withholding['within']>, side: 'start' | 'end'): number {
  const hit = standIns.find((one) => one.start < edge && edge < one.end);
  return hit ? hit[side] : edge;
}

const endOfLine = (after: string): number => (after.includes('\n') ? after.indexOf('\n') : after.length);

function leftEdge(before: string, room: number, cut: boolean): number {
  const line = before.lastIndexOf('\n') + 1;
  if (before.length - line <= room && !(cut && line === 0)) return line;
  const rough = Math.max(line, before.length - room);
  const sentence = before.slice(rough).search(/(?<=[.!?]["”’)]?\s)\S|(?<=[。！？”])\S/u);
  if (sentence >= 0) return rough + sentence;
  const word = before.slice(rough).search(/(?<=\s)\S|\p{Script=Han}/u);
  return word < 0 ? before.length : rough + word;
}

function rightEdge(after: string, room: number, cut: boolean): number {
  const line = endOfLine(after);
  if (line <= room && !(cut && line === after.length)) return line;
  const rough = after.slice(0, Math.min(line, room));
  const sentence = /^[\s\S]*[.!?]["”’)]?(?=\s|$)|^[\s\S]*[。！？]”?/u.exec(rough);
  if (sentence) return sentence[0].length;
  const word = /^[\s\S]*(?:\s|\p{Script=Han})/u.exec(rough);
  return word ? word[0].trimEnd().length : 0;
}
