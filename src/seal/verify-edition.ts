import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import { digest } from '../base/digest.ts';
import { strictText } from '../log/bytes.ts';
import { checkInclusion, leafHash, parseCheckpoint, parseNote, type SignedCheckpoint } from '../log/index.ts';
import { entryOf } from '../record/log-entry.ts';
import { editionsCheck, publishEvents } from './editions.ts';
import { filesCheck } from './files.ts';
import type { Folder, FolderReader, KnownOutside } from './folder.ts';
import { desksOf, headOf, historyCheck, keysCheck } from './heads.ts';
import { parseManifest } from './manifest.ts';
import { PlacedError } from './placed-error.ts';
import { type PublicEvent, type PublicRecord, parseRecord } from './public-record.ts';
import { disclosedWrongly } from './required.ts';
import { tokensCheck } from './tokens.ts';

/** What a published folder was found to be. */
export interface Examined {
  readonly checks: readonly Check[];
  /** What its last edition says of itself; null where that can't be read. Worth no more than the checks. */
  readonly edition: TellsOfItself | null;
}

/** An edition by the words of its log. */
export interface TellsOfItself {
  readonly number: number;
  /** When it was published, by the clock of the desk. */
  readonly at: string;
  readonly title: string | null;
  /** The verifier key of the desk that signs. */
  readonly key: string | null;
}

/**
 * Checks a published folder: every file against the manifest, the manifest against the log, the log against the desk's
 * signature (docs/published-format.md). What is wrong is a finding; nothing is thrown, however hostile the bytes.
 */
export const verifyEdition = async (reader: FolderReader, known: KnownOutside): Promise<readonly Check[]> =>
  (await examineEdition(reader, known)).checks;

/** The same, with what the edition says of itself. */
export async function examineEdition(reader: FolderReader, known: KnownOutside): Promise<Examined> {
  const manifest = await opened(reader, 'seal/manifest', parseManifest);
  const record = await opened(reader, 'seal/record.json', parseRecord);
  const head = await opened(reader, 'seal/checkpoint', (text) => headOf(text, record.value));
  const folder: Folder = { reader, known, manifest: manifest.value, record: record.value, head: head.value };
  const checks = [
    await filesCheck(folder),
    await manifestCheck(folder, manifest),
    recordCheck(folder, record, namedBy(head.bytes)),
    checkpointCheck(folder, head),
    editionsCheck(folder),
    historyCheck(folder),
    keysCheck(folder),
    await tokensCheck(folder),
  ];
  return { checks, edition: record.value && tellsOfItself(record.value) };
}

function tellsOfItself(record: PublicRecord): TellsOfItself | null {
  const last = publishEvents(record).at(-1);
  const event = record.events.find(({ head }) => head.seq === last?.seq);
  if (!last || !event) return null;
  const title = record.events[0]?.shown.get('/data/title');
  return {
    number: last.edition,
    at: event.head.at,
    title: typeof title === 'string' ? title : null,
    key: desksOf(record).at(-1)?.key ?? null,
  };
}

interface OpenedFile<T> {
  readonly value: T | null;
  readonly bytes: Uint8Array | null;
  readonly faults: readonly FileFault[];
}

/** A file of the seal, read strictly; what is wrong with it is a fault of the whole file. */
async function opened<T>(reader: FolderReader, path: string, read: (text: string) => T): Promise<OpenedFile<T>> {
  const bytes = await reader.read(path).catch(() => null);
  const fault = (what: string, start = 0, end = bytes?.length ?? 0): OpenedFile<T> => ({
    ...{ value: null, bytes },
    faults: [{ file: path, start, end, what }],
  });
  if (!bytes) return fault('it is missing, or no plain file');
  const text = strictText(bytes);
  if (text === undefined) return fault('it is not UTF-8; get the record again');
  try {
    return { value: read(text), bytes, faults: [] };
  } catch (cause) {
    if (cause instanceof PlacedError) return fault(cause.message, cause.start, cause.end);
    return fault(cause instanceof Error ? cause.message : 'it can’t be read');
  }
}

async function manifestCheck({ record }: Folder, { bytes, faults, value }: OpenedFile<unknown>): Promise<Check> {
  if (!bytes || !value) return ran('manifest', 'it lists every file', faults);
  const last = record ? publishEvents(record).at(-1) : undefined;
  if (!last) return notRun('manifest', 'no “publish” event could be read that would name it');
  const whole = { file: 'seal/manifest', start: 0, end: bytes.length };
  const same = digest(bytes) === last.manifest;
  return ran(
    'manifest',
    `it is the one that event ${last.seq} of the log names`,
    same ? [] : [{ ...whole, what: `it is not the one that event ${last.seq} of the log names` }],
  );
}

function recordCheck({ head }: Folder, { value, bytes, faults }: OpenedFile<PublicRecord>, named: Tree | null): Check {
  if (!value || !bytes) return ran('record', 'the disclosed events', faults);
  const at = ({ start, end, head: { seq } }: PublicEvent, what: string): FileFault => ({
    ...{ file: 'seal/record.json', start, end },
    what: `event ${seq}: ${what}`,
  });
  const shown = value.events.flatMap((event, index) => {
    const what = disclosedWrongly(event, index === 0);
    return what === null ? [] : [at(event, what)];
  });
  const tree = head ?? named;
  const outside = value.events
    .filter(({ head: { seq }, name, proof }) => tree && !checkInclusion(proof, leafHash(entryOf(name)), seq, tree))
    .map((event) => at(event, 'it is not in the log'));
  // A head that nobody signed helps to find the event that was changed; where no event is in it, it tells nothing.
  const found = head || outside.length < value.events.length ? outside : [];
  if (!head && shown.length + found.length === 0)
    return notRun('record', `${value.events.length} events; without a checkpoint nothing proves them`);
  const all = [...shown, ...found];
  return ran('record', `${value.events.length} disclosed events${all.length > 0 ? '' : ', each in the log'}`, all);
}

type Tree = Pick<SignedCheckpoint, 'size' | 'root'>;

/** What a checkpoint names, whoever signed it; null where it can't be read. */
function namedBy(bytes: Uint8Array | null): Tree | null {
  try {
    return bytes && parseCheckpoint(parseNote(bytes).text);
  } catch {
    return null;
  }
}

function checkpointCheck({ record }: Folder, { value, faults, bytes }: OpenedFile<SignedCheckpoint>): Check {
  if (bytes && !record) return notRun('checkpoint', 'the record can’t be read, and with it who signs');
  return ran('checkpoint', value ? `signed for the first ${value.size} events` : 'signed by the desk', faults);
}
