// The page that checks a record, made to check many changed ones inside Chromium.
import { existsSync } from 'node:fs';
import { createServer } from 'node:http';

/** How the page is asked: it turns the bytes itself, so that a folder crosses over once. */
const FLIP = `async (turns) => {
  const found = [];
  for (const places of turns) {
    const files = { ...globalThis.folder };
    for (const [path, at] of places) {
      files[path] = files[path].slice();
      files[path][at] ^= 1 << at % 8;
    }
    const faults = (await hearsay.verify(files)).flatMap(({ check, faults }) => faults.map((one) => ({ check, ...one })));
    for (const [path, at] of places) {
      const own = faults.filter((one) => one.file === path);
      const isPlaced = own.some((one) => one.start <= at && at < one.end);
      found.push([faults.length > 0, isPlaced, [...new Set(own.map((one) => one.check))]]);
    }
  }
  return found;
}`;
const AT_ONCE = 100;

/** Rows of what verify.html says; one that says so where there is no Chromium. */
export async function inBrowser({ folder, sealed, stride }) {
  const executablePath = process.env.CHROMIUM ?? '/usr/bin/chromium';
  const by = '`verify.html`';
  if (!existsSync(executablePath)) return [{ ...empty('absent here: no Chromium'), by }];
  const { chromium } = await import('playwright-core');
  const server = createServer((request, response) => response.end(folder.get(request.url.slice(1)) ?? '')).listen(
    0,
    '127.0.0.1',
  );
  await new Promise((done) => server.once('listening', done));
  const browser = await chromium.launch({ executablePath, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    const page = await browser.newPage();
    await page.goto(`http://127.0.0.1:${server.address().port}/verify.html`);
    const listed = [...folder].filter(([path]) => !sealed(path));
    const own = [...folder].filter(([path]) => sealed(path));
    const files = [...folder].map(([path, bytes]) => [path, Buffer.from(bytes).toString('base64')]);
    await page.evaluate((all) => {
      globalThis.folder = Object.fromEntries(
        all.map(([path, text]) => [path, Uint8Array.from(atob(text), (one) => one.charCodeAt(0))]),
      );
    }, files);
    return [
      {
        ...(await asked(
          page,
          'files that the manifest lists: one byte of each at once, the whole folder verified',
          together(listed, stride),
        )),
        by,
      },
      { ...(await asked(page, '`seal/`: one byte at a time, the whole folder verified', alone(own, stride))), by },
    ];
  } finally {
    await browser.close();
    server.close();
  }
}

const empty = (kind) => ({ kind, tried: 0, runs: 0, detected: 0, located: 0, checks: new Map() });

/** One byte of each file at once, evenly over the longest. */
function together(files, stride) {
  const longest = Math.max(...files.map(([, bytes]) => bytes.length));
  return Array.from({ length: Math.ceil(longest / stride) }, (_, n) =>
    files.filter(([, bytes]) => bytes.length > n * stride).map(([path]) => [path, n * stride]),
  );
}

const alone = (files, stride) =>
  files.flatMap(([path, bytes]) =>
    Array.from({ length: Math.ceil(bytes.length / stride) }, (_, n) => [[path, n * stride]]),
  );

async function asked(page, kind, turns) {
  const row = empty(kind);
  for (let from = 0; from < turns.length; from += AT_ONCE) {
    const some = turns.slice(from, from + AT_ONCE);
    for (const [detected, located, checks] of await page.evaluate(`(${FLIP})(${JSON.stringify(some)})`)) {
      row.tried++;
      row.detected += detected ? 1 : 0;
      row.located += located ? 1 : 0;
      for (const check of checks) row.checks.set(check, (row.checks.get(check) ?? 0) + 1);
    }
    row.runs += some.length;
  }
  return row;
}
