import { describe, expect, it } from 'vitest';
import { fromBase64 } from '../base/base64.ts';
import { digest } from '../base/digest.ts';
import { isSound } from './check.ts';
import { parsePublicKey, publicKeyOf, type SigningKey } from './ecdsa.ts';
import { type JsonObject, textIn } from './json-object.ts';
import { type Notary, type Signature, signatureChecks, signedBy, TRUSTS_NOBODY, type Trust } from './wacz-signature.ts';

const KEYS: readonly SigningKey[] = [
  { curve: 'P-256', secret: new Uint8Array(32).fill(7) },
  { curve: 'P-384', secret: new Uint8Array(48).fill(7) },
];
const HASH = digest('{"profile":"data-package"}');
const CREATED = '2031-06-17T09:00:00Z';

const over = (signed: JsonObject): Signature => ({ signed, hash: HASH, created: CREATED, place: null });
const resultsOf = async (signed: JsonObject, trust: Trust = TRUSTS_NOBODY): Promise<Record<string, string>> =>
  Object.fromEntries((await signatureChecks(over(signed), trust)).map(({ check, result }) => [check, result]));

describe('a signature without a name', () => {
  it.each(KEYS)('holds, and leaves open whose key it is: $curve', async (key) => {
    const signed = signedBy(key, HASH, CREATED, 'hearsay');
    expect(signedBy(key, HASH, CREATED, 'hearsay')).toEqual(signed);
    expect(await resultsOf(signed)).toEqual({
      'signature form': 'passed',
      'signature subject': 'passed',
      'signature date': 'passed',
      signature: 'passed',
      signer: 'not-run',
    });
    const trust = { ...TRUSTS_NOBODY, keys: [digest(publicKeyOf(key))] };
    expect((await resultsOf(signed, trust))['signer']).toBe('passed');
  });

  it.each(KEYS)('can be checked by any program that knows ECDSA: $curve', async (key) => {
    const signed = signedBy(key, HASH, CREATED, 'hearsay');
    const { subtle } = globalThis.crypto;
    const algorithm = { name: 'ECDSA', namedCurve: key.curve };
    const spki = Buffer.from(textIn(signed, 'publicKey') ?? '', 'base64');
    const known = await subtle.importKey('spki', spki, algorithm, true, ['verify']);
    const signature = Buffer.from(textIn(signed, 'signature') ?? '', 'base64');
    const how = { name: 'ECDSA', hash: 'SHA-256' };
    expect(await subtle.verify(how, known, signature, new TextEncoder().encode(HASH))).toBe(true);
  });

  it('fails over another archive, with another key, at another date, with foreign fields', async () => {
    const [key, other] = KEYS;
    if (!key || !other) throw new Error('two keys');
    const signed = signedBy(key, HASH, CREATED, 'hearsay');
    expect((await resultsOf({ ...signed, hash: digest('') }))['signature subject']).toBe('failed');
    expect((await resultsOf({ ...signed, hash: digest('') }))['signature']).toBe('failed');
    const foreign = signedBy(other, HASH, CREATED, 'hearsay')['publicKey'];
    expect((await resultsOf({ ...signed, publicKey: foreign }))['signature']).toBe('failed');
    expect((await resultsOf({ ...signed, created: '2031-06-18T09:00:00Z' }))['signature date']).toBe('failed');
    expect((await resultsOf({ ...signed, approved: true }))['signature form']).toBe('failed');
  });

  it('fails with one bit turned anywhere in signature or key', async () => {
    const [key] = KEYS;
    if (!key) throw new Error('a key');
    const signed = signedBy(key, HASH, CREATED, 'hearsay');
    for (const name of ['signature', 'publicKey']) {
      const text = textIn(signed, name) ?? '';
      for (let at = 0; at < text.length; at += 3) {
        const turned = text.slice(0, at) + String.fromCharCode(text.charCodeAt(at) ^ 1) + text.slice(at + 1);
        expect(isSound(await signatureChecks(over({ ...signed, [name]: turned }), TRUSTS_NOBODY))).toBe(false);
      }
    }
  });

  it('names what is missing', async () => {
    const { signature, ...rest } = signedBy(
      KEYS[0] ?? { curve: 'P-256', secret: new Uint8Array(32) },
      HASH,
      CREATED,
      '',
    );
    const checks = await signatureChecks(over(rest), TRUSTS_NOBODY);
    expect(checks.find((one) => one.result === 'failed')?.detail).toContain('no "signature"');
    expect(await signatureChecks(over({}), TRUSTS_NOBODY)).toMatchObject([{ result: 'failed' }]);
    expect(signature).toBeDefined();
  });
});

describe('a signature with a certificate', () => {
  const [key] = KEYS;
  const { publicKey, ...bare } = signedBy(
    key ?? { curve: 'P-256', secret: new Uint8Array(32) },
    HASH,
    CREATED,
    'hearsay',
  );
  const signed = { ...bare, domain: 'harbour.example', domainCert: 'own', timeSignature: 'AAAA', timestampCert: 'tsa' };
  const known = parsePublicKey(fromBase64(String(publicKey)));
  const notary: Notary = {
    signerOf: (pem) => ({ key: pem === 'stranger' ? null : known, hosts: ['harbour.example'] }),
    rootOf: async (pem) => ({ result: pem === 'own' ? 'failed' : 'passed', detail: pem }),
    timeOf: async () => ({ result: 'passed', detail: '', at: '2031-06-17T09:09:00Z' }),
  };
  const by = (more: Partial<Notary>): Trust => ({ keys: [], notary: { ...notary, ...more } });

  it('is asked about, and only the root fails where none stands behind it', async () => {
    expect(await resultsOf(signed, by({}))).toMatchObject({
      ...{ signature: 'passed', 'signer name': 'passed', 'signature time': 'passed', 'signer root': 'failed' },
    });
    expect(await resultsOf(signed)).toMatchObject({ signature: 'not-run' });
  });

  it('may have a second certificate for the same key, not for another', async () => {
    expect(await resultsOf({ ...signed, crossSignedCert: 'other' }, by({}))).toMatchObject({ 'signer root': 'passed' });
    expect(await resultsOf({ ...signed, crossSignedCert: 'stranger' }, by({}))).toMatchObject({
      'signer root': 'failed',
    });
  });

  it('fails for another host, a key that is not known, a time too far off', async () => {
    const elsewhere = by({ signerOf: () => ({ key: known, hosts: ['other.example'] }) });
    expect(await resultsOf(signed, elsewhere)).toMatchObject({ 'signer name': 'failed' });
    expect(await resultsOf({ ...signed, domainCert: 'stranger' }, by({}))).toMatchObject({ signature: 'failed' });
    const late = by({ timeOf: async () => ({ result: 'passed', detail: '', at: '2031-06-17T09:11:00Z' }) });
    expect(await resultsOf(signed, late)).toMatchObject({ 'signature time': 'failed' });
  });
});
