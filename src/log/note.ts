import { concatBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../base/base64.ts';
import { HearsayError } from '../base/error.ts';
import { isWellFormed, strictBase64, strictText, utf8 } from './bytes.ts';
import { parseCheckpoint } from './checkpoint.ts';
import { checkCosignature, cosign, formatCosignature, parseCosignature } from './cosignature.ts';
import { checkSignature, signBytes } from './ed25519.ts';
import { bytesOfId, idOf, isKeyName, type SignerKey, type VerifierKey } from './key.ts';

/** A signature line of a note: who claims to have signed, and the bytes after the key id. */
export interface SignatureLine {
  readonly name: string;
  readonly id: number;
  readonly signature: Uint8Array;
}

/** A signed note (c2sp.org/signed-note). Its text means nothing before a signature is checked. */
export interface Note {
  /** Ends with a line feed. */
  readonly text: string;
  readonly lines: readonly SignatureLine[];
}

/**
 * What became of a signature line. `verified`: a known key signed the text. `wrong`: it names a known key that did not.
 * `unknown`: no key at hand has that name and id, so any byte of the line may have been changed. `not-checked`: a key
 * is known, but its algorithm (ML-DSA-44) is not checked here.
 */
export type LineState = 'verified' | 'wrong' | 'unknown' | 'not-checked';

/** A signature line with what became of it. */
export interface CheckedLine extends SignatureLine {
  readonly state: LineState;
  /** When a witness signed, in seconds since 1970; only where he did sign. */
  readonly timestamp?: number;
}

/** A note whose signature lines were looked at. */
export interface CheckedNote {
  readonly text: string;
  readonly lines: readonly CheckedLine[];
}

const DASH = '— ';
const LARGEST_NOTE = 1_000_000;
const MOST_LINES = 100;

/** The text with a signature line for each signer, in order. A `cosignature` signer needs a time in seconds since 1970. */
export function noteOf(text: string, signers: readonly SignerKey[], timestamp?: number): string {
  refuseOddText(text);
  const lines = signers.map((signer) => lineOf(text, signer, timestamp));
  return formatNote({ text, lines });
}

/** The signature line of one signer for a text. */
export function lineOf(text: string, signer: SignerKey, timestamp?: number): SignatureLine {
  const { kind, name, id, seed } = signer;
  if (kind === 'ed25519') return { name, id, signature: signBytes(utf8(text), seed) };
  return { name, id, signature: formatCosignature(cosign(text, timestamp ?? 0, seed)) };
}

/** A note as text. */
export const formatNote = (note: Note): string => `${note.text}\n${note.lines.map(formatLine).join('')}`;

/** A signature line as text, with its line feed. */
export const formatLine = (line: SignatureLine): string =>
  `${DASH}${line.name} ${toBase64(concatBytes(bytesOfId(line.id), line.signature))}\n`;

/**
 * The note with the states of its lines, once a known key signed it. Refuses a note that none of the verifiers signed,
 * and one that carries a wrong signature in the name of any of them (Go's note.Open does the same).
 */
export function openNote(note: Uint8Array | string, verifiers: readonly VerifierKey[]): CheckedNote {
  const checked = checkNote(parseNote(note), verifiers);
  const wrong = checked.lines.find((line) => line.state === 'wrong');
  if (wrong !== undefined)
    throw new HearsayError(
      'damaged',
      `Note: ${JSON.stringify(wrong.name)} did not sign this text; get the note again.`,
    );
  if (!checked.lines.some((line) => line.state === 'verified'))
    throw new HearsayError('damaged', 'Note: no known key signed it; give the key of its author.');
  return checked;
}

/** The state of every signature line: a finding, not an exception. The text of a note without `verified` is anybody's. */
export function checkNote(note: Note, verifiers: readonly VerifierKey[]): CheckedNote {
  return { text: note.text, lines: note.lines.map((line) => checkLine(note.text, line, verifiers)) };
}

/** A note read strictly, its signatures unchecked. */
export function parseNote(note: Uint8Array | string): Note {
  const text = textOf(note);
  const end = text.lastIndexOf('\n\n') + 1;
  if (end === 0) throw broken(text.length, 'has no empty line before its signatures');
  const body = text.slice(0, end);
  refuseOddText(body);
  return { text: body, lines: parseLines(text.slice(end + 1), end + 1) };
}

/** Signature lines, as a witness sends them. `at` is where they begin, for messages. */
export function parseLines(text: string, at = 0): readonly SignatureLine[] {
  if (text === '' || !text.endsWith('\n')) throw broken(at + text.length, 'ends within its signatures');
  const lines = text.slice(0, -1).split('\n');
  if (lines.length > MOST_LINES) throw new HearsayError('too-large', `Note: more than ${MOST_LINES} signatures.`);
  let offset = at;
  return lines.map((line) => {
    const parsed = parseLine(line);
    if (parsed === undefined) throw broken(offset, 'has a line that is no signature');
    offset += line.length + 1;
    return parsed;
  });
}

function parseLine(line: string): SignatureLine | undefined {
  const [name = '', base64 = '', ...rest] = line.slice(DASH.length).split(' ');
  const bytes = strictBase64(base64);
  if (!line.startsWith(DASH) || rest.length > 0 || !isKeyName(name) || bytes === undefined || bytes.length < 5)
    return undefined;
  return { name, id: idOf(bytes), signature: bytes.slice(4) };
}

function checkLine(text: string, line: SignatureLine, verifiers: readonly VerifierKey[]): CheckedLine {
  const keys = verifiers.filter((key) => key.name === line.name && key.id === line.id);
  let state: LineState = keys.length === 0 ? 'unknown' : 'wrong';
  for (const key of keys) {
    if (key.kind === 'cosignature-ml-dsa-44') state = 'not-checked';
    else if (key.kind === 'ed25519' && checkSignature(line.signature, utf8(text), key.publicKey))
      return { ...line, state: 'verified' };
    else if (key.kind === 'cosignature') {
      const timestamp = cosignedAt(text, line, key);
      if (timestamp !== undefined) return { ...line, state: 'verified', timestamp };
    }
  }
  return { ...line, state };
}

/** When the witness signed this checkpoint, or undefined where he did not or it is none. */
function cosignedAt(text: string, line: SignatureLine, key: VerifierKey): number | undefined {
  try {
    parseCheckpoint(text);
    const cosignature = parseCosignature(line.signature);
    return checkCosignature(cosignature, text, key.publicKey) ? cosignature.timestamp : undefined;
  } catch (error) {
    if (error instanceof HearsayError) return undefined;
    throw error;
  }
}

function textOf(note: Uint8Array | string): string {
  if (note.length > LARGEST_NOTE) throw new HearsayError('too-large', `Note: more than ${LARGEST_NOTE} bytes.`);
  const text = typeof note === 'string' ? note : strictText(note);
  if (text === undefined) throw new HearsayError('encoding', 'Note: is not valid UTF-8; get it again.');
  return text;
}

function refuseOddText(text: string): void {
  if (text === '' || !text.endsWith('\n')) throw broken(text.length, 'has a text that ends without a line feed');
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are what the format forbids
  const odd = text.search(/[\u0000-\u0009\u000b-\u001f]/u);
  if (odd >= 0) throw broken(odd, 'has a control character');
  if (!isWellFormed(text))
    throw new HearsayError('encoding', 'Note: half a surrogate pair, which UTF-8 does not have.');
}

const broken = (at: number, why: string): HearsayError =>
  new HearsayError('malformed', `Note, character ${at}: ${why}; get it again.`);
