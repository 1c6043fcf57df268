import { sameBytes } from '../base/bytes.ts';
import { HearsayError } from '../base/error.ts';
import { type CompactRange, EMPTY_RANGE, extendRange, type Hash, leafHash, rootOf, rootOfRange } from './merkle.ts';
import {
  damaged,
  edgesOf,
  formatBundle,
  formatHashTile,
  parseBundle,
  parseHashTile,
  partialTilesOf,
  readTile,
  TILE_WIDTH,
  type TileReader,
  tilePath,
} from './tile.ts';

/** What a log becomes when entries are appended. Written in this order, then the checkpoint, then removed. */
export interface Growth {
  readonly size: number;
  readonly root: Hash;
  /** Files to write, by path. Full tiles are never written again. */
  readonly write: readonly { readonly path: string; readonly bytes: Uint8Array }[];
  /** Partial tiles of the size before, which the new size has no more. */
  readonly remove: readonly string[];
}

/**
 * The right edge of a log: the hashes and entries of its partial tiles. Nothing else is needed to append. Keep it
 * between appends to spare the reading, or read it anew with `readEdge`.
 */
export interface Edge {
  readonly size: number;
  /** The hashes of the partial tile of each level. */
  readonly levels: readonly (readonly Hash[])[];
  readonly entries: readonly Uint8Array[];
}

/** The edge of a log without entries. */
export const EMPTY_EDGE: Edge = { size: 0, levels: [], entries: [] };

/** What the log of `size` entries, whose tiles `read` gives, becomes when `entries` are appended. */
export function growTiles(size: number, read: TileReader, entries: readonly Uint8Array[]): Growth {
  return growEdge(readEdge(size, read), entries).growth;
}

/** The right edge of a log from its partial tiles. Entries that do not belong to their hashes are found here. */
export function readEdge(size: number, read: TileReader): Edge {
  if (!Number.isSafeInteger(size) || size < 0) throw new HearsayError('bad-index', `A log has no size ${size}.`);
  const levels: (readonly Hash[])[] = [];
  let entries: readonly Uint8Array[] = [];
  for (const tile of edgesOf(size)) {
    const bytes = tile.width === 0 ? new Uint8Array() : readTile(tile, read);
    if (tile.level !== 'entries') levels.push(tile.width === 0 ? [] : parseHashTile(bytes, tile));
    else if (tile.width > 0) {
      entries = parseBundle(bytes, tile);
      const odd = entries.findIndex((entry, at) => !sameBytes(leafHash(entry), levels[0]?.[at] ?? new Uint8Array()));
      if (odd >= 0) throw damaged(tile, `entry ${odd} is not the one whose hash is in the tile of level 0`);
    }
  }
  return { size, levels, entries };
}

/** The edge after entries are appended, and the files that change. */
export function growEdge(edge: Edge, entries: readonly Uint8Array[]): { readonly edge: Edge; readonly growth: Growth } {
  const grown = new GrowingLog(edge);
  for (const entry of entries) grown.append(entry);
  return grown.done(edge.size);
}

/** The root of a log from its right edge: its perfect subtrees are all made of the hashes of partial tiles. */
export function rootOfEdge(edge: Edge): Hash {
  const peaks: Hash[] = []; // narrowest first
  for (const hashes of edge.levels) {
    const { hashes: widestFirst } = extendRange(EMPTY_RANGE, hashes);
    peaks.push(...widestFirst.toReversed());
  }
  const range: CompactRange = { size: edge.size, hashes: peaks.reverse() };
  return rootOfRange(range);
}

/** The right edge while it grows; full tiles leave it as files. */
class GrowingLog {
  private readonly levels: Hash[][];
  private entries: Uint8Array[];
  private size: number;
  private readonly write: { path: string; bytes: Uint8Array }[] = [];

  constructor(edge: Edge) {
    this.levels = edge.levels.map((hashes) => [...hashes]);
    this.entries = [...edge.entries];
    this.size = edge.size;
  }

  append(entry: Uint8Array): void {
    this.entries.push(entry.slice());
    this.size++;
    if (this.entries.length === TILE_WIDTH) {
      this.file('entries', this.size / TILE_WIDTH - 1, formatBundle(this.entries));
      this.entries = [];
    }
    this.push(0, leafHash(entry));
  }

  done(before: number): { edge: Edge; growth: Growth } {
    const edge: Edge = { size: this.size, levels: this.levels, entries: this.entries };
    for (const tile of this.size === before ? [] : partialTilesOf(this.size)) {
      const bytes =
        tile.level === 'entries' ? formatBundle(this.entries) : formatHashTile(this.levels[tile.level] ?? []);
      this.write.push({ path: tilePath(tile), bytes });
    }
    const present = new Set(partialTilesOf(this.size).map(tilePath));
    const remove = partialTilesOf(before)
      .map(tilePath)
      .filter((path) => !present.has(path));
    return { edge, growth: { size: this.size, root: rootOfEdge(edge), write: this.write, remove } };
  }

  private push(level: number, hash: Hash): void {
    const hashes = this.levels[level] ?? [];
    this.levels[level] = hashes;
    hashes.push(hash);
    if (hashes.length < TILE_WIDTH) return;
    this.file(level, Math.floor(this.size / TILE_WIDTH ** (level + 1)) - 1, formatHashTile(hashes));
    this.levels[level] = [];
    this.push(level + 1, rootOf(hashes));
  }

  private file(level: number | 'entries', index: number, bytes: Uint8Array): void {
    this.write.push({ path: tilePath({ level, index, width: TILE_WIDTH }), bytes });
  }
}
