import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { strToU8, zipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { tookTo } from '../../test/took-to.ts';
import { HearsayError } from '../base/error.ts';
import { isSame, joined, u16, u32 } from './bytes.ts';
import { readZip, type ZipOptions } from './zip.ts';
import { writeZip } from './zip-write.ts';

const vectors = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/data/integrity/zip-yauzl/test');
const small = writeZip([
  { name: 'report.txt', bytes: strToU8('The dam broke at nine. The dam broke at nine, she said.') },
  { name: 'photos/über.jpg', bytes: strToU8('not a photo'), stored: true },
]);
/** Everything that can be read from a zip; throws where it can't. */
const contents = (bytes: Uint8Array, options: Partial<ZipOptions> = {}): string => {
  const zip = readZip(bytes, options);
  return JSON.stringify([zip.comment, zip.entries.map((entry) => [entry, [...zip.content(entry)]])]);
};
const changed = (bytes: Uint8Array, at: number, change: readonly number[]): Uint8Array => {
  const copy = Uint8Array.from(bytes);
  copy.set(change, at < 0 ? bytes.length + at : at);
  return copy;
};
const find = (bytes: Uint8Array, signature: number, from = 0): number => {
  for (let at = from; at + 4 <= bytes.length; at++)
    if (u32(signature).every((byte, n) => bytes[at + n] === byte)) return at;
  throw new Error('no such signature');
};
/** Every byte changed in each of its bits, and whether what is read is still the same: refused, same, other. */
function flipped(good: Uint8Array, read: (bytes: Uint8Array) => string): { same: number[]; other: number[] } {
  const want = read(good);
  const [same, other]: [number[], number[]] = [[], []];
  for (let at = 0; at < good.length; at++) {
    for (const change of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
      const bad = changed(good, at, [(good[at] ?? 0) ^ change]);
      try {
        (read(bad) === want ? same : other).push(at);
      } catch (error) {
        expect(error).toBeInstanceOf(HearsayError);
      }
    }
  }
  return { same, other };
}

describe('readZip', () => {
  it('gives entries, their places and their bytes', () => {
    const { entries, content } = readZip(small);
    expect(entries.map(({ name, method, size }) => [name, method, size])).toEqual([
      ['report.txt', 'deflated', 55],
      ['photos/über.jpg', 'stored', 11],
    ]);
    expect(entries.map(({ start, end }) => [start, end])).toEqual([
      [0, entries[1]?.start],
      [entries[1]?.start, find(small, 0x02014b50)],
    ]);
    expect(entries.map((entry) => new TextDecoder().decode(content(entry)))[1]).toBe('not a photo');
  });

  it('notices every change of a byte: none gives other files', () => {
    const { same, other } = flipped(small, contents);
    expect(other).toEqual([]);
    // "Made by" and the attributes in the directory: no checksum covers them, and nothing that is read depends on them.
    const directory = find(small, 0x02014b50);
    const second = find(small, 0x02014b50, directory + 4);
    const uncovered = [directory, second].flatMap((at) => [4, 5, 36, 37, 38, 39, 40, 41].map((n) => at + n));
    expect([...new Set(same)].filter((at) => !uncovered.includes(at))).toEqual([]);
  });

  it('accepts no changed byte at all of a plain zip', () => {
    for (const wide of [false, true]) {
      const stored = writeZip([{ name: 'a/b.txt', bytes: strToU8('what was said'), stored: true }], { wide });
      expect(flipped(stored, (bytes) => contents(bytes, { plain: true }))).toEqual({ same: [], other: [] });
    }
    expect(() => readZip(zipSync({ 'a.txt': strToU8('a') }), { plain: true })).toThrow(/no checksum covers/u);
  });

  it('refuses bytes before, between, within and after', () => {
    const middle = readZip(small).entries[1]?.start ?? 0;
    const pad = Uint8Array.of(0);
    expect(() => readZip(joined([pad, small]))).toThrow(HearsayError);
    expect(() => readZip(joined([small, pad]))).toThrow(HearsayError);
    expect(() => readZip(joined([small.subarray(0, middle), pad, small.subarray(middle)]))).toThrow(HearsayError);
    expect(() => readZip(small.subarray(0, -1))).toThrow(/no end record/u);
    expect(() => readZip(joined([small, small]))).toThrow(HearsayError);
  });

  it('refuses a gap that the directory steps over', () => {
    const directory = find(small, 0x02014b50);
    const end = find(small, 0x06054b50);
    const gap = joined([small.subarray(0, directory), Uint8Array.of(7, 7), small.subarray(directory)]);
    expect(() => readZip(changed(gap, end + 2 + 16, u32(directory + 2)))).toThrow(/belong to no entry/u);
  });

  it('refuses a comment that hides a second end', () => {
    const hidden = writeZip([{ name: 'other.txt', bytes: strToU8('other') }]);
    const both = joined([small, hidden]);
    expect(() => readZip(changed(both, small.length - 2, u16(hidden.length)))).toThrow(/two ends/u);
    const note = joined([changed(small, -2, u16(4)), strToU8('note')]);
    expect(readZip(note).comment).toBe('note');
  });

  it.each([
    ['../up.txt', /relative part/u],
    ['a/../b.txt', /relative part/u],
    ['./a.txt', /relative part/u],
    ['/etc/x', /absolute/u],
    ['C:/x', /absolute/u],
    ['a\\b', /backslash/u],
    ['a\0b', /control character/u],
    ['a//b', /empty part/u],
    ['a/'.repeat(200), /too deep/u],
  ])('refuses the name %j', (name, message) => {
    expect(() => readZip(zipSync({ [name]: strToU8('x') }))).toThrow(message);
    expect(() => writeZip([{ name, bytes: strToU8('x') }])).toThrow(message);
  });

  it('refuses two entries of one name, and a file that is also a folder', () => {
    const twice = writeZip([
      { name: 'aa.txt', bytes: strToU8('1') },
      { name: 'ab.txt', bytes: strToU8('2') },
    ]);
    const same = Uint8Array.from(twice);
    for (let at = 0; at < same.length - 1; at++) if (same[at] === 0x61 && same[at + 1] === 0x62) same[at + 1] = 0x61;
    expect(() => readZip(same)).toThrow(/stands for two things/u);
    expect(() => readZip(zipSync({ a: strToU8('1'), 'a/b': strToU8('2') }))).toThrow(/stands for two things/u);
    expect(() => readZip(zipSync({ é: strToU8('1'), 'e\u0301': strToU8('2') }))).toThrow(/stands for two things/u);
  });

  it('refuses links and devices', () => {
    const made = (mode: number): Uint8Array => zipSync({ 'a.txt': [strToU8('b'), { os: 3, attrs: mode << 16 }] });
    expect(readZip(made(0o100644)).entries.length).toBe(1);
    expect(() => readZip(made(0o120777))).toThrow(/link or a device/u);
    expect(() => readZip(made(0o060644))).toThrow(/link or a device/u);
  });

  it('refuses bombs before unfolding them', () => {
    const bomb = writeZip([{ name: 'bomb', bytes: new Uint8Array(32 * 2 ** 20) }]);
    expect(() => readZip(bomb)).toThrow(/would unfold to more than 16777216/u);
    expect(readZip(bomb, { ratio: 2000 }).entries[0]?.size).toBe(32 * 2 ** 20);
    expect(() => readZip(bomb, { ratio: 2000, total: 1e6 })).toThrow(/more than 1000000/u);
    expect(() => readZip(small, { entries: 1 })).toThrow(/2 entries, more than 1/u);
    const modest = writeZip([{ name: 'modest', bytes: new Uint8Array(90_000) }]);
    const directory = find(modest, 0x02014b50);
    const liar = changed(changed(modest, 22, u32(80_000)), directory + 24, u32(80_000));
    expect(() => readZip(liar)).toThrow(/more than its size/u);
  });

  it('reads mutated zips in two seconds, or names what is wrong', { timeout: 300_000 }, () => {
    const seeds = [small, writeZip([{ name: 'w', bytes: strToU8('wide wide wide') }], { wide: true })];
    const change = fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), put: fc.uint8Array({ maxLength: 4 }) });
    let slowest = 0;
    fc.assert(
      fc.property(fc.constantFrom(...seeds), fc.array(change, { minLength: 1, maxLength: 4 }), (seed, changes) => {
        let bytes = seed;
        for (const { at, cut, put } of changes) {
          const place = at % (bytes.length + 1);
          bytes = joined([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
        }
        slowest = Math.max(
          slowest,
          tookTo(() => contents(bytes)),
        );
      }),
      { numRuns: 6000 },
    );
    expect(slowest).toBeLessThan(2000);
  });
});

/** Why a zip that yauzl reads is refused here, or one that it refuses is read. */
const STRICTER: Record<string, RegExp> = {
  'bogus-compression-method.zip': /method 7/u,
  'sloppy-filenames.zip': /backslash/u,
  'traditional-encryption.zip': /encrypted/u,
  'traditional-encryption_deprecated.zip': /encrypted/u,
  'traditional-encryption-and-compression.zip': /encrypted/u,
  'traditional-encryption-and-compression_deprecated.zip': /encrypted/u,
  // The name is told in five ways, of which each reader picks its own.
  'unicode-path-extra-field.zip': /stands twice/u,
};

describe.skipIf(!existsSync(vectors))('the vectors of yauzl (skipped where ../shared is absent)', () => {
  const zips = (set: string): readonly string[] =>
    existsSync(vectors) ? readdirSync(join(vectors, set)).filter((name) => name.endsWith('.zip')) : [];

  it.each(zips('success'))('reads %s, or is stricter for a reason', (name) => {
    const bytes = readFileSync(join(vectors, 'success', name));
    const reason = STRICTER[name];
    if (reason) {
      expect(() => readZip(bytes)).toThrow(reason);
      return;
    }
    const { entries, content } = readZip(bytes);
    const folder = join(vectors, 'success', name.replace('.zip', ''));
    if (!existsSync(folder)) return;
    // Beside the zips stand the files in them: those that are not empty, under plain Latin names.
    const plainly = (path: string): string => path.normalize('NFD').replaceAll(/\p{M}/gu, '');
    const files = new Map(entries.map((entry) => [plainly(entry.name), entry]));
    const expected = readdirSync(folder, { recursive: true, withFileTypes: true })
      .filter((file) => file.isFile() && !file.name.startsWith('.'))
      .map((file) => join(file.parentPath, file.name));
    for (const path of expected) {
      const entry = files.get(path.slice(folder.length + 1));
      expect(entry && isSame(content(entry), readFileSync(path)), path).toBe(true);
    }
  });

  it.each([...zips('failure').map((name) => ['failure', name]), ['wrong-entry-sizes', 'wrong-entry-sizes.zip']])(
    'refuses %s/%s',
    (set, name) => {
      expect(() => readZip(readFileSync(join(vectors, set ?? '', name ?? '')))).toThrow(HearsayError);
    },
  );
});
