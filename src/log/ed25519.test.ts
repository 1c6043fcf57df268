import { createPrivateKey, createPublicKey, sign, verify } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { ed25519 } from '@noble/curves/ed25519.js';
import { hexToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { utf8 } from './bytes.ts';
import { checkSignature, isPublicKey, publicKeyOf, signBytes } from './ed25519.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const vectors = join(root, '../shared/data/integrity/age-cctv/ed25519/ed25519vectors.json');

describe('an Ed25519 signature', () => {
  it('is that of RFC 8032, section 7.1, test 2', () => {
    const seed = hexToBytes('4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb');
    const publicKey = hexToBytes('3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c');
    const signature = hexToBytes(
      '92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00',
    );
    expect(publicKeyOf(seed)).toEqual(publicKey);
    expect(signBytes(Uint8Array.of(0x72), seed)).toEqual(signature);
    expect(checkSignature(signature, Uint8Array.of(0x72), publicKey)).toBe(true);
  });

  it('holds for what was signed, and for nothing else', () => {
    const seeds = fc.uint8Array({ minLength: 32, maxLength: 32 });
    fc.assert(
      fc.property(seeds, fc.uint8Array(), fc.nat(511), (seed, message, bit) => {
        const publicKey = publicKeyOf(seed);
        const signature = signBytes(message, seed);
        const flip = (bytes: Uint8Array, at: number) =>
          bytes.map((byte, place) => (place === at >> 3 ? byte ^ (1 << (at & 7)) : byte));
        expect(checkSignature(signature, message, publicKey)).toBe(true);
        expect(checkSignature(flip(signature, bit), message, publicKey)).toBe(false);
        expect(checkSignature(signature, message, flip(publicKey, bit % 256))).toBe(false);
        expect(checkSignature(signature, Uint8Array.of(...message, 0), publicKey)).toBe(false);
      }),
      { numRuns: 20 },
    );
  });

  it('is byte for byte that of OpenSSL', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.uint8Array(), (seed, message) => {
        const der = Buffer.concat([Buffer.from('302e020100300506032b657004220420', 'hex'), seed]);
        const key = createPrivateKey({ key: der, format: 'der', type: 'pkcs8' });
        expect(signBytes(message, seed)).toEqual(new Uint8Array(sign(null, message, key)));
      }),
      { numRuns: 30 },
    );
  });

  it('can not be made again from another: S plus the order of the group is refused', () => {
    const seed = new Uint8Array(32).fill(9);
    const signature = signBytes(utf8('once'), seed);
    const order = 2n ** 252n + 27742317777372353535851937790883648493n;
    const s = [...signature.subarray(32)].reduceRight((sum, byte) => sum * 256n + BigInt(byte), 0n) + order;
    const second = signature.slice();
    for (let at = 0; at < 32; at++) second[32 + at] = Number((s >> BigInt(8 * at)) & 255n);
    expect(checkSignature(second, utf8('once'), publicKeyOf(seed))).toBe(false);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 70 }), fc.uint8Array({ maxLength: 40 }), (signature, key) => {
        expect(checkSignature(signature, utf8('x'), key)).toBe(false);
      }),
    );
  });

  it('needs a seed of 32 bytes', () => {
    expect(() => publicKeyOf(new Uint8Array(31))).toThrow('31 bytes');
    expect(() => signBytes(utf8('x'), new Uint8Array(33))).toThrow('33 bytes');
    expect(isPublicKey(new Uint8Array(32))).toBe(false); // of small order
  });
});

interface Vector {
  readonly key: string;
  readonly sig: string;
  readonly msg: string;
  readonly flags: readonly string[] | null;
}

/** Any of these makes a signature refused here. A key or R with a part of low order alone does not. */
const REFUSED = [
  'low_order_A',
  'low_order_R',
  'non_canonical_A',
  'non_canonical_R',
  'low_order_residue',
  'reencoded_k',
];

describe.skipIf(!existsSync(vectors))('the edge cases of C2SP CCTV (skipped where ../shared is absent)', () => {
  const cases = (JSON.parse(readFileSync(vectors, 'utf8')) as readonly Vector[]).map((vector) => ({
    key: hexToBytes(vector.key),
    signature: hexToBytes(vector.sig),
    message: utf8(vector.msg),
    flags: vector.flags ?? [],
  }));
  const checkHere = ({ key, signature, message }: (typeof cases)[number]): boolean =>
    checkSignature(signature, message, key);
  const openssl = ({ key, signature, message }: (typeof cases)[number]): boolean => {
    const spki = Buffer.concat([Buffer.from('302a300506032b6570032100', 'hex'), key]);
    return verify(null, message, createPublicKey({ key: spki, format: 'der', type: 'spki' }), signature);
  };
  const noble = ({ key, signature, message }: (typeof cases)[number]): boolean =>
    ed25519.verify(signature, message, key, { zip215: false });

  it('are accepted exactly where no point is of low order or oddly encoded and the plain equation holds', () => {
    for (const each of cases)
      expect([each.flags, checkSignature(each.signature, each.message, each.key)]).toEqual([
        each.flags,
        !each.flags.some((flag) => REFUSED.includes(flag)),
      ]);
  });

  it('differ from OpenSSL and from @noble/curves only in that more is refused', () => {
    const [here, first, second] = [checkHere, openssl, noble].map((check) => cases.filter(check));
    expect(here?.length).toBe(43);
    expect(here?.filter((each) => !first?.includes(each))).toEqual([]);
    expect(here?.filter((each) => !second?.includes(each))).toEqual([]);
    expect(second?.length).toBe(212); // OpenSSL 3.0 accepts 208; the two disagree on 248
  });
});
