import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gunzipSync } from 'node:zlib';
import { gunzipSync as fflateGunzip, unzipSync } from 'fflate';
import { afterAll, describe, expect, it } from 'vitest';
import { writeMember } from './gzip.ts';
import {
  metadataRecord,
  requestRecord,
  resourceRecord,
  responseRecord,
  warcinfoRecord,
  writeWarc,
} from './warc-write.ts';
import { writeZip } from './zip-write.ts';

/**
 * Other programs read what is written here. Set HEARSAY_ORACLES to a folder that `pip install --target=<folder> warcio`
 * filled; `python3` and `unzip` are taken from the path.
 */
const packages = process.env['HEARSAY_ORACLES'];
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const facts = (n: number): { uuid: string; date: string } => ({
  uuid: `00000000-0000-4000-8000-${String(n).padStart(12, '0')}`,
  date: '2031-06-17T09:00:00.123Z',
});
const ok = 'HTTP/1.1 200 OK\r\nContent-Type: text/html\r\n';
const records = [
  warcinfoRecord(facts(1), 'dam.warc.gz', [['software', 'hearsay']]),
  responseRecord(facts(2), 'https://example.org/dam', bytesOf(`${ok}\r\n<p>The dam broke.</p>`)),
  responseRecord(
    facts(3),
    'https://example.org/c',
    bytesOf(`${ok}Transfer-Encoding: chunked\r\n\r\n3\r\ndam\r\n0\r\n\r\n`),
  ),
  requestRecord(facts(4), 'https://example.org/dam', bytesOf('GET /dam HTTP/1.1\r\nHost: example.org\r\n\r\n')),
  resourceRecord(
    facts(5),
    'urn:shot:1',
    'image/png',
    Uint8Array.from({ length: 70_000 }, (_, n) => (n * n) % 251),
  ),
  metadataRecord(facts(6), 'https://example.org/dam', facts(2).uuid, [['via', 'https://example.org/']]),
];
const READ = `
import sys, io
from warcio.archiveiterator import ArchiveIterator
for record in ArchiveIterator(open(sys.argv[1], 'rb'), check_digests='raise'):
    body = record.content_stream().read()
    print(record.rec_type, record.digest_checker.passed, len(body))
`;
const ZIP = `
import sys, zipfile
zip = zipfile.ZipFile(sys.argv[1])
assert zip.testzip() is None
print(len(zip.namelist()), zip.namelist()[-1], len(zip.read(zip.namelist()[-1])))
`;

describe.skipIf(!packages)('other programs (skipped unless HEARSAY_ORACLES names a folder with warcio)', () => {
  const folder = packages ? mkdtempSync(join(tmpdir(), 'hearsay-oracle-')) : '';
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const saved = (name: string, bytes: Uint8Array): string => {
    writeFileSync(join(folder, name), bytes);
    return join(folder, name);
  };
  const python = (code: string, ...more: string[]): string =>
    execFileSync('python3', ['-c', code, ...more], {
      encoding: 'utf8',
      env: { ...process.env, PYTHONPATH: packages, PYTHONIOENCODING: 'utf-8' },
    });

  it.each([true, false])(
    'warcio reads WARC files and finds every digest right, packed: %s',
    { timeout: 60_000 },
    (gzip) => {
      const file = saved(`a-${gzip}.warc`, writeWarc(records, { gzip }).bytes);
      expect(python(READ, file).trim().split('\n')).toEqual([
        ...['warcinfo True 19', 'response True 21', 'response True 3', 'request True 0'],
        ...['resource True 70000', 'metadata True 27'],
      ]);
    },
  );

  it('gzip, zlib, fflate and the streams of browsers unpack members', async () => {
    const text = bytesOf('the dam broke '.repeat(50));
    const member = writeMember(text);
    const zcat = execFileSync('gzip', ['-dc'], { input: member });
    expect([zcat, gunzipSync(member), fflateGunzip(member)].map((bytes) => bytes.length)).toEqual([700, 700, 700]);
    const stream = new Blob([Uint8Array.from(member)]).stream().pipeThrough(new DecompressionStream('gzip'));
    expect(new Uint8Array(await new Response(stream).arrayBuffer())).toEqual(text);
  });

  it.each([
    ['small', false],
    ['wide', true],
  ])('unzip, zipfile and fflate read zips: %s', { timeout: 60_000 }, (name, wide) => {
    const files = [
      { name: 'a/b.txt', bytes: bytesOf('text '.repeat(999)) },
      { name: 'a/übung.bin', bytes: new Uint8Array(99_999), stored: true },
      { name: 'z', bytes: new Uint8Array() },
    ];
    const bytes = writeZip(files, { wide });
    const file = saved(`${name}.zip`, bytes);
    expect(execFileSync('unzip', ['-t', file], { encoding: 'utf8' })).toContain('No errors detected');
    expect(python(ZIP, file).trim()).toBe('3 z 0');
    if (!wide) expect(Object.keys(unzipSync(bytes))).toEqual(files.map((one) => one.name));
  });

  it('unzip and zipfile read a zip of more files than an old one could hold', { timeout: 120_000 }, () => {
    const many = Array.from({ length: 70_000 }, (_, n) => ({ name: `f${n}`, bytes: Uint8Array.of(n & 255) }));
    const file = saved('many.zip', writeZip(many));
    expect(execFileSync('unzip', ['-tqq', file], { encoding: 'utf8' })).toBe('');
    expect(python(ZIP, file).trim()).toBe('70000 f69999 1');
  });
});
