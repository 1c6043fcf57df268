import type { Digest } from '../base/digest.ts';
import { consistencyProof, inclusionProof, leafHash, parseCheckpoint, parseNote, rangesOf } from '../log/index.ts';
import { disclose } from '../record/disclosure.ts';
import type { Line } from '../record/line.ts';
import { entryOf } from '../record/log-entry.ts';
import { formatRecord, type Grown, type Proven } from './public-record.ts';

/** A file of the seal, by its path in the folder. */
export interface SealFile {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** What a seal is made from. */
export interface ToSeal {
  /** The lines of the journal that the checkpoint covers, in order. */
  readonly lines: readonly Line[];
  /** The signed checkpoint over them, as a note. */
  readonly checkpoint: string;
  /** Tokens by the digest that their `stamp` event names. */
  readonly tokens: ReadonlyMap<Digest, Uint8Array>;
  /** Which leaves of a line may be seen; null where the line stays at the desk. */
  readonly show: (line: Line) => ((pointer: string, value: unknown) => boolean) | null;
}

/** The seal of a record but for its manifest: the events that are disclosed with their proofs, the signed head, the tokens. Linear in the lines. */
export function sealFiles({ lines, checkpoint, tokens, show }: ToSeal): readonly SealFile[] {
  const size = lines.length;
  const hashOf = rangesOf(lines.map(({ name }) => leafHash(entryOf(name))));
  const events = lines.flatMap((line): readonly Proven[] => {
    const leaves = show(line);
    const disclosure = leaves && disclose(line, leaves);
    return disclosure ? [{ disclosure, proof: inclusionProof(line.head.seq, size, hashOf) }] : [];
  });
  const consistency = givenSizes(events)
    .filter((from) => from > 0 && from < size)
    .map((from): Grown => ({ size: from, proof: consistencyProof(from, size, hashOf) }));
  const text = (path: string, words: string): SealFile => ({ path, bytes: new TextEncoder().encode(words) });
  const shown = new Set(events.map(({ disclosure }) => disclosure.shown['/data/blob']?.value));
  return [
    text('seal/record.json', formatRecord(events, consistency)),
    text('seal/checkpoint', checkpoint),
    ...[...tokens]
      .filter(([name]) => shown.has(name))
      .map(([name, bytes]) => ({ path: `seal/tokens/${name.slice('sha256:'.length)}`, bytes })),
  ];
}

/** The sizes of the checkpoints that some events give, each once, ascending. */
function givenSizes(events: readonly Proven[]): readonly number[] {
  const notes = events.flatMap(({ disclosure: { head, shown } }) => {
    const note = shown['/data/note']?.value;
    return (head.kind === 'checkpoint' || head.kind === 'cosign') && typeof note === 'string' ? [note] : [];
  });
  return [...new Set(notes.map((note) => parseCheckpoint(parseNote(note).text).size))].sort((a, b) => a - b);
}
