import { ed25519 } from '@noble/curves/ed25519.js';
import { p256, p384 } from '@noble/curves/nist.js';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../src/base/base64.ts';
import { TAG } from '../src/stamp/der.ts';
import { der, derOid, derUnsigned } from '../src/stamp/der-write.ts';

/** An invented time stamp authority: it signs whatever a test wants, right or wrong. */
export interface Key {
  /** AlgorithmIdentifier of signatures, and SubjectPublicKeyInfo. */
  readonly algorithm: Uint8Array;
  readonly publicKey: Uint8Array;
  readonly sign: (message: Uint8Array) => Uint8Array | Promise<Uint8Array>;
}

export interface CertificateShape {
  readonly subject: string;
  readonly issuer: string;
  readonly serial?: number;
  readonly notBefore?: string;
  readonly notAfter?: string;
  readonly extensions: readonly Uint8Array[];
  readonly key: Key;
  readonly signedBy: Key;
}

export interface TokenShape {
  readonly hash: Uint8Array;
  readonly nonce?: Uint8Array;
  readonly genTime?: string;
  readonly key: Key;
  readonly certificate: Uint8Array;
  readonly issuer: string;
  readonly serial?: number;
  readonly embedded?: readonly Uint8Array[];
  readonly contentType?: string;
  /** Fields after the nonce of the TSTInfo. */
  readonly more?: readonly Uint8Array[];
  readonly infoVersion?: number;
  readonly hashAlgorithm?: Uint8Array;
  readonly attributes?: (usual: Readonly<Record<'type' | 'digest' | 'bond', Uint8Array>>) => readonly Uint8Array[];
  readonly spoil?: (signature: Uint8Array) => Uint8Array;
  readonly unsigned?: Uint8Array;
}

export const seq = (...parts: readonly Uint8Array[]): Uint8Array => der(TAG.sequence, ...parts);
export const set = (...parts: readonly Uint8Array[]): Uint8Array => der(TAG.set, ...parts);
export const integer = (value: number): Uint8Array => derUnsigned(Uint8Array.of(value >> 8, value & 255));
export const octets = (...parts: readonly Uint8Array[]): Uint8Array => der(TAG.octets, ...parts);
export const yes = der(TAG.boolean, Uint8Array.of(0xff));
const bits = (...parts: readonly Uint8Array[]): Uint8Array => der(TAG.bits, Uint8Array.of(0), ...parts);
const nothing = der(TAG.nothing);

export const SHA256 = seq(derOid('2.16.840.1.101.3.4.2.1'), nothing);
export const SHA1 = seq(derOid('1.3.14.3.2.26'), nothing);
const SHA384 = seq(derOid('2.16.840.1.101.3.4.2.2'), nothing);
export const TST_INFO = '1.2.840.113549.1.9.16.1.4';

/** Keys of several kinds; the same name gives the same key. */
export const keys = {
  p256: (name: string): Key => {
    const secret = sha256(utf8ToBytes(name));
    return {
      algorithm: seq(derOid('1.2.840.10045.4.3.2')),
      publicKey: seq(
        seq(derOid('1.2.840.10045.2.1'), derOid('1.2.840.10045.3.1.7')),
        bits(p256.getPublicKey(secret, false)),
      ),
      sign: (message) => p256.sign(sha256(message), secret, { prehash: false, format: 'der' }),
    };
  },
  p384: (name: string): Key => {
    const secret = sha384(utf8ToBytes(name));
    return {
      algorithm: seq(derOid('1.2.840.10045.4.3.3')),
      publicKey: seq(seq(derOid('1.2.840.10045.2.1'), derOid('1.3.132.0.34')), bits(p384.getPublicKey(secret, false))),
      sign: (message) => p384.sign(sha384(message), secret, { prehash: false, format: 'der' }),
    };
  },
  ed25519: (name: string): Key => {
    const secret = sha256(utf8ToBytes(name));
    return {
      algorithm: seq(derOid('1.3.101.112')),
      publicKey: seq(seq(derOid('1.3.101.112')), bits(ed25519.getPublicKey(secret))),
      sign: (message) => ed25519.sign(message, secret),
    };
  },
  /** A new key each time, as no library here makes RSA keys from a seed. */
  rsa: async (name: 'RSASSA-PKCS1-v1_5' | 'RSA-PSS', modulusLength = 2048): Promise<Key> => {
    const { subtle } = globalThis.crypto;
    const how = { name, modulusLength, publicExponent: Uint8Array.of(1, 0, 1), hash: 'SHA-256' };
    const pair = await subtle.generateKey(how, true, ['sign', 'verify']);
    const pss = seq(der(0xa0, SHA256), der(0xa1, seq(derOid('1.2.840.113549.1.1.8'), SHA256)), der(0xa2, integer(32)));
    return {
      algorithm:
        name === 'RSA-PSS' ? seq(derOid('1.2.840.113549.1.1.10'), pss) : seq(derOid('1.2.840.113549.1.1.11'), nothing),
      publicKey: new Uint8Array(await subtle.exportKey('spki', pair.publicKey)),
      sign: async (message) =>
        new Uint8Array(await subtle.sign({ name, saltLength: 32 }, pair.privateKey, new Uint8Array(message))),
    };
  },
} as const;

/** An extension of a certificate. */
export const extension = (oid: string, critical: boolean, value: Uint8Array): Uint8Array =>
  seq(derOid(oid), ...(critical ? [yes] : []), octets(value));

export const timeStampingOnly = extension('2.5.29.37', true, seq(derOid('1.3.6.1.5.5.7.3.8')));
export const authority = (below?: number): Uint8Array =>
  extension('2.5.29.19', true, seq(yes, ...(below === undefined ? [] : [integer(below)])));

/** A distinguished name with a common name alone. */
export const named = (text: string): Uint8Array => seq(set(seq(derOid('2.5.4.3'), der(TAG.utf8, utf8ToBytes(text)))));

/** A certificate. */
export async function certificate(shape: CertificateShape): Promise<Uint8Array> {
  const time = (text: string): Uint8Array => der(TAG.generalizedTime, utf8ToBytes(text));
  const signed = seq(
    der(0xa0, integer(2)),
    integer(shape.serial ?? 7),
    shape.signedBy.algorithm,
    named(shape.issuer),
    seq(time(shape.notBefore ?? '20300101000000Z'), time(shape.notAfter ?? '20400101000000Z')),
    named(shape.subject),
    shape.key.publicKey,
    der(0xa3, seq(...shape.extensions)),
  );
  return seq(signed, shape.signedBy.algorithm, bits(await shape.signedBy.sign(signed)));
}

/** The same as a text. */
export const pem = (...certificates: readonly Uint8Array[]): string =>
  certificates
    .map((one) => `-----BEGIN CERTIFICATE-----\n${toBase64(one)}\n-----END CERTIFICATE-----\n`)
    .join('Some words between them.\n');

/** A token alone. */
export async function token(shape: TokenShape): Promise<Uint8Array> {
  const info = seq(
    integer(shape.infoVersion ?? 1),
    derOid('1.3.6.1.4.1.99999.1'),
    seq(shape.hashAlgorithm ?? SHA256, octets(shape.hash)),
    integer(4711),
    der(TAG.generalizedTime, utf8ToBytes(shape.genTime ?? '20310531140205.25Z')),
    seq(integer(1), der(0x80, Uint8Array.of(0x01, 0xf4))),
    ...(shape.nonce ? [derUnsigned(shape.nonce)] : []),
    ...(shape.more ?? []),
  );
  const digest = digestFor(shape.key);
  const usual = {
    type: attribute('1.2.840.113549.1.9.3', derOid(TST_INFO)),
    digest: attribute('1.2.840.113549.1.9.4', octets(digest.of(info))),
    bond: bondV2(shape.certificate),
  };
  const attributes = concatBytes(...(shape.attributes?.(usual) ?? Object.values(usual)));
  const signature = await shape.key.sign(der(TAG.set, attributes));
  const signer = seq(
    integer(1),
    seq(named(shape.issuer), integer(shape.serial ?? 7)),
    digest.name,
    der(0xa0, attributes),
    shape.key.algorithm,
    octets(shape.spoil ? shape.spoil(signature) : signature),
    ...(shape.unsigned ? [der(0xa1, shape.unsigned)] : []),
  );
  const content = seq(derOid(shape.contentType ?? TST_INFO), der(0xa0, octets(info)));
  const embedded = shape.embedded ?? [shape.certificate];
  const data = seq(integer(3), set(digest.name), content, der(0xa0, ...embedded), set(signer));
  return seq(derOid('1.2.840.113549.1.7.2'), der(0xa0, data));
}

/** An answer that gives a token. */
export const granted = (...tokens: readonly Uint8Array[]): Uint8Array => seq(seq(integer(0)), ...tokens);

export const attribute = (oid: string, ...values: readonly Uint8Array[]): Uint8Array =>
  seq(derOid(oid), set(...values));
export const bondV2 = (to: Uint8Array, ...more: readonly Uint8Array[]): Uint8Array =>
  attribute('1.2.840.113549.1.9.16.2.47', seq(seq(seq(octets(sha256(to)), ...more))));
export const bondV1 = (to: Uint8Array): Uint8Array =>
  attribute('1.2.840.113549.1.9.16.2.12', seq(seq(seq(octets(sha1(to))))));

/** Ed25519 goes with SHA-512 (RFC 8419), P-384 with SHA-384. */
function digestFor({ algorithm }: Key): { readonly name: Uint8Array; readonly of: (bytes: Uint8Array) => Uint8Array } {
  const last = algorithm.at(-1);
  if (last === 0x70) return { name: seq(derOid('2.16.840.1.101.3.4.2.3')), of: sha512 };
  return last === 0x03 ? { name: SHA384, of: sha384 } : { name: SHA256, of: sha256 };
}

export const NONCE = hexToBytes('b1c2d3e4f5061728');
