import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { utf8 } from './bytes.ts';
import { formatBundle, parseBundle, parseHashTile, parseTilePath, partialTilesOf, tilePath, tilesOf } from './tile.ts';

const bundle = (width: number) => ({ level: 'entries', index: 0, width }) as const;

describe('a tile', () => {
  it('has the path of the specification (c2sp.org/tlog-tiles)', () => {
    expect(tilePath({ level: 0, index: 1_234_067, width: 256 })).toBe('tile/0/x001/x234/067');
    expect(tilePath({ level: 2, index: 0, width: 1 })).toBe('tile/2/000.p/1');
    expect(tilePath({ level: 'entries', index: 273, width: 112 })).toBe('tile/entries/273.p/112');
    expect(tilePath({ level: 63, index: 1000, width: 256 })).toBe('tile/63/x001/000');
  });

  it('is found again by its path', () => {
    const level = fc.oneof(fc.constant('entries' as const), fc.integer({ min: 0, max: 63 }));
    const index = fc.oneof(fc.nat(5000), fc.maxSafeInteger().map(Math.abs));
    fc.assert(
      fc.property(level, index, fc.integer({ min: 1, max: 256 }), (level, index, width) => {
        expect(parseTilePath(tilePath({ level, index, width }))).toEqual({ level, index, width });
      }),
    );
  });

  it.each([
    'tile/00/000',
    'tile/01/000',
    'tile/64/000',
    'tile/-1/000',
    'tile/0/0',
    'tile/0/00',
    'tile/0/0000',
    'tile/0/x000/001', // no index begins with a group of zeros
    'tile/0/x001',
    'tile/0/001/002',
    'tile/0/000/',
    'tile/0/000.p/0',
    'tile/0/000.p/01',
    'tile/0/000.p/256', // full tiles have no width in their path
    'tile/0/000.p/257',
    'tile/0/000.p/',
    'tile/0/000.p',
    'tile/entries/000.p/-1',
    'tile/data/000',
    '/tile/0/000',
    'tile/0/../0/000',
    'tile/0/x999/x999/x999/x999/x999/999', // beyond 2^53
    'checkpoint',
    '',
  ])('has not the path %j', (path) => {
    expect(parseTilePath(path)).toBeUndefined();
  });

  it('stands in a log of 70,000 entries as the specification counts', () => {
    const tiles = tilesOf(70_000);
    const count = (level: number | 'entries', full: boolean) =>
      tiles.filter((tile) => tile.level === level && (tile.width === 256) === full).length;
    expect([count(0, true), count(0, false), count(1, true), count(1, false), count(2, false)]).toEqual([
      273, 1, 1, 1, 1,
    ]);
    expect(count('entries', true) + count('entries', false)).toBe(274);
    expect(partialTilesOf(70_000).map(tilePath)).toEqual([
      'tile/0/273.p/112',
      'tile/1/001.p/17',
      'tile/2/000.p/1',
      'tile/entries/273.p/112',
    ]);
    expect(tilesOf(256).map(tilePath)).toEqual(['tile/0/000', 'tile/1/000.p/1', 'tile/entries/000']);
    expect(tilesOf(0)).toEqual([]);
  });

  it('of hashes has exactly as many bytes as its width asks', () => {
    const tile = { level: 0, index: 5, width: 2 };
    expect(parseHashTile(new Uint8Array(64), tile).length).toBe(2);
    for (const size of [0, 63, 65, 96])
      expect(() => parseHashTile(new Uint8Array(size), tile)).toThrow('tile/0/005.p/2');
  });
});

describe('a bundle', () => {
  it('gives its entries back', () => {
    fc.assert(
      fc.property(fc.array(fc.uint8Array({ maxLength: 400 }), { minLength: 1, maxLength: 20 }), (entries) => {
        expect(parseBundle(formatBundle(entries), bundle(entries.length))).toEqual(entries);
      }),
    );
    const large = [new Uint8Array(65_535).fill(7)];
    expect(parseBundle(formatBundle(large), bundle(1))).toEqual(large);
  });

  it('has lengths of two bytes, the higher first', () => {
    expect(formatBundle([utf8('ab'), new Uint8Array()])).toEqual(Uint8Array.of(0, 2, 97, 98, 0, 0));
    expect(() => formatBundle([new Uint8Array(65_536)])).toThrow('65536 bytes');
  });

  it('is refused when it is cut off, too long, or has other entries than its width', () => {
    const bytes = formatBundle([utf8('one'), utf8('two')]);
    for (let end = 0; end < bytes.length; end++) expect(() => parseBundle(bytes.subarray(0, end), bundle(2))).toThrow();
    expect(() => parseBundle(Uint8Array.of(...bytes, 0), bundle(2))).toThrow('at byte 10');
    expect(() => parseBundle(bytes, bundle(1))).toThrow('more than 1 entries, from byte 5');
    expect(() => parseBundle(bytes, bundle(3))).toThrow('2 entries, not 3');
  });

  it('makes nothing but a HearsayError of hostile bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), fc.integer({ min: 1, max: 256 }), (bytes, width) => {
        try {
          expect(formatBundle(parseBundle(bytes, bundle(width)))).toEqual(bytes);
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError);
        }
      }),
    );
  });
});
