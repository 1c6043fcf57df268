import { describe, expect, it } from 'vitest';
import { claim, dossierOf, statement } from '../../../test/sample-dossier.ts';
import { withholding } from '../withhold/withhold.ts';
import { disclosed } from './disclosed.ts';

describe('a quotation that begins or ends within a name', () => {
  it('leaves no part of the name in the record', () => {
    const content =
      'The office said that Walter Dren-\nfenning had closed the gate, as did Walter Drenfenning of late.';
    const [head, tail] = ['fenning had closed the gate', 'as did Walter Dren'];
    const said = (id: string, quote: string) => ({ ...statement(id, 'a', content, quote), claim: `claim-${id}` });
    const dossier = dossierOf({
      contents: { a: content },
      statements: [said('s1', head), said('s2', tail)],
      claims: [claim('claim-s1', head, ['s1'], 'unsourced'), claim('claim-s2', tail, ['s2'], 'unsourced')],
    });
    const people = [{ name: 'Walter Drenfenning', role: null, withheld: true, why: '' }];
    const shown = withholding({ ...dossier, people });
    const { dossier: open, quotations } = disclosed(dossier, [], { shown, publicId: (id) => `p-${id}`, people });
    const words = JSON.stringify([open, quotations]);
    expect(words).not.toMatch(/fenning|Dren/u);
    expect(words).toContain('had closed the gate');
    expect(open.claims[1]?.statement).toContain('as did');
  });
});
