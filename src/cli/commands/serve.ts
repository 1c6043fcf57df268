import { spawn } from 'node:child_process';
import { stat } from 'node:fs/promises';
import { resolve } from 'node:path';
import { HearsayError } from '../../base/error.ts';
import { arguments_, textOf } from '../words.ts';

export const serve = {
  usage: 'hearsay serve [folder] [--port N] [--host 127.0.0.1] [--no-open] [--new-token] [--by NAME]',
  does: 'opens the workbench in the browser, over the cases in a folder; nobody else can reach it',
  more: [
    '  folder          holds cases, or is one; otherwise the folder you are in',
    '  --port N        otherwise 4327, or the next that is free',
    '  --host          127.0.0.1 is the only one: the desk is not on the network',
    '  --no-open       prints the address and leaves the browser alone',
    '  --new-token     forgets the token: pages and extensions that had it are shut out',
    '  --by NAME       who decides and adds; otherwise HEARSAY_BY, or the account',
  ].join('\n'),
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      ...{ port: { type: 'string' }, host: { type: 'string' }, by: { type: 'string' } },
      ...{ 'no-open': { type: 'boolean' }, 'new-token': { type: 'boolean' } },
    });
    const [folder = '.', ...more] = paths;
    if (more.length > 0) throw new HearsayError('usage', 'serve wants one folder: hearsay serve [folder]');
    if (!['127.0.0.1', null].includes(textOf(values['host'])))
      throw new HearsayError('usage', '--host is 127.0.0.1 and nothing else: the desk is not on the network');
    const about = await stat(folder).catch(() => null);
    if (!about?.isDirectory()) throw new HearsayError('not-found', `${folder}: no such folder; check the path`);
    // What serves takes a while to load, and most calls serve nothing.
    const [{ openServer }, { deskToken, doorTo }] = await Promise.all([
      import('../../serve/server.ts'),
      import('../../serve/token.ts'),
    ]);
    const running = await openServer(resolve(folder), {
      port: portOf(textOf(values['port'])),
      token: await deskToken(values['new-token'] === true),
      by: textOf(values['by']),
      log: (line) => process.stderr.write(`hearsay serve: ${printable(line)}\n`),
    });
    process.stdout.write(`The workbench is at ${running.address}\nCtrl-C ends it; what was acknowledged is kept.\n`);
    if (!values['no-open']) opened(await doorTo(running.address));
    await stopped();
    await running.close();
    process.stderr.write('\nstopped; what was acknowledged is kept\n');
    process.exit(0);
  },
};

/** One line, whatever the page sent. */
const printable = (line: string): string => line.replaceAll(/[^\P{C}\n]/gu, '?').slice(0, 2000);

function portOf(given: string | null): number | null {
  if (given === null) return null;
  if (/^\d{1,5}$/u.test(given) && Number(given) < 65_536) return Number(given);
  throw new HearsayError('usage', `--port wants a number up to 65535, not "${given}"`);
}

/** Until somebody ends it. A second Ctrl-C does not wait. */
const stopped = (): Promise<void> =>
  new Promise((done) => {
    process.removeAllListeners('SIGINT');
    for (const signal of ['SIGINT', 'SIGTERM'] as const)
      process.once(signal, () => {
        process.once(signal, () => process.exit(130));
        done();
      });
  });

/** Shows a page in the browser; where there is none, the printed address will do. */
function opened(file: string): void {
  const [program = '', ...before] =
    process.platform === 'darwin' ? ['open'] : process.platform === 'win32' ? ['explorer.exe'] : ['xdg-open'];
  spawn(program, [...before, file], { stdio: 'ignore', detached: true })
    .on('error', () => undefined)
    .unref();
}
