import { toBase64 } from '../base/base64.ts';
import { HearsayError } from '../base/error.ts';
import { strictBase64, strictDecimal, strictText } from './bytes.ts';
import type { VerifierKey } from './key.ts';
import { HASH_SIZE, type Hash } from './merkle.ts';
import { parseNote } from './note.ts';
import { checkInclusion } from './proof.ts';
import { type KnownLog, openCheckpoint, type SignedCheckpoint } from './signed-checkpoint.ts';

/** A proof that an entry is in a log, to be checked offline (c2sp.org/tlog-proof). Its file name ends in `.tlog-proof`. */
export interface LogProof {
  /** Bytes for the application. Nobody signed them. */
  readonly extra?: Uint8Array;
  readonly index: number;
  readonly proof: readonly Hash[];
  /** The signed checkpoint, byte for byte. */
  readonly checkpoint: string;
}

const FIRST_LINE = 'c2sp.org/tlog-proof@v1';
const MOST_HASHES = 63;

/** A proof as text. */
export function formatLogProof({ extra, index, proof, checkpoint }: LogProof): string {
  const head = [FIRST_LINE, ...(extra === undefined ? [] : [`extra ${toBase64(extra)}`]), `index ${index}`];
  return `${[...head, ...proof.map(toBase64)].join('\n')}\n\n${checkpoint}`;
}

/** The inverse of `formatLogProof`. The checkpoint is read, but neither it nor the proof is checked. */
export function parseLogProof(file: Uint8Array | string): LogProof {
  const text = typeof file === 'string' ? file : strictText(file);
  if (text === undefined) throw new HearsayError('encoding', 'Log proof: is not UTF-8; get it again.');
  const end = text.indexOf('\n\n');
  const lines = text.slice(0, Math.max(end, 0)).split('\n');
  if (end < 0 || lines[0] !== FIRST_LINE) throw broken(1, `is not "${FIRST_LINE}", with an empty line later`);
  const withExtra = lines[1]?.startsWith('extra ') === true;
  const extra = withExtra ? strictBase64(lines[1]?.slice('extra '.length) ?? '') : undefined;
  if (withExtra && extra === undefined) throw broken(2, 'has extra data that are not base64');
  const at = withExtra ? 2 : 1;
  const index = lines[at]?.startsWith('index ') ? strictDecimal(lines[at]?.slice('index '.length) ?? '') : undefined;
  if (index === undefined) throw broken(at + 1, 'is not "index", a space and a number');
  const hashes = lines.slice(at + 1);
  if (hashes.length > MOST_HASHES) throw broken(at + 2 + MOST_HASHES, `is one of more than ${MOST_HASHES} hashes`);
  const proof = hashes.map((line, number) => parseHash(line, at + 2 + number));
  const checkpoint = text.slice(end + 2);
  parseNote(checkpoint);
  return { ...(extra === undefined ? {} : { extra }), index, proof, checkpoint };
}

/**
 * The checkpoint that proves that an entry with this leaf hash is in the log, cosigned by at least `quorum` of the
 * witnesses. Refused with the reason where anything does not hold.
 */
export function openLogProof(
  file: Uint8Array | string,
  leaf: Hash,
  log: KnownLog,
  trust: { readonly witnesses: readonly VerifierKey[]; readonly quorum: number } = { witnesses: [], quorum: 0 },
): SignedCheckpoint & { readonly index: number } {
  const { index, proof, checkpoint } = parseLogProof(file);
  const signed = openCheckpoint(checkpoint, log, trust.witnesses);
  if (!checkInclusion(proof, leaf, index, signed))
    throw new HearsayError(
      'damaged',
      `Log proof: does not show this entry at ${index} of ${signed.size}; get the proof again.`,
    );
  const names = new Set(signed.witnesses.map(({ name }) => name));
  if (names.size < trust.quorum)
    throw new HearsayError(
      'damaged',
      `Log proof: ${names.size} of the known witnesses cosigned; ${trust.quorum} are needed.`,
    );
  return { ...signed, index };
}

function parseHash(line: string, number: number): Hash {
  const hash = strictBase64(line);
  if (hash?.length !== HASH_SIZE) throw broken(number, 'is not a hash of 32 bytes in base64');
  return hash;
}

const broken = (line: number, why: string): HearsayError =>
  new HearsayError('malformed', `Log proof, line ${line}: ${why}; get it again.`);
