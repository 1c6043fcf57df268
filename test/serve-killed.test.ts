import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, describe, expect, it } from 'vitest';
import { readCase } from '../src/store/case.ts';
import { root, run } from './run.ts';
import { type ServerChild, serverIn } from './server-child.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-killed-'));
const folder = join(scratch, 'cases');
process.env['HEARSAY_DESK'] = join(scratch, 'desk');
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const post = (server: ServerChild, path: string, body: unknown): Promise<Response> =>
  fetch(`${server.origin}/api/v1${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-hearsay-token': server.token },
    body: JSON.stringify(body),
  });

/** Names that the journal withholds. */
async function withheld(): Promise<readonly unknown[]> {
  const { journal, history } = await readCase(join(folder, 'gate'));
  expect(journal.faults).toEqual([]);
  return history.decisions.map(({ data }) => data['name']);
}

describe('a server that is killed', () => {
  it('has lost nothing that it acknowledged, and goes on with the same token', async () => {
    run(['new', join(folder, 'gate'), '--title', 'The gate']);
    const acknowledged: string[] = [];
    let token = '';
    for (const patience of [60, 230, 700]) {
      const server = await serverIn(scratch);
      token ||= server.token;
      expect(server.token).toBe(token);
      await post(server, '/cases/gate/decisions', { kind: 'withhold', data: { name: `first ${patience}` }, why: null });
      acknowledged.push(`first ${patience}`);
      const kill = pause(patience).then(() => server.child.kill('SIGKILL'));
      const sender = async (who: number): Promise<void> => {
        for (let at = 0; ; at++) {
          const name = `${patience} ${who} ${at}`;
          const answer = await post(server, '/cases/gate/decisions', { kind: 'withhold', data: { name }, why: null });
          if (answer.status === 201) acknowledged.push(name);
        }
      };
      await Promise.allSettled([sender(1), sender(2), sender(3)]);
      await kill;
      const kept = new Set(await withheld());
      expect(acknowledged.filter((name) => !kept.has(name))).toEqual([]);
    }
    expect(acknowledged.length).toBeGreaterThan(10);
  });

  it('lets a command write to the same case meanwhile, and hears of it', async () => {
    const server = await serverIn(scratch);
    const before = (await withheld()).length;
    const posts = Array.from({ length: 20 }, (_, at) =>
      post(server, '/cases/gate/decisions', { kind: 'withhold', data: { name: `page ${at}` }, why: null }),
    );
    const notes = [1, 2, 3].map(async (at) => {
      const words = [join(root, 'dist', 'cli', 'main.js'), 'note', join(folder, 'gate'), 'withhold', `command ${at}`];
      const [status] = await once(spawn(process.execPath, words, { stdio: 'ignore' }), 'exit');
      return status;
    });
    expect(await Promise.all(notes)).toEqual([0, 0, 0]);
    expect((await Promise.all(posts)).map(({ status }) => status)).toEqual(posts.map(() => 201));
    await pause(1200);
    const headers = { 'x-hearsay-token': server.token };
    const about = await (await fetch(`${server.origin}/api/v1/cases/gate`, { headers })).json();
    expect((await withheld()).length).toBe(before + 23);
    expect((about as { head: number }).head).toBe((await readCase(join(folder, 'gate'))).history.names.length - 1);
    server.child.kill('SIGINT');
    const [status] = await once(server.child, 'exit');
    expect(status).toBe(0);
    const verified = run(['verify', join(folder, 'gate')]);
    expect([verified.status, verified.out]).toMatchObject([0, expect.any(String)]);
  });
});
