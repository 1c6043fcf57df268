import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { type Check, isSound } from './check.ts';
import { type Evidence, waczOf } from './evidence-wacz.ts';
import { readWacz, waczChecks } from './wacz.ts';
import { writeWacz } from './wacz-write.ts';
import { requestRecord, responseRecord, writeWarc } from './warc-write.ts';
import { readZip } from './zip.ts';
import { writeZip } from './zip-write.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const DATE = '2031-06-17T07:00:00Z';
const COVER = {
  ...{ title: 'The closed harbour', description: 'Notices of June', software: 'hearsay 0' },
  ...{ created: '2031-06-18T07:00:00Z', key: { curve: 'P-384', secret: new Uint8Array(48).fill(5) } as const },
};
const EVIDENCE: readonly Evidence[] = [
  {
    ...{ name: 'notice.html', bytes: bytesOf('<!doctype html><p>The harbour is closed.'), mediaType: 'text/html' },
    ...{ url: 'https://www.harbour.example/notice?b=2&a=1#top', captured: DATE, title: 'Notice' },
  },
  {
    ...{ name: 'items/lettre é.txt', bytes: bytesOf('Closed until Friday.'), mediaType: 'text/plain' },
    ...{ url: null, captured: '2031-06', title: null },
  },
];
const WACZ = waczOf(EVIDENCE, COVER);
const resultsOf = (checks: readonly Check[], result: Check['result']): readonly string[] =>
  checks.filter((one) => one.result === result).map(({ check }) => check);

/** The WACZ with some of its files replaced, and a zip that is sound all the same. */
function altered(files: Readonly<Record<string, string | null>>, bytes: Uint8Array = WACZ): Uint8Array {
  const zip = readZip(bytes);
  const kept = zip.entries.filter(({ name }) => !(name in files));
  const added = Object.entries(files).flatMap(([name, text]) =>
    text === null ? [] : [{ name, bytes: bytesOf(text) }],
  );
  return writeZip([
    ...kept.map((entry) => ({ name: entry.name, bytes: zip.content(entry), stored: true })),
    ...added.map((file) => ({ ...file, stored: true })),
  ]);
}

const textOf = (name: string): string => {
  const zip = readZip(WACZ);
  const entry = zip.entries.find((one) => one.name === name);
  return new TextDecoder().decode(entry ? zip.content(entry) : new Uint8Array());
};

describe('a WACZ that hearsay writes', () => {
  it('passes every check that can be run without knowing the signer', async () => {
    const checks = await waczChecks(readWacz(WACZ));
    expect(resultsOf(checks, 'failed')).toEqual([]);
    expect(resultsOf(checks, 'not-run')).toEqual(['signer']);
  });

  it('is the same for the same evidence', () => {
    expect(digest(waczOf(EVIDENCE, COVER))).toBe(digest(WACZ));
    expect(digest(waczOf([...EVIDENCE].reverse(), COVER))).not.toBe(digest(WACZ));
  });

  it('names its pages, its cover and its records', () => {
    const { manifest, pages, warcs } = readWacz(WACZ);
    expect(manifest).toMatchObject({ title: 'The closed harbour', version: '1.1.1', created: '2031-06-18T07:00:00Z' });
    expect(pages).toEqual([
      { url: 'https://www.harbour.example/notice?b=2&a=1', ts: DATE, title: 'Notice' },
      { url: 'urn:hearsay:items/lettre%20%C3%A9.txt', ts: '2031-06-18T07:00:00Z', title: 'items/lettre é.txt' },
    ]);
    expect(warcs[0]?.warc.records.map(({ type, uri }) => [type, uri])).toEqual([
      ['warcinfo', null],
      ['resource', 'https://www.harbour.example/notice?b=2&a=1'],
      ['resource', 'urn:hearsay:items/lettre%20%C3%A9.txt'],
    ]);
  });

  it('packs an index of thousands of captures in blocks', async () => {
    const records = Array.from({ length: 1300 }, (_, at) => {
      const uuid = `00000000-0000-4000-8000-${String(at).padStart(12, '0')}`;
      const uri = `https://harbour.example/notice/${at % 650}`;
      return at % 5 === 0
        ? requestRecord({ uuid, date: DATE }, uri, bytesOf('GET / HTTP/1.1\r\n\r\n'))
        : responseRecord({ uuid, date: DATE }, uri, bytesOf('HTTP/1.1 200 OK\r\n\r\nClosed.'));
    });
    const { bytes } = writeWarc(records);
    const wacz = readWacz(writeWacz({ ...COVER, warcs: [{ name: 'data.warc.gz', bytes }], pages: [] }));
    expect(resultsOf(wacz.checks, 'failed')).toEqual([]);
    expect(wacz.checks.filter(({ check }) => check === 'index').map(({ detail }) => detail)).toEqual([
      'indexes/index.cdx.gz: 1040 lines, each at its record',
      'indexes/index.idx: 2 blocks of index.cdx.gz',
    ]);
  });
});

describe('what is wrong with a WACZ', () => {
  const failedIn = (bytes: Uint8Array): readonly string[] => resultsOf(readWacz(bytes).checks, 'failed');

  it('no byte of it can change unseen', () => {
    let accepted = 0;
    for (let at = 0; at < WACZ.length; at++) {
      for (const mask of [1, 255]) {
        const turned = WACZ.slice();
        turned[at] = (turned[at] ?? 0) ^ mask;
        if (isAccepted(turned)) accepted++;
      }
    }
    expect(accepted).toBe(0);
  }, 120_000);

  it('nothing can be cut off, added or put twice', () => {
    for (let length = 0; length < WACZ.length; length += 41) expect(isAccepted(WACZ.slice(0, length))).toBe(false);
    expect(isAccepted(Uint8Array.from([...WACZ, 0]))).toBe(false);
    expect(isAccepted(Uint8Array.from([...WACZ, ...WACZ]))).toBe(false);
  });

  it('a file that is exchanged, missing, unlisted', () => {
    expect(
      failedIn(altered({ 'pages/pages.jsonl': textOf('pages/pages.jsonl').replace('Notice', 'Motion') })),
    ).toContain('file');
    expect(failedIn(altered({ 'pages/pages.jsonl': null }))).toEqual(expect.arrayContaining(['file', 'pages']));
    expect(failedIn(altered({ 'archive/more.warc': 'WARC/1.1\r\n' }))).toEqual(
      expect.arrayContaining(['unlisted', 'warc']),
    );
    expect(failedIn(altered({ 'notes.txt': 'x' }))).toContain('unlisted');
  });

  it('a manifest that was written anew without its digest', () => {
    const manifest = textOf('datapackage.json').replace('closed', 'opened');
    expect(failedIn(altered({ 'datapackage.json': manifest }))).toContain('manifest digest');
    expect(failedIn(altered({ 'datapackage.json': '[]' }))).toContain('manifest');
  });

  it('a signature over another manifest', async () => {
    const manifest = textOf('datapackage.json').replace('closed', 'opened');
    const seal = JSON.parse(textOf('datapackage-digest.json'));
    const forged = altered({
      'datapackage.json': manifest,
      'datapackage-digest.json': JSON.stringify({ ...seal, hash: digest(bytesOf(manifest)) }),
    });
    expect(resultsOf(await waczChecks(readWacz(forged)), 'failed')).toContain('signature subject');
  });

  it('an index that points where no such record is', () => {
    const line = `example,harbour)/notice?a=1&b=2 20310617070000 {"url":"https://www.harbour.example/notice?b=2&a=1","filename":"evidence.warc.gz","offset":0,"length":1}\n`;
    const index = readWacz(altered({ 'indexes/index.cdx': line })).checks.filter(({ check }) => check === 'index');
    expect(index.filter(({ result }) => result === 'failed')).toMatchObject([
      { detail: expect.stringContaining('example,harbour)/notice') },
    ]);
  });

  it('what is no WACZ at all is named in an error', () => {
    expect(() => readWacz(writeZip([{ name: 'a.txt', bytes: bytesOf('a') }]))).toThrow(/no WACZ/u);
    expect(() => readWacz(bytesOf('a'))).toThrow(HearsayError);
  });
});

/** Read without an error, and nothing found wrong. */
function isAccepted(bytes: Uint8Array): boolean {
  try {
    return isSound(readWacz(bytes).checks);
  } catch (cause) {
    if (cause instanceof HearsayError) return false;
    throw cause;
  }
}

describe('a WACZ of archives', () => {
  const set = (member: Uint8Array): Uint8Array => {
    const resources = [{ name: 'one.wacz', path: 'one.wacz', hash: digest(member), bytes: member.length }];
    const manifest = JSON.stringify({ profile: 'multi-wacz-package', wacz_version: '1.1.1', resources });
    return writeZip([
      { name: 'one.wacz', bytes: member, stored: true },
      { name: 'datapackage.json', bytes: bytesOf(manifest) },
    ]);
  };

  it('is read with those in it, and each is checked', async () => {
    const wacz = readWacz(set(WACZ));
    expect(wacz.members.map(({ path }) => path)).toEqual(['one.wacz']);
    const checks = await waczChecks(wacz);
    expect(resultsOf(checks, 'failed')).toEqual([]);
    expect(resultsOf(checks, 'passed')).toContain('one.wacz: signature');
    const [start] = checks.filter(({ check }) => check === 'one.wacz: warc').map((one) => one.start);
    expect(start).toBeGreaterThan(0);
  });

  it('tells of a damaged member, and follows no deeper than two', () => {
    expect(resultsOf(readWacz(set(WACZ.slice(0, 900))).checks, 'failed')).toEqual(['member']);
    const deep = readWacz(set(set(WACZ)));
    expect(deep.members[0]?.wacz.checks.find(({ check }) => check === 'member')?.result).toBe('not-run');
  });
});

describe('hostile bytes', () => {
  it('end in a named error or in findings, and soon', () => {
    let slowest = 0;
    fc.assert(
      fc.property(
        fc.array(fc.tuple(fc.nat(WACZ.length - 1), fc.nat(255)), { minLength: 1, maxLength: 6 }),
        fc.option(fc.nat(WACZ.length)),
        (changes, length) => {
          const broken = WACZ.slice(0, length ?? WACZ.length);
          for (const [at, byte] of changes) broken[at] = byte;
          const start = performance.now();
          isAccepted(broken);
          slowest = Math.max(slowest, performance.now() - start);
        },
      ),
      { numRuns: 5000 },
    );
    expect(slowest).toBeLessThan(2000);
  }, 120_000);

  it('in manifests and indexes that are sound zips, too', () => {
    const names = ['datapackage.json', 'pages/pages.jsonl', 'indexes/index.idx', 'indexes/index.cdx.gz'];
    fc.assert(
      fc.property(fc.constantFrom(...names), fc.nat(2000), fc.string(), (name, at, words) => {
        const text = name.endsWith('.gz') ? '\u001f\u008b' : textOf(name);
        const changed = `${text.slice(0, at % text.length)}${words}${text.slice((at % text.length) + words.length)}`;
        expect(changed === text || !isAccepted(altered({ [name]: changed }))).toBe(true);
      }),
      { numRuns: 500 },
    );
  });
});

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const fixtures = join(root, '../shared/data/integrity/wacz-py/tests/fixtures');

describe.skipIf(!existsSync(fixtures))('archives of py-wacz (skipped where ../shared is absent)', () => {
  const read = (name: string): ReturnType<typeof readWacz> =>
    readWacz(new Uint8Array(readFileSync(join(fixtures, name))));

  it.each(['valid_example_1.wacz', 'valid_example_2.wacz', 'valid_signed_example_1.wacz'])(
    '%s is sound',
    async (name) => {
      expect(resultsOf(await waczChecks(read(name)), 'failed')).toEqual([]);
    },
  );

  it('invalid_example_1.wacz is not', () => {
    expect(resultsOf(read('invalid_example_1.wacz').checks, 'failed')).toEqual([
      'version',
      'file',
      'unlisted',
      'layout',
      'pages',
    ]);
  });
});
