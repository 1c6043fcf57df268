import type { Tile } from './align.ts';
import type { Folded } from './fold.ts';
import type { Passage } from './lineage.ts';

/** Gaps up to this many units on both sides are edits within a passage, not its end. */
const GAP = 24;

/** Joins stretches that follow each other on both sides: one passage with its edits. `tiles` must be in order on the left. */
export function chains(tiles: readonly Tile[]): readonly (readonly Tile[])[] {
  const out: Tile[][] = [];
  for (const tile of tiles) {
    const last = out.at(-1)?.at(-1);
    const gapLeft = last ? tile.left - last.left - last.length : Number.POSITIVE_INFINITY;
    const gapRight = last ? tile.right - last.right - last.length : Number.POSITIVE_INFINITY;
    if (gapLeft <= GAP && gapRight >= 0 && gapRight <= GAP) out.at(-1)?.push(tile);
    else out.push([tile]);
  }
  return out;
}

/** Passages so near to each other, for their length, are one that was edited in between. */
const FAR = 96;

/** Joins chains to passages as an editor would see them: a few words changed close together don't end one. */
export function joined(list: readonly (readonly Tile[])[]): readonly (readonly Tile[])[] {
  const out: (readonly Tile[])[] = [];
  for (const chain of list) {
    const before = out.at(-1);
    if (before !== undefined && follows(before, chain)) out[out.length - 1] = [...before, ...chain];
    else out.push(chain);
  }
  return out;
}

function follows(before: readonly Tile[], chain: readonly Tile[]): boolean {
  const last = before.at(-1) ?? NOTHING;
  const next = chain[0] ?? NOTHING;
  const [gapLeft, gapRight] = [next.left - last.left - last.length, next.right - last.right - last.length];
  const size = (tiles: readonly Tile[]): number => tiles.reduce((sum, tile) => sum + tile.length, 0);
  const near = Math.min(FAR, 2 * Math.min(size(before), size(chain)));
  return gapRight >= 0 && gapLeft <= near && gapRight <= near;
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
