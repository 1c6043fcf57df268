import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, test } from 'vitest';
import * as blobs from '../src/store/blobs.ts';
import * as cases from '../src/store/case.ts';
import * as desk from '../src/store/desk.ts';
import * as log from '../src/store/log-files.ts';
import * as verify from '../src/store/verify-case.ts';
import * as policy from '../src/weigh/policy.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const script = pathToFileURL(join(root, 'scripts', 'torture', 'verifiers.mjs')).href;
const python = spawnSync('python3', ['--version']).status === 0;
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-verifiers-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

interface Told {
  readonly sound: boolean | null;
  readonly files: readonly string[];
  readonly what: readonly string[];
}
interface Row {
  readonly n: number;
  readonly kind: string;
  readonly files: readonly string[];
  readonly first: Told;
  readonly second: Told;
}

describe.skipIf(!python)('the second verifier (tools/verify.py; skipped where there is no python3)', () => {
  test('calls twenty cases what the first calls them, and names the damaged file', { timeout: 120_000 }, async () => {
    const { compared } = (await import(script)) as { compared: (how: object) => Promise<readonly Row[]> };
    const api = { ...cases, ...desk, ...blobs, ...verify, ...log, ...policy };
    const rows = await compared({ root, api, scratch, cases: 20 });
    expect(rows).toHaveLength(20);
    for (const row of rows) {
      const damaged = row.kind !== 'none';
      expect([row.first.sound, row.second.sound], `case ${row.n}, ${row.kind}`).toEqual([!damaged, !damaged]);
      for (const told of damaged ? [row.first, row.second] : [])
        expect(
          told.files.some((file) => row.files.includes(file)),
          `case ${row.n}, ${row.kind}: ${row.files} among ${told.files}`,
        ).toBe(true);
    }
  });
});
