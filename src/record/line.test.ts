import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../base/canonical-json.ts';
import { HearsayError } from '../base/error.ts';
import type { Body } from './body.ts';
import { formatLine, NO_LINE, parseLine } from './line.ts';

const head = { at: '2031-06-17T09:00:00.123Z', kind: 'ask', seq: 12, previous: NO_LINE };
const salt = 'ab'.repeat(32);
const body = (data: Record<string, unknown>): Body => ({ by: 'r.ames', data, salt });
const value = fc.jsonValue({ noUnicodeString: false, maxDepth: 4 }).map(withoutFractions);

/** Numbers in events are whole; the rest of JSON may stand in them. */
function withoutFractions(one: unknown): unknown {
  if (typeof one === 'number') return Number.isSafeInteger(one) && !Object.is(one, -0) ? one : 7;
  if (Array.isArray(one)) return one.map(withoutFractions);
  if (one === null || typeof one !== 'object') return one;
  return Object.fromEntries(Object.entries(one).map(([key, inner]) => [key, withoutFractions(inner)]));
}

describe('a line of the journal', () => {
  it('is read as it was written, whatever its data', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), value), fc.string(), (data, by) => {
        const { text, line, bodyAt } = formatLine(head, { ...body(data), by });
        const read = parseLine(text);
        expect(read).toMatchObject({ head: line.head, name: line.name, wrong: null, bodyAt });
        expect(canonicalJson(read.body)).toBe(canonicalJson({ ...body(data), by }));
        expect(text).not.toContain('\n');
      }),
    );
  });

  it('is nested no deeper than 64, and may be long', () => {
    const wrong = (levels: number): string | null => {
      const nested = JSON.parse('['.repeat(levels) + ']'.repeat(levels));
      return parseLine(formatLine(head, body({ x: nested })).text).wrong;
    };
    expect(wrong(62)).toBeNull(); // the body and its data are two
    expect(wrong(63)).toContain('not written canonically');
    const long = formatLine(head, body({ x: Array.from({ length: 300_000 }, () => 7) }));
    expect(parseLine(long.text).wrong).toBeNull();
  });

  it('keeps its head where its body is hyphens', () => {
    const { text, line, bodyAt } = formatLine(head, body({ of: 'River Board' }));
    const erased = text.slice(0, bodyAt) + '-'.repeat(text.length - bodyAt);
    expect(parseLine(erased)).toMatchObject({ name: line.name, body: null, wrong: null });
  });

  it('differs by its salt alone, so that nobody can guess it', () => {
    const [one, two] = ['00', '11'].map(
      (digits) => formatLine(head, { ...body({}), salt: digits.repeat(32) }).line.head,
    );
    expect(one?.body).not.toBe(two?.body);
  });

  it('is wrong after any change of one character', () => {
    const { text, line } = formatLine(head, body({ of: 'River Board', why: null }));
    fc.assert(
      fc.property(fc.nat(text.length - 1), fc.constantFrom('x', '0', ' ', '"', '-'), (at, character) => {
        fc.pre(text.charAt(at) !== character);
        expect(seen(text.slice(0, at) + character + text.slice(at + 1))).not.toBe(line.name);
      }),
      { numRuns: 500 },
    );
  });

  it('is one spelling: other ways to write the same are refused', () => {
    const { text } = formatLine(head, body({ b: 1, a: 'x' }));
    for (const other of [
      text.replace('"a":"x","b":1', '"b":1,"a":"x"'),
      text.replace('"b":1', '"b":1.0'),
      text.replace('"b":1', '"b": 1'),
      text.replace('"x"', '"\\u0078"'),
      text.replace(`,"salt"`, `,"more":1,"salt"`),
    ])
      expect(parseLine(other).wrong).not.toBeNull();
    for (const other of [
      `${text.slice(0, -1)}`,
      ` ${text}`,
      text.replace('} {', '}  {'),
      '',
      '{}',
      '{} {}',
      text.replace('"seq":12', '"seq":012'),
    ])
      expect(seen(other)).toBeNull();
  });

  it('refuses an event that is too long, before it is written', () => {
    expect(() => formatLine(head, body({ text: 'x'.repeat(2_000_000) }))).toThrow(HearsayError);
  });
});

/** The name of a line that is sound, or `null`. */
function seen(text: string): string | null {
  try {
    const line = parseLine(text);
    return line.wrong === null && line.body !== null ? line.name : null;
  } catch (cause) {
    expect(cause).toBeInstanceOf(HearsayError);
    return null;
  }
}
