import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha256, sha512 } from '@noble/hashes/sha2.js';
import { bytesToHex, hexToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../base/base64.ts';
import { readPem } from './pem.ts';
import { checkToken, type TokenQuestion, type TokenReport } from './token.ts';
import type { Imprint } from './token-request.ts';

const shared = join(import.meta.dirname, '../../../shared/data/integrity');
const reasons = ({ faults }: TokenReport): readonly string[] => faults.map(({ reason }) => reason);

describe.skipIf(!existsSync(join(shared, 'rfc3161-local')))(
  'tokens of a TSA run with OpenSSL (skipped where ../shared is absent)',
  () => {
    const local = (name: string): Uint8Array => new Uint8Array(readFileSync(join(shared, 'rfc3161-local', name)));
    const pem = (name: string) => readPem(new TextDecoder().decode(local(name)));
    const digest: Imprint = `sha256:${bytesToHex(sha256(local('data.txt')))}`;
    const nonce = hexToBytes('b44eb104f84dbcdc');
    const ask = (name: string, change: Partial<TokenQuestion> = {}) =>
      checkToken(local(name), { digest, nonce, anchors: pem('ca.pem'), at: null, ...change });

    it('accepts the good one, and says what it says', async () => {
      const report = await ask('good.tsr', { at: '2026-11-22T13:29:19Z', policy: '1.2.3.4.1' });
      expect(report).toMatchObject({
        faults: [],
        trusted: true,
        token: {
          genTime: '2026-11-22T13:29:19Z',
          accuracy: { seconds: 1, millis: 0, micros: 0 },
          ordering: true,
          policy: '1.2.3.4.1',
          serial: '02',
          nonce: 'b44eb104f84dbcdc',
          tsa: 'CN=Hearsay Test TSA',
        },
      });
      expect(report.token?.chain.map(({ subject }) => subject)).toEqual([
        'CN=Hearsay Test TSA',
        'CN=Hearsay Test Root',
      ]);
    });

    it.each([
      ['no-nonce-no-cert.tsr', ['nonce', 'no-certificate'], {}],
      ['no-nonce-no-cert.tsr', ['no-certificate'], { nonce: null }],
      ['rejected-badalg.tsr', ['rejected'], {}],
      ['trailing.tsr', ['trailing'], {}],
      ['truncated.tsr', ['truncated'], {}],
      ['untrusted-ca.tsr', ['untrusted'], {}],
      ['wrong-imprint.tsr', ['imprint', 'nonce'], {}],
      ['wrong-imprint.tsr', ['imprint'], { nonce: null }],
      ['good.tsr', ['nonce'], { nonce: hexToBytes('e2862e62c404d16e') }],
      ['good.tsr', ['policy'], { policy: '1.2.3.4.5' }],
      ['good.tsr', ['future'], { at: '2026-11-22T13:29:17Z' }],
      ['good.tsr', ['imprint-algorithm'], { digest: `sha512:${'0'.repeat(128)}` }],
    ] as const)('refuses %s for %j', async (name, expected, change) => {
      const report = await ask(name, change);
      expect(reasons(report)).toEqual(expected);
      expect(report.trusted).toBe(false);
    });

    it('trusts nobody by itself', async () => {
      expect(await ask('good.tsr', { anchors: [] })).toMatchObject({ faults: [], trusted: 'no anchors given' });
      expect(reasons(await ask('good.tsr', { anchors: pem('otherca.pem') }))).toEqual(['untrusted']);
    });

    it('finds the certificate outside of the token where it is given', async () => {
      const report = await ask('no-nonce-no-cert.tsr', { nonce: null, certificates: pem('tsa.pem') });
      expect(report).toMatchObject({ faults: [], trusted: true });
    });
  },
);

describe.skipIf(!existsSync(join(shared, 'rfc3161-auto-archiver')))(
  'tokens of authorities (skipped where ../shared is absent)',
  () => {
    const folder = join(shared, 'rfc3161-auto-archiver/tests/data/timestamping');
    const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
    const question = { nonce: null, anchors: [], at: null };
    const [one, other] = [
      'fb71a6009f6fa1f43baf746a09cb6339df7f1ad46ee62390847d92438c23abf4f50b0de3f1c2e1cd6cf40dc5bf42e30852c744ddcb2a47e0c3e2f8061223cc64',
      bytesToHex(sha512(new TextEncoder().encode('hello'))),
    ];

    it.each([
      ['digicert.tsr', one, '2025-03-24T11:17:47Z', 'C=US, O=DigiCert, CN=DigiCert Timestamp 2024', 3],
      ['valid_timestamp.tsr', one, '2025-03-11T10:43:58Z', 'C=US, O=IdenTrust, CN=TrustID Timestamp Authority', 2],
      [
        'rfc3161-client-issue-104.tsr',
        other,
        '2025-03-11T08:52:08Z',
        'C=US, O=IdenTrust, CN=TrustID Timestamp Authority',
        2,
      ],
      [
        'timestamp_token_http-timestamp-identrust-com',
        one,
        '2025-03-11T10:43:58Z',
        'C=US, O=IdenTrust, CN=TrustID Timestamp Authority',
        2,
      ],
      [
        'self_signed.tsr',
        one,
        '2025-03-24T11:38:16Z',
        'serialNumber=CPJ-4-000-004017, C=CR, O=BANCO CENTRAL DE COSTA RICA, OU=0001, CN=TSA SINPE v3',
        1,
      ],
    ] as const)('reads %s, an answer or a token alone', async (name, hash, genTime, tsa, links) => {
      const report = await checkToken(file(name), { digest: `sha512:${hash}`, ...question });
      expect(report).toMatchObject({ faults: [], trusted: 'no anchors given', token: { genTime, tsa } });
      expect(report.token?.chain).toHaveLength(links);
      const wrong = await checkToken(file(name), { digest: `sha512:${'0'.repeat(128)}`, ...question });
      expect(reasons(wrong)).toEqual(['imprint']);
    });
  },
);

/** Bundles of Sigstore carry tokens over the signature of the bundle, and a list of authorities with certificates. */
interface Bundle {
  readonly verificationMaterial: {
    readonly timestampVerificationData?: {
      readonly rfc3161Timestamps: readonly { readonly signedTimestamp: string }[];
    };
  };
  readonly messageSignature?: { readonly signature: string };
  readonly dsseEnvelope?: { readonly signatures: readonly { readonly sig: string }[] };
}
interface Roots {
  readonly timestampAuthorities: readonly {
    readonly certChain: { readonly certificates: readonly { readonly rawBytes: string }[] };
  }[];
}

const bundles = join(shared, 'sigstore-conformance/test/assets/bundle-verify');
describe.skipIf(!existsSync(bundles))('tokens in bundles of Sigstore (skipped where ../shared is absent)', () => {
  const json = <T>(...path: string[]): T => JSON.parse(readFileSync(join(bundles, ...path), 'utf8')) as T;
  const check = (name: string) => {
    const bundle = json<Bundle>(name, 'bundle.sigstore.json');
    const roots = json<Roots>(name, 'trusted_root.json');
    const chain = roots.timestampAuthorities.flatMap(({ certChain: { certificates } }) => certificates);
    const read = (some: typeof chain) =>
      readPem(some.map(({ rawBytes }) => `-----BEGIN CERTIFICATE-----${rawBytes}-----END CERTIFICATE-----`).join(''));
    const signature = bundle.messageSignature?.signature ?? bundle.dsseEnvelope?.signatures[0]?.sig ?? '';
    const token = bundle.verificationMaterial.timestampVerificationData?.rfc3161Timestamps[0]?.signedTimestamp ?? '';
    return checkToken(fromBase64(token.replaceAll(/\s/gu, '')), {
      digest: `sha256:${bytesToHex(sha256(fromBase64(signature)))}`,
      nonce: null,
      anchors: read(chain.slice(-1)),
      certificates: read(chain.slice(0, -1)),
      at: null,
    });
  };

  it.each([
    ['rekor2-timestamp-with-embedded-cert', []],
    ['rekor2-timestamp-without-embedded-cert', []],
    ['rekor2-timestamp-with-expired-cert-chain', []],
    ['trust-root-tsa-validity-end-inclusive', []],
    ['rekor2-timestamp-payload-mismatch_fail', ['imprint']],
    ['rekor2-timestamp-outside-tsa-cert-validity_fail', ['expired']],
    ['rekor2-timestamp-untrusted-tsa-with-embedded-cert_fail', ['untrusted']],
    ['rekor2-timestamp-untrusted-tsa-without-embedded-cert_fail', ['no-certificate']],
    ['rekor2-no-timestamp_fail', ['truncated']],
  ])('%s: %j', async (name, expected) => {
    const report = await check(name);
    expect(reasons(report)).toEqual(expected);
    expect(report.trusted).toBe(expected.length === 0);
  });

  // In these the token is good; what is wrong stands outside of it (a signing certificate, a term of trust).
  it.each([
    ['rekor2-timestamp-with-incorrect-time_fail', '2025-07-15T10:33:31Z'],
    ['rekor2-timestamp-outside-trust-root-tsa-validity_fail', '2025-06-12T12:02:20Z'],
    ['intoto-tsa-timestamp-outside-cert-validity_fail', '2023-02-02T00:00:00Z'],
  ])('%s: the token itself holds', async (name, genTime) => {
    expect(await check(name)).toMatchObject({ faults: [], trusted: true, token: { genTime } });
  });
});
