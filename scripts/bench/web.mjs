// Times the workbench in Chromium on a story that the script makes, and writes docs/benchmarks/web.md.
//   npm run bench -- web [--rounds 5] [--items 2000] [--files 500]
import { spawn, spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, tmpdir, totalmem } from 'node:os';
import { dirname, join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { chromium } from 'playwright-core';
import { noise } from './noise.mjs';
import { publishStory } from './publish-story.mjs';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-bench-web-'));
const program = join(root, 'dist', 'cli', 'main.js');
const { values: asked } = parseArgs({
  args: process.argv.slice(3),
  options: {
    rounds: { type: 'string', default: '5' },
    items: { type: 'string', default: '2000' },
    files: { type: 'string', default: '500' },
  },
});
const [ROUNDS, ITEMS, FILES] = [asked.rounds, asked.items, asked.files].map(Number);
/** Sentences an item at least: some of them make more than 20,000 statements of 2,000 items. */
const SENTENCES = 9;
const browserPath = process.env.CHROMIUM ?? '/usr/bin/chromium';
const env = {
  ...process.env,
  ...{ HEARSAY_DESK: join(scratch, 'desk'), HEARSAY_CACHE: join(scratch, 'memo'), HEARSAY_BY: 'bench', NO_COLOR: '1' },
};

const median = (list) => [...list].sort((a, b) => a - b)[Math.floor(list.length / 2)] ?? 0;
const spread = (list) => [Math.min(...list), median(list), Math.max(...list)].map((one) => one.toFixed(0)).join(' | ');

function hearsay(...words) {
  const { status, stderr } = spawnSync(process.execPath, [program, ...words], { env, maxBuffer: 1 << 28 });
  if (status !== 0) throw new Error(`hearsay ${words[0]} ended with ${status}: ${stderr}`);
}

async function serve() {
  const child = spawn(process.execPath, [program, 'serve', join(scratch, 'cases'), '--no-open', '--port', '0'], {
    env,
    stdio: ['ignore', 'pipe', 'ignore'],
  });
  let said = '';
  child.stdout.on('data', (part) => {
    said += part;
  });
  while (!said.includes('\n')) await pause(20);
  const address = /http:\S+/u.exec(said)[0];
  const token = address.split('#token=')[1];
  const origin = new URL(address).origin;
  const get = async (path) =>
    (await fetch(`${origin}/api/v1${path}`, { headers: { 'x-hearsay-token': token } })).json();
  return { child, address, origin, token, get };
}

/** Milliseconds in the page from an act until something is there and painted; the words run in the page. */
const until = (page, act, there) =>
  page.evaluate(`(async () => {
    const began = performance.now();
    ${act};
    while (!(${there})) await new Promise((go) => setTimeout(go, 0));
    await new Promise((go) => requestAnimationFrame(() => requestAnimationFrame(go)));
    return performance.now() - began;
  })()`);

const VIEWS = [
  ['story', `location.hash = '#/big/story'`, `document.querySelector('a.story-claim')`],
  ['a claim', 'CLAIM', `document.querySelector('.claim-room h1')`],
  ['evidence', `location.hash = '#/big/evidence'`, `document.querySelectorAll('main tbody tr').length > 10`],
  ['an item', 'ITEM', `document.querySelector('.evidence-text')`],
  ['spread', `location.hash = '#/big/spread'`, `document.querySelector('main canvas, main svg')`],
  ['log', `location.hash = '#/big/log'`, `document.querySelector('main li')`],
];

async function views(browser, { address, get }) {
  const board = await get('/cases/big/board');
  const claim = board.claims.find((one) => !one.privateLife).id;
  const item = board.items.find((one) => one.to > 0)?.id ?? board.items[0].id;
  const rows = new Map(VIEWS.map(([name]) => [name, []]));
  const opened = [];
  const filters = [];
  let sent = 0;
  for (let round = 0; round < ROUNDS; round++) {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage();
    const session = await page.context().newCDPSession(page);
    await session.send('Network.enable');
    // What is asked for again, and then found in the browser's cache, was sent once.
    const scripts = new Map();
    const lengths = new Map();
    session.on(
      'Network.responseReceived',
      ({ requestId, type, response }) => type === 'Script' && scripts.set(requestId, response.url),
    );
    session.on('Network.loadingFinished', ({ requestId, encodedDataLength }) => {
      const url = scripts.get(requestId);
      if (url) lengths.set(url, Math.max(lengths.get(url) ?? 0, encodedDataLength));
    });
    await page.goto(address);
    await page.locator('main h1').waitFor();
    const began = performance.now();
    await page.goto(`${new URL(address).origin}/#/big/story`);
    await page.reload();
    await page.locator('a.story-claim').first().waitFor();
    opened.push(performance.now() - began);
    sent = Math.max(
      sent,
      [...lengths.values()].reduce((sum, one) => sum + one, 0),
    );
    for (const [name, act, there] of VIEWS) {
      const done = act
        .replace('CLAIM', `location.hash = '#/big/claim/${claim}'`)
        .replace('ITEM', `location.hash = '#/big/evidence/${item}'`);
      // Once to fetch the view's own part, once as it is from then on.
      await until(page, done, there);
      await page.evaluate(`location.hash = '#/'`);
      await pause(150);
      rows.get(name).push(await until(page, done, there));
    }
    await page.evaluate(`location.hash = '#/big/story'`);
    await page.locator('input[type=search]').nth(1).waitFor();
    for (const letters of ['t', 'th', 'the', 'the w', 'the wa'])
      filters.push(
        await until(
          page,
          `{ const field = document.querySelectorAll('main input[type=search]')[0]; field.value = ${JSON.stringify(letters)}; field.dispatchEvent(new Event('input', { bubbles: true })); }`,
          'true',
        ),
      );
    await page.context().close();
  }
  return { rows, opened, filters, sent };
}

/** Frames a second while the drawing is moved with the pointer. */
async function panning(browser, address) {
  const page = await (await browser.newContext({ viewport: { width: 1280, height: 860 } })).newPage();
  await page.goto(address);
  await page.evaluate(`location.hash = '#/big/spread'`);
  const drawing = page.locator('main canvas, main svg').first();
  await drawing.waitFor();
  await pause(1500);
  const box = await drawing.boundingBox();
  const [x, y] = [box.x + box.width / 2, box.y + Math.min(box.height / 2, 300)];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.evaluate(
    `globalThis.frames = []; (function next(t) { globalThis.frames.push(t); requestAnimationFrame(next); })(performance.now())`,
  );
  for (let step = 0; step < 120; step++) {
    await page.mouse.move(x + 200 * Math.sin(step / 9), y + 60 * Math.cos(step / 9));
    await pause(8);
  }
  await page.mouse.up();
  const times = await page.evaluate('globalThis.frames');
  await page.context().close();
  const gaps = times.slice(1).map((one, at) => one - times[at]);
  return { fps: 1000 / (gaps.reduce((sum, one) => sum + one, 0) / gaps.length), slowest: Math.max(...gaps) };
}

/** A decision on the large story: when it is on the disk, and when the story is shown as it then stands. */
async function deciding({ origin, token, get }) {
  const headers = { 'x-hearsay-token': token, 'content-type': 'application/json' };
  const { claims } = await get('/cases/big/board');
  const claim = claims.find((one) => !one.privateLife && one.label !== 'retracted').id;
  const began = performance.now();
  const body = JSON.stringify({ kind: 'retract', data: { statement: claim }, why: 'taken back' });
  const written = await fetch(`${origin}/api/v1/cases/big/decisions`, { method: 'POST', headers, body });
  if (written.status !== 201) throw new Error(`the decision was answered with ${written.status}`);
  const kept = performance.now() - began;
  while (performance.now() - began < 120_000) {
    const { claims: now } = await get('/cases/big/board');
    if (now.some(({ label }) => label === 'retracted')) break;
    await pause(100);
  }
  return { kept, shown: performance.now() - began };
}

/** Files into a new case: when the first of them can be seen, when all of them, and how long anything else waits meanwhile. */
async function adding({ origin, token, get }) {
  publishStory(join(scratch, 'files'), FILES);
  const headers = { 'x-hearsay-token': token };
  await fetch(`${origin}/api/v1/cases`, {
    method: 'POST',
    headers: { ...headers, 'content-type': 'application/json' },
    body: JSON.stringify({ name: 'fresh', title: 'Fresh', languages: [] }),
  });
  const form = new FormData();
  for (const name of readdirSync(join(scratch, 'files', 'items')))
    form.append('file', new Blob([readFileSync(join(scratch, 'files', 'items', name))]), name);
  const waits = [];
  let first = null;
  let all = null;
  const began = performance.now();
  const sending = fetch(`${origin}/api/v1/cases/fresh/files`, { method: 'POST', headers, body: form });
  while (all === null && performance.now() - began < 240_000) {
    const asked = performance.now();
    await get('/cases');
    waits.push(performance.now() - asked);
    const now = performance.now() - began;
    const board =
      waits.length % 4 === 0 ? await Promise.race([get('/cases/fresh/board'), pause(90).then(() => null)]) : null;
    if (board?.claims?.length > 0) first ??= now;
    if (board?.counts?.items >= FILES) all = performance.now() - began;
    await pause(40);
  }
  await sending;
  return { first, all, waits };
}

const before = noise();
mkdirSync(join(scratch, 'cases'));
publishStory(join(scratch, 'items'), ITEMS, SENTENCES);
hearsay('new', join(scratch, 'cases', 'big'), '--title', 'The bridge at Tarnholm');
hearsay('add', join(scratch, 'cases', 'big'), join(scratch, 'items'));
const desk = await serve();
const began = performance.now();
const board = await desk.get('/cases/big/board');
const weighed = (performance.now() - began) / 1000;
const statements = board.items.reduce((sum, one) => sum + one.statements, 0);
if (!existsSync(browserPath)) throw new Error(`no browser at ${browserPath}; install Chromium or set CHROMIUM`);
const browser = await chromium.launch({ executablePath: browserPath, args: ['--no-sandbox'] });
const { rows, opened, filters, sent } = await views(browser, desk);
const pan = await panning(browser, desk.address);
await browser.close();
const decided = await deciding(desk);
const added = await adding(desk);
desk.child.kill();
const seconds = (ms) => (ms === null ? 'not within four minutes' : `${(ms / 1000).toFixed(1)} s`);
const report = `# How fast the workbench is

Written by \`npm run bench -- web\`: Chromium, a server on the same machine, a story of ${ITEMS.toLocaleString('en')} items and ${statements.toLocaleString('en')} statements that the script makes; ${ROUNDS} rounds, each in a fresh context. ${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GiB, Node ${process.version}; the same fixed arithmetic 15 times took ${before} before and ${noise()} after (least, median, most); ${loadavg()[0].toFixed(1)} programs wanted to run when it ended.

The first weighing of the story took ${weighed.toFixed(0)} s; what follows is with the case weighed. Times run until what the view is for is there and painted.

| what | least ms | median | most |
|---|---|---|---|
| the story opens, page and script included | ${spread(opened)} |
${[...rows].map(([name, list]) => `| ${name} | ${spread(list)} |`).join('\n')}
| a letter typed into the filter of the claims | ${spread(filters)} |

Script of the first view, as sent: ${(sent / 1000).toFixed(1)} kB. Spread view while it is moved: ${pan.fps.toFixed(0)} frames a second, the slowest frame ${pan.slowest.toFixed(0)} ms.

A decision is on the disk after ${decided.kept.toFixed(0)} ms; the story as it stands with it is shown after ${seconds(decided.shown)}, until then as it was.

Adding ${FILES} files to a new case: first claims after ${seconds(added.first)}, all items after ${seconds(added.all)}. Meanwhile the list of cases was asked for ${added.waits.length} times: ${spread(added.waits)} ms (least, median, most).
`;
console.log(report);
mkdirSync(join(root, 'docs', 'benchmarks'), { recursive: true });
writeFileSync(join(root, 'docs', 'benchmarks', 'web.md'), report);
rmSync(scratch, { recursive: true, force: true });
