import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { HearsayError } from '../base/error.ts';
import { type Attestation, attestationBytes, readAttestation } from './ots-attestation.ts';
import { type ByteReader, byteReader, numberBytes, oddOts } from './ots-bytes.ts';
import { applyOperation, MOST_MESSAGE, OPERATION_TAGS, type Operation } from './ots-operation.ts';

/** A message and what is known of it: steps to further messages, and attestations. Never empty. */
export interface Stamp {
  readonly message: Uint8Array;
  readonly branches: readonly Branch[];
}

/** One thing that is known of a message. They stand in the order of the file. */
export type Branch =
  | { readonly kind: 'step'; readonly operation: Operation; readonly next: Stamp }
  | { readonly kind: 'attestation'; readonly attestation: Attestation };

const FORK = 0xff;
const ATTESTATION = 0x00;
const KINDS = new Map(Object.entries(OPERATION_TAGS).map(([kind, tag]) => [tag, kind as Operation['kind']]));
const MOST_DEEP = 256;
const MOST_BYTES = 1 << 18;
/** What following a proof may cost, in steps and in bytes of messages: real ones take some hundred steps. */
const BUDGET = { steps: 4096, bytes: 1 << 21 };

interface Budget {
  steps: number;
  bytes: number;
}

/** Reads what is known of a message, following every step. */
export function readStamp(reader: ByteReader, message: Uint8Array): Stamp {
  return stampAt(reader, message, { ...BUDGET }, 0);
}

/** Reads a stamp that is the whole of the bytes, such as a calendar's answer. */
export function parseStamp(bytes: Uint8Array, message: Uint8Array): Stamp {
  refuseLarge(bytes);
  const reader = byteReader(bytes);
  const stamp = readStamp(reader, message);
  reader.end();
  return stamp;
}

/** The inverse of `parseStamp`; the messages are not written, as they follow from the first. */
export function formatStamp({ branches }: Stamp): Uint8Array {
  const last = branches.length - 1;
  return concatBytes(
    ...branches.flatMap((branch, at) =>
      at < last ? [Uint8Array.of(FORK), branchBytes(branch)] : [branchBytes(branch)],
    ),
  );
}

/** What tells a branch from the others of its message. */
export const startOf = (branch: Branch): string => bytesToHex(startBytes(branch));

/** Refuses what is too large for a proof before it is looked at. */
export function refuseLarge(bytes: Uint8Array): void {
  if (bytes.length > MOST_BYTES)
    throw new HearsayError('too-large', `OpenTimestamps: ${bytes.length} bytes; a proof has at most ${MOST_BYTES}.`);
}

function stampAt(reader: ByteReader, message: Uint8Array, budget: Budget, depth: number): Stamp {
  const at = reader.at();
  budget.bytes -= message.length;
  if (depth > MOST_DEEP) throw oddOts(`more than ${MOST_DEEP} steps after one another`, at);
  if (budget.bytes < 0) throw oddOts('more to calculate than any proof needs', at);
  const branches = new Map<string, Branch>();
  for (let more = true; more; ) {
    const start = reader.at();
    const tag = reader.byte();
    more = tag === FORK;
    const branch = branchAt(reader, more ? reader.byte() : tag, message, budget, depth);
    if (branches.has(startOf(branch))) throw oddOts('a branch that stands there twice', start);
    branches.set(startOf(branch), branch);
  }
  return { message, branches: [...branches.values()] };
}

function branchAt(reader: ByteReader, tag: number, message: Uint8Array, budget: Budget, depth: number): Branch {
  const at = reader.at() - 1;
  if (budget.steps-- <= 0) throw oddOts(`more than ${BUDGET.steps} steps`, at);
  if (tag === ATTESTATION) return { kind: 'attestation', attestation: readAttestation(reader) };
  const kind = KINDS.get(tag);
  if (!kind) throw oddOts('an unknown step', at);
  const operation: Operation =
    kind === 'append' || kind === 'prepend' ? { kind, bytes: reader.run(1, MOST_MESSAGE, 'an addition') } : { kind };
  const next = applyOperation(operation, message);
  if (next.length > MOST_MESSAGE) throw oddOts(`a message of more than ${MOST_MESSAGE} bytes`, at);
  return { kind: 'step', operation, next: stampAt(reader, next, budget, depth + 1) };
}

const branchBytes = (branch: Branch): Uint8Array =>
  branch.kind === 'attestation' ? startBytes(branch) : concatBytes(startBytes(branch), formatStamp(branch.next));

/** A branch without what follows it; of one message, no two branches begin alike. */
function startBytes(branch: Branch): Uint8Array {
  if (branch.kind === 'attestation')
    return concatBytes(Uint8Array.of(ATTESTATION), attestationBytes(branch.attestation));
  const { operation } = branch;
  const addition = 'bytes' in operation ? [numberBytes(operation.bytes.length), operation.bytes] : [];
  return concatBytes(Uint8Array.of(OPERATION_TAGS[operation.kind]), ...addition);
}
