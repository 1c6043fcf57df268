import { bytesToHex } from '@noble/hashes/utils.js';
import type { Instant } from '../base/time.ts';
import { type Algorithm, algorithmOf } from './algorithm.ts';
import { type Extension, extensionOf } from './certificate.ts';
import { type Der, malformed, readWholeDer, TAG } from './der.ts';
import { fieldsOf, hexOf, oidOf, onlyChild, smallOf, timeOf } from './der-value.ts';
import { nameOf } from './name.ts';

/** How far the clock may be off, as the authority says; whole numbers to be added. */
export interface Accuracy {
  readonly seconds: number;
  readonly millis: number;
  readonly micros: number;
}

/** What the authority signed (TSTInfo, RFC 3161, 2.4.2). */
export interface TstInfo {
  readonly policy: string;
  readonly algorithm: Algorithm;
  /** The hash that was stamped, in hexadecimal. */
  readonly hash: string;
  readonly serial: string;
  readonly genTime: Instant;
  readonly accuracy: Accuracy | null;
  /** Whether tokens of this authority can always be put in order by their times. */
  readonly ordering: boolean;
  /** In hexadecimal, without leading zeros but one before a high digit dropped. */
  readonly nonce: string | null;
  /** The name that the authority gives itself (a GeneralName), in DER. */
  readonly tsa: Der | null;
  readonly extensions: readonly Extension[];
}

/** Reads a TSTInfo; `base` is where it stands in the file. */
export function readTstInfo(bytes: Uint8Array, base: number): TstInfo {
  const value = readWholeDer(bytes, base);
  const fields = fieldsOf(value, 'TSTInfo');
  if (smallOf(fields.take(TAG.integer, 'version'), 'version') !== 1) throw malformed('an unknown version', value.at);
  const policy = oidOf(fields.take(TAG.oid, 'policy'));
  const imprint = fieldsOf(fields.take(TAG.sequence, 'imprint'), 'imprint');
  const algorithm = algorithmOf(imprint.take(TAG.sequence, 'algorithm of the imprint'));
  const hash = bytesToHex(imprint.take(TAG.octets, 'hash of the imprint').body);
  imprint.end();
  const serial = hexOf(fields.take(TAG.integer, 'serial number'));
  const genTime = timeOf(fields.take(TAG.generalizedTime, 'time'));
  const accuracy = accuracyOf(fields.maybe(TAG.sequence));
  const ordering = fields.maybe(TAG.boolean)?.body[0] === 0xff;
  const nonce = fields.maybe(TAG.integer);
  const named = fields.maybe(0xa0);
  const extensions = (fields.maybe(0xa1)?.children ?? []).map(extensionOf);
  fields.end();
  const tsa = named ? onlyChild(named, 'name of the authority') : null;
  if (tsa?.tag === DIRECTORY_NAME) nameOf(onlyChild(tsa, 'name of the authority'));
  const times = { genTime, accuracy, ordering };
  return { policy, algorithm, hash, serial, ...times, nonce: nonce ? hexOf(nonce) : null, tsa, extensions };
}

/** The tag of a GeneralName that is a distinguished name. */
export const DIRECTORY_NAME = 0xa4;

function accuracyOf(value: Der | undefined): Accuracy | null {
  if (!value) return null;
  const fields = fieldsOf(value, 'accuracy');
  const [seconds, millis, micros] = [fields.maybe(TAG.integer), fields.maybe(0x80), fields.maybe(0x81)];
  fields.end();
  const part = (field: Der | undefined, most: number): number => {
    const number = field ? smallOf(field, 'accuracy') : 0;
    if (number > most) throw malformed('an accuracy out of range', value.at);
    return number;
  };
  return { seconds: part(seconds, 2 ** 31), millis: part(millis, 999), micros: part(micros, 999) };
}
