import { describe, expect, it } from 'vitest';
import type { Dossier } from '../src/publish/dossier.ts';
import { run } from './run.ts';

/** The worked example of docs/policy.md, claim by claim: words of the claim, its label, the rank for it, and what its reasons say. */
const EXPECTED: readonly (readonly [RegExp, string, string, RegExp])[] = [
  [/^the licence was withdrawn/u, 'denied', 'sourceless', /Food Standards Office denies it/u],
  [/inspection of the premises took place on 3 March/u, 'confirmed', 'document', /in a document in hand/u],
  [/^the freezer was without power when she came/u, 'corroborated', 'unnamed-person', /2 independent origins/u],
  [/九个小时/u, 'single-source', 'unnamed-person', /one origin/u],
  [/^write 2 hours in the log/u, 'single-source', 'artefact', /an artefact that nobody has proven/u],
];

describe('the worked example of docs/policy.md', () => {
  const dossier: Dossier = JSON.parse(run(['look', 'examples/freezer-log', '--json']).out);

  it.each(EXPECTED)('holds of %s: %s, resting on %s', (words, label, rank, because) => {
    const found = dossier.claims.filter(({ statement }) => words.test(statement));
    expect(found.map(({ standing }) => standing.label)).toEqual([label]);
    const [claim] = found;
    expect(claim?.standing.for.rank).toBe(rank);
    expect(JSON.stringify(claim?.standing.reasons[0])).toMatch(because);
  });
});
