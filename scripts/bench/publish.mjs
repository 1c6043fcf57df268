// Weighs and times published records of stories that it makes itself, and writes docs/benchmarks/publish.md.
//   npm run bench -- publish [--rounds 5] [--quick]      --quick publishes 200 items and leaves 500 out
import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { createServer } from 'node:http';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, extname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { gzipSync } from 'node:zlib';
import { chromium } from 'playwright-core';
import { noise } from './noise.mjs';
import { publishStory } from './publish-story.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-bench-'));
const program = join(root, 'dist', 'cli', 'main.js');
const { values: asked } = parseArgs({
  args: process.argv.slice(3),
  options: { rounds: { type: 'string', default: '5' }, quick: { type: 'boolean', default: false } },
});
const ROUNDS = Math.max(1, Number(asked.rounds) || 5);
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
/** Lighthouse's "slow 4G" before its own simulation: 1.6 Mbit/s down, 750 kbit/s up, 150 ms there and back. */
const SLOW_4G = { offline: false, latency: 150, downloadThroughput: 1.6e6 / 8, uploadThroughput: 750e3 / 8 };
const TYPES = { '.html': 'text/html; charset=utf-8', '.css': 'text/css', '.png': 'image/png' };

const DESK = join(scratch, 'desk');

function hearsay(words, desk = DESK) {
  const env = { ...process.env, HEARSAY_DESK: desk, HEARSAY_CACHE: '', HEARSAY_BY: 'bench', NO_COLOR: '1' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], {
    env,
    encoding: 'utf8',
    maxBuffer: 1 << 28,
  });
  if (status !== 0) throw new Error(`hearsay ${words[0]} ended with ${status}: ${stderr}${stdout}`);
  return stdout;
}

/** A case of so many items, made once. */
function caseOf(count) {
  const [items, folder] = [join(scratch, `items-${count}`), join(scratch, `case-${count}`)];
  publishStory(items, count);
  hearsay(['new', folder, '--title', 'The bridge at Tarnholm']);
  hearsay(['add', folder, items]);
  return folder;
}

const WHY = ['--without-reply', 'the bridge is used by many'];
const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const spread = (list, digits = 2) =>
  [Math.min(...list), median(list), Math.max(...list)].map((one) => one.toFixed(digits)).join(' | ');

function timed(work) {
  const began = process.hrtime.bigint();
  work();
  return Number(process.hrtime.bigint() - began) / 1e9;
}

/** Publishing whole, only looking, and only weighing: what each adds is a stage. */
function publishing(count, rounds) {
  const folder = caseOf(count);
  const rows = { weighed: [], previewed: [], published: [] };
  for (let round = 0; round < rounds; round++) {
    rows.weighed.push(timed(() => hearsay(['show', folder, '--json'])));
    rows.previewed.push(timed(() => hearsay(['publish', folder, '--preview'])));
    const out = join(scratch, `record-${count}-${round}`);
    // A first edition each time: of a copy of the case, by a desk that has signed no other.
    const [fresh, desk] = [join(scratch, 'fresh'), join(scratch, 'fresh-desk')];
    cpSync(folder, fresh, { recursive: true });
    cpSync(DESK, desk, { recursive: true });
    rows.published.push(timed(() => hearsay(['publish', fresh, out, ...WHY], desk)));
    for (const one of [fresh, desk]) rmSync(one, { recursive: true, force: true });
  }
  const record = join(scratch, `record-${count}-0`);
  return { record, rows };
}

const kb = (bytes) => (bytes / 1000).toFixed(1);

/** Bytes of a page and of its style, plain and packed as a web server sends them. */
function weight(record, path) {
  const page = readFileSync(join(record, path));
  const style = readFileSync(join(record, 'style.css'));
  return `| ${path} | ${[page.length, page.length + style.length, gzipSync(page).length, gzipSync(page).length + gzipSync(style).length].map(kb).join(' | ')} |`;
}

function fullest(record, folder) {
  const all = readdirSync(join(record, folder)).map((name) => `${folder}/${name}`);
  return all.sort((a, b) => statSync(join(record, b)).size - statSync(join(record, a)).size)[0];
}

/** A folder as a plain web server gives it, unpacked. */
async function serve(folder) {
  const server = createServer((request, response) => {
    const file = join(folder, new URL(request.url ?? '/', 'http://local').pathname);
    if (!existsSync(file)) return response.writeHead(404).end();
    response.writeHead(200, { 'content-type': TYPES[extname(file)] ?? 'text/plain' });
    return response.end(readFileSync(file));
  });
  await new Promise((done) => server.listen(0, '127.0.0.1', done));
  return { origin: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

/** First contentful paint and the end of loading, in a fresh browser context each time. */
async function paints(record, path, throttled) {
  const site = await serve(record);
  const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox', '--disable-gpu'] });
  const found = { paint: [], load: [] };
  for (let round = 0; round < ROUNDS; round++) {
    const context = await browser.newContext({ viewport: { width: 412, height: 823 } });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Network.enable');
    if (throttled) {
      await session.send('Network.emulateNetworkConditions', SLOW_4G);
      await session.send('Emulation.setCPUThrottlingRate', { rate: 4 });
    }
    await page.goto(`${site.origin}/${path}`, { waitUntil: 'load' });
    // The page's own policy forbids scripts that wait inside it.
    const PAINT = 'performance.getEntriesByName("first-contentful-paint")';
    while ((await page.evaluate(`${PAINT}.length`)) === 0) await page.waitForTimeout(20);
    found.paint.push(await page.evaluate(`${PAINT}[0].startTime`));
    found.load.push(await page.evaluate('performance.getEntriesByType("navigation")[0].loadEventEnd'));
    await context.close();
  }
  await browser.close();
  site.close();
  return found;
}

const before = noise();
const story = publishing(200, asked.quick ? 1 : Math.min(3, ROUNDS));
const large = asked.quick ? null : publishing(500, Math.min(3, ROUNDS));
const rowsOf = (count, { rows }) => [
  `| ${count} | read and weighed (\`show\`) | ${spread(rows.weighed)} |`,
  `| ${count} | and drafted, written, searched (\`publish --preview\`) | ${spread(rows.previewed)} |`,
  `| ${count} | **and sealed: the whole of \`publish\`** | ${spread(rows.published)} |`,
];
const pages = [
  'index.html',
  'zh/index.html',
  'claims.html',
  'spread.html',
  'evidence.html',
  fullest(story.record, 'claims'),
  fullest(story.record, 'embed'),
];
const painted = [];
if (existsSync(browserPath))
  for (const path of ['index.html', 'evidence.html', fullest(story.record, 'claims')])
    for (const throttled of [true, false]) {
      const { paint, load } = await paints(story.record, path, throttled);
      painted.push(
        `| ${path} | ${throttled ? '4 × slower, slow 4G' : 'as it is'} | ${spread(paint, 0)} | ${spread(load, 0)} |`,
      );
    }
const machine = `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; the same fixed arithmetic 15 times took ${before} before and ${noise()} after (least, median, most); ${loadavg()[0].toFixed(1)} programs wanted to run when it ended`;
const report = `# What a published record weighs and how long it takes

Written by \`npm run bench -- publish\`: whole processes of the program, on stories that the script makes (reports, reprints, posts, one in nine in Chinese). ${machine}.

## Weight

A story of 200 items, in kB (1,000 bytes). A page needs itself and \`style.css\`, nothing else; pictures aside.

| page | itself | with its style | itself, packed | with its style, packed |
|---|---|---|---|---|
${pages.map((path) => weight(story.record, path)).join('\n')}

## First paint

The record of 200 items from a plain web server on the same machine, unpacked, in ${painted.length > 0 ? 'Chromium on a screen of 412 × 823' : 'no browser: none is installed'}; ${ROUNDS} rounds, each with nothing remembered. Slow 4G is 150 ms there and back and 1.6 Mbit/s.

| page | browser and line | first paint, least ms | median | most | loaded, least ms | median | most |
|---|---|---|---|---|---|---|---|
${painted.join('\n')}

## Publishing

Both languages, nothing remembered from an earlier run; ${story.rows.published.length} rounds. Each line holds the one before it.

| items | what | least s | median s | most s |
|---|---|---|---|---|
${[...rowsOf(200, story), ...(large ? rowsOf(500, large) : [])].join('\n')}
`;
console.log(report);
mkdirSync(join(root, 'docs', 'benchmarks'), { recursive: true });
writeFileSync(join(root, 'docs', 'benchmarks', 'publish.md'), report);
if (!process.env.KEEP) rmSync(scratch, { recursive: true, force: true });
