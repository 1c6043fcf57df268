import type { Tile } from './align.ts';
import { chains, passageOf } from './chain.ts';
import type { Passage } from './lineage.ts';
import type { Source } from './source.ts';

/** What two texts share word for word, and how much of each side's reporting text that is. */
export interface Shared {
  readonly passages: readonly Passage[];
  /** Weight shared, in bytes of folded reporting text: quotations on either side count nothing. */
  readonly weight: number;
  /** The weight of the heaviest single passage. */
  readonly longest: number;
  readonly coverage: { readonly left: number; readonly right: number };
}

/** A passage shorter than this that comes again and again is a formula: it counts once. */
const FORMULA = 64;
/** Lighter passages are names and formulas. */
const LEAST_WEIGHT = 24;

/** Joins aligned stretches to passages and measures them. */
export function share(left: Source, right: Source, tiles: readonly Tile[]): Shared {
  const kept: (readonly Tile[])[] = [];
  const seen = new Set<number>();
  let weight = 0;
  let longest = 0;
  for (const chain of chains(tiles)) {
    let [bytes, spread] = [0, 0];
    for (const tile of chain) {
      bytes += weigh(left, right, tile);
      spread += tile.length;
    }
    if (bytes < LEAST_WEIGHT && spread < LEAST_WEIGHT) continue;
    kept.push(chain);
    const words = beginning(left.folded.units, chain[0]?.left ?? 0);
    if (bytes < FORMULA && seen.has(words)) continue;
    seen.add(words);
    weight += bytes;
    longest = Math.max(longest, bytes);
  }
  const part = (side: Source): number => (side.reporting === 0 ? 0 : Math.min(1, weight / side.reporting));
  const passages = kept.map((chain) => passageOf(left.folded, right.folded, chain));
  return { passages, weight, longest, coverage: { left: part(left), right: part(right) } };
}

/** Stands for the first words of a passage. */
function beginning(units: Uint16Array, from: number): number {
  let [high, low] = [0, 0];
  for (let i = from; i < from + FORMULA && i < units.length; i++) {
    high = Math.imul(high ^ (units[i] ?? 0), 0x01000193);
    low = (Math.imul(low, 0x5bd1e995) + (units[i] ?? 0)) | 0;
  }
  return (high >>> 12) * 2 ** 32 + (low >>> 0);
}

/** Only what neither side puts in quotation marks makes a copy. */
function weigh(left: Source, right: Source, tile: Tile): number {
  let bytes = 0;
  for (let i = 0; i < tile.length; i++) {
    bytes += Math.min(left.weight[tile.left + i] ?? 0, right.weight[tile.right + i] ?? 0);
  }
  return bytes;
}
