import { sameBytes } from '../base/bytes.ts';
import { HearsayError } from '../base/error.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { VerifierKey } from './key.ts';
import { emptyRoot } from './merkle.ts';
import { type CheckedLine, openNote } from './note.ts';

/** A log as somebody outside knows it: the origin in its checkpoints and the keys that sign them. */
export interface KnownLog {
  readonly origin: string;
  readonly keys: readonly VerifierKey[];
}

/** A checkpoint that its log signed. */
export interface SignedCheckpoint extends Checkpoint {
  /** The text that was signed. */
  readonly text: string;
  readonly lines: readonly CheckedLine[];
  /** The witnesses known to the reader that cosigned it, each key once, with the time in seconds since 1970. */
  readonly witnesses: readonly { readonly name: string; readonly timestamp: number }[];
}

/**
 * A checkpoint once the log is known to have signed it. Refused: another origin, no signature of the log, a wrong
 * signature of the log or of a known witness, an empty log with a root that is not that of nothing.
 */
export function openCheckpoint(
  note: Uint8Array | string,
  log: KnownLog,
  witnesses: readonly VerifierKey[] = [],
): SignedCheckpoint {
  const { text, lines } = openNote(note, [...log.keys, ...witnesses]);
  if (!lines.some((line) => line.state === 'verified' && isOf(line, log.keys)))
    throw new HearsayError('damaged', 'Checkpoint: the log did not sign it; get it from the log.');
  const checkpoint = parseCheckpoint(text);
  if (checkpoint.origin !== log.origin)
    throw new HearsayError(
      'damaged',
      `Checkpoint: is of ${JSON.stringify(checkpoint.origin)}, another log; get it from the log.`,
    );
  if (checkpoint.size === 0 && !sameBytes(checkpoint.root, emptyRoot()))
    throw new HearsayError('damaged', 'Checkpoint: size 0 with a root of something; ask the log why it signed that.');
  const seen = new Map<string, { name: string; timestamp: number }>();
  for (const line of lines)
    if (line.timestamp !== undefined && isOf(line, witnesses))
      seen.set(`${line.name} ${line.id}`, { name: line.name, timestamp: line.timestamp });
  return { ...checkpoint, text, lines, witnesses: [...seen.values()] };
}

const isOf = (line: CheckedLine, keys: readonly VerifierKey[]): boolean =>
  keys.some((key) => key.name === line.name && key.id === line.id);
