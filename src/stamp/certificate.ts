import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { sameBytes } from '../base/bytes.ts';
import { epoch, type Instant } from '../base/time.ts';
import { type Algorithm, algorithmOf, schemeOf } from './algorithm.ts';
import { type Der, malformed, readWholeDer, TAG } from './der.ts';
import { bitsOf, fieldsOf, hexOf, oidOf, smallOf, timeOf } from './der-value.ts';
import { type Name, nameOf } from './name.ts';
import { isSigned, type PublicKey, publicKeyOf } from './signature.ts';

/** An extension of a certificate, its value still in DER. */
export interface Extension {
  readonly oid: string;
  readonly critical: boolean;
  readonly value: Uint8Array;
}

/** An X.509 certificate, version 3 (RFC 5280). */
export interface Certificate {
  readonly bytes: Uint8Array;
  /** The part that is signed. */
  readonly signed: Uint8Array;
  readonly serial: string;
  readonly issuer: Name;
  readonly subject: Name;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
  readonly key: PublicKey;
  readonly keyIdentifier: string | null;
  readonly extensions: readonly Extension[];
  readonly algorithm: Algorithm;
  readonly signature: Uint8Array;
}

/** What a certificate's extensions allow; `null` where they say nothing. */
export interface Powers {
  readonly isAuthority: boolean;
  readonly authoritiesBelow: number | null;
  /** The first two bytes of the bits of KeyUsage. */
  readonly keyUsage: number | null;
  readonly purposes: { readonly oids: readonly string[]; readonly critical: boolean } | null;
}

const BASIC_CONSTRAINTS = '2.5.29.19';
const KEY_USAGE = '2.5.29.15';
const PURPOSES = '2.5.29.37';
const KEY_IDENTIFIER = '2.5.29.14';

/** Reads one certificate that is the whole of the bytes. */
export const readCertificate = (bytes: Uint8Array): Certificate => certificateOf(readWholeDer(bytes));

/** Reads a certificate that stands in something larger. */
export function certificateOf(value: Der): Certificate {
  const outer = fieldsOf(value, 'certificate');
  const signed = outer.take(TAG.sequence, 'content of the certificate');
  const algorithm = algorithmOf(outer.take(TAG.sequence, 'algorithm of the certificate'));
  const signature = bitsOf(outer.take(TAG.bits, 'signature of the certificate'));
  outer.end();
  const fields = fieldsOf(signed, 'content of the certificate');
  const version = fields.maybe(0xa0)?.children[0];
  const serial = hexOf(fields.take(TAG.integer, 'serial number'));
  const inner = algorithmOf(fields.take(TAG.sequence, 'algorithm'));
  if (!sameBytes(inner.bytes, algorithm.bytes)) throw malformed('two algorithms for one certificate', signed.at);
  const issuer = nameOf(fields.take(TAG.sequence, 'issuer'));
  const [notBefore, notAfter] = periodOf(fields.take(TAG.sequence, 'period'));
  const subject = nameOf(fields.take(TAG.sequence, 'subject'));
  const key = publicKeyOf(fields.take(TAG.sequence, 'public key'));
  fields.maybe(0x81);
  fields.maybe(0x82);
  const extensions = extensionsOf(fields.maybe(0xa3));
  fields.end();
  if (extensions.length > 0 && (!version || smallOf(version, 'version') !== 2))
    throw malformed('extensions in a certificate that is not of version 3', signed.at);
  const keyIdentifier = identifierOf(extensions);
  const parts = { bytes: value.bytes, signed: signed.bytes, serial, issuer, subject, notBefore, notAfter };
  return { ...parts, key, keyIdentifier, extensions, algorithm, signature };
}

/** The SHA-256 of a certificate, its usual name among people. */
export const fingerprintOf = ({ bytes }: Certificate): string => bytesToHex(sha256(bytes));

/** Whether the certificate was valid at that moment; both ends of the period count. */
export function isValidAt({ notBefore, notAfter }: Certificate, at: Instant): boolean {
  const [from, to, moment] = [epoch(notBefore), epoch(notAfter), epoch(at)];
  return from !== null && to !== null && moment !== null && from <= moment && moment <= to;
}

/** Whether a certificate was signed with the key of another. */
export async function isIssuedBy(issued: Certificate, issuer: Certificate): Promise<boolean> {
  const scheme = schemeOf(issued.algorithm);
  return scheme !== undefined && (await isSigned(issued.signed, issued.signature, issuer.key, scheme));
}

/** Reads what the certificate may be used for; throws where one of these extensions is damaged. */
export function powersOf({ extensions }: Certificate): Powers {
  const find = (oid: string): Extension | undefined => extensions.find((extension) => extension.oid === oid);
  const [constraints, usage, purposes] = [find(BASIC_CONSTRAINTS), find(KEY_USAGE), find(PURPOSES)];
  const bits = usage && readWholeDer(usage.value);
  if (bits && bits.tag !== TAG.bits) throw malformed('a damaged key usage', bits.at);
  const oids = purposes && readWholeDer(purposes.value).children.map(oidOf);
  return {
    ...constraintsOf(constraints),
    keyUsage: bits ? ((bits.body[1] ?? 0) << 8) | (bits.body[2] ?? 0) : null,
    purposes: oids && purposes ? { oids, critical: purposes.critical } : null,
  };
}

function constraintsOf(constraints: Extension | undefined): Pick<Powers, 'isAuthority' | 'authoritiesBelow'> {
  if (!constraints) return { isAuthority: false, authoritiesBelow: null };
  const fields = fieldsOf(readWholeDer(constraints.value), 'basic constraints');
  const isAuthority = fields.maybe(TAG.boolean)?.body[0] === 0xff;
  const most = fields.maybe(TAG.integer);
  fields.end();
  return { isAuthority, authoritiesBelow: most ? smallOf(most, 'length of the path') : null };
}

function periodOf(value: Der): readonly [Instant, Instant] {
  const [from, to, more] = value.children;
  if (!from || !to || more) throw malformed('no period', value.at);
  return [timeOf(from), timeOf(to)];
}

function extensionsOf(value: Der | undefined): readonly Extension[] {
  const list = value?.children[0];
  if (!list) return [];
  fieldsOf(list, 'extensions');
  const extensions = list.children.map(extensionOf);
  if (new Set(extensions.map(({ oid }) => oid)).size !== extensions.length)
    throw malformed('an extension given twice', list.at);
  return extensions;
}

/** Reads one extension (RFC 5280, 4.1.2.9); tokens have them too. */
export function extensionOf(value: Der): Extension {
  const fields = fieldsOf(value, 'extension');
  const oid = oidOf(fields.take(TAG.oid, 'kind of extension'));
  const critical = fields.maybe(TAG.boolean)?.body[0] === 0xff;
  const body = fields.take(TAG.octets, 'value of the extension').body;
  fields.end();
  return { oid, critical, value: body };
}

function identifierOf(extensions: readonly Extension[]): string | null {
  const found = extensions.find(({ oid }) => oid === KEY_IDENTIFIER);
  if (!found) return null;
  const value = readWholeDer(found.value);
  return value.tag === TAG.octets ? bytesToHex(value.body) : null;
}
