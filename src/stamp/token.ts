import { bytesToHex } from '@noble/hashes/utils.js';
import { sameBytes } from '../base/bytes.ts';
import { HearsayError } from '../base/error.ts';
import { epoch, type Instant } from '../base/time.ts';
import { HASH_OIDS, hashNamed, hashOf, schemeOf } from './algorithm.ts';
import { type Certificate, fingerprintOf, powersOf } from './certificate.ts';
import { readWholeDer, TAG } from './der.ts';
import { oidOf, onlyChild } from './der-value.ts';
import { nameOf } from './name.ts';
import { chainOf, pathTo } from './path.ts';
import { isKnownKey, isSigned } from './signature.ts';
import type { SignedData } from './signed-data.ts';
import { isBoundTo } from './signing-certificate.ts';
import { readTokenAnswer } from './token-answer.ts';
import { type Imprint, readImprint } from './token-request.ts';
import { type Accuracy, DIRECTORY_NAME, readTstInfo, type TstInfo } from './tst-info.ts';

/** What can be wrong with a token: a closed set, so that programs can act on it. */
export type TokenReason =
  | 'truncated' // the bytes end too early
  | 'malformed' // not what RFC 3161 describes, in DER
  | 'too-large'
  | 'trailing' // bytes follow the token
  | 'rejected' // the authority gave no token
  | 'content-type' // something else was signed
  | 'imprint-algorithm' // stamped with another hash function
  | 'imprint' // something else was stamped
  | 'nonce' // the answer to another request
  | 'policy' // given under another policy
  | 'future' // later than it was there
  | 'extension' // says something critical that is not understood
  | 'no-certificate' // the signer's certificate is not there
  | 'algorithm' // signed in a way that is not known or too weak
  | 'message-digest' // the signed attributes belong to other content
  | 'signer-binding' // not bound to the signer's certificate
  | 'signature' // the signature doesn't hold
  | 'purpose' // the certificate is not one for time stamping
  | 'tsa-name' // the authority names itself unlike its certificate
  | 'untrusted' // no path to an anchor
  | 'expired'; // a certificate was not valid at that time

/** One thing that is wrong, for programs and for people. */
export interface TokenFault {
  readonly reason: TokenReason;
  readonly message: string;
}

/** What a token must be: `digest` what was stamped, `nonce` that of the request where it is still known. */
export interface TokenQuestion {
  readonly digest: Imprint;
  readonly nonce: Uint8Array | null;
  /** Authorities that are trusted, from `readPem`; empty where nobody has named any. */
  readonly anchors: readonly Certificate[];
  /** A moment when the token was there already: it may not name a later one. `null` to leave it open. */
  readonly at: Instant | null;
  /** Certificates that may help to find the path, for tokens without any. */
  readonly certificates?: readonly Certificate[];
  /** The policy that was asked for. */
  readonly policy?: string;
}

/** A certificate, as people look at it. */
export interface Link {
  readonly subject: string;
  readonly serial: string;
  readonly sha256: string;
  readonly notBefore: Instant;
  readonly notAfter: Instant;
}

/** What a token says. It's worth no more than `trusted` beside it. */
export interface Token {
  readonly genTime: Instant;
  readonly accuracy: Accuracy | null;
  readonly ordering: boolean;
  readonly policy: string;
  /** In hexadecimal, like the nonce. */
  readonly serial: string;
  readonly nonce: string | null;
  /** The name in the signer's certificate; `null` where that is not there. */
  readonly tsa: string | null;
  /** From the signer's certificate upwards. */
  readonly chain: readonly Link[];
}

/** All that was found. `token` is `null` where it can't be read; no faults means that everything asked for holds. */
export interface TokenReport {
  readonly token: Token | null;
  readonly faults: readonly TokenFault[];
  readonly trusted: boolean | 'no anchors given';
}

const TST_INFO = '1.2.840.113549.1.9.16.1.4';
const CONTENT_TYPE = '1.2.840.113549.1.9.3';
const MESSAGE_DIGEST = '1.2.840.113549.1.9.4';
const TIME_STAMPING = '1.3.6.1.5.5.7.3.8';
const ALTERNATIVE_NAMES = '2.5.29.17';
/** digitalSignature and nonRepudiation, the only uses that a key for time stamping may have. */
const SIGNING_USES = 0xc000;

/**
 * Checks a time stamp token (RFC 3161), as an answer or alone. Every check is made and reported, as far as the bytes
 * can be read. Whatever the bytes are, the answer is a report; only a question that is none throws.
 */
export async function checkToken(bytes: Uint8Array, question: TokenQuestion): Promise<TokenReport> {
  readImprint(question.digest);
  try {
    const answer = readTokenAnswer(bytes);
    const trailing = answer.trailing
      ? [fault('trailing', `${answer.trailing} bytes follow the token at byte ${bytes.length - answer.trailing}`)]
      : [];
    if (answer.kind === 'rejected') return refused([...trailing, fault('rejected', answer.why)]);
    if (answer.data.contentType !== TST_INFO)
      return refused([...trailing, fault('content-type', `the content is ${answer.data.contentType}, no time stamp`)]);
    const info = readTstInfo(answer.data.content, answer.data.contentAt);
    return await reportOf(answer.data, info, question, trailing);
  } catch (error) {
    if (!(error instanceof HearsayError)) throw error;
    const { code, message } = error;
    return refused([fault(code === 'truncated' || code === 'too-large' ? code : 'malformed', message)]);
  }
}

async function reportOf(
  data: SignedData,
  info: TstInfo,
  question: TokenQuestion,
  trailing: readonly TokenFault[],
): Promise<TokenReport> {
  const between = [...data.certificates, ...(question.certificates ?? [])];
  const signer = [...between, ...question.anchors].find(data.signer.isOf);
  const faults = [...trailing, ...contentFaults(info, question)];
  const { genTime, accuracy, ordering, policy, serial, nonce } = info;
  const said = { genTime, accuracy, ordering, policy, serial, nonce };
  if (!signer) {
    const missing = fault('no-certificate', 'the certificate of the signer is not there; ask for a token with it');
    return { token: { ...said, tsa: null, chain: [] }, faults: [...faults, missing], trusted: false };
  }
  faults.push(...(await signatureFaults(data, signer)), ...purposeFaults(info, signer));
  const { anchors } = question;
  const path =
    anchors.length === 0 ? await chainOf(signer, between, genTime) : await pathTo(anchors, signer, between, genTime);
  if (path.fault) faults.push(fault(path.fault, `${path.why}; the token is of ${genTime}`));
  const token = { ...said, tsa: signer.subject.text, chain: path.chain.map(linkOf) };
  return { token, faults, trusted: faults.length > 0 ? false : anchors.length > 0 || 'no anchors given' };
}

/** Whether it says what was asked. */
function contentFaults(info: TstInfo, question: TokenQuestion): readonly TokenFault[] {
  const { hash, bytes } = readImprint(question.digest);
  const faults: TokenFault[] = [];
  if (hashNamed(info.algorithm) !== hash)
    faults.push(fault('imprint-algorithm', `a hash of kind ${info.algorithm.oid} is stamped, not ${HASH_OIDS[hash]}`));
  else if (info.hash !== bytesToHex(bytes)) faults.push(fault('imprint', `${hash}:${info.hash} is stamped`));
  if (question.nonce && info.nonce !== plain(question.nonce))
    faults.push(fault('nonce', `the nonce is ${info.nonce ?? 'missing'}; it answers another request`));
  if (question.policy !== undefined && info.policy !== question.policy)
    faults.push(fault('policy', `the policy is ${info.policy}`));
  const [said, there] = [epoch(info.genTime), epoch(question.at)];
  if (said !== null && there !== null && said - slack(info) > there)
    faults.push(fault('future', `the token is of ${info.genTime}, but was there at ${question.at}`));
  const unknown = info.extensions.find(({ critical }) => critical);
  if (unknown) faults.push(fault('extension', `extension ${unknown.oid} is critical and not known`));
  return faults;
}

/** Whether that was signed with the key of this certificate (RFC 5652, 5.4 and 11). */
async function signatureFaults(data: SignedData, signer: Certificate): Promise<readonly TokenFault[]> {
  const { digest, algorithm, signature, signed, attributes } = data.signer;
  const faults: TokenFault[] = [];
  const [type, moreTypes] = attributes.get(CONTENT_TYPE) ?? [];
  if (!type || moreTypes || oidOf(type) !== TST_INFO)
    faults.push(fault('content-type', 'the signed attributes do not say that a time stamp was signed'));
  const hash = hashNamed(digest);
  const scheme = schemeOf(algorithm, hash);
  if (!hash || !scheme || !isKnownKey(signer.key))
    return [...faults, fault('algorithm', `signed with ${algorithm.oid} over ${digest.oid}: not known or too weak`)];
  const [sum, moreSums] = attributes.get(MESSAGE_DIGEST) ?? [];
  if (!sum || moreSums || sum.tag !== TAG.octets || !sameBytes(sum.body, hashOf(hash, data.content)))
    faults.push(fault('message-digest', 'the signed attributes belong to other content'));
  if (!isBoundTo(attributes, signer))
    faults.push(fault('signer-binding', `the signature is not bound to the certificate of ${signer.subject.text}`));
  if (!(await isSigned(signed, signature, signer.key, scheme)))
    faults.push(fault('signature', `the signature of ${signer.subject.text} does not hold`));
  return faults;
}

/** RFC 3161, 2.3: the certificate is for time stamping only, says so as critical, and names the authority. */
function purposeFaults(info: TstInfo, signer: Certificate): readonly TokenFault[] {
  const { purposes, keyUsage } = powersOf(signer);
  const only = purposes?.critical && purposes.oids.length === 1 && purposes.oids[0] === TIME_STAMPING;
  const signs = keyUsage === null || ((keyUsage & SIGNING_USES) !== 0 && (keyUsage & ~SIGNING_USES) === 0);
  const faults: TokenFault[] = [];
  if (!only || !signs)
    faults.push(fault('purpose', `the certificate of ${signer.subject.text} is not for time stamping alone`));
  if (!isNamed(info, signer))
    faults.push(fault('tsa-name', `the authority does not name itself ${signer.subject.text}`));
  return faults;
}

/** Names are compared as texts, as authorities spell theirs in other kinds of strings than their certificates. */
function isNamed({ tsa }: TstInfo, { subject, extensions }: Certificate): boolean {
  if (!tsa) return true;
  if (tsa.tag === DIRECTORY_NAME && nameOf(onlyChild(tsa, 'name')).text === subject.text) return true;
  const others = extensions.find(({ oid }) => oid === ALTERNATIVE_NAMES);
  return others !== undefined && readWholeDer(others.value).children.some(({ bytes }) => sameBytes(bytes, tsa.bytes));
}

const fault = (reason: TokenReason, message: string): TokenFault => ({ reason, message });

const refused = (faults: readonly TokenFault[]): TokenReport => ({ token: null, faults, trusted: false });

const linkOf = (certificate: Certificate): Link => ({
  subject: certificate.subject.text,
  serial: certificate.serial,
  sha256: fingerprintOf(certificate),
  notBefore: certificate.notBefore,
  notAfter: certificate.notAfter,
});

/** The nonce as a number: in hexadecimal without leading zeros. */
const plain = (nonce: Uint8Array): string => bytesToHex(nonce).replace(/^(?:00)+(?=..)/u, '');

/** How early the moment may have been, in milliseconds. */
const slack = ({ accuracy }: TstInfo): number =>
  accuracy ? accuracy.seconds * 1000 + accuracy.millis + Math.ceil(accuracy.micros / 1000) : 0;
