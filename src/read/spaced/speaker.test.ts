import { describe, expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import { spaced } from './grammar.ts';

const carrier = { publisher: null, author: null, published: '2031-05-02' };

/** A first line is a title where there are several. */
const stretchesOf = (content: string): readonly Stretch[] => {
  const cut = content.indexOf('\n');
  if (cut < 0) return [{ start: 0, end: content.length, kind: 'body', carrier }];
  return [
    { start: 0, end: cut, kind: 'title', carrier },
    { start: cut + 1, end: content.length, kind: 'body', carrier },
  ];
};
const statements = (content: string) => spaced.statements(content, stretchesOf(content));

/** class kind name: content */
const lines = (content: string): readonly string[] =>
  statements(content).map((one) => `${one.class} ${one.source.kind} ${one.source.name}: ${one.quote}`);

const responses = (content: string) =>
  spaced.responses(content, stretchesOf(content), statements(content)).map((one) => `${one.outcome} ${one.body}`);

describe('a verb without a subject of its own', () => {
  it('takes the subject of its sentence', () => {
    expect(lines('Ruth Obel opened the gate, saying the key had been lost.')).toEqual([
      'say named-person Ruth Obel: the key had been lost',
    ]);
    expect(lines('After the vote, the treasurer left the hall and told reporters that the fund was empty.')).toEqual([
      'say unnamed-official treasurer: the fund was empty',
    ]);
  });

  it('takes the pronoun of its clause, and through it the person', () => {
    expect(lines('Edith Kraal said it was late. Rain fell, but she stayed, adding that nobody was owed.')[1]).toContain(
      'named-person Edith Kraal',
    );
  });

  it('speaks after "before" and "while"', () => {
    expect(lines('Ruth Obel praised the crew before claiming that the pump was new.').at(-1)).toBe(
      'say named-person Ruth Obel: the pump was new',
    );
  });
});

describe('a body under another word', () => {
  it('is the one body that the firm, the council or a headline’s "School" can mean', () => {
    expect(
      lines(
        'Firm denies mice\nCatering firm Lark & Stone was told by Tarn Council to close. The firm said it was clean. The council said it had seen mice.',
      ),
    ).toEqual([
      'deny named-body Lark & Stone: mice',
      'say named-body Lark & Stone: it was clean',
      'say named-body Tarn Council: it had seen mice',
    ]);
  });

  it('stays a description where two fit', () => {
    expect(lines('Lark Foods Ltd and Obel Foods Ltd both bid. The company said the price was fair.').at(-1)).toContain(
      'named-body company',
    );
  });

  it('is known by its first word where the text shows it to be a body', () => {
    expect(lines('The insurer Corvane Lind paid nothing. Corvane said the claim was late.')[0]).toContain(
      'named-body Corvane Lind',
    );
  });
});

describe('who is meant', () => {
  it('an office is its holder where the text names one', () => {
    expect(lines('Mayor Petra Sund arrived. The mayor said the quay was safe.')).toEqual([
      'say named-person Petra Sund: the quay was safe',
    ]);
  });

  it('"who" is the noun before it', () => {
    expect(lines('Edith Kraal was backed by two shoppers, who said the pay was late.')[0]).toContain(
      'unnamed-person two shoppers',
    );
  });

  it('a name in marks is what a message calls its writer', () => {
    expect(lines('The leaked messages are short. In one, “Corin V.” writes: “Moved to noon.”')[0]).toContain(
      'artefact',
    );
  });

  it('one of several has no name', () => {
    expect(lines('A GP said the clinic was full.')[0]).toContain('unnamed-person GP');
    expect(lines('Inmates said the food was cold.')[0]).toContain('crowd Inmates');
  });

  it('an earlier version of an article is a paper, a date is nobody', () => {
    expect(lines('An earlier version of this article said that the fire began at noon.')[0]).toContain('artefact');
    expect(responses('Tuesday and Wednesday declined to comment.')).toEqual([]);
  });

  it('a body reached by questions is silent, not the questions', () => {
    expect(responses('Questions sent to the embassy on Monday went unanswered.')).toEqual(['no-reply embassy']);
  });
});

describe('where a content ends', () => {
  it('with the clause that leads the sentence', () => {
    expect(lines('While Ruth Obel said the well was dry, she kept the pump.')[0]).toBe(
      'say named-person Ruth Obel: the well was dry',
    );
  });

  it('with its bracket', () => {
    expect(lines('(The baker said the oven was cold.) Nobody ate.')[0]).toContain(': the oven was cold');
  });

  it('before what only tells who spoke', () => {
    expect(lines('The ferry was late again, said Tom Aldous, a baker who rides it daily.')).toEqual([
      'say named-person Tom Aldous: The ferry was late again',
    ]);
  });

  it('"As she pointed out, X" says X', () => {
    expect(lines('As Edith Kraal pointed out, the lock was new.')).toEqual([
      'say named-person Edith Kraal: the lock was new',
    ]);
  });
});

describe('words that only look like cues', () => {
  it('"United States", "first report", "answered the phone", a denial not made', () => {
    for (const words of [
      'She flew to the United States that day.',
      'He filed his first report on the mine.',
      'Two clerks answered the phone and left.',
      'Ruth Obel did not deny that the well was dry.',
    ])
      expect(lines(words)).toEqual([]);
  });
});

describe('marks', () => {
  it('two straight single marks are one double mark, and a curly one may close with a straight one', () => {
    expect(lines("''The well is dry,'' said Ruth Obel.")).toEqual(['say named-person Ruth Obel: The well is dry']);
    expect(lines('“The well is dry," said Ruth Obel.')).toEqual(['say named-person Ruth Obel: The well is dry']);
  });
});

describe('whoever is only "they" in a refusal', () => {
  it('is who the sentence before says was asked', () => {
    expect(responses('The council was asked about the fire. It declined to comment.')).toEqual(['declined council']);
    expect(responses('Asked the hospital’s press office about a child. They declined to comment.')).toEqual([
      'declined hospital',
    ]);
    expect(responses('The Gazette contacted Corvane Structures on Friday. It did not respond.')).toEqual([
      'no-reply Corvane Structures',
    ]);
  });
});

describe('a sentence that tells what somebody did', () => {
  it('makes no source of its words for the quotation after it', () => {
    const read = statements('She later opened the paper log on the door. “It said two hours and that is wrong.”');
    expect(read.filter((one) => !one.carrier && /opened/u.test(one.source.name ?? ''))).toEqual([]);
  });
});
