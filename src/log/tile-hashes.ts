import { HearsayError } from '../base/error.ts';
import { type Hash, isRange, nodeHash, type RangeHash, rootOf } from './merkle.ts';
import { parseHashTile, readTile, TILE_WIDTH, type Tile, type TileReader } from './tile.ts';

/**
 * The hashes of ranges of a log of `size` entries, from its tiles alone: a few tiles a proof, however long the log.
 * The tiles are believed: check what is made of them against a signed root. Ranges have to begin where a subtree of
 * their width does, as those of proofs do. The reader is asked once for each tile, so make this anew for another size.
 */
export function tileHashes(size: number, read: TileReader): RangeHash {
  const tiles = new Map<string, readonly Hash[]>();
  const hashesOf = (level: number, index: number): readonly Hash[] => {
    const key = `${level}/${index}`;
    const known = tiles.get(key);
    if (known !== undefined) return known;
    const count = Math.floor(size / TILE_WIDTH ** level);
    const tile: Tile = { level, index, width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH) };
    const hashes = parseHashTile(readTile(tile, read), tile);
    tiles.set(key, hashes);
    return hashes;
  };
  /** The root of the perfect subtree of 2^height entries from `start` on. */
  const subtree = (start: number, height: number): Hash => {
    const level = Math.floor(height / 8);
    const first = start / TILE_WIDTH ** level;
    const at = first % TILE_WIDTH;
    return rootOf(hashesOf(level, Math.floor(first / TILE_WIDTH)).slice(at, at + 2 ** (height % 8)));
  };
  return (start, end) => {
    if (!isRange(start, end, size)) throw noRange(start, end, size);
    const peaks: Hash[] = [];
    let at = start;
    for (let height = 53; height >= 0; height--) {
      const width = 2 ** height;
      if (at + width > end) continue;
      if (at % width !== 0) throw noRange(start, end, size);
      peaks.push(subtree(at, height));
      at += width;
    }
    const narrowest = peaks.pop();
    if (narrowest === undefined) return rootOf([]);
    return peaks.reduceRight((right, left) => nodeHash(left, right), narrowest);
  };
}

const noRange = (start: number, end: number, size: number): HearsayError =>
  new HearsayError('bad-index', `Entries ${start} to ${end} of a log of ${size}: no subtree has this range.`);
