import { describe, expect, it } from 'vitest';
import type { Claim } from './ledger.ts';
import { peopleIn } from './people.ts';
import { defaultPolicy } from './policy.ts';
import { sceneOf } from './scene.ts';
import type { Story } from './story.ts';

type Mention = NonNullable<Story['persons']>[number];

const mention = (name: string, more: Partial<Mention> = {}): Mention => ({
  item: 'a',
  name,
  start: 0,
  end: name.length,
  role: null,
  sure: true,
  tender: null,
  ...more,
});

const item = {
  id: 'a',
  file: 'a.txt',
  digest: 'sha256:0',
  bytes: 1,
  mediaType: 'text/plain',
  url: null,
  publisher: 'Harrow Gazette',
  author: null,
  published: '2040-03-01T00:00:00Z',
  captured: null,
  note: null,
  unreadable: null,
} as unknown as Story['items'][number];

function people(persons: readonly Mention[], claims: readonly Claim[] = []) {
  const story: Story = {
    items: [item],
    texts: [],
    lineage: { copies: [], versions: [], tellings: [['a']], citations: [], rings: [] },
    images: [],
    transcripts: [],
    statements: [],
    responses: [
      {
        item: 'a',
        start: 0,
        end: 1,
        quote: 'x',
        body: 'Corvane Mutual',
        askedBy: null,
        asked: null,
        outcome: 'no-reply',
      },
    ],
    commitments: [],
    persons,
  };
  return peopleIn(sceneOf(story, defaultPolicy), claims);
}

const claim = (statement: string, privateLife: boolean): Claim =>
  ({ statement, statements: [], privateLife }) as unknown as Claim;

describe('people of a case', () => {
  it('are all whom an item names, withheld', () => {
    expect(people([mention('Marta Quill', { role: 'clerk' })]).people).toMatchObject([
      { name: 'Marta Quill', role: 'clerk', withheld: true },
    ]);
  });

  it('are one by the parts of a name, and two where both bear it', () => {
    const names = (all: readonly string[]) => people(all.map((name) => mention(name))).people.map(({ name }) => name);
    expect(names(['Marta Quill', 'Quill', 'Marta', 'Dr Quill', 'M. Quill'])).toEqual(['Marta Quill']);
    expect(names(['Marta Quill', 'Otto Quill', 'Quill'])).toEqual(['Marta Quill', 'Otto Quill', 'Quill']);
  });

  it('are no bodies and outlets of the case', () => {
    expect(people([mention('Corvane Mutual'), mention('Harrow Gazette')])).toEqual({ people: [], maybePeople: [] });
  });

  it('may be people where the words could be anything, each once, none who is known', () => {
    const found = people([
      mention('Marta Quill'),
      mention('Tansy Rook', { sure: false, start: 7, end: 17 }),
      mention('Tansy Rook', { sure: false, start: 40, end: 50 }),
      mention('Quill', { sure: false }),
      mention('Corvane Mutual', { sure: false }),
    ]);
    expect(found.maybePeople).toEqual([{ name: 'Tansy Rook', item: 'a', start: 7, end: 17 }]);
  });

  it('keep the child and the victim, and those told of for private life', () => {
    const found = people(
      [mention('Tom Vane', { tender: 'child' }), mention('Tom Vane'), mention('Ada Tarn'), mention('Bo Lind')],
      [
        claim('Ada Tarn left her husband', true),
        claim('Bo Lind is ill', true),
        ...['a', 'b'].map((x) => claim(`Bo Lind signed ${x}`, false)),
      ],
    ).people;
    expect(found.map(({ name, tender }) => [name, tender])).toEqual([
      ['Ada Tarn', 'private-life'],
      ['Bo Lind', undefined],
      ['Tom Vane', 'child'],
    ]);
  });
});
