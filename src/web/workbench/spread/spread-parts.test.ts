import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copy, dossierOf, item } from '../../../../test/sample-dossier.ts';
import { spreadOf } from '../../../publish/workbench/spread-view.ts';
import { apart, linesOf } from './curve-lines.ts';
import { litOf, wantedOf } from './lit.ts';
import { fitted, panned, revealed, zoomed } from './view-port.ts';
import { stepped, tiesOf } from './walk.ts';
import { lengthWords, outWords } from './when.ts';

const at = (hour: number) => `2033-04-02T${String(hour).padStart(2, '0')}:00:00Z`;
const spread = spreadOf(
  dossierOf({
    items: ['a', 'b', 'c', 'd'].map((id, n) => item(id, { published: at(n + 1), title: `Gate ${id}`, publisher: id })),
    copies: [
      copy('a', 'd', { direct: false }),
      copy('b', 'd'),
      copy('a', 'c', { direction: 'unknown', kind: 'translation' }),
      copy('b', 'c', { direction: 'left-first', kind: 'part' }),
    ],
  }),
);

describe('walking from node to node', () => {
  const ties = tiesOf(spread);
  const all = () => true;

  it('goes left to the source by the direct step, right to the first copy, up and down in time', () => {
    expect(stepped(3, 'ArrowLeft', ties, all)).toBe(1);
    expect(stepped(1, 'ArrowRight', ties, all)).toBe(2);
    expect([stepped(1, 'ArrowUp', ties, all), stepped(1, 'ArrowDown', ties, all)]).toEqual([0, 2]);
  });

  it('stays where there is nowhere to go, and passes over what is not shown', () => {
    expect(stepped(0, 'ArrowLeft', ties, all)).toBe(0);
    expect(stepped(0, 'ArrowUp', ties, all)).toBe(0);
    expect(stepped(0, 'ArrowDown', ties, (place) => place !== 1)).toBe(2);
    expect(stepped(3, 'ArrowLeft', ties, (place) => place !== 1)).toBe(0);
  });
});

describe('what is shown', () => {
  const lit = (query: Record<string, string>) => [...litOf(spread, wantedOf(query))];

  it('is everything where nothing is asked for', () => expect(lit({})).toEqual([1, 1, 1, 1]));
  it('has every word, wherever it stands', () => expect(lit({ words: 'GATE c' })).toEqual([0, 0, 1, 0]));
  it('stands in the lane', () => expect(lit({ lane: 'b' })).toEqual([0, 1, 0, 0]));
  it('has part in a copy of the kind', () => expect(lit({ kind: 'part' })).toEqual([0, 1, 1, 0]));
  it('speaks for a claim with the label', () => expect(lit({ label: 'denied' })).toEqual([0, 0, 0, 0]));
});

describe('what of the drawing is seen', () => {
  const drawing = { width: 2000, height: 900 };
  const seen = { width: 800, height: 450 };

  it('is all of it where it is to fit', () => {
    expect(fitted(drawing, seen)).toEqual({ zoom: 0.4, left: 0, top: 0 });
    expect(fitted({ width: 100, height: 50 }, seen).zoom).toBe(1);
  });

  it('keeps the place under the pointer, and never leaves the drawing', () => {
    const view = { zoom: 1, left: 500, top: 200 };
    const near = zoomed(view, 2, 300, 100, drawing, seen);
    expect([near.left + 300 / near.zoom, near.top + 100 / near.zoom]).toEqual([800, 300]);
    const step = fc.tuple(fc.double({ min: 0.2, max: 5, noNaN: true }), fc.integer(), fc.integer());
    fc.assert(
      fc.property(fc.array(step), (steps) => {
        let now = fitted(drawing, seen);
        for (const [by, x, y] of steps) now = panned(zoomed(now, by, 10, 10, drawing, seen), x, y, drawing, seen);
        expect(now.left).toBeGreaterThanOrEqual(0);
        expect(now.left + seen.width / now.zoom).toBeLessThanOrEqual(drawing.width + 1e-6);
      }),
    );
  });

  it('moves only as far as it takes to see a place', () => {
    const view = { zoom: 1, left: 0, top: 0 };
    expect(revealed(view, 400, 200, drawing, seen)).toEqual(view);
    expect(revealed(view, 1500, 200, drawing, seen)).toEqual({ zoom: 1, left: 760, top: 0 });
  });
});

describe('the curve', () => {
  it('draws the fullest lanes, and the rest as one that counts them all', () => {
    const curve = [
      { at: 1, lane: 'a', total: 2 },
      { at: 2, lane: 'b', total: 1 },
      { at: 3, lane: 'c', total: 1 },
      { at: 4, lane: 'b', total: 2 },
      { at: 5, lane: 'a', total: 3 },
    ];
    expect(linesOf(curve, 2)).toEqual([
      {
        lane: 'a',
        lanes: 1,
        total: 3,
        steps: [
          { at: 1, total: 2 },
          { at: 5, total: 3 },
        ],
      },
      {
        lane: null,
        lanes: 2,
        total: 3,
        steps: [
          { at: 2, total: 1 },
          { at: 3, total: 2 },
          { at: 4, total: 3 },
        ],
      },
    ]);
    expect(linesOf(curve, 3).map(({ lane }) => lane)).toEqual(['a', 'b', 'c']);
  });

  it('moves words apart, in their order and within the drawing', () => {
    expect(apart([50, 52, 10], 14, 100)).toEqual([50, 64, 10]);
    expect(apart([95, 99], 14, 100)).toEqual([86, 100]);
  });
});

describe('times in words', () => {
  it('say no more than is known', () => {
    expect(outWords('2033-04', 'en')).toBe('2033-04');
    expect(outWords('2033-04-02', 'en')).toBe('2 Apr 2033');
    expect(outWords(null, 'zh')).toBeNull();
  });

  it('say how long a break is', () => {
    expect(lengthWords(40 * 86_400_000, 'en')).toBe('40 days');
    expect(lengthWords(40 * 86_400_000, 'zh')).toMatch(/40.?天/u);
    expect(lengthWords(3 * 3_600_000, 'en')).toBe('3 hours');
  });
});
