import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes } from '@noble/hashes/utils.js';
import { toBase64 } from '../base/base64.ts';
import { HearsayError } from '../base/error.ts';
import { isWellFormed, strictBase64, utf8 } from './bytes.ts';
import { isPublicKey, PUBLIC_KEY_SIZE, publicKeyOf, SEED_SIZE } from './ed25519.ts';

/**
 * What a key signs and how: a note (`ed25519`), a checkpoint as a witness (`cosignature`), or a checkpoint as a
 * witness with ML-DSA-44, which is recognised but never checked here.
 */
export type KeyKind = 'ed25519' | 'cosignature' | 'cosignature-ml-dsa-44';

/** A public key with its name (c2sp.org/signed-note). Name and id together name the key. */
export interface VerifierKey {
  readonly kind: KeyKind;
  readonly name: string;
  /** The first four bytes of SHA-256 over name, kind and public key, as a number. */
  readonly id: number;
  readonly publicKey: Uint8Array;
}

/** A secret key with its name. Whoever has the seed signs in that name. */
export interface SignerKey {
  readonly kind: 'ed25519' | 'cosignature';
  readonly name: string;
  readonly id: number;
  readonly seed: Uint8Array;
}

const TYPES: Readonly<Record<KeyKind, { readonly byte: number; readonly size: number }>> = {
  ed25519: { byte: 0x01, size: PUBLIC_KEY_SIZE },
  cosignature: { byte: 0x04, size: PUBLIC_KEY_SIZE },
  'cosignature-ml-dsa-44': { byte: 0x06, size: 1312 },
};
const KINDS: readonly KeyKind[] = ['ed25519', 'cosignature', 'cosignature-ml-dsa-44'];
const LONGEST_NAME = 1024;
const LONGEST_KEY = 4096;

/** The signer and the verifier key of a secret seed of 32 bytes, which comes from the system's random source. */
export function keyPairOf(
  seed: Uint8Array,
  name: string,
  kind: 'ed25519' | 'cosignature' = 'ed25519',
): { readonly signer: SignerKey; readonly verifier: VerifierKey } {
  const verifier = verifierOf(name, kind, publicKeyOf(seed));
  return { signer: { kind, name, id: verifier.id, seed }, verifier };
}

/** A verifier key made from its parts; refuses a name or public key that can't be one. */
export function verifierOf(name: string, kind: KeyKind, publicKey: Uint8Array): VerifierKey {
  if (!isKeyName(name))
    throw new HearsayError(
      'malformed',
      `Key name ${quote(name)}: no spaces, control characters, plus signs; not empty.`,
    );
  if (publicKey.length !== TYPES[kind].size || (kind !== 'cosignature-ml-dsa-44' && !isPublicKey(publicKey)))
    throw new HearsayError(
      'malformed',
      `Key ${quote(name)}: its public key is none for ${kind}; ask its owner for it.`,
    );
  return { kind, name, id: keyIdOf(name, kind, publicKey), publicKey };
}

/** The id of a key: SHA-256(name ‖ 0x0A ‖ type ‖ public key), its first four bytes. */
export function keyIdOf(name: string, kind: KeyKind, publicKey: Uint8Array): number {
  return idOf(sha256(concatBytes(utf8(`${name}\n`), Uint8Array.of(TYPES[kind].byte), publicKey)));
}

/** A verifier key as text: `name+id+base64(type ‖ public key)`. */
export const formatVerifierKey = (key: VerifierKey): string =>
  `${key.name}+${hexOfId(key.id)}+${toBase64(concatBytes(Uint8Array.of(TYPES[key.kind].byte), key.publicKey))}`;

/** A signer key as text: `PRIVATE+KEY+name+id+base64(type ‖ seed)`, as Go's sumdb/note writes it. A secret. */
export const formatSignerKey = (key: SignerKey): string =>
  `${SECRET}${key.name}+${hexOfId(key.id)}+${toBase64(concatBytes(Uint8Array.of(TYPES[key.kind].byte), key.seed))}`;

/** The inverse of `formatVerifierKey`. An id that does not belong to name and key is refused. */
export function parseVerifierKey(text: string): VerifierKey {
  const { name, id, type, material } = partsOf(text, 'Verifier key');
  const kind = KINDS.find((each) => TYPES[each].byte === type);
  if (kind === undefined)
    throw new HearsayError('malformed', `Verifier key ${quote(name)}: type ${type} is not Ed25519 or a cosignature.`);
  const key = verifierOf(name, kind, material);
  if (key.id !== id) throw wrongId('Verifier key', name);
  return key;
}

/** The inverse of `formatSignerKey`. No message repeats the secret. */
export function parseSignerKey(text: string): SignerKey {
  if (!text.startsWith(SECRET))
    throw new HearsayError('malformed', 'Signer key: does not begin with PRIVATE+KEY; give the whole line.');
  const { name, id, type, material } = partsOf(text.slice(SECRET.length), 'Signer key');
  const kind = SIGNING_KINDS.find((each) => TYPES[each].byte === type);
  if (kind === undefined || material.length !== SEED_SIZE)
    throw new HearsayError('malformed', `Signer key ${quote(name)}: is not an Ed25519 seed; give the whole line.`);
  const { signer } = keyPairOf(material, name, kind);
  if (signer.id !== id) throw wrongId('Signer key', name);
  return signer;
}

/** Whether a text can name a key: not empty, without white space, control characters and plus signs. */
export const isKeyName = (name: string): boolean =>
  name !== '' && name.length <= LONGEST_NAME && isWellFormed(name) && !/[\s\p{Z}\p{Cc}+]/u.test(name);

/** The first four bytes as a number. */
export const idOf = (bytes: Uint8Array): number => new DataView(bytes.buffer, bytes.byteOffset, 4).getUint32(0);

/** A key id as four bytes. */
export const bytesOfId = (id: number): Uint8Array => hexToBytes(hexOfId(id));

const SECRET = 'PRIVATE+KEY+';
const SIGNING_KINDS: readonly ('ed25519' | 'cosignature')[] = ['ed25519', 'cosignature'];

const hexOfId = (id: number): string => bytesToHex(Uint8Array.of(id >>> 24, id >>> 16, id >>> 8, id));

/** Split at the plus signs: base64 may have more of them, names and ids have none. */
function partsOf(text: string, what: string): { name: string; id: number; type: number; material: Uint8Array } {
  const first = text.indexOf('+');
  const second = text.indexOf('+', first + 1);
  const id = text.slice(first + 1, second);
  const bytes = text.length > LONGEST_KEY ? undefined : strictBase64(text.slice(second + 1));
  if (first < 1 || second < 0 || !/^[0-9a-f]{8}$/u.test(id) || bytes === undefined)
    throw new HearsayError(
      'malformed',
      `${what}: is not name+id+key with an id of 8 hexadecimal digits; give the whole line.`,
    );
  return { name: text.slice(0, first), id: Number.parseInt(id, 16), type: bytes[0] ?? 0, material: bytes.subarray(1) };
}

const wrongId = (what: string, name: string): HearsayError =>
  new HearsayError(
    'malformed',
    `${what} ${quote(name)}: its id does not belong to its name and key; ask for the line again.`,
  );

const quote = (text: string): string => JSON.stringify(text.slice(0, 80));
