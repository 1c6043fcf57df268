import type { Tile } from './align.ts';
import type { Folded } from './fold.ts';
import type { Passage } from './lineage.ts';

/** Gaps up to this many units on both sides are edits within a passage, not its end. */
const GAP = 24;

/** Passages so near to each other, for their length, are one that was edited in between. */
const FAR = 96;
/** How many passages a stretch may belong to: what stands between two parts of one need not follow on the other side. */
const OPEN = 8;

type Chain = readonly Tile[];

/** Joins stretches that follow each other on both sides: one passage with its edits. `tiles` must be in order on the left. */
export const chains = (tiles: readonly Tile[]): readonly Chain[] =>
  linked(
    tiles.map((tile) => [tile]),
    () => GAP,
  );

/** Joins chains to passages as an editor would see them: a few words changed close together don't end one. */
export const joined = (list: readonly Chain[]): readonly Chain[] =>
  linked(list, (a, b) => Math.min(FAR, 2 * Math.min(lengthOf(a), lengthOf(b))));

const lengthOf = (chain: Chain): number => chain.reduce((sum, tile) => sum + tile.length, 0);

/** Appends each chain to the nearest of the last ones that it follows within a gap. */
function linked(list: readonly Chain[], gap: (before: Chain, chain: Chain) => number): readonly Chain[] {
  const out: Tile[][] = [];
  for (const chain of list) {
    let best: Tile[] | undefined;
    let least = Number.POSITIVE_INFINITY;
    for (let at = Math.max(0, out.length - OPEN); at < out.length; at++) {
      const before = out[at] ?? [];
      const away = distance(before, chain);
      if (away < least && away <= gap(before, chain)) [best, least] = [before, away];
    }
    if (best !== undefined) best.push(...chain);
    else out.push([...chain]);
  }
  return out;
}

/** The wider of the gaps on both sides; infinite where one overlaps the other or comes before it. */
function distance(before: Chain, chain: Chain): number {
  const [last, next] = [before.at(-1) ?? NOTHING, chain[0] ?? NOTHING];
  const [left, right] = [next.left - last.left - last.length, next.right - last.right - last.length];
  return left < 0 || right < 0 ? Number.POSITIVE_INFINITY : Math.max(left, right);
}

const NOTHING: Tile = { left: 0, right: 0, length: 0 };

/** Where a chain stands in the original texts. */
export function passageOf(left: Folded, right: Folded, chain: readonly Tile[]): Passage {
  const first = chain[0] ?? NOTHING;
  const last = chain.at(-1) ?? first;
  const leftEnd = last.left + last.length;
  const rightEnd = last.right + last.length;
  const same = chain.reduce((sum, tile) => sum + tile.length, 0);
  const spread = Math.max(leftEnd - first.left, rightEnd - first.right);
  return {
    left: { start: left.from[first.left] ?? 0, end: left.to[leftEnd - 1] ?? 0 },
    right: { start: right.from[first.right] ?? 0, end: right.to[rightEnd - 1] ?? 0 },
    kind: same >= spread * 0.9 ? 'verbatim' : 'reworded',
  };
}
