import { describe, expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import { spaced } from './grammar.ts';

const carrier = { publisher: null, author: null, published: '2031-05-02' };

const stretchesOf = (content: string): readonly Stretch[] => [{ start: 0, end: content.length, kind: 'body', carrier }];

const statements = (content: string) => spaced.statements(content, stretchesOf(content));

/** class kind name: content */
const lines = (content: string): readonly string[] =>
  statements(content).map((one) => `${one.class} ${one.source.kind} ${one.source.name}: ${one.quote}`);

const responses = (content: string) =>
  spaced.responses(content, stretchesOf(content), statements(content)).map((one) => `${one.outcome} ${one.body}`);

describe('cues of two words', () => {
  it('"pointed out" and "hit back" speak only with their particle', () => {
    expect(statements('The warden pointed out that the lock was new.')[0]?.cue?.quote).toBe('pointed out');
    expect(statements('Edith Kraal hit back: “Nobody asked us.”')[0]?.cue?.quote).toBe('hit back');
  });

  it('a bare form after a singular article is a noun, and a cue after a modal only a forecast', () => {
    expect(lines('The clerk found a one-line reply that morning.')).toEqual([]);
    expect(lines('A baker said she would believe it when she saw a loaf.')).toEqual([
      'say unnamed-person baker: she would believe it when she saw a loaf',
    ]);
  });
});

describe('what stands before a sentence', () => {
  it("a live blog's stamp and a wire's dateline belong to no sentence", () => {
    expect(lines('11:42 Firefighters Union: “Keep away.”')[0]).toContain('Firefighters Union: Keep away');
    expect(lines('VELDHAM, May 2 (Seawire) - Edith Kraal said the quay was shut.')).toEqual([
      'say named-person Edith Kraal: the quay was shut',
    ]);
  });
});

describe('who speaks', () => {
  it('nobody says nothing', () => {
    expect(lines('Neither the baker nor her son has said that the oven failed.')).toEqual([]);
  });

  it('the name after a word for a body is the body’s', () => {
    expect(lines('Coach firm Larkrise Nine said the brakes were sound.')).toEqual([
      'say named-body Larkrise Nine: the brakes were sound',
    ]);
  });

  it('a name after an inverted description is the speaker’s', () => {
    expect(lines('“It shook,” said one of them, Ola Fenn.')).toEqual(['say named-person Ola Fenn: It shook']);
  });

  it('a dropped subject is the one that opens the sentence', () => {
    expect(
      lines('Edith Kraal said it was late. The treasurer thanked her but added that no one was owed.')[1],
    ).toContain('unnamed-official treasurer');
  });

  it('one of a group is of its kind', () => {
    expect(lines('Two ministers said the plan was late. One called it “a muddle”.')[1]).toContain('unnamed-official');
  });

  it('what an outlet understands it says; what a person understands he thinks', () => {
    expect(lines('The Veldham Courier understands that a sale has been agreed.')).toHaveLength(1);
    expect(lines('Edith Kraal understands that a sale has been agreed.')).toEqual([]);
  });

  it('initials and letters after a name are no second name', () => {
    expect(lines('T. K. Obel said the well was dry.')[0]).toBe('say named-person T. K. Obel: the well was dry');
    expect(lines('Her barrister, Anton Lind KC, said the well was dry.')[0]).toContain('named-person Anton Lind');
  });
});

describe('who was asked', () => {
  it('an office stands for its body', () => {
    expect(responses('Obel Towing won the contract in May. Calls to its office were not returned.')).toEqual([
      'no-reply Obel Towing',
    ]);
  });

  it('a spokeswoman stands for the body that spoke before her', () => {
    expect(
      responses(
        'Veldham Council said the quay was shut. “We do not comment on rumours,” spokeswoman Edith Kraal said.',
      ),
    ).toEqual(['declined Veldham Council']);
  });

  it('"neither … nor" is the silence of the first', () => {
    expect(responses('Neither the club nor its agent responded to an email.')).toEqual(['no-reply club']);
  });
});
