import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { commands, overview } from '../src/cli/commands.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const pages = ['README.md', 'ARCHITECTURE.md', 'CHANGELOG.md', ...markdown('docs'), ...markdown('examples')];

function markdown(folder: string): readonly string[] {
  return readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.md') && !path.includes('/items/'))
    .map((path) => join(folder, path));
}

const body = (page: string): string => readFileSync(join(root, page), 'utf8');

/** Every command shown after `$ npm start`, as words for the program. */
const shown = pages.flatMap((page) =>
  [...body(page).matchAll(/^(?: {4})?\$ (?:npm start(?: --silent)?(?: --)?|hearsay) ?(.*)$/gmu)].map((match) => ({
    page,
    words: match[1] ?? '',
  })),
);

describe('the documentation', () => {
  it('shows commands, and they run', () => {
    expect(shown.length).toBeGreaterThan(3);
    const folder = mkdtempSync(join(tmpdir(), 'hearsay-docs-'));
    for (const name of ['examples', 'docs', 'policies', 'README.md']) symlinkSync(join(root, name), join(folder, name));
    const env = { ...process.env, HEARSAY_DESK: join(folder, 'desk') };
    for (const { page, words } of new Map(shown.map((one) => [one.words, one])).values()) {
      const line = `hearsay ${words}`;
      const script = `hearsay() { node ${join(root, 'dist/cli/main.js')} "$@"; }; ${line}`;
      const { status, stderr } = spawnSync('bash', ['-c', script], { cwd: folder, env, encoding: 'utf8' });
      expect(`${page}: ${line}: ${status} ${status === 0 ? '' : stderr}`).toBe(`${page}: ${line}: 0 `);
    }
    rmSync(folder, { recursive: true });
  }, 900_000);

  it('links only to what is there', () => {
    const links = pages.flatMap((page) =>
      [...body(page).matchAll(/\]\(([^)#\s]+)[^)]*\)/gu)]
        .map((match) => ({ page, to: match[1] ?? '' }))
        .filter(({ to }) => !/^[a-z]+:/u.test(to)),
    );
    expect(links.length).toBeGreaterThan(5);
    expect(links.filter(({ page, to }) => !existsSync(resolve(root, dirname(page), to)))).toEqual([]);
  });

  it('names every command in the help, and documents each in docs/cli.md', () => {
    for (const [name, command] of Object.entries(commands)) {
      expect(overview()).toContain(command.usage);
      expect(body('docs/cli.md')).toContain(`hearsay ${name}`);
    }
  });
});
