// The disk fails, fills up, or the process dies, at each of its calls on the case in turn (after Tessera's posix fault test).
import { execFileSync, spawnSync } from 'node:child_process';
import { cpSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { acknowledgedIn, caseWatch } from './after-crash.mjs';

export const title = 'A disk that fails, is full, or dies at each call';

const CALLS = ['openat', 'write', 'pwrite64', 'fdatasync', 'fsync', 'rename', 'mkdir', 'ftruncate', 'unlink'];
const WAYS = [
  ['EIO', 'error=EIO'],
  ['ENOSPC', 'error=ENOSPC'],
  ['killed', 'signal=KILL'],
];
const CHILD = fileURLToPath(new URL('crash-child.mjs', import.meta.url));
const ROUNDS = '9';

export async function run({ root, scratch, quick }) {
  if (spawnSync('strace', ['-V']).status !== 0) return 'Not run: strace is not installed.';
  const dist = join(root, 'dist');
  const watch = await caseWatch(dist);
  const fresh = join(scratch, 'fresh');
  await watch.make(fresh);
  const places = callsOn(fresh, join(scratch, 'case'), dist, join(scratch, 'trace'));
  const rows = new Map(WAYS.map(([name]) => [name, { places: 0, hit: 0, acknowledged: 0, wrong: [] }]));
  for (const [at, { call, nth }] of places.entries()) {
    if (quick && at % 23 !== 0) continue;
    for (const [name, what] of WAYS) {
      const folder = join(scratch, 'case');
      rmSync(folder, { recursive: true, force: true });
      cpSync(fresh, folder, { recursive: true });
      // The desk would know that this copy is older than what it signed last.
      rmSync(join(process.env.HEARSAY_DESK, 'heads'), { recursive: true, force: true });
      const { told, hit } = injected(`inject=${call}:${what}:when=${nth}`, call, folder, dist, join(scratch, 'trace'));
      const row = rows.get(name);
      const acknowledged = acknowledgedIn(told);
      row.places++;
      row.hit += hit ? 1 : 0;
      row.acknowledged += acknowledged.length;
      for (const wrong of await watch.wrong(folder, acknowledged))
        row.wrong.push(`${name} at ${call} ${nth}: ${wrong}`);
    }
  }
  const all = [...rows.values()].flatMap((row) => row.wrong);
  return [
    `One session of adding, deciding, erasing and sealing makes ${places.length} calls on its case (${CALLS.join(', ')}). Each is made to fail once, each way.`,
    '',
    '| | calls | reached | events acknowledged before | lost, not opening or not verifying |',
    '|---|---:|---:|---:|---:|',
    ...[...rows].map(
      ([name, row]) => `| ${name} | ${row.places} | ${row.hit} | ${row.acknowledged} | ${row.wrong.length} |`,
    ),
    '',
    ...all.slice(0, 20).map((what) => `- ${what}`),
  ].join('\n');
}

/** One thread does all calls on files, so that their order is the same each time. */
const environment = () => ({ ...process.env, UV_THREADPOOL_SIZE: '1', UV_USE_IO_URING: '0' });

const straced = (extra, folder, dist, log) => [
  ...['-f', '-qq', '-y', '-e', `trace=${CALLS.join(',')}`, ...extra, '-o', log],
  ...[process.execPath, CHILD, dist, folder, ROUNDS],
];

/** Every call on the case in a session that goes well: which, and the how-manieth of its kind in its thread. */
function callsOn(fresh, folder, dist, log) {
  cpSync(fresh, folder, { recursive: true });
  rmSync(join(process.env.HEARSAY_DESK, 'heads'), { recursive: true, force: true });
  execFileSync('strace', straced([], folder, dist, log), { env: environment(), stdio: ['ignore', 'pipe', 'inherit'] });
  const counts = new Map();
  const places = [];
  for (const line of readFileSync(log, 'utf8').split('\n')) {
    const [, thread, call] = /^(\d+) +(\w+)\(/u.exec(line) ?? [];
    if (!call) continue;
    const nth = (counts.get(`${thread} ${call}`) ?? 0) + 1;
    counts.set(`${thread} ${call}`, nth);
    if (line.includes(folder)) places.push({ call, nth });
  }
  return places;
}

function injected(inject, call, folder, dist, log) {
  const { stdout } = spawnSync('strace', straced(['-e', inject], folder, dist, log), {
    env: environment(),
    encoding: 'utf8',
  });
  const trace = readFileSync(log, 'utf8');
  const hit = trace
    .split('\n')
    .some(
      (line) =>
        (line.includes('(INJECTED)') && line.includes(folder) && line.includes(`${call}(`)) ||
        line.includes('killed by SIGKILL'),
    );
  return { told: stdout ?? '', hit };
}
