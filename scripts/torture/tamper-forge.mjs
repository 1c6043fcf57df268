// Other histories: forged, rewritten, replayed, rolled back, forked. Who can tell, and by what.
import { cpSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { cosigned, handOf } from './tamper-case.mjs';
import { faultsOf } from './tamper-flips.mjs';

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };

export async function forgeries(program, pristine, scratch, desk) {
  const { root } = pristine;
  const copy = (name) => {
    const to = join(scratch, name);
    cpSync(root, to, { recursive: true });
    return to;
  };
  const older = copy('older');
  const hand = await handOf(program, desk);
  // What the honest desk did after that copy was taken.
  await asked(program, root, hand, 'Who had the key?');
  const since = readFileSync(join(root, 'log', 'checkpoint'), 'utf8');
  const keys = keysOf(await program.readCase(root));
  const look = (folder) => seenBy(program, folder, { desk, since, keys });
  const forged = copy('forged');
  await appendUnsigned(program, forged);
  const replayed = copy('replayed');
  cpSync(join(older, 'log', 'checkpoint'), join(replayed, 'log', 'checkpoint'));
  const replayedLog = copy('replayed-log');
  rmSync(join(replayedLog, 'log'), { recursive: true });
  cpSync(join(older, 'log'), join(replayedLog, 'log'), { recursive: true });
  const rewritten = await rewrittenBy(program, root, join(scratch, 'rewritten'), await stranger(program, scratch));
  const forked = await forkOf(program, older, join(scratch, 'forked'), desk, scratch);
  const inside = copy('fork-inside');
  // The memory of the honest desk stays out of it.
  const forgetful = await handOf(program, join(scratch, 'forgetful'));
  rmSync(join(scratch, 'forgetful', 'heads'), { recursive: true });
  await cosignEvent(program, inside, readFileSync(join(forked, 'log', 'checkpoint'), 'utf8'), forgetful);
  return [
    { kind: 'an event with a right chain appended, without the key', cells: await look(forged) },
    { kind: 'an older checkpoint put back', cells: await look(replayed) },
    { kind: 'the whole older log put back', cells: await look(replayedLog) },
    { kind: 'a checkpoint of a fork kept as a cosigned one', cells: await look(inside) },
    { kind: 'the whole journal rewritten, a new log, signed by another key', cells: await look(rewritten) },
    { kind: 'the whole case rolled back to an older copy', cells: await look(older) },
    { kind: 'a fork: the older copy, written on by the same key', cells: await look(forked) },
  ];
}

/** What each would find: nobody but the case, who knows the keys, who kept a checkpoint, the desk itself. */
async function seenBy(program, folder, { desk, since, keys }) {
  const told = (faults) => {
    const wrong = [...new Set(faults.map((one) => one.check))];
    return wrong.length === 0 ? 'not told' : `detected: ${wrong.join(', ')}`;
  };
  const alone = await faultsOf(program, folder);
  const rest = [
    await faultsOf(program, folder, { ...NOTHING, keys }),
    await faultsOf(program, folder, { ...NOTHING, since: [since] }),
    await remembering(desk, () => faultsOf(program, folder)),
  ];
  const known = new Set(alone.map((one) => one.check));
  return [
    told(alone),
    ...rest.map((faults) =>
      told(faults.filter((one) => !known.has(one.check))).replace('not told', known.size > 0 ? 'the same' : 'not told'),
    ),
  ];
}

async function remembering(desk, work) {
  const before = process.env.HEARSAY_DESK;
  process.env.HEARSAY_DESK = desk;
  try {
    return await work();
  } finally {
    process.env.HEARSAY_DESK = before;
  }
}

const keysOf = ({ history }) =>
  history.events.filter((one) => one.kind === 'case' || one.kind === 'key').map((one) => one.data.key);

const ask = (question) => ({
  kind: 'ask',
  data: { of: 'River Board', question, through: null, claim: null, why: null },
});

async function asked(program, root, hand, question) {
  const writer = await program.openWriter(root, hand);
  await writer.append([ask(question)]);
  await writer.close();
}

async function appendUnsigned(program, root) {
  const { journal } = await program.readCase(root);
  const { head, name } = journal.lines.at(-1);
  const { kind, data } = ask('Did nobody see it?');
  const event = { at: head.at, kind, seq: head.seq + 1, previous: name };
  const { text } = program.formatLine(event, { by: 'm.allory', data, salt: 'cd'.repeat(32) });
  writeFileSync(join(root, 'journal'), `${text}\n`, { flag: 'a' });
}

async function stranger(program, scratch) {
  return handOf(program, join(scratch, 'the-desk-of-a-thief'));
}

/** A case of the same id whose journal says what somebody else likes: chain, outline, log and signature all right. */
async function rewrittenBy(program, from, to, hand) {
  const { history } = await program.readCase(from);
  const kept = history.events.filter((one) => one.kind === 'case' || one.kind === 'add').slice(0, 100);
  mkdirSync(to);
  const lines = [];
  for (const { at, kind, by, data } of kept) {
    const last = lines.at(-1)?.line ?? null;
    const event = { at, kind, seq: lines.length, previous: last?.name ?? program.NO_LINE };
    const own = kind === 'case' ? { ...data, key: hand.desk.verifier } : data;
    lines.push(program.formatLine(event, { by, data: own, salt: 'ef'.repeat(32) }));
    if (data.blob) cpSync(join(from, program.blobPath(data.blob)), join(to, program.blobPath(data.blob)));
  }
  writeFileSync(join(to, 'journal'), lines.map(({ text }) => `${text}\n`).join(''));
  const { history: now } = await program.readCase(to);
  await program.keepOutline(to, now);
  await program.sealLog(to, now, hand.desk);
  return to;
}

/** Two histories of one case: the desk's key without its memory writes on in an older copy. */
async function forkOf(program, older, to, desk, scratch) {
  cpSync(older, to, { recursive: true });
  const forgetful = join(scratch, 'forgetful');
  mkdirSync(forgetful);
  cpSync(join(desk, 'desk-key'), join(forgetful, 'desk-key'));
  const hand = await handOf(program, forgetful);
  await asked(program, to, hand, 'Who had the other key?');
  await asked(program, to, hand, 'And since when?');
  return to;
}

async function cosignEvent(program, root, note, hand) {
  const writer = await program.openWriter(root, hand);
  const { size } = program.parseCheckpoint(program.parseNote(note).text);
  while (writer.history().names.length < size) await writer.append([ask('What else?')]);
  await writer.append([{ kind: 'cosign', data: { note: cosigned(program, note) } }]);
  await writer.close();
}
