import { sameBytes } from '../base/bytes.ts';
import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import { messageOf } from '../base/error.ts';
import {
  type Checkpoint,
  checkNote,
  EMPTY_EDGE,
  formatNote,
  growEdge,
  type Note,
  parseBundle,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  TILE_WIDTH,
  type Tile,
  tilePath,
  tilesOf,
  type VerifierKey,
} from '../log/index.ts';
import { type History, keyAt } from '../record/history.ts';
import { entryOf, originOf } from '../record/log-entry.ts';
import type { KnownOutside } from '../seal/folder.ts';
import { deskFolder, rememberedHead } from './desk.ts';
import { openOwn, rootAt } from './log-files.ts';
import { differing, type Seen } from './seen.ts';

const FILE = 'log/checkpoint';

/** The log: its files, its signed head, who signed, and what others have seen of it. */
export async function logChecks(seen: Seen, history: History, known: KnownOutside): Promise<readonly Check[]> {
  const bytes = await seen.bytes(FILE);
  const size = bytes?.length ?? 0;
  const whole = { file: FILE, start: 0, end: size };
  const note = bytes && readNote(bytes);
  const checkpoint = note && readCheckpoint(note);
  const present = checkpoint ? checkpoint.size : null;
  return [
    await tilesCheck(seen, history, present),
    note && checkpoint
      ? ran(
          'checkpoint',
          `signed for the first ${checkpoint.size} events`,
          headFaults(bytes, note, checkpoint, history, whole),
        )
      : ran('checkpoint', 'the log has a signed head', [
          {
            ...whole,
            what: bytes ? 'no signed checkpoint can be read in it' : 'it is missing; the next write signs anew',
          },
        ]),
    unsealedCheck(seen, history, present),
    await entriesCheck(seen, history, present),
    keysCheck(seen, history, known),
    seenCheck(seen, history, known),
    await memoryCheck(seen, history),
  ];
}

function readNote(bytes: Uint8Array): Note | null {
  try {
    return parseNote(bytes);
  } catch {
    return null;
  }
}

function readCheckpoint(note: Note): Checkpoint | null {
  try {
    return parseCheckpoint(note.text);
  } catch {
    return null;
  }
}

async function tilesCheck({ files, bytes }: Seen, history: History, size: number | null): Promise<Check> {
  const there = files.filter(({ path }) => path.startsWith('log/') && path !== FILE);
  if (size !== null && size > history.names.length)
    return ran('log', 'its tiles hold the journal', [
      {
        ...{ file: FILE, start: 0, end: 0 },
        what: `it speaks of ${size} events, and the journal has ${history.names.length}`,
      },
    ]);
  // Without a checkpoint that can be read the tiles are held against the whole journal.
  const signed = size ?? history.names.length;
  const { growth } = growEdge(EMPTY_EDGE, history.names.slice(0, signed).map(entryOf));
  const wanted = new Map(growth.write.map((one) => [`log/${one.path}`, one.bytes]));
  const faults: FileFault[] = [];
  for (const { path, size: length, kind } of there) {
    const should = wanted.get(path);
    const found = kind === 'file' ? await bytes(path) : null;
    const [start, end] = should && found ? differing(found, should) : [0, length];
    if (!should) faults.push({ file: path, start, end, what: 'no tile of this name belongs to a log of this size' });
    else if (!found || !sameBytes(found, should))
      faults.push({ file: path, start, end, what: 'it does not hold the journal; `hearsay rebuild` writes it anew' });
  }
  const present = new Set(there.map(({ path }) => path));
  for (const path of wanted.keys())
    if (!present.has(path))
      faults.push({ file: path, start: 0, end: 0, what: 'it is missing; `hearsay rebuild` writes it anew' });
  return ran('log', `${wanted.size} tiles hold the first ${signed} events of the journal`, faults);
}

/** Each event against the log's entry for it: which of them was changed, where the chain alone can't tell. */
async function entriesCheck({ bytes, journal }: Seen, history: History, size: number | null): Promise<Check> {
  const faults: FileFault[] = [];
  const length = history.names.length;
  // By their numbers, so that a line that can't be read does not put those after it in the wrong.
  const lines = new Map(journal.lines.map((line) => [line.head.seq, line]));
  if (size !== null && size > length)
    faults.push({
      ...{ file: 'journal', start: journal.end, end: journal.end },
      what: `it holds ${length} events, and the log ${size}: ${size - length} are missing`,
    });
  const bundles = tilesOf(size ?? 0).filter((tile) => tile.level === 'entries');
  for (const tile of bundles) {
    const found = await bytes(`log/${tilePath(tile)}`);
    const entries = found ? entriesIn(found, tile) : [];
    for (const [at, entry] of entries.entries()) {
      const line = lines.get(tile.index * TILE_WIDTH + at);
      if (!line || sameBytes(entry, entryOf(line.name))) continue;
      faults.push({
        file: 'journal',
        start: line.start,
        end: line.end,
        what: `event ${line.head.seq} is not the one that the log holds`,
      });
    }
  }
  return ran('entries', 'each event is the one that the log holds', faults);
}

function entriesIn(bytes: Uint8Array, tile: Tile): readonly Uint8Array[] {
  try {
    return parseBundle(bytes, tile);
  } catch {
    return [];
  }
}

function headFaults(
  bytes: Uint8Array,
  note: Note,
  checkpoint: Checkpoint,
  history: History,
  whole: { readonly file: string; readonly start: number; readonly end: number },
): readonly FileFault[] {
  const { size, root, origin, extensions } = checkpoint;
  const key = keyOf(keyAt(history, size));
  const lines = key ? checkNote(note, [key]).lines : [];
  const wrong = [
    [!sameBytes(new TextEncoder().encode(formatNote(note)), bytes), 'it is not written as notes are'],
    [note.lines.length !== 1, 'it wants one signature, the desk’s'],
    [extensions.length > 0, 'it says more than origin, size and root'],
    [origin !== originOf(history.case.data.id), 'it belongs to another case'],
    [!lines.some((line) => line.state === 'verified'), 'the desk in force did not sign it'],
    [size <= history.names.length && !sameBytes(root, rootAt(history, size)), 'its root is not that of the journal'],
    [size > history.names.length, `it covers ${size} events, and the journal has ${history.names.length}`],
  ] as const;
  return wrong.filter(([is]) => is).map(([, what]) => ({ ...whole, what }));
}

function unsealedCheck({ journal }: Seen, history: History, size: number | null): Check {
  const open = journal.lines.filter((line) => line.head.seq >= (size ?? 0));
  const [first] = open;
  const last = open.at(-1);
  if (!first || !last) return ran('unsigned events', `none: all ${history.names.length} are signed for`, []);
  const what = `events ${first.head.seq} to ${last.head.seq} stand after the checkpoint: cut off by a crash, or put there without the key; on the desk’s own machine \`hearsay rebuild\` signs them and says so`;
  return ran('unsigned events', 'every event is signed for', [
    { file: 'journal', start: first.start, end: last.end, what },
  ]);
}

function keysCheck(seen: Seen, history: History, { keys }: KnownOutside): Check {
  const used = history.events
    .filter((one) => one.kind === 'case' || one.kind === 'key')
    .map((one) => ({ seq: one.seq, key: String(one.data['key']) }));
  const told = used.map(({ seq, key }) => `${key.split('+')[0]} from event ${seq}`).join(', ');
  if (keys.length === 0) return notRun('keys', `${told}; --key KEY says whose you know`);
  const faults = used
    .filter(({ key }) => !keys.includes(key))
    .map(({ seq, key }) => ({
      ...placeOf(seen, seq),
      what: `from event ${seq} on ${key} signs, which is not among the keys you know`,
    }));
  return ran('keys', told, faults);
}

/** Checkpoints that left the desk, that witnesses signed, or that the caller has seen: each must be of this history. */
function seenCheck(seen: Seen, history: History, known: KnownOutside): Check {
  const kept = history.events
    .filter((one) => one.kind === 'checkpoint' || one.kind === 'cosign')
    .map((one) => ({ where: `event ${one.seq}`, place: placeOf(seen, one.seq), note: String(one.data['note']) }));
  const given = known.since.map((note, at) => ({ where: `checkpoint ${at + 1} given`, place: wholeOf(seen), note }));
  const all = [...kept, ...given];
  if (all.length === 0) return notRun('history', 'no checkpoint was seen before; --since FILE gives one');
  const witnesses = known.witnesses.flatMap((text) => keyOf(text) ?? []);
  const faults: FileFault[] = [];
  const signed = new Set<string>();
  for (const { where, place, note } of all) {
    const what = outsideFault(note, history, witnesses, signed);
    if (what) faults.push({ ...place, what: `${where}: ${what}` });
  }
  const by = signed.size > 0 ? `, signed by ${[...signed].join(', ')}` : '';
  return ran('history', `${all.length} checkpoints seen before are of this log${by}`, faults);
}

function outsideFault(
  note: string,
  history: History,
  witnesses: readonly VerifierKey[],
  signed: Set<string>,
): string | null {
  try {
    const found = openOwn(note, history, witnesses);
    if (!sameBytes(found.root, rootAt(history, found.size)))
      return `its first ${found.size} events are others than the journal’s: the log was forked`;
    for (const { name } of found.witnesses) signed.add(name);
    return null;
  } catch (cause) {
    return messageOf(cause);
  }
}

/** What this desk remembers to have signed: how a copy that is older, or another history, is found out. */
async function memoryCheck(seen: Seen, history: History): Promise<Check> {
  const note = await rememberedNote(history);
  if (note === null) return notRun('memory', 'this desk has not signed this case');
  const what = outsideFault(note, history, [], new Set());
  return ran(
    'memory',
    'the case holds all that this desk has signed',
    what ? [{ ...wholeOf(seen), what: `what this desk signed last: ${what}` }] : [],
  );
}

const rememberedNote = (history: History): Promise<string | null> =>
  rememberedHead({ folder: deskFolder(process.env) }, history.case.data.id);

/** Where in the journal an event stands. */
function placeOf({ journal }: Seen, seq: number): { file: string; start: number; end: number } {
  const line = journal.lines[seq];
  // In a journal with a damaged line the others stand at other places than their numbers say.
  return line?.head.seq === seq
    ? { file: 'journal', start: line.start, end: line.end }
    : { file: 'journal', start: 0, end: journal.end };
}

const wholeOf = ({ journal }: Seen): { file: string; start: number; end: number } => ({
  ...{ file: 'journal', start: 0, end: journal.end },
});

function keyOf(text: string | null): VerifierKey | null {
  try {
    return text === null ? null : parseVerifierKey(text);
  } catch {
    return null;
  }
}
