// Other people's test material: every expected verdict, or the difference with its reason, is a test beside the code.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { join, relative } from 'node:path';

export const title = 'Other people’s test material';

/** What the names of these tests say. */
const MARK = 'where ../shared is absent';

export async function run({ root, shared, scratch }) {
  if (!existsSync(join(shared, 'data', 'integrity'))) return 'Not run: the material is not at hand.';
  const out = join(scratch, 'tests.json');
  const words = ['vitest', 'run', 'src', '-t', MARK, '--reporter=json', `--outputFile=${out}`];
  spawnSync('npx', words, { cwd: root, stdio: ['ignore', 'ignore', 'ignore'] });
  const rows = new Map();
  for (const file of JSON.parse(readFileSync(out, 'utf8')).testResults) {
    for (const test of file.assertionResults) {
      const named = [...test.ancestorTitles, test.title].join(' › ');
      if (!named.includes(MARK)) continue;
      const set = test.ancestorTitles.join(' › ').replace(/ *\([^)]*absent\)/u, '');
      const row = rows.get(set) ?? { file: relative(root, file.name), tests: [], failed: 0, skipped: 0 };
      row.tests.push(test.title.replace(/ *\([^)]*absent\)/u, ''));
      row.failed += test.status === 'failed' ? 1 : 0;
      row.skipped += test.status === 'passed' || test.status === 'failed' ? 0 : 1;
      rows.set(set, row);
    }
  }
  return [
    'Each row is a set of vectors with the tests over it; where a verdict differs from the expected one, the test names the case and says why.',
    '',
    '| set | tests | failed | not run | what holds | where |',
    '|---|---:|---:|---:|---|---|',
    ...[...rows].map(
      ([set, { tests, failed, skipped, file }]) =>
        `| ${set || '–'} | ${tests.length} | ${failed} | ${skipped} | ${shortened(tests)} | \`${file}\` |`,
    ),
  ].join('\n');
}

const SHOWN = 4;
const shortened = (tests) =>
  [...tests.slice(0, SHOWN), ...(tests.length > SHOWN ? [`and ${tests.length - SHOWN} more`] : [])].join('; ');
