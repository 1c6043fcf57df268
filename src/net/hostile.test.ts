import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { openShamWeb } from '../../test/sham-web.ts';
import { readWarc } from '../archive/warc.ts';
import { HearsayError } from '../base/error.ts';
import { capturePage } from './page-capture.ts';
import { linksIn } from './page-links.ts';
import { rulesIn } from './robots.ts';

const packed = gzipSync(
  '<title>Ferry</title><link rel=canonical href=/b><img src=/a.png srcset="/b.png 2x"><p>stops</p>',
);
const ANSWER = Buffer.concat([
  Buffer.from(
    `HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Encoding: gzip\r\nRetry-After: 1\r\nLocation: /c\r\nContent-Length: ${packed.length}\r\n\r\n`,
  ),
  packed,
]);

/** An answer with some of its bytes changed, taken out, doubled, or cut off. */
const mutated = fc
  .array(fc.tuple(fc.nat(ANSWER.length - 1), fc.nat(255), fc.constantFrom('set', 'drop', 'double', 'cut')), {
    ...{ minLength: 1, maxLength: 4 },
  })
  .map((edits) => {
    const bytes = [...ANSWER];
    for (const [at, byte, how] of edits) {
      if (how === 'set') bytes[at % bytes.length] = byte;
      if (how === 'drop') bytes.splice(at, 1 + (byte % 9));
      if (how === 'double') bytes.splice(at, 0, ...bytes.slice(at, at + (byte % 40)));
      if (how === 'cut' && at > 20) bytes.length = Math.min(bytes.length, at);
    }
    return Uint8Array.from(bytes);
  });

describe('whatever comes from the web', () => {
  it('an answer with broken bytes is captured soundly, or is one named error', async () => {
    let answer: Uint8Array = ANSWER;
    const send = (_: unknown, { socket }: { socket: { end: (bytes: Uint8Array) => void } | null }): void =>
      socket?.end(answer);
    const web = await openShamWeb({ 'news.example': send, 'robots:news.example': send });
    await fc.assert(
      fc.asyncProperty(mutated, async (bytes) => {
        answer = bytes;
        const outcome = await capturePage('http://news.example/', { world: web.world }).catch(
          (cause: unknown) => cause,
        );
        if (outcome instanceof Error) expect(outcome).toBeInstanceOf(HearsayError);
        else expect(readWarc((outcome as Awaited<ReturnType<typeof capturePage>>).warc.bytes).faults).toEqual([]);
      }),
      { numRuns: 400, seed: 20310617 },
    );
    await web.close();
  });

  it('a page of any words gives addresses on the web, and nothing else', () => {
    const part = fc.constantFrom(
      ...[
        '<img src=',
        '"',
        "'",
        ' ',
        '>',
        '<',
        'srcset=',
        '/a.png 2x,',
        ',',
        ' 100w',
        'http://',
        '[::1]',
        '//',
        '<picture>',
      ],
      ...[
        '<source srcset=',
        '</picture>',
        '<base href=',
        'javascript:',
        '<meta http-equiv=refresh content="0;url=',
        '\\',
      ],
      ...[
        '<link rel=canonical href=',
        '<meta property=og:image content=',
        '\u0000',
        'é',
        'data:,',
        '<template>',
        '&amp;',
      ],
    );
    fc.assert(
      fc.property(
        fc.array(part, { maxLength: 40 }).map((parts) => parts.join('')),
        (html) => {
          const { canonical, onward, pictures } = linksIn(html, 'http://news.example/a/b');
          for (const url of [canonical, onward, ...pictures.map((one) => one.url)])
            if (url !== null) expect(new URL(url).protocol).toMatch(/^https?:$/u);
        },
      ),
      { numRuns: 2000, seed: 20310617 },
    );
  });

  it('a robots.txt of any bytes gives an answer', () => {
    const line = fc.constantFrom(
      ...[
        'User-agent: *',
        'user-agent:hearsay',
        'User-Agent : x',
        'Disallow: /',
        'Disallow:',
        'Allow: /a*b$',
        'Disallow: /%zz',
      ],
      ...[
        'Crawl-delay: 1e9',
        'Crawl-delay: -1',
        'Sitemap: x',
        '# x',
        ':',
        '\u0000',
        '__proto__: x',
        'user-agent: __proto__',
      ],
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 30 }), (lines) => {
        const { disallows, delay } = rulesIn(new TextEncoder().encode(lines.join('\n')));
        expect(delay).toBeGreaterThanOrEqual(0);
        const at = disallows('http://a.example/a/b?c');
        expect(at === null || (at > 0 && at <= lines.join('\n').split(/\r\n|\r|\n/u).length)).toBe(true);
      }),
      { numRuns: 2000, seed: 20310617 },
    );
  });
});
