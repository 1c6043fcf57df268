import { align, type Tile } from './align.ts';
import { chains, joined, passageOf } from './chain.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import { bytesOf, type Folded } from './fold.ts';
import type { Passage } from './lineage.ts';
import { byHash, nearness } from './near.ts';
import { type Seeded, seedsOf } from './seeds.ts';
import type { Candidate } from './text-index.ts';

/** A window in bytes for indexes of very many texts: a copied run of this length and a gram more always leaves a fingerprint. */
const WIDE_WINDOW = 64;

/** The fingerprints by which an index of very many texts knows a text: about one for each forty letters. */
export const fingerprintsOf = (text: Folded): Uint32Array => fingerprint(text, WIDE_WINDOW).hashes;

/** A window in bytes for asking: what an editor changes moves the choice of a wide window, seldom that of a narrow one. */
const PROBE_WINDOW = 32;

/**
 * The fingerprints by which a text asks an index of very many texts: those by which it is entered, and as many again. More of
 * what is left of an edited source is met, and the index holds no more for it.
 */
export const probesOf = (text: Folded): Uint32Array => fingerprint(text, PROBE_WINDOW).hashes;

/** Texts with fewer fingerprints than this are posts. */
const POST = 8;

/** Whether a candidate is worth a comparison: one fingerprint that two long texts share is a phrase. */
export const isPromising = ({ shared }: Candidate, fingerprints: number): boolean => shared > 1 || fingerprints < POST;

/** A folded text with what a comparison needs: made once, used for each text that it is compared with. */
export interface Sample extends Seeded {
  readonly print: Fingerprint;
}

/** Makes a folded text ready for `overlap`. */
export function sampleOf(folded: Folded): Sample {
  let print: Fingerprint | undefined;
  return {
    folded,
    seeds: seedsOf(folded),
    // Made when first asked: most texts of a large corpus are never compared.
    get print() {
      print ??= byHash(fingerprint(folded));
      return print;
    },
  };
}

/** What two texts share, whatever it is worth. */
export interface Overlap {
  readonly passages: readonly Passage[];
  /** Share of each side's letters that the other has too. */
  readonly coverage: { readonly left: number; readonly right: number };
}

/** The stretches that two texts share, or null where they share no more than formulas: the first look at a candidate pair. */
export function overlap(left: Sample, right: Sample): Overlap | null {
  if (nearness(left.print, right.print) < 2) return null;
  const tiles = align(left, right);
  const found = worth(left.folded.units, joined(chains(tiles)));
  if (found.length === 0) return null;
  const shared = found.flat().reduce((sum, tile) => sum + tile.length, 0);
  return {
    passages: found.map((chain) => passageOf(left.folded, right.folded, chain)),
    coverage: { left: shared / left.folded.units.length, right: shared / right.folded.units.length },
  };
}

/** Lighter passages are names and formulas. */
const LEAST_WEIGHT = 60;
/** Unless they touch a heavy one on both sides: then they were moved with it, a sentence from its end to its front. */
const LEAST_MOVED = 20;
/** So many letters may stand between what touches. */
const TOUCH = 6;

function worth(units: Uint16Array, all: readonly (readonly Tile[])[]): readonly (readonly Tile[])[] {
  const heavy = all.filter((chain) => weightOf(units, chain) >= LEAST_WEIGHT);
  if (heavy.length === 0 || heavy.length === all.length) return heavy;
  return all.filter(
    (chain) =>
      heavy.includes(chain) ||
      (weightOf(units, chain) >= LEAST_MOVED &&
        heavy.some((one) => touches('left', chain, one) && touches('right', chain, one))),
  );
}

/** Whether on one side two chains stand next to each other, whichever comes first. */
function touches(side: 'left' | 'right', a: readonly Tile[], b: readonly Tile[]): boolean {
  const [one, other] = [extentOf(side, a), extentOf(side, b)];
  const gap = Math.max(other.start - one.end, one.start - other.end);
  return gap >= 0 && gap <= TOUCH;
}

function extentOf(side: 'left' | 'right', chain: readonly Tile[]): { readonly start: number; readonly end: number } {
  const [first, last] = [chain[0], chain.at(-1)];
  return { start: first?.[side] ?? 0, end: (last?.[side] ?? 0) + (last?.length ?? 0) };
}

function weightOf(units: Uint16Array, chain: readonly Tile[]): number {
  let bytes = 0;
  for (const { left, length } of chain) for (let i = left; i < left + length; i++) bytes += bytesOf(units[i] ?? 0);
  return bytes;
}
