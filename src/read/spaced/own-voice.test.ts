import { describe, expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import type { Carrier } from '../statement.ts';
import { spaced } from './grammar.ts';

const NOBODY: Carrier = { publisher: null, author: null, published: '2032-07-05' };

function told(content: string, carrier = NOBODY) {
  const stretches: readonly Stretch[] = [{ start: 0, end: content.length, kind: 'body', carrier }];
  const statements = spaced.statements(content, stretches);
  return {
    said: statements.map((one) => `${one.class} ${one.source.kind} ${one.source.name}`),
    answered: spaced.responses(content, stretches, statements).map(({ body, outcome }) => `${body} ${outcome}`),
  };
}

describe('a notice in a body’s own name', () => {
  it.each([
    ['Skarven Ferries\n\nStatement, 5 July 2032\n\nWe deny that any raft was out of date.', 'Skarven Ferries'],
    ['STATEMENT\nSkarven Ferries\nElm, 5 July 2032\n\nWe deny that any raft was out of date.', 'Skarven Ferries'],
    ['Statement by Skarven Ferries, 5 July 2032\n\nWe deny that any raft was out of date.', 'Skarven Ferries'],
    ['We deny that any raft was out of date.\n\nPress office, Skarven Ferries', 'Skarven Ferries'],
  ])('speaks for the body that heading or signature name: %#', (content, body) => {
    expect(told(content)).toEqual({ said: [`deny named-body ${body}`], answered: [`${body} denied`] });
  });

  it('speaks for its carrier where that is a body', () => {
    const { said } = told('We confirm that the bridge was inspected on 4 March.', {
      ...NOBODY,
      publisher: 'Elm Council',
    });
    expect(said).toEqual(['confirm named-body Elm Council']);
  });

  it('speaks for its carrier where that is who heads it, whatever is asked in it', () => {
    const notice = 'STATEMENT\nSkarven Ferries\n\nWe deny that any raft was out of date. We have asked an auditor.';
    expect(told(notice, { ...NOBODY, publisher: 'Skarven Ferries' }).said).toEqual(['deny named-body Skarven Ferries']);
    expect(told(notice, { ...NOBODY, publisher: 'Island Herald' }).said).toEqual([]);
  });

  it('is none where an outlet reports, or nobody is named', () => {
    const words = 'We deny that any raft was out of date.';
    expect(told(words, { ...NOBODY, publisher: 'Island Herald' }).said).toEqual([]);
    expect(told(words).said).toEqual([]);
  });
});
