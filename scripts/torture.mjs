// Does to cases, archives and captures what crashes, thieves and hostile pages do.
//   npm run torture                 every section of scripts/torture -> docs/integrity.md
//   npm run torture -- <section>…   only these; the others stay as they were written
//   npm run torture -- --quick      the same, smaller; nothing is written
// A section exports `title` and `async run({ root, shared, scratch, quick })`, which gives Markdown.
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const folder = join(root, 'scripts', 'torture');
const page = join(root, 'docs', 'integrity.md');
const HEAD = `# What a case withstands

Written by \`npm run torture\`; no figure is typed by hand. What each attacker could want, and the test that holds him off, is in [threat-model.md](threat-model.md).
`;

const words = process.argv.slice(2);
const quick = words.includes('--quick');
const there = readdirSync(folder)
  .filter((name) => name.endsWith('.mjs'))
  .map((name) => name.slice(0, -'.mjs'.length))
  .filter((name) =>
    /^export (?:async )?(?:function|const) run\b/mu.test(readFileSync(join(folder, `${name}.mjs`), 'utf8')),
  )
  .sort();
const asked = words.filter((word) => !word.startsWith('--'));
const unknown = asked.filter((name) => !there.includes(name));
if (unknown.length > 0) {
  console.error(`torture: no section is called ${unknown.join(', ')}; there are ${there.join(', ')}`);
  process.exit(2);
}

/** The sections as the page has them, by name: each stands between two marks. */
function sectionsOf(text) {
  return new Map(
    [...text.matchAll(/<!-- (\S+) -->\n([\s\S]*?)<!-- end -->\n/gu)].map(([, name, body]) => [name, body]),
  );
}

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-torture-'));
process.on('exit', () => rmSync(scratch, { recursive: true, force: true }));
const kept = existsSync(page) ? sectionsOf(readFileSync(page, 'utf8')) : new Map();
for (const name of asked.length > 0 ? asked : there) {
  const { title, run } = await import(pathToFileURL(join(folder, `${name}.mjs`)).href);
  const own = join(scratch, name);
  mkdirSync(own, { recursive: true });
  process.env.HEARSAY_DESK = join(own, 'desk');
  const body = `## ${title}\n\n${(await run({ root, shared: resolve(root, '../shared'), scratch: own, quick })).trim()}\n`;
  console.log(body);
  kept.set(name, body);
  if (quick) continue;
  const all = [...kept]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, text]) => `<!-- ${key} -->\n${text}<!-- end -->\n`);
  writeFileSync(page, `${HEAD}\n${all.join('\n')}`);
}
