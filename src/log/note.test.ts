import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { utf8 } from './bytes.ts';
import {
  formatSignerKey,
  formatVerifierKey,
  keyPairOf,
  parseSignerKey,
  parseVerifierKey,
  type VerifierKey,
} from './key.ts';
import { type CheckedNote, checkNote, formatNote, noteOf, openNote, parseNote } from './note.ts';

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const desk = keyPairOf(seed(1), 'desk.example/one');
const other = keyPairOf(seed(2), 'desk.example/two');
const text = 'Bells rang at nine.\n\nNobody rang them.\n';

/** What a reading of hostile bytes may do: return, or refuse with a HearsayError. */
function refusedOrRead(read: () => unknown): boolean {
  try {
    read();
    return true;
  } catch (error) {
    expect(error).toBeInstanceOf(HearsayError);
    return false;
  }
}

/** The note, or undefined where it is refused with a HearsayError. */
function openedBy(note: Uint8Array, keys: readonly VerifierKey[]): CheckedNote | undefined {
  try {
    return openNote(note, keys);
  } catch (error) {
    expect(error).toBeInstanceOf(HearsayError);
    return undefined;
  }
}

describe('a signed note', () => {
  it('of the specification opens with the key of the specification (c2sp.org/signed-note)', () => {
    const key = parseVerifierKey('example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k');
    const note =
      'This is an example message.\n\n— example.com/foo Uw2QOkn8srV1yJGh2VYRlL1Tnagv1YEq6TfXppzi2ONncAlTgK7Ztg1ERYNZXsYjOBH3mFXmRKuwHjG1Yu72IneyaQM=\n';
    expect(openNote(note, [key]).text).toBe('This is an example message.\n');
  });

  it('opens with any of the keys that signed it, and says which lines it knows', () => {
    const note = noteOf(text, [desk.signer, other.signer]);
    expect(openNote(note, [desk.verifier]).lines.map(({ state }) => state)).toEqual(['verified', 'unknown']);
    expect(openNote(utf8(note), [other.verifier, desk.verifier]).lines.map(({ state }) => state)).toEqual([
      'verified',
      'verified',
    ]);
    expect(openNote(note, [desk.verifier]).text).toBe(text);
  });

  it('is refused without a known key, and with one wrong signature of a known key', () => {
    const note = noteOf(text, [desk.signer, other.signer]);
    expect(() => openNote(note, [])).toThrow('no known key signed it');
    const [mine, theirs] = parseNote(note).lines;
    if (mine === undefined || theirs === undefined) throw new Error('two lines');
    const mixed = formatNote({ text, lines: [mine, { ...theirs, signature: mine.signature }] });
    expect(() => openNote(mixed, [desk.verifier, other.verifier])).toThrow('did not sign this text');
    expect(openNote(mixed, [desk.verifier]).lines.map(({ state }) => state)).toEqual(['verified', 'unknown']);
  });

  it('reads back as it was written', () => {
    fc.assert(
      fc.property(fc.array(fc.string({ unit: 'grapheme' })), (lines) => {
        const clean = `${lines.map((line) => line.replaceAll(/[\p{Cc}]/gu, '')).join('\n')}\n`;
        const note = noteOf(clean, [desk.signer]);
        expect(openNote(utf8(note), [desk.verifier]).text).toBe(clean);
        expect(formatNote(parseNote(note))).toBe(note);
      }),
      { numRuns: 30 },
    );
  });

  it('is refused after any one bit changed; in a line of an unknown key, that line is called unknown', () => {
    const note = utf8(noteOf('Short.\n', [desk.signer, other.signer]));
    const unsigned = utf8(noteOf('Short.\n', [desk.signer])).length;
    for (let bit = 0; bit < note.length * 8; bit++) {
      const changed = note.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      const opened = openedBy(changed, [desk.verifier]);
      if (opened !== undefined) {
        expect(bit >> 3).toBeGreaterThanOrEqual(unsigned);
        expect(opened.lines.map(({ state }) => state)).toEqual(['verified', 'unknown']);
      }
      const both = openedBy(changed, [desk.verifier, other.verifier]);
      if (both === undefined) continue;
      // Only a name or an id can have changed so that the line is nobody's; the other line still signs the same text.
      expect(both.text).toBe('Short.\n');
      expect(both.lines.map(({ state }) => state).toSorted()).toEqual(['unknown', 'verified']);
    }
  });

  it.each([
    ['', 'no empty line'],
    ['text\n\n', 'ends within its signatures'],
    ['text\n\n— a.example AAAAAAA=', 'ends within its signatures'],
    ['text\n\n- a.example AAAAAAA=\n', 'no signature'],
    ['text\n\n— a.example AAAAAA==\n', 'no signature'], // only the key id
    ['text\n\n— a.example AAAAAAB=\n', 'no signature'], // spare bits of base64 set
    ['text\n\n— a+b AAAAAAA=\n', 'no signature'],
    ['text\n\n— a b AAAAAAA=\n', 'no signature'],
    ['text\n\n—  AAAAAAA=\n', 'no signature'],
    ['te\txt\n\n— a.example AAAAAAA=\n', 'control character'],
    ['te\r\n\n— a.example AAAAAAA=\n', 'control character'],
    ['\n— a.example AAAAAAA=\n', 'no empty line'],
  ])('%j is malformed', (note, why) => {
    expect(() => parseNote(note)).toThrow(why);
  });

  it('is refused when it is not UTF-8, too long, or has too many lines', () => {
    expect(() => parseNote(Uint8Array.of(0xff, 10, 10))).toThrow('UTF-8');
    expect(() => parseNote('x'.repeat(1_000_001))).toThrow('more than');
    expect(() => parseNote(`text\n\n${'— a.example AAAAAAA=\n'.repeat(101)}`)).toThrow('more than 100');
    expect(parseNote(`text\n\n${'— a.example AAAAAAA=\n'.repeat(100)}`).lines.length).toBe(100);
  });

  it('never makes anything but a HearsayError of hostile text', () => {
    const unit = fc.constantFrom('\n', '— ', 'a', ' ', '=', 'AAAA', '\n\n', '\u0000', '\ud800', '+', '—');
    fc.assert(
      fc.property(
        fc.array(unit).map((parts) => parts.join('')),
        (hostile) => {
          refusedOrRead(() => openNote(hostile, [desk.verifier]));
        },
      ),
      { numRuns: 1000 },
    );
    fc.assert(
      fc.property(fc.uint8Array(), (hostile) => {
        refusedOrRead(() => parseNote(hostile));
      }),
    );
  });

  it('with a cosignature line of ML-DSA-44 of a known key says that it is not checked', () => {
    const key = { kind: 'cosignature-ml-dsa-44', name: 'w.example', id: 7, publicKey: new Uint8Array(1312) } as const;
    const lines = [{ name: 'w.example', id: 7, signature: new Uint8Array(2428) }];
    expect(checkNote({ text, lines }, [key]).lines.map(({ state }) => state)).toEqual(['not-checked']);
    expect(() => openNote(formatNote({ text, lines }), [key])).toThrow('no known key signed it');
  });
});

describe('keys', () => {
  it('of the specification have its id', () => {
    const line = 'example.com/foo+530d903a+AekyeRrm56hApGFkyQR4ZCbV54Id2LKaANYcrnKv3U2k';
    expect(formatVerifierKey(parseVerifierKey(line))).toBe(line);
  });

  it('read the signer and verifier lines of Go (golang.org/x/mod/sumdb/note, its example)', () => {
    const secret = 'PRIVATE+KEY+PeterNeumann+c74f20a3+AYEKFALVFGyNhPJEMzD1QIDr+Y7hfZx09iUvxdXHKDFz';
    const signer = parseSignerKey(secret);
    const verifier = parseVerifierKey('PeterNeumann+c74f20a3+ARpc2QcUPDhMQegwxbzhKqiBfsVkmqq/LDE4izWy10TW');
    expect(formatSignerKey(signer)).toBe(secret);
    expect(keyPairOf(signer.seed, signer.name).verifier).toEqual(verifier);
    const note = noteOf(
      "If you think cryptography is the answer to your problem,\nthen you don't know what your problem is.\n",
      [signer],
    );
    expect(note).toContain(
      '— PeterNeumann x08go/ZJkuBS9UG/SffcvIAQxVBtiFupLLr8pAcElZInNIuGUgYN1FFYC2pZSNXgKvqfqdngotpRZb6KE6RyyBwJnAM=\n',
    );
    expect(openNote(note, [verifier]).lines[0]?.state).toBe('verified');
  });

  it('come back from their text, for both kinds of signature', () => {
    for (const kind of ['ed25519', 'cosignature'] as const) {
      const pair = keyPairOf(seed(7), 'w.example/ü', kind);
      expect(parseSignerKey(formatSignerKey(pair.signer))).toEqual(pair.signer);
      expect(parseVerifierKey(formatVerifierKey(pair.verifier))).toEqual(pair.verifier);
    }
    expect(keyPairOf(seed(7), 'a', 'cosignature').verifier.id).not.toBe(keyPairOf(seed(7), 'a').verifier.id);
  });

  it('are refused after any one bit changed', () => {
    for (const [line, parse] of [
      [formatVerifierKey(desk.verifier), parseVerifierKey],
      [formatSignerKey(desk.signer), parseSignerKey],
    ] as const)
      for (let bit = 0; bit < line.length * 8; bit++) {
        const at = bit >> 3;
        const changed = `${line.slice(0, at)}${String.fromCharCode(line.charCodeAt(at) ^ (1 << (bit & 7)))}${line.slice(at + 1)}`;
        expect(refusedOrRead(() => parse(changed))).toBe(false);
      }
  });

  it('never repeat a secret in a message', () => {
    const line = formatSignerKey(desk.signer);
    for (const broken of [line.slice(0, -1), line.replace('AQEB', 'AQEC'), line.slice(1), `${line}A`])
      try {
        parseSignerKey(broken);
        expect.unreachable();
      } catch (error) {
        expect(String(error)).not.toContain('AQEB');
      }
  });

  it.each(['', 'a b', 'a+b', 'a\nb', 'a\u00a0b', 'a\u2003b', 'a\u0000', '\ud800'])('have no name %j', (name) => {
    expect(() => keyPairOf(seed(1), name)).toThrow('Key name');
  });
});
