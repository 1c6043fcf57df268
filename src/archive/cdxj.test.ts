import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { byBytes, type CdxjLine, formatCdxj, headOf, parseCdxj } from './cdxj.ts';
import { formatIdx, parseIdx } from './idx.ts';
import { surt } from './surt.ts';

const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);

const line: CdxjLine = {
  key: 'example,harbour)/notice',
  timestamp: '20310617090000',
  url: 'https://harbour.example/notice',
  mime: 'text/html',
  status: 200,
  digest: 'sha256:00',
  filename: 'data.warc.gz',
  offset: 283,
  length: 2269,
  recordDigest: null,
};

const lines = fc.array(
  fc.record({
    key: fc.webUrl().map(surt),
    timestamp: fc.integer({ min: 10_000_101_000_000, max: 99_991_231_235_959 }).map(String),
    url: fc.webUrl({ withQueryParameters: true, withFragments: true }),
    mime: fc.option(fc.string()),
    status: fc.option(fc.nat(999)),
    digest: fc.option(fc.string()),
    filename: fc.string({ unit: 'grapheme' }),
    offset: fc.nat(),
    length: fc.nat(),
    recordDigest: fc.option(fc.string()),
  }),
  { maxLength: 8 },
);

describe('surt', () => {
  it('turns the host round, without www and with the query in order', () => {
    expect(surt('https://www.Harbour.example/Notice?b=2&a=1#top')).toBe('example,harbour)/notice?a=1&b=2');
    expect(surt('http://harbour.example:8080')).toBe('example,harbour:8080)/');
    expect(surt('urn:hearsay:letter.pdf')).toBe('urn:hearsay:letter.pdf');
    expect(surt('https://')).toBe('https://');
  });
});

describe('cdxj', () => {
  it('reads back what it writes, in the order of bytes', () => {
    fc.assert(
      fc.property(lines, (given) => {
        const read = parseCdxj(bytesOf(formatCdxj(given)), 'index.cdx').map(({ start, end, ...one }) => one);
        expect(read).toHaveLength(given.length);
        expect(new Set(read.map((one) => JSON.stringify(one)))).toEqual(
          new Set(given.map((one) => JSON.stringify(one))),
        );
        const heads = read.map(headOf);
        expect(heads).toEqual([...heads].sort((a, b) => Buffer.compare(Buffer.from(a), Buffer.from(b))));
      }),
    );
  });

  it('orders as UTF-8 does, beyond the basic plane too', () => {
    expect(['\u{1f600}', '\uffee', 'a'].sort(byBytes)).toEqual(['a', '\uffee', '\u{1f600}']);
  });

  it('names the byte at which a line is none', () => {
    const good = formatCdxj([line]);
    expect(() => parseCdxj(bytesOf(`${good}example,harbour)/ 2031 {}\n`), 'index.cdx')).toThrow(
      new RegExp(`index.cdx: .*bytes ${good.length} to`, 'u'),
    );
    expect(() => parseCdxj(bytesOf(good.replace('"offset":283', '"offset":-1')), 'index.cdx')).toThrow(HearsayError);
    expect(() => parseCdxj(new Uint8Array([255, 10]), 'index.cdx')).toThrow(/not UTF-8/u);
  });

  it('takes counts spelled as text, and 17 digits of time', () => {
    const text = `k 20310617090000123 {"url":"u","filename":"f","offset":"7","length":"9","status":"200"}\n`;
    expect(parseCdxj(bytesOf(text), 'x')[0]).toMatchObject({ offset: 7, length: 9, status: 200, mime: null });
  });
});

describe('idx', () => {
  it('reads back what it writes', () => {
    const idx = {
      filename: 'index.cdx.gz',
      blocks: [
        { head: headOf(line), offset: 0, length: 194, digest: 'sha256:00' },
        { head: 'example,harbour)/z 20310617090000', offset: 194, length: 20, digest: null },
      ],
    };
    const { filename, blocks } = parseIdx(bytesOf(formatIdx(idx)), 'index.idx');
    expect({ filename, blocks: blocks.map(({ start, end, ...one }) => one) }).toEqual(idx);
  });

  it('wants its first line', () => {
    expect(() => parseIdx(bytesOf('example,harbour)/ 20310617090000 {}\n'), 'index.idx')).toThrow(/!meta 0/u);
  });
});
