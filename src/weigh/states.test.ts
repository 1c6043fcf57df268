import { describe, expect, it } from 'vitest';
import { states } from './states.ts';

describe('what words state', () => {
  const claim = 'Orrin Ferries has lost its licence after the fire';

  it('is the claim itself, and a paraphrase that holds most of it', () => {
    expect(states(claim, claim)).toBe(true);
    expect(states('Orrin Ferries lost its licence on Tuesday, after the fire on deck', claim)).toBe(true);
  });

  it('is not what a form’s row says that merely names the firm', () => {
    expect(states('Operator\tOrrin Ferries', claim)).toBe(false);
  });

  it('is denied by its core put in the negative, however much else it tells', () => {
    const seen = 'I read on the board at half past four that the night shift at the mill was suspended after the fire';
    expect(states('The night shift has not been suspended', seen, true)).toBe(true);
    expect(
      states('Nobody has been suspended at the fair in Ambry, whatever the posters of the guild say', seen, true),
    ).toBe(false);
    expect(states('The night shift has been suspended', seen, true)).toBe(false);
  });

  it('is not the opposite', () => {
    expect(states('Orrin Ferries has not lost its licence after the fire', claim)).toBe(false);
  });
});
