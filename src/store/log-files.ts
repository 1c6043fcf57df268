import { readFileSync } from 'node:fs';
import { readdir, readFile, rm, rmdir } from 'node:fs/promises';
import { dirname, join, relative, sep } from 'node:path';
import { sameBytes } from '../base/bytes.ts';
import { HearsayError, messageOf } from '../base/error.ts';
import {
  type Checkpoint,
  type Edge,
  EMPTY_EDGE,
  formatCheckpoint,
  growEdge,
  leafHash,
  noteOf,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  readEdge,
  rootOf,
  rootOfEdge,
  type SignedCheckpoint,
  type TileReader,
  tilePath,
  tilesOf,
  type VerifierKey,
} from '../log/index.ts';
import { caseFile } from '../record/case-file.ts';
import { type History, keyAt } from '../record/history.ts';
import { entryOf, originOf } from '../record/log-entry.ts';
import { type Desk, rememberedHead, rememberHead } from './desk.ts';
import { syncFolder, writeDurably } from './durable.ts';

/** The root of the log over the first `size` lines. Linear in the lines. */
export const rootAt = (history: History, size: number): Uint8Array =>
  rootOf(history.names.slice(0, size).map((name) => leafHash(entryOf(name))));

/** Brings `hearsay.json` up to the journal. */
export async function keepOutline(root: string, history: History): Promise<void> {
  const path = join(root, 'hearsay.json');
  const text = caseFile(history);
  if ((await readFile(path, 'utf8').catch(() => null)) !== text) await writeDurably(root, path, text);
}

/**
 * Brings the log up to the journal and signs it: tiles first, then the checkpoint, then away with partial tiles of the
 * size before. Gives the checkpoint's note. Tiles that are missing or damaged are made anew from the journal, unless
 * `known` is the edge that the last sealing gave.
 */
export async function sealLog(
  root: string,
  history: History,
  desk: Desk,
  known: Edge | null = null,
): Promise<{ readonly note: string; readonly edge: Edge }> {
  const size = history.names.length;
  const present = await presentCheckpoint(root);
  const from = known ?? edgeAt(root, history, present);
  const { edge, growth } = growEdge(from, history.names.slice(from.size).map(entryOf));
  const note = noteOf(formatCheckpoint({ origin: originOf(history.case.data.id), size, root: growth.root }), [
    desk.signer,
  ]);
  await Promise.all(growth.write.map(({ path, bytes }) => writeDurably(root, join(root, 'log', path), bytes)));
  if (note !== present?.note) await writeDurably(root, join(root, 'log', 'checkpoint'), note);
  const folders = new Set(growth.write.map(({ path }) => dirname(join(root, 'log', path))));
  await Promise.all([...folders, join(root, 'log'), root].map(syncFolder));
  for (const path of growth.remove) {
    await rm(join(root, 'log', path), { force: true });
    // Gone with its last tile; the size that follows may have another in it.
    await rmdir(dirname(join(root, 'log', path))).catch(() => {});
  }
  await rememberHead(desk, history.case.data.id, note);
  return { note, edge };
}

/** Takes away what a crash left in the log's folder: nothing that belongs to its present size. */
export async function tidyLog(root: string, size: number): Promise<void> {
  const present = await presentCheckpoint(root);
  const kept = new Set(['checkpoint', ...tilesOf(present?.checkpoint.size ?? size).map(tilePath)]);
  const found = await readdir(join(root, 'log'), { recursive: true, withFileTypes: true }).catch(() => []);
  for (const entry of found) {
    const path = join(entry.parentPath, entry.name);
    const name = relative(join(root, 'log'), path).split(sep).join('/');
    if (!entry.isDirectory() && !kept.has(name)) await rm(path, { force: true });
  }
}

/** The checkpoint in the folder, read without looking at its signature; `null` where none can be read. */
async function presentCheckpoint(root: string): Promise<{ note: string; checkpoint: Checkpoint } | null> {
  try {
    const note = await readFile(join(root, 'log', 'checkpoint'), 'utf8');
    return { note, checkpoint: parseCheckpoint(parseNote(note).text) };
  } catch {
    return null;
  }
}

/** Where the log can be taken up: at its present end, or, where its tiles don't fit that, from the beginning. */
function edgeAt(root: string, history: History, present: { checkpoint: Checkpoint } | null): Edge {
  if (!present || present.checkpoint.size > history.names.length) return EMPTY_EDGE;
  try {
    const edge = readEdge(present.checkpoint.size, tileReader(root));
    const same = sameBytes(rootOfEdge(edge), rootAt(history, edge.size));
    return same ? edge : EMPTY_EDGE;
  } catch {
    return EMPTY_EDGE;
  }
}

/** Reads the tiles of a case. */
export const tileReader =
  (root: string): TileReader =>
  (path) => {
    try {
      return new Uint8Array(readFileSync(join(root, 'log', path)));
    } catch {
      return undefined;
    }
  };

/**
 * How many events a signature of a desk covers, by the checkpoint in the folder and by what this desk remembers. Where
 * either speaks of another history than the journal does, nothing may be written: a fork would be signed.
 */
export async function sealedSize(root: string, history: History, desk: Desk): Promise<number> {
  const present = await presentCheckpoint(root);
  const remembered = await rememberedHead(desk, history.case.data.id);
  const inFolder = present ? coveredBy(present.note, history, `${join(root, 'log', 'checkpoint')}`) : 0;
  const atDesk =
    remembered && remembered !== present?.note
      ? coveredBy(remembered, history, 'what this desk has signed of the case')
      : 0;
  return Math.max(inFolder, atDesk);
}

function coveredBy(note: string, history: History, where: string): number {
  const refuse = (what: string): never => {
    const how = 'restore the newer copy of the case, or make a new case and add to that';
    throw new HearsayError('damaged', `${where}: ${what}; ${how}`);
  };
  try {
    const found = openOwn(note, history);
    if (sameBytes(found.root, rootAt(history, found.size))) return found.size;
  } catch (cause) {
    return refuse(messageOf(cause));
  }
  return refuse('its first events are not those of the journal');
}

/**
 * A checkpoint of this case, signed by the desk in force at its size, and by whom of the witnesses. Throws `damaged`
 * where it is of another case, of a longer journal, or not so signed. Its root is the caller's to compare.
 */
export function openOwn(
  note: Uint8Array | string,
  history: History,
  witnesses: readonly VerifierKey[] = [],
): SignedCheckpoint {
  const { size } = parseCheckpoint(parseNote(note).text);
  const length = history.names.length;
  if (size > length)
    throw new HearsayError(
      'damaged',
      `Checkpoint: covers ${size} events, and the journal has only ${length}: the case was rolled back`,
    );
  const key = keyAt(history, size);
  return openCheckpoint(
    note,
    { origin: originOf(history.case.data.id), keys: key ? [parseVerifierKey(key)] : [] },
    witnesses,
  );
}
