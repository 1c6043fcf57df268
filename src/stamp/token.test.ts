import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  attribute,
  authority,
  bondV1,
  bondV2,
  type CertificateShape,
  certificate,
  extension,
  granted,
  integer,
  type Key,
  keys,
  NONCE,
  named,
  octets,
  pem,
  SHA1,
  seq,
  type TokenShape,
  timeStampingOnly,
  token,
} from '../../test/sample-authority.ts';
import { HearsayError } from '../base/error.ts';
import { TAG } from './der.ts';
import { der, derOid } from './der-write.ts';
import { readPem } from './pem.ts';
import { checkToken, type TokenQuestion, type TokenReport } from './token.ts';

const ROOT = 'Example Root';
const TSA = 'Example Time';
const hash = sha256(utf8ToBytes('a checkpoint'));
const digest = `sha256:${bytesToHex(hash)}` as const;
const rootKey = keys.p256('root');
const key = keys.p256('authority');
const root = (change: Partial<CertificateShape> = {}) =>
  certificate({
    subject: ROOT,
    issuer: ROOT,
    serial: 1,
    extensions: [authority()],
    key: rootKey,
    signedBy: rootKey,
    ...change,
  });
const signer = (change: Partial<CertificateShape> = {}) =>
  certificate({ subject: TSA, issuer: ROOT, extensions: [timeStampingOnly], key, signedBy: rootKey, ...change });

/** A good token but for the change, and what is found when it is checked. */
async function check(
  change: Partial<TokenShape> = {},
  certificateChange: Partial<CertificateShape> = {},
  question: Partial<TokenQuestion> = {},
): Promise<TokenReport> {
  const own = await signer(certificateChange);
  const shape = { hash, nonce: NONCE, key: certificateChange.key ?? key, certificate: own, issuer: ROOT, ...change };
  return ask(granted(await token(shape)), question);
}

const ask = async (bytes: Uint8Array, question: Partial<TokenQuestion> = {}): Promise<TokenReport> =>
  checkToken(bytes, { digest, nonce: NONCE, anchors: readPem(pem(await root())), at: null, ...question });

const reasons = ({ faults }: TokenReport): readonly string[] => faults.map(({ reason }) => reason);

describe('a good token', () => {
  it('says when, by whom, and on whose word', async () => {
    const report = await check({}, {}, { at: '2031-05-31T14:02:05Z', policy: '1.3.6.1.4.1.99999.1' });
    expect(report).toMatchObject({
      faults: [],
      trusted: true,
      token: {
        genTime: '2031-05-31T14:02:05.25Z',
        accuracy: { seconds: 1, millis: 500, micros: 0 },
        ordering: false,
        policy: '1.3.6.1.4.1.99999.1',
        serial: '1267',
        nonce: bytesToHex(NONCE),
        tsa: `CN=${TSA}`,
      },
    });
    expect(report.token?.chain).toMatchObject([
      { subject: `CN=${TSA}`, serial: '07', sha256: bytesToHex(sha256(await signer())) },
      { subject: `CN=${ROOT}`, notBefore: '2030-01-01T00:00:00Z', notAfter: '2040-01-01T00:00:00Z' },
    ]);
  });

  it('is the same alone as in an answer', async () => {
    const bytes = await token({ hash, nonce: NONCE, key, certificate: await signer(), issuer: ROOT });
    expect(await ask(bytes)).toEqual(await ask(granted(bytes)));
  });

  it('may be signed with a key of any kind in use', async () => {
    for (const one of [
      keys.p384('a'),
      keys.ed25519('b'),
      await keys.rsa('RSASSA-PKCS1-v1_5'),
      await keys.rsa('RSA-PSS'),
    ])
      expect(await check({ key: one }, { key: one })).toMatchObject({ faults: [], trusted: true });
  });

  it('may name its certificate in the old way, or in both', async () => {
    const own = await signer();
    const bonds = [
      [bondV1(own)],
      [bondV1(own), bondV2(own)],
      [bondV2(own, seq(seq(der(0xa4, named(ROOT))), integer(7)))],
    ];
    for (const bond of bonds)
      expect(reasons(await check({ attributes: ({ type, digest: sum }) => [type, sum, ...bond] }))).toEqual([]);
  });

  it('may carry attributes that nobody signed; nothing is read from them', async () => {
    expect(reasons(await check({ unsigned: attribute('1.2.3.4', octets()) }))).toEqual([]);
  });

  it('is trusted by nobody until anchors are given', async () => {
    expect(await check({}, {}, { anchors: [] })).toMatchObject({ faults: [], trusted: 'no anchors given' });
  });

  it('may have an authority in between, whose certificate stands in the token or beside it', async () => {
    const middleKey = keys.p256('middle');
    const middle = await root({ subject: 'Example Middle', key: middleKey });
    const own = { issuer: 'Example Middle', signedBy: middleKey };
    const leaf = await signer(own);
    expect(await check({ embedded: [leaf, middle], issuer: 'Example Middle' }, own)).toMatchObject({ trusted: true });
    expect(reasons(await check({ issuer: 'Example Middle' }, own))).toEqual(['untrusted']);
    const beside = { certificates: readPem(pem(middle)) };
    expect(await check({ issuer: 'Example Middle' }, own, beside)).toMatchObject({ trusted: true });
  });

  it('is trusted where the signer is an anchor himself', async () => {
    expect(await check({}, {}, { anchors: readPem(pem(await signer())) })).toMatchObject({ trusted: true });
  });
});

describe('a token is refused', () => {
  let good: Uint8Array;
  beforeAll(async () => {
    good = granted(await token({ hash, nonce: NONCE, key, certificate: await signer(), issuer: ROOT }));
  });
  const refused = async (report: Promise<TokenReport>, ...expected: readonly string[]): Promise<void> => {
    expect(reasons(await report)).toEqual(expected);
    expect((await report).trusted).toBe(expected.length === 0);
  };

  it('truncated: where the bytes end early', () => refused(ask(good.slice(0, -1)), 'truncated'));
  it('truncated: where there is nothing', () => refused(ask(new Uint8Array()), 'truncated'));
  it('trailing: where bytes follow', () => refused(ask(concatBytes(good, Uint8Array.of(0))), 'trailing'));
  it('malformed: where it is something else', () => refused(ask(utf8ToBytes('<!doctype html>')), 'malformed'));
  it('malformed: in a spelling that DER forbids', () => refused(ask(hexToBytes('308004000000')), 'malformed'));
  it('too-large: before anything is read', () => refused(ask(new Uint8Array(2 ** 20 + 1)), 'too-large'));
  it('malformed: where a status of no comes with a token', async () =>
    refused(ask(seq(seq(integer(2)), good.slice(9))), 'malformed'));
  it('rejected: in the words of the authority, which steer no screen', async () => {
    const words = seq(der(TAG.utf8, utf8ToBytes('no\u{1b}[2J')));
    const report = ask(seq(seq(integer(2), words, der(TAG.bits, Uint8Array.of(0, 0x80)))));
    await refused(report, 'rejected');
    expect((await report).faults[0]?.message).toBe(
      'rejected; the hash function is not known or not accepted; “no\u{FFFD}[2J”',
    );
  });
  it('content-type: where something else was signed', () =>
    refused(check({ contentType: '1.2.840.113549.1.7.1' }), 'content-type'));
  it('content-type: where the attributes do not say what was signed', () =>
    refused(check({ attributes: ({ digest: sum, bond }) => [sum, bond] }), 'content-type'));
  it('malformed: in another version of the content', () => refused(check({ infoVersion: 2 }), 'malformed'));
  it('malformed: for a time that is none', () => refused(check({ genTime: '20310231140205Z' }), 'malformed'));
  it('malformed: for a time with a spare zero', () => refused(check({ genTime: '20310531140205.50Z' }), 'malformed'));
  it('imprint: for another hash', () => refused(check({ hash: sha256(hash) }), 'imprint'));
  it('imprint-algorithm: for another hash function', () =>
    refused(check({ hashAlgorithm: SHA1 }), 'imprint-algorithm'));
  it('nonce: for that of another request', () => refused(check({ nonce: Uint8Array.of(1) }), 'nonce'));
  it('policy: for another than was asked for', () => refused(check({}, {}, { policy: '1.2.3' }), 'policy'));
  it('future: where it was there before its time, its accuracy allowed for', async () => {
    await refused(check({}, {}, { at: '2031-05-31T14:02:03.75Z' }));
    await refused(check({}, {}, { at: '2031-05-31T14:02:03.74Z' }), 'future');
  });
  it('extension: where something critical is not known', () =>
    refused(check({ more: [der(0xa1, extension('1.2.3', true, integer(1)))] }), 'extension'));
  it('no-certificate: where the certificate of the signer is missing', () =>
    refused(check({ embedded: [] }), 'no-certificate'));
  it('malformed: where something stands among the certificates that is none', async () =>
    refused(check({ embedded: [await signer(), der(TAG.set, integer(1))] }), 'malformed'));
  it('message-digest: where the attributes belong to other content', () =>
    refused(
      check({ attributes: ({ type, bond }) => [type, attribute('1.2.840.113549.1.9.4', octets(hash)), bond] }),
      'message-digest',
    ));
  it('signer-binding: without the attribute that binds it', () =>
    refused(check({ attributes: ({ type, digest: sum }) => [type, sum] }), 'signer-binding'));
  it('signer-binding: bound to another certificate for the same key', async () => {
    const other = bondV2(await signer({ subject: 'Another' }));
    await refused(check({ attributes: ({ type, digest: sum }) => [type, sum, other] }), 'signer-binding');
  });
  it('signer-binding: where one of two bonds is to another', async () => {
    const other = bondV1(await signer({ subject: 'Another' }));
    await refused(check({ attributes: ({ type, digest: sum, bond }) => [type, sum, bond, other] }), 'signer-binding');
  });
  it('malformed: where an attribute is given twice', () =>
    refused(check({ attributes: ({ type, digest: sum, bond }) => [type, type, sum, bond] }), 'malformed'));
  it('signature: where it was made with another key', () => refused(check({ key: keys.p256('thief') }), 'signature'));
  it('signature: where it is no signature', () => refused(check({ spoil: () => Uint8Array.of(1) }), 'signature'));
  it('algorithm: of SHA-1, or of a key that is too short', async () => {
    const weak: Key = { ...key, algorithm: seq(derOid('1.2.840.113549.1.1.5')) };
    await refused(check({ key: weak }), 'algorithm');
    const short = await keys.rsa('RSASSA-PKCS1-v1_5', 1024);
    await refused(check({ key: short }, { key: short }), 'algorithm');
  });
  it.each([
    ['without a purpose', []],
    ['where the purpose is not critical', [extension('2.5.29.37', false, seq(derOid('1.3.6.1.5.5.7.3.8')))]],
    ['for another purpose', [extension('2.5.29.37', true, seq(derOid('1.3.6.1.5.5.7.3.3')))]],
    [
      'for one purpose more',
      [extension('2.5.29.37', true, seq(derOid('1.3.6.1.5.5.7.3.8'), derOid('1.3.6.1.5.5.7.3.3')))],
    ],
    [
      'where the key may not sign',
      [timeStampingOnly, extension('2.5.29.15', true, der(TAG.bits, Uint8Array.of(5, 0x20)))],
    ],
  ])('purpose: %s', (_what, extensions) => refused(check({}, { extensions: [authority(), ...extensions] }), 'purpose'));
  it('tsa-name: where the authority names itself otherwise', async () => {
    await refused(check({ more: [der(0xa0, der(0xa4, named(TSA)))] }));
    await refused(check({ more: [der(0xa0, der(0xa4, named('Another')))] }), 'tsa-name');
  });
});

describe('a path is refused', () => {
  const refused = async (report: Promise<TokenReport>, ...expected: readonly string[]): Promise<void> =>
    expect(reasons(await report)).toEqual(expected);
  const under = async (anchor: Partial<CertificateShape>): Promise<Partial<TokenQuestion>> => ({
    anchors: readPem(pem(await root(anchor))),
  });

  it('untrusted: under another root, even one of the same name', async () => {
    const other = keys.p256('other');
    await refused(check({}, {}, await under({ key: other, signedBy: other })), 'untrusted');
  });
  it('expired: where the signer was not valid yet, or no longer', async () => {
    await refused(check({}, { notBefore: '20310531140206Z' }), 'expired');
    await refused(check({}, { notAfter: '20310531140205Z' }), 'expired');
    await refused(check({}, { notAfter: '20310531140205Z' }, { anchors: [] }), 'expired');
  });
  it('expired: where the root was no longer valid', async () =>
    refused(check({}, {}, await under({ notAfter: '20310101000000Z' })), 'expired'));
  it('untrusted: under a certificate that is no authority', async () =>
    refused(check({}, {}, await under({ extensions: [timeStampingOnly] })), 'untrusted'));
  it('untrusted: under an authority whose key may not sign certificates', async () =>
    refused(
      check(
        {},
        {},
        await under({ extensions: [authority(), extension('2.5.29.15', true, der(TAG.bits, Uint8Array.of(7, 0x80)))] }),
      ),
      'untrusted',
    ));
  it('untrusted: under an authority for other purposes', async () =>
    refused(
      check(
        {},
        {},
        await under({ extensions: [authority(), extension('2.5.29.37', false, seq(derOid('1.3.6.1.5.5.7.3.1')))] }),
      ),
      'untrusted',
    ));
  it('untrusted: through a certificate with a critical extension that is not known', () =>
    refused(check({}, { extensions: [timeStampingOnly, extension('1.2.3.4', true, integer(1))] }), 'untrusted'));
  it('untrusted: through more authorities than the root allows', async () => {
    const middleKey = keys.p256('middle');
    const middle = await root({ subject: 'Example Middle', key: middleKey });
    const own = { issuer: 'Example Middle', signedBy: middleKey };
    const shape = { embedded: [await signer(own), middle], issuer: 'Example Middle' };
    await refused(check(shape, own, await under({ extensions: [authority(0)] })), 'untrusted');
    await refused(check(shape, own, await under({ extensions: [authority(1)] })));
  });
  it('untrusted: round in a circle, and soon', async () => {
    const [a, b] = [keys.p256('a'), keys.p256('b')];
    const ring = await Promise.all([
      root({ subject: 'A', issuer: 'B', key: a, signedBy: b }),
      root({ subject: 'B', issuer: 'A', key: b, signedBy: a }),
    ]);
    const own = { issuer: 'A', signedBy: a };
    await refused(check({ embedded: [await signer(own), ...ring], issuer: 'A' }, own), 'untrusted');
  });
});

describe('a question', () => {
  it('that names no hash is refused', async () => {
    await expect(check({}, {}, { digest: 'sha256:00' })).rejects.toThrow(HearsayError);
  });
  it('takes anchors as a text, and refuses a damaged one', async () => {
    expect(readPem('no certificates here')).toEqual([]);
    expect(readPem(pem(await root(), await signer())).map(({ subject }) => subject.text)).toEqual([
      `CN=${ROOT}`,
      `CN=${TSA}`,
    ]);
    const text = pem(await root());
    for (const damaged of [text.replace('-----END', ''), text.replace('MI', 'M'), text.replace('\n', '\n*')])
      expect(() => readPem(damaged)).toThrow('certificate 1 is damaged');
  });
});
