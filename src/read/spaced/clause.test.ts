import { describe, expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import { spaced } from './grammar.ts';

const carrier = { publisher: null, author: null, published: '2031-05-02' };
const stretchesOf = (content: string): readonly Stretch[] => [{ start: 0, end: content.length, kind: 'body', carrier }];

/** class name: content */
const lines = (content: string): readonly string[] =>
  spaced.statements(content, stretchesOf(content)).map((one) => `${one.class} ${one.source.name}: ${one.quote}`);

const responses = (content: string): readonly string[] => {
  const stretches = stretchesOf(content);
  return spaced
    .responses(content, stretches, spaced.statements(content, stretches))
    .map((one) => `${one.outcome} ${one.body}`);
};

describe('whoever is quoted as saying', () => {
  it('speaks, not the one who quotes', () => {
    expect(lines('The paper quoted the reeve, Orla Tams, as saying the pump had failed.')).toEqual([
      'say Orla Tams: the pump had failed',
    ]);
    expect(lines('Orla Tams was quoted by the paper as saying that the pump had failed.')).toEqual([
      'say Orla Tams: the pump had failed',
    ]);
    expect(lines('The minutes record the chief diver as saying that the hull was sound.')).toEqual([
      'say chief diver: the hull was sound',
    ]);
  });
});

describe('a clause of saying', () => {
  it('is found past places and ages between pauses', () => {
    expect(lines('Edda Rusk, 22, of Morven, Fayre, said she had not slept.')).toEqual([
      'say Edda Rusk: she had not slept',
    ]);
  });

  it('may open with an aside after "that"', () => {
    expect(lines('The council said that, during the works, nobody was paid.')).toEqual([
      'say council: during the works, nobody was paid',
    ]);
  });

  it('leaves out that somebody was asked, or would not be named', () => {
    expect(lines('Orla Tams said when contacted that she was ill.')).toEqual(['say Orla Tams: she was ill']);
    expect(lines('The clerk confirmed the meeting on condition of anonymity.')).toEqual(['confirm clerk: the meeting']);
  });

  it('has several speakers after a pause', () => {
    expect(lines('Nobody was trapped, police and firefighters said.')[0]).toContain('Nobody was trapped');
  });

  it('is no clause where a demand is only told of', () => {
    expect(lines('Residents claim they have been calling for a crossing.')).toEqual([
      'say Residents: they have been calling for a crossing',
    ]);
  });
});

describe('a heading in capitals before a colon', () => {
  it('speaks only where it names somebody', () => {
    expect(lines('BREAKING: The reeve has resigned over the affair.')).toEqual([]);
    expect(lines('LIVE UPDATES: The strike enters its second week.')).toEqual([]);
  });

  it('is a speaker of a hearing, where titles stand before names', () => {
    const hearing = 'CHAIR: Did you sign it? MR OBEY: I did not. CHAIR: Who did? MS TREND: Nobody asked me.';
    expect(lines(hearing)).toEqual(['deny OBEY: I did not', 'say TREND: Nobody asked me']);
  });
});

describe('responses', () => {
  it('may be a bare no after a charge, but no plea', () => {
    expect(responses('Tenants claim the firm lied to them. Crestwell Homes denies this.')).toEqual([
      'denied Crestwell Homes',
    ]);
    expect(responses('Orla Tams accused him of theft. In court Odo Fenn denied the charges.')).toEqual([]);
  });

  it('are missing where somebody has been asked and nothing more is told', () => {
    expect(responses('Fenshire Council has been contacted for comment.')).toEqual(['no-reply Fenshire Council']);
    expect(responses('The Courier has asked Brack Ferries for a comment.')).toEqual(['no-reply Brack Ferries']);
  });
});
