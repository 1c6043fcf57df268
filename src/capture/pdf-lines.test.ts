import { describe, expect, test } from 'vitest';
import type { Glyphs } from './glyphs.ts';
import { furnitureOf } from './pdf-furniture.ts';
import { linesOf, paragraphsOf } from './pdf-lines.ts';

const run = (str: string, x: number, y: number): Glyphs => ({
  str,
  transform: [10, 0, 0, 10, x, y],
  width: str.length * 5,
});
const sheet = (page: number): { page: number; foot: number; height: number } => ({ page, foot: 0, height: 800 });
const LEFT = [
  'The gate was left open over-',
  'night, the warden said on day',
  'one. Nobody had told the low-',
  'er street about it, he added.',
  'The board confirmed a gap in',
  'the log. It would publish all',
];
const RIGHT = [
  'of it by Friday, a spokeswom-',
  'an told this paper. The union',
  'would not speak of the roster',
  'of that night to anybody now.',
  'Residents had called eleven t',
  'imes before anybody answered.',
];
const rows = LEFT.flatMap((left, at) => [run(left, 50, 700 - at * 14), run(RIGHT[at] ?? '', 320, 700 - at * 14)]);

describe('lines of a PDF', () => {
  test('two columns are read one after the other, parted words made whole', () => {
    const text = paragraphsOf(linesOf(rows, sheet(1)))
      .map((one) => one.text)
      .join(' ');
    expect(text).toContain('left open overnight, the warden said');
    expect(text).toContain('publish all of it by Friday, a spokeswoman told this paper.');
  });
  test('a table stays row by row', () => {
    const cells = Array.from({ length: 8 }, (_, at) => [
      run(`0${at}:00`, 50, 700 - at * 14),
      run(`${at}.1 m`, 320, 700 - at * 14),
    ]);
    expect(linesOf(cells.flat(), sheet(1))[0]?.text).toBe('00:00\t0.1 m');
  });
  test('a word that the text writes with a hyphen keeps it', () => {
    const lines = ['A well-known weir, it is a well-', 'known one, they said all along.'].map((text, at) =>
      run(text, 50, 700 - at * 14),
    );
    expect(paragraphsOf(linesOf(lines, sheet(1)))[0]?.text).toBe(
      'A well-known weir, it is a well-known one, they said all along.',
    );
  });
  test('running heads and page numbers are the paper’s', () => {
    const pages = [1, 2, 3].flatMap((page) =>
      linesOf(
        [run('Bulletin — June', 50, 780), run(`Words of page ${page}.`, 50, 500), run(`Page ${page} of 3`, 280, 20)],
        sheet(page),
      ),
    );
    const furniture = furnitureOf(pages);
    expect(pages.filter((line) => !furniture.has(line)).map((line) => line.text)).toEqual([
      'Words of page 1.',
      'Words of page 2.',
      'Words of page 3.',
    ]);
  });
});
