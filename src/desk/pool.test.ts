import { existsSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, describe, expect, it } from 'vitest';
import { bareFacts } from '../capture/facts.ts';
import { refusedCapture } from '../capture/refused.ts';
import { type Account, type Evidence, SILENT } from '../hearsay.ts';
import { openPool, type Pool, threadsOf } from './pool.ts';

const built = new URL('../../dist/desk/pool-worker.js', import.meta.url);
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-pool-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const evidence = (n: number): Evidence => ({
  facts: bareFacts(`${n}.txt`),
  bytes: new TextEncoder().encode(
    `Warden Ilka Brandt said on Tuesday that gate ${n} had been open.\n\n`.repeat(20 + n),
  ),
});
const silent = (file: string): Account => ({
  capture: refusedCapture(bareFacts(file), { code: 'empty', message: '' }),
  reading: SILENT,
});

const READY = "parentPort.postMessage({ is: 'ready' });";

/** A program for threads: what it does first, then with each file. */
function program(name: string, first: string, then: string): URL {
  const path = join(scratch, `${name}.mjs`);
  writeFileSync(
    path,
    `import { parentPort } from 'node:worker_threads';\n${first}\nparentPort.on('message', ${then});`,
  );
  return pathToFileURL(path);
}

/** An easy pool, of items that are done here at once, and how many those are. */
function opened(program: URL, threads: number): { pool: Pool; own: () => number } {
  let own = 0;
  const here = (one: Evidence): Promise<Account> => {
    own++;
    return Promise.resolve(silent(one.facts.file));
  };
  return { pool: openPool(here, { left: () => 1000, worth: 0, threads, program }), own: () => own };
}

/** Asks for one item after the other until `count` were done elsewhere than here; what came of those. */
async function elsewhere(program: URL, count: number, most = 1000): Promise<PromiseSettledResult<Account>[]> {
  const { pool, own } = opened(program, 2);
  const found: PromiseSettledResult<Account>[] = [];
  for (let n = 0; n < most && found.length < count; n++) {
    const before = own();
    const [one] = await Promise.allSettled([pool.account(evidence(found.length))]);
    if (own() > before) await pause(5);
    else if (one) found.push(one);
  }
  await pool.close();
  return found;
}

const reasons = (found: readonly PromiseSettledResult<Account>[]): readonly string[] =>
  found.flatMap((one, n) => (one.status === 'rejected' ? [`${n}: ${one.reason.message}`] : []));

const MORTAL = `({ facts: { file } }) => {
  if (file === '5.txt') process.exit(1);
  if (file === '6.txt') throw new Error('out of thread');
  if (file === '7.txt') return parentPort.postMessage({ is: 'failed', why: 'no words' });
  parentPort.postMessage({ is: 'done', account: ${JSON.stringify(silent('x'))} });
}`;

describe('the pool', () => {
  it.skipIf(!existsSync(fileURLToPath(built)))('gives the same accounts with threads and without', async () => {
    const { account } = (await import(new URL('../hearsay.js', built).href)) as typeof import('../hearsay.ts');
    const blind = { see: () => Promise.reject(new Error('no eyes')) };
    const found = await elsewhere(built, 40);
    expect(found.length).toBe(40);
    for (const [n, one] of found.entries()) {
      const own = { status: 'fulfilled', value: await account(evidence(n), blind) };
      expect(JSON.stringify(one)).toBe(JSON.stringify(own));
    }
  });

  it('starts no thread for a few items', async () => {
    const { pool, own } = opened(program('none', READY, MORTAL), 2);
    for (let n = 0; n < 8; n++) expect((await pool.account(evidence(5))).capture.item.file).toBe('5.txt');
    await pause(300);
    await pool.account(evidence(5));
    expect(own()).toBe(9);
    await pool.close();
  });

  it('keeps pictures here', async () => {
    const picture = { facts: bareFacts('5.txt'), bytes: new Uint8Array([0x89, 0x50, 0x4e, 0x47, 13, 10, 26, 10]) };
    const { pool, own } = opened(program('pictures', READY, MORTAL), 2);
    for (let n = 0; n < 60; n++) await pool.account(n < 40 ? evidence(0) : picture);
    await pause(300);
    const before = own();
    await pool.account(picture);
    expect(own()).toBe(before + 1);
    await pool.close();
  });

  it('works here where threads do not start', async () => {
    expect(await elsewhere(program('wrong', 'throw new Error("no");', '() => undefined'), 1, 60)).toEqual([]);
  });

  it('loses only the item whose thread dies', async () => {
    const found = await elsewhere(program('dies', READY, MORTAL), 30);
    expect(found.length).toBe(30);
    expect(reasons(found)).toEqual(['5: its thread ended', '6: out of thread', '7: no words']);
  });

  it('takes back what a thread that dies had not come to', async () => {
    const { pool, own } = opened(program('leaves', READY, MORTAL), 1);
    for (let before = -1; before < own(); await pause(5)) {
      before = own();
      await pool.account(evidence(0));
    }
    const found = await Promise.allSettled([5, 8].map((n) => pool.account(evidence(n))));
    expect(reasons(found)).toEqual(['0: its thread ended']);
    await pool.close();
  });

  it('takes as many threads as it is told, and never very many', () => {
    expect(threadsOf({ HEARSAY_THREADS: '0' })).toBe(0);
    expect(threadsOf({ HEARSAY_THREADS: '3' })).toBe(3);
    expect(threadsOf({ HEARSAY_THREADS: '900' })).toBe(6);
    expect(threadsOf({ HEARSAY_THREADS: 'many' })).toBeGreaterThanOrEqual(0);
  });
});
