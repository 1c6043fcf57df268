import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Item } from '../capture/item.ts';
import type { Text } from '../capture/text.ts';
import type { Lineage } from './lineage.ts';
import { trace } from './trace.ts';

interface Page {
  readonly name: string;
  readonly words: string;
  readonly publisher?: string;
  readonly published?: string;
  readonly url?: string;
  readonly mediaType?: string;
  readonly credit?: string;
  readonly posts?: readonly string[];
}

const DIGEST = 'sha256:00' as const;

function itemOf(page: Page): Item {
  return {
    id: page.name,
    file: page.name,
    url: page.url ?? `https://${page.name}.example/a/1`,
    publisher: page.publisher ?? null,
    author: null,
    published: page.published ?? null,
    modified: null,
    captured: null,
    mediaType: page.mediaType ?? 'text/html',
    digest: DIGEST,
    language: 'und',
    title: null,
    note: null,
    unreadable: null,
  };
}

function textOf(page: Page): Text {
  const content = page.posts ? page.posts.join('\n') : page.words;
  let at = 0;
  const voices = (page.posts ?? []).map((post) => {
    const start = at;
    at += post.length + 1;
    return {
      start,
      end: start + post.length,
      kind: 'post' as const,
      author: null,
      published: null,
      passedOn: false,
      attachments: [],
    };
  });
  const credit = page.credit === undefined ? -1 : content.indexOf(page.credit);
  const credits =
    credit < 0 || page.credit === undefined
      ? []
      : [{ name: page.credit, start: credit, end: credit + page.credit.length }];
  return { id: `text-${page.name}`, item: page.name, language: 'und', content, zones: [], voices, links: [], credits };
}

const run = (...pages: readonly Page[]): Lineage => trace(pages.map(itemOf), pages.map(textOf));
const arrow = (lineage: Lineage): string[] =>
  lineage.copies
    .filter((copy) => copy.direct)
    .map((c) =>
      c.direction === 'right-first'
        ? `${c.right} > ${c.left}`
        : c.direction === 'left-first'
          ? `${c.left} > ${c.right}`
          : `${c.left} ${c.direction} ${c.right}`,
    );

const WIRE = `The ferry Alma ran aground off Pell Point before dawn with 214 people aboard. Lifeboats from three stations took off all passengers by half past seven.
The harbour office in Tarn said a bearing had failed in the port engine. Divers will look at the hull when the tide allows, it said.
Two crew members were treated for cold at the clinic in Low Street. The line has run the crossing since 1988 and owns four ships.
A tug from Orrin is expected on Thursday to pull her clear of the rocks.`;

const HAN = `5月12日清晨，渡轮“阿玛号”在佩尔角附近搁浅，船上共有二百一十四人，三个救生站的船只赶到现场。
塔恩港务办公室表示，左舷发动机的一个轴承失灵，潜水员将在退潮后检查船体。
两名船员在低街诊所接受治疗，航线自1988年开通以来共有四艘船。`;

describe('copies', () => {
  test('a reprint that credits its source comes from it, whatever the clocks say', () => {
    const found = run(
      { name: 'a', words: `${WIRE}`, publisher: 'Tarn Gazette', published: '2031-05-12T10:00:00Z' },
      {
        name: 'b',
        words: `${WIRE}\n\nSource: Tarn Gazette`,
        publisher: 'Orrin Times',
        credit: 'Tarn Gazette',
        published: '2031-05-12T09:00:00Z',
      },
    );
    expect(arrow(found)).toEqual(['a > b']);
    expect(found.copies[0]).toMatchObject({ kind: 'whole', credited: true });
  });

  test('a copy of a copy that names the first copy comes from that', () => {
    const found = run(
      { name: 'wire', words: WIRE, publisher: 'Northern Coast Agency', published: '2031-05-12T08:00:00Z' },
      {
        name: 'paper',
        words: `By Northern Coast Agency\n${WIRE}`,
        publisher: 'Tarn Gazette',
        credit: 'Northern Coast Agency',
        published: '2031-05-12T08:30:00Z',
      },
      {
        name: 'sift',
        words: `Tarn Gazette\n${WIRE.slice(0, 280)}…`,
        publisher: 'Siftly',
        credit: 'Tarn Gazette',
        published: '2031-05-12T11:00:00Z',
      },
    );
    expect(arrow(found).sort()).toEqual(['paper > sift', 'wire > paper']);
    expect(found.tellings).toEqual([['paper', 'sift', 'wire']]);
  });

  test('two clients of an agency that is not here are siblings', () => {
    const found = run(
      {
        name: 'a',
        words: `${WIRE}\nSource: NCA`,
        publisher: 'Tarn Gazette',
        credit: 'NCA',
        published: '2031-05-12T08:00:00Z',
      },
      {
        name: 'b',
        words: `${WIRE}\nSource: NCA`,
        publisher: 'Orrin Times',
        credit: 'NCA',
        published: '2031-05-12T09:00:00Z',
      },
    );
    expect(found.copies).toMatchObject([{ direction: 'common-source', direct: false }]);
  });

  test('texts that share only an official’s quotation are no copies', () => {
    const quotation =
      '“The bearing had been replaced in March and nobody at this office was told of any fault in it before the accident,” said the harbour master.';
    const found = run(
      { name: 'a', words: `Passengers spoke of a loud bang in the night. ${quotation} Many slept in the school hall.` },
      {
        name: 'b',
        words: `Shares of the line fell by a tenth on Monday. ${quotation} Its owners did not answer the telephone.`,
      },
    );
    expect(found.copies).toEqual([]);
    expect(found.tellings).toEqual([['a'], ['b']]);
  });

  test('reordered paragraphs are found', () => {
    const lines = WIRE.split('\n');
    const found = run({ name: 'a', words: WIRE }, { name: 'b', words: [...lines].reverse().join('\n') });
    expect(found.copies).toMatchObject([{ kind: 'whole' }]);
  });

  test('Traditional and Simplified spellings of one text are one text', () => {
    const found = run(
      { name: 'a', words: HAN },
      { name: 'b', words: HAN.replaceAll('号', '號').replaceAll('发动机', '發動機').replaceAll('处', '處') },
    );
    expect(found.copies).toMatchObject([{ kind: 'whole' }]);
  });

  test('a rewording of every sentence is found', () => {
    const found = run(
      { name: 'a', words: WIRE, published: '2031-05-12T08:00:00Z' },
      {
        name: 'b',
        published: '2031-05-12T12:00:00Z',
        words: `A ferry, the Alma, struck rocks near Pell Point in darkness while carrying 214 passengers. Boats from three lifeboat stations had everyone off by 7.30.
According to Tarn's harbour office, the failed part was a bearing of the port engine. The hull is to be seen by divers once tide permits.
Cold crew members, two of them, got treatment at a Low Street clinic. Four ships belong to the line, which began its crossing in 1988.
On Thursday an Orrin tug should drag the ship off the rocks.`,
      },
    );
    expect(arrow(found)).toEqual(['a > b']);
    expect(found.copies[0]?.kind).toBe('reworded');
  });

  test('a translation that keeps dates, times and amounts in order is found', () => {
    const found = run(
      {
        name: 'a',
        words:
          '5月12日上午6时40分，渡轮在佩尔角搁浅。\n船上有214人，票款共3.86万元。\n5月14日下午2时15分，拖船将赶到。\n公司去年亏损127万元。',
        published: '2031-05-12T10:00:00+08:00',
      },
      {
        name: 'b',
        words:
          'At 6:40 am on 12 May the ferry ran aground at Pell Point.\nThere were 214 people aboard, who had paid 38,600 yuan.\nA tug will come at 2:15 pm on 14 May.\nThe firm lost 1.27 million yuan last year.',
        published: '2031-05-12T14:00:00+08:00',
      },
    );
    expect(found.copies).toMatchObject([{ kind: 'translation', direction: 'left-first' }]);
  });

  test('a post passed on with a prefix is the same post', () => {
    const post = 'The bridge at Orlen is closed and the police are sending everyone back to the ring road';
    const found = run(
      { name: 'a', words: '', posts: ['Good morning all', post] },
      { name: 'b', words: '', posts: ['What a day', `RT @someone: ${post}`, 'No idea', 'Lunch now, see you'] },
    );
    expect(found.copies).toHaveLength(1);
  });

  test('a post that stands twice in one item is no copy', () => {
    const post = 'The bridge at Orlen is closed and the police are sending everyone back to the ring road';
    expect(run({ name: 'a', words: '', posts: [post, `RT @a: ${post}`] }).copies).toEqual([]);
  });

  test('words seen in two pictures are not compared', () => {
    const found = run(
      { name: 'a', words: WIRE, mediaType: 'image/png' },
      { name: 'b', words: WIRE, mediaType: 'image/png' },
    );
    expect(found.copies).toEqual([]);
  });

  test('saved states of one page are versions and no copies', () => {
    const url = 'https://gazette.example/alma?id=7';
    const found = run(
      { name: 'a', words: WIRE, url },
      { name: 'b', words: `${WIRE} More soon.`, url: `${url}&utm_source=x#top` },
    );
    expect(found.copies).toEqual([]);
    expect(found.versions).toEqual([['a', 'b']]);
    expect(found.tellings).toEqual([['a', 'b']]);
  });
});

describe('citations', () => {
  test('outlets that name one another as their source form a ring', () => {
    const found = run(
      { name: 'a', words: 'A second wharf is to be sold, the Insider has reported.', publisher: 'Tarn Today' },
      { name: 'b', words: 'A wharf will go for eleven million, Gullwing writes.', publisher: 'Orrin Insider' },
      { name: 'c', words: 'According to Tarn Today the wharf is gone.', publisher: 'Gullwing' },
    );
    expect(found.citations.map((one) => `${one.from}>${one.to} ${one.quote}`)).toEqual([
      'a>b Insider',
      'b>c Gullwing',
      'c>a Tarn Today',
    ]);
    expect(found.rings).toEqual([['a', 'b', 'c']]);
  });

  test('据…报道 names a source', () => {
    const found = run(
      { name: 'a', words: '据塔恩晚报报道，码头已经出售。', publisher: '奥林观察' },
      { name: 'b', words: '码头将在下月出售。', publisher: '塔恩晚报' },
    );
    expect(found.citations).toMatchObject([{ from: 'a', to: 'b', quote: '塔恩晚报' }]);
  });
});

describe('properties', () => {
  const sentence = fc
    .array(fc.constantFrom(...WIRE.split(/\s+/), '船员', '轴承', '😀', 'é', '\r\n', '“', '”', 'שלום', '…'), {
      minLength: 5,
      maxLength: 60,
    })
    .map((list) => list.join(' '));
  const pile = fc.array(sentence, { minLength: 2, maxLength: 5 });

  test('the order in which texts are given changes nothing', () => {
    fc.assert(
      fc.property(pile, (list) => {
        const pages = list.map((words, at) => ({ name: `p${at}`, words: `${words}\n${WIRE.slice(0, at * 90)}` }));
        expect(run(...[...pages].reverse())).toEqual(run(...pages));
      }),
      { numRuns: 40 },
    );
  });

  test('an unrelated text changes no pair', () => {
    fc.assert(
      fc.property(pile, (list) => {
        const pages = list.map((words, at) => ({ name: `p${at}`, words: `${words}\n${WIRE.slice(0, at * 90)}` }));
        const other = {
          name: 'zz',
          words: 'Κάτι εντελώς άσχετο γράφτηκε σήμερα στο χωριό για τις ελιές και τα δίχτυα των ψαράδων.',
        };
        expect(run(...pages, other).copies).toEqual(run(...pages).copies);
      }),
      { numRuns: 40 },
    );
  });

  test('quoting a body is no credit for a text: its later letter is nobody’s source', () => {
    const letter = `We confirm that a bearing had failed in the port engine of the Alma. Divers will look at the hull when the tide allows.`;
    const reported = WIRE.replace('The harbour office in Tarn said', 'According to the Tarn Harbour Office,');
    const found = run(
      { name: 'wire', words: reported, publisher: 'Pell Press Agency', published: '2031-05-12T09:00:00Z' },
      { name: 'paper', words: reported, publisher: 'Orrin Times', published: '2031-05-12T10:00:00Z' },
      {
        name: 'letter',
        words: letter,
        publisher: 'Tarn Harbour Office',
        published: '2031-05-13T09:00:00Z',
        mediaType: 'message/rfc822',
      },
    );
    expect(arrow(found)).toEqual(['wire > paper']);
  });

  test('a text against itself is whole, covered on both sides', () => {
    fc.assert(
      fc.property(sentence, (words) => {
        const text = `${words.replaceAll(/[“”]/g, '')} ${WIRE}`;
        expect(run({ name: 'a', words: text }, { name: 'b', words: text }).copies).toMatchObject([
          { kind: 'whole', coverage: { left: 1, right: 1 } },
        ]);
      }),
      { numRuns: 40 },
    );
  });

  test('verbatim passages map back to the same folded words', () => {
    fc.assert(
      fc.property(sentence, sentence, (x, y) => {
        const [a, b] = [`${x} ${WIRE}`, `${WIRE} ${y}`];
        for (const copy of run({ name: 'a', words: a }, { name: 'b', words: b }).copies) {
          for (const { left, right } of copy.passages) {
            expect(left.end).toBeLessThanOrEqual(a.length);
            expect(right.end).toBeLessThanOrEqual(b.length);
            expect(left.start).toBeLessThan(left.end);
          }
        }
      }),
      { numRuns: 40 },
    );
  });
});
