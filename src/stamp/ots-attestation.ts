import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { type ByteReader, byteReader, numberBytes, oddOts } from './ots-bytes.ts';

/** Who says that a message was there: a calendar's promise, a block of a chain, or something not known here. */
export type Attestation =
  | { readonly kind: 'pending'; readonly uri: string }
  | { readonly kind: 'bitcoin' | 'litecoin'; readonly height: number }
  | { readonly kind: 'unknown'; readonly tag: string; readonly payload: Uint8Array };

const TAG_SIZE = 8;
const TAGS = { pending: '83dfe30d2ef90c8e', bitcoin: '0588960d73d71901', litecoin: '06869a0d73d71b45' } as const;
const MOST_PAYLOAD = 8192;
const MOST_URI = 1000;
/** The only characters of a calendar's address, so that it can be shown and asked without care. */
const URI = /^[A-Za-z0-9._/:-]+$/u;

/** Reads an attestation after its zero byte. */
export function readAttestation(reader: ByteReader): Attestation {
  const tag = bytesToHex(reader.take(TAG_SIZE));
  const payload = reader.run(0, MOST_PAYLOAD, 'an attestation');
  const inner = byteReader(payload, reader.at() - payload.length);
  if (tag === TAGS.pending) {
    const uri = String.fromCharCode(...inner.run(1, MOST_URI, 'an address'));
    if (!URI.test(uri)) throw oddOts('an address with odd characters', inner.at() - uri.length);
    inner.end();
    return { kind: 'pending', uri };
  }
  if (tag !== TAGS.bitcoin && tag !== TAGS.litecoin) return { kind: 'unknown', tag, payload };
  const height = inner.number();
  inner.end();
  return { kind: tag === TAGS.bitcoin ? 'bitcoin' : 'litecoin', height };
}

/** The inverse of `readAttestation`. */
export function attestationBytes(attestation: Attestation): Uint8Array {
  const { kind } = attestation;
  const [tag, payload] =
    kind === 'unknown'
      ? [attestation.tag, attestation.payload]
      : kind === 'pending'
        ? [TAGS[kind], run(utf8ToBytes(attestation.uri))]
        : [TAGS[kind], numberBytes(attestation.height)];
  return concatBytes(hexToBytes(tag), run(payload));
}

const run = (bytes: Uint8Array): Uint8Array => concatBytes(numberBytes(bytes.length), bytes);
