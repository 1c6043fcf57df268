import { align } from './align.ts';
import { chains, passageOf } from './chain.ts';
import { fingerprint } from './fingerprint.ts';
import type { Folded } from './fold.ts';
import type { Passage } from './lineage.ts';
import { byHash, nearness } from './near.ts';
import { seedsOf } from './seeds.ts';

/** A window in bytes for indexes of very many texts: a copied run of this length and a gram more always leaves a fingerprint. */
const WIDE_WINDOW = 128;

/** The fingerprints by which an index of very many texts knows a text: about one for each hundred letters. */
export const fingerprintsOf = (text: Folded): Uint32Array => fingerprint(text, WIDE_WINDOW).hashes;

/** What two texts share, whatever it is worth: the first look at a candidate pair from a large index. */
export interface Overlap {
  readonly passages: readonly Passage[];
  /** Share of each side's letters that the other has too. */
  readonly coverage: { readonly left: number; readonly right: number };
}

/** The stretches that two folded texts share, or null where they share no more than formulas. */
export function overlap(left: Folded, right: Folded): Overlap | null {
  if (nearness(byHash(fingerprint(left)), byHash(fingerprint(right))) < 2) return null;
  const tiles = align({ folded: left, seeds: seedsOf(left) }, { folded: right, seeds: seedsOf(right) });
  const shared = tiles.reduce((sum, tile) => sum + tile.length, 0);
  if (shared === 0) return null;
  return {
    passages: chains(tiles).map((chain) => passageOf(left, right, chain)),
    coverage: { left: shared / left.units.length, right: shared / right.units.length },
  };
}
