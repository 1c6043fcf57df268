import { expect, test } from 'vitest';
import { fingerprint, grams } from './fingerprint.ts';
import { fold } from './fold.ts';

const text = (from: number, rows: number) =>
  fold(Array.from({ length: rows }, (_, at) => `Row ${from + at * 7919} holds ${(at * 31) ^ 2731} lamps.`).join('\n'));

test('a text has the same fingerprints whichever was looked at before it', () => {
  const short = text(1, 40);
  const before = fingerprint(short);
  const [hashes, starts] = [[...before.hashes], [...before.starts]];
  fingerprint(text(5, 9000));
  grams(text(9, 60), 15);
  fingerprint(text(11, 50));
  expect([[...before.hashes], [...before.starts]]).toEqual([hashes, starts]);
  expect(fingerprint(short)).toEqual(before);
});

test('the fingerprints of a wide window are among those of a narrow one, and all are hashes of stretches', () => {
  const one = text(3, 300);
  const all = new Set(grams(one, 24).hashes);
  const narrow = new Set(fingerprint(one, 24).hashes);
  const wide = fingerprint(one, 64).hashes;
  expect([...wide].every((hash) => narrow.has(hash))).toBe(true);
  expect([...narrow].every((hash) => all.has(hash))).toBe(true);
  expect(wide.length).toBeLessThan(narrow.size);
});
