import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import type { Digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { formatOts, mergeStamps, type Ots, parseOts } from './ots.ts';
import type { Operation } from './ots-operation.ts';
import { attestationsOf } from './ots-report.ts';
import { type Branch, parseStamp, type Stamp } from './ots-tree.ts';

/** What is sent to a calendar: with a body by POST, without one by GET. */
export interface CalendarRequest {
  readonly url: string;
  readonly body: Uint8Array | null;
  /** The message that the answer is about. */
  readonly message: Uint8Array;
}

/** The bytes of chance that hide what is stamped from the calendar. */
export const NONCE_SIZE = 16;

/** The request to stamp a digest, hidden behind a nonce: the calendar learns a hash that it can't guess from. */
export const submission = (calendar: string, digest: Digest, nonce: Uint8Array): CalendarRequest => {
  const message = hiddenMessage(digest, nonce);
  return { url: `${calendarUrl(calendar)}/digest`, body: message, message };
};

/** Reads a calendar's answer about a message. */
export const readCalendarAnswer = (bytes: Uint8Array, message: Uint8Array): Stamp => parseStamp(bytes, message);

/** A proof of the digest from the answers of calendars that were asked with this nonce, each about the same message. */
export function otsFrom(digest: Digest, nonce: Uint8Array, answers: readonly Stamp[]): Ots {
  const message = hiddenMessage(digest, nonce);
  const [first, ...more] = answers;
  if (!first) throw new HearsayError('usage', 'OpenTimestamps: give the answer of at least one calendar.');
  const all = more.reduce(mergeStamps, first);
  if (bytesToHex(all.message) !== bytesToHex(message))
    throw new HearsayError('usage', 'OpenTimestamps: the answer is about another message; give that of this nonce.');
  const hashed: Stamp = { message: nonced(digest, nonce), branches: [step({ kind: 'sha256' }, all)] };
  const start: Stamp = { message: bytesOf(digest), branches: [step({ kind: 'append', bytes: nonce }, hashed)] };
  return parseOts(formatOts({ hash: 'sha256', stamp: start }));
}

/** The requests that may complete a proof: one for each promise of a calendar that is named as one to ask. */
export function upgrades({ stamp }: Ots, calendars: readonly string[]): readonly CalendarRequest[] {
  const known = new Set(calendars.map(calendarUrl));
  const requests = attestationsOf(stamp).flatMap(([message, attestation]) => {
    if (attestation.kind !== 'pending') return [];
    const calendar = attestation.uri.replace(/\/+$/u, '');
    // A proof comes from a stranger; only who holds the case decides which hosts are asked.
    if (!known.has(calendar)) return [];
    return [{ url: `${calendar}/timestamp/${bytesToHex(message)}`, body: null, message }];
  });
  return [...new Map(requests.map((request) => [request.url, request])).values()];
}

const step = (operation: Operation, next: Stamp): Branch => ({ kind: 'step', operation, next });
const bytesOf = (digest: Digest): Uint8Array => hexToBytes(digest.slice('sha256:'.length));
const nonced = (digest: Digest, nonce: Uint8Array): Uint8Array => concatBytes(bytesOf(digest), nonce);

function hiddenMessage(digest: Digest, nonce: Uint8Array): Uint8Array {
  if (!/^sha256:[0-9a-f]{64}$/u.test(digest))
    throw new HearsayError('usage', 'OpenTimestamps: give sha256: and 64 hexadecimal digits.');
  if (nonce.length !== NONCE_SIZE)
    throw new HearsayError('usage', `OpenTimestamps: ${nonce.length} bytes of nonce; give ${NONCE_SIZE}.`);
  return sha256(nonced(digest, nonce));
}

function calendarUrl(calendar: string): string {
  const url = calendar.replace(/\/+$/u, '');
  if (!/^https?:\/\/[A-Za-z0-9._/:-]+$/u.test(url))
    throw new HearsayError('usage', `Calendar: “${calendar}” is no address of one; give one such as https://host.`);
  return url;
}
