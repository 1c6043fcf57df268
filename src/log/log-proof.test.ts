import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { utf8 } from './bytes.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { keyPairOf } from './key.ts';
import { formatLogProof, openLogProof, parseLogProof } from './log-proof.ts';
import { leafHash, rangesOf, rootOf } from './merkle.ts';
import { noteOf } from './note.ts';
import { inclusionProof } from './proof.ts';

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const log = keyPairOf(seed(1), 'log.example');
const witness = keyPairOf(seed(2), 'witness.example', 'cosignature');
const known = { origin: 'log.example', keys: [log.verifier] };
const witnesses = [witness.verifier];
const leaves = Array.from({ length: 21 }, (_, at) => leafHash(utf8(`entry ${at}`)));
const leaf = leaves[13] ?? new Uint8Array();
const text = formatCheckpoint({ origin: 'log.example', size: 21, root: rootOf(leaves) });
const checkpoint = noteOf(text, [log.signer, witness.signer], 99);
const whole = { index: 13, proof: inclusionProof(13, 21, rangesOf(leaves)), checkpoint };
const file = formatLogProof(whole);

describe('a log proof', () => {
  it('shows offline that an entry is in the log, and who saw that', () => {
    expect(openLogProof(file, leaf, known, { witnesses, quorum: 1 })).toMatchObject({
      index: 13,
      size: 21,
      witnesses: [{ name: 'witness.example', timestamp: 99 }],
    });
    expect(openLogProof(utf8(file), leaf, known).witnesses).toEqual([]);
  });

  it('is refused for another entry, another log, or too few witnesses', () => {
    expect(() => openLogProof(file, leafHash(utf8('entry 12')), known)).toThrow('does not show this entry');
    expect(() => openLogProof(file, leaf, { ...known, origin: 'other.example' })).toThrow('another log');
    expect(() => openLogProof(file, leaf, { ...known, keys: [] })).toThrow('no known key');
    expect(() => openLogProof(file, leaf, known, { witnesses, quorum: 2 })).toThrow('1 of the known witnesses');
    expect(() => openLogProof(file, leaf, known, { witnesses: [], quorum: 1 })).toThrow('0 of the known witnesses');
  });

  it('comes back from its text, with extra data and without', () => {
    expect(parseLogProof(file)).toEqual(whole);
    for (const extra of [new Uint8Array(), utf8('salt')])
      expect(parseLogProof(formatLogProof({ ...whole, extra }))).toEqual({ ...whole, extra });
  });

  it('is refused after any one bit changed; nothing in it is unsigned when log and witness are known', () => {
    const bytes = utf8(file);
    const head = utf8(file.slice(0, -checkpoint.length)).length * 8;
    // Of the note within, whose every bit has its own test, one bit of each byte.
    for (let bit = 0; bit < bytes.length * 8; bit += bit < head ? 1 : 7) {
      const changed = bytes.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      expect(() => openLogProof(changed, leaf, known, { witnesses, quorum: 1 })).toThrow(HearsayError);
    }
  });

  it.each([
    ['', 1],
    ['c2sp.org/tlog-proof@v2\nindex 0\n\n', 1],
    ['c2sp.org/tlog-proof@v1\nindex 0\n', 1],
    ['c2sp.org/tlog-proof@v1\n\n', 2],
    ['c2sp.org/tlog-proof@v1\nindex 01\n\n', 2],
    ['c2sp.org/tlog-proof@v1\nindex  1\n\n', 2],
    ['c2sp.org/tlog-proof@v1\nextra A\nindex 1\n\n', 2],
    ['c2sp.org/tlog-proof@v1\nextra AA==\nextra AA==\nindex 1\n\n', 3],
    ['c2sp.org/tlog-proof@v1\nindex 1\nAAAA\n\n', 3],
    [`c2sp.org/tlog-proof@v1\nindex 1\n${`${'A'.repeat(43)}=\n`.repeat(64)}\n`, 66],
  ])('%j is malformed in line %i', (broken, line) => {
    expect(() => parseLogProof(broken)).toThrow(`line ${line}:`);
  });

  it('never makes anything but a HearsayError of hostile text', () => {
    const unit = fc.constantFrom('c2sp.org/tlog-proof@v1', '\n', 'index ', '0', 'extra ', 'AA==', '\n\n', checkpoint);
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        try {
          parseLogProof(parts.join(''));
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError);
        }
      }),
      { numRuns: 500 },
    );
  });
});
