import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const page = readFileSync(join(root, 'docs', 'threat-model.md'), 'utf8');
const rows = page.split('\n').filter((line) => /^\| \d+ \|/u.test(line));

/** Every test that is named: the file in backquotes, then one or more names in quotation marks. */
const named = [...page.matchAll(/`([\w./-]+\.test\.ts)`((?:,? “[^”]+”)*)/gu)].map(([, file = '', names = '']) => ({
  file,
  names: [...names.matchAll(/“([^”]+)”/gu)].map(([, name = '']) => name),
}));
const sections = [...page.matchAll(/npm run torture -- ([\w-]+)/gu)].map(([, name = '']) => name);

/** The titles of the tests in a file, as they are written. */
const titlesIn = (file: string): ReadonlySet<string> =>
  new Set(
    [
      ...readFileSync(join(root, file), 'utf8').matchAll(
        /\b(?:it|test)(?:\.\w+(?:\((?:[^()]|\([^()]*\))*\))?)*\(\s*(['"`])(.+?)\1\s*,/gu,
      ),
    ].map((match) => match[2] ?? ''),
  );

describe('the threat model', () => {
  it('has its twelve rows, and each names a test', () => {
    expect(rows.map((row) => row.split('|')[1]?.trim())).toEqual(Array.from({ length: 12 }, (_, n) => `${n + 1}`));
    for (const row of rows) expect(row).toMatch(/\.test\.ts` “/u);
  });

  it('names only tests that there are', () => {
    expect(named.length).toBeGreaterThan(12);
    expect(named.filter(({ names }) => names.length === 0)).toEqual([]);
    const missing = named.flatMap(({ file, names }) => {
      const titles = existsSync(join(root, file)) ? titlesIn(file) : new Set<string>();
      return names.filter((name) => !titles.has(name)).map((name) => `${file}: ${name}`);
    });
    expect(missing).toEqual([]);
  });

  it('names only sections of the torture that there are', () => {
    expect(sections.length).toBeGreaterThan(4);
    const runs = (name: string): boolean => {
      const path = join(root, 'scripts', 'torture', `${name}.mjs`);
      return existsSync(path) && /^export (?:async )?(?:function|const) run\b/mu.test(readFileSync(path, 'utf8'));
    };
    expect(sections.filter((name) => !runs(name))).toEqual([]);
  });
});
