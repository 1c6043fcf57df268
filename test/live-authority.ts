import { execFile, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import type { Post } from '../src/net/post.ts';

/** A real time stamp authority on this machine: `openssl ts` behind HTTP, with keys made for the occasion. */
export interface LiveAuthority {
  readonly url: string;
  readonly anchors: string;
  /** Whether OpenSSL accepts an answer to a hash, given the same anchors. */
  readonly verify: (answer: Uint8Array, hash: Uint8Array) => boolean;
  readonly close: () => void;
}

/** Whether there is an OpenSSL that stamps. */
export const hasOpenssl = (): boolean => spawnSync('openssl', ['ts', '-help']).status === 0;

const CONFIG = `
oid_section = oids
[ oids ]
[ tsa ]
default_tsa = here
[ here ]
serial = ./serial
signer_cert = ./tsa.pem
signer_key = ./tsa.key
certs = ./root.pem
signer_digest = sha256
default_policy = 1.3.6.1.4.1.99999.2
digests = sha256, sha384, sha512
accuracy = secs:1, millisecs:250
ordering = yes
tsa_name = yes
ess_cert_id_alg = sha256
[ req ]
distinguished_name = none
[ none ]
[ root ]
basicConstraints = critical, CA:TRUE
keyUsage = critical, keyCertSign
[ signer ]
extendedKeyUsage = critical, timeStamping
keyUsage = critical, digitalSignature
`;

/** Makes keys and certificates of one kind and opens the server. */
export async function openLiveAuthority(kind: 'rsa' | 'ecdsa'): Promise<LiveAuthority> {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-tsa-'));
  const run = (...words: readonly string[]) => spawnSync('openssl', words, { cwd: folder });
  writeFileSync(join(folder, 'tsa.cnf'), CONFIG);
  writeFileSync(join(folder, 'serial'), '01');
  const newKey = kind === 'rsa' ? ['-newkey', 'rsa:2048'] : ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256'];
  const request = ['req', '-config', 'tsa.cnf', ...newKey, '-nodes'];
  run(
    ...request,
    '-x509',
    '-days',
    '9',
    '-subj',
    '/O=Example/CN=Root',
    '-extensions',
    'root',
    '-keyout',
    'root.key',
    '-out',
    'root.pem',
  );
  run(...request, '-subj', '/O=Example/CN=Time', '-keyout', 'tsa.key', '-out', 'tsa.csr');
  const sign = ['x509', '-req', '-in', 'tsa.csr', '-CA', 'root.pem', '-CAkey', 'root.key', '-set_serial', '99'];
  run(...sign, '-days', '9', '-extfile', 'tsa.cnf', '-extensions', 'signer', '-out', 'tsa.pem');
  const server = createServer((incoming, outgoing) => {
    const parts: Buffer[] = [];
    incoming.on('data', (part: Buffer) => parts.push(part));
    incoming.on('end', async () => {
      writeFileSync(join(folder, 'q.tsq'), Buffer.concat(parts));
      const words = ['ts', '-reply', '-config', 'tsa.cnf', '-queryfile', 'q.tsq', '-out', 'a.tsr'];
      await promisify(execFile)('openssl', words, { cwd: folder }).catch(() => undefined);
      outgoing
        .writeHead(200, { 'content-type': 'application/timestamp-reply' })
        .end(readFileSync(join(folder, 'a.tsr')));
    });
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  return {
    url: `http://127.0.0.1:${(server.address() as AddressInfo).port}/`,
    anchors: readFileSync(join(folder, 'root.pem'), 'utf8'),
    verify: (answer, hash) => {
      writeFileSync(join(folder, 'v.tsr'), answer);
      const words = [
        'ts',
        '-verify',
        '-digest',
        Buffer.from(hash).toString('hex'),
        '-in',
        'v.tsr',
        '-CAfile',
        'root.pem',
      ];
      return run(...words).status === 0;
    },
    close: () => {
      server.close();
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Sends by the fetch of the system: only for a server on this machine. */
export const plainPost: Post = async (url, body, contentType) => {
  const headers = contentType === null ? {} : { 'content-type': contentType };
  const init = body === null ? { headers } : { method: 'POST', headers, body: new Uint8Array(body) };
  const answer = await fetch(url, init);
  const bytes = new Uint8Array(await answer.arrayBuffer());
  return { status: answer.status, contentType: answer.headers.get('content-type') ?? '', bytes };
};
