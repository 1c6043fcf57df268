// What somebody does to a published folder, and what three programs say of it: hearsay, tools/verify.py and verify.html.
import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { cpSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { inBrowser } from './published-browser.mjs';
import { changes, forgeries } from './published-changes.mjs';

export const title = 'A published record tampered with';

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };
const isSealed = (path) => path.startsWith('seal/');

export async function run({ root, scratch, quick }) {
  const program = await programOf(join(root, 'dist'));
  const made = published(root, scratch);
  const folder = folderAt(made.second);
  const stride = quick
    ? { own: 401, listed: 997, python: 1009, page: 1999 }
    : { own: 1, listed: 1, python: 32, page: 32 };
  const rows = [
    await flipListed(program, folder, stride.listed),
    await flipSeal(program, folder, stride.own),
    ...byPython(root, made.second, stride),
    ...(await inBrowser({ folder, sealed: isSealed, stride: stride.page })),
  ];
  const shapes = await changes(program, folder, folderAt(made.first));
  const forged = await forgeries(program, folder, folderAt(made.first), folderAt(made.other));
  return page(folder, rows, shapes, forged);
}

async function programOf(dist) {
  const from = (path) => import(pathToFileURL(join(dist, path)).href);
  const [a, b, c] = await Promise.all([
    from('seal/verify-edition.js'),
    from('seal/files.js'),
    from('seal/manifest.js'),
  ]);
  return { ...a, ...b, ...c };
}

/** Two editions of the example story, and one of another desk. */
function published(root, scratch) {
  const env = { ...process.env, HEARSAY_CACHE: '', NO_COLOR: '1' };
  const call = (desk, ...words) =>
    execFileSync(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...words], {
      ...{ cwd: scratch, stdio: ['ignore', 'pipe', 'pipe'] },
      env: { ...env, HEARSAY_DESK: join(scratch, desk) },
    });
  const example = join(root, 'examples', 'freezer-log');
  for (const desk of ['desk', 'another']) {
    call(desk, 'new', `${desk}-case`, '--title', 'The freezer log');
    call(desk, 'add', `${desk}-case`, example);
    call(desk, 'publish', `${desk}-case`, `${desk}-record`, '--without-reply', 'to see what a record withstands');
  }
  cpSync(join(scratch, 'desk-record'), join(scratch, 'first'), { recursive: true });
  call('desk', 'publish', 'desk-case', 'desk-record', '--without-reply', 'to see what a record withstands');
  return {
    first: join(scratch, 'first'),
    second: join(scratch, 'desk-record'),
    other: join(scratch, 'another-record'),
  };
}

function folderAt(place) {
  const files = readdirSync(place, { recursive: true, withFileTypes: true }).filter((one) => one.isFile());
  const paths = files.map((one) => join(one.parentPath, one.name).slice(place.length + 1)).sort();
  return new Map(paths.map((path) => [path, new Uint8Array(readFileSync(join(place, path)))]));
}

const hexOf = (bytes) => `sha256:${createHash('sha256').update(bytes).digest('hex')}`;

/** A reader over a folder in memory, of which some files are others; digests of those that are not are known. */
function readerOver(folder, digests, changed) {
  return {
    list: async () => [...folder.keys()],
    read: async (path) => changed.get(path) ?? folder.get(path) ?? null,
    digest: async (path) => (changed.has(path) ? hexOf(changed.get(path)) : (digests.get(path) ?? null)),
    size: (path) => folder.get(path)?.length ?? 0,
  };
}

/** Turns one bit, works, and turns it back: a copy of a large file a byte would take long. */
async function turned(bytes, at, work) {
  bytes[at] ^= 1 << (at % 8);
  try {
    return await work();
  } finally {
    bytes[at] ^= 1 << (at % 8);
  }
}

const tally = (kind, by) => ({ kind, by, tried: 0, runs: 0, detected: 0, located: 0, checks: new Map() });

function count(row, faults, file, at) {
  const own = faults.filter((one) => one.file === file);
  row.tried++;
  row.detected += faults.length > 0 ? 1 : 0;
  row.located += own.some((one) => one.start <= at && at < one.end) ? 1 : 0;
  for (const check of new Set(own.map((one) => one.check))) row.checks.set(check, (row.checks.get(check) ?? 0) + 1);
}

const faultsIn = (checks) => checks.flatMap(({ check, faults }) => faults.map((one) => ({ check, ...one })));

/** Files that the manifest lists: one byte of each at once, the check of the files in memory. */
async function flipListed(program, folder, stride) {
  const row = tally('files that the manifest lists: one byte of each at once, the check of files in memory', 'hearsay');
  const manifest = program.parseManifest(new TextDecoder().decode(folder.get('seal/manifest')));
  const digests = new Map([...folder].map(([path, bytes]) => [path, hexOf(bytes)]));
  const listed = manifest.map(({ path }) => path);
  const longest = Math.max(...listed.map((path) => folder.get(path).length));
  for (let at = 0; at < longest; at += stride) {
    const touched = listed.filter((path) => folder.get(path).length > at);
    for (const path of touched) folder.get(path)[at] ^= 1 << (at % 8);
    const changed = new Map(touched.map((path) => [path, folder.get(path)]));
    const check = await program.filesCheck({ reader: readerOver(folder, digests, changed), manifest });
    for (const path of touched) {
      folder.get(path)[at] ^= 1 << (at % 8);
      count(row, faultsIn([check]), path, at);
    }
    row.runs++;
  }
  return row;
}

/** Files of the seal: one byte at a time, everything verified in memory. */
async function flipSeal(program, folder, stride) {
  const row = tally('`seal/`: one byte at a time, the whole folder verified in memory', 'hearsay');
  const digests = new Map([...folder].map(([path, bytes]) => [path, hexOf(bytes)]));
  for (const [path, bytes] of [...folder].filter(([path]) => isSealed(path)))
    for (let at = 0; at < bytes.length; at += stride) {
      const verified = () => program.verifyEdition(readerOver(folder, digests, new Map([[path, bytes]])), NOTHING);
      count(row, faultsIn(await turned(bytes, at, verified)), path, at);
      row.runs++;
    }
  return row;
}

/** The second verifier, in one run of Python. */
function byPython(root, place, stride) {
  const script = join(root, 'scripts', 'torture', 'published-second.py');
  try {
    const words = [script, join(root, 'tools', 'verify.py'), place, String(stride.listed), String(stride.python)];
    const out = execFileSync('python3', words, { encoding: 'utf8', maxBuffer: 1 << 28 });
    return JSON.parse(out).map((row) => ({
      ...row,
      by: '`tools/verify.py`',
      checks: new Map(Object.entries(row.checks)),
    }));
  } catch (cause) {
    return [{ ...tally(`absent here: ${String(cause).split('\n')[0]}`, '`tools/verify.py`') }];
  }
}

function page(folder, rows, shapes, forged) {
  const bytes = [...folder.values()].reduce((sum, one) => sum + one.length, 0);
  const checks = (row) =>
    [...row.checks]
      .sort((a, b) => b[1] - a[1])
      .map(([name, n]) => `${name} ${n}`)
      .join(', ');
  const own = rows.filter(({ by }) => by === 'hearsay').reduce((sum, { tried }) => sum + tried, 0);
  return [
    `The second edition of the example story as it was published: ${folder.size} files, ${bytes} bytes. *Located*: a fault of that file whose byte range takes in the byte; one bit of a byte is turned. The page runs in Chromium; it and the second verifier are slower, and where they take fewer bytes, these stand evenly over each file.`,
    '',
    `**Every byte flipped once**, for \`hearsay verify\`: ${own} of ${bytes}.`,
    '',
    '| verifier | bytes of | flips | runs of the check | detected | located | by |',
    '|---|---|---:|---:|---:|---:|---|',
    ...rows.map(
      (row) =>
        `| ${row.by} | ${row.kind} | ${row.tried} | ${row.runs} | ${row.detected} | ${row.located} | ${checks(row)} |`,
    ),
    '',
    '**Files and events**, `hearsay verify` in memory.',
    '',
    '| what was done | how many | detected | the file named |',
    '|---|---:|---:|---:|',
    ...shapes.map((row) => `| ${row.kind} | ${row.tried} | ${row.detected} | ${row.located} |`),
    '',
    '**Another record.** Who holds a key can sign what he likes, and who holds the folder can leave out what nothing counts; then only what is known from elsewhere tells.',
    '',
    '| what was done | the folder alone | `--key` | `--since` |',
    '|---|---|---|---|',
    ...forged.map((row) => `| ${row.kind} | ${row.alone} | ${row.key} | ${row.since} |`),
    '',
  ].join('\n');
}
