import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { refusedCapture } from '../capture/refused.ts';
import { type Account, type Evidence, SILENT } from '../hearsay.ts';
import { openPool, type Pool, threadsOf } from './pool.ts';

const built = new URL('../../dist/cli/pool-worker.js', import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-pool-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const facts = (file: string): Evidence['facts'] => ({
  ...{ file, url: null, publisher: null, author: null },
  ...{ published: null, captured: null, lang: null, note: null },
});
const evidence = (n: number): Evidence => ({
  facts: facts(`${n}.txt`),
  bytes: new TextEncoder().encode(
    `Warden Ilka Brandt said on Tuesday that gate ${n} had been open.\n\n`.repeat(20 + n),
  ),
});
const silent = (file: string): Account => ({
  capture: refusedCapture(facts(file), { code: 'empty', message: '' }),
  reading: SILENT,
});

/** A program for threads that says at once that it is ready, then does as told with each file. */
function program(name: string, first: string, then: string): URL {
  const path = join(scratch, `${name}.mjs`);
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';\n${first}\nparentPort.on('message', ${then});`,
  );
  return pathToFileURL(path);
}

/** Asks until `count` accounts were made elsewhere than here; what came of those. */
async function threaded(
  open: (here: Pool['account']) => Pool,
  count: number,
  most = 500,
): Promise<PromiseSettledResult<Account>[]> {
  let own = 0;
  const pool = open((one) => {
    own++;
    return Promise.resolve(silent(one.facts.file));
  });
  const found: Promise<Account>[] = [];
  for (let n = 0; n < most && found.length < count; n++) {
    const before = own;
    const one = pool.account(evidence(found.length));
    if (own > before) await pause(20);
    else found.push(one);
  }
  return Promise.allSettled(found).finally(() => pool.close());
}

describe('the pool', () => {
  it.skipIf(!existsSync(fileURLToPath(built)))('gives the same accounts with threads and without', async () => {
    const { account } = (await import(new URL('../hearsay.js', built).href)) as typeof import('../hearsay.ts');
    const blind = { see: () => Promise.reject(new Error('no eyes')) };
    const found = await threaded((here) => openPool(here, { threads: 2, program: built }), 40);
    expect(found.length).toBe(40);
    for (const [n, one] of found.entries()) {
      const own = { status: 'fulfilled', value: await account(evidence(n), blind) };
      expect(JSON.stringify(one)).toBe(JSON.stringify(own));
    }
  });

  it('starts no thread for a few items, nor for pictures', async () => {
    const picture = { facts: facts('a.png'), bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) };
    const pool = openPool((one) => Promise.resolve(silent(one.facts.file)), {
      threads: 2,
      program: program('none', 'process.exit(1)', '() => undefined'),
    });
    for (let n = 0; n < 60; n++) await pool.account(picture);
    const found = await Promise.all([0, 1, 2].map((n) => pool.account(evidence(n))));
    expect(found.map((one) => one.capture.item.file)).toEqual(['0.txt', '1.txt', '2.txt']);
    await pool.close();
  });

  it('works here where threads do not start', async () => {
    const wrong = program('wrong', 'throw new Error("no");', '() => undefined');
    expect(await threaded((here) => openPool(here, { threads: 2, program: wrong }), 1, 60)).toEqual([]);
  });

  it('loses only the item whose thread dies', async () => {
    const dies = program(
      'dies',
      "parentPort.postMessage({ is: 'ready' });",
      `({ facts: { file } }) => {
        if (file === '5.txt') process.exit(1);
        if (file === '6.txt') throw new Error('out of thread');
        if (file === '7.txt') return parentPort.postMessage({ is: 'failed', why: 'no words' });
        parentPort.postMessage({ is: 'done', account: ${JSON.stringify(silent('x'))} });
      }`,
    );
    const found = await threaded((here) => openPool(here, { threads: 2, program: dies }), 30);
    expect(found.flatMap((one, n) => (one.status === 'rejected' ? [`${n}: ${one.reason.message}`] : []))).toEqual([
      '5: its thread ended',
      '6: out of thread',
      '7: no words',
    ]);
  });

  it('takes as many threads as it is told, and never very many', () => {
    expect(threadsOf({ HEARSAY_THREADS: '0' })).toBe(0);
    expect(threadsOf({ HEARSAY_THREADS: '3' })).toBe(3);
    expect(threadsOf({ HEARSAY_THREADS: '900' })).toBe(8);
    expect(threadsOf({ HEARSAY_THREADS: 'many' })).toBeGreaterThan(0);
  });
});
