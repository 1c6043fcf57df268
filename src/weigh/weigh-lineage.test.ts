import { describe, expect, it } from 'vitest';
import { item as sampleItem } from '../../test/sample-dossier.ts';
import type { Item } from '../capture/item.ts';
import type { Text } from '../capture/text.ts';
import type { Copy } from '../trace/lineage.ts';
import type { Placed } from './ledger.ts';
import { defaultPolicy } from './policy.ts';
import type { Story } from './story.ts';
import { weigh } from './weigh.ts';

const NOW = '2040-03-09T00:00:00Z';

const item = (id: string, more: Partial<Item> = {}): Item =>
  sampleItem(id, { published: '2040-03-01T08:00:00Z', ...more });

type Saying = Partial<Placed> & { readonly in: string; readonly words: string; readonly by?: never } & {
  readonly who?: Partial<Placed['source']>;
};

const said = ({ in: place, words, who, ...more }: Saying, index: number): Placed => {
  const source = { kind: 'named-person', name: null, quote: who?.name ?? '', start: 0, end: 0, ...who } as const;
  return {
    id: `s${index}`,
    item: place,
    at: '2040-03-01T09:00:00Z',
    start: index * 1000,
    end: index * 1000 + words.length,
    quote: words,
    cue: null,
    source,
    chain: [source],
    class: 'say',
    polarity: 'positive',
    hedged: false,
    carrier: false,
    ...more,
    by: 'rules',
  };
};

const story = (items: readonly Item[], sayings: readonly Saying[], more: Partial<Story> = {}): Story => ({
  items,
  texts: [],
  lineage: { copies: [], versions: [], tellings: items.map(({ id }) => [id]), citations: [], rings: [] },
  images: [],
  transcripts: [],
  statements: sayings.map(said),
  responses: [],
  commitments: [],
  ...more,
});

const translation: Copy = {
  left: 'a',
  right: 'b',
  direction: 'unknown',
  direct: true,
  kind: 'translation',
  credited: false,
  coverage: { left: 0.9, right: 0.9 },
  passages: [],
  basis: [],
};

const ledger = (of: Story) => weigh(of, defaultPolicy, NOW);

describe('who is who', () => {
  it('counts a person named in Latin and in Chinese letters once', () => {
    const found = ledger(
      story(
        [item('a'), item('b', { language: 'zh' })],
        [
          { in: 'a', words: 'the bridge on Quay Road was closed on 2 March', who: { name: 'Lin Xiaoyu' } },
          { in: 'b', words: '3月2日码头路大桥关闭', who: { name: '林小雨' } },
        ],
      ),
    );
    expect(found.origins.filter(({ kind }) => kind === 'person')).toHaveLength(1);
  });

  it('does not count a name that cannot be compared as a second witness', () => {
    const found = ledger(
      story(
        [item('a'), item('b', { language: 'zh' })],
        [
          {
            in: 'a',
            words: 'fourteen pupils went home with stomach complaints on 2 March',
            who: { name: 'Ruben Oske' },
          },
          { in: 'b', words: '3月2日14名学生身体不适回家', who: { name: '鲁本·奥斯克' } },
        ],
      ),
    );
    expect(found.claims.map(({ standing }) => standing.label)).not.toContain('corroborated');
  });

  it('takes a name that a text gives in both scripts for one', () => {
    const content = '食品标准局（Food Standards Office）证实，检查人员到过厨房。';
    const text: Text = { id: 't', item: 'b', language: 'zh', content, zones: [], voices: [], links: [], credits: [] };
    const found = ledger(
      story(
        [item('a'), item('b', { language: 'zh' })],
        [
          { in: 'a', words: 'the kitchen was inspected', who: { kind: 'named-body', name: 'Food Standards Office' } },
          { in: 'b', words: '检查人员到过厨房', who: { kind: 'named-body', name: '食品标准局' } },
        ],
        { texts: [text] },
      ),
    );
    expect(found.origins.map(({ kind }) => kind)).toEqual(['body']);
  });

  it('takes a spokesperson for the body, by the mail that she writes in its name', () => {
    const mail = item('m', { mediaType: 'message/rfc822', publisher: 'Orla Transport Authority', author: 'Ida Marr' });
    const found = ledger(
      story(
        [item('a'), mail],
        [
          { in: 'a', words: 'the ferry is out of service', who: { name: 'Ida Marr', quote: 'spokeswoman Ida Marr' } },
          {
            in: 'm',
            words: 'the ferry is out of service',
            who: { kind: 'named-body', name: 'Orla Transport Authority' },
          },
        ],
      ),
    );
    expect(found.origins).toHaveLength(1);
    expect(found.origins[0]?.name).toBe('Orla Transport Authority');
  });
});

describe('what copies carry on', () => {
  it('is one claim from one origin, also in translation', () => {
    const found = ledger(
      story(
        [item('a'), item('b', { language: 'zh' })],
        [
          {
            in: 'a',
            words: 'the guesthouse was paid from the corporate account on 6 May',
            who: { kind: 'unnamed-person', name: 'person close to the bureau' },
          },
          {
            in: 'b',
            words: '5月6日民宿款由对公账户支付',
            who: { kind: 'unnamed-person', name: '接近该局的人士' },
          },
        ],
        { lineage: { copies: [translation], versions: [], tellings: [['a', 'b']], citations: [], rings: [] } },
      ),
    );
    expect(found.claims).toHaveLength(1);
    expect(found.claims[0]?.standing.label).toBe('single-source');
    expect(found.origins).toHaveLength(1);
  });
});

describe('a denial', () => {
  it('reaches every claim that it denies, however they are put', () => {
    const office = item('m', { mediaType: 'message/rfc822', publisher: 'Food Standards Office', author: 'Ivo Lund' });
    const found = ledger(
      story(
        [item('a'), item('b'), office],
        [
          { in: 'a', words: 'Harl & Moss Catering has lost its licence', who: { kind: 'none' } },
          { in: 'b', words: 'the licence was withdrawn on Friday evening after a row', who: { kind: 'none' } },
          {
            in: 'm',
            words: 'the licence has not been withdrawn',
            who: { kind: 'named-body', name: 'Food Standards Office' },
          },
        ],
      ),
    );
    const labels = found.claims
      .filter(({ statement }) => !/ not /u.test(statement))
      .map(({ standing }) => standing.label);
    expect(new Set(labels)).toEqual(new Set(['denied']));
  });

  it('is none where somebody only says that he does not know', () => {
    const found = ledger(
      story(
        [item('a'), item('b')],
        [
          { in: 'a', words: 'the engine failed on 2 March', who: { name: 'Ada Brook' } },
          { in: 'b', words: 'it is not known whether the engine failed on 2 March', who: { name: 'Nils Harrow' } },
        ],
      ),
    );
    expect(found.claims.map(({ standing }) => standing.label)).toEqual(['single-source']);
  });
});

describe('words taken from a chat screenshot', () => {
  it('stay the picture’s, whoever they are put into the mouth of', () => {
    const words = 'the deadline moves to Thursday twelve noon';
    const screen: Text = {
      id: 't',
      item: 'p',
      language: 'en',
      content: words,
      zones: [],
      voices: [
        {
          kind: 'screen',
          start: 0,
          end: words.length,
          author: null,
          published: null,
          passedOn: false,
          attachments: [],
        },
      ],
      links: [],
      credits: [],
    };
    const found = ledger(
      story(
        [item('a'), item('p', { mediaType: 'image/png' })],
        [{ in: 'a', words: `“${words}”`, who: { name: 'Ingmar Voss' } }],
        { texts: [screen] },
      ),
    );
    expect(found.claims[0]?.standing.for.rank).toBe('artefact');
  });
});

describe('competence', () => {
  const label = (body: string, words: string) =>
    ledger(story([item('a')], [{ in: 'a', words, who: { kind: 'named-body', name: body } }])).claims[0]?.standing.label;

  it('is a body’s for its own field, and for nothing else', () => {
    expect(label('Millgate Primary School', 'fourteen pupils went home on 2 March')).toBe('confirmed');
    expect(label('Millgate Primary School', 'the contract was awarded to Harl & Moss')).toBe('single-source');
  });
});
