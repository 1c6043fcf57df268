import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { tookTo } from '../../test/took-to.ts';
import { HearsayError } from '../base/error.ts';
import { joined } from './bytes.ts';
import { readWarc, type Warc } from './warc.ts';
import { recordId, requestRecord, resourceRecord, responseRecord, warcinfoRecord, writeWarc } from './warc-write.ts';

const vectors = join(dirname(fileURLToPath(import.meta.url)), '../../../shared/data/integrity');
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const facts = (n: number): { uuid: string; date: string } => ({
  uuid: `00000000-0000-4000-8000-00000000000${n}`,
  date: '2031-06-17T09:00:00Z',
});
const page = bytesOf('HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n\r\n<p>The dam broke at nine, she said.</p>');
const records = [
  warcinfoRecord(facts(1), 'dam.warc.gz', [['software', 'hearsay']]),
  responseRecord(facts(2), 'https://example.org/dam', page),
  requestRecord(facts(3), 'https://example.org/dam', bytesOf('GET /dam HTTP/1.1\r\nHost: example.org\r\n\r\n'), [
    ['WARC-Concurrent-To', recordId(facts(2).uuid)],
  ]),
];
const packed = writeWarc(records).bytes;
const plain = writeWarc(records, { gzip: false }).bytes;
const plainText = new TextDecoder().decode(plain);
const contents = (bytes: Uint8Array): string => {
  const { version, gzip, records: read } = readWarc(bytes);
  return JSON.stringify([version, gzip, read.map(({ type, headers, block }) => [type, headers, [...block]])]);
};
/** A record spelled out, with the length of its block. */
const spelled = (fields: string, block = 'body', after = '\r\n\r\n'): Uint8Array =>
  bytesOf(`WARC/1.1\r\n${fields}Content-Length: ${bytesOf(block).length}\r\n\r\n${block}${after}`);
const info = 'WARC-Type: warcinfo\r\nWARC-Record-ID: <urn:uuid:00000000-0000-4000-8000-000000000009>\r\n';
const dated = `${info}WARC-Date: 2031-06-17T09:00:00Z\r\n`;

describe('readWarc', () => {
  it.each([true, false])('reads what was written, packed: %s', (gzip) => {
    const { bytes, places } = writeWarc(records, { gzip });
    const warc = readWarc(bytes);
    expect(warc.gzip).toBe(gzip);
    expect(warc.records.map(({ type, digest, payloadDigest }) => [type, digest, payloadDigest])).toEqual([
      ['warcinfo', 'passed', 'absent'],
      ['response', 'passed', 'passed'],
      ['request', 'passed', 'passed'],
    ]);
    expect(warc.records.map(({ start, end }) => ({ start, length: end - start }))).toEqual(places);
    expect(warc.records[1]?.http?.status).toBe(200);
    expect(warc.records[1]?.uri).toBe('https://example.org/dam');
    expect(warc.records[1]?.block).toEqual(page);
  });

  it('accepts no changed byte of a packed file', { timeout: 300_000 }, () => {
    const accepted: number[] = [];
    for (let at = 0; at < packed.length; at++) {
      for (const change of [1, 2, 4, 8, 16, 32, 64, 128, 255]) {
        const bad = Uint8Array.from(packed);
        bad[at] = (bad[at] ?? 0) ^ change;
        try {
          contents(bad);
          accepted.push(at);
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError);
        }
      }
    }
    expect(accepted).toEqual([]);
  });

  it('accepts no change of a block in a file that is not packed', () => {
    const covered = readWarc(plain).records.flatMap(({ start, blockStart, block }) =>
      Array.from({ length: block.length + 4 }, (_, n) => start + blockStart + n),
    );
    for (const at of covered) {
      const bad = Uint8Array.from(plain);
      bad[at] = (bad[at] ?? 0) ^ 1;
      expect(() => readWarc(bad), String(at)).toThrow(HearsayError);
    }
  });

  it('refuses bytes before, between and after records, and files that break off', () => {
    for (const good of [packed, plain]) {
      const second = readWarc(good).records[1]?.start ?? 0;
      expect(() => readWarc(joined([Uint8Array.of(10), good]))).toThrow(HearsayError);
      expect(() => readWarc(joined([good, Uint8Array.of(10)]))).toThrow(HearsayError);
      expect(() => readWarc(joined([good.subarray(0, second), Uint8Array.of(0), good.subarray(second)]))).toThrow();
      for (const cut of [1, 4, 9, 30])
        expect(() => readWarc(good.subarray(0, -cut)), String(cut)).toThrow(HearsayError);
    }
    expect(() => readWarc(new Uint8Array())).toThrow(/empty/u);
  });

  it('wants one record in a member', () => {
    expect(() => readWarc(gzipSync(plain))).toThrow(/more than one record/u);
    const lenient = readWarc(gzipSync(plain), { lenient: true });
    expect(lenient.records.map(({ type }) => type)).toEqual(['warcinfo', 'response', 'request']);
    expect(lenient.faults.length).toBeGreaterThan(0);
  });

  it('joins records that were packed in pieces, where it is lenient', () => {
    const pieces = joined([
      gzipSync(plain.subarray(0, 100)),
      gzipSync(plain.subarray(100, 700)),
      gzipSync(plain.subarray(700)),
    ]);
    expect(() => readWarc(pieces)).toThrow(/breaks off/u);
    const { records: read, faults } = readWarc(pieces, { lenient: true });
    expect(read.map(({ type }) => type)).toEqual(['warcinfo', 'response', 'request']);
    expect(faults.length).toBeGreaterThan(0);
    expect(read.at(-1)?.end).toBe(pieces.length);
  });

  it.each([
    ['an id', dated.replace(/WARC-Record-ID: .*\r\n/u, ''), /lacks WARC-Record-ID/u],
    ['a date', info, /lacks WARC-Date/u],
    ['a real date', `${info}WARC-Date: 2031-02-31T09:00:00Z\r\n`, /no date/u],
    ['a date in UTC', `${info}WARC-Date: 2031-06-17T09:00:00+02:00\r\n`, /no date/u],
    ['a type', dated.replace('WARC-Type: warcinfo\r\n', ''), /lacks WARC-Type/u],
    ['one type', `WARC-Type: warcinfo\r\n${dated}`, /twice/u],
    ['an id that is one', dated.replace(/<urn.*>/u, 'urn:uuid:1'), /not the id/u],
    ['a UUID that is one', dated.replace('4000', 'g000'), /not the id/u],
    ['an address', dated.replace('warcinfo', 'resource'), /lacks WARC-Target-URI/u],
    ['a field', `${dated}nonsense\r\n`, /not a field/u],
    ['CR LF', dated.replace('\r\n', '\n'), /CR LF/u],
    ['one length', `${dated}Content-Length: 4\r\n`, /say once how long/u],
    ['a known digest', `${dated}WARC-Block-Digest: sha3:abcd\r\n`, /does not have the digest/u],
  ])('wants %s', (_, fields, message) => {
    expect(() => readWarc(spelled(fields))).toThrow(message);
  });

  it('takes digests in every spelling, and folded fields', () => {
    const spellings = [
      'sha1:a94a8fe5ccb19ba61c4c0873d391e987982fbbd3',
      'sha1:VFFI7ZOMWGN2MHCMBBZ5HEPJQ6MC7O6T',
      'SHA-1:qUqP5cyxm6YcTAhz05Hph5gvu9M=',
      'sha256:9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08',
      'md5:098f6bcd4621d373cade4e832627b4f6',
    ];
    for (const digest of spellings) {
      const read = readWarc(spelled(`${dated}WARC-Block-Digest:\r\n ${digest}\r\n`, 'test'));
      expect(read.records[0]?.digest, digest).toBe('passed');
    }
  });

  it('holds gzip headers, which no checksum covers, to what programs write, and alike in one file', () => {
    const alien = (place: number, value: number, member: number): Uint8Array => {
      const members = readWarc(plain).records.map(({ start, end }) => gzipSync(plain.subarray(start, end)));
      const bad = Uint8Array.from(members[member] ?? []);
      bad[place] = value;
      return joined(members.map((own, n) => (n === member ? bad : own)));
    };
    expect(() => readWarc(alien(3, 0x20, 0))).toThrow(/flags that are not defined/u);
    expect(() => readWarc(alien(8, 7, 0))).toThrow(/what no program writes/u);
    expect(() => readWarc(alien(9, 7, 1))).toThrow(/unlike that of the first/u);
    expect(() => readWarc(alien(4, 1, 1))).toThrow(/unlike that of the first/u);
  });

  it('names ARC files, Zstandard and other versions', () => {
    expect(() => readWarc(bytesOf('filedesc://old.arc 0.0.0.0 20010101000000 text/plain 10\n'))).toThrow(/ARC file/u);
    expect(() => readWarc(gzipSync('filedesc://old.arc 0.0.0.0'))).toThrow(/ARC file/u);
    expect(() => readWarc(Uint8Array.of(0x28, 0xb5, 0x2f, 0xfd, 0))).toThrow(/Zstandard/u);
    expect(() => readWarc(bytesOf(plainText.replaceAll('WARC/1.1', 'WARC/0.9')))).toThrow(/version/u);
  });

  it('goes on at the next record where it is lenient, and tells what was wrong', () => {
    for (const good of [packed, plain]) {
      const [, second, third] = readWarc(good).records;
      const bad = Uint8Array.from(good);
      const middle = Math.floor(((second?.start ?? 0) + (second?.end ?? 0)) / 2);
      bad.fill(0, middle, middle + 9);
      const { records: read, faults } = readWarc(bad, { lenient: true });
      expect(read.map(({ type }) => type)).toContain('request');
      expect(read.at(-1)?.start).toBe(third?.start);
      expect(faults[0]?.start).toBeGreaterThanOrEqual(second?.start ?? 0);
      expect(faults[0]?.end).toBeLessThanOrEqual(third?.start ?? 0);
    }
    const altered = bytesOf(plainText.replace('The dam broke', 'The dam stood'));
    const kept: Warc = readWarc(altered, { lenient: true });
    expect(kept.records.map(({ digest }) => digest)).toEqual(['passed', 'failed', 'passed']);
    expect(kept.faults.map(({ what }) => what)).toEqual([
      'the block of a record does not have the digest it tells',
      'the payload of a record does not have the digest it tells',
    ]);
  });

  it('calls a payload digest ambiguous that could be of something it can not see', () => {
    const digest = 'WARC-Payload-Digest: sha1:3I42H3S6NNFQ2MSVX7XZKYAYSCX5QBYJ\r\n';
    const http = (type: string, more: string): Uint8Array =>
      spelled(
        `${dated.replace('warcinfo', type)}WARC-Target-URI: https://example.org/\r\nContent-Type: application/http\r\n${digest}`,
        `HTTP/1.1 200 OK\r\n${more}\r\nnot empty`,
      );
    expect(readWarc(http('revisit', '')).records[0]?.payloadDigest).toBe('ambiguous');
    expect(readWarc(http('response', 'Content-Encoding: br\r\n')).records[0]?.payloadDigest).toBe('ambiguous');
    expect(() => readWarc(http('response', ''))).toThrow(/payload/u);
  });

  it('is not kept busy by bytes that could be the start of anything', () => {
    const repeated = (part: string | readonly number[], times: number): Uint8Array =>
      joined(Array.from({ length: times }, () => (typeof part === 'string' ? bytesOf(part) : Uint8Array.from(part))));
    const busy: [string, Uint8Array][] = [
      ['gzip', joined([packed, repeated([0x1f, 0x8b, 8], 100_000)])],
      [
        'members',
        joined([packed, repeated([0x1f, 0x8b, 8, 0, 0, 0, 0, 0, 0, 255, 0, 5, 0, 0xfa, 0xff, 87, 65], 20_000)]),
      ],
      ['records', repeated('WARC/1.1\r\nA: b\r\n', 30_000)],
      ['folds', bytesOf(`WARC/1.1\r\nA: b\r\n${' b\r\n'.repeat(200_000)}`)],
      ['blanks', bytesOf(`WARC/1.1\r\nA: ${' '.repeat(500_000)}b\r\n\r\n`)],
      ['letters', repeated('W', 1_000_000)],
    ];
    for (const [name, bytes] of busy) {
      for (const lenient of [true, false])
        expect(
          tookTo(() => readWarc(bytes, { lenient })),
          name,
        ).toBeLessThan(2000);
    }
  });

  it('keeps no more memory than the records need', () => {
    for (const { block } of readWarc(packed).records) expect(block.buffer.byteLength).toBeLessThan(2000);
  });

  it('does not unfold bombs', () => {
    const bomb = writeWarc([resourceRecord(facts(1), 'urn:x', 'text/plain', new Uint8Array(40 * 2 ** 20))]).bytes;
    expect(() => readWarc(bomb)).toThrow(/unfolds to more than/u);
    expect(() => readWarc(bomb, { ratio: 2000, total: 1e6 })).toThrow(/unfolds to more than the 1000000/u);
    expect(readWarc(bomb, { ratio: 2000 }).records.length).toBe(1);
  });

  it.each([false, true])(
    'reads mutated files in two seconds, or names what is wrong; lenient: %s',
    { timeout: 300_000 },
    (lenient) => {
      const change = fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), put: fc.uint8Array({ maxLength: 4 }) });
      let slowest = 0;
      fc.assert(
        fc.property(
          fc.constantFrom(packed, plain),
          fc.array(change, { minLength: 1, maxLength: 4 }),
          (seed, changes) => {
            let bytes = seed;
            for (const { at, cut, put } of changes) {
              const place = at % (bytes.length + 1);
              bytes = joined([bytes.subarray(0, place), put, bytes.subarray(place + cut)]);
            }
            slowest = Math.max(
              slowest,
              tookTo(() => readWarc(bytes, { lenient })),
            );
          },
        ),
        { numRuns: 5000 },
      );
      expect(slowest).toBeLessThan(2000);
    },
  );
});

/** The files of warcio and warcio.js: how many records a strict reading gives, or why it gives none; then a lenient one. */
const EXPECTED: readonly (readonly [file: string, strict: number | RegExp, lenient: number | RegExp])[] = [
  ['warcio/test/data/example.warc', 6, 6],
  ['warcio/test/data/example.warc.gz', 6, 6],
  ['warcio/test/data/example-iana.org-chunked.warc', 3, 3],
  ['warcio/test/data/example-resource.warc.gz', 3, 3],
  ['warcio/test/data/post-test.warc.gz', 6, 6],
  // Wget wrote the angle brackets of WARC 1.0; a space in an address is escaped, as warcio does.
  ['warcio/test/data/example-wget-bad-target-uri.warc.gz', 6, 6],
  ['warcio/test/data/example-space-in-target-uri.warc.gz', 2, 2],
  ['warcio/test/data/example-digest.warc', /payload/u, 4],
  ['warcio/test/data/example-trunc.warc', /does not end where it says/u, 3],
  ['warcio/test/data/example-bad.warc.gz.bad', /more than one record/u, 6],
  ['warcio/test/data/example-bad-non-chunked.warc.gz', /more than one record/u, 6],
  ['warcio/test/data/example-wrong-chunks.warc.gz', /breaks off/u, 1],
  ['warcio/test/data/example.arc', /ARC file/u, /ARC file/u],
  ['warcio/test/data/example.arc.gz', /ARC file/u, /ARC file/u],
  ['warcio/test/data/example-space-in-url.arc', /ARC file/u, /ARC file/u],
  ['warcio/test/data/bad.arc', /ARC file/u, /ARC file/u],
  ['warciojs/test/data/example.warc', 7, 7],
  ['warciojs/test/data/example.warc.gz', 6, 6],
  ['warciojs/test/data/example-iana.org-chunked.warc', 3, 3],
  ['warciojs/test/data/example-resource.warc.gz', 1, 1],
  ['warciojs/test/data/example-wget-bad-target-uri.warc.gz', 6, 6],
  ['warciojs/test/data/post-test.warc.gz', 6, 6],
  ['warciojs/test/data/post-test-more.warc', 6, 6],
  ['warciojs/test/data/redirect.warc', 2, 2],
  ['warciojs/test/data/example-bad-length.warc', /does not end where it says/u, 4],
  // Its first record has an id that is no UUID, and lacks the empty lines after it.
  ['warciojs/test/data/example-url-agnostic-revisit.warc.gz', /not the id of a record/u, 2],
];

describe.skipIf(!existsSync(vectors))('the files of warcio and warcio.js (skipped where ../shared is absent)', () => {
  it.each(EXPECTED)('meets what is expected of warc-%s', (file, strict, lenient) => {
    const bytes = readFileSync(join(vectors, `warc-${file}`));
    for (const [expected, isLenient] of [[strict, false] as const, [lenient, true] as const]) {
      const read = (): Warc => readWarc(bytes, { lenient: isLenient });
      if (typeof expected === 'number') expect(read().records.length).toBe(expected);
      else expect(read).toThrow(expected);
      if (isLenient && typeof strict === 'number') expect(read().faults).toEqual([]);
    }
  });
});
