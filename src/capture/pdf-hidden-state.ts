import { type Matrix, SAME, type Shape } from './pdf-hidden-shape.ts';

/** Why words of a PDF can't be seen on its page. */
export type Hiding =
  /** Under a filled shape: what is blacked out badly. */
  | 'covered'
  /** Under a picture, as the words of a scan may be. */
  | 'under-picture'
  /** Drawn without ink, in next to none, or on a layer that is off. */
  | 'invisible'
  /** In the colour of what is behind them. */
  | 'background'
  /** Beyond the page or what is cut out of it. */
  | 'outside';

/** Red, green and blue; none where a pattern fills. */
export type Colour = readonly [number, number, number] | null;

/** What of a PDF's graphics state decides what can be seen (ISO 32000, 8.4). */
export interface Ink {
  ctm: Matrix;
  fill: Colour;
  stroke: Colour;
  fillAlpha: number;
  strokeAlpha: number;
  /** Drawn otherwise than over what is there: it covers nothing for sure. */
  blends: boolean;
  lineWidth: number;
  clips: readonly Shape[];
  /** Clipped by letters or by a soft mask: what is seen isn't known. */
  masked: boolean;
  font: string;
  size: number;
  mode: number;
  rise: number;
  leading: number;
  stretch: number;
  letterGap: number;
  wordGap: number;
  inNote: boolean;
}

export const firstInk = (): Ink => ({
  ctm: SAME,
  fill: [0, 0, 0],
  stroke: [0, 0, 0],
  fillAlpha: 1,
  strokeAlpha: 1,
  blends: false,
  lineWidth: 1,
  clips: [],
  masked: false,
  font: '',
  size: 0,
  mode: 0,
  rise: 0,
  leading: 0,
  stretch: 1,
  letterGap: 0,
  wordGap: 0,
  inNote: false,
});

/** One letter as it is drawn. */
export interface Letter {
  readonly words: string;
  /** Places within its body, in the space of the page. */
  readonly points: readonly (readonly [number, number])[];
  readonly order: number;
  readonly colour: Colour;
  readonly alpha: number;
  /** Drawn with no ink, with next to none, too small to be seen, or on a layer that is off. */
  readonly unseen: boolean;
  readonly clips: readonly Shape[];
  /** Which showing of text it belongs to. */
  readonly run: number;
  readonly inNote: boolean;
}

/** One showing of text: where it starts, and how far each of its letters goes. */
export interface LetterRun {
  readonly transform: Matrix;
  readonly letters: { readonly letter: Letter; readonly from: number; readonly to: number }[];
}

/** Something drawn that lies over what was drawn before. */
export interface Cover {
  readonly order: number;
  readonly shape: Shape;
  readonly clips: readonly Shape[];
  readonly alpha: number;
  readonly colourAt: (x: number, y: number) => { readonly colour: Colour; readonly alpha: number };
  readonly blends: boolean;
  readonly kind: 'shape' | 'picture';
}

export function colourOf(args: readonly unknown[]): Colour {
  const [first, second, third] = args;
  if (typeof first === 'string' && /^#[0-9a-f]{6}$/iu.test(first)) {
    const all = Number.parseInt(first.slice(1), 16);
    return [all >> 16, (all >> 8) & 255, all & 255];
  }
  if (typeof first === 'number' && typeof second === 'number' && typeof third === 'number')
    return [first, second, third];
  return null;
}
