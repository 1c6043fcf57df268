import { sameBytes } from '../base/bytes.ts';
import { type Check, type FileFault, notRun, ran } from '../base/check.ts';
import { HearsayError } from '../base/error.ts';
import {
  checkConsistency,
  formatNote,
  openCheckpoint,
  parseCheckpoint,
  parseNote,
  parseVerifierKey,
  type SignedCheckpoint,
} from '../log/index.ts';
import { originOf } from '../record/log-entry.ts';
import type { Folder } from './folder.ts';
import type { PublicRecord } from './public-record.ts';

/** What a shown leaf of an event holds, where that is words. */
const words = (shown: ReadonlyMap<string, unknown>, pointer: string): string | null => {
  const value = shown.get(pointer);
  return typeof value === 'string' ? value : null;
};

/** The id of the case, from its first event. */
const idOf = ({ events }: PublicRecord): string | null => {
  const first = events[0];
  return first?.head.kind === 'case' && first.head.seq === 0 ? words(first.shown, '/data/id') : null;
};

/** The desks that signed, each from an event on. */
export const desksOf = ({ events }: PublicRecord): readonly { readonly seq: number; readonly key: string }[] =>
  events.flatMap(({ head: { kind, seq }, shown }) => {
    const key = kind === 'case' || kind === 'key' ? words(shown, '/data/key') : null;
    return key === null ? [] : [{ seq, key }];
  });

const keyAt = (record: PublicRecord, size: number): string | null =>
  desksOf(record)
    .filter(({ seq }) => seq < size)
    .at(-1)?.key ?? null;

/** `seal/checkpoint`, signed by the desk in force and by nobody else. Throws HearsayError where it is not. */
export function headOf(text: string, record: PublicRecord | null): SignedCheckpoint {
  const note = parseNote(text);
  if (formatNote(note) !== text || note.lines.length !== 1)
    throw new HearsayError('malformed', 'it is not written as a note with the one signature of the desk');
  const { size, extensions } = parseCheckpoint(note.text);
  if (extensions.length > 0) throw new HearsayError('malformed', 'it says more than origin, size and root');
  return signed(text, size, record, []);
}

function signed(
  note: string,
  size: number,
  record: PublicRecord | null,
  witnesses: readonly string[],
): SignedCheckpoint {
  const id = record && idOf(record);
  const key = record && keyAt(record, size);
  if (!id || !key) throw new HearsayError('damaged', 'no event that can be read says whose key signs');
  return openCheckpoint(note, { origin: originOf(id), keys: [parseVerifierKey(key)] }, witnesses.map(parseVerifierKey));
}

/** Checkpoints that left the desk, or that the reader brings: each signed, and each the beginning of this log. */
export function historyCheck({ record, head, known }: Folder): Check {
  if (!record || !head) return notRun('history', 'the record or its checkpoint can’t be read');
  const given = record.events.flatMap(({ head: { kind, seq }, shown }) => {
    const note = kind === 'checkpoint' || kind === 'cosign' ? words(shown, '/data/note') : null;
    return note === null ? [] : [{ where: `event ${seq}`, note, brought: false }];
  });
  const brought = known.since.map((note, at) => ({ where: `checkpoint ${at + 1} given`, note, brought: true }));
  const faults: FileFault[] = [];
  const unproven: string[] = [];
  const proofs = record.events[0]?.start ?? 0;
  for (const { where, note, brought: own } of [...given, ...brought]) {
    const found = inconsistency(note, record, head, known.witnesses);
    if (found === 'no proof') unproven.push(where);
    if (found === 'no proof' && !own) faults.push(fault(`${where}: no proof leads from it to the head`, proofs));
    else if (found !== null && found !== 'no proof') faults.push(fault(`${where}: ${found}`, own ? 0 : proofs));
  }
  const sizes = new Set(given.map(({ note }) => note.split('\n')[1]));
  for (const { size } of record.consistency)
    if (size >= head.size)
      faults.push(fault(`a proof leads from ${size} events, and the log has ${head.size}`, proofs));
    else if (!sizes.has(String(size)))
      faults.push(fault(`a proof leads from ${size} events, and no checkpoint of that size is shown`, proofs));
  if (given.length + brought.length + faults.length === 0)
    return notRun('history', 'no earlier checkpoint is known; --since FILE brings one');
  const rest = unproven.length > 0 ? `; for ${unproven.join(', ')} the record holds no proof` : '';
  const proven = given.length + brought.length - unproven.length;
  if (proven + faults.length === 0) return notRun('history', `the record holds no proof for ${unproven.join(', ')}`);
  if (faults.length > 0) return ran('history', `${given.length + brought.length} earlier checkpoints`, faults);
  const told = proven === 1 ? '1 earlier checkpoint is' : `${proven} earlier checkpoints are`;
  return ran('history', `${told} the beginning of this log${rest}`, []);
}

/** A fault of the record; `end` where the part before its events is meant, in which the proofs of its history stand. */
const fault = (what: string, end = 0): FileFault => ({ file: 'seal/record.json', start: 0, end, what });

/** What is wrong with a checkpoint from before, `no proof` where that can't be told, or null. */
function inconsistency(
  note: string,
  record: PublicRecord,
  head: SignedCheckpoint,
  witnesses: readonly string[],
): string | null {
  try {
    const { size } = parseCheckpoint(parseNote(note).text);
    const old = signed(note, size, record, witnesses);
    if (old.size > head.size)
      return `it is of ${old.size} events, and this record of ${head.size}: an older one, or another history`;
    if (old.size === head.size) return sameBytes(old.root, head.root) ? null : 'it is of another history of this case';
    if (old.size === 0) return null;
    const grown = record.consistency.find((one) => one.size === old.size);
    if (!grown) return 'no proof';
    return checkConsistency(grown.proof, old, head) ? null : 'it is of another history of this case';
  } catch (cause) {
    return cause instanceof Error ? cause.message : 'it can’t be read';
  }
}

/** Which desks signed, and whether the reader knows them. */
export function keysCheck({ record, known }: Folder): Check {
  const desks = record ? desksOf(record) : [];
  const told = desks.map(({ seq, key }) => `${key} from event ${seq}`).join(', ');
  if (desks.length === 0) return notRun('keys', 'no event that can be read names a key');
  if (known.keys.length === 0)
    return notRun('keys', `${told}; compare it with a key that you know from elsewhere (--key KEY)`);
  return ran(
    'keys',
    told,
    desks
      .filter(({ key }) => !known.keys.includes(key))
      .map(({ seq, key }) => fault(`from event ${seq} on ${key} signs, which is not among the keys you know`)),
  );
}
