import { sha1 } from '@noble/hashes/legacy.js';
import { sha256, sha384, sha512 } from '@noble/hashes/sha2.js';
import { type Der, malformed, TAG } from './der.ts';
import { fieldsOf, oidOf, smallOf } from './der-value.ts';

/** Hash functions that a token may be made with. */
export type HashName = 'sha256' | 'sha384' | 'sha512';

/** An AlgorithmIdentifier (RFC 5280, 4.1.1.2). */
export interface Algorithm {
  readonly oid: string;
  readonly parameters: Der | undefined;
  readonly bytes: Uint8Array;
}

/** How a signature is made. */
export type Scheme =
  | { readonly kind: 'rsa'; readonly hash: HashName }
  | { readonly kind: 'pss'; readonly hash: HashName; readonly saltLength: number }
  | { readonly kind: 'ecdsa'; readonly hash: HashName }
  | { readonly kind: 'ed25519' };

/** The object identifiers of hash functions (RFC 5754). */
export const HASH_OIDS: Readonly<Record<HashName, string>> = {
  sha256: '2.16.840.1.101.3.4.2.1',
  sha384: '2.16.840.1.101.3.4.2.2',
  sha512: '2.16.840.1.101.3.4.2.3',
};
const HASHES = new Map(Object.entries(HASH_OIDS).map(([name, oid]) => [oid, name as HashName]));
const FUNCTIONS = { sha1, sha256, sha384, sha512 };

/** SHA-1 may name a certificate in an old attribute (RFC 2634); nothing is signed or stamped with it. */
export const SHA1 = '1.3.14.3.2.26';
const RSA = '1.2.840.113549.1.1.1';
const PSS = '1.2.840.113549.1.1.10';
const MGF1 = '1.2.840.113549.1.1.8';
const SCHEMES: Readonly<Record<string, Scheme>> = {
  '1.2.840.113549.1.1.11': { kind: 'rsa', hash: 'sha256' },
  '1.2.840.113549.1.1.12': { kind: 'rsa', hash: 'sha384' },
  '1.2.840.113549.1.1.13': { kind: 'rsa', hash: 'sha512' },
  '1.2.840.10045.4.3.2': { kind: 'ecdsa', hash: 'sha256' },
  '1.2.840.10045.4.3.3': { kind: 'ecdsa', hash: 'sha384' },
  '1.2.840.10045.4.3.4': { kind: 'ecdsa', hash: 'sha512' },
  '1.3.101.112': { kind: 'ed25519' },
};

/** The hash of bytes. */
export const hashOf = (name: HashName | 'sha1', bytes: Uint8Array): Uint8Array => FUNCTIONS[name](bytes);

/** Reads an AlgorithmIdentifier. */
export function algorithmOf(value: Der): Algorithm {
  const fields = fieldsOf(value, 'algorithm');
  const oid = oidOf(fields.take(TAG.oid, 'algorithm'));
  const [, parameters, more] = value.children;
  if (more) throw malformed('an unknown field after the algorithm', more.at);
  return { oid, parameters, bytes: value.bytes };
}

/** The hash function that is named, else undefined. Parameters are null or absent (RFC 5754, 2). */
export const hashNamed = ({ oid, parameters }: Algorithm): HashName | undefined =>
  isPlain(parameters) ? HASHES.get(oid) : undefined;

/** How a signature is made, else undefined. `digest` is what plain RSA in a SignerInfo goes with (RFC 3370, 3.2). */
export function schemeOf(algorithm: Algorithm, digest?: HashName): Scheme | undefined {
  if (algorithm.oid === PSS) return pssOf(algorithm.parameters);
  if (!isPlain(algorithm.parameters)) return undefined;
  if (algorithm.oid === RSA) return digest && { kind: 'rsa', hash: digest };
  return SCHEMES[algorithm.oid];
}

/** RSASSA-PSS-params (RFC 4055, 3.1): both hashes must be the same one, and named, as the default is SHA-1. */
function pssOf(parameters: Der | undefined): Scheme | undefined {
  if (!parameters) return undefined;
  const fields = fieldsOf(parameters, 'PSS parameters');
  const hash = fields.maybe(0xa0)?.children[0];
  const mask = fields.maybe(0xa1)?.children[0];
  const salt = fields.maybe(0xa2)?.children[0];
  const trailer = fields.maybe(0xa3)?.children[0];
  fields.end();
  if (!hash || !mask) return undefined;
  const name = hashNamed(algorithmOf(hash));
  const mgf = algorithmOf(mask);
  const inner = mgf.parameters && hashNamed(algorithmOf(mgf.parameters));
  if (!name || mgf.oid !== MGF1 || inner !== name || (trailer && smallOf(trailer, 'trailer') !== 1)) return undefined;
  return { kind: 'pss', hash: name, saltLength: salt ? smallOf(salt, 'salt length') : 20 };
}

const isPlain = (parameters: Der | undefined): boolean => !parameters || parameters.tag === TAG.nothing;
