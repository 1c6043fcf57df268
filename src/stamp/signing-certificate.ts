import { sameBytes } from '../base/bytes.ts';
import { algorithmOf, hashNamed, hashOf, SHA1 } from './algorithm.ts';
import type { Certificate } from './certificate.ts';
import { type Der, TAG } from './der.ts';
import { fieldsOf, hexOf, onlyChild } from './der-value.ts';
import { DIRECTORY_NAME } from './tst-info.ts';

const FIRST = '1.2.840.113549.1.9.16.2.12';
const SECOND = '1.2.840.113549.1.9.16.2.47';

/**
 * Whether the signed attributes bind the token to this very certificate (RFC 2634, 5.4 and RFC 5816): without that,
 * another certificate for the same key could be put in its place. Where both attributes are there, both must.
 */
export function isBoundTo(attributes: ReadonlyMap<string, readonly Der[]>, certificate: Certificate): boolean {
  const found = [attributes.get(FIRST), attributes.get(SECOND)].map(
    (values, at) => values && namesCertificate(values, at === 1, certificate),
  );
  return found.includes(true) && !found.includes(false);
}

/** The first certificate named is the signer's; those of authorities may follow. */
function namesCertificate(values: readonly Der[], second: boolean, certificate: Certificate): boolean {
  const [value, more] = values;
  if (!value || more) return false;
  const list = fieldsOf(value, 'signing certificate').take(TAG.sequence, 'certificates');
  const first = list.children[0];
  if (!first) return false;
  const fields = fieldsOf(first, 'name of the certificate');
  const algorithm = second ? fields.maybe(TAG.sequence) : undefined;
  const hash = fields.take(TAG.octets, 'hash of the certificate').body;
  const issued = fields.maybe(TAG.sequence);
  fields.end();
  const name = second ? hashFor(algorithm) : 'sha1';
  if (!name || !sameBytes(hashOf(name, certificate.bytes), hash)) return false;
  return !issued || isIssuerOf(issued, certificate);
}

function hashFor(algorithm: Der | undefined): ReturnType<typeof hashNamed> | 'sha1' {
  if (!algorithm) return 'sha256';
  const named = algorithmOf(algorithm);
  return named.oid === SHA1 ? 'sha1' : hashNamed(named);
}

function isIssuerOf(value: Der, { issuer, serial }: Certificate): boolean {
  const fields = fieldsOf(value, 'issuer and serial number');
  const names = fields.take(TAG.sequence, 'issuer').children;
  const number = hexOf(fields.take(TAG.integer, 'serial number'));
  fields.end();
  const same = (name: Der): boolean =>
    name.tag === DIRECTORY_NAME && sameBytes(onlyChild(name, 'issuer').bytes, issuer.bytes);
  return number === serial && names.some(same);
}
