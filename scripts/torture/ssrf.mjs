// Asks for addresses inside in every way there is, and counts what leaves: at the sockets and at the system calls.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { PUBLIC } from './hostile-page.mjs';

export const title = 'Asked for what is inside';

const CHILD = fileURLToPath(new URL('ssrf-child.mjs', import.meta.url));
const FORMS = JSON.parse(readFileSync(new URL('address-forms.json', import.meta.url), 'utf8'));

const WAYS = [
  ['direct', 'directly, http and https, three ports'],
  ['redirect', 'after a redirect (301, 302, 303, 307, 308)'],
  ['chain', 'at the end of a chain of redirects'],
  ['robots', 'by a redirect of robots.txt'],
  ['names', 'in the answer of a name server: alone, beside public addresses, A and AAAA'],
  ['rebinding', 'by a name that moves between two requests'],
  ['page', 'as picture or canonical version of a captured page'],
  ['browser', 'by a hostile page in a real browser, every means a page has'],
];
const CONTROLS = [
  ['unguarded fetch', "control: Node's own `fetch`, loopback forms only"],
  ['unguarded browser', 'control: the same page in the same browser, without our guard'],
];

export async function run({ root, scratch, quick }) {
  const traced = hasTrace();
  const { installedBrowser } = await import(join(root, 'dist', 'net', 'browser.js'));
  const browser = installedBrowser();
  const canary = await openCanary();
  const rows = [];
  const ways = [...WAYS, ...(quick ? [] : CONTROLS)];
  for (const [way, what] of ways) {
    if (way.endsWith('browser') && browser === null) {
      rows.push(`| ${what} | not run: no Chromium is installed | | | |`);
      continue;
    }
    const before = canary.hits();
    const log = join(scratch, `${way.replaceAll(' ', '-')}.log`);
    const told = await asked([join(root, 'dist'), way, JSON.stringify(canary.ports)], traced ? log : null);
    await new Promise((go) => setTimeout(go, 300));
    const calls = traced ? String(callsIn(log).length) : 'not counted';
    rows.push(`| ${what} | ${told.asked} | ${told.refused} | ${calls} | ${canary.hits() - before} |`);
  }
  canary.close();
  return [
    `${FORMS.length} forms of addresses that are not on the public internet (\`scripts/torture/address-forms.json\`). Connections are counted twice: at sockets that listen on every address of this machine, of both families, at three ports, and as system calls (\`connect\`, \`sendto\`, \`sendmsg\` to an internet address, by any process of the capture${traced ? ', counted by strace' : '; strace is not installed, so not counted here'}). One loopback address plays the public web and is not counted.`,
    '',
    '| asked for | requests | refused | system calls to other addresses | connections that came |',
    '|---|---:|---:|---:|---:|',
    ...rows,
    '',
    'The browser answers requests of the page itself; its one row is one page with some 40 means of reaching out, each at twelve addresses.',
  ].join('\n');
}

/** Runs one way in a process of its own, under strace where there is one. */
function asked(words, log) {
  const strace = [
    '-f',
    '-qq',
    '-yy',
    '--seccomp-bpf',
    '-e',
    'trace=connect,sendto,sendmsg,sendmmsg',
    '-s',
    '0',
    '-o',
    log,
  ];
  const [command, list] = log
    ? ['strace', [...strace, process.execPath, CHILD, ...words]]
    : [process.execPath, [CHILD, ...words]];
  return new Promise((done, failed) => {
    const child = spawn(command, list, { stdio: ['ignore', 'pipe', 'inherit'] });
    let told = '';
    child.stdout.on('data', (piece) => {
      told += piece;
    });
    child.once('error', failed);
    child.once('exit', (code) => {
      if (code === 0) done(JSON.parse(told));
      else failed(new Error(`${words[1]} ended with ${code}`));
    });
  });
}

/**
 * Calls by which something could leave for an internet address other than that of the play. A UDP socket that is only
 * given an address sends nothing: so Chromium asks the system whether there is IPv6. What is sent on one counts.
 */
const callsIn = (log) =>
  readFileSync(log, 'utf8')
    .split('\n')
    .filter((line) => !line.includes(`"${PUBLIC}"`) && !/^\d+ +connect\(\d+<UDP/u.test(line))
    .filter((line) => /sa_family=AF_INET6?\b/u.test(line) || /^\d+ +send\w*\(\d+<UDP/u.test(line));

function hasTrace() {
  try {
    execFileSync('strace', ['-f', '-qq', '-yy', '--seccomp-bpf', '-o', '/dev/null', 'true'], { stdio: 'ignore' });
    return existsSync('/proc');
  } catch {
    return false;
  }
}

async function openCanary() {
  let hits = 0;
  const servers = [0, 1, 2].map(() =>
    createServer((socket) => {
      hits++;
      socket.on('error', () => undefined);
      socket.destroy();
    }),
  );
  const listen = (server, host) =>
    new Promise((go, fail) => {
      server.once('error', fail);
      server.listen(0, host, go);
    });
  await Promise.all(servers.map((server) => listen(server, '::').catch(() => listen(server, '0.0.0.0'))));
  const ports = servers.map((server) => server.address().port);
  return { ports, hits: () => hits, close: () => servers.map((server) => server.close()) };
}
