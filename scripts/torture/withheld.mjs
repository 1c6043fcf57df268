// Stories with invented names in every carrier, published and then searched by something that shares no code with us.
// Stories that are done are kept by what was built: a run that was stopped goes on. WITHHELD=20-39 takes only those.
import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { searched } from './withheld/search.mjs';
import { storyOf } from './withheld/story.mjs';

export const title = 'Names that are withheld';

const [STORIES, QUICK, NAMES] = [200, 10, 50];
const SEED = 20330505;

export async function run({ root, scratch, quick }) {
  const built = readFileSync(join(root, 'dist', '.built'), 'utf8')
    .trim()
    .slice(0, 16);
  const kept = join(tmpdir(), `hearsay-withheld-${built}`);
  mkdirSync(kept, { recursive: true });
  const [from, to] = (process.env.WITHHELD ?? `0-${(quick ? QUICK : STORIES) - 1}`).split('-').map(Number);
  const reader = await openReader();
  const told = [];
  for (let n = from; n <= to; n++) {
    const file = join(kept, `${n}.json`);
    if (!existsSync(file))
      writeFileSync(file, JSON.stringify(await storyTold(root, join(scratch, String(n)), n, reader.read)));
    told.push(JSON.parse(readFileSync(file, 'utf8')));
  }
  await reader.close();
  const page = pageOf(told);
  if (!quick) keep(root, page);
  return page;
}

/** A second look at pictures, by Tesseract itself. */
async function openReader() {
  const load = createRequire(import.meta.url);
  const { createWorker } = load('tesseract.js');
  const data = join(load.resolve('@tesseract.js-data/eng/package.json'), '..', '4.0.0_best_int');
  const worker = await createWorker('eng', 1, { langPath: data, cacheMethod: 'none' });
  return {
    read: async (bytes) => (await worker.recognize(bytes)).data.text,
    close: () => worker.terminate(),
  };
}

/** One story: written, taken in, published, searched. */
async function storyTold(root, place, n, read) {
  mkdirSync(place, { recursive: true });
  const people = await storyOf(join(place, 'story'), SEED + n, NAMES);
  const call = (...words) =>
    spawnSync(process.execPath, [join(root, 'dist', 'cli', 'main.js'), ...words], {
      ...{ cwd: place, encoding: 'utf8', maxBuffer: 1 << 28 },
      env: { ...process.env, HEARSAY_DESK: join(place, 'desk'), HEARSAY_CACHE: '', NO_COLOR: '1' },
    });
  call('new', 'case', '--title', 'The north gate');
  call('add', 'case', 'story');
  const { stdout, stderr } = call('publish', 'case', 'out', '--json', '--without-reply', 'a story about nothing');
  const out = join(place, 'out');
  const outcome = stdout.startsWith('{') ? JSON.parse(stdout) : null;
  const known = new Set((outcome?.withheld ?? []).map(({ name }) => name));
  const found = existsSync(out) ? await searched(out, people, read) : [];
  const control = await searched(join(place, 'story'), people, read);
  if (!process.env.WITHHELD_KEEP) rmSync(place, { recursive: true, force: true });
  return {
    ...{ people: people.map(({ name, carriers }) => ({ name, carriers, known: known.has(name) })), found },
    ...{ control: new Set(control.map(({ name }) => name)).size },
    ...{ published: existsSync(out) || (outcome?.found.length === 0 && outcome.checkpoint !== null) },
    ...{ stopped: outcome?.found ?? [], failed: outcome === null ? stderr.slice(0, 500) : null },
    ...{ files: outcome?.files ?? 0, bytes: outcome?.bytes ?? 0 },
  };
}

const sum = (all, of) => all.reduce((total, one) => total + of(one), 0);

function pageOf(told) {
  const out = told.filter(({ published }) => published);
  const planted = (stories, fits) => sum(stories, ({ people }) => people.filter(fits).length);
  const foundOf = (stories, fits) =>
    sum(
      stories,
      ({ people, found }) => people.filter((one) => fits(one) && found.some(({ name }) => name === one.name)).length,
    );
  const row = (words, fits) => `| ${words} | ${planted(told, fits)} | ${planted(out, fits)} | ${foundOf(out, fits)} |`;
  const carriers = [...new Set(told.flatMap(({ people }) => people.flatMap((one) => one.carriers)))];
  return [
    `${told.length} stories of invented people, ${NAMES} names each; every person speaks once in a plain text and stands again in some of ${carriers.length} carriers. \`new\`, \`add\`, \`publish\`; then every published byte is searched by a program of its own: encodings, tags, escapes, what is packed, pixels. The family name alone counts as found. The same search of the stories themselves finds ${sum(told, ({ control }) => control)} of ${planted(told, () => true)} names. Published: ${out.length}; stopped by the gate, so that nothing was written: ${told.filter(({ stopped }) => stopped.length > 0).length}; failed: ${told.filter(({ failed }) => failed !== null).length}. ${sum(out, ({ files }) => files)} files, ${Math.round(sum(out, ({ bytes }) => bytes) / 1e6)} MB.`,
    '',
    '| | names planted | of them in published stories | found in published bytes |',
    '|---|---:|---:|---:|',
    row('all', () => true),
    row('the case knew the person', ({ known }) => known),
    row('the case did not know the person', ({ known }) => !known),
    '',
    '| carrier | names planted | of them in published stories | found in published bytes |',
    '|---|---:|---:|---:|',
    ...carriers.map((carrier) => row(carrier, (one) => one.carriers.includes(carrier))),
  ].join('\n');
}

/** The same table in docs/withholding.md, between its marks. */
function keep(root, page) {
  const file = join(root, 'docs', 'withholding.md');
  if (!existsSync(file)) return;
  const text = readFileSync(file, 'utf8');
  writeFileSync(
    file,
    text.replace(/(<!-- withheld -->\n)[\s\S]*?(<!-- end -->)/u, (_, a, b) => `${a}${page}\n${b}`),
  );
}
