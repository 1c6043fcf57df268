import { describe, expect, it } from 'vitest';
import { verifyEdition } from '../src/seal/verify-edition.ts';
import { flipped, readerOf, smallRecords, withFile } from './small-record.ts';

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };

describe('a published folder of which one byte was changed', () => {
  it('is told apart, and the file and the place are named (every fourth byte; scripts/torture/published.mjs takes all)', {
    timeout: 240_000,
  }, async () => {
    const folder = (await smallRecords(2)).at(-1) ?? new Map();
    const missed: string[] = [];
    let bytes = 0;
    for (const [path, whole] of folder)
      for (let at = path.length % 4; at < whole.length; at += 4) {
        bytes++;
        const checks = await verifyEdition(readerOf(withFile(folder, path, flipped(whole, at))), NOTHING);
        const faults = checks.flatMap((one) => one.faults);
        if (!faults.some(({ file, start, end }) => file === path && start <= at && at < end))
          missed.push(`${path}, byte ${at}: ${JSON.stringify(faults)}`);
      }
    expect(bytes).toBeGreaterThan(2000);
    expect(missed).toEqual([]);
  });
});
