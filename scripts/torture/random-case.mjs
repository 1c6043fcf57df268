// Small cases at random, written by the program itself: evidence, decisions, erasures, new keys, checkpoints, stamps.
import { createHash } from 'node:crypto';
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { randomFrom } from '../chance.mjs';
import { proofOf } from './signers.mjs';

/** Choices, always the same for a seed. */
export function choicesFrom(seed) {
  const next = randomFrom(seed);
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
  const parts = await Promise.all(
    [
      'store/case.js',
      'store/desk.js',
      'store/blobs.js',
      'store/verify-case.js',
      'store/log-files.js',
      'weigh/policy.js',
    ].map(at),
  );
  return Object.assign({}, ...parts);
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
    await (session + 1 < sessions && random.chance(0.1) ? cutOff(folder, writer) : writer.close());
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
  if (chosen === 17) return sealed(api, writer, random);
  const note = await writer.seal();
  await writer.append([{ kind: 'checkpoint', data: { note } }]);
  if (chosen === 18) return writer.append([{ kind: 'cosign', data: { note: note + witness.line(note) } }]);
  if (random.chance(0.5)) return stamp(api, writer, random, note, tsa);
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
    .events.filter((one) => !['case', 'key', 'recovered', 'erase', 'undo', 'checkpoint', 'cosign'].includes(one.kind));
  const events = can.filter(() => random.chance(0.3)).map((one) => one.seq);
  if (events.length === 0) return;
  await writer.append([{ kind: 'erase', data: { events, why: some(random, 4) } }]);
  await writer.eraseBodies(events);
}

/** As if the program had died before the log was brought up to the journal: the next to write takes up what was left. */
async function cutOff(folder, writer) {
  const aside = `${folder}.aside`;
  for (const name of ['log', 'hearsay.json']) cpSync(join(folder, name), join(aside, name), { recursive: true });
  await writer.close();
  rmSync(join(folder, 'log'), { recursive: true });
  cpSync(aside, folder, { recursive: true });
  rmSync(aside, { recursive: true });
}

/** Something encrypted, or a page taken again: what they name is bytes like any others. */
async function sealed(api, writer, random) {
  const encoded = (most) => new TextEncoder().encode(some(random, most));
  const all = [encoded(40), encoded(9)];
  const [evidence, facts] = await api.putBlobs(writer.root, all);
  const pages = writer.history().events.filter((one) => one.kind === 'add');
  if (pages.length > 0 && random.chance(0.5)) {
    const data = {
      event: random.pick(pages).seq,
      outcome: 'changed',
      blob: evidence,
      url: 'https://a.example/',
      status: 200,
    };
    await writer.append([{ kind: 'capture', data }]);
    return api.dropBlob(writer.root, facts);
  }
  const data = { evidence, facts, size: all[0].length, recipients: ['age1example'] };
  const [{ seq }] = await writer.append([{ kind: 'seal', data }]);
  if (random.chance(0.5)) await writer.append([{ kind: 'unseal', data: { event: seq, why: some(random, 3) } }]);
}

/** Stamps a checkpoint: by an authority, where there is one, or by a calendar. */
export async function stamp(api, writer, random, note, tsa, over = note) {
  const kind = tsa && random.chance(0.3) ? 'rfc3161' : 'ots';
  const about = {
    size: Number(note.split('\n')[1]),
    checkpoint: `sha256:${sha256(note)}`,
    kind,
    authority: 'https://clock.example/',
  };
  if (random.chance(0.1) && over === note)
    return writer.append([{ kind: 'wait', data: { ...about, why: 'no answer' } }]);
  const token = kind === 'ots' ? proofOf(over, random) : tsa.token(over, random.chance(0.5));
  const [blob] = await api.putBlobs(writer.root, [token]);
  await writer.append([{ kind: 'stamp', data: { ...about, blob } }]);
}

function derivedFile(folder, random) {
  const bytes = some(random, 50);
  mkdirSync(join(folder, 'derived', 'some'), { recursive: true });
  writeFileSync(join(folder, 'derived', 'some', String(random.below(1000))), `${sha256(bytes)}\n${bytes}`);
}
