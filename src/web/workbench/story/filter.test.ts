import { describe, expect, it } from 'vitest';
import type { ClaimRow } from '../../../publish/workbench/shapes.ts';
import { chosenFrom, commonVoices, fits } from './filter.ts';

const row = (more: Partial<ClaimRow>): ClaimRow => ({
  ...{ id: 'claim-1', wording: 'The gate was shut', label: 'denied', since: null, for: 0, against: 1, rank: 'none' },
  ...{ flags: [], privateLife: false, statements: 1, items: 1, voices: [] },
  ...more,
});
const NONE: ReadonlySet<string> = new Set();

describe('what claims are narrowed down to', () => {
  it('is found by every word, in the wording or a voice, whatever its case, width or accents', () => {
    const cafe = row({ voices: ['Café Orla'] });
    expect(fits(chosenFrom({ q: 'cafe GATE' }), NONE)(cafe)).toBe(true);
    expect(fits(chosenFrom({ q: 'ｇａｔｅ' }), NONE)(cafe)).toBe(true);
    expect(fits(chosenFrom({ q: 'gate door' }), NONE)(cafe)).toBe(false);
  });

  it('is what has the standing, the voice and the flag, and moved', () => {
    const one = row({ voices: ['the office'], flags: ['under-inquiry'] });
    expect(fits(chosenFrom({ label: 'denied', voice: 'the office', flag: 'under-inquiry' }), NONE)(one)).toBe(true);
    expect(fits(chosenFrom({ label: 'confirmed' }), NONE)(one)).toBe(false);
    expect(fits(chosenFrom({ voice: 'office' }), NONE)(one)).toBe(false);
    expect(fits(chosenFrom({ changed: '1' }), NONE)(one)).toBe(false);
    expect(fits(chosenFrom({ changed: '1' }), new Set(['claim-1']))(one)).toBe(true);
  });

  it('offers the voices that stand behind most, by name', () => {
    const rows = [row({ voices: ['b', 'c'] }), row({ voices: ['b', 'a'] }), row({ voices: ['a', 'b'] })];
    expect(commonVoices(rows, 2)).toEqual(['a', 'b']);
  });
});
