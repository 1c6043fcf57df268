import { HearsayError } from '../base/error.ts';
import { type Der, malformed, readDer, TAG } from './der.ts';
import { fieldsOf, smallOf } from './der-value.ts';
import { type SignedData, signedDataOf } from './signed-data.ts';

/** What an authority answered: a token, or that it gives none. */
export type TokenAnswer =
  | { readonly kind: 'token'; readonly data: SignedData; readonly trailing: number }
  | { readonly kind: 'rejected'; readonly why: string; readonly trailing: number };

const MOST_BYTES = 1 << 20;
const STATUS = ['granted', 'granted with changes', 'rejected', 'waiting', 'about to be revoked', 'revoked'];
/** PKIFailureInfo (RFC 3161, 2.4.2), by bit. */
const FAILURES: Readonly<Record<number, string>> = {
  0: 'the hash function is not known or not accepted',
  2: 'the request is not allowed',
  5: 'the request is malformed',
  14: 'the clock of the authority is not available',
  15: 'the policy is not accepted',
  16: 'the extension is not accepted',
  17: 'something that was asked for is not available',
  25: 'the authority failed',
};

/** Reads a TimeStampResp, or a token alone (RFC 3161, 2.4.2): both are kept in files. `trailing` counts what follows. */
export function readTokenAnswer(bytes: Uint8Array): TokenAnswer {
  if (bytes.length > MOST_BYTES)
    throw new HearsayError('too-large', `Token: ${bytes.length} bytes; one has at most ${MOST_BYTES}.`);
  if (bytes.length > 0 && bytes[0] !== TAG.sequence) throw malformed('neither an answer nor a token', 0);
  const value = readDer(bytes);
  const trailing = bytes.length - value.bytes.length;
  const [first, second, more] = value.children;
  if (!first) throw malformed('neither an answer nor a token', value.at);
  if (first.tag === TAG.oid) return { kind: 'token', data: signedDataOf(value), trailing };
  if (more) throw malformed('an unknown field after the token', more.at);
  const { granted, why } = statusOf(first);
  if (granted !== (second !== undefined)) throw malformed('a status that does not fit the answer', first.at);
  return second ? { kind: 'token', data: signedDataOf(second), trailing } : { kind: 'rejected', why, trailing };
}

/** PKIStatusInfo. What the authority says in its own words is shown in quotation marks, and never steers a screen. */
function statusOf(value: Der): { readonly granted: boolean; readonly why: string } {
  const fields = fieldsOf(value, 'status');
  const number = smallOf(fields.take(TAG.integer, 'status'), 'status');
  const words = (fields.maybe(TAG.sequence)?.children ?? []).map(wordsOf);
  const failure = fields.maybe(TAG.bits);
  fields.end();
  const status = STATUS[number];
  if (!status) throw malformed('an unknown status', value.at);
  const failures = failure ? failuresOf(failure) : [];
  return { granted: number < 2, why: [status, ...failures, ...words].join('; ') };
}

function wordsOf({ tag, body, at }: Der): string {
  if (tag !== TAG.utf8) throw malformed('a status in no text', at);
  const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(body.subarray(0, 500));
  return `“${text.replaceAll(/\p{Cc}|\p{Cf}|\p{Zl}|\p{Zp}/gu, '\u{FFFD}')}”`;
}

const failuresOf = ({ body }: Der): readonly string[] =>
  Object.entries(FAILURES)
    .filter(([bit]) => ((body[1 + (Number(bit) >> 3)] ?? 0) & (0x80 >> (Number(bit) & 7))) !== 0)
    .map(([, words]) => words);
