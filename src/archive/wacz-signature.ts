import { fromBER } from 'asn1js';
import { type Certificate, PublicKeyInfo } from 'pkijs';
import { fromBase64, toBase64 } from '../base/base64.ts';
import { digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { epoch, type Instant } from '../base/time.ts';
import { type Curve, hostsOf, parseCertificate, pathFault, pemToDer, pointOf } from './certificate.ts';
import { type Check, failed, notRun, type Place, passed } from './check.ts';
import { isSigned, publicKeyOf, type SigningKey, sign } from './ecdsa.ts';
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

/** Whom a reader trusts. Where nothing is given, what depends on it isn't run. */
export interface Trust {
  /** Digests of the public keys (SubjectPublicKeyInfo) of people who sign without a name. */
  readonly keys: readonly string[];
  /** Root certificates (DER) for host names. */
  readonly roots: readonly Uint8Array[];
  /** Reads time tokens, with roots of its own; the room of stamps can. */
  readonly timeOf: TimeReader | null;
}

/** When an authority saw the message, or why its RFC 3161 answer says nothing of it. */
export type TimeReader = (
  answer: Uint8Array,
  message: Uint8Array,
  certificates: readonly Uint8Array[],
) => Promise<{ readonly at: Instant } | { readonly fault: string }>;

export const TRUSTS_NOBODY: Trust = { keys: [], roots: [], timeOf: null };

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
    signatureCheck(signed, keyOf(der), place),
    known ? passed('signer', `a key that is trusted: ${key}`, place) : notRun('signer', why, place),
  ];
}

async function domainChecks(signed: JsonObject, trust: Trust, place: Place | null): Promise<Check[]> {
  const chain = pemToDer(need(signed, 'domainCert')).map(parseCertificate);
  const [leaf] = chain;
  if (!leaf) throw new HearsayError('malformed', 'domainCert holds no certificate; get a fresh copy of the archive');
  const domain = need(signed, 'domain');
  const time = await timeCheck(signed, trust, place);
  const at = time.at ?? epoch(need(signed, 'created'));
  const hosts = hostsOf(leaf);
  return [
    signatureCheck(signed, pointOf(leaf.subjectPublicKeyInfo), place),
    hosts.includes(domain)
      ? passed('signer name', `the certificate is for ${domain}`, place)
      : failed('signer name', `signed as ${domain} with a certificate for ${hosts.join(', ') || 'no host'}`, place),
    time.check,
    await rootCheck(signed, chain, at, trust, place),
  ];
}

function signatureCheck(
  signed: JsonObject,
  key: { curve: Curve; point: Uint8Array } | null,
  place: Place | null,
): Check {
  if (!key) return failed('signature', 'the key of the signer is not on P-256 or P-384', place);
  const signature = bytesIn(signed, 'signature');
  return isSigned(need(signed, 'hash'), signature, key.curve, key.point)
    ? passed('signature', `ECDSA on ${key.curve} over the digest of datapackage.json`, place)
    : failed('signature', 'the signature was not made over this digest with this key', place);
}

async function timeCheck(
  signed: JsonObject,
  { timeOf }: Trust,
  place: Place | null,
): Promise<{ check: Check; at: number | null }> {
  if (!timeOf) return { check: notRun('signature time', 'no time authority to trust was given', place), at: null };
  const message = new TextEncoder().encode(need(signed, 'signature'));
  const certificates = pemToDer(need(signed, 'timestampCert'));
  const seen = await timeOf(bytesIn(signed, 'timeSignature'), message, certificates);
  if ('fault' in seen) return { check: failed('signature time', seen.fault, place), at: null };
  const stated = epoch(need(signed, 'created'));
  const at = epoch(seen.at);
  const near = stated !== null && at !== null && Math.abs(stated - at) <= MOST_APART;
  const detail = `an authority saw the signature at ${seen.at}, the signer says ${need(signed, 'created')}`;
  return { check: near ? passed('signature time', detail, place) : failed('signature time', detail, place), at };
}

/** A path from the certificate to a root, or from the cross-signed one that has the same key. */
async function rootCheck(
  signed: JsonObject,
  chain: readonly Certificate[],
  at: number | null,
  trust: Trust,
  place: Place | null,
): Promise<Check> {
  if (trust.roots.length === 0) return notRun('signer root', 'no root certificate to trust was given', place);
  if (at === null) return failed('signer root', 'the moment of the signature is not known', place);
  const roots = trust.roots.map(parseCertificate);
  const fault = await pathFault(chain, roots, at);
  if (fault === null) return passed('signer root', 'a root that was given stands behind the signer', place);
  const crossed = pemToDer(textIn(signed, 'crossSignedCert') ?? '').map(parseCertificate);
  const [own, other] = [chain[0], crossed[0]].map((one) => one && toBase64(keyBytes(one)));
  const second = own === undefined || own !== other ? fault : await pathFault(crossed, roots, at);
  return second === null
    ? passed('signer root', 'a root that was given stands behind the cross-signed certificate', place)
    : failed('signer root', fault, place);
}

const keyBytes = ({ subjectPublicKeyInfo }: Certificate): Uint8Array =>
  new Uint8Array(subjectPublicKeyInfo.toSchema().toBER());

function keyOf(der: Uint8Array): { curve: Curve; point: Uint8Array } | null {
  try {
    const read = fromBER(der);
    return read.offset === der.length ? pointOf(new PublicKeyInfo({ schema: read.result })) : null;
  } catch {
    return null;
  }
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
