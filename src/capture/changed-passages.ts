import type { Span } from '../base/span.ts';
import { type Edit, editsOf } from './edits.ts';

/** Where two states of a text differ: words in one, in the other, or in both. */
export interface ChangedPassage {
  readonly kind: 'added' | 'removed' | 'changed';
  /** Where in the earlier text; `null` where the words are new. */
  readonly before: Span | null;
  /** Where in the later text; `null` where the words are gone. */
  readonly after: Span | null;
}

/** A sentence, or several, that differ; of a changed one, the words in it that do. */
export interface ChangedSentences extends ChangedPassage {
  readonly words: readonly ChangedPassage[];
}

/** A stop with what closes a quotation, or the end of a line. */
const STOP = /[。！？!?…]+["”’」』）)]*|[.]+["”’)\]]*(?=\s|$)|\n+/gu;
/** A word of letters or digits, a Chinese character, or a sign. */
const WORD = /\p{Script=Han}|[\p{L}\p{N}\p{M}]+(?:['’.,:-][\p{L}\p{N}\p{M}]+)*|[^\s]/gu;
/** Sentences that share less than this of their words are not one that changed. */
const ALIKE = 0.4;
/** Longer stretches are not compared word by word. */
const MOST_WORDS = 2000;

/**
 * What changed from one text to another, in order: sentences that came, went, or were reworded, with the words in them.
 * White space doesn't count. The spans of `before` and `after` point into their own text.
 */
export function changedPassages(before: string, after: string): readonly ChangedSentences[] {
  const old = piecesOf(before, sentencesIn(before));
  const now = piecesOf(after, sentencesIn(after));
  return editsOf(keysOf(old), keysOf(now)).flatMap((edit) => passagesOf(edit, old, now));
}

interface Piece extends Span {
  readonly key: string;
}

const keysOf = (pieces: readonly Piece[]): readonly string[] => pieces.map(({ key }) => key);

/** A run of sentences that differ: those alike are paired in order, what stands between them came or went. */
function passagesOf(edit: Edit, old: readonly Piece[], now: readonly Piece[]): ChangedSentences[] {
  const gone = old.slice(edit.before.start, edit.before.end);
  const come = now.slice(edit.after.start, edit.after.end);
  const found: ChangedSentences[] = [];
  const flush = (g: readonly Piece[], c: readonly Piece[]): void => {
    const [before, after] = [whole(g), whole(c)];
    if (before) found.push({ kind: 'removed', before, after: null, words: [] });
    if (after) found.push({ kind: 'added', before: null, after, words: [] });
  };
  let [g, c] = [0, 0];
  for (const [at, match] of matchesOf(gone, come)) {
    flush(gone.slice(g, at), come.slice(c, match));
    const [before, after] = [gone[at], come[match]];
    if (before && after)
      found.push({ kind: 'changed', before: spanOf(before), after: spanOf(after), words: wordsOf(before, after) });
    [g, c] = [at + 1, match + 1];
  }
  flush(gone.slice(g), come.slice(c));
  return found;
}

/** Which sentence became which: the first that is alike, within reach, never crossing. */
function matchesOf(gone: readonly Piece[], come: readonly Piece[]): (readonly [number, number])[] {
  const pairs: (readonly [number, number])[] = [];
  const bags = come.map(({ key }) => bagOf(key));
  let from = 0;
  for (const [at, { key }] of gone.entries()) {
    const bag = bagOf(key);
    const reach = bags.slice(from, from + 8).findIndex((other) => likeness(bag, other) >= ALIKE);
    if (reach < 0) continue;
    pairs.push([at, from + reach]);
    from += reach + 1;
  }
  return pairs;
}

const bagOf = (key: string): ReadonlySet<string> => new Set((key.match(WORD) ?? []).slice(0, MOST_WORDS));

/** The words two sentences share, of those of the longer one. */
function likeness(a: ReadonlySet<string>, b: ReadonlySet<string>): number {
  let shared = 0;
  for (const word of a) if (b.has(word)) shared++;
  return shared / Math.max(1, a.size, b.size);
}

function wordsOf(before: Piece, after: Piece): readonly ChangedPassage[] {
  const [old, now] = [wordPieces(before), wordPieces(after)];
  if (old.length > MOST_WORDS || now.length > MOST_WORDS) return [];
  return editsOf(keysOf(old), keysOf(now)).map((edit) => {
    const gone = whole(old.slice(edit.before.start, edit.before.end));
    const come = whole(now.slice(edit.after.start, edit.after.end));
    return { kind: gone && come ? 'changed' : gone ? 'removed' : 'added', before: gone, after: come };
  });
}

const wordPieces = ({ start, key }: Piece): Piece[] =>
  [...key.matchAll(WORD)].map((word) => ({
    ...{ start: start + word.index, end: start + word.index + word[0].length, key: word[0] },
  }));

function sentencesIn(content: string): Span[] {
  const sentences: Span[] = [];
  let start = 0;
  for (const stop of content.matchAll(STOP)) {
    const end = stop.index + stop[0].length;
    sentences.push({ start, end });
    start = end;
  }
  return [...sentences, { start, end: content.length }];
}

/** Spans without the white space around them, with their words. */
const piecesOf = (content: string, spans: readonly Span[]): Piece[] =>
  spans.flatMap(({ start, end }) => {
    const words = content.slice(start, end);
    const bare = words.trim();
    const from = start + words.length - words.trimStart().length;
    return bare === '' ? [] : [{ start: from, end: from + bare.length, key: bare }];
  });

const spanOf = ({ start, end }: Piece): Span => ({ start, end });

function whole(pieces: readonly Piece[]): Span | null {
  const [first, last] = [pieces[0], pieces.at(-1)];
  return first && last ? { start: first.start, end: last.end } : null;
}
