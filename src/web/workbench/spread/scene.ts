import type { Spread } from '../../../publish/workbench/shapes.ts';
import type { Laid } from '../../../publish/workbench/spread-layout.ts';
import type { Tongue } from '../room.ts';
import type { Size, View } from './view-port.ts';
import type { Ties } from './walk.ts';
import type { Words } from './words.ts';

/** Everything that is painted at once. */
export interface Scene {
  readonly spread: Spread;
  readonly laid: Laid;
  readonly ties: Ties;
  readonly worded: boolean;
  /** 1 for each node that is asked for. */
  readonly lit: Uint8Array;
  readonly picked: number | null;
  readonly pointed: number | null;
  /** Carriers of the passage that is followed, in the order of time. */
  readonly followed: readonly number[] | null;
  readonly rings: readonly (readonly number[])[];
  readonly words: Words;
  readonly tongue: Tongue;
}

/** Where on the canvas things are painted. */
export interface Sheet {
  readonly size: Size;
  /** Room for the names of the bands, and for the axis. */
  readonly gutter: number;
  readonly axis: number;
  readonly view: View;
  /** One dot of the screen, in pixels of the page. */
  readonly dot: number;
  /** While it moves, dashes of very many lines are left out: nobody reads them then. */
  readonly moving: boolean;
  readonly ink: Inks;
}

/** Colours and type of the theme at hand. */
export type Inks = Readonly<
  Record<'ink' | 'dim' | 'paper' | 'line' | 'soft' | 'accent' | 'contested' | 'warn' | 'sans', string>
>;

/** What the theme says now, as a canvas takes it: a colour for the light and one for the dark is read as the one that holds. */
export function inksOf(element: HTMLElement): Inks {
  const before = element.style.color;
  const style = getComputedStyle(element);
  const of = (name: string): string => {
    element.style.color = `var(--${name})`;
    return style.color;
  };
  const inks = {
    ...{ ink: of('ink'), dim: of('dim'), paper: of('paper'), line: of('line'), soft: of('soft') },
    ...{ accent: of('accent'), contested: of('contested'), warn: of('warn') },
    sans: style.getPropertyValue('--sans').trim() || 'sans-serif',
  };
  element.style.color = before;
  return inks;
}

/** A node's name in words. */
export function nameOf({ spread: { nodes }, words }: Pick<Scene, 'spread' | 'words'>, place: number): string {
  const node = nodes[place];
  if (!node) return '';
  return laneWords(node.lane, words);
}

export const laneWords = (lane: string, words: Words): string => (lane === 'unknown' ? words.unknownLane : lane);

/** How large a node is drawn: what was copied more is larger; never so large that two meet. */
export const radiusOf = (to: number, zoom: number): number =>
  Math.min(7 * zoom, (3.2 + Math.min(3.6, Math.log2(1 + to) * 1.1)) * Math.max(0.55, Math.min(1.8, Math.sqrt(zoom))));
