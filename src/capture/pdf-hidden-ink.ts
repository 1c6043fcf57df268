import {
  joined,
  type Matrix,
  placed,
  rectangle,
  ringsOf,
  SAME,
  type Shape,
  shapeOf,
  unplaced,
  widened,
} from './pdf-hidden-shape.ts';
import { type Colour, type Cover, firstInk, type Ink, type Letter, type LetterRun } from './pdf-hidden-state.ts';

/** What pdf.js says of a page: what is drawn, in order, and the things that it names. */
export interface Drawing {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
}
export interface Things {
  readonly ops: Readonly<Record<string, number>>;
  readonly thing: (name: string) => unknown;
  readonly isLayerOff: (group: unknown) => boolean;
}
/** All that is drawn on a page: letters, and what may lie over or under them. */
export interface Drawn {
  readonly letters: readonly Letter[];
  readonly runs: readonly LetterRun[];
  readonly covers: readonly Cover[];
}

export const num = (one: unknown, otherwise = 0): number =>
  typeof one === 'number' && Number.isFinite(one) ? one : otherwise;
export const ofKind = (one: unknown): Readonly<Record<string, unknown>> =>
  one !== null && typeof one === 'object' ? (one as Record<string, unknown>) : {};

/** Keeps what is drawn with where and how. */
export class Desk implements Drawn {
  readonly letters: Letter[] = [];
  readonly runs: LetterRun[] = [];
  readonly covers: Cover[] = [];
  order = 0;
  ink: Ink = firstInk();
  place: Matrix = SAME;
  line: Matrix = SAME;
  pendingClip: 'nonzero' | 'evenodd' | null = null;
  /** Marked contents that are open: whether each is off. */
  readonly layers: boolean[] = [];
  readonly kept: Ink[] = [];
  masks = 0;
  readonly groups: boolean[] = [];

  readonly things: Things;
  constructor(things: Things) {
    this.things = things;
  }

  get isOff(): boolean {
    return this.layers.includes(true) || this.masks > 0;
  }
  save(): void {
    if (this.kept.length < 4096) this.kept.push({ ...this.ink });
  }
  restore(): void {
    this.ink = this.kept.pop() ?? this.ink;
  }
  clip(shape: Shape): void {
    this.ink.clips = [...this.ink.clips.slice(-30), shape];
  }
  cover(shape: Shape, colour: Colour, alpha: number, kind: Cover['kind'], more: Partial<Cover> = {}): void {
    if (this.isOff || shape.rings.length === 0) return;
    const { clips, blends, masked } = this.ink;
    const seen = { colour, alpha };
    this.covers.push({
      ...{ order: this.order, shape, clips, alpha, kind, colourAt: () => seen },
      ...{ blends: blends || masked, ...more },
    });
  }
  picture(image: unknown): void {
    const { ctm, fillAlpha } = this.ink;
    const { data, width, height, kind } = ofKind(image);
    const [w, h] = [num(width), num(height)];
    const deep = kind === 3 ? 4 : kind === 2 ? 3 : 0;
    const colourAt = (x: number, y: number): { colour: Colour; alpha: number } => {
      const at = unplaced(ctm, x, y);
      if (!at || deep === 0 || !ArrayBuffer.isView(data)) return { colour: null, alpha: fillAlpha };
      const bytes = data as Uint8Array;
      const column = Math.min(w - 1, Math.max(0, Math.floor(at[0] * w)));
      const from = (Math.min(h - 1, Math.max(0, Math.floor((1 - at[1]) * h))) * w + column) * deep;
      const colour: Colour = [bytes[from] ?? 0, bytes[from + 1] ?? 0, bytes[from + 2] ?? 0];
      return { colour, alpha: fillAlpha * (deep === 4 ? (bytes[from + 3] ?? 255) / 255 : 1) };
    };
    this.cover(rectangle(ctm, 0, 0, 1, 1), null, fillAlpha, 'picture', { colourAt });
  }
  path(op: number, path: unknown): void {
    const { ops } = this.things;
    const { ctm, fill, stroke, fillAlpha, strokeAlpha, lineWidth } = this.ink;
    const rings = ringsOf(Array.isArray(path) ? path[0] : path, ctm);
    const filled = FILLS.find((name) => ops[name] === op);
    if (filled) {
      // A pattern may let through what is under it.
      const alpha = fill === null ? 0 : fillAlpha;
      this.cover(shapeOf(rings, /eo/iu.test(filled)), fill, alpha, 'shape');
    }
    if (STROKES.some((name) => ops[name] === op)) {
      const wide = lineWidth * Math.sqrt(Math.abs(ctm[0] * ctm[3] - ctm[1] * ctm[2]));
      if (wide >= THICK) this.cover(widened(rings, wide), stroke, stroke === null ? 0 : strokeAlpha, 'shape');
    }
    if (this.pendingClip) this.clip(shapeOf(rings, this.pendingClip === 'evenodd'));
    this.pendingClip = null;
  }
  text(glyphs: unknown): void {
    if (!Array.isArray(glyphs)) return;
    const { ink } = this;
    const font = ofKind(this.things.thing(ink.font));
    const wide = num(Array.from((font.fontMatrix as ArrayLike<number> | undefined) ?? [0.001])[0], 0.001);
    const all = joined(ink.ctm, joined(this.place, [ink.size * ink.stretch, 0, 0, ink.size, 0, ink.rise]));
    const run: LetterRun = { transform: all, letters: [] };
    const isDown = font.vertical === true;
    let along = 0;
    for (const one of glyphs) {
      if (typeof one === 'number') {
        along += ((isDown ? 1 : -1) * one) / 1000;
        continue;
      }
      const { unicode, width, isSpace, vmetric } = ofKind(one);
      const gap = ink.size === 0 ? 0 : (ink.letterGap + (isSpace === true ? ink.wordGap : 0)) / ink.size;
      const [down = 1000] = isDown && Array.isArray(vmetric) ? vmetric : [];
      const own = isDown ? Math.abs(num(down, 1000)) / 1000 : num(width) * wide;
      const words = typeof unicode === 'string' ? unicode : '';
      if (words.trim() !== '') this.letter(run, words, all, along, own, isDown);
      else if (words !== '') this.blank(run, all, along, own);
      along += own + gap;
    }
    if (run.letters.length > 0) this.runs.push(run);
    const on = isDown ? [0, -along * ink.size] : [along * ink.size * ink.stretch, 0];
    this.place = joined(this.place, [1, 0, 0, 1, on[0] ?? 0, on[1] ?? 0]);
    if (ink.mode >= 4) ink.masked = true;
  }
  letter(run: LetterRun, words: string, all: Matrix, along: number, own: number, isDown: boolean): void {
    const { ink } = this;
    const strokes = ink.mode % 4 === 1;
    const alpha = strokes ? ink.strokeAlpha : ink.fillAlpha;
    const points = PLACES.map(([x, y]) =>
      isDown ? placed(all, x - 0.5, -along - own * (1 - y)) : placed(all, along + own * x, y * 0.7),
    );
    const tall = Math.hypot(all[2], all[3]);
    const letter: Letter = {
      ...{ words, points, order: this.order, colour: strokes ? ink.stroke : ink.fill, alpha },
      ...{ unseen: ink.mode % 4 === 3 || alpha < 0.08 || tall < 0.9 || this.isOff, clips: ink.clips },
      ...{ run: this.runs.length, inNote: ink.inNote },
    };
    this.letters.push(letter);
    run.letters.push({ letter, from: along, to: along + own });
  }
  /** A space belongs to its run, but nothing can be seen of it. */
  blank(run: LetterRun, all: Matrix, along: number, own: number): void {
    const letter: Letter = {
      ...{ words: ' ', points: [placed(all, along, 0.3)], order: this.order, colour: null, alpha: 1 },
      ...{ unseen: false, clips: [], run: this.runs.length, inNote: this.ink.inNote },
    };
    run.letters.push({ letter, from: along, to: along + own });
  }
}

/** A line as thick as low letters hides them. */
const THICK = 4;
const PLACES = [0.2, 0.5, 0.8].flatMap((x) => [0.12, 0.4, 0.65].map((y) => [x, y] as const));
const FILLS = ['fill', 'eoFill', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
const STROKES = ['stroke', 'closeStroke', 'fillStroke', 'eoFillStroke', 'closeFillStroke', 'closeEOFillStroke'];
