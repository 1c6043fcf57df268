import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { claim, copy, dossierOf, item, statement } from '../../../test/sample-dossier.ts';
import type { Copy } from '../../trace/lineage.ts';
import { spreadOf } from './spread-view.ts';

const out = (id: string, published: string | null, publisher: string | null = `Paper ${id}`) =>
  item(id, { published, publisher });

describe('the spread of a story', () => {
  it('orders items by time, the ones without a day last', () => {
    const { nodes, first } = spreadOf(
      dossierOf({
        items: [out('a', null), out('b', '2033-04-02T10:00:00+02:00'), out('c', '2033-04'), out('d', '2033-04-02')],
      }),
    );
    expect(nodes.map(({ id }) => id)).toEqual(['d', 'b', 'c', 'a']);
    expect(nodes.map(({ at }) => at === null)).toEqual([false, false, true, true]);
    // Somewhen on that day, or at a minute of it: the minute is the first that is known.
    expect(nodes[first ?? -1]?.id).toBe('b');
  });

  it('has no first appearance where no time is known', () => {
    expect(spreadOf(dossierOf({ items: [out('a', null)] })).first).toBeNull();
    expect(spreadOf(dossierOf({ items: [] })).nodes).toEqual([]);
  });

  it('stands an item in the lane of its publisher, else of its platform, else of nobody known, which comes last', () => {
    const items = [
      item('a', { publisher: null, url: null }),
      item('b', { publisher: null, url: null }),
      item('c', { publisher: null, url: 'https://www.Posts.example:8443/x' }),
      item('d', { publisher: ' The Courier ', url: 'https://courier.example/' }),
      item('e', { publisher: 'The Courier' }),
    ];
    const { lanes } = spreadOf(dossierOf({ items }));
    expect(lanes).toEqual(['The Courier', 'posts.example', 'unknown']);
  });

  it('draws a copy from the first to the second, and says where nobody knows which was first', () => {
    const items = ['a', 'b', 'c', 'd'].map((id, n) => out(id, `2033-04-02T1${n}:00:00Z`));
    const { edges } = spreadOf(
      dossierOf({
        items,
        copies: [
          copy('a', 'b', { direction: 'right-first' }),
          copy('d', 'c', { direction: 'unknown', direct: false }),
          copy('a', 'd', { direction: 'common-source' }),
        ],
        images: [
          { left: 'a', right: 'c', relation: 'cropped', altered: [], direction: { earlier: 'right', basis: ['cut'] } },
        ],
      }),
    );
    expect(edges.map(({ from, to, sure, common, kind }) => [from, to, sure, common, kind])).toEqual([
      [1, 0, true, false, 'whole'],
      [0, 3, false, true, 'whole'],
      [2, 0, true, false, 'picture'],
      [2, 3, false, false, 'whole'],
    ]);
  });

  it('counts what was out by each instant, lane by lane', () => {
    const items = [
      out('a', '2033-04-02T10:00:00Z', 'A'),
      out('b', '2033-04-02T10:00:00Z', 'A'),
      out('c', '2033-04-03T10:00:00Z', 'B'),
      out('d', '2033-04-04T10:00:00Z', 'A'),
      out('e', null, 'A'),
    ];
    expect(spreadOf(dossierOf({ items })).curve.map(({ lane, total }) => [lane, total])).toEqual([
      ['A', 2],
      ['B', 1],
      ['A', 3],
    ]);
  });

  it('gives an item the labels of the claims that it speaks for', () => {
    const content = 'The gate was shut.';
    const { nodes } = spreadOf(
      dossierOf({
        contents: { a: content },
        statements: [{ ...statement('s', 'a', content, content), claim: 'k' }],
        claims: [claim('k', content, ['s'], 'contested')],
      }),
    );
    expect(nodes[0]?.labels).toEqual(['contested']);
  });
});

describe('passages and their carriers', () => {
  const told = 'The clerk saw the lamp go out at nine. Nobody asked her about it for three weeks.\n';
  const shared = (left: string, right: string, from: number, to: number, there: number): Copy =>
    copy(left, right, {
      passages: [{ left: { start: from, end: to }, right: { start: there, end: there + to - from }, kind: 'verbatim' }],
    });

  it('follows a sentence through all that carry it, the earliest first, and tells it once', () => {
    const contents = { a: `Later. ${told}`, b: told, c: told.slice(0, 38) };
    const items = [
      out('a', '2033-04-03T10:00:00Z'),
      out('b', '2033-04-01T10:00:00Z'),
      out('c', '2033-04-02T10:00:00Z'),
    ];
    const copies = [shared('a', 'b', 7, 7 + told.length, 0), shared('b', 'c', 0, 38, 0), shared('a', 'c', 7, 45, 0)];
    const { passages, nodes } = spreadOf(dossierOf({ items, contents, copies }));
    expect(passages.map(({ words, carriers }) => [words, carriers.map((place) => nodes[place]?.id)])).toEqual([
      ['The clerk saw the lamp go out at nine.', ['b', 'c', 'a']],
      ['Nobody asked her about it for three weeks.', ['b', 'a']],
    ]);
    expect(passages[0]?.id).toBe('b@0');
  });

  it('leaves out what is shared by less than most of a sentence', () => {
    const contents = { a: told, b: 'The clerk saw nothing at all on that evening, she says.' };
    const items = [out('a', '2033-04-01'), out('b', '2033-04-02')];
    expect(spreadOf(dossierOf({ items, contents, copies: [shared('a', 'b', 0, 13, 0)] })).passages).toEqual([]);
  });

  it('names only nodes that are there, whatever points at whatever', () => {
    const pair = fc.tuple(fc.nat(7), fc.nat(7), fc.nat(60), fc.nat(90), fc.nat(90));
    fc.assert(
      fc.property(fc.array(pair, { maxLength: 20 }), (pairs) => {
        const ids = Array.from({ length: 6 }, (_, n) => `i${n}`);
        const spread = spreadOf(
          dossierOf({
            items: ids.map((id, n) => out(id, n % 3 === 0 ? null : `2033-04-0${n + 1}`)),
            contents: Object.fromEntries(ids.map((id) => [id, told])),
            copies: pairs.map(([a, b, from, to, there]) => shared(`i${a}`, `i${b}`, from, to, there)),
          }),
        );
        const places = [
          ...spread.passages.flatMap(({ carriers }) => carriers),
          ...spread.edges.flatMap(({ from, to }) => [from, to]),
        ];
        expect(places.every((place) => spread.nodes[place] !== undefined)).toBe(true);
        for (const { carriers } of spread.passages) expect(new Set(carriers).size).toBe(carriers.length);
      }),
    );
  });
});
