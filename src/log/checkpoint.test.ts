import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';

const root = new Uint8Array(32).fill(7);
const BASE64 = 'BwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=';

describe('a checkpoint', () => {
  it('has three lines, and further lines that nothing audits', () => {
    expect(formatCheckpoint({ origin: 'log.example', size: 12, root })).toBe(`log.example\n12\n${BASE64}\n`);
    expect(parseCheckpoint(`log.example\n12\n${BASE64}\nmore\n`)).toEqual({
      origin: 'log.example',
      size: 12,
      root,
      extensions: ['more'],
    });
    expect(parseCheckpoint(`go.sum database tree\n0\n${BASE64}\n`).origin).toBe('go.sum database tree');
  });

  it('comes back from its text', () => {
    const line = fc.string({ minLength: 1, unit: 'grapheme' }).filter((text) => !/\p{Cc}/u.test(text));
    const hash = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(
        line,
        fc.maxSafeInteger(),
        hash,
        fc.array(line, { maxLength: 3 }),
        (origin, size, root, extensions) => {
          const checkpoint = { origin, size: Math.abs(size), root, extensions };
          expect(parseCheckpoint(formatCheckpoint(checkpoint))).toEqual(checkpoint);
        },
      ),
    );
  });

  it.each([
    ['', 1],
    ['log.example\n12\n', 3],
    [`log.example\n12\n${BASE64}`, 3],
    [`\n12\n${BASE64}\n`, 1],
    [`log\tx\n12\n${BASE64}\n`, 1],
    [`log.example\n012\n${BASE64}\n`, 2],
    [`log.example\n-1\n${BASE64}\n`, 2],
    [`log.example\n+1\n${BASE64}\n`, 2],
    [`log.example\n1e3\n${BASE64}\n`, 2],
    [`log.example\n9007199254740992\n${BASE64}\n`, 2],
    [`log.example\n12\n${BASE64.slice(0, -1)}\n`, 3],
    [`log.example\n12\n${BASE64.replace('wc=', 'wd=')}\n`, 3],
    [`log.example\n12\n${BASE64} \n`, 3],
    ['log.example\n12\nBwcH\n', 3],
    [`log.example\n12\n${BASE64}\n\n`, 4],
    [`log.example\n12\n${BASE64}\nmore\n\n`, 5],
    [`log.example\r\n12\r\n${BASE64}\r\n`, 1],
  ])('%j is malformed in line %i', (text, line) => {
    expect(() => parseCheckpoint(text)).toThrow(`line ${line}:`);
  });

  it('is not written when it could not be read', () => {
    for (const odd of [
      { origin: '' },
      { origin: 'a\nb' },
      { size: -1 },
      { size: 0.5 },
      { size: 2 ** 53 },
      { extensions: [''] },
    ])
      expect(() => formatCheckpoint({ origin: 'log.example', size: 1, root, ...odd })).toThrow(HearsayError);
    expect(() => formatCheckpoint({ origin: 'log.example', size: 1, root: root.slice(1) })).toThrow('line 3');
  });

  it('makes nothing but a HearsayError of hostile text', () => {
    const unit = fc.constantFrom('\n', 'log', '0', '1', BASE64, ' ', '\ud800', '=');
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        try {
          const text = parts.join('');
          expect(formatCheckpoint(parseCheckpoint(text))).toBe(text);
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError);
        }
      }),
      { numRuns: 1000 },
    );
  });
});
