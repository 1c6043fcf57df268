import { describe, expect, it } from 'vitest';
import { claim, dossierOf, item, statement } from '../../../test/sample-dossier.ts';
import type { Decision } from '../../weigh/decision.ts';
import type { Person } from '../../weigh/ledger.ts';
import { defaultPolicy } from '../../weigh/policy.ts';
import { editionOf } from '../disclose/edition-of.ts';
import { escaped } from '../html.ts';
import { previewView } from './preview-view.ts';

const TEXT = 'Ada Brinkmoor said that the gate was open. Osric Venn saw it. Marsh Lane called.';
const at = '2033-04-03T09:00:00Z';
const person = (name: string, more: Partial<Person> = {}): Person => ({
  ...{ name, role: null, withheld: true, why: 'a private person' },
  ...more,
});
const decisions: readonly Decision[] = [
  { kind: 'disclose', name: 'Osric Venn', second: null, why: 'he spoke to the press', seq: 4, at, by: 'Ines' },
  { kind: 'disclose', name: 'Tamsin Rook', second: null, why: null, seq: 5, at, by: 'Ines' },
  {
    kind: 'ask',
    of: 'Osric Venn',
    question: 'Did you?',
    through: null,
    claim: 's-o',
    why: null,
    seq: 6,
    at,
    by: 'Ines',
  },
];
const people = [
  person('Ada Brinkmoor', { role: 'the clerk' }),
  person('Osric Venn', { withheld: false, decision: 4 }),
  person('Tamsin Rook', { tender: 'child' }),
];

function previewed() {
  const dossier = {
    ...dossierOf({
      items: [item('a')],
      statements: [
        { ...statement('s-a', 'a', TEXT, 'the gate was open'), claim: 'claim-1' },
        { ...statement('s-o', 'a', TEXT, 'Osric Venn saw it'), claim: 'claim-3' },
        { ...statement('s-p', 'a', TEXT, 'Marsh Lane called'), claim: 'claim-2' },
      ],
      claims: [
        claim('claim-1', 'Ada Brinkmoor says the gate was open', ['s-a'], 'single-source'),
        claim('claim-3', 'Osric Venn opened it', ['s-o'], 'single-source'),
        claim('claim-2', 'a private thing', ['s-p'], 'unsourced', { privateLife: true }),
      ],
      texts: [{ id: 't-a', item: 'a', content: TEXT }],
    }),
    people,
    responses: [
      {
        ...{ body: 'Osric Venn', askedBy: 'Ines', asked: at, item: null, decision: 6 },
        outcome: 'no-reply' as const,
        ...{ due: '2034-01-01T00:00:00Z', start: 0, end: 0, quote: '' },
      },
    ],
    maybePeople: [{ name: 'Marsh Lane', item: 'a', start: TEXT.indexOf('Marsh'), end: TEXT.indexOf(' called') }],
  };
  const draft = editionOf(dossier, {
    ...{ number: 2, published: '2033-04-09T10:00:00Z', title: 'Gate', languages: ['en'], base: null },
    ...{ log: { id: 'ab'.repeat(16), key: 'desk+0+x' }, policy: defaultPolicy, decisions, earlier: [] },
    ...{ secret: new Uint8Array(32), desk: [], also: ['Vennn'] },
  });
  const clerk = escaped(draft.names('Ada Brinkmoor'));
  const page = `<p>${clerk} says so.</p><p title="Osric Venn">${clerk}</p>`;
  return previewView({
    ...{
      head: 7,
      options: { languages: ['en'], base: null, reason: null },
      dossier,
      draft,
      decisions,
      pictures: [],
      found: [],
    },
    files: [
      { path: 'index.html', bytes: 1200, page },
      { path: 'style.css', bytes: 300, page: null },
    ],
  });
}

describe('what would be public', () => {
  const view = previewed();

  it('is worded as a reader will see it, under the ids of the case', () => {
    expect(view.claims).toEqual([
      expect.objectContaining({ id: 'claim-1', wording: '[withheld: the clerk] says the gate was open' }),
    ]);
    expect([view.edition, view.head, view.files, view.bytes]).toEqual([2, 7, 2, 1500]);
  });

  it('keeps back what somebody was asked about and may answer yet, in the words of the desk', () => {
    expect(view.keptBack[0]).toEqual({
      ...{ claim: 'claim-3', wording: 'Osric Venn opened it', label: 'single-source', why: 'right-of-reply' },
      ...{ of: 'Osric Venn', asked: at, waitsUntil: '2034-01-01T00:00:00Z' },
    });
  });

  it('leaves private life out, counted and without a word', () => {
    expect(view.keptBack.slice(1)).toEqual([
      expect.objectContaining({ claim: 'claim-2', wording: '', why: 'private-life', of: null }),
    ]);
  });

  it('tells those who are named first, with the decision, then the rest by how often they would be met', () => {
    expect(view.people.map(({ name }) => name)).toEqual(['Osric Venn', 'Ada Brinkmoor', 'Tamsin Rook', 'Vennn']);
    expect(view.people[0]).toMatchObject({
      ...{ standIn: null, times: 1, because: 'decided' },
      decided: { by: 'Ines', at, why: 'he spoke to the press' },
    });
    expect(view.people[1]).toMatchObject({ standIn: '[withheld: the clerk]', times: 2, because: 'undecided' });
  });

  it('says what a decision lacks, and what is only near a name', () => {
    expect(view.people[2]).toMatchObject({ because: 'lacking', tender: 'child', withheld: true });
    expect(view.people[3]).toMatchObject({ because: 'near', decided: null });
  });

  it('asks about what may be a name, with the words around it', () => {
    expect(view.maybePeople).toEqual([expect.objectContaining({ name: 'Marsh Lane', item: 'a', after: ' called.' })]);
    expect(view.maybePeople[0]?.before).toMatch(/saw it\. $/u);
  });
});
