import { expect, test } from 'vitest';
import { fold } from './fold.ts';
import { fingerprintsOf, isPromising, overlap, probesOf, sampleOf } from './overlap.ts';
import { TextIndex } from './text-index.ts';

const PASSAGE = `The lock keeper at Hask found the lower gate open at five, with two crates of survey poles in the water beside it.
He told the canal office by telephone and waited on the towpath until a launch came up from Denby with three men.`;
const OTHER = `Nine schools in the hills will share a bus from Monday. The driver, who retired in spring, has agreed to come back.
Parents had written to the county twice. The bus is green and has no heating, but nobody seemed to mind that.`;
const THIRD = `A fair will be held on the meadow in June, with geese. Stalls are let by lot, and the drum is turned by a child.
Whoever sells honey must bring his own table, as in other years, and take it home again before the band plays.`;

const sample = (text: string) => sampleOf(fold(text));

test('a passage put into another text is shown where it stands in both', () => {
  const copy = `${OTHER}\n${PASSAGE}\n${THIRD}`;
  const found = overlap(sample(PASSAGE), sample(copy));
  expect(found?.passages).toHaveLength(1);
  const { left, right } = found?.passages[0] ?? { left: { start: 0, end: 0 }, right: { start: 0, end: 0 } };
  expect(PASSAGE.slice(left.start, left.end)).toBe(PASSAGE.slice(0, -1));
  expect(copy.slice(right.start, right.end)).toBe(PASSAGE.slice(0, -1));
  expect(found?.coverage.left).toBe(1);
});

test('a few changed words leave one passage, a swapped order two', () => {
  const edited = PASSAGE.replace('two crates', 'three boxes').replace('by telephone', 'in person');
  expect(overlap(sample(PASSAGE), sample(edited))?.passages).toHaveLength(1);
  const swapped = PASSAGE.split('\n').reverse().join('\n');
  expect(overlap(sample(PASSAGE), sample(swapped))?.passages).toHaveLength(2);
});

test('texts that share a phrase or nothing share no passage', () => {
  expect(overlap(sample(PASSAGE), sample(OTHER))).toBeNull();
  expect(overlap(sample(`${OTHER} He told the canal office.`), sample(PASSAGE))).toBeNull();
  expect(overlap(sample(''), sample(PASSAGE))).toBeNull();
});

test('what another script writes is found through the index', () => {
  const simplified = '记者从现场获悉，二十七名船员当天夜里全部获救，港务局说轴承在离港前已经损坏，调查仍在进行。';
  const traditional = '記者從現場獲悉，二十七名船員當天夜裡全部獲救，港務局說軸承在離港前已經損壞，調查仍在進行。';
  const index = new TextIndex();
  index.add({ id: 'first', from: 1 }, fingerprintsOf(fold(simplified)));
  const prints = fingerprintsOf(fold(traditional));
  const [candidate] = index.candidates(prints);
  expect(candidate?.id).toBe('first');
  expect(candidate !== undefined && isPromising(candidate, prints.length)).toBe(true);
  expect(overlap(sample(simplified), sample(traditional))?.coverage.left).toBeGreaterThan(0.9);
});

test('a short sentence moved within a passage is shown, the same words elsewhere are a phrase', () => {
  const short = ' It is said to stay shut for now.';
  const source = `${PASSAGE}${short}\n${OTHER}`;
  const moved = overlap(sample(source), sample(`${THIRD}${short} ${PASSAGE}`));
  expect(moved?.passages.map(({ left }) => source.slice(left.start, left.end))).toEqual([
    PASSAGE.slice(0, -1),
    short.trim().slice(0, -1),
  ]);
  expect(overlap(sample(source), sample(`${THIRD}${short}\n${THIRD.slice(0, 90)}\n${PASSAGE}`))?.passages).toHaveLength(
    1,
  );
});

test('a text asks by the fingerprints that it is entered with, and more', () => {
  const one = fold([PASSAGE, OTHER, THIRD].join('\n'));
  const probes = new Set(probesOf(one));
  const entered = fingerprintsOf(one);
  expect([...entered].every((hash) => probes.has(hash))).toBe(true);
  expect(probes.size).toBeGreaterThan(entered.length * 1.3);
});
