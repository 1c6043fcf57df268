// Those who sign what a desk signed: a witness, and an authority that stamps the time.
import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

/** A witness: its verifier key, and the line that it adds to a checkpoint (C2SP cosignature/v1). */
export function witnessFrom(seed) {
  const pkcs8 = Buffer.concat([
    Buffer.from('302e020100300506032b657004220420', 'hex'),
    Buffer.from(sha256(seed), 'hex'),
  ]);
  const key = createPrivateKey({ key: pkcs8, format: 'der', type: 'pkcs8' });
  const material = Buffer.concat([
    Buffer.from([4]),
    createPublicKey(key).export({ format: 'der', type: 'spki' }).subarray(-32),
  ]);
  const name = 'witness.example/one';
  const id = Buffer.from(sha256(Buffer.concat([Buffer.from(`${name}\n`), material])), 'hex').subarray(0, 4);
  const line = (note, time = 1940000000) => {
    const text = note.slice(0, note.lastIndexOf('\n\n') + 1);
    const stampBytes = Buffer.alloc(8);
    stampBytes.writeBigUInt64BE(BigInt(time));
    const signature = sign(null, Buffer.from(`cosignature/v1\ntime ${time}\n${text}`), key);
    return `— ${name} ${Buffer.concat([id, stampBytes, signature]).toString('base64')}\n`;
  };
  return { key: `${name}+${id.toString('hex')}+${material.toString('base64')}`, line };
}

/** A proof by OpenTimestamps: promised by a calendar and, perhaps, in a block. */
export function proofOf(note, random) {
  const magic = Buffer.from('004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294', 'hex');
  const piece = (bytes) => Buffer.concat([Buffer.from([bytes.length]), bytes]);
  const some = (most) => Buffer.from(Array.from({ length: 1 + random.below(most) }, () => random.below(256)));
  const steps = Array.from({ length: random.below(4) }, () => [
    ...[Buffer.from([random.pick([0xf0, 0xf1])]), piece(some(40))],
    Buffer.from([random.pick([0x08, 0x08, 0x02, 0x03])]),
  ]).flat();
  const uri = Buffer.from('https://calendar.example');
  const pending = [Buffer.from('0083dfe30d2ef90c8e', 'hex'), piece(piece(uri))];
  const block = [Buffer.from('08000588960d73d71901', 'hex'), piece(Buffer.from([0x81, 1 + random.below(9)]))];
  const attested = random.chance(0.5) ? pending : [Buffer.from([0xff]), ...pending, ...block];
  const head = [magic, Buffer.from([1, 8]), Buffer.from(sha256(note), 'hex')];
  return new Uint8Array(Buffer.concat([...head, ...steps, ...attested]));
}

/** A text signed by a desk, as a note. */
export function noteBy(desk, text) {
  const seed = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), Buffer.from(desk.signer.seed)]);
  const signature = sign(null, Buffer.from(text), createPrivateKey({ key: seed, format: 'der', type: 'pkcs8' }));
  const [name, id] = desk.verifier.split('+');
  return `${text}\n— ${name} ${Buffer.concat([Buffer.from(id, 'hex'), signature]).toString('base64')}\n`;
}

/** A time-stamping authority by OpenSSL, or `null` where that is not installed. */
export function authorityIn(folder) {
  const run = (...words) => execFileSync('openssl', words, { cwd: folder, stdio: ['ignore', 'pipe', 'ignore'] });
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'tsa.cnf'), CONFIG);
  writeFileSync(join(folder, 'serial'), '01\n');
  try {
    const keys = ['-newkey', 'ec', '-pkeyopt', 'ec_paramgen_curve:P-256', '-nodes'];
    run(
      'req',
      '-x509',
      ...keys,
      '-keyout',
      'ca.key',
      '-out',
      'ca.pem',
      '-days',
      '9000',
      '-subj',
      '/CN=Sample Root',
      '-config',
      'tsa.cnf',
      '-extensions',
      'root',
    );
    run(
      'req',
      '-newkey',
      'rsa:2048',
      '-nodes',
      '-keyout',
      'tsa.key',
      '-out',
      'tsa.csr',
      '-subj',
      '/CN=Sample TSA',
      '-config',
      'tsa.cnf',
    );
    run(
      'x509',
      '-req',
      '-in',
      'tsa.csr',
      '-CA',
      'ca.pem',
      '-CAkey',
      'ca.key',
      '-CAcreateserial',
      '-out',
      'tsa.pem',
      '-days',
      '9000',
      '-extfile',
      'tsa.cnf',
      '-extensions',
      'tsa_ext',
    );
  } catch {
    return null;
  }
  copyFileSync(join(folder, 'ca.pem'), join(folder, 'anchors.pem'));
  return {
    anchors: join(folder, 'anchors.pem'),
    /** A token over these bytes: alone, or within the response. */
    token(bytes, alone) {
      writeFileSync(join(folder, 'data'), bytes);
      run('ts', '-query', '-data', 'data', '-sha256', '-cert', '-out', 'query.tsq');
      run(
        'ts',
        '-reply',
        '-config',
        'tsa.cnf',
        '-queryfile',
        'query.tsq',
        '-out',
        'reply',
        ...(alone ? ['-token_out'] : []),
      );
      return new Uint8Array(readFileSync(join(folder, 'reply')));
    },
  };
}

const CONFIG = `[req]
distinguished_name = dn
[dn]
[root]
basicConstraints = critical, CA:true
keyUsage = critical, keyCertSign
[tsa_ext]
keyUsage = critical, digitalSignature
extendedKeyUsage = critical, timeStamping
[tsa]
default_tsa = one
[one]
serial = ./serial
crypto_device = builtin
signer_cert = ./tsa.pem
certs = ./ca.pem
signer_key = ./tsa.key
signer_digest = sha256
default_policy = 1.2.3.4.1
digests = sha256, sha384, sha512
ess_cert_id_alg = sha256
`;
