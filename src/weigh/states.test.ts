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

  it('is not the opposite', () => {
    expect(states('Orrin Ferries has not lost its licence after the fire', claim)).toBe(false);
  });
});
