import { fromBER, ObjectIdentifier } from 'asn1js';
import { BasicConstraints, Certificate, type PublicKeyInfo } from 'pkijs';
import { fromBase64 } from '../base/base64.ts';
import { HearsayError } from '../base/error.ts';
import { instantAt } from '../base/time.ts';

/** Certificates in PEM (RFC 7468), as DER. What stands between them is passed over. */
export function pemToDer(pem: string): readonly Uint8Array[] {
  const blocks = pem.split('-----BEGIN CERTIFICATE-----').slice(1);
  return blocks.map((block) =>
    fromBase64((block.split('-----END CERTIFICATE-----', 1)[0] ?? '').replaceAll(/\s/gu, '')),
  );
}

/** Reads one certificate (RFC 5280). */
export function parseCertificate(der: Uint8Array): Certificate {
  try {
    const read = fromBER(der);
    if (read.offset === der.length) return new Certificate({ schema: read.result });
  } catch {
    // Told below: what the parser says helps nobody.
  }
  throw new HearsayError('malformed', 'a certificate of the signature is damaged; get a fresh copy of the archive');
}

const EC_KEY = '1.2.840.10045.2.1';
const CURVES: Readonly<Record<string, Curve>> = { '1.2.840.10045.3.1.7': 'P-256', '1.3.132.0.34': 'P-384' };

/** Elliptic curves of FIPS 186-5 that web archives are signed on. */
export type Curve = 'P-256' | 'P-384';

/** The curve and point of a public key; `null` where it is a key of another sort (RFC 5480). */
export function pointOf({ algorithm, subjectPublicKey }: PublicKeyInfo): { curve: Curve; point: Uint8Array } | null {
  const named: unknown = algorithm.algorithmParams;
  const curve = named instanceof ObjectIdentifier ? CURVES[named.valueBlock.toString()] : undefined;
  if (algorithm.algorithmId !== EC_KEY || !curve) return null;
  return { curve, point: new Uint8Array(subjectPublicKey.valueBlock.valueHexView) };
}

const COMMON_NAME = '2.5.4.3';
const ALTERNATIVE_NAMES = '2.5.29.17';
const DNS = 2;

/** The host names that a certificate was given for. */
export function hostsOf({ subject, extensions }: Certificate): readonly string[] {
  const own = subject.typesAndValues
    .filter(({ type }) => type === COMMON_NAME)
    .map(({ value }) => String(value.valueBlock.value));
  const parsed: unknown = extensions?.find(({ extnID }) => extnID === ALTERNATIVE_NAMES)?.parsedValue;
  const names: readonly { type: number; value: unknown }[] =
    typeof parsed === 'object' && parsed !== null && 'altNames' in parsed && Array.isArray(parsed.altNames)
      ? parsed.altNames
      : [];
  return [...own, ...names.filter(({ type }) => type === DNS).map(({ value }) => String(value))];
}

/** Why no path leads from the first certificate to a root at that moment, or `null` where one does (RFC 5280, 6). */
export async function pathFault(
  chain: readonly Certificate[],
  roots: readonly Certificate[],
  at: number,
): Promise<string | null> {
  let current = chain[0];
  for (let below = 0; current && below < 8; below++) {
    if (!isValidAt(current, at))
      return `${nameOf(current)} was not valid at ${instantAt(at)}, the moment of the signature`;
    const here = current;
    if (roots.some((root) => sameBytes(root, here) && isValidAt(root, at))) return null;
    if (await issuerIn(roots, here, below, at)) return null;
    current = await issuerIn(chain, here, below, at);
    if (!current) return `no root that was given stands behind ${nameOf(here)}`;
  }
  return 'the chain of certificates goes round in a circle or is too long';
}

async function issuerIn(
  among: readonly Certificate[],
  issued: Certificate,
  below: number,
  at: number,
): Promise<Certificate | undefined> {
  for (const one of among)
    if (one !== issued && one.subject.isEqual(issued.issuer) && mayIssue(one, below) && isValidAt(one, at))
      if (await isIssuedBy(issued, one)) return one;
  return undefined;
}

async function isIssuedBy(issued: Certificate, issuer: Certificate): Promise<boolean> {
  try {
    return await issued.verify(issuer);
  } catch {
    return false;
  }
}

const CONSTRAINTS = '2.5.29.19';

/** Only an authority may issue, and only as many authorities below it as it allows. */
function mayIssue({ extensions }: Certificate, below: number): boolean {
  const parsed: unknown = extensions?.find(({ extnID }) => extnID === CONSTRAINTS)?.parsedValue;
  if (!(parsed instanceof BasicConstraints) || !parsed.cA) return false;
  const most = parsed.pathLenConstraint;
  return typeof most !== 'number' || below <= most;
}

const isValidAt = ({ notBefore, notAfter }: Certificate, at: number): boolean =>
  notBefore.value.getTime() <= at && at <= notAfter.value.getTime();

function sameBytes(a: Certificate, b: Certificate): boolean {
  const [x, y] = [a.tbsView, b.tbsView];
  return x.length === y.length && x.every((byte, at) => byte === y[at]);
}

const nameOf = (certificate: Certificate): string => {
  const name = hostsOf(certificate)[0];
  return name ? `the certificate of ${name}` : 'a certificate';
};
