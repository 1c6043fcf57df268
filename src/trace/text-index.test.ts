import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { TextIndex } from './text-index.ts';

interface Doc {
  readonly id: string;
  readonly from: number;
  readonly hashes: readonly number[];
}

/** Hashes that meet often, stand close together, and lie at the borders of shards. */
const hash = fc.oneof(
  fc.integer({ min: 0, max: 40 }),
  fc.constantFrom(0x00ffffff, 0x01000000, 0xfffffffe, 0xffffffff),
  fc.integer({ min: 0xff0000, max: 0xff00ff }),
);
const docs = fc
  .array(
    fc.record({
      id: fc.string({ unit: 'binary', maxLength: 4 }),
      from: fc.constantFrom(3, 1, 2, Number.POSITIVE_INFINITY),
      hashes: fc.array(hash, { maxLength: 30 }),
    }),
    { maxLength: 60 },
  )
  .map((list) => [...new Map(list.map((doc) => [doc.id, doc])).values()]);

function indexOf(list: readonly Doc[]): TextIndex {
  const index = new TextIndex();
  for (const doc of list) index.add(doc, doc.hashes);
  return index;
}

const shuffled = (list: readonly Doc[], seed: number): Doc[] =>
  list
    .map((doc, at) => ({ doc, key: Math.imul(at + 1, seed | 1) >>> 0 }))
    .sort((a, b) => a.key - b.key)
    .map(({ doc }) => doc);

const answers = (index: TextIndex, list: readonly Doc[]): unknown =>
  list.flatMap((doc) => [index.candidates(doc.hashes), index.candidates(doc.hashes, { before: doc.id })]);

describe('the index of texts', () => {
  test('answers alike and saves the same bytes in whichever order texts were added', () => {
    fc.assert(
      fc.property(docs, fc.integer(), (list, seed) => {
        const [one, other] = [indexOf(list), indexOf(shuffled(list, seed))];
        expect(answers(other, list)).toEqual(answers(one, list));
        expect(other.save()).toEqual(one.save());
      }),
    );
  });

  test('answers alike when saved and opened again', () => {
    fc.assert(
      fc.property(docs, (list) => {
        const index = indexOf(list);
        const opened = TextIndex.open(index.save());
        expect(opened.size).toBe(index.size);
        expect(answers(opened, list)).toEqual(answers(index, list));
        expect(opened.save()).toEqual(index.save());
      }),
    );
  });

  test('joined with another holds what both hold, overlap or not', () => {
    fc.assert(
      fc.property(docs, fc.nat(), fc.nat(), (list, x, y) => {
        const [from, to] = [Math.min(x, y) % (list.length + 1), Math.max(x, y) % (list.length + 1)];
        const one = indexOf(list.slice(0, Math.max(from, to)));
        one.merge(indexOf(list.slice(Math.min(from, to))));
        expect(one.save()).toEqual(indexOf(list).save());
      }),
    );
  });

  test('can be added to after opening', () => {
    fc.assert(
      fc.property(docs, (list) => {
        const opened = TextIndex.open(indexOf(list.slice(0, 20)).save());
        for (const doc of list.slice(20)) opened.add(doc, doc.hashes);
        expect(opened.save()).toEqual(indexOf(list).save());
      }),
    );
  });

  test('finds exactly the carriers of few, the earliest of many', () => {
    const index = new TextIndex();
    for (let i = 99; i >= 0; i--) index.add({ id: `viral-${i}`, from: i }, [7, 8, 9]);
    index.add({ id: 'rare', from: 200 }, [9, 10]);
    expect(index.candidates([7, 8, 9])[0]).toMatchObject({ id: 'viral-0', shared: 3 });
    expect(index.candidates([10])).toEqual([{ id: 'rare', shared: 1, weight: 16 }]);
    expect(index.candidates([11])).toEqual([]);
  });

  test('puts whoever shares one fingerprint behind whoever shares several, however rare the one', () => {
    const index = new TextIndex();
    for (let i = 0; i < 14; i++) index.add({ id: `chance-${i}`, from: i }, [100 + i]);
    for (let i = 0; i < 9; i++) index.add({ id: `telling-${i}`, from: 50 + i }, [7, 8]);
    const asked = [7, 8, ...Array.from({ length: 14 }, (_, i) => 100 + i)];
    const found = index.candidates(asked);
    expect(found.slice(0, 9).map(({ id }) => id)).toEqual(Array.from({ length: 9 }, (_, i) => `telling-${i}`));
    expect(found[9]).toEqual({ id: 'chance-0', shared: 1, weight: 16 });
  });

  test('knows an id once', () => {
    const index = new TextIndex();
    index.add({ id: 'a', from: 1 }, [1]);
    index.add({ id: 'a', from: 0 }, [2]);
    expect(index.size).toBe(1);
    expect(index.candidates([2])).toEqual([]);
  });

  test('grows by whatever hashes it is given', () => {
    const crowd = Array.from({ length: 3000 }, (_, at) => ({
      id: `${at}`,
      from: at,
      hashes: [0x00fffffe, 0xfffff000 + at],
    }));
    const index = indexOf(crowd);
    expect(crowd.every((doc) => index.candidates([0xfffff000 + doc.from])[0]?.id === doc.id)).toBe(true);
    expect(TextIndex.open(index.save()).save()).toEqual(index.save());
  });
});

describe('a damaged file', () => {
  const bytes = indexOf(
    Array.from({ length: 40 }, (_, at) => ({ id: `t${at}`, from: at, hashes: [at, at * 7919, 3] })),
  ).save();
  const codeOf = (given: Uint8Array): string | null => {
    try {
      TextIndex.open(given);
      return null;
    } catch (error) {
      return error instanceof HearsayError ? error.code : String(error);
    }
  };

  test('cut short anywhere is refused', () => {
    for (let length = 0; length < bytes.length; length++) expect(codeOf(bytes.subarray(0, length))).toBe('bad-index');
    expect(codeOf(new Uint8Array([...bytes, 0]))).toBe('bad-index');
  });

  test('with any byte changed is refused', () => {
    for (let at = 0; at < bytes.length; at++) {
      const flipped = bytes.slice();
      flipped[at] = (flipped[at] ?? 0) ^ (1 << (at % 8));
      expect(codeOf(flipped)).toBe('bad-index');
    }
  });

  test('says what is wrong in one line', () => {
    expect(() => TextIndex.open(bytes.subarray(0, 100))).toThrow(/cut short \(100 of \d+ bytes\); make it again/);
    expect(() => TextIndex.open(new TextEncoder().encode('{"not": "an index at all"}'))).toThrow(/no index of texts/);
  });
});
