import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { describe, expect, it } from 'vitest';
import { root } from './run.ts';

interface Row {
  readonly name: string;
  readonly absent: boolean;
  readonly inputs: number;
  readonly peak: number;
}
interface Torture {
  readonly torture: (about: { root: string; shared: string; each: number; atOnce: number }) => Promise<readonly Row[]>;
  readonly failuresOf: (rows: readonly Row[]) => string;
}

const EACH = 15;

describe('a sample of the torture by malformed input', () => {
  it('ends every harmed file as something read or a named error, soon and in little memory', async () => {
    const script = pathToFileURL(join(root, 'scripts', 'torture', 'mutate.mjs')).href;
    const { torture, failuresOf }: Torture = await import(script);
    const rows = await torture({ root, shared: '', each: EACH, atOnce: 2 });
    const built = rows.filter(({ absent }) => !absent);
    expect(built.length).toBeGreaterThan(15);
    expect(built.filter(({ inputs }) => inputs !== EACH)).toEqual([]);
    expect(built.filter(({ peak }) => peak > 512)).toEqual([]);
    expect(failuresOf(rows)).toBe('Nothing failed.');
  });
});
