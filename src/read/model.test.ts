import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { modelRows } from './model.ts';
import { modelPrompts } from './model-prompt.ts';

const rowsOf = (content: string, row: object, language = 'en') =>
  modelRows({ content, language }, { start: 0, end: content.length }, JSON.stringify({ statements: [row] }), []);

const ROW = { quote: '', nth: 0, cue: '', source: '', name: '', kind: 'crowd', class: 'say' };

describe('questions to a model', () => {
  it('cover a text in order, at line ends where they can', () => {
    const content = `${'A line of a report.\n'.repeat(1000)}`;
    const prompts = modelPrompts({ content, language: 'en' });
    expect(prompts.length).toBeGreaterThan(2);
    expect(prompts.map((one) => content.slice(one.start, one.end)).join('')).toBe(content);
    for (const one of prompts) expect(content.charAt(one.end - 1)).toBe('\n');
  });

  it('are bounded in number and cut no character', () => {
    const content = '😀'.repeat(200_000);
    const prompts = modelPrompts({ content: `a${content}`, language: 'en' });
    expect(prompts.length).toBeLessThanOrEqual(32);
    for (const one of prompts)
      expect(one.messages[1]?.content ?? '').not.toMatch(
        /[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/,
      );
  });
});

describe('rows of a model', () => {
  it('are found through other white space, widths and marks, and come out as the text has them', () => {
    const content = 'The clerk wrote: “the  seal\nwas ＮＥＷ” and left.';
    const { statements } = rowsOf(content, { ...ROW, quote: 'the seal was NEW', cue: 'wrote', source: 'The clerk' });
    expect(statements[0]?.quote).toBe('the  seal\nwas ＮＥＷ');
  });

  it('take the occurrence that is meant, and never half a word', () => {
    const content = 'It held, he said. It held, she said.';
    expect(rowsOf(content, { ...ROW, quote: 'It held', nth: 1, source: 'she' }).statements[0]?.start).toBe(18);
    expect(rowsOf(content, { ...ROW, quote: 'It held', nth: 4 }).dropped).toBe(1);
    expect(rowsOf(content, { ...ROW, quote: 'It hel' }).dropped).toBe(1);
  });

  it('take the kind of a phrase from the rules where they know the language', () => {
    const content = 'A screenshot by Ada Marl shows the gate was open.';
    const { statements } = rowsOf(content, {
      ...ROW,
      quote: 'the gate was open',
      cue: 'shows',
      source: 'A screenshot by Ada Marl',
      kind: 'named-person',
    });
    expect(statements[0]?.source.kind).toBe('artefact');
  });

  it('of a language without rules keep the kind, but a name only where the text has it', () => {
    const content = 'A barragem está segura, disse a prefeita Inês Couto.';
    const given = {
      ...ROW,
      quote: 'A barragem está segura',
      cue: 'disse',
      source: 'a prefeita Inês Couto',
      kind: 'named-person',
    };
    expect(rowsOf(content, { ...given, name: 'Inês Couto' }, 'pt').statements[0]?.source.name).toBe('Inês Couto');
    expect(rowsOf(content, { ...given, name: 'Rui Couto' }, 'pt').statements[0]?.source.name).toBe(
      'a prefeita Inês Couto',
    );
  });

  it('of nobody are hearsay', () => {
    const { statements } = rowsOf('The mill will close, it is thought.', {
      ...ROW,
      quote: 'The mill will close',
      kind: 'none',
      class: 'confirm',
    });
    expect(statements[0]).toMatchObject({ class: 'hearsay', hedged: true, source: { kind: 'none' } });
  });

  it('are verbatim whatever a model writes', () => {
    const content = 'A“b”\u200bc d\u202ee ｆ 😀 said that 他说。';
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme', maxLength: 8 }), fc.json(), (quote, json) => {
        const rows = [
          ...rowsOf(content, { ...ROW, quote }).statements,
          ...modelRows({ content, language: 'en' }, { start: 0, end: content.length }, json, []).statements,
        ];
        for (const one of rows) expect(content.slice(one.start, one.end)).toBe(one.quote);
      }),
      { numRuns: 200 },
    );
  });
});
