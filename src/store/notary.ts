import type { Curve, PublicKey } from '../archive/ecdsa.ts';
import type { Finding, Notary } from '../archive/wacz-signature.ts';
import { sameBytes } from '../base/bytes.ts';
import { digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import type { Instant } from '../base/time.ts';
import { type Certificate, isIssuedBy, isValidAt, powersOf } from '../stamp/certificate.ts';
import { readWholeDer, TAG } from '../stamp/der.ts';
import { oidOf } from '../stamp/der-value.ts';
import { readPem } from '../stamp/pem.ts';
import { checkToken } from '../stamp/token.ts';

const CURVES: Readonly<Record<string, Curve>> = { '1.2.840.10045.3.1.7': 'P-256', '1.3.132.0.34': 'P-384' };
const EC_KEY = '1.2.840.10045.2.1';
const ALTERNATIVE_NAMES = '2.5.29.17';
/** The tag of a host name among the alternative names (RFC 5280, 4.2.1.6). */
const DNS_NAME = 0x82;
/** Critical extensions that are looked at, or that forbid nothing here. */
const KNOWN = ['2.5.29.19', '2.5.29.15', '2.5.29.37', '2.5.29.32', ALTERNATIVE_NAMES];
const KEY_CERT_SIGN = 0x0400;
const MOST_STEPS = 8;
/** How many certificates of the archive are looked at. */
const MOST_SENT = 16;

/** Tells about the certificates and time tokens of signed archives, by the roots and time authorities that are given. */
export const notaryOf = (roots: readonly Certificate[], authorities: readonly Certificate[]): Notary => ({
  signerOf: (pem) => {
    const signer = firstOf(pem);
    return { key: keyOf(signer), hosts: hostsOf(signer) };
  },
  rootOf: (pem, at) => rootOf(roots, readPem(pem).slice(0, MOST_SENT), at),
  timeOf: async (answer, message, pem) => {
    const question = {
      digest: digest(message),
      nonce: null,
      at: null,
      anchors: authorities,
      certificates: readPem(pem),
    };
    const { token, faults, trusted } = await checkToken(answer, question);
    const [fault] = faults;
    if (fault || !token) return { result: 'failed', detail: fault?.message ?? 'there is no time token', at: null };
    const said = `a time authority saw the signature at ${token.genTime}`;
    return trusted === true
      ? { result: 'passed', detail: said, at: token.genTime }
      : { result: 'not-run', detail: `${said}, and nobody named an authority to trust`, at: token.genTime };
  },
});

function firstOf(pem: string): Certificate {
  const [first] = readPem(pem);
  if (first) return first;
  throw new HearsayError('malformed', 'the signature comes with no certificate; get a fresh copy of the archive');
}

function keyOf({ key }: Certificate): PublicKey | null {
  const { oid, parameters } = key.algorithm;
  const curve = oid === EC_KEY && parameters?.tag === TAG.oid ? CURVES[oidOf(parameters)] : undefined;
  return curve ? { curve, point: key.bits } : null;
}

function hostsOf({ extensions }: Certificate): readonly string[] {
  const names = extensions.find(({ oid }) => oid === ALTERNATIVE_NAMES);
  if (!names) return [];
  const hosts = readWholeDer(names.value).children.filter(({ tag }) => tag === DNS_NAME);
  return hosts.map(({ body }) => new TextDecoder('latin1').decode(body));
}

/** Climbs from the first certificate to a root (RFC 5280, 6), each certificate valid at that moment. */
async function rootOf(roots: readonly Certificate[], chain: readonly Certificate[], at: Instant): Promise<Finding> {
  if (roots.length === 0) return { result: 'not-run', detail: 'nobody named a root certificate to trust' };
  let top = chain[0];
  for (let below = 0; top && below < MOST_STEPS; below++) {
    const { subject, bytes } = top;
    if (!isInForce(top, at)) return { result: 'failed', detail: `${subject.text} was not valid at ${at}` };
    const isRoot = roots.some((root) => sameBytes(root.bytes, bytes)) || (await issuerIn(roots, top, below, at));
    if (isRoot) return { result: 'passed', detail: 'a root that was named stands behind the certificate' };
    const next: Certificate | null = await issuerIn(chain, top, below, at);
    if (!next) return { result: 'failed', detail: `no root that was named stands behind ${subject.text}` };
    top = next;
  }
  return { result: 'failed', detail: 'the chain of certificates is empty or leads round in a circle' };
}

async function issuerIn(
  among: readonly Certificate[],
  issued: Certificate,
  below: number,
  at: Instant,
): Promise<Certificate | null> {
  for (const one of among)
    if (sameBytes(one.subject.bytes, issued.issuer.bytes) && mayIssue(one, below) && isInForce(one, at))
      if (await isIssuedBy(issued, one)) return one;
  return null;
}

const isInForce = (one: Certificate, at: Instant): boolean =>
  isValidAt(one, at) && one.extensions.every(({ oid, critical }) => !critical || KNOWN.includes(oid));

/** Only an authority may issue, and only as many authorities below it as it allows. */
function mayIssue(one: Certificate, below: number): boolean {
  const { isAuthority, authoritiesBelow, keyUsage } = powersOf(one);
  const signs = keyUsage === null || (keyUsage & KEY_CERT_SIGN) !== 0;
  return isAuthority && signs && (authoritiesBelow === null || below <= authoritiesBelow);
}
