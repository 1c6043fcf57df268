import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { unzipSync } from 'fflate';
import { describe, expect, it } from 'vitest';
import { digest } from '../base/digest.ts';
import { pemToDer } from './certificate.ts';
import { isSound } from './check.ts';
import { publicKeyOf, type SigningKey } from './ecdsa.ts';
import { isJsonObject, type JsonObject, jsonObject, textIn } from './json-object.ts';
import { type Signature, signatureChecks, signedBy, TRUSTS_NOBODY, type Trust } from './wacz-signature.ts';

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

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const fixtures = join(root, '../shared/data/integrity/wacz-py/tests/fixtures');

function signedIn(name: string): Signature {
  const files = unzipSync(new Uint8Array(readFileSync(join(fixtures, name))));
  const text = (path: string): string => new TextDecoder().decode(files[path]);
  const signed = jsonObject(text('datapackage-digest.json'))?.['signedData'];
  if (!isJsonObject(signed)) throw new Error(`${name} is not signed`);
  const hash = digest(files['datapackage.json'] ?? new Uint8Array());
  return { signed, hash, place: null, created: textIn(jsonObject(text('datapackage.json')) ?? {}, 'created') };
}

describe.skipIf(!existsSync(fixtures))('signed archives of py-wacz (skipped where ../shared is absent)', () => {
  const results = async (name: string, trust: Trust): Promise<Record<string, string>> => {
    const checks = await signatureChecks(signedIn(name), trust);
    return Object.fromEntries(checks.map(({ check, result }) => [check, result]));
  };
  /** The last certificate that the valid one carries, ISRG Root X1: what a newsroom would trust for host names. */
  const roots = pemToDer(textIn(signedIn('valid_signed_example_1.wacz').signed, 'domainCert') ?? '').slice(-1);

  it('passes the valid one', async () => {
    expect(await results('valid_signed_example_1.wacz', { ...TRUSTS_NOBODY, roots })).toEqual({
      'signature form': 'passed',
      'signature subject': 'passed',
      'signature date': 'passed',
      signature: 'passed',
      'signer name': 'passed',
      'signature time': 'not-run',
      'signer root': 'passed',
    });
  });

  it('fails the other for its root alone: it was signed by a testing authority', async () => {
    const found = await results('invalid_signed_example_1.wacz', { ...TRUSTS_NOBODY, roots });
    expect(found).toMatchObject({ signature: 'passed', 'signer name': 'passed', 'signer root': 'failed' });
  });

  it('says that no root was run where none is given', async () => {
    expect((await results('valid_signed_example_1.wacz', TRUSTS_NOBODY))['signer root']).toBe('not-run');
  });
});
