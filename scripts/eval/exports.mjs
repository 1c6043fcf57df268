// The data of a published record before programs that others wrote: do they take it, and take it for what it is?
import { execFileSync } from 'node:child_process';
import { existsSync, mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

export const title = 'The data of a record before other programs';

const PACKAGES = {
  followthemoney: '4.11.2',
  prov: '3.2.3',
  pyshacl: '0.40.1',
  rdflib: '7.6.0',
  feedparser: '6.0.14',
};

/** What a name or a quotation may hold at its worst. */
const HOSTILE = [
  '"</script><script>alert(1)</script>',
  '=HYPERLINK("https://x.example","go")',
  'a,b;c\r\nd\te',
  '\u202e\u2067turned\u2069',
  'half \ud800 of one, \udfff another',
  ']]> &amp; <!-- \u2028\u2029\ufffe\uffff\u0000\u0008',
  '门'.repeat(40_000),
  '',
];

export async function run({ root, scratch }) {
  const load = (path) => import(pathToFileURL(join(root, 'dist', path)).href);
  const sound = await editionOfExample(root, load);
  const { siteOf } = await load('publish/site/site.js');
  const folders = [sound, ...HOSTILE.map((words) => spoiled(sound, words))].map((edition, at) =>
    written(siteOf(edition), join(scratch, String(at))),
  );
  const python = await pythonWith(PACKAGES, join(scratch, 'python'));
  const rows = ROWS.map(([kind, file, reader, asked, packages]) => {
    const found = folders.map((folder) =>
      packages.every((one) => python.has.has(one)) ? python.ask(kind, join(folder, file)) : null,
    );
    return [file, reader, asked, told(found.slice(0, 1)), told(found.slice(1))];
  });
  const faults = rows.flatMap(([file, , , , { first }]) => (first ? [`- ${file}: ${first}`] : []));
  const table = rows.map(
    ([file, reader, asked, one, more]) => `| ${file} | ${reader} | ${asked} | ${one.cell} | ${more.cell} |`,
  );
  return `${INTRO}\n\n${HEAD}\n${table.join('\n')}\n\n${faults.length > 0 ? `${faults.join('\n')}\n\n` : ''}${FOOT}`;
}

const INTRO = `The example story as one edition, and the same edition ${HOSTILE.length} times more with its names, titles, quotations and wordings spoiled: by markup, formulas, line breaks, turned text, halves of characters, marks that XML forbids, forty thousand characters in one name, and nothing at all. A cell says how many things were read, and how many faults the reader finds.`;
const HEAD = '| file | read by | asked | example story | spoiled |\n|---|---|---|---|---|';
const FOOT = `*Faults* of ClaimReview are those that the SHACL form of schema.org, which comes with pySHACL, reports; its dates are typed as the context of schema.org types them. The readers are Python packages, pinned in the script; one that cannot be installed is said to be absent. The grammar of RFC 4287 and the JSON schema of PROV-JSON are not asked.`;

const ROWS = [
  [
    'ftm',
    'entities.ftm.json',
    'followthemoney',
    'schema, every property, every value kept by its cleaning, references',
    ['followthemoney'],
  ],
  ['prov', 'prov.json', 'prov', 'read, unified, written and read again the same; every name declared', ['prov']],
  ['review', 'reviews.json', 'rdflib, pySHACL', 'terms of the vocabulary, shapes of schema.org', ['pyshacl', 'rdflib']],
  ['feed', 'feed.xml', 'feedparser, Expat', 'well formed; ids, titles, dates, links', ['feedparser']],
  ['csv', 'claims.csv', 'Python csv, strict', 'as many cells as columns, no formula', []],
  ['csv', 'items.csv', 'Python csv, strict', 'the same', []],
  ['csv', 'statements.csv', 'Python csv, strict', 'the same', []],
];

function told(found) {
  const known = found.filter((one) => one !== null);
  if (known.length === 0) return { cell: 'absent' };
  const sum = (key) => known.reduce((all, one) => all + one[key], 0);
  const first = known.map((one) => one.first).find(Boolean);
  return { cell: `${sum('read')} read, ${sum('faults')} faults`, first };
}

async function editionOfExample(root, load) {
  const [{ editionOf }, { defaultPolicy }] = [
    await load('publish/disclose/edition-of.js'),
    await load('weigh/policy.js'),
  ];
  const words = [join(root, 'dist', 'cli', 'main.js'), 'look', join(root, 'examples', 'freezer-log'), '--json'];
  const dossier = JSON.parse(execFileSync(process.execPath, words, { encoding: 'utf8', maxBuffer: 1 << 30 }));
  const { edition } = editionOf(dossier, {
    ...{ number: 1, published: '2032-03-09T10:00:00Z', title: 'The freezer log', languages: ['en', 'zh'] },
    ...{ base: 'https://desk.example/freezer/', log: { id: 'c0ffee00'.repeat(4), key: 'desk.example+1a2b3c4d+AAAA' } },
    ...{ policy: defaultPolicy, decisions: [], earlier: [], secret: new Uint8Array(32), desk: [], also: [] },
  });
  return edition;
}

/** The edition with something after every name, title, quotation and wording. */
function spoiled(edition, words) {
  const put = (value) => (typeof value === 'string' ? (words === '' ? '' : `${words}${value}`) : value);
  const each = (list, ...keys) =>
    list.map((one) => ({ ...one, ...Object.fromEntries(keys.map((key) => [key, put(one[key])])) }));
  const { items, statements, origins, claims } = edition.dossier;
  return {
    ...edition,
    title: put(edition.title),
    dossier: {
      ...edition.dossier,
      items: each(items, 'title', 'publisher', 'author', 'file'),
      statements: each(statements, 'quote').map((one) => ({ ...one, source: each([one.source], 'name')[0] })),
      origins: each(origins, 'name'),
      claims: each(claims, 'statement'),
    },
  };
}

/** The data of a site on the disk, and the reviews that its pages carry. */
function written(files, folder) {
  mkdirSync(folder, { recursive: true });
  for (const { path, text } of files)
    if (/^[a-z.]+\.(?:json|csv|xml)$/u.test(path)) writeFileSync(join(folder, path), text);
  const reviews = files.flatMap(({ path, text }) =>
    path.endsWith('.html')
      ? [...text.matchAll(/<script type="application\/ld\+json">(.*?)<\/script>/gsu)].map(([, json]) =>
          JSON.parse(json),
        )
      : [],
  );
  writeFileSync(join(folder, 'reviews.json'), JSON.stringify(reviews));
  return folder;
}

/** A Python of its own with what can be installed. */
async function pythonWith(packages, home) {
  const python = join(home, 'bin', 'python');
  const quietly = (program, words) => {
    try {
      execFileSync(program, words, { stdio: 'ignore', timeout: 240_000 });
      return true;
    } catch {
      return false;
    }
  };
  const own = existsSync(python) || quietly('python3', ['-m', 'venv', home]);
  const has = new Set(
    Object.entries(packages)
      .filter(([name, version]) => own && quietly(python, ['-m', 'pip', 'install', '-q', `${name}==${version}`]))
      .map(([name]) => name),
  );
  const script = new URL('exports/ask.py', import.meta.url).pathname;
  const ask = (kind, file) => {
    const env = { PATH: process.env.PATH, PYTHONDONTWRITEBYTECODE: '1', PYTHONUTF8: '1' };
    const words = [script, kind, file];
    return JSON.parse(execFileSync(own ? python : 'python3', words, { encoding: 'utf8', env, maxBuffer: 1 << 28 }));
  };
  return { has, ask };
}
