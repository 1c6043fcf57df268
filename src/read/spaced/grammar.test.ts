import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import { spaced } from './grammar.ts';

const carrier = { publisher: null, author: null, published: '2031-05-02' };

const stretchesOf = (content: string, kind: Stretch['kind'] = 'body'): readonly Stretch[] => [
  { start: 0, end: content.length, kind, carrier },
];

const statements = (content: string, kind: Stretch['kind'] = 'body') =>
  spaced.statements(content, stretchesOf(content, kind));

/** class kind name: content */
const lines = (content: string): readonly string[] =>
  statements(content).map((one) => `${one.class} ${one.source.kind} ${one.source.name}: ${one.quote}`);

const responses = (content: string) =>
  spaced.responses(content, stretchesOf(content), statements(content)).map((one) => `${one.outcome} ${one.body}`);

describe('statements', () => {
  it('an indirect clause runs to the end of the sentence', () => {
    expect(lines('Mayor Edith Kraal said on Monday that the ferry would not sail.')).toEqual([
      'say named-person Edith Kraal: the ferry would not sail',
    ]);
  });

  it('an interrupted quotation is one statement a stretch, and the next one keeps the speaker', () => {
    expect(lines('“It shook,” said Ruth Obel, a baker, “and then it stopped.” “Nobody called.”')).toHaveLength(3);
  });

  it('a pronoun takes the last fitting speaker', () => {
    expect(lines('Dr Sofia Lind warned that the well was low. She said the pump had failed.')[1]).toBe(
      'say named-person Sofia Lind: the pump had failed',
    );
  });

  it('a second cue begins a second statement', () => {
    expect(lines('The bakery admitted that the flour was old but denied that anyone had fallen ill.')).toEqual([
      'confirm named-body bakery: the flour was old',
      'deny named-body bakery: anyone had fallen ill',
    ]);
  });

  it('nested speech gives outer and inner, nearest source first in the chain', () => {
    const [outer, inner] = statements('A porter told the inquest that the matron had said that the ward was full.');
    expect(outer?.source.name).toBe('porter');
    expect(inner?.chain.map((one) => one.name)).toEqual(['matron', 'porter']);
  });

  it('an evidential has no source and is hearsay', () => {
    expect(lines('The bridge is reportedly to be sold.')).toEqual([
      'hearsay none null: The bridge is reportedly to be sold',
    ]);
  });

  it('narration, refusals and nouns that look like verbs give nothing', () => {
    for (const words of [
      'The tide was out. Two boats lay on the mud.',
      'The council declined to comment.',
      'Her claims were never tested. The report was long.',
    ])
      expect(lines(words)).toEqual([]);
  });

  it('British quotation marks are no apostrophes', () => {
    expect(statements('‘We didn’t see it,’ said Mr Pole.')[0]?.quote).toBe('We didn’t see it');
  });

  it('every span is the text it says it is, whatever the text', () => {
    const words = fc.constantFrom(
      'Ann',
      'said',
      'that',
      '"',
      '“',
      '”',
      "'",
      ',',
      '.',
      ':',
      ';',
      'told',
      'the',
      'board',
      'and',
      'denied',
      '\n',
      '(',
      'it',
    );
    fc.assert(
      fc.property(fc.array(words, { maxLength: 40 }), (parts) => {
        const content = parts.join(' ');
        for (const one of statements(content)) expect(content.slice(one.start, one.end)).toBe(one.quote);
      }),
      { numRuns: 200 },
    );
  });
});

describe('responses', () => {
  it('silence and refusal are responses without a statement', () => {
    expect(responses('The brewery did not respond to questions.')).toEqual(['no-reply brewery']);
    expect(responses('Tarn Council declined to comment.')).toEqual(['declined Tarn Council']);
  });

  it('a wish not to be named is no answer', () => {
    expect(responses('A lorry driver, who did not want to be named, said the gate was open.')).toEqual([]);
    expect(responses('A clerk, who declined to be named, said the books were burnt.')).toEqual([]);
    expect(responses('A clerk who refused to give her name said the books were burnt.')).toEqual([]);
    expect(
      responses('Tarn Council was asked. A lorry driver, who did not want to be named, said the gate was open.'),
    ).toEqual([]);
    expect(
      responses(
        'Ada Fenn owns the yard, Tarn Council said. A lorry driver who declined to give his name said: "The gate was open."',
      ),
    ).toEqual([]);
    expect(
      responses(
        'Tarn Council was asked for comment. A driver, who did not wish to be identified, told the Gazette that the gate was open.',
      ),
    ).toEqual([]);
    expect(responses('A lorry driver did not want to be named.')).toEqual([]);
    expect(responses('The owner did not want to comment.')).toEqual(['declined owner']);
  });

  it('an answer to a charge is one, with yes and no together partial', () => {
    expect(responses('A clerk alleged that the books were forged. The bank denied that any page was false.')).toEqual([
      'denied bank',
    ]);
    expect(responses('Police confirmed that a man was held but would not say why.')).toEqual(['partial Police']);
  });
});

describe('commitments', () => {
  it('a promise is due on the last day named inside it', () => {
    const content = 'The port vowed to publish the list by 9 May.';
    const start = content.indexOf('9 May');
    const times = [{ start, end: start + 5, quote: '9 May', value: '2031-05-09', to: null, role: 'event' as const }];
    const [one] = spaced.commitments(content, stretchesOf(content), statements(content), times);
    expect(one).toMatchObject({ by: 'port', due: '2031-05-09', quote: 'to publish the list by 9 May' });
  });
});
