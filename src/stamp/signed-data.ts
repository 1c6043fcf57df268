import { bytesToHex, concatBytes } from '@noble/hashes/utils.js';
import { sameBytes } from '../base/bytes.ts';
import { type Algorithm, algorithmOf, hashNamed } from './algorithm.ts';
import { type Certificate, certificateOf } from './certificate.ts';
import { type Der, malformed, TAG } from './der.ts';
import { fieldsOf, hexOf, oidOf, onlyChild, smallOf } from './der-value.ts';
import { nameOf } from './name.ts';

/** A CMS SignedData with one signer (RFC 5652, 5), as far as a time stamp needs it. */
export interface SignedData {
  readonly contentType: string;
  readonly content: Uint8Array;
  /** Where the content stands in the file. */
  readonly contentAt: number;
  readonly certificates: readonly Certificate[];
  readonly signer: SignerInfo;
}

/** Who signed, how, and what was signed beside the content. */
export interface SignerInfo {
  readonly isOf: (certificate: Certificate) => boolean;
  readonly digest: Algorithm;
  readonly algorithm: Algorithm;
  readonly signature: Uint8Array;
  /** The signed attributes as they are signed: a SET OF. */
  readonly signed: Uint8Array;
  /** By object identifier, the values of each signed attribute. */
  readonly attributes: ReadonlyMap<string, readonly Der[]>;
}

const SIGNED_DATA = '1.2.840.113549.1.7.2';

/** Reads a ContentInfo that holds a SignedData. */
export function signedDataOf(value: Der): SignedData {
  const info = fieldsOf(value, 'token');
  if (oidOf(info.take(TAG.oid, 'kind of content')) !== SIGNED_DATA) throw malformed('no signed data', value.at);
  const data = onlyChild(info.take(0xa0, 'signed data'), 'signed data');
  info.end();
  const fields = fieldsOf(data, 'signed data');
  const version = smallOf(fields.take(TAG.integer, 'version'), 'version');
  if (version < 3 || version > 5) throw malformed('an unknown version of signed data', data.at);
  const digests = fields.take(TAG.set, 'hash functions').children.map((one) => hashNamed(algorithmOf(one)));
  const content = contentOf(fields.take(TAG.sequence, 'content'));
  const certificates = certificatesOf(fields.maybe(0xa0));
  fields.maybe(0xa1); // revocation lists: whoever wants them asks the authority
  const signer = signerOf(onlyChild(fields.take(TAG.set, 'signers'), 'signer'));
  fields.end();
  const digest = hashNamed(signer.digest);
  if (digest && !digests.includes(digest)) throw malformed('a hash function that was not announced', data.at);
  return { ...content, certificates, signer };
}

/** CertificateChoices (RFC 5652, 10.2.2): those of other kinds, which have tags of their own, are passed over. */
function certificatesOf(value: Der | undefined): readonly Certificate[] {
  const all = value?.children ?? [];
  const odd = all.find(({ tag }) => tag !== TAG.sequence && (tag < 0xa0 || tag > 0xa3));
  if (odd) throw malformed('no certificate', odd.at);
  return all.filter(({ tag }) => tag === TAG.sequence).map(certificateOf);
}

function contentOf(value: Der): Pick<SignedData, 'contentType' | 'content' | 'contentAt'> {
  const fields = fieldsOf(value, 'content');
  const contentType = oidOf(fields.take(TAG.oid, 'kind of content'));
  const octets = onlyChild(fields.take(0xa0, 'content'), 'content');
  fields.end();
  if (octets.tag !== TAG.octets) throw malformed('no content', octets.at);
  return { contentType, content: octets.body, contentAt: octets.at + octets.bytes.length - octets.body.length };
}

function signerOf(value: Der): SignerInfo {
  const fields = fieldsOf(value, 'signer');
  const version = smallOf(fields.take(TAG.integer, 'version'), 'version');
  const byKey = fields.maybe(0x80);
  const byName = byKey ? undefined : fields.take(TAG.sequence, 'name of the signer');
  if (version !== (byKey ? 3 : 1)) throw malformed('an unknown version of a signer', value.at);
  const digest = algorithmOf(fields.take(TAG.sequence, 'hash function'));
  const attributes = fields.take(0xa0, 'signed attributes');
  const algorithm = algorithmOf(fields.take(TAG.sequence, 'signature algorithm'));
  const signature = fields.take(TAG.octets, 'signature').body;
  attributesOf(fields.maybe(0xa1)); // not signed, so nothing is read from them
  fields.end();
  return {
    isOf: byKey ? ofKey(bytesToHex(byKey.body)) : ofName(byName ?? value),
    digest,
    algorithm,
    signature,
    // RFC 5652, 5.4: what is signed is the set as a set, not under the tag that it has here.
    signed: concatBytes(Uint8Array.of(TAG.set), attributes.bytes.subarray(1)),
    attributes: attributesOf(attributes),
  };
}

const ofKey =
  (identifier: string) =>
  ({ keyIdentifier }: Certificate): boolean =>
    keyIdentifier === identifier;

function ofName(value: Der): SignerInfo['isOf'] {
  const fields = fieldsOf(value, 'name of the signer');
  const issuer = nameOf(fields.take(TAG.sequence, 'issuer'));
  const serial = hexOf(fields.take(TAG.integer, 'serial number'));
  fields.end();
  return (certificate) => certificate.serial === serial && sameBytes(certificate.issuer.bytes, issuer.bytes);
}

function attributesOf(value: Der | undefined): ReadonlyMap<string, readonly Der[]> {
  const attributes = new Map<string, readonly Der[]>();
  for (const attribute of value?.children ?? []) {
    const fields = fieldsOf(attribute, 'attribute');
    const oid = oidOf(fields.take(TAG.oid, 'kind of attribute'));
    const { children } = fields.take(TAG.set, 'values of the attribute');
    fields.end();
    if (attributes.has(oid)) throw malformed('an attribute given twice', attribute.at);
    attributes.set(oid, children);
  }
  return attributes;
}
