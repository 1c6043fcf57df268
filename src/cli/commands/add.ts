import { createHash, randomBytes } from 'node:crypto';
import { HearsayError } from '../../base/error.ts';
import type { Facts } from '../../capture/facts.ts';
import type { AddData } from '../../record/event.ts';
import { putBlobs } from '../../store/blobs.ts';
import type { NewEvent, Writer } from '../../store/case.ts';
import { gather, type Source } from '../../store/folder.ts';
import { writing } from '../hand.ts';
import { openProgress } from '../progress.ts';
import { arguments_, instantOf, textOf } from '../words.ts';

/** How many files go to the disk together, and how many bytes at most. */
const BATCH = 256;
const BATCH_BYTES = 64 * 1024 * 1024;

/** What became of the sources. */
interface Tally {
  added: number;
  there: number;
  readonly refused: string[];
}

export const add = {
  usage:
    'hearsay add <case> <file, folder or URL…> [--url U] [--publisher P] [--author A] [--published DATE] [--captured INSTANT] [--lang TAG] [--note N] [--intimate] [--by NAME]',
  does: 'keeps evidence in a case, as it is; what is there already is not kept twice',
  writes: true,
  async run(words: readonly string[]): Promise<number> {
    const { values, paths } = arguments_(words, {
      ...{ url: { type: 'string' }, publisher: { type: 'string' }, author: { type: 'string' } },
      ...{ published: { type: 'string' }, captured: { type: 'string' }, lang: { type: 'string' } },
      ...{ note: { type: 'string' }, by: { type: 'string' }, intimate: { type: 'boolean' } },
    });
    const [folder, ...evidence] = paths;
    if (!folder || evidence.length === 0)
      throw new HearsayError('usage', 'add wants a case and what to add: hearsay add <case> <file, folder or URL…>');
    const { sources, warnings } = await gather(evidence);
    for (const warning of warnings) process.stderr.write(`hearsay: ${warning}\n`);
    const told = { ...values, captured: instantOf(values['captured'], '--captured') };
    const known = sources.map((source) => ({ ...source, facts: withTold(source.facts, told) }));
    const tally = await writing(folder, textOf(values['by']), (writer) =>
      values['intimate'] ? addIntimate(writer, known) : addAll(writer, known),
    );
    for (const why of tally.refused) process.stderr.write(`hearsay: not added: ${why}\n`);
    const there = tally.there > 0 ? `, ${tally.there} there already` : '';
    process.stdout.write(`${tally.added} added${there}\n`);
    return tally.added + tally.there > 0 ? 0 : 2;
  },
};

/** What the reporter says of the evidence goes before what its sheet says. */
function withTold(facts: Facts, told: Readonly<Record<string, unknown>>): Facts {
  const keys = ['url', 'publisher', 'author', 'published', 'captured', 'lang', 'note'] as const;
  return { ...facts, ...Object.fromEntries(keys.flatMap((key) => (textOf(told[key]) ? [[key, told[key]]] : []))) };
}

/** Evidence first, then the events that name it: a crash between leaves bytes that nothing names, never the reverse. */
async function addAll(writer: Writer, sources: readonly Source[]): Promise<Tally> {
  const tally: Tally = { added: 0, there: 0, refused: [] };
  const names = new Map(writer.history().evidence.map(({ data }) => [data.facts.file, data.blob]));
  const progress = openProgress(process.stderr, Date.now);
  let batch: { facts: Facts; bytes: Uint8Array }[] = [];
  const flush = async (): Promise<void> => {
    const blobs = await putBlobs(
      writer.root,
      batch.map(({ bytes }) => bytes),
    );
    const events = batch.flatMap(({ facts, bytes }, at): NewEvent[] => {
      const blob = blobs[at] ?? null;
      const file = freeName(facts.file, blob, names);
      if (file === null) tally.there++;
      if (file === null) return [];
      names.set(file, blob);
      const data: AddData = { blob, size: bytes.length, facts: { ...facts, file }, from: 'file', intimate: null };
      return [{ kind: 'add', data: { ...data } }];
    });
    if (events.length > 0) await writer.append(events);
    tally.added += events.length;
    batch = [];
  };
  for (const [at, source] of sources.entries()) {
    const bytes = await bytesOf(source, tally);
    if (bytes) batch.push({ facts: source.facts, bytes });
    const size = batch.reduce((sum, one) => sum + one.bytes.length, 0);
    if (batch.length >= BATCH || size >= BATCH_BYTES) await flush();
    progress.step('adding', at + 1, sources.length);
  }
  await flush();
  progress.end();
  return tally;
}

/** Nothing of the picture is kept: only its name, and a commitment by which it can be known again. */
async function addIntimate(writer: Writer, sources: readonly Source[]): Promise<Tally> {
  const tally: Tally = { added: 0, there: 0, refused: [] };
  for (const source of sources) {
    const bytes = await bytesOf(source, tally);
    if (!bytes) continue;
    const secret = randomBytes(32);
    const commitment = `sha256:${createHash('sha256').update(secret).update(bytes).digest('hex')}` as const;
    const intimate = { commitment, secret: secret.toString('hex') };
    const data: AddData = { blob: null, size: null, facts: source.facts, from: 'file', intimate };
    await writer.append([{ kind: 'add', data: { ...data } }]);
    tally.added++;
  }
  return tally;
}

async function bytesOf(source: Source, tally: Tally): Promise<Uint8Array | null> {
  if (source.refused) tally.refused.push(source.refused.message);
  if (source.refused) return null;
  try {
    return await source.read();
  } catch (cause) {
    const why = cause instanceof Error ? cause.message : String(cause);
    tally.refused.push(`${source.facts.file} could not be read (${why}); check its permissions`);
    return null;
  }
}

/** The name an item gets: its own, or its own and a number where other bytes bear it; `null` where these do. */
function freeName(file: string, blob: string | null, names: ReadonlyMap<string, string | null>): string | null {
  let name = file;
  for (let n = 2; names.has(name); n++) {
    if (names.get(name) === blob) return null;
    name = `${file}#${n}`;
  }
  return name;
}
