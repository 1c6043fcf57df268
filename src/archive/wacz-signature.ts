import { fromBase64, toBase64 } from '../base/base64.ts';
import { digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { epoch, type Instant } from '../base/time.ts';
import { type Check, failed, notRun, type Place, passed } from './check.ts';
import { isSigned, type PublicKey, parsePublicKey, publicKeyOf, type SigningKey, sign } from './ecdsa.ts';
import { type JsonObject, textIn } from './json-object.ts';

/** Signed data as they stand in a WACZ, and what they must be over. */
export interface Signature {
  readonly signed: JsonObject;
  /** Of `datapackage.json`. */
  readonly hash: string;
  /** When the manifest says that the archive was made. */
  readonly created: string | null;
  /** Where the file that holds the signed data lies. */
  readonly place: Place | null;
}

/** Whom a reader trusts. */
export interface Trust {
  /** Digests of the public keys (SubjectPublicKeyInfo) of people who sign without a name. */
  readonly keys: readonly string[];
  /** `null` where nobody is there to ask: what needs certificates isn't run. */
  readonly notary: Notary | null;
}

/**
 * Who can tell about certificates and time tokens, by roots and authorities of its own. This room doesn't read them; a
 * shell lends it who does. What isn't as it should be, a damaged certificate too, may be thrown as a `HearsayError`.
 */
export interface Notary {
  /** Of the first certificate in a PEM text. */
  readonly signerOf: (pem: string) => CertifiedSigner;
  /** Whether a trusted root stood behind the first certificate at that moment. */
  readonly rootOf: (pem: string, at: Instant) => Promise<Finding>;
  /** When an authority saw the message, by its RFC 3161 answer; `pem` holds certificates of the authority. */
  readonly timeOf: (answer: Uint8Array, message: Uint8Array, pem: string) => Promise<Finding & { at: Instant | null }>;
}

/** The key that a certificate vouches for, `null` where it is on no curve that is known here, and for which hosts. */
export interface CertifiedSigner {
  readonly key: PublicKey | null;
  readonly hosts: readonly string[];
}

export type Finding = Pick<Check, 'result' | 'detail'>;

export const TRUSTS_NOBODY: Trust = { keys: [], notary: null };

/** The fields that signed data may have, and no other (specs.webrecorder.net/wacz-auth/0.1.0). */
const ALLOWED = [
  ...['hash', 'created', 'software', 'version', 'signature', 'publicKey', 'domain', 'domainCert'],
  ...['timeSignature', 'timestampCert', 'crossSignedCert'],
];
/** Between the time that the signer states and the one that an authority saw. */
const MOST_APART = 10 * 60 * 1000;

/** Checks the signature of a WACZ over the digest of its `datapackage.json`. */
export async function signatureChecks(
  { signed, hash, created, place }: Signature,
  trust: Trust,
): Promise<readonly Check[]> {
  try {
    const own = formChecks(signed, hash, created, place);
    return [
      ...own,
      ...(Object.hasOwn(signed, 'publicKey')
        ? anonymousChecks(signed, trust, place)
        : await domainChecks(signed, trust, place)),
    ];
  } catch (cause) {
    if (!(cause instanceof HearsayError)) throw cause;
    return [failed('signature', cause.message, place)];
  }
}

function formChecks(signed: JsonObject, hash: string, created: string | null, place: Place | null): Check[] {
  const foreign = Object.keys(signed).filter((name) => !ALLOWED.includes(name));
  const stated = need(signed, 'hash');
  const at = textIn(signed, 'created');
  return [
    foreign.length > 0
      ? failed('signature form', `signed data holds what it must not: ${foreign.slice(0, 5).join(', ')}`, place)
      : passed('signature form', 'signed data holds what it may', place),
    stated === hash
      ? passed('signature subject', `the signature is over ${hash}, this datapackage.json`, place)
      : failed('signature subject', `the signature is over ${stated}, but datapackage.json has ${hash}`, place),
    at !== null && epoch(at) !== null && (created === null || created === at)
      ? passed('signature date', `signer and archive both say ${at}`, place)
      : failed('signature date', `the signer says ${at ?? 'nothing'}, the archive ${created ?? 'nothing'}`, place),
  ];
}

function anonymousChecks(signed: JsonObject, trust: Trust, place: Place | null): Check[] {
  const der = bytesIn(signed, 'publicKey');
  const key = digest(der);
  const known = trust.keys.includes(key);
  const why = `signed by whoever holds the key ${key}; whose that is must be known from elsewhere`;
  return [
    signatureCheck(signed, parsePublicKey(der), place),
    known ? passed('signer', `signed with a key that is trusted: ${key}`, place) : notRun('signer', why, place),
  ];
}

async function domainChecks(signed: JsonObject, { notary }: Trust, place: Place | null): Promise<Check[]> {
  if (!notary) return [notRun('signature', 'signed with a certificate, and nobody is there who reads it', place)];
  const pem = need(signed, 'domainCert');
  const domain = need(signed, 'domain');
  const { key, hosts } = notary.signerOf(pem);
  const time = await timeCheck(signed, notary, place);
  return [
    signatureCheck(signed, key, place),
    hosts.includes(domain)
      ? passed('signer name', `signed as ${domain}, by its certificate`, place)
      : failed('signer name', `signed as ${domain} with a certificate for ${hosts.join(', ') || 'no host'}`, place),
    time.check,
    { ...notRun('signer root', '', place), ...(await rootFinding(signed, pem, time.at, notary)) },
  ];
}

function signatureCheck(signed: JsonObject, key: PublicKey | null, place: Place | null): Check {
  if (!key) return failed('signature', 'the key of the signer is not on P-256 or P-384', place);
  return isSigned(need(signed, 'hash'), bytesIn(signed, 'signature'), key)
    ? passed('signature', `ECDSA on ${key.curve} over the digest of datapackage.json`, place)
    : failed('signature', 'the signature was not made over this digest with this key', place);
}

async function timeCheck(
  signed: JsonObject,
  { timeOf }: Notary,
  place: Place | null,
): Promise<{ check: Check; at: Instant }> {
  const created = need(signed, 'created');
  const message = new TextEncoder().encode(need(signed, 'signature'));
  const seen = await timeOf(bytesIn(signed, 'timeSignature'), message, need(signed, 'timestampCert'));
  const [stated, at] = [epoch(created), epoch(seen.at)];
  const isNear = at === null || (stated !== null && Math.abs(stated - at) <= MOST_APART);
  const apart = `an authority saw the signature at ${seen.at}, the signer says ${created}`;
  const { result, detail } = seen;
  const check = isNear
    ? { ...notRun('signature time', '', place), result, detail }
    : failed('signature time', apart, place);
  return { check, at: seen.at ?? created };
}

/** A root behind the certificate, or behind the cross-signed one that has the same key. */
async function rootFinding(signed: JsonObject, pem: string, at: Instant, notary: Notary): Promise<Finding> {
  const own = await notary.rootOf(pem, at);
  const crossed = textIn(signed, 'crossSignedCert');
  if (own.result !== 'failed' || !crossed) return own;
  const [mine, other] = [notary.signerOf(pem).key, notary.signerOf(crossed).key];
  const isSame = mine !== null && other !== null && toBase64(mine.point) === toBase64(other.point);
  return isSame ? await notary.rootOf(crossed, at) : own;
}

/** One spelling a value: what isn't the base64 of its own bytes was altered. */
function bytesIn(signed: JsonObject, name: string): Uint8Array {
  const text = need(signed, name);
  const bytes = fromBase64(text);
  if (toBase64(bytes) === text) return bytes;
  throw new HearsayError('malformed', `"${name}" of the signed data is not base64; get a fresh copy of the archive`);
}

function need(signed: JsonObject, name: string): string {
  const value = textIn(signed, name);
  if (value !== null) return value;
  throw new HearsayError('malformed', `signed data has no "${name}"; get a fresh copy of the archive`);
}

/** Signs without a name: the signature proves that the holder of the key made this archive, not who that is. */
export const signedBy = (key: SigningKey, hash: string, created: Instant, software: string): JsonObject => ({
  ...{ hash, created, software, version: '0.1.0' },
  ...{ signature: toBase64(sign(hash, key)), publicKey: toBase64(publicKeyOf(key)) },
});
