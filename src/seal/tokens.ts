import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import { type Digest, digest } from '../base/digest.ts';
import { otsSays, type Says, type Stamped, tokenSays } from '../stamp/index.ts';
import type { Folder } from './folder.ts';

/** A time stamp that the log tells of. */
interface Shown extends Stamped {
  readonly seq: number;
  readonly kind: string;
  readonly blob: Digest;
}

/** Time stamps: each over a checkpoint that is shown, and each token the one that its event names. */
export async function tokensCheck(folder: Folder): Promise<Check> {
  const { reader, record } = folder;
  if (!record) return notRun('time', 'the record can’t be read');
  const stamps = record.events.flatMap(({ head: { kind, seq }, shown }): readonly Shown[] => {
    const of = (key: string): unknown => shown.get(`/data/${key}`);
    if (kind !== 'stamp' || of('blob') === undefined) return [];
    const told = { size: Number(of('size')), kind: String(of('kind')), authority: String(of('authority')) };
    return [{ seq, ...told, checkpoint: String(of('checkpoint')) as Digest, blob: String(of('blob')) as Digest }];
  });
  const unknown = await unnamed(folder, stamps);
  if (stamps.length === 0 && unknown.length === 0) return notRun('time', 'no time stamp is kept');
  const faults: FileFault[] = [...unknown];
  const says: string[] = [];
  const unchecked: string[] = [];
  for (const one of stamps) {
    const file = `seal/tokens/${one.blob.slice('sha256:'.length)}`;
    const bytes = await reader.read(file).catch(() => null);
    const told = bytes ? await toldBy(bytes, one, folder) : { wrong: 'it is missing' };
    if ('says' in told) says.push(told.says);
    else if ('unchecked' in told) unchecked.push(told.unchecked);
    else
      faults.push({ file, start: 0, end: bytes?.length ?? 0, what: `time stamp of event ${one.seq}: ${told.wrong}` });
  }
  if (faults.length + says.length === 0) return notRun('time', unchecked.join('; '));
  return ran('time', [...says, ...unchecked].join('; ') || 'no stamp holds', faults);
}

async function unnamed({ reader }: Folder, stamps: readonly Shown[]): Promise<readonly FileFault[]> {
  const named = new Set(stamps.map(({ blob }) => `seal/tokens/${blob.slice('sha256:'.length)}`));
  const there = (await reader.list().catch(() => null)) ?? [];
  return there
    .filter((path) => path.startsWith('seal/tokens/') && !named.has(path))
    .map((file) => ({ file, start: 0, end: 0, what: 'no event of the record names it' }));
}

type Told = Says | { readonly unchecked: string };

async function toldBy(bytes: Uint8Array, one: Shown, { record, known }: Folder): Promise<Told> {
  if (digest(bytes) !== one.blob) return { wrong: 'it is not the one that its event names' };
  const notes = (record?.events ?? []).flatMap(({ head: { kind }, shown }) => {
    const note = shown.get('/data/note');
    return (kind === 'checkpoint' || kind === 'cosign') && typeof note === 'string' ? [note] : [];
  });
  const over = notes.find((note) => digest(note) === one.checkpoint);
  if (over === undefined || over.split('\n')[1] !== String(one.size))
    return { wrong: `no checkpoint of ${one.size} events with that digest is shown` };
  if (one.kind !== 'rfc3161') return otsSays(bytes, one);
  // Browsers have no WebCrypto on a page from plain http: or, some of them, from a file.
  if (!globalThis.crypto?.subtle)
    return { unchecked: `event ${one.seq}: the signature of ${one.authority} can’t be checked here` };
  return tokenSays(bytes, one, known.anchors);
}
