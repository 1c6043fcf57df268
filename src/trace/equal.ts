import type { Span } from '../base/span.ts';
import { bytesOf, foldText } from './fold.ts';
import type { Known } from './known.ts';

/** A stretch of a text that stands for itself: the whole of it, or one post in it. */
export interface Piece {
  readonly known: Known;
  readonly span: Span;
  /** Its share of the text's letters. */
  readonly part: number;
}

/** Pieces shorter than this (Latin letters; a Han letter counts two) are greetings. */
const LEAST = 40;
/** So many of the earliest equal texts are compared with one another; later ones with the earliest only. */
const CLOSE = 12;

/** Pairs of pieces with the same folded words, in time linear in their number. `knowns` must be ordered earliest first. */
export function equals(knowns: readonly Known[]): {
  readonly pairs: readonly (readonly [Piece, Piece])[];
  readonly late: ReadonlySet<Known>;
} {
  const classes = new Map<string, Piece[]>();
  for (const known of knowns) {
    for (const [key, piece] of pieces(known)) {
      const list = classes.get(key);
      if (list) list.push(piece);
      else classes.set(key, [piece]);
    }
  }
  const pairs: (readonly [Piece, Piece])[] = [];
  const late = new Set<Known>();
  for (const list of classes.values()) {
    list.forEach((piece, at) => {
      const near = at < CLOSE ? list.slice(0, at) : list.slice(0, 1);
      for (const other of near) if (other.known !== piece.known) pairs.push([other, piece]);
      if (at >= CLOSE && piece.part === 1) late.add(piece.known);
    });
  }
  return { pairs, late };
}

/** The whole text, and each post in it, by folded words; a post that stands twice in a text once. */
function pieces(known: Known): ReadonlyMap<string, Piece> {
  const { source } = known;
  const found = new Map<string, Piece>();
  const all = Math.max(1, source.folded.units.length);
  const add = (span: Span, whole: boolean): void => {
    const { start, words } = ownWords(source.content, span);
    const key = foldText(keptIn(words, start, source.kept));
    if (widthOf(key) < LEAST || found.has(key)) return;
    found.set(key, { known, span: { start, end: span.end }, part: whole ? 1 : Math.min(1, key.length / all) });
  };
  add({ start: 0, end: source.content.length }, true);
  if (source.text.voices.length > 1) {
    for (const voice of source.text.voices)
      if (voice.kind !== 'article' && voice.kind !== 'document') add(voice, false);
  }
  return found;
}

/** Marks of passing on that stand before somebody else's words. */
const PREFIX =
  /^\s*(?:(?:RT|MT)\s+@[\p{L}\p{N}_.-]+:?\s*|\/\/@[^:：]{1,40}[:：]\s*|转发微博[:：]?\s*|回复@[^:：]{1,40}[:：]\s*|(?:\u200e?Forwarded(?: many times)?|FWD?:|转发[:：]|转：)\s*)+/iu;

function ownWords(content: string, span: Span): { start: number; words: string } {
  const words = content.slice(span.start, span.end);
  const prefix = PREFIX.exec(words)?.[0].length ?? 0;
  return { start: span.start + prefix, words: words.slice(prefix) };
}

function keptIn(words: string, start: number, kept: Uint8Array): string {
  let out = '';
  for (let i = 0; i < words.length; i++) out += kept[start + i] === 1 ? words.charAt(i) : ' ';
  return out;
}

function widthOf(key: string): number {
  let width = 0;
  for (let i = 0; i < key.length && width < LEAST; i++) width += bytesOf(key.charCodeAt(i)) === 3 ? 2 : 1;
  return width;
}
