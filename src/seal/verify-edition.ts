import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import { type Digest, digest } from '../base/digest.ts';
import { checkInclusion, leafHash } from '../log/index.ts';
import { editionsCheck, publishEvents } from './editions.ts';
import type { Folder, FolderReader, KnownOutside } from './folder.ts';
import { headOf, historyCheck, keysCheck } from './heads.ts';
import { type Listed, parseManifest } from './manifest.ts';
import { type PublicRecord, parseRecord } from './public-record.ts';
import { entryOf } from './seal-files.ts';
import { tokensCheck } from './tokens.ts';

/**
 * Checks a published folder: every file against the manifest, the manifest against the log, the log against the desk's
 * signature (docs/published-format.md). What is wrong is a finding; nothing is thrown, however hostile the bytes.
 */
export async function verifyEdition(reader: FolderReader, known: KnownOutside): Promise<readonly Check[]> {
  const manifest = await opened(reader, 'seal/manifest', parseManifest);
  const record = await opened(reader, 'seal/record.json', parseRecord);
  const head = await opened(reader, 'seal/checkpoint', (text) => headOf(text, record.value));
  const folder: Folder = { reader, known, manifest: manifest.value, record: record.value, head: head.value };
  return [
    await filesCheck(folder),
    await manifestCheck(folder, manifest),
    recordCheck(folder, record),
    ran(
      'checkpoint',
      head.value ? `signed for the first ${head.value.size} events` : 'signed by the desk',
      head.faults,
    ),
    editionsCheck(folder),
    historyCheck(folder),
    keysCheck(folder),
    await tokensCheck(folder),
  ];
}

interface OpenedFile<T> {
  readonly value: T | null;
  readonly bytes: Uint8Array | null;
  readonly faults: readonly FileFault[];
}

/** A file of the seal, read strictly; what is wrong with it is a fault of the whole file. */
async function opened<T>(reader: FolderReader, path: string, read: (text: string) => T): Promise<OpenedFile<T>> {
  const bytes = await reader.read(path).catch(() => null);
  const fault = (what: string): OpenedFile<T> => ({
    ...{ value: null, bytes },
    faults: [{ file: path, start: 0, end: bytes?.length ?? 0, what }],
  });
  if (!bytes) return fault('it is missing, or no plain file');
  try {
    const text = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
    return { value: read(text), bytes, faults: [] };
  } catch (cause) {
    return fault(cause instanceof Error ? cause.message : 'it can’t be read');
  }
}

async function filesCheck({ reader, manifest }: Folder): Promise<Check> {
  if (!manifest) return notRun('files', 'the manifest can’t be read');
  const faults: FileFault[] = [];
  for (const [at, { path, digest: named }] of manifest.entries()) {
    reader.step?.(at, manifest.length);
    const { found, size } = await digestAt(reader, path);
    if (found === named) continue;
    const what = found === null ? 'it is missing, or no plain file' : 'it is not what the manifest names';
    faults.push({ file: path, start: 0, end: size, what });
  }
  reader.step?.(manifest.length, manifest.length);
  const there = await reader.list();
  const strays = there === null ? '; whether others lie beside them can’t be seen from here' : '';
  return ran('files', `${manifest.length} files, each as the manifest names it${strays}`, [
    ...faults,
    ...straysAmong(there ?? [], manifest),
  ]);
}

async function digestAt(reader: FolderReader, path: string): Promise<{ found: Digest | null; size: number }> {
  if (reader.digest) return { found: await reader.digest(path).catch(() => null), size: reader.size?.(path) ?? 0 };
  const bytes = await reader.read(path).catch(() => null);
  return { found: bytes && digest(bytes), size: bytes?.length ?? 0 };
}

const SEAL = /^seal\/(?:manifest|record\.json|checkpoint|tokens\/[0-9a-f]{64})$/;

function straysAmong(there: readonly string[], manifest: readonly Listed[]): readonly FileFault[] {
  const listed = new Set(manifest.map(({ path }) => path));
  return there
    .filter((path) => !listed.has(path) && !SEAL.test(path))
    .map((file) => ({ file, start: 0, end: 0, what: 'it is no part of the record' }));
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

function recordCheck({ head }: Folder, { value, bytes, faults }: OpenedFile<PublicRecord>): Check {
  if (!value || !bytes) return ran('record', 'the disclosed events', faults);
  if (!head) return notRun('record', `${value.events.length} events; without a checkpoint nothing proves them`);
  const whole = { file: 'seal/record.json', start: 0, end: bytes.length };
  const wrong = value.events
    .filter(({ head: { seq }, name, proof }) => !checkInclusion(proof, leafHash(entryOf(name)), seq, head))
    .map(({ head: { seq } }) => ({ ...whole, what: `event ${seq} is not in the log` }));
  return ran('record', `${value.events.length} disclosed events, each in the log`, wrong);
}
