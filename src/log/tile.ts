import { HearsayError } from '../base/error.ts';
import { strictDecimal } from './bytes.ts';
import { HASH_SIZE, type Hash } from './merkle.ts';

/** A file of a tiled log (c2sp.org/tlog-tiles): hashes of a level, or a bundle of entries. */
export interface Tile {
  readonly level: number | 'entries';
  /** Its place within the level, from 0. */
  readonly index: number;
  /** How many hashes or entries it has: 256 when full, less at the right edge of the log. */
  readonly width: number;
}

/** Reads a file of the log by its path (`tile/0/000`), or undefined where there is none. */
export type TileReader = (path: string) => Uint8Array | undefined;

/** How many hashes or entries a full tile has. */
export const TILE_WIDTH = 256;
/** The most bytes an entry may have: its length is written as uint16. */
export const LARGEST_ENTRY = 0xffff;

const HIGHEST_LEVEL = 63;

/** The path of a tile below the folder of the log: 1234067 of level 0 is `tile/0/x001/x234/067`. */
export function tilePath(tile: Tile): string {
  if (!isTile(tile)) throw new HearsayError('bad-index', `Tile ${JSON.stringify(tile)}: there is no such tile.`);
  const digits = String(tile.index);
  const groups = digits.padStart(Math.ceil(digits.length / 3) * 3, '0').match(/.{3}/gu) ?? [];
  const index = groups.map((group, at) => (at < groups.length - 1 ? `x${group}` : group)).join('/');
  return `tile/${tile.level}/${index}${tile.width === TILE_WIDTH ? '' : `.p/${tile.width}`}`;
}

/** The inverse of `tilePath`; undefined for every path that it doesn't make. */
export function parseTilePath(path: string): Tile | undefined {
  const match = /^tile\/(entries|[0-9]{1,2})\/((?:x[0-9]{3}\/){0,5}[0-9]{3})(?:\.p\/([0-9]{1,3}))?$/u.exec(path);
  if (match === null) return undefined;
  const [, level = '', groups = '', partial] = match;
  const tile = {
    level: level === 'entries' ? level : (strictDecimal(level) ?? -1),
    index: Number(groups.replaceAll(/[x/]/gu, '')),
    width: partial === undefined ? TILE_WIDTH : (strictDecimal(partial) ?? 0),
  } as const;
  return isTile(tile) && tilePath(tile) === path ? tile : undefined;
}

/** Every tile of a log of this size, entry bundles last: no other file may stand in its `tile` folder. */
export function tilesOf(size: number): readonly Tile[] {
  const tiles: Tile[] = [];
  for (let [level, count] = [0, size]; count > 0; [level, count] = [level + 1, Math.floor(count / TILE_WIDTH)])
    tiles.push(...levelOf(level, count));
  return [...tiles, ...levelOf('entries', size)];
}

/** The partial tiles of a log of this size, one a level at most, entry bundle last. */
export const partialTilesOf = (size: number): readonly Tile[] =>
  edgesOf(size).filter((tile) => tile.width > 0 && tile.width < TILE_WIDTH);

/** The hashes of a tile of this width. */
export function parseHashTile(bytes: Uint8Array, tile: Tile): readonly Hash[] {
  if (bytes.length !== tile.width * HASH_SIZE)
    throw damaged(tile, `${bytes.length} bytes, not ${tile.width * HASH_SIZE}`);
  return Array.from({ length: tile.width }, (_, at) => bytes.subarray(at * HASH_SIZE, (at + 1) * HASH_SIZE));
}

/** The inverse of `parseHashTile`. */
export function formatHashTile(hashes: readonly Hash[]): Uint8Array {
  const bytes = new Uint8Array(hashes.length * HASH_SIZE);
  for (const [at, hash] of hashes.entries()) bytes.set(hash, at * HASH_SIZE);
  return bytes;
}

/** The entries of a bundle: each has its length before it, as a big-endian uint16. */
export function parseBundle(bytes: Uint8Array, tile: Tile): readonly Uint8Array[] {
  const entries: Uint8Array[] = [];
  let at = 0;
  while (at < bytes.length) {
    const size = ((bytes[at] ?? 0) << 8) | (bytes[at + 1] ?? 0);
    if (at + 2 + size > bytes.length) throw damaged(tile, `entry ${entries.length} at byte ${at} is cut off`);
    if (entries.length === tile.width) throw damaged(tile, `more than ${tile.width} entries, from byte ${at}`);
    entries.push(bytes.subarray(at + 2, at + 2 + size));
    at += 2 + size;
  }
  if (entries.length !== tile.width) throw damaged(tile, `${entries.length} entries, not ${tile.width}`);
  return entries;
}

/** The inverse of `parseBundle`. */
export function formatBundle(entries: readonly Uint8Array[]): Uint8Array {
  const bytes = new Uint8Array(entries.reduce((sum, entry) => sum + 2 + entry.length, 0));
  let at = 0;
  for (const entry of entries) {
    if (entry.length > LARGEST_ENTRY)
      throw new HearsayError(
        'too-large',
        `Log entry of ${entry.length} bytes: log its digest; ${LARGEST_ENTRY} is the most.`,
      );
    bytes.set([entry.length >> 8, entry.length & 255], at);
    bytes.set(entry, at + 2);
    at += 2 + entry.length;
  }
  return bytes;
}

/** The bytes of a tile that a log must have. */
export function readTile(tile: Tile, read: TileReader): Uint8Array {
  const bytes = read(tilePath(tile));
  if (bytes === undefined) throw damaged(tile, 'is not there');
  return bytes;
}

/** The rightmost tile of each level at this size; its width is 0 where the level ends with a full tile. */
export function edgesOf(size: number): readonly Tile[] {
  const edges: Tile[] = [];
  for (let [level, count] = [0, size]; count > 0; [level, count] = [level + 1, Math.floor(count / TILE_WIDTH)])
    edges.push({ level, index: Math.floor(count / TILE_WIDTH), width: count % TILE_WIDTH });
  return [...edges, { level: 'entries', index: Math.floor(size / TILE_WIDTH), width: size % TILE_WIDTH }];
}

/** A fault of a tile, by its path. */
export const damaged = (tile: Tile, why: string): HearsayError =>
  new HearsayError('damaged', `Log, ${tilePath(tile)}: ${why}; take the tile from a copy, or make the log anew.`);

function levelOf(level: number | 'entries', count: number): readonly Tile[] {
  return Array.from({ length: Math.ceil(count / TILE_WIDTH) }, (_, index) => ({
    level,
    index,
    width: Math.min(TILE_WIDTH, count - index * TILE_WIDTH),
  }));
}

const isTile = ({ level, index, width }: Tile): boolean =>
  (level === 'entries' || (Number.isInteger(level) && level >= 0 && level <= HIGHEST_LEVEL)) &&
  Number.isSafeInteger(index) &&
  index >= 0 &&
  Number.isInteger(width) &&
  width >= 1 &&
  width <= TILE_WIDTH;
