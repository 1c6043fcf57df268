import { describe, expect, it } from 'vitest';
import type { Dossier } from '../dossier.ts';
import { withholding } from '../withhold/withhold.ts';
import { guarded } from './guarded.ts';

const people = [{ name: 'Ada Brinkmoor', role: null, withheld: true, why: 'a private person' }];
const none: Pick<Dossier, 'claims' | 'statements' | 'texts' | 'items' | 'origins'> = {
  claims: [],
  statements: [],
  texts: [],
  items: [],
  origins: [],
};
const shown = guarded(withholding({ ...none, people }), ['nightdesk']);

describe('what goes out', () => {
  it('has stand-ins for names, for secrets and for the desk', () => {
    expect(shown('Ada Brinkmoor said: call 001 202 555 0143, or ask nightdesk')).toBe(
      '[withheld] said: call [withheld: phone number], or ask [withheld: the desk]',
    );
  });

  it.each(['claim-0012345678f5', 'claim-9ada45678901', 'origin-001202555014', 'a'.repeat(63).padStart(64, '0')])(
    'leaves the id %s whole, whatever its digits look like',
    (id) => expect(shown(`see ${id} there`)).toBe(`see ${id} there`),
  );

  it('takes no telephone number for an id', () => {
    expect(shown('phone +447700900123')).toBe('phone [withheld: phone number]');
    expect(shown('text-001202555014')).not.toContain('202555');
  });
});
