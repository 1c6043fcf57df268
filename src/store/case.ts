import { randomBytes } from 'node:crypto';
import { lstat, mkdir, readdir, readFile, rename, rm } from 'node:fs/promises';
import { basename, dirname, join, resolve } from 'node:path';
import type { Digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import type { Edge } from '../log/index.ts';
import { blobsOf, type CaseData, wrongEvent } from '../record/event.ts';
import { type Event, type History, historyOf, keyAt } from '../record/history.ts';
import { type Journal, readJournal } from '../record/journal.ts';
import { formatLine, type Line, NO_LINE } from '../record/line.ts';
import { dropBlob } from './blobs.ts';
import { derive } from './derived.ts';
import type { Desk } from './desk.ts';
import { diskError, makeFolder, syncFolder, writeDurably } from './durable.ts';
import { journalOf } from './journal-again.ts';
import { type JournalFile, openJournalFile } from './journal-file.ts';
import { keepOutline, sealedSize, sealLog, tidyLog } from './log-files.ts';

/** A case as it stands on the disk. */
export interface Case {
  readonly root: string;
  readonly journal: Journal;
  readonly history: History;
}

/** What is to be written down. */
export interface NewEvent {
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** A case open for writing: one process at a time. */
export interface Writer {
  readonly root: string;
  /** What the journal comes to now. */
  readonly history: () => History;
  /** Writes events down; they are on the disk when this returns. Blobs that they name must be there before. */
  readonly append: (events: readonly NewEvent[]) => Promise<readonly Event[]>;
  /** Overwrites events' bodies and deletes their blobs. An `erase` event must have named them before. */
  readonly eraseBodies: (events: readonly number[]) => Promise<void>;
  /** Brings log and outline up to the journal, and gives the signed checkpoint. */
  readonly seal: () => Promise<string>;
  /** Seals, and gives the case back. */
  readonly close: () => Promise<void>;
}

/** What a writer takes from outside. */
export interface Hand {
  readonly desk: Desk;
  readonly by: string;
  readonly now: () => number;
}

const at = (ms: number): string => new Date(ms).toISOString();

/** Reads a case. Lines that are damaged are passed over; `journal.faults` names them. */
export async function readCase(folder: string, until: string | null = null): Promise<Case> {
  const root = resolve(folder);
  const path = await journalIn(root, folder);
  const bytes = await readFile(path).catch((cause: unknown) => {
    throw diskError(path, cause);
  });
  const journal = journalOf(path, new Uint8Array(bytes));
  const history = historyOf(journal.lines, until);
  if (history) return { root, journal, history };
  throw new HearsayError(
    'damaged',
    `${path}: the first event, which says what the case is, can't be read; restore the case from a copy`,
  );
}

/** The path of the journal of a case; what is no case is refused. */
async function journalIn(root: string, folder: string): Promise<string> {
  const path = join(root, 'journal');
  const about = await lstat(path).catch(() => null);
  if (!about)
    throw new HearsayError(
      'not-found',
      `${folder} is no case (it holds no journal); \`hearsay new ${folder}\` makes one`,
    );
  if (about.isFile()) return path;
  throw new HearsayError('damaged', `${path} is no plain file; restore the case from a copy`);
}

/** Refuses a folder that is no case, before any work is done for it. */
export const checkCase = async (folder: string): Promise<void> => void (await journalIn(resolve(folder), folder));

/** Makes a case: whole or not at all. */
export async function createCase(
  folder: string,
  about: { readonly title: string; readonly languages: readonly string[] },
  hand: Hand,
): Promise<void> {
  const root = resolve(folder);
  const there = await readdir(root).catch((): string[] => []);
  if (there.includes('journal'))
    throw new HearsayError('exists', `${folder} is a case already; \`hearsay add ${folder} …\` adds to it`);
  if (there.length > 0) throw new HearsayError('exists', `${folder} holds files already; name a new or empty folder`);
  const beside = join(dirname(root), `.${basename(root)}.${process.pid}`);
  const data: CaseData = {
    format: 'hearsay/case/1',
    id: randomBytes(16).toString('hex'),
    ...about,
    key: hand.desk.verifier,
  };
  try {
    await makeFolder(dirname(root));
    await mkdir(beside);
    const { text } = lineAfter(null, { kind: 'case', data: { ...data } }, hand);
    await writeDurably(beside, join(beside, 'journal'), `${text}\n`);
    const { history } = await readCase(beside);
    await keepOutline(beside, history);
    await sealLog(beside, history, hand.desk);
    await rename(beside, root);
    await syncFolder(dirname(root));
  } catch (cause) {
    await rm(beside, { recursive: true, force: true }).catch(() => {});
    throw diskError(root, cause);
  }
}

/** Opens a case to write. What a crash left is put right first, and said in the journal. */
export async function openWriter(folder: string, hand: Hand): Promise<Writer> {
  const root = resolve(folder);
  const path = await journalIn(root, folder);
  let journal = readJournal(new Uint8Array());
  const file = await openJournalFile(path, async (bytes) => {
    journal = journalOf(path, bytes);
    const [fault] = journal.faults;
    if (fault)
      throw new HearsayError('damaged', `${join(folder, 'journal')}: ${fault.what}; run \`hearsay verify ${folder}\``);
    if (journal.end < bytes.length) await derive(root, 'torn', bytes.subarray(journal.end));
    return { end: journal.end };
  });
  try {
    const writer = writerOf(root, journal, file, hand);
    if (journal.unfinished.length > 0) await writer.eraseBodies(journal.unfinished.map((one) => one.head.seq));
    await takeUp(writer, hand);
    return writer;
  } catch (cause) {
    await file.close();
    throw cause;
  }
}

function writerOf(root: string, journal: Journal, file: JournalFile, hand: Hand): Writer {
  const lines: Line[] = [...journal.lines];
  const places = new Map(journal.lines.map((one) => [one.head.seq, { start: one.bodyAt, end: one.end - 1 }]));
  let end = journal.end;
  let known: History | null = null;
  let edge: Edge | null = null;
  const history = (): History => {
    known ??= historyOf(lines);
    if (known) return known;
    throw new HearsayError('damaged', `${root}: the first event can't be read; restore the case from a copy`);
  };
  const writer: Writer = {
    root,
    history,
    async append(events) {
      const fresh: ReturnType<typeof lineAfter>[] = [];
      for (const event of events) fresh.push(lineAfter(fresh.at(-1)?.line ?? lines.at(-1) ?? null, event, hand));
      await file.append(fresh.map(({ text }) => `${text}\n`).join(''));
      known = null;
      for (const { text, line, bodyAt } of fresh) {
        const length = new TextEncoder().encode(text).length;
        places.set(line.head.seq, { start: end + bodyAt, end: end + length });
        lines.push(line);
        end += length + 1;
      }
      return fresh.map(({ line: { head, body } }) => ({ ...head, by: body?.by ?? '', data: body?.data ?? {} }));
    },
    async eraseBodies(events) {
      const gone = new Set(events);
      await dropBlobsOf(root, lines, gone);
      for (const seq of gone) {
        const place = places.get(seq);
        if (place) await file.blank(place.start, place.end);
      }
      lines.splice(0, lines.length, ...lines.map((line) => (gone.has(line.head.seq) ? { ...line, body: null } : line)));
      known = null;
    },
    async seal() {
      await keepOutline(root, history());
      const sealed = await sealLog(root, history(), hand.desk, edge);
      edge = sealed.edge;
      return sealed.note;
    },
    close: () =>
      writer
        .seal()
        .then(() => {})
        .finally(() => file.close()),
  };
  return writer;
}

/** Takes the blobs of some events off the disk, but for those that other events name too. */
async function dropBlobsOf(root: string, lines: readonly Line[], gone: ReadonlySet<number>): Promise<void> {
  const named = (of: (seq: number) => boolean): readonly Digest[] =>
    lines.flatMap(({ head, body }) => (body && of(head.seq) ? blobsOf(head.kind, body.data) : []));
  const kept = new Set(named((seq) => !gone.has(seq)));
  for (const name of new Set(named((seq) => gone.has(seq)))) if (!kept.has(name)) await dropBlob(root, name);
}

/** What has to be said before anything else is: events that no checkpoint covers, erasures cut short, another desk. */
async function takeUp(writer: Writer, { desk }: Hand): Promise<void> {
  await tidyLog(writer.root, writer.history().names.length);
  const sealed = await sealedSize(writer.root, writer.history(), desk);
  const size = writer.history().names.length;
  if (sealed < size) await writer.append([{ kind: 'recovered', data: { from: sealed, to: size } }]);
  const own = desk.verifier;
  if (keyAt(writer.history(), size) !== own)
    await writer.append([{ kind: 'key', data: { key: own, why: 'this desk writes now' } }]);
}

function lineAfter(last: Line | null, { kind, data }: NewEvent, hand: Hand): ReturnType<typeof formatLine> {
  const seq = last ? last.head.seq + 1 : 0;
  const wrong = wrongEvent(kind, data, seq);
  if (wrong) throw new HearsayError('bad-decision', `${kind}: ${wrong}`);
  const salt = randomBytes(32).toString('hex');
  return formatLine({ at: at(hand.now()), kind, seq, previous: last?.name ?? NO_LINE }, { by: hand.by, data, salt });
}
