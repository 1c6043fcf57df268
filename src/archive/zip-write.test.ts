import fc from 'fast-check';
import { strToU8, unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { readZip } from './zip.ts';
import { writeZip } from './zip-write.ts';

const files = fc.uniqueArray(
  fc.record({
    name: fc.stringMatching(/^[a-zß文]{1,8}$/u),
    bytes: fc.oneof(
      fc.uint8Array({ maxLength: 200 }),
      fc.nat({ max: 9999 }).map((size) => new Uint8Array(size)),
    ),
    stored: fc.boolean(),
  }),
  { selector: ({ name }) => name, maxLength: 8 },
);

describe('writeZip', () => {
  it('is read again as it was written, by ourselves and by another', () => {
    fc.assert(
      fc.property(files, fc.boolean(), (given, wide) => {
        const bytes = writeZip(given, { wide });
        const zip = readZip(bytes, { plain: true });
        expect(zip.entries.map(({ name }) => name)).toEqual(given.map(({ name }) => name));
        expect(zip.entries.map((entry) => [...zip.content(entry)])).toEqual(given.map((file) => [...file.bytes]));
        if (wide) return;
        const other = unzipSync(bytes);
        for (const file of given) expect([...(other[file.name] ?? [])]).toEqual([...file.bytes]);
      }),
      { numRuns: 300 },
    );
  });

  it('gives the same bytes for the same files', () => {
    const given = [{ name: 'a.txt', bytes: strToU8('the same, the same, the same') }];
    expect(writeZip(given)).toEqual(writeZip(given));
    expect(readZip(writeZip(given)).entries[0]?.modified).toBe('1980-01-01T00:00:00');
  });

  it('leaves what is to be stored in place', () => {
    const bytes = strToU8('a'.repeat(500));
    const zip = writeZip([{ name: 'a.warc', bytes, stored: true }]);
    const [entry] = readZip(zip).entries;
    expect(entry?.method).toBe('stored');
    expect(zip.subarray(entry?.dataStart, (entry?.dataStart ?? 0) + 500)).toEqual(bytes);
  });

  it('holds more files than an old zip could', { timeout: 180_000 }, () => {
    const many = Array.from({ length: 65_536 }, (_, n) => ({ name: `f${n}`, bytes: Uint8Array.of(n & 255) }));
    const { entries } = readZip(writeZip(many), { plain: true });
    expect(entries.length).toBe(65_536);
    expect(entries.at(-1)?.name).toBe('f65535');
  });

  it('holds nothing', () => {
    expect(readZip(writeZip([])).entries).toEqual([]);
  });
});
