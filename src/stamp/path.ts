import { sameBytes } from '../base/bytes.ts';
import type { Instant } from '../base/time.ts';
import { type Certificate, isIssuedBy, isValidAt, powersOf } from './certificate.ts';

/** Certificates from the signer's up to an authority that was given, or why there is no such path. */
export type Path =
  | { readonly chain: readonly Certificate[]; readonly fault: null }
  | { readonly chain: readonly Certificate[]; readonly fault: 'untrusted' | 'expired'; readonly why: string };

const MOST_STEPS = 8;
/** Checking a signature costs; a token with hundreds of certificates of one name must not cost hours. */
const MOST_CHECKS = 64;
const KEY_CERT_SIGN = 0x0400;
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const ANY_PURPOSE = '2.5.29.37.0';
/** Critical extensions that are looked at (constraints, use, purposes) or that forbid nothing here (policies, names). */
const KNOWN = ['2.5.29.19', '2.5.29.15', '2.5.29.37', '2.5.29.32', '2.5.29.17'];

/**
 * A path (RFC 5280, 6) from the signer to one of the anchors, each certificate valid at the moment of stamping, as the
 * token is a witness of that moment however long ago it was. `between` are certificates that anybody may have put there.
 */
export async function pathTo(
  anchors: readonly Certificate[],
  signer: Certificate,
  between: readonly Certificate[],
  at: Instant,
): Promise<Path> {
  const search: Search = { anchors, all: [...anchors, ...between], at: null, left: MOST_CHECKS };
  const chain = await climb({ ...search, at }, [signer]);
  if (chain) return { chain, fault: null };
  const late = await climb({ ...search }, [signer]);
  if (!late)
    return { chain: [signer], fault: 'untrusted', why: `no path leads from ${signer.subject.text} to an anchor` };
  const bad = late.find((one) => !isValidAt(one, at)) ?? signer;
  return {
    chain: late,
    fault: 'expired',
    why: `${bad.subject.text} is valid from ${bad.notBefore} to ${bad.notAfter}`,
  };
}

/** The certificates above the signer among those given, as far as they lead, whether or not somebody trusts them. */
export async function chainOf(signer: Certificate, between: readonly Certificate[], at: Instant): Promise<Path> {
  if (!isValidAt(signer, at)) return { chain: [signer], fault: 'expired', why: periodText(signer) };
  const search: Search = { anchors: [], all: between, at, left: MOST_CHECKS };
  const chain = [signer];
  for (let next = await issuerOf(search, chain); next; next = await issuerOf(search, chain)) chain.push(next);
  return { chain, fault: null };
}

const periodText = ({ subject, notBefore, notAfter }: Certificate): string =>
  `${subject.text} is valid from ${notBefore} to ${notAfter}`;

interface Search {
  readonly anchors: readonly Certificate[];
  readonly all: readonly Certificate[];
  /** `null` to leave periods out of account. */
  readonly at: Instant | null;
  left: number;
}

async function climb(search: Search, chain: readonly Certificate[]): Promise<readonly Certificate[] | undefined> {
  const top = chain.at(-1);
  if (!top || !isInForce(search, top)) return undefined;
  if (search.anchors.some(({ bytes }) => sameBytes(bytes, top.bytes))) return chain;
  for (const issuer of search.all) {
    const found = (await isNext(search, chain, issuer)) && (await climb(search, [...chain, issuer]));
    if (found) return found;
  }
  return undefined;
}

async function issuerOf(search: Search, chain: readonly Certificate[]): Promise<Certificate | undefined> {
  for (const issuer of search.all)
    if (isInForce(search, issuer) && (await isNext(search, chain, issuer))) return issuer;
  return undefined;
}

/** Whether a certificate issued the last of the chain; the cheap questions come first. */
async function isNext(search: Search, chain: readonly Certificate[], issuer: Certificate): Promise<boolean> {
  const top = chain.at(-1);
  if (!top || chain.length >= MOST_STEPS || !sameBytes(issuer.subject.bytes, top.issuer.bytes)) return false;
  if (chain.some(({ bytes }) => sameBytes(bytes, issuer.bytes)) || !mayIssue(issuer, chain.length - 1)) return false;
  return search.left-- > 0 && (await isIssuedBy(top, issuer));
}

const isInForce = ({ at }: Search, certificate: Certificate): boolean =>
  (at === null || isValidAt(certificate, at)) &&
  certificate.extensions.every(({ oid, critical }) => !critical || KNOWN.includes(oid));

/** Only an authority may issue, only as many authorities below it as it allows, and not one for other purposes. */
function mayIssue(certificate: Certificate, below: number): boolean {
  try {
    const { isAuthority, authoritiesBelow, keyUsage, purposes } = powersOf(certificate);
    const fits = !purposes || purposes.oids.includes(TIME_STAMPING) || purposes.oids.includes(ANY_PURPOSE);
    const signs = keyUsage === null || (keyUsage & KEY_CERT_SIGN) !== 0;
    return isAuthority && signs && fits && (authoritiesBelow === null || below <= authoritiesBelow);
  } catch {
    return false;
  }
}
