import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dossierOf } from '../../test/sample-dossier.ts';
import { excerptOf } from './excerpt.ts';
import { withholding } from './withhold/withhold.ts';

const open = withholding(dossierOf({}));
const person = (name: string) => ({ name, role: null, withheld: true, why: 'private' });
const veiled = withholding(dossierOf({ people: [person('Petra Quill'), person('沈小岚')] }));
const at = (content: string, quote: string) => ({
  start: content.indexOf(quote),
  end: content.indexOf(quote) + quote.length,
});

describe('an excerpt', () => {
  it('shows a span within its sentence', () => {
    const content = 'First line.\nThe clerk said the gate was shut at nine. More.\nLast line.';
    expect(excerptOf(content, at(content, 'the gate was shut'), open)).toEqual({
      before: 'The clerk said ',
      quote: 'the gate was shut',
      after: ' at nine. More.',
    });
  });

  it('ends at a sentence or a word where a line is long, and says so where it cuts one', () => {
    const content = `${'One two three. '.repeat(30)}Then the gate was shut ${'and on and on '.repeat(40)}.`;
    const { before, after } = excerptOf(content, at(content, 'the gate was shut'), open);
    expect(before).toMatch(/^One two three\. .*Then $/u);
    expect(after).toMatch(/(?:and|on) …$/u);
    expect(before.length + after.length).toBeLessThan(340);
  });

  it('begins with no mark that closes what is left out before it', () => {
    const content = '”. The clerk said the gate was shut.';
    expect(excerptOf(content, at(content, 'the gate was shut'), open).before).toBe('The clerk said ');
  });

  it('leaves no part of a withheld name at any of its edges', () => {
    const content = `Petra Quill said it. ${'x '.repeat(60)}Petra Quill saw the gate shut, Petra Quill ${'y '.repeat(80)}沈小岚说门没关。`;
    fc.assert(
      fc.property(fc.nat(content.length - 1), fc.nat(60), (start, length) => {
        const { before, quote, after } = excerptOf(content, { start, end: start + length }, veiled);
        expect(before + quote + after).not.toMatch(/Pet|tra|Qui|ill\b|[沈小岚]/u);
      }),
    );
  });
});
