import { ripemd160, sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { keccak_256 } from '@noble/hashes/sha3.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { readBlock } from './bitcoin.ts';
import { formatOts, mergeOts, type Ots, parseOts } from './ots.ts';
import type { Attestation } from './ots-attestation.ts';
import { otsFrom, readCalendarAnswer, submission, upgrades } from './ots-calendar.ts';
import type { Operation } from './ots-operation.ts';
import { attestationsOf, checkOts } from './ots-report.ts';
import { type Branch, formatStamp, parseStamp, type Stamp } from './ots-tree.ts';

const MAGIC = '004f70656e54696d657374616d7073000050726f6f6600bf89e2e884e89294';
const HASH = sha256(utf8ToBytes('a checkpoint'));
const digest = `sha256:${bytesToHex(HASH)}` as const;
const CALENDAR = 'https://calendar.example';
const NONCE = new Uint8Array(16).fill(7);

/** Bytes of a proof of `HASH`, from the hexadecimal of what follows the hash. */
const proof = (after: string): Uint8Array => hexToBytes(`${MAGIC}0108${bytesToHex(HASH)}${after}`);
const bitcoin = (height: string): string => `000588960d73d71901${height}`;
const BLOCK_5 = bitcoin('0105');
/** So many branches, each an addition of its own, before what follows. */
const many = (count: number, after: string): string =>
  Array.from({ length: count }, (_, at) => `fff002${at.toString(16).padStart(4, '0')}${after}`).join('') + BLOCK_5;
const messages = (bytes: Uint8Array): readonly string[] =>
  attestationsOf(parseOts(bytes).stamp).map(([message]) => bytesToHex(message));

/** The first block of Bitcoin, whose root is a message that a proof can begin with. */
const GENESIS = hexToBytes(
  `01000000${'00'.repeat(32)}3ba3edfd7a7b12b27ac72c3e67768f617fc81bc3888a51323a9fb8aa4b1e5e4a29ab5f49ffff001d1dac2b7c`,
);
const GENESIS_HASH = '000000000019d6689c085ae165831e934ff763ae46a2a6c172b3f1b60a8ce26f';

describe('a proof', () => {
  it.each([
    ['sha1', '02', bytesToHex(sha1(HASH))],
    ['ripemd160', '03', bytesToHex(ripemd160(HASH))],
    ['sha256', '08', bytesToHex(sha256(HASH))],
    ['keccak256', '67', bytesToHex(keccak_256(HASH))],
    ['append', 'f002abcd', `${bytesToHex(HASH)}abcd`],
    ['prepend', 'f102abcd', `abcd${bytesToHex(HASH)}`],
    ['reverse', 'f2', bytesToHex(HASH.toReversed())],
    ['hexlify', 'f3', bytesToHex(utf8ToBytes(bytesToHex(HASH)))],
  ])('follows %s', (_name, step, expected) => {
    expect(messages(proof(step + BLOCK_5))).toEqual([expected]);
  });

  it('follows every branch', () => {
    expect(messages(proof(`ff08${BLOCK_5}ff${BLOCK_5}f00101${BLOCK_5}`))).toEqual([
      bytesToHex(sha256(HASH)),
      bytesToHex(HASH),
      `${bytesToHex(HASH)}01`,
    ]);
  });

  it.each([
    ['nothing', new Uint8Array(), 'truncated', 'byte 0'],
    ['less than its beginning', hexToBytes(MAGIC.slice(0, 20)), 'truncated', 'byte 10'],
    ['another beginning', utf8ToBytes('PK'), 'malformed', 'no proof of OpenTimestamps at byte 0'],
    ['no attestation', proof('08'), 'truncated', 'byte 66'],
    ['an unknown step', proof(`09${BLOCK_5}`), 'malformed', 'an unknown step at byte 65'],
    ['an unknown step after a fork', proof(`ffff${BLOCK_5}`), 'malformed', 'an unknown step at byte 66'],
    ['bytes after it', proof(`${BLOCK_5}00`), 'malformed', 'bytes that belong to nothing at byte 76'],
    ['bytes after a height', proof(bitcoin('020500')), 'malformed', 'bytes that belong to nothing at byte 76'],
    ['a number with a digit too many', proof(bitcoin('028500')), 'malformed', 'as short as it can be at byte 75'],
    ['a number beyond all bounds', proof(bitcoin(`09${'ff'.repeat(9)}`)), 'malformed', 'too long'],
    ['an empty addition', proof(`f000${BLOCK_5}`), 'malformed', 'an addition of 0 bytes'],
    ['a calendar with odd characters', proof('0083dfe30d2ef90c8e03021b5b'), 'malformed', 'odd characters'],
    ['a calendar without an address', proof('0083dfe30d2ef90c8e0100'), 'malformed', 'an address of 0 bytes'],
    ['too many steps after one another', proof('08'.repeat(300) + BLOCK_5), 'malformed', 'more than 256 steps'],
    ['a branch twice', proof(`ff${BLOCK_5}${BLOCK_5}`), 'malformed', 'a branch that stands there twice at byte 77'],
    ['too many branches', proof(many(5000, BLOCK_5)), 'malformed', 'more than 4096 steps'],
    ['too long a message', proof('f3'.repeat(8) + BLOCK_5), 'malformed', 'a message of more than 4096 bytes'],
    ['too many bytes', new Uint8Array(2 ** 18 + 1), 'too-large', 'a proof has at most'],
  ])('is refused with %s', (_what, bytes, code, words) => {
    const read = () => parseOts(bytes);
    expect(read).toThrow(HearsayError);
    expect(read).toThrow(expect.objectContaining({ code }));
    expect(read).toThrow(words);
  });

  it('costs no more than its budget: long messages, many times', () => {
    const long = 'f3'.repeat(6);
    const bytes = proof(long + many(900, BLOCK_5));
    const heavy = proof(long + many(1900, `08${BLOCK_5}`));
    const start = performance.now();
    expect(parseOts(bytes).stamp.branches).toHaveLength(1);
    expect(() => parseOts(heavy)).toThrow('more to calculate than any proof needs');
    expect(performance.now() - start).toBeLessThan(2_000);
  });
});

describe('a check', () => {
  const genesisProof: Ots = {
    hash: 'sha256',
    stamp: {
      message: GENESIS.slice(36, 68),
      branches: [{ kind: 'attestation', attestation: { kind: 'bitcoin', height: 0 } }],
    },
  };
  const root = `sha256:${bytesToHex(GENESIS.slice(36, 68))}`;

  it('finds a message in the block that somebody vouches for', () => {
    const asked: number[] = [];
    const header = (height: number) => {
      asked.push(height);
      return GENESIS;
    };
    expect(checkOts(genesisProof, { digest: root, header })).toEqual({
      matches: true,
      time: '2009-01-03T18:15:05Z',
      findings: [
        { state: 'holds', message: root.slice(7), height: 0, block: GENESIS_HASH, time: '2009-01-03T18:15:05Z' },
      ],
    });
    expect(asked).toEqual([0]);
  });

  it('says nothing about time for another digest', () => {
    expect(checkOts(genesisProof, { digest, header: () => GENESIS })).toMatchObject({ matches: false, time: null });
  });

  it('says nothing about a block that nobody knows', () => {
    expect(checkOts(genesisProof, { digest: root, header: () => null })).toMatchObject({
      time: null,
      findings: [{ state: 'not checked', what: 'block 0 of Bitcoin' }],
    });
    expect(checkOts(parseOts(proof('0006869a0d73d71b450105')), { digest, header: () => GENESIS })).toMatchObject({
      time: null,
      findings: [{ state: 'not checked', what: 'block 5 of Litecoin' }],
    });
  });

  it('fails for a message that is not in the block, and for a header that nobody worked for', () => {
    expect(checkOts(parseOts(proof(BLOCK_5)), { digest, header: () => GENESIS }).findings).toMatchObject([
      { state: 'fails', why: 'not in that block' },
    ]);
    for (let bit = 0; bit < GENESIS.length * 8; bit++) {
      const changed = GENESIS.slice();
      changed[bit >> 3] = (changed[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      expect(checkOts(genesisProof, { digest: root, header: () => changed })).toMatchObject({
        time: null,
        findings: [{ state: 'fails', why: 'not a block' }],
      });
    }
    expect(readBlock(GENESIS.slice(1))).toBeNull();
  });
});

describe('a calendar', () => {
  const message = sha256(concatBytes(HASH, NONCE));
  const pending = (uri: string): Attestation => ({ kind: 'pending', uri });
  const answer = (attestation: Attestation): Uint8Array =>
    formatStamp({ message, branches: [{ kind: 'attestation', attestation }] });

  it('is sent a hash that tells nothing without the nonce', () => {
    const request = submission(`${CALENDAR}/`, digest, NONCE);
    expect(request).toEqual({ url: `${CALENDAR}/digest`, body: message, message });
  });

  it('promises, is asked again, and its block is added', () => {
    const other = 'https://other.example';
    const answers = [CALENDAR, other].map((uri) => readCalendarAnswer(answer(pending(uri)), message));
    const ots = otsFrom(digest, NONCE, answers);
    expect(parseOts(formatOts(ots))).toEqual(ots);
    expect(checkOts(ots, { digest }).findings.map(({ state }) => state)).toEqual(['pending', 'pending']);
    const [request, ...more] = upgrades(ots, [`${CALENDAR}/`]);
    expect(more).toEqual([]);
    expect(request).toEqual({ url: `${CALENDAR}/timestamp/${bytesToHex(message)}`, body: null, message });
    const block = readCalendarAnswer(hexToBytes(`f00101${BLOCK_5}`), message);
    const whole = mergeOts(ots, block);
    expect(attestationsOf(whole.stamp).map(([, { kind }]) => kind)).toEqual(['pending', 'pending', 'bitcoin']);
    expect(mergeOts(whole, block)).toEqual(whole);
  });

  it('is not asked where only the proof names it', () => {
    const ots = otsFrom(digest, NONCE, [readCalendarAnswer(answer(pending('http://10.0.0.1')), message)]);
    expect(upgrades(ots, [CALENDAR])).toEqual([]);
  });

  it('is refused with an address that is none, a nonce too short, an answer to something else', () => {
    expect(() => submission('file:///etc', digest, NONCE)).toThrow('is no address of one');
    expect(() => submission(CALENDAR, digest, NONCE.slice(1))).toThrow('15 bytes of nonce');
    expect(() => otsFrom(digest, NONCE, [])).toThrow('at least one');
    const elsewhere = parseStamp(hexToBytes(BLOCK_5), HASH);
    expect(() => otsFrom(digest, NONCE, [elsewhere])).toThrow('about another message');
    expect(() => readCalendarAnswer(utf8ToBytes('<html>'), message)).toThrow(HearsayError);
  });
});

const bytes = (most: number) => fc.uint8Array({ minLength: 1, maxLength: most });
const operation: fc.Arbitrary<Operation> = fc.oneof(
  fc.record({ kind: fc.constantFrom('append' as const, 'prepend' as const), bytes: bytes(20) }),
  fc.record({ kind: fc.constantFrom('sha1' as const, 'ripemd160' as const, 'sha256' as const, 'keccak256' as const) }),
  fc.record({ kind: fc.constantFrom('reverse' as const, 'hexlify' as const) }),
);
const attestation: fc.Arbitrary<Attestation> = fc.oneof(
  fc.record({ kind: fc.constant('pending' as const), uri: fc.constantFrom(CALENDAR, 'https://other.example/a_b') }),
  fc.record({ kind: fc.constantFrom('bitcoin' as const, 'litecoin' as const), height: fc.nat() }),
  fc.record({ kind: fc.constant('unknown' as const), tag: fc.constant('0102030405060708'), payload: bytes(9) }),
);
interface Shape {
  readonly attestations: readonly Attestation[];
  readonly steps: readonly { readonly operation: Operation; readonly next: Shape }[];
}
const shapeOf = (depth: number): fc.Arbitrary<Shape> =>
  fc.record({
    attestations: fc.uniqueArray(attestation, { minLength: 1, maxLength: 2, selector: spelled }),
    steps:
      depth === 0
        ? fc.constant([])
        : fc.uniqueArray(fc.record({ operation, next: shapeOf(depth - 1) }), {
            maxLength: 2,
            selector: (step) => spelled(step.operation),
          }),
  });
/** A value as a text, to compare. */
const spelled = (value: unknown): string => JSON.stringify(value);
const shape = shapeOf(4);
const hexOf = (branches: readonly Branch[]): Uint8Array => formatStamp({ message: HASH, branches });
const branchesOf = ({ attestations, steps }: Shape): readonly Branch[] => [
  ...steps.map(
    ({ operation: step, next }): Branch => ({
      kind: 'step',
      operation: step,
      next: { message: HASH, branches: branchesOf(next) },
    }),
  ),
  ...attestations.map((one): Branch => ({ kind: 'attestation', attestation: one })),
];

describe('proofs of any shape', () => {
  const known: fc.Arbitrary<Stamp> = shape.map((one) => parseStamp(hexOf(branchesOf(one)), HASH));

  it('are written back byte for byte', () => {
    fc.assert(
      fc.property(known, (stamp) => {
        const written = formatOts({ hash: 'sha256', stamp });
        expect(formatOts(parseOts(written))).toEqual(written);
      }),
      { numRuns: 300, seed: 1 },
    );
  });

  it('lose nothing when they are merged, and merging again adds nothing', () => {
    fc.assert(
      fc.property(known, known, (left, right) => {
        const merged = mergeOts({ hash: 'sha256', stamp: left }, right);
        const all = new Set(allOf(merged.stamp));
        for (const one of [...allOf(left), ...allOf(right)]) expect(all).toContain(one);
        for (const one of all) expect([...allOf(left), ...allOf(right)]).toContain(one);
        expect(mergeOts(merged, right)).toEqual(merged);
      }),
      { numRuns: 300, seed: 2 },
    );
  });

  it('come to a named error or to a proof when they were changed, and soon', () => {
    let [read, slowest] = [0, 0];
    const edit = fc.record({ at: fc.nat(), cut: fc.nat({ max: 3 }), put: fc.uint8Array({ maxLength: 3 }) });
    const property = fc.property(known, fc.array(edit, { minLength: 1, maxLength: 3 }), (stamp, edits) => {
      const changed = edits.reduce(
        (before, { at, cut, put }) => {
          const from = at % before.length;
          return concatBytes(before.subarray(0, from), put, before.subarray(from + cut));
        },
        formatOts({ hash: 'sha256', stamp }),
      );
      const start = performance.now();
      try {
        // What can be read is written back as it was: no two spellings of one proof.
        expect(formatOts(parseOts(changed))).toEqual(changed);
        read++;
      } catch (error) {
        if (!(error instanceof HearsayError)) throw error;
      }
      slowest = Math.max(slowest, performance.now() - start);
    });
    fc.assert(property, { numRuns: 6_000, seed: 3 });
    expect(read).toBeGreaterThan(100);
    expect(slowest).toBeLessThan(2_000);
  });
});

/** Each attestation with its message, as a text. */
const allOf = (stamp: Stamp): readonly string[] =>
  attestationsOf(stamp).map(([message, one]) => spelled([bytesToHex(message), one]));
