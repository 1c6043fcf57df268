// Small cases at random, written by the program itself: evidence, decisions, erasures, new keys, checkpoints, stamps.
import { execFileSync } from 'node:child_process';
import { createHash, createPrivateKey, createPublicKey, sign } from 'node:crypto';
import { copyFileSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Numbers in [0, 1), always the same for a seed (mulberry32). */
export function randomFrom(seed) {
  let state = seed >>> 0;
  const next = () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
  const below = (n) => Math.floor(next() * n);
  const pick = (list) => list[below(list.length)];
  return { next, below, pick, chance: (p) => next() < p };
}

const NAMES = [
  'River Board',
  'Harbour Office',
  'Ana Prates',
  '河务局',
  'Σ. Μελά',
  'Tove 🛶',
  'line\nbreak',
  'a\u2028b',
  '\ud834 x',
];
const WORDS = [
  'the',
  'ferry',
  'left',
  'at',
  'nine',
  'and',
  'no',
  'gate',
  'was',
  'shut',
  '渡轮',
  '在',
  'niño',
  '🚤',
  '"so"',
  '\\',
];
const NOTHING = { url: null, publisher: null, author: null, published: null, captured: null, lang: null, note: null };

/** The program, as far as a case can be written with it. */
export async function program(dist) {
  const at = (path) => import(pathToFileURL(join(dist, path)).href);
  const [cases, desk, blobs, verify, policy] = await Promise.all(
    ['store/case.js', 'store/desk.js', 'store/blobs.js', 'store/verify-case.js', 'weigh/policy.js'].map(at),
  );
  return { ...cases, ...desk, ...blobs, ...verify, ...policy };
}

/** A case in `folder`; gives the checkpoints that it had on its way, the newest last. */
export async function randomCase(api, folder, random, { desks, tsa, witness }) {
  let at = Date.UTC(2031, 5, 17, 9) + random.below(1e9);
  let home = join(desks, `desk-${random.below(3)}`);
  const hand = async () => ({
    desk: await api.openDesk(home),
    by: random.pick(NAMES),
    now: () => (at += random.below(9e4)),
  });
  await api.createCase(
    folder,
    { title: some(random, 4), languages: random.chance(0.5) ? ['en', 'zh'] : [] },
    await hand(),
  );
  const checkpoints = [];
  const sessions = random.chance(0.03) ? 40 : 1 + random.below(4);
  for (let session = 0; session < sessions; session++) {
    if (random.chance(0.1)) home = join(desks, `desk-${random.below(3)}`);
    const writer = await api.openWriter(folder, await hand());
    for (let acts = 1 + random.below(6); acts > 0; acts--)
      await act(api, writer, random, { tsa, witness, checkpoints });
    await writer.close();
    checkpoints.push(readFileSync(join(folder, 'log', 'checkpoint'), 'utf8'));
    if (random.chance(0.3)) derivedFile(folder, random);
  }
  return checkpoints;
}

const some = (random, most) => Array.from({ length: 1 + random.below(most) }, () => random.pick(WORDS)).join(' ');
const sha256 = (bytes) => createHash('sha256').update(bytes).digest('hex');

async function act(api, writer, random, { tsa, witness }) {
  const chosen = random.below(20);
  if (chosen < 7) return add(api, writer, random);
  if (chosen < 13) return writer.append([decision(random, writer)]);
  if (chosen === 13) return undo(writer, random);
  if (chosen < 16) return erase(writer, random);
  if (chosen === 16)
    return writer.append([{ kind: 'policy', data: { policy: { ...api.defaultPolicy, name: some(random, 2) } } }]);
  const note = await writer.seal();
  await writer.append([{ kind: 'checkpoint', data: { note } }]);
  if (chosen === 18) return writer.append([{ kind: 'cosign', data: { note: note + witness.line(note) } }]);
  if (chosen === 19 && tsa && random.chance(0.5)) return stamp(api, writer, random, note, tsa);
}

async function add(api, writer, random) {
  if (random.chance(0.1)) {
    const secret = sha256(String(random.next()));
    const intimate = { commitment: `sha256:${sha256(Buffer.from(secret, 'hex'))}`, secret };
    const facts = { file: 'picture.jpg', ...NOTHING };
    return writer.append([{ kind: 'add', data: { blob: null, size: null, facts, from: 'file', intimate } }]);
  }
  const all = Array.from({ length: 1 + random.below(3) }, () =>
    new TextEncoder().encode(random.chance(0.05) ? '' : some(random, random.chance(0.1) ? 3000 : 30)),
  );
  const names = await api.putBlobs(writer.root, all);
  const facts = () => ({
    ...NOTHING,
    file: `${some(random, 2)}.txt`,
    publisher: random.chance(0.5) ? random.pick(NAMES) : null,
  });
  await writer.append(
    all.map((bytes, n) => ({
      kind: 'add',
      data: {
        blob: names[n],
        size: bytes.length,
        facts: facts(),
        from: random.pick(['file', 'web', 'archive']),
        intimate: null,
      },
    })),
  );
}

function decision(random, writer) {
  const why = random.chance(0.5) ? some(random, 6) : null;
  const who = () => random.pick(NAMES);
  const id = (n) => `statement-${n}`;
  const asked = writer.history().events.filter((one) => one.kind === 'ask');
  return random.pick([
    { kind: 'ask', data: { of: who(), question: some(random, 9), through: null, claim: id(1), why } },
    { kind: 'reply', data: { to: asked[0]?.seq ?? null, of: who(), outcome: 'declined', text: some(random, 9), why } },
    {
      kind: 'promise',
      data: { who: who(), what: some(random, 5), due: random.pick(['2031-07-01', '2031-07-01T10:00:00Z', null]), why },
    },
    { kind: 'kept', data: { promise: id(3), why } },
    { kind: 'merge', data: { statements: [id(1), id(2)], why } },
    { kind: 'split', data: { statements: [id(1)], from: [id(2)], why } },
    { kind: 'correct', data: { statement: id(4), hedged: true, source: { kind: 'outlet', name: who() }, why } },
    { kind: 'retract', data: { statement: id(5), why } },
    { kind: 'withhold', data: { name: who(), why } },
    { kind: 'disclose', data: { name: who(), second: random.chance(0.5) ? who() : null, why } },
    { kind: 'tick', data: { claim: id(6), ask: who(), why } },
  ]);
}

function undo(writer, random) {
  const events = writer.history().events.filter((one) => ['ask', 'promise', 'withhold', 'add'].includes(one.kind));
  return (
    events.length > 0 &&
    writer.append([{ kind: 'undo', data: { event: random.pick(events).seq, why: some(random, 3) } }])
  );
}

async function erase(writer, random) {
  const can = writer
    .history()
    .events.filter((one) => !['case', 'key', 'recovered', 'erase', 'undo'].includes(one.kind));
  const events = can.filter(() => random.chance(0.3)).map((one) => one.seq);
  if (events.length === 0) return;
  await writer.append([{ kind: 'erase', data: { events, why: some(random, 4) } }]);
  await writer.eraseBodies(events);
}

async function stamp(api, writer, random, note, tsa) {
  const about = {
    size: Number(note.split('\n')[1]),
    checkpoint: `sha256:${sha256(note)}`,
    kind: 'rfc3161',
    authority: 'https://tsa.example/',
  };
  if (random.chance(0.2)) return writer.append([{ kind: 'wait', data: { ...about, why: 'no answer' } }]);
  const [blob] = await api.putBlobs(writer.root, [tsa.token(note, random.chance(0.5))]);
  await writer.append([{ kind: 'stamp', data: { ...about, blob } }]);
}

function derivedFile(folder, random) {
  const bytes = some(random, 50);
  mkdirSync(join(folder, 'derived', 'some'), { recursive: true });
  writeFileSync(join(folder, 'derived', 'some', String(random.below(1000))), `${sha256(bytes)}\n${bytes}`);
}

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
