import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { canonicalJson } from '../base/canonical-json.ts';
import { HearsayError } from '../base/error.ts';
import type { Body } from './body.ts';
import { disclose, openDisclosed } from './disclosure.ts';
import { leavesOf } from './leaves.ts';
import { formatLine, type Line, NO_LINE } from './line.ts';

const hex64 = fc.uint8Array({ minLength: 32, maxLength: 32 }).map((bytes) => Buffer.from(bytes).toString('hex'));
const leaf = fc.oneof(
  fc.string(),
  fc.constant(null),
  fc.boolean(),
  fc.integer(),
  fc.array(fc.string(), { maxLength: 3 }),
);
const data = fc.dictionary(
  fc.string({ minLength: 1, maxLength: 6 }),
  fc.oneof(leaf, fc.dictionary(fc.string({ maxLength: 6 }), leaf, { maxKeys: 4 })),
  { maxKeys: 6, noNullPrototype: true },
);
const body: fc.Arbitrary<Body> = fc.record({ by: fc.string(), data, salt: hex64 });

const lineOf = (of: Body): Line =>
  formatLine({ at: '2033-04-02T10:00:00.000Z', kind: 'ask', seq: 0, previous: NO_LINE }, of).line;
const shownBy =
  (pick: string) =>
  (pointer: string): boolean =>
    pick.charCodeAt(pointer.length % Math.max(1, pick.length)) % 2 === 0;
const code = (value: unknown): string => {
  try {
    openDisclosed(value);
    return 'opened';
  } catch (cause) {
    return cause instanceof HearsayError ? cause.code : String(cause);
  }
};
const refused = (value: unknown): boolean => {
  try {
    openDisclosed(value);
    return false;
  } catch (cause) {
    return cause instanceof HearsayError;
  }
};

describe('an event shown leaf by leaf', () => {
  it('opens with any choice of leaves, and gives back what is shown', () => {
    fc.assert(
      fc.property(body, fc.string(), (of, pick) => {
        const line = lineOf(of);
        const shown = shownBy(pick);
        const opened = openDisclosed(JSON.parse(JSON.stringify(disclose(line, shown))));
        expect(opened.name).toBe(line.name);
        const wanted = leavesOf(of).filter(({ pointer }) => shown(pointer));
        expect([...opened.shown].map(([pointer, value]) => [pointer, canonicalJson(value)]).sort()).toEqual(
          wanted.map(({ pointer, value }) => [pointer, canonicalJson(value)]).sort(),
        );
      }),
    );
  });

  it('is refused with any character of it changed', () => {
    const line = lineOf({
      by: 'r.ames',
      data: { of: 'the port', question: 'Is it so?', claim: null },
      salt: 'ab'.repeat(32),
    });
    const written = canonicalJson(disclose(line, (pointer) => pointer === '/data/of'));
    for (let at = 0; at < written.length; at++) {
      const other = `${written.slice(0, at)}${written[at] === '0' ? '1' : '0'}${written.slice(at + 1)}`;
      let value: unknown;
      try {
        value = JSON.parse(other);
      } catch {
        continue;
      }
      // Written otherwise it may still say the same (a key in another order); then it is another text, which the record refuses.
      if (canonicalJson(value) !== other) continue;
      const same = refused(value) || openDisclosed(value).name !== line.name;
      expect(same, `${at}: ${other}`).toBe(true);
    }
  });

  it('refuses a leaf below another, one shown and hidden, and a whole object', () => {
    const line = lineOf({ by: 'x', data: { of: { name: 'the port' } }, salt: 'cd'.repeat(32) });
    const sound = disclose(line, () => true);
    const [first] = Object.entries(sound?.shown ?? {});
    expect(refused(sound)).toBe(false);
    expect(refused({ ...sound, hidden: { '/by': '0'.repeat(64) } })).toBe(true);
    expect(refused({ ...sound, hidden: { '/data': '0'.repeat(64) } })).toBe(true);
    expect(refused({ ...sound, shown: { '/data': { key: first?.[1].key, value: { of: 1 } } } })).toBe(true);
    expect(refused(null)).toBe(true);
    expect(refused({ head: {}, shown: [], hidden: {} })).toBe(true);
  });

  it('refuses what no body could have, however deep or long, with a fault of its form', () => {
    const sound = disclose(lineOf({ by: 'x', data: { a: 1 }, salt: 'ef'.repeat(32) }), () => true);
    const key = '0'.repeat(64);
    const deep = (levels: number): unknown => JSON.parse('['.repeat(levels) + ']'.repeat(levels));
    const odd: readonly (readonly [string, unknown])[] = [
      ['', 1],
      ['by', 1],
      ['/salt', 'x'],
      ['/by/name', 'x'],
      ['/data', 1],
      ['/data/~2', 1],
      ['/data/a~', 1],
      ['/data/b', 0.5],
      ['/data/b', -0],
      ['/data/b', deep(63)],
      ['/data/b', deep(5_000)],
      [`/data${'/x'.repeat(64)}`, 1],
      ['/'.repeat(3_000_000), 1],
      [`/data/${'~0'.repeat(1_500_000)}~`, 1],
    ];
    for (const [pointer, value] of odd) {
      const shown = { ...sound?.shown, [pointer]: { key, value } };
      expect(code({ ...sound, shown }), pointer.slice(0, 20)).toBe('malformed');
    }
    for (const seq of [0.5, -0, -1, '0', null, deep(5_000)])
      expect(code({ ...sound, head: { ...sound?.head, seq } })).toBe('malformed');
    expect(code({ ...sound, shown: { '/data/a': sound?.shown['/data/a'] } })).toBe('malformed');
    expect(code({ ...sound, hidden: { '/data/b': key } })).toBe('damaged');
  });

  it('takes all that a body may hold: 64 levels, empty objects, keys of any characters', () => {
    let data: Record<string, unknown> = { '': {}, '~/': [], 'a/b~c': 'x', '\ud800': 1, __proto__: null };
    for (let level = 0; level < 61; level++) data = { x: data };
    const line = lineOf({ by: '', data, salt: 'ef'.repeat(32) });
    expect(openDisclosed(disclose(line, () => true)).name).toBe(line.name);
    expect(openDisclosed(disclose(line, () => false)).shown.size).toBe(0);
    const bare = lineOf({ by: 'x', data: {}, salt: 'ef'.repeat(32) });
    expect([...openDisclosed(disclose(bare, () => true)).shown.keys()]).toEqual(['/by', '/data']);
  });

  it('commits to the same words differently under another salt, so that a hidden leaf can’t be guessed', () => {
    const [a] = leavesOf({ by: 'r.ames', data: {}, salt: '00'.repeat(32) });
    const [b] = leavesOf({ by: 'r.ames', data: {}, salt: '01'.repeat(32) });
    expect(a?.commitment).not.toBe(b?.commitment);
  });

  it('has nothing to show of an event whose body is gone', () => {
    const line = lineOf({ by: 'x', data: {}, salt: '00'.repeat(32) });
    expect(disclose({ ...line, body: null }, () => true)).toBeNull();
  });
});
