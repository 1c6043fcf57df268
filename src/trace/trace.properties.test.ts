import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../capture/item.ts';
import type { Text } from '../capture/text.ts';
import { foldText } from './fold.ts';
import type { Copy, Lineage } from './lineage.ts';
import { trace } from './trace.ts';

interface Page {
  readonly id: string;
  readonly words: string;
  readonly published: string | null;
}

const NOTHING = { publisher: null, author: null, modified: null, captured: null, title: null, note: null };

const itemOf = ({ id, published }: Page): Item => ({
  ...{ ...NOTHING, id, file: id, url: null, published, mediaType: 'text/plain' },
  ...{ digest: 'sha256:00', language: 'und', unreadable: null },
});

const textOf = ({ id, words }: Page): Text => ({
  ...{ id: `text of ${id}`, item: id, language: 'und', content: words },
  ...{ zones: [], voices: [], links: [], credits: [] },
});

const run = (pages: readonly Page[]): Lineage => trace(pages.map(itemOf), pages.map(textOf));

/** Sentences of which each says something else, over scripts, marks, pairs of units, directions and line ends. */
const NAMES = ['Orla', 'Tarn', 'Pell', 'Fennor', 'Merrow', 'Alma', 'Hask', 'Denby'];
const THINGS = ['ferry', 'bearing', 'clinic', 'lifeboat', 'permit', 'survey', 'culvert', 'turbine', 'ledger'];
const sentence = fc
  .tuple(fc.nat(7), fc.nat(8), fc.nat(8), fc.integer({ min: 3, max: 9999 }), fc.nat(5))
  .map(([who, what, where, count, form]) => {
    const [name, thing, other] = [NAMES[who] ?? '', THINGS[what] ?? '', THINGS[where] ?? ''];
    const forms = [
      `${name} moved ${count} of them from the ${thing} shed to the old ${other} store before the tide turned. `,
      `Nobody at the ${thing} office knew what ${name} had paid for the ${other}, or when, or to whom of the ${count}.\r\n`,
      `据${name}介绍，码头上的${count}箱货物在涨潮以前全部运走，仓库里只剩下几盏旧灯和一只木箱。`,
      `U\u0308ber ${count} Leute standen am ${thing}, als ${name} die Schlu\u0308ssel u\u0308bergab und das Tor zufiel. `,
      `وصلت السفينة إلى الميناء مع ${count} راكبا وقالت ${name} إن المحرك توقف قرب الصخور قبل الفجر. `,
      `𠮷野家 ${name} 🛳️ ${thing} ${count} ﬁnally, the ﬂeet of ${other}s was tied up along the inner wall.\n`,
    ];
    return forms[form] ?? '';
  });
const story = fc.array(sentence, { minLength: 6, maxLength: 14 }).map((list) => list.join(''));
const clock = fc.constantFrom(null, '2031-05-12T08:00:00Z', '2031-05-12T09:30:00Z', '2031-05-13');

/** A pile in which some pages are made of parts of others. */
const pile = fc
  .array(fc.record({ own: story, from: fc.nat(), cut: fc.nat(100), kind: fc.nat(3), published: clock }), {
    minLength: 2,
    maxLength: 7,
  })
  .map((list) => {
    const pages: Page[] = [];
    for (const [at, { own, from, cut, kind, published }] of list.entries()) {
      const source = pages[from % Math.max(1, at)]?.words ?? own;
      const part = source.slice(0, Math.ceil((source.length * cut) / 100));
      const words = kind === 0 || at === 0 ? own : kind === 1 ? source : `${own.slice(0, 80)}\n${part}`;
      pages.push({ id: `p${at}`, words, published });
    }
    return pages;
  });

/** Whether a place lies between the two units of one character. */
const splits = (text: string, at: number): boolean =>
  /^[\ud800-\udbff][\udc00-\udfff]$/.test(text.slice(at - 1, at + 1));

const spelled = (copy: Copy): string => JSON.stringify(copy);

describe('a pile of texts', () => {
  test('gives the same lineage in whichever order it comes', () => {
    fc.assert(
      fc.property(pile, fc.nat(), (pages, seed) => {
        const turned = [...pages.slice(seed % pages.length), ...pages.slice(0, seed % pages.length)].reverse();
        expect(run(turned)).toEqual(run(pages));
      }),
      { numRuns: 40 },
    );
  });

  test('is mirrored where the names of a pair are swapped', () => {
    fc.assert(
      fc.property(pile, ([a, b]) => {
        if (a === undefined || b === undefined) return;
        const straight = run([a, b]).copies.map(({ direction, kind, coverage, passages }) => ({
          direction,
          kind,
          coverage,
          passages,
        }));
        const swapped = run([
          { ...a, id: b.id },
          { ...b, id: a.id },
        ]).copies.map(({ direction, kind, coverage, passages }) => ({
          direction: { 'left-first': 'right-first', 'right-first': 'left-first' }[direction as string] ?? direction,
          kind,
          coverage: { left: coverage.right, right: coverage.left },
          passages: passages
            .map((one) => ({ left: one.right, right: one.left, kind: one.kind }))
            .sort((x, y) => x.left.start - y.left.start || x.right.start - y.right.start),
        }));
        expect(swapped).toEqual(straight);
      }),
      { numRuns: 60 },
    );
  });

  test('is not changed by a text that has nothing to do with it', () => {
    const stranger = Array.from(
      { length: 12 },
      (_, at) =>
        `Zwölfte Bemerkung ${at * 37}: quer hinter jenem Wacholder wuchs ${at} mal blasses Moos um Stein ${at * at}.`,
    ).join('\n');
    fc.assert(
      fc.property(pile, (pages) => {
        const more = run([...pages, { id: 'q', words: stranger, published: null }]);
        expect(more.copies.map(spelled)).toEqual(run(pages).copies.map(spelled));
      }),
      { numRuns: 40 },
    );
  });

  test('shows each passage where it stands, to the character', () => {
    fc.assert(
      fc.property(pile, (pages) => {
        const words = new Map(pages.map((page) => [page.id, page.words]));
        for (const { kind, left, right, passages } of run(pages).copies) {
          for (const passage of kind === 'whole' || kind === 'part' ? passages : []) {
            const [a, b] = [words.get(left) ?? '', words.get(right) ?? ''];
            const [x, y] = [
              a.slice(passage.left.start, passage.left.end),
              b.slice(passage.right.start, passage.right.end),
            ];
            expect(x.length).toBeGreaterThan(0);
            for (const border of [passage.left.start, passage.left.end]) expect(splits(a, border)).toBe(false);
            for (const border of [passage.right.start, passage.right.end]) expect(splits(b, border)).toBe(false);
            if (passage.kind === 'verbatim' && foldText(x).length === foldText(y).length) {
              const [p, q] = [foldText(x), foldText(y)];
              expect([p.slice(0, 5), p.slice(-5)]).toEqual([q.slice(0, 5), q.slice(-5)]);
            }
          }
        }
      }),
      { numRuns: 40 },
    );
  });

  test('knows a text again as the whole of itself', () => {
    fc.assert(
      fc.property(story, clock, (words, published) => {
        const found = run([
          { id: 'a', words, published },
          { id: 'b', words, published },
        ]);
        expect(found.copies).toMatchObject([{ kind: 'whole', direction: 'unknown', coverage: { left: 1, right: 1 } }]);
      }),
      { numRuns: 60 },
    );
  });
});
