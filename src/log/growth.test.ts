import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { EMPTY_EDGE, growEdge, growTiles, readEdge, rootOfEdge } from './growth.ts';
import { parseVerifierKey } from './key.ts';
import { leafHash, rootOf } from './merkle.ts';
import { openNote } from './note.ts';
import { checkConsistency, checkInclusion, consistencyProof, inclusionProof } from './proof.ts';
import { parseBundle, parseTilePath, tilePath, tilesOf } from './tile.ts';
import { tileHashes } from './tile-hashes.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const tessera = join(root, '../shared/data/integrity/tlog-tiles-tessera/testdata/log');

const entriesFrom = (from: number, to: number): readonly Uint8Array[] =>
  Array.from({ length: to - from }, (_, at) => utf8(`entry ${from + at}`));

/** A log in memory that keeps the files as a disk would. */
function logOf(steps: readonly number[]): { files: Map<string, Uint8Array>; size: number; root: Uint8Array } {
  const files = new Map<string, Uint8Array>();
  let [size, last] = [0, rootOf([])];
  for (const step of steps) {
    const growth = growTiles(size, (path) => files.get(path), entriesFrom(size, size + step));
    for (const { path, bytes } of growth.write) files.set(path, bytes);
    for (const path of growth.remove) expect(files.delete(path)).toBe(true);
    [size, last] = [growth.size, growth.root];
  }
  return { files, size, root: last };
}

describe('a log that grows', () => {
  it('has exactly the tiles of its size, and the root of its entries, however it grew', () => {
    const step = fc.oneof(fc.nat(5), fc.nat(300), fc.constantFrom(255, 256, 257, 511));
    fc.assert(
      fc.property(fc.array(step, { maxLength: 6 }), (steps) => {
        const { files, size, root } = logOf(steps);
        const once = logOf([size]);
        expect([...files.keys()].toSorted()).toEqual(tilesOf(size).map(tilePath).toSorted());
        expect(new Map([...files].toSorted())).toEqual(new Map([...once.files].toSorted()));
        expect(root).toEqual(rootOf(entriesFrom(0, size).map(leafHash)));
        expect(rootOfEdge(readEdge(size, (path) => files.get(path)))).toEqual(root);
      }),
      { numRuns: 25 },
    );
  });

  it('writes nothing when nothing is appended, and never a full tile again', () => {
    const { files, size } = logOf([300]);
    expect(growTiles(size, (path) => files.get(path), [])).toMatchObject({ write: [], remove: [] });
    const more = growTiles(size, (path) => files.get(path), entriesFrom(300, 301));
    expect(more.write.map(({ path }) => path)).toEqual(['tile/0/001.p/45', 'tile/1/000.p/1', 'tile/entries/001.p/45']);
    expect(more.remove).toEqual(['tile/0/001.p/44', 'tile/entries/001.p/44']);
  });

  it('goes on from an edge that was kept as from one that was read', () => {
    const kept = growEdge(growEdge(EMPTY_EDGE, entriesFrom(0, 700)).edge, entriesFrom(700, 1000));
    const { files, root } = logOf([700, 300]);
    expect(kept.growth.root).toEqual(root);
    expect(kept.edge).toEqual(readEdge(1000, (path) => files.get(path)));
  });

  it('refuses to grow on a partial tile that is gone, cut off, or does not fit its entries', () => {
    const { files, size } = logOf([300]);
    for (const path of ['tile/0/001.p/44', 'tile/1/000.p/1', 'tile/entries/001.p/44']) {
      const bytes = files.get(path) ?? new Uint8Array();
      const grow = (other: Uint8Array | undefined) =>
        growTiles(size, (name) => (name === path ? other : files.get(name)), entriesFrom(300, 301));
      expect(() => grow(undefined)).toThrow(path);
      expect(() => grow(bytes.subarray(1))).toThrow(path);
    }
    const flipped = files.get('tile/0/001.p/44')?.map((byte, at) => (at === 40 ? byte ^ 1 : byte));
    expect(() => growTiles(size, (name) => (name === 'tile/0/001.p/44' ? flipped : files.get(name)), [])).toThrow(
      'entry 1 is not the one',
    );
  });
});

describe('proofs from tiles', () => {
  const { files, size, root } = logOf([66_000, 300]);
  const reads: string[] = [];
  const read = (path: string) => {
    reads.push(path);
    return files.get(path);
  };

  it('hold for entries and sizes anywhere in a log of three levels', () => {
    for (const index of [0, 1, 255, 256, 65_535, 65_536, 65_999, size - 1]) {
      const leaf = leafHash(utf8(`entry ${index}`));
      expect(checkInclusion(inclusionProof(index, size, tileHashes(size, read)), leaf, index, { size, root })).toBe(
        true,
      );
    }
    for (const first of [1, 255, 256, 257, 65_535, 65_536, 65_537, 66_000, size]) {
      const before = { size: first, root: rootOf(entriesFrom(0, first).map(leafHash)) };
      expect(checkConsistency(consistencyProof(first, size, tileHashes(size, read)), before, { size, root })).toBe(
        true,
      );
    }
  });

  it('can be made for an earlier size too', () => {
    const before = { size: 65_700, root: rootOf(entriesFrom(0, 65_700).map(leafHash)) };
    expect(tileHashes(size, read)(0, 65_700)).toEqual(before.root);
    const proof = inclusionProof(300, 65_700, tileHashes(size, read));
    expect(checkInclusion(proof, leafHash(utf8('entry 300')), 300, before)).toBe(true);
  });

  it('read only the few tiles that they need', () => {
    reads.length = 0;
    inclusionProof(40_000, size, tileHashes(size, read));
    expect(reads.length).toBeLessThanOrEqual(5);
    expect(reads.every((path) => parseTilePath(path) !== undefined)).toBe(true);
  });

  it('are refused by the root when a tile was changed', () => {
    const changed = (path: string) => files.get(path)?.map((byte, at) => (at === 32 * 7 ? byte ^ 4 : byte));
    const proof = inclusionProof(3, size, tileHashes(size, changed));
    expect(checkInclusion(proof, leafHash(utf8('entry 3')), 3, { size, root })).toBe(false);
  });

  it('name the tile that is not there', () => {
    expect(() =>
      inclusionProof(
        3,
        size,
        tileHashes(size, (path) => (path === 'tile/0/000' ? undefined : files.get(path))),
      ),
    ).toThrow('tile/0/000: is not there');
    expect(() => tileHashes(size, read)(1, 3)).toThrow('no subtree has this range');
  });
});

describe.skipIf(!existsSync(tessera))('a log that Tessera wrote (skipped where ../shared is absent)', () => {
  const bytesOf = (path: string) => new Uint8Array(readFileSync(join(tessera, path)));
  const verifier = parseVerifierKey('example.com/log/testdata+33d7b496+AeHTu4Q3hEIMHNqc6fASMsq3rKNx280NI+oO5xCFkkSx');
  const sizes = Array.from({ length: 16 }, (_, size) => size);
  const entries = parseBundle(bytesOf('tile/entries/000.p/15'), { level: 'entries', index: 0, width: 15 });
  const opened = (size: number) => parseCheckpoint(openNote(bytesOf(`checkpoint.${size}`), [verifier]).text);

  it('has 16 checkpoints that its key signed, whose roots are those of its entries', () => {
    for (const size of sizes) {
      const { text } = openNote(bytesOf(`checkpoint.${size}`), [verifier]);
      const checkpoint = parseCheckpoint(text);
      expect(checkpoint).toMatchObject({ origin: 'example.com/log/testdata', size, extensions: [] });
      expect(checkpoint.root).toEqual(rootOf(entries.slice(0, size).map(leafHash)));
      expect(formatCheckpoint(checkpoint)).toBe(text);
    }
  });

  it('is rebuilt byte for byte from its entries', () => {
    const files = new Map<string, Uint8Array>();
    for (const size of sizes.slice(1)) {
      const growth = growTiles(size - 1, (path) => files.get(path), entries.slice(size - 1, size));
      for (const { path, bytes } of growth.write) files.set(path, bytes);
      expect(growth.root).toEqual(opened(size).root);
    }
    const theirs = readdirSync(join(tessera, 'tile'), { recursive: true, encoding: 'utf8', withFileTypes: false })
      .map((path) => `tile/${path}`)
      .filter((path) => parseTilePath(path) !== undefined && path.includes('.p/'));
    expect([...files.keys()].toSorted()).toEqual(theirs.toSorted());
    for (const [path, bytes] of files) expect([path, bytes]).toEqual([path, bytesOf(path)]);
  });

  it('gives proofs from its tiles between all its sizes', () => {
    for (const second of sizes.slice(1))
      for (const first of sizes.slice(1, second + 1)) {
        const proof = consistencyProof(first, second, tileHashes(second, bytesOf));
        expect(checkConsistency(proof, opened(first), opened(second))).toBe(true);
      }
  });
});
