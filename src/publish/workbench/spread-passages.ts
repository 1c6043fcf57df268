import type { Span } from '../../base/span.ts';
import type { Dossier } from '../dossier.ts';
import type { Carried } from './shapes.ts';

/**
 * Sentences that more than one item carries. Each begins with its first known carrier: what a later item took over is not
 * told again from there, so that all of it is no longer than what was copied. `places` gives an item its place in time.
 */
export function passagesOf({ copies, texts }: Dossier, places: ReadonlyMap<string, number>): readonly Carried[] {
  const stretches = stretchesOf(copies);
  const taken = new Map(texts.map(({ item, content }) => [item, new Uint8Array(content.length)]));
  const inTime = [...texts]
    .filter(({ item }) => places.has(item))
    .sort((a, b) => (places.get(a.item) ?? 0) - (places.get(b.item) ?? 0));
  const found: {
    readonly id: string;
    readonly content: string;
    readonly span: Span;
    readonly carriers: readonly number[];
  }[] = [];
  for (const { item, content } of inTime) {
    const own = stretches.get(item);
    if (!own) continue;
    const spans = sentencesOf(content);
    const others = meetings(spans, own);
    for (const [at, span] of spans.entries()) {
      if (share(taken.get(item), span) > HALF) continue;
      const carriers = [item, ...carriersOf(span, others[at] ?? [], taken)];
      if (carriers.length < 2) continue;
      const order = carriers.flatMap((one) => places.get(one) ?? []).sort((a, b) => a - b);
      found.push({ id: `${item}@${span.start}`, content, span, carriers: order });
    }
  }
  // Stable: of equally carried ones the earlier stays first.
  const most = found.sort((a, b) => b.carriers.length - a.carriers.length).slice(0, MOST);
  return most.map(({ id, content, span, carriers }) => ({
    ...{ id, words: cut(content.slice(span.start, span.end)), carriers },
  }));
}

/** More than this nobody picks from, and the page would have to wait for. */
const MOST = 2000;
const HALF = 0.5;
/** So much of a sentence has to be there for it to be carried. */
const CARRIED = 0.6;
/** Shorter sentences are met by chance. */
const SHORTEST = 24;
const SHORTEST_HAN = 8;
const LONGEST = 140;

/** What a text shares with another, and where the other has it. */
interface Stretch extends Span {
  readonly other: string;
  readonly there: Span;
}

function stretchesOf(copies: Dossier['copies']): ReadonlyMap<string, readonly Stretch[]> {
  const of = new Map<string, Stretch[]>();
  const add = (item: string, stretch: Stretch): void => {
    const known = of.get(item);
    if (known) known.push(stretch);
    else of.set(item, [stretch]);
  };
  for (const { left, right, passages } of copies)
    for (const passage of left === right ? [] : passages) {
      add(left, { ...passage.left, other: right, there: passage.right });
      add(right, { ...passage.right, other: left, there: passage.left });
    }
  return of;
}

/** For each sentence the stretches that reach into it. */
function meetings(spans: readonly Span[], stretches: readonly Stretch[]): readonly (readonly Stretch[])[] {
  const met: Stretch[][] = spans.map(() => []);
  for (const stretch of stretches)
    for (let at = firstEndingAfter(spans, stretch.start); (spans[at]?.start ?? Infinity) < stretch.end; at++)
      met[at]?.push(stretch);
  return met;
}

function firstEndingAfter(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.end ?? 0) > place) high = middle;
    else low = middle + 1;
  }
  return low;
}

/** Items that have enough of the sentence; what they have of it is marked as taken. */
function carriersOf(
  span: Span,
  stretches: readonly Stretch[],
  taken: ReadonlyMap<string, Uint8Array>,
): readonly string[] {
  const lengths = new Map<string, number>();
  for (const stretch of stretches)
    lengths.set(stretch.other, (lengths.get(stretch.other) ?? 0) + lengthWithin(span, stretch));
  const enough = (other: string): boolean => (lengths.get(other) ?? 0) >= CARRIED * (span.end - span.start);
  for (const stretch of stretches)
    if (enough(stretch.other)) {
      const scale = (stretch.there.end - stretch.there.start) / Math.max(1, stretch.end - stretch.start);
      const at = (place: number): number =>
        Math.round(
          stretch.there.start + (Math.min(stretch.end, Math.max(stretch.start, place)) - stretch.start) * scale,
        );
      taken.get(stretch.other)?.fill(1, at(span.start), at(span.end));
    }
  return [...lengths.keys()].filter(enough);
}

const lengthWithin = (a: Span, b: Span): number => Math.max(0, Math.min(a.end, b.end) - Math.max(a.start, b.start));

function share(marks: Uint8Array | undefined, { start, end }: Span): number {
  if (!marks) return 0;
  let sum = 0;
  for (let at = start; at < end; at++) sum += marks[at] ?? 0;
  return sum / Math.max(1, end - start);
}

/** Sentences as a reader sees them: by line, and by what ends one. */
function sentencesOf(content: string): readonly Span[] {
  const spans: Span[] = [];
  let start = 0;
  const close = (end: number): void => {
    const words = content.slice(start, end);
    const from = start + words.length - words.trimStart().length;
    const to = from + words.trim().length;
    const least = /\p{Script=Han}/u.test(words) ? SHORTEST_HAN : SHORTEST;
    if (to - from >= least) spans.push({ start: from, end: to });
    start = end;
  };
  for (let at = 0; at < content.length; at++) {
    const sign = content.charAt(at);
    if (sign === '\n' || '。！？'.includes(sign)) close(at + 1);
    else if ('.!?'.includes(sign) && /^[”"’)]?\s/u.test(content.slice(at + 1, at + 3))) close(at + 1);
  }
  close(content.length);
  return spans;
}

const cut = (words: string): string => {
  const line = words.replaceAll(/\s+/gu, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST - 1).trimEnd()}…`;
};
