import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Spread, SpreadNode } from './shapes.ts';
import { axisOf, marksOf } from './spread-axis.ts';
import { layoutSpread } from './spread-layout.ts';

const HOUR = 3_600_000;
const DAY = 24 * HOUR;

const node = (at: number | null, lane: string): SpreadNode => ({
  ...{ id: `${lane}${at}`, file: '', title: null, publisher: lane, author: null, published: null, captured: null },
  ...{ mediaType: 'text/html', unreadable: null, statements: 0, from: 0, to: 0 },
  ...{ at, lane, telling: null, labels: [] },
});

type Laying = Pick<Spread, 'nodes' | 'edges' | 'lanes'>;

const spread = (nodes: readonly SpreadNode[], pairs: readonly (readonly [number, number])[] = []): Laying => ({
  nodes,
  lanes: [...new Set(nodes.map(({ lane }) => lane))],
  edges: pairs.map(([from, to]) => ({
    ...{ from, to, sure: true, direct: true, kind: 'whole', credited: false, common: false },
  })),
});

const instant = fc.oneof(
  fc.constant(null),
  fc.integer({ min: 0, max: 30 }).map((n) => n * HOUR),
  fc.integer({ min: 0, max: 400 * DAY }),
);
const some = fc.array(fc.record({ at: instant, lane: fc.constantFrom('A', 'B', 'C', 'D', 'E', 'unknown') }), {
  maxLength: 120,
});

describe('the drawing of a spread', () => {
  it('lets no two nodes meet', () => {
    fc.assert(
      fc.property(some, fc.boolean(), fc.integer({ min: 200, max: 2000 }), (raw, worded, width) => {
        const nodes = raw.map(({ at, lane }) => node(at, lane));
        const { x, y, room, cell } = layoutSpread(spread(nodes), { width, worded, bands: 4 });
        for (const one of room) expect(one).toBeGreaterThanOrEqual(Math.min(cell.width, 38) - 1e-6);
        const apart = (a: number, b: number): boolean =>
          Math.abs((x[a] ?? 0) - (x[b] ?? 0)) >= cell.width - 1e-6 ||
          Math.abs((y[a] ?? 0) - (y[b] ?? 0)) >= cell.height - 1e-6;
        for (let a = 0; a < nodes.length; a++) for (let b = 0; b < a; b++) expect(apart(a, b)).toBe(true);
      }),
      { numRuns: 60 },
    );
  });

  it('never puts what was later further left, and what has no time right of all', () => {
    fc.assert(
      fc.property(some, (raw) => {
        const nodes = raw.map(({ at, lane }) => node(at, lane));
        const { x, unknown } = layoutSpread(spread(nodes), { width: 900, worded: false });
        const known = nodes.flatMap(({ at }, place) => (at === null ? [] : [{ at, x: x[place] ?? 0 }]));
        known.sort((a, b) => a.at - b.at);
        for (const [n, one] of known.entries()) expect(one.x).toBeGreaterThanOrEqual(known[n - 1]?.x ?? 0);
        for (const [place, { at }] of nodes.entries())
          if (at === null) expect(x[place] ?? 0).toBeGreaterThan(Math.max(unknown ?? 0, known.at(-1)?.x ?? 0));
      }),
    );
  });

  it('ends every line at its nodes, and keeps every node in the band of its lane', () => {
    fc.assert(
      fc.property(some, fc.array(fc.tuple(fc.nat(119), fc.nat(119))), (raw, all) => {
        const nodes = raw.map(({ at, lane }) => node(at, lane));
        const pairs = all.filter(([a, b]) => a < nodes.length && b < nodes.length);
        const { x, y, paths, bands, height } = layoutSpread(spread(nodes, pairs), { width: 700, worded: false });
        for (const [at, [from, to]] of pairs.entries()) {
          const [ax, ay, , , , , bx, by] = paths[at] ?? [];
          expect([ax, ay, bx, by]).toEqual([x[from], y[from], x[to], y[to]]);
        }
        for (const [place, { lane }] of nodes.entries()) {
          const band = bands.find((one) => one.lane === lane);
          expect(y[place] ?? -1).toBeGreaterThan(band?.top ?? height);
          expect(y[place] ?? height).toBeLessThan((band?.top ?? 0) + (band?.height ?? 0));
        }
      }),
    );
  });

  it('gives the fullest lanes a band each, and the rest one together', () => {
    const nodes = ['a', 'b', 'c', 'd', 'e', 'unknown'].map((lane, n) => node(n * HOUR, lane));
    const { bands } = layoutSpread(spread(nodes), { width: 700, worded: false, bands: 4 });
    expect(bands.map(({ lane, lanes, count }) => [lane, lanes, count])).toEqual([
      ['a', 1, 1],
      ['b', 1, 1],
      [null, 3, 3],
      ['unknown', 1, 1],
    ]);
  });

  it('lays two thousand out in a moment', () => {
    const nodes = Array.from({ length: 2000 }, (_, n) => node(((n * 7919) % 2000) * HOUR, `lane ${n % 40}`));
    const began = performance.now();
    layoutSpread(
      spread(
        nodes,
        nodes.map((_, n) => [n >> 1, n]),
      ),
      { width: 1200, worded: false },
    );
    expect(performance.now() - began).toBeLessThan(500);
  });

  it('lays nothing out where nothing is', () => {
    expect(layoutSpread(spread([]), { width: 500, worded: true }).height).toBe(0);
  });
});

describe('the axis of time', () => {
  it('is broken where nothing happened for long, and says for how long', () => {
    const { breaks, place } = axisOf([0, HOUR, 2 * HOUR, 40 * DAY, 40 * DAY + HOUR], 900);
    expect(breaks.map(({ ms }) => ms)).toEqual([40 * DAY - 2 * HOUR]);
    expect(place(2 * HOUR)).toBeLessThan(breaks[0]?.left ?? 0);
    expect(place(40 * DAY)).toBeGreaterThan(breaks[0]?.right ?? Infinity);
  });

  it('is whole where things came evenly', () => {
    expect(axisOf([0, DAY, 2 * DAY, 3 * DAY], 900).breaks).toEqual([]);
    expect(axisOf([0, 300 * DAY], 900).breaks).toEqual([]);
  });

  it('has marks at whole hours and days of the reader, as far apart as wanted, and at least one for each stretch', () => {
    const axis = axisOf([0, HOUR, 2 * HOUR, 40 * DAY, 40 * DAY + HOUR], 900);
    const marks = marksOf(axis, 60, 8 * HOUR);
    for (const { from, to } of axis.stretches) expect(marks.some(({ at }) => at >= from && at <= to)).toBe(true);
    const days = marksOf(axisOf([HOUR, 5 * DAY, 9 * DAY], 900), 80, 8 * HOUR);
    expect(days.every(({ at }) => (at + 8 * HOUR) % DAY === 0)).toBe(true);
    for (const [n, { x }] of days.entries()) if (n > 0) expect(x - (days[n - 1]?.x ?? 0)).toBeGreaterThanOrEqual(80);
  });
});
