import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';
import { textIn } from '../archive/json-object.ts';
import { readWacz, type Wacz, waczChecks } from '../archive/wacz.ts';
import { HearsayError } from '../base/error.ts';
import { readPem } from '../stamp/pem.ts';
import { notaryOf } from './notary.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const fixtures = join(root, '../shared/data/integrity/wacz-py/tests/fixtures');

describe('a notary', () => {
  it('names what is no certificate', () => {
    expect(() => notaryOf([], []).signerOf('')).toThrow(HearsayError);
  });
});

describe.skipIf(!existsSync(fixtures))('signed archives of py-wacz (skipped where ../shared is absent)', () => {
  const read = (name: string): Wacz => readWacz(new Uint8Array(readFileSync(join(fixtures, name))));
  const pem = (name: string): string => textIn(read('valid_signed_example_1.wacz').signature?.signed ?? {}, name) ?? '';
  /** What a newsroom would trust: ISRG Root X1, the last certificate that the valid one carries, and the root of FreeTSA. */
  const roots = readPem(pem('domainCert')).slice(-1);
  const authorities = readPem(pem('timestampCert')).slice(-1);
  const results = async (name: string, notary: ReturnType<typeof notaryOf>): Promise<Record<string, string>> => {
    const checks = await waczChecks(read(name), { keys: [], notary });
    const signing = checks.filter(({ check }) => /^sign/u.test(check));
    return Object.fromEntries(signing.map(({ check, result }) => [check, result]));
  };
  const passed = { 'signature form': 'passed', 'signature subject': 'passed', 'signature date': 'passed' };

  it('passes the valid one, by roots and a time authority that are named', async () => {
    expect(await results('valid_signed_example_1.wacz', notaryOf(roots, authorities))).toEqual({
      ...{ ...passed, signature: 'passed', 'signer name': 'passed' },
      ...{ 'signature time': 'passed', 'signer root': 'passed' },
    });
  });

  it('fails the other for its root alone: it was signed by a testing authority', async () => {
    expect(await results('invalid_signed_example_1.wacz', notaryOf(roots, authorities))).toEqual({
      ...{ ...passed, signature: 'passed', 'signer name': 'passed' },
      ...{ 'signature time': 'passed', 'signer root': 'failed' },
    });
  });

  it('leaves open what depends on whom to trust, where nobody is named', async () => {
    expect(await results('valid_signed_example_1.wacz', notaryOf([], []))).toMatchObject({
      ...{ signature: 'passed', 'signature time': 'not-run', 'signer root': 'not-run' },
    });
  });

  it('fails with roots of others', async () => {
    const strangers = notaryOf(authorities, roots);
    expect(await results('valid_signed_example_1.wacz', strangers)).toMatchObject({
      ...{ signature: 'passed', 'signature time': 'failed', 'signer root': 'failed' },
    });
  });
});
