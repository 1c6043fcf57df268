// Two verifiers, written apart from one page: do they say the same of the same cases?
import { execFile, execFileSync } from 'node:child_process';
import { readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DAMAGES } from './damage.mjs';
import { choicesFrom, program, randomCase, stamp } from './random-case.mjs';
import { authorityIn, noteBy, witnessFrom } from './signers.mjs';

export const title = 'Two verifiers, one answer';

const CASES = 1000;
const SEED = 20310618;
/** So many cases at a time: most of the time is spent waiting for the disk. */
const TOGETHER = 6;

/** What a run over some cases came to: a row each, with what both said. `api` is the program, see `program`. */
export async function compared({ root, api, scratch, cases, seed = SEED }) {
  const context = {
    desks: join(scratch, 'desks'),
    tsa: authorityIn(join(scratch, 'tsa')),
    witness: witnessFrom('one'),
    keys: [],
  };
  for (const name of ['desk-0', 'desk-1', 'desk-2', 'other'])
    context.keys.push((await api.openDesk(join(context.desks, name))).verifier);
  const remembered = process.env.HEARSAY_DESK;
  process.env.HEARSAY_DESK = join(scratch, 'nobody'); // what a desk remembers is no part of a case
  const rows = [];
  let next = 0;
  const worker = async () => {
    for (let n = next++; n < cases; n = next++) rows[n] = await one({ api, root, scratch, context, n, seed });
  };
  await Promise.all(Array.from({ length: TOGETHER }, worker));
  if (remembered === undefined) delete process.env.HEARSAY_DESK;
  else process.env.HEARSAY_DESK = remembered;
  return rows;
}

async function one({ api, root, scratch, context, n, seed }) {
  const random = choicesFrom(seed + n);
  const folder = join(scratch, `case-${n}`);
  const checkpoints = await randomCase(api, folder, random, context);
  const given = {
    keys: n % 3 === 0 ? context.keys : [],
    witnesses: [context.witness.key],
    since: [],
    anchors: context.tsa?.anchors ?? null,
  };
  const turn = { api, folder, random, checkpoints, given, context, turn: n >> 1 };
  const damage = n % 2 === 0 ? null : await damaged(turn);
  const first = await byProgram(api, folder, given);
  const second = await byPython(join(root, 'tools', 'verify.py'), folder, given);
  rmSync(folder, { recursive: true, force: true });
  return { n, kind: damage?.kind ?? 'none', files: damage?.files ?? [], first, second };
}

/** Does one kind of damage after the other; where one can't be done to this case, the next. */
async function damaged({ turn, ...about }) {
  const kinds = Object.keys(DAMAGES);
  const tools = await toolsFor(about);
  for (let step = 0; ; step++) {
    const kind = kinds[(turn + step) % kinds.length];
    const files = await DAMAGES[kind]({ ...about, ...tools });
    if (files) return { kind, files };
  }
}

/** What damage is done with: the keys of the desk, of a witness who is misquoted, of a clock that stamped something else. */
async function toolsFor({ api, folder, random, given, context }) {
  const own = await deskOf(api, context.desks, folder);
  return {
    since(note) {
      const path = `${folder}.checkpoint`;
      writeFileSync(path, note);
      given.since = [path];
    },
    async seal(whose) {
      const { history } = await api.readCase(folder);
      rmSync(join(folder, 'log'), { recursive: true });
      await api.sealLog(folder, history, whose === 'other' ? await api.openDesk(join(context.desks, 'other')) : own);
    },
    async reopen(act) {
      const writer = await api.openWriter(folder, { desk: own, by: 'x', now: () => Date.UTC(2031, 8, 1) });
      await act(writer);
      await writer.close();
    },
    stranger: (await api.openDesk(join(context.desks, 'other'))).verifier,
    note: (text) => noteBy(own, text),
    misquote: (note) => note + context.witness.line(note.replace(/^[^\n]+/u, 'hearsay.case/another')),
    async stampOver(writer, bytes) {
      const note = await writer.seal();
      await writer.append([{ kind: 'checkpoint', data: { note } }]);
      await stamp(api, writer, random, note, context.tsa, bytes);
    },
  };
}

/** The desk whose key is in force: the one that the last `case` or `key` event of the journal names. */
async function deskOf(api, desks, folder) {
  const keys = [...readFileSync(join(folder, 'journal'), 'utf8').matchAll(/"key":"([^"]+)"/gu)];
  for (const name of readdirSync(desks)) {
    const desk = await api.openDesk(join(desks, name));
    if (desk.verifier === keys.at(-1)?.[1]) return desk;
  }
  throw new Error(`${folder}: no desk has this key`);
}

/** What the program says: whether the case is sound, and which files it names. */
async function byProgram(api, folder, { keys, witnesses, since, anchors }) {
  const known = { keys, witnesses, since: since.map((path) => readFileSync(path, 'utf8')) };
  try {
    const checks = await api.verifyCase(folder, { ...known, anchors: anchors && readFileSync(anchors, 'utf8') });
    return answer(checks);
  } catch (error) {
    if (error.name !== 'HearsayError' && !('code' in error)) throw error;
    return { sound: false, files: ['journal'], what: [`refused: ${error.message}`] };
  }
}

async function byPython(tool, folder, { keys, witnesses, since, anchors }) {
  const words = [
    tool,
    folder,
    '--json',
    ...keys.flatMap((key) => ['--key', key]),
    ...witnesses.flatMap((key) => ['--witness', key]),
    ...since.flatMap((path) => ['--since', path]),
    ...(anchors ? ['--anchors', anchors] : []),
  ];
  const { status, stdout, stderr } = await new Promise((done) => {
    execFile('python3', words, { encoding: 'utf8', maxBuffer: 1 << 28 }, (error, stdout, stderr) =>
      done({ status: error ? error.code : 0, stdout, stderr }),
    );
  });
  if (status !== 0 && status !== 1) return { sound: null, files: [], what: [`exit ${status}: ${stderr.slice(-300)}`] };
  const told = answer(JSON.parse(stdout).checks);
  return told.sound === (status === 0) && stderr === '' ? told : { ...told, sound: null };
}

function answer(checks) {
  const faults = checks.flatMap((one) => one.faults.map((fault) => ({ ...fault, check: one.check })));
  // What was given from outside is no file of the case: the one names the option, the other the journal.
  const named = ({ check, file, what }) => {
    if (check === 'since' || (check === 'history' && /^checkpoint \d+ given/u.test(what))) return 'since';
    return check === 'key' || check === 'keys' ? 'key' : file;
  };
  return {
    sound: checks.every((one) => one.result !== 'failed'),
    files: [...new Set(faults.map(named))],
    what: faults.map((fault) => `${fault.check}: ${fault.file} [${fault.start}, ${fault.end}) ${fault.what}`),
  };
}

/** Whether both say the same, and name one of the files that were damaged. */
export const sameAnswer = ({ first, second }) => first.sound === second.sound;
export const names = (row, told) => row.files.some((file) => told.files.includes(file));

export async function run({ root, scratch, quick }) {
  try {
    execFileSync('python3', ['--version'], { stdio: 'ignore' });
  } catch {
    return 'Not run: there is no `python3` here.';
  }
  const rows = await compared({ root, api: await program(join(root, 'dist')), scratch, cases: quick ? 60 : CASES });
  return told(rows);
}

export function told(rows) {
  const kinds = [...new Set(rows.map((row) => row.kind))].sort((a, b) =>
    a === 'none' ? -1 : b === 'none' ? 1 : a < b ? -1 : 1,
  );
  const line = (kind, of) => {
    const hit = (told) => of.filter((row) => (row.kind === 'none' ? told(row).sound : names(row, told(row)))).length;
    const right = (told) => of.filter((row) => told(row).sound === (row.kind === 'none')).length;
    const both = [(row) => row.first, (row) => row.second];
    return `| ${kind} | ${of.length} | ${of.filter(sameAnswer).length} | ${both.map(right).join(' | ')} | ${both.map(hit).join(' | ')} |`;
  };
  const apart = rows.filter(
    (row) => !sameAnswer(row) || (row.kind !== 'none' && names(row, row.first) !== names(row, row.second)),
  );
  return [
    `${rows.length} cases at random, every second one damaged. Right: the sound called sound, the damaged not. Named: a fault names a file that was damaged.`,
    '',
    '| damage | cases | same answer | right: `hearsay verify` | right: `tools/verify.py` | named: `hearsay verify` | named: `tools/verify.py` |',
    '|---|---:|---:|---:|---:|---:|---:|',
    ...kinds.map((kind) =>
      line(
        kind,
        rows.filter((row) => row.kind === kind),
      ),
    ),
    line('**all**', rows),
    '',
    apart.length === 0 ? 'They never disagreed.' : `They disagreed on ${apart.length}:`,
    '',
    ...apart.map(
      (row) => `- case ${row.n}, ${row.kind} (${row.files.join(', ')}): ${said(row.first)} / ${said(row.second)}`,
    ),
  ].join('\n');
}

const said = ({ sound, what }) => (sound ? 'nothing wrong' : what.slice(0, 3).join('; ').slice(0, 400));
