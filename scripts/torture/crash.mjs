// kill -9 at random points of writing.
import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { randomFrom } from '../chance.mjs';
import { acknowledgedIn, caseWatch } from './after-crash.mjs';

export const title = 'Killed while it writes';

const KILLS = 1000;
/** A fresh case after so many kills, so that what is looked at stays small. */
const PER_CASE = 20;
const CHILD = fileURLToPath(new URL('crash-child.mjs', import.meta.url));

export async function run({ root, scratch, quick }) {
  const kills = quick ? 20 : KILLS;
  const dist = join(root, 'dist');
  const watch = await caseWatch(dist);
  const random = randomFrom(20310617);
  let acknowledged = 0;
  let before = 0;
  const wrong = [];
  for (let done = 0; done < kills; ) {
    const folder = join(scratch, `case-${done}`);
    await watch.make(folder);
    const known = [];
    for (let n = 0; n < PER_CASE && done < kills; n++, done++) {
      const told = await killed([CHILD, dist, folder], Math.floor(random() * 120));
      if (!told.includes('open')) before++;
      const acks = acknowledgedIn(told);
      acknowledged += acks.length;
      known.push(...acks);
      for (const what of await watch.wrong(folder, known)) wrong.push(`kill ${done}: ${what}`);
    }
    rmSync(folder, { recursive: true });
  }
  return [
    '| | |',
    '|---|---:|',
    `| kill -9 at random points | ${kills} |`,
    `| of these, while the case was being opened or taken up | ${before} |`,
    `| events acknowledged | ${acknowledged} |`,
    `| acknowledged events lost, cases that did not open or verify | ${wrong.length} |`,
    '',
    ...wrong.slice(0, 20).map((what) => `- ${what}`),
  ].join('\n');
}

/** Starts the child, and kills it so many milliseconds after its first word; gives what it told. */
function killed(words, after) {
  return new Promise((done) => {
    const child = spawn(process.execPath, words, { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    let armed = false;
    child.stdout.on('data', (piece) => {
      told += piece;
      if (!armed) setTimeout(() => child.kill('SIGKILL'), after);
      armed = true;
    });
    // Some die before their first word: while they load, lock or take up.
    if (after % 10 === 0) setTimeout(() => child.kill('SIGKILL'), 60 + after);
    child.on('close', () => done(told));
  });
}
