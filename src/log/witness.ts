import { toBase64 } from '../base/base64.ts';
import { sameBytes } from '../base/bytes.ts';
import { HearsayError } from '../base/error.ts';
import { strictBase64, strictDecimal, strictText } from './bytes.ts';
import { type Checkpoint, parseCheckpoint } from './checkpoint.ts';
import type { VerifierKey } from './key.ts';
import { emptyRoot, HASH_SIZE, type Hash } from './merkle.ts';
import { type CheckedLine, checkNote, parseLines, parseNote } from './note.ts';
import { checkConsistency } from './proof.ts';

/** What a log asks of a witness (c2sp.org/tlog-witness, add-checkpoint): to cosign a checkpoint that follows another. */
export interface AddCheckpoint {
  /** The size of the checkpoint that the witness cosigned last, 0 for none. */
  readonly old: number;
  /** Consistency proof from the old size to that of the checkpoint. */
  readonly proof: readonly Hash[];
  /** The signed checkpoint, byte for byte. */
  readonly note: string;
}

/** What a witness keeps of a log: its keys, and the checkpoint it cosigned last. */
export interface WitnessedLog {
  readonly keys: readonly VerifierKey[];
  readonly latest?: { readonly size: number; readonly root: Hash };
}

/**
 * What a witness answers. With 200 the shell first keeps `checkpoint` as the latest, in one step with this decision,
 * and only then signs `text` and answers with the line; otherwise two requests at once could roll the log back.
 */
export type WitnessDecision =
  | { readonly status: 200; readonly checkpoint: Checkpoint; readonly text: string }
  | { readonly status: 400 | 403 | 404 | 422; readonly body: string }
  | { readonly status: 409; readonly body: string; readonly type: 'text/x.tlog.size' };

/** What a log makes of the answer of a witness. */
export type WitnessAnswer =
  | { readonly kind: 'cosigned'; readonly lines: readonly CheckedLine[] }
  | { readonly kind: 'conflict'; readonly size: number }
  | { readonly kind: 'refused'; readonly status: number; readonly why: string };

const MOST_HASHES = 63;
const LONGEST_REASON = 200;

/** A request as the body of a POST. */
export function formatAddCheckpoint({ old, proof, note }: AddCheckpoint): string {
  return `old ${old}\n${proof.map((hash) => `${toBase64(hash)}\n`).join('')}\n${note}`;
}

/** The inverse of `formatAddCheckpoint`. The note within is not looked at. */
export function parseAddCheckpoint(body: Uint8Array | string): AddCheckpoint {
  const text = typeof body === 'string' ? body : strictText(body);
  if (text === undefined) throw broken(1, 'the body is not UTF-8');
  const end = text.indexOf('\n\n');
  const [first = '', ...hashes] = text.slice(0, Math.max(end, 0)).split('\n');
  const old = first.startsWith('old ') ? strictDecimal(first.slice(4)) : undefined;
  if (end < 0 || old === undefined) throw broken(1, 'is not "old", a space and a size, with an empty line later');
  if (hashes.length > MOST_HASHES) throw broken(MOST_HASHES + 2, `is one of more than ${MOST_HASHES} hashes`);
  return { old, proof: hashes.map((line, at) => parseHash(line, at + 2)), note: text.slice(end + 2) };
}

/**
 * The answer to a request, given what the witness knows of the log with the checkpoint's origin. A checkpoint that is
 * not proved to continue the latest is never answered with 200.
 */
export function decideAddCheckpoint(
  body: Uint8Array | string,
  logOf: (origin: string) => WitnessedLog | undefined,
): WitnessDecision {
  try {
    return decide(parseAddCheckpoint(body), logOf);
  } catch (error) {
    if (error instanceof HearsayError) return { status: 400, body: `${error.message}\n` };
    throw error;
  }
}

/** The answer of a witness to `note`; cosignatures of unknown keys are passed over, a wrong one is refused. */
export function parseWitnessAnswer(
  answer: { readonly status: number; readonly body: Uint8Array | string },
  note: string,
  witnesses: readonly VerifierKey[],
): WitnessAnswer {
  const text = typeof answer.body === 'string' ? answer.body : strictText(answer.body);
  if (text === undefined) throw new HearsayError('encoding', 'Witness: the answer is not UTF-8; ask again.');
  if (answer.status === 409) {
    const size = text.endsWith('\n') ? strictDecimal(text.slice(0, -1)) : undefined;
    if (size === undefined) throw new HearsayError('malformed', 'Witness: answered 409 without a size; ask again.');
    return { kind: 'conflict', size };
  }
  if (answer.status !== 200) return { kind: 'refused', status: answer.status, why: firstLineOf(text) };
  const cosigners = witnesses.filter((key) => key.kind !== 'ed25519');
  const { lines } = checkNote({ text: parseNote(note).text, lines: parseLines(text) }, cosigners);
  const wrong = lines.find((line) => line.state === 'wrong' || line.timestamp === 0);
  if (wrong !== undefined)
    throw new HearsayError(
      'damaged',
      `Witness: the cosignature of ${JSON.stringify(wrong.name)} does not hold; ask again.`,
    );
  return { kind: 'cosigned', lines: lines.filter((line) => line.state === 'verified') };
}

function decide(request: AddCheckpoint, logOf: (origin: string) => WitnessedLog | undefined): WitnessDecision {
  const { old, proof, note } = request;
  const [origin = ''] = note.split('\n', 1);
  const log = logOf(origin);
  if (log === undefined) return { status: 404, body: 'unknown log\n' };
  if (!isSignedBy(note, log.keys)) return { status: 403, body: 'invalid signature\n' };
  const { text } = parseNote(note);
  const checkpoint = parseCheckpoint(text);
  const latest = log.latest ?? { size: 0, root: emptyRoot() };
  if (old > checkpoint.size) return { status: 400, body: 'old size is larger than the checkpoint\n' };
  if (old !== latest.size) return { status: 409, body: `${latest.size}\n`, type: 'text/x.tlog.size' };
  if (checkpoint.size === 0 && !sameBytes(checkpoint.root, emptyRoot()))
    return { status: 422, body: 'size 0 without the root of an empty log\n' };
  // From nothing there is nothing to prove; from everything else on, a proof that doesn't hold ends it.
  const continues = old === 0 ? proof.length === 0 : checkConsistency(proof, latest, checkpoint);
  if (!continues) return { status: 422, body: 'invalid consistency proof\n' };
  return { status: 200, checkpoint, text };
}

/** Signed by a key of the log, and by none wrongly. A note that can't be read bears no signature of anybody. */
function isSignedBy(note: string, keys: readonly VerifierKey[]): boolean {
  try {
    const states = checkNote(parseNote(note), keys).lines.map((line) => line.state);
    return states.includes('verified') && !states.includes('wrong');
  } catch (error) {
    if (error instanceof HearsayError) return false;
    throw error;
  }
}

function parseHash(line: string, number: number): Hash {
  const hash = strictBase64(line);
  if (hash?.length !== HASH_SIZE) throw broken(number, 'is not a hash of 32 bytes in base64');
  return hash;
}

const firstLineOf = (text: string): string =>
  (text.split('\n', 1)[0] ?? '').slice(0, LONGEST_REASON).replaceAll(/[\p{Cc}\p{Cf}\p{Surrogate}]/gu, '');

const broken = (line: number, why: string): HearsayError =>
  new HearsayError('malformed', `Request to a witness, line ${line}: ${why}; make it again.`);
