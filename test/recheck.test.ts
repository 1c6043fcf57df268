import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { policyNames, policyOf } from '../src/desk/policy-file.ts';
import type { Dossier } from '../src/publish/dossier.ts';
import { recheck } from '../src/weigh/recheck.ts';
import { root, run } from './run.ts';

/** Story cases that stand beside the project on a developer's machine; elsewhere only the examples are run. */
const shared = join(root, '..', 'shared', 'cases');
const below = (folder: string): readonly string[] =>
  readdirSync(folder, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? [join(folder, one.name)] : []));
const stories = [
  ...below(join(root, 'examples')).flatMap((folder) => policyNames().map((name) => [folder, name] as const)),
  ...(existsSync(shared) ? below(shared) : []).map((folder) => [folder, 'two-source'] as const),
];

describe('the checker over whole stories', () => {
  it.each(stories)(
    'finds in %s under the policy %s no label that its reasons do not give',
    (folder, name) => {
      const dossier: Dossier = JSON.parse(run(['look', folder, '--json', '--policy', name]).out);
      expect(dossier.policy.name).toBe(name);
      expect(dossier.claims.length).toBeGreaterThan(5);
      expect(recheck(dossier, policyOf(name))).toEqual([]);
    },
    180_000,
  );
});
