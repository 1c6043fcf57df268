import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { strictText, utf8 } from './bytes.ts';
import { formatCheckpoint, parseCheckpoint } from './checkpoint.ts';
import { cosign, formatCosignature, parseCosignature } from './cosignature.ts';
import { formatSignerKey, formatVerifierKey, keyPairOf, parseSignerKey, parseVerifierKey } from './key.ts';
import { formatLogProof, parseLogProof } from './log-proof.ts';
import { leafHash, rangesOf, rootOf } from './merkle.ts';
import { formatNote, noteOf, parseNote } from './note.ts';
import { inclusionProof } from './proof.ts';
import { formatBundle, formatHashTile, parseBundle, parseHashTile, parseTilePath, tilePath } from './tile.ts';
import { formatAddCheckpoint, parseAddCheckpoint } from './witness.ts';

const seed = new Uint8Array(32).fill(5);
const { signer, verifier } = keyPairOf(seed, 'log.example');
const leaves = Array.from({ length: 9 }, (_, at) => leafHash(utf8(`entry ${at}`)));
const proof = inclusionProof(4, 9, rangesOf(leaves));
const text = formatCheckpoint({ origin: 'log.example', size: 9, root: rootOf(leaves) });
const note = noteOf(text, [signer]);
const tile = { level: 0, index: 0, width: 9 };

const words = (parse: (text: string) => string) => (bytes: Uint8Array) => {
  const text = strictText(bytes);
  if (text === undefined) throw new HearsayError('encoding', 'no UTF-8');
  return utf8(parse(text));
};

/** Each parser with a good input and its inverse: what is read must be written as it was. */
const PARSERS: Readonly<Record<string, readonly [Uint8Array, (bytes: Uint8Array) => Uint8Array]>> = {
  note: [utf8(note), (bytes) => utf8(formatNote(parseNote(bytes)))],
  checkpoint: [utf8(text), words((each) => formatCheckpoint(parseCheckpoint(each)))],
  'verifier key': [utf8(formatVerifierKey(verifier)), words((each) => formatVerifierKey(parseVerifierKey(each)))],
  'signer key': [utf8(formatSignerKey(signer)), words((each) => formatSignerKey(parseSignerKey(each)))],
  cosignature: [formatCosignature(cosign(text, 99, seed)), (bytes) => formatCosignature(parseCosignature(bytes))],
  request: [
    utf8(formatAddCheckpoint({ old: 4, proof, note })),
    (bytes) => utf8(formatAddCheckpoint(parseAddCheckpoint(bytes))),
  ],
  'log proof': [
    utf8(formatLogProof({ extra: seed, index: 4, proof, checkpoint: note })),
    (bytes) => utf8(formatLogProof(parseLogProof(bytes))),
  ],
  bundle: [
    formatBundle(leaves),
    (bytes) => formatBundle(parseBundle(bytes, { level: 'entries', index: 0, width: leaves.length })),
  ],
  'tile of hashes': [formatHashTile(leaves), (bytes) => formatHashTile(parseHashTile(bytes, tile))],
  'path of a tile': [
    utf8('tile/3/x012/345.p/67'),
    words((path) => {
      const found = parseTilePath(path);
      if (found === undefined) throw new HearsayError('malformed', 'no tile');
      return tilePath(found);
    }),
  ],
};

/** Numbers that look like chance and are the same on every run (mulberry32). */
function numbers(start: number): (below: number) => number {
  let state = start;
  return (below) => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) % below;
  };
}

/** One to three bytes changed, cut out, put in, cut off or doubled. */
function mutate(bytes: Uint8Array, next: (below: number) => number): Uint8Array {
  let changed = [...bytes];
  for (let count = 1 + next(3); count > 0; count--) {
    const at = next(changed.length + 1);
    const kind = next(6);
    if (kind === 0) changed[at] = (changed[at] ?? 0) ^ (1 << next(8));
    else if (kind === 1) changed[at] = next(256);
    else if (kind === 2) changed.splice(at, 1 + next(4));
    else if (kind === 3) changed.splice(at, 0, [10, 32, 43, 48, 61, 0, 255, 13][next(8)] ?? 0);
    else if (kind === 4) changed = changed.slice(0, at);
    else changed.splice(at, 0, ...changed.slice(at, at + 1 + next(60)));
  }
  return Uint8Array.from(changed);
}

describe('5,000 spoiled inputs', () => {
  it.each(Object.entries(PARSERS))(
    'of a %s are refused with a HearsayError, or read as they are written',
    (name, [good, again]) => {
      expect(again(good)).toEqual(good);
      const next = numbers(name.length);
      const odd: string[] = [];
      for (let run = 0; run < 5000; run++) {
        const bytes = mutate(good, next);
        try {
          if (Buffer.compare(again(bytes), bytes) !== 0)
            odd.push(`read as something else: ${Buffer.from(bytes).toString('hex')}`);
        } catch (error) {
          if (!(error instanceof HearsayError)) odd.push(`${String(error)}: ${Buffer.from(bytes).toString('hex')}`);
        }
      }
      expect(odd).toEqual([]);
    },
  );
});
