import { describe, expect, it } from 'vitest';
import { checkCosignature, cosign, formatCosignature, parseCosignature } from './cosignature.ts';
import { publicKeyOf } from './ed25519.ts';
import { keyPairOf } from './key.ts';
import { noteOf, openNote } from './note.ts';

const seed = new Uint8Array(32).fill(3);
const text = 'log.example/one\n12\nBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwcHBwc=\n';

describe('a cosignature', () => {
  it('holds for its checkpoint, time and witness, and after no bit changed', () => {
    const cosignature = cosign(text, 1_940_000_000, seed);
    expect(checkCosignature(cosignature, text, publicKeyOf(seed))).toBe(true);
    expect(checkCosignature({ ...cosignature, timestamp: 1_940_000_001 }, text, publicKeyOf(seed))).toBe(false);
    expect(checkCosignature(cosignature, text.replace('12', '13'), publicKeyOf(seed))).toBe(false);
    const bytes = formatCosignature(cosignature);
    expect(parseCosignature(bytes)).toEqual(cosignature);
    for (let bit = 0; bit < bytes.length * 8; bit += 3) {
      const changed = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      let held = false;
      try {
        held = checkCosignature(parseCosignature(changed), text, publicKeyOf(seed));
      } catch (error) {
        expect(String(error)).toContain('2^53');
      }
      expect(held).toBe(false);
    }
  });

  it('stands in a note beside the signature of the log, with its time', () => {
    const log = keyPairOf(new Uint8Array(32).fill(1), 'log.example/one');
    const witness = keyPairOf(seed, 'witness.example', 'cosignature');
    const note = noteOf(text, [log.signer, witness.signer], 1_940_000_000);
    expect(openNote(note, [log.verifier, witness.verifier]).lines).toMatchObject([
      { name: 'log.example/one', state: 'verified' },
      { name: 'witness.example', state: 'verified', timestamp: 1_940_000_000 },
    ]);
    expect(openNote(note, [log.verifier]).lines[1]).not.toHaveProperty('timestamp');
  });

  it('is not the signature of a note: neither passes for the other', () => {
    const plain = keyPairOf(seed, 'witness.example');
    const witness = keyPairOf(seed, 'witness.example', 'cosignature');
    expect(() => openNote(noteOf(text, [plain.signer]), [witness.verifier])).toThrow('no known key');
    expect(() => openNote(noteOf(text, [witness.signer], 5), [plain.verifier])).toThrow('no known key');
  });

  it('is given for nothing but a checkpoint, at a time', () => {
    expect(() => cosign('Any other text.\n', 5, seed)).toThrow('Checkpoint, line 2');
    for (const time of [0, -1, 1.5, Number.NaN, 2 ** 53]) expect(() => cosign(text, time, seed)).toThrow('no time');
  });

  it('by ML-DSA-44 is recognised by its length, and never holds here', () => {
    const cosignature = parseCosignature(new Uint8Array(8 + 2420));
    expect(cosignature.algorithm).toBe('ml-dsa-44');
    expect(checkCosignature(cosignature, text, publicKeyOf(seed))).toBe(false);
  });

  it('of another length or a time beyond 2^53 is malformed', () => {
    for (const size of [0, 7, 8, 64, 71, 73, 2420, 2429])
      expect(() => parseCosignature(new Uint8Array(size))).toThrow('bytes');
    expect(() => parseCosignature(new Uint8Array(72).fill(255))).toThrow('2^53');
  });
});
