import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { copy, item } from '../../test/sample-dossier.ts';
import { layoutOf } from './lineage-layout.ts';

const dated = (id: string, hour: number) =>
  item(id, { published: `2033-04-02T${String(hour).padStart(2, '0')}:00:00+02:00` });

describe('the drawing of a telling', () => {
  it('puts each copy below and right of what it was made from', () => {
    const { nodes } = layoutOf([dated('c', 12), dated('a', 8), dated('b', 8)], [copy('a', 'b'), copy('b', 'c')], []);
    expect(nodes.map(({ item: { id } }) => id)).toEqual(['a', 'b', 'c']);
    const [a, b, c] = nodes.map(({ x }) => x);
    expect([(a ?? 0) < (b ?? 0), (b ?? 0) < (c ?? 0)]).toEqual([true, true]);
  });

  it('draws saved versions as steps without a copy, and a second source beside the tree', () => {
    const { nodes, extra } = layoutOf(
      [dated('a', 8), dated('b', 9), dated('c', 10), dated('d', 11)],
      [copy('a', 'c', { credited: true }), copy('b', 'c')],
      [['a', 'd']],
    );
    expect(nodes.find(({ item: { id } }) => id === 'd')?.step).toEqual({
      from: 'a',
      to: 'd',
      copy: null,
      directed: true,
    });
    expect(extra.map(({ from, to }) => [from, to])).toEqual([['b', 'c']]);
  });

  it('places every item once, each in a row of its own, whatever points at whatever', () => {
    const arrows = fc.array(fc.tuple(fc.nat(11), fc.nat(11), fc.constantFrom('left-first', 'right-first', 'unknown')));
    fc.assert(
      fc.property(arrows, (pairs) => {
        const items = Array.from({ length: 12 }, (_, n) => dated(`i${n}`, n));
        const copies = pairs.flatMap(([a, b, direction]) =>
          a === b ? [] : copy(`i${a}`, `i${b}`, { direction: direction as 'unknown' }),
        );
        const { nodes } = layoutOf(items, copies, [['i3', 'i4', 'i5']]);
        expect(new Set(nodes.map((node) => node.item.id)).size).toBe(12);
        expect(new Set(nodes.map((node) => node.y)).size).toBe(12);
      }),
    );
  });
});
