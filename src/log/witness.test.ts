import { createHash } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { utf8 } from './bytes.ts';
import { formatCheckpoint } from './checkpoint.ts';
import { keyPairOf, parseVerifierKey, verifierOf } from './key.ts';
import { leafHash, rangesOf, rootOf } from './merkle.ts';
import { formatLine, lineOf, noteOf } from './note.ts';
import { consistencyProof } from './proof.ts';
import {
  decideAddCheckpoint,
  formatAddCheckpoint,
  parseAddCheckpoint,
  parseWitnessAnswer,
  type WitnessedLog,
} from './witness.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const scripts = join(root, '../shared/data/integrity/torchwood-witness/cmd/litewitness/testdata');

const seed = (byte: number): Uint8Array => new Uint8Array(32).fill(byte);
const log = keyPairOf(seed(1), 'log.example');
const witness = keyPairOf(seed(2), 'witness.example', 'cosignature');
const leaves = Array.from({ length: 60 }, (_, at) => leafHash(utf8(`entry ${at}`)));
/** Another history of the same log from entry 3 on. */
const forked = leaves.map((leaf, at) => (at < 3 ? leaf : leafHash(utf8(`other ${at}`))));

const noteAt = (size: number, tree = leaves): string =>
  noteOf(formatCheckpoint({ origin: 'log.example', size, root: rootOf(tree.slice(0, size)) }), [log.signer]);
const request = (old: number, size: number, tree = leaves): string =>
  formatAddCheckpoint({ old, proof: consistencyProof(old, size, rangesOf(tree)), note: noteAt(size, tree) });
const knowing =
  (size?: number) =>
  (origin: string): WitnessedLog | undefined => {
    if (origin !== 'log.example') return undefined;
    const keys = [log.verifier];
    return size === undefined ? { keys } : { keys, latest: { size, root: rootOf(leaves.slice(0, size)) } };
  };

describe('a witness', () => {
  it('cosigns what continues the latest, and the first that it sees', () => {
    expect(decideAddCheckpoint(request(0, 5), knowing())).toMatchObject({ status: 200, checkpoint: { size: 5 } });
    expect(decideAddCheckpoint(request(5, 9), knowing(5))).toMatchObject({ status: 200, checkpoint: { size: 9 } });
    expect(decideAddCheckpoint(request(5, 5), knowing(5))).toMatchObject({ status: 200, checkpoint: { size: 5 } });
    expect(decideAddCheckpoint(request(0, 0), knowing())).toMatchObject({ status: 200, checkpoint: { size: 0 } });
  });

  it('refuses the rest with the status of the specification (c2sp.org/tlog-witness)', () => {
    expect(decideAddCheckpoint('old x\n\n', knowing()).status).toBe(400);
    expect(decideAddCheckpoint(request(0, 5).replace('log.example\n', 'log2.example\n'), knowing()).status).toBe(404);
    expect(decideAddCheckpoint(request(0, 5).replace('\n5\n', '\n6\n'), knowing()).status).toBe(403);
    expect(decideAddCheckpoint(request(0, 5).replace('— log.example', '— log2.example'), knowing()).status).toBe(403);
    expect(decideAddCheckpoint(request(0, 5).replace('old 0', 'old 6'), knowing()).status).toBe(400);
    expect(decideAddCheckpoint(request(5, 9).replace('old 5', 'old 4'), knowing(4)).status).toBe(422);
    expect(decideAddCheckpoint(request(0, 5).replace('old 0', `old 0\n${'A'.repeat(43)}=`), knowing()).status).toBe(
      422,
    );
    expect(decideAddCheckpoint(request(4, 9), knowing(5))).toEqual({
      status: 409,
      body: '5\n',
      type: 'text/x.tlog.size',
    });
    const odd = noteOf(formatCheckpoint({ origin: 'log.example', size: 0, root: seed(1) }), [log.signer]);
    expect(decideAddCheckpoint(`old 0\n\n${odd}`, knowing()).status).toBe(422);
    expect(decideAddCheckpoint(`old 0\n\n${noteOf('log.example\nno size\n', [log.signer])}`, knowing()).status).toBe(
      400,
    );
  });

  it('never cosigns a rollback or a fork, whatever is claimed and proved', () => {
    const size = fc.integer({ min: 0, max: 60 });
    fc.assert(
      fc.property(size, size, size, fc.boolean(), fc.boolean(), (latest, old, next, fork, honest) => {
        const tree = fork ? forked : leaves;
        const from = honest ? latest : old;
        const proof = from <= next ? consistencyProof(from, next, rangesOf(tree)) : [];
        const body = formatAddCheckpoint({ old: from, proof, note: noteAt(next, tree) });
        const decision = decideAddCheckpoint(body, knowing(latest));
        const continues = next >= latest && (!fork || latest <= 3);
        expect(decision.status === 200).toBe(from === latest && continues);
      }),
      { numRuns: 150 },
    );
  });

  it('refuses a request after a bit of it changed, or cosigns the same checkpoint', () => {
    const body = utf8(request(5, 9));
    const { text } = decideAddCheckpoint(body, knowing(5)) as { text: string };
    for (let bit = 0; bit < body.length * 8; bit += 3) {
      const changed = body.map((byte, at) => (at === bit >> 3 ? byte ^ (1 << (bit & 7)) : byte));
      const decision = decideAddCheckpoint(changed, knowing(5));
      if (decision.status === 200) expect(decision.text).toBe(text);
    }
  });

  it('never throws, whatever it is asked', () => {
    const unit = fc.constantFrom('old 0', '\n', '\n\n', 'log.example', '5', '— log.example ', 'AAAA', '=', '\u0000');
    fc.assert(
      fc.property(fc.array(unit), (parts) => {
        expect(decideAddCheckpoint(parts.join(''), knowing()).status).not.toBe(200);
      }),
      { numRuns: 500 },
    );
    expect(decideAddCheckpoint(Uint8Array.of(255), knowing()).status).toBe(400);
  });
});

describe('a request', () => {
  it('comes back from its text', () => {
    const parsed = parseAddCheckpoint(request(5, 9));
    expect(parsed.old).toBe(5);
    expect(formatAddCheckpoint(parsed)).toBe(request(5, 9));
  });

  it.each([
    ['', 1],
    ['old 0\n', 1],
    ['old 00\n\nx', 1],
    ['old  0\n\nx', 1],
    ['old 0 \n\nx', 1],
    ['Old 0\n\nx', 1],
    ['old 0\nAAAA\n\nx', 2],
    [`old 0\n${'A'.repeat(43)}=\n${'A'.repeat(42)}B=\n\nx`, 3],
    [`old 0\n${`${'A'.repeat(43)}=\n`.repeat(64)}\nx`, 65],
  ])('%j is malformed in line %i', (body, line) => {
    expect(() => parseAddCheckpoint(body)).toThrow(`line ${line}:`);
  });
});

describe('the answer of a witness', () => {
  const note = noteAt(5);
  const { text } = decideAddCheckpoint(request(0, 5), knowing()) as { text: string };
  const line = formatLine(lineOf(text, witness.signer, 1_940_000_000));
  const answer = (body: string, status = 200) => parseWitnessAnswer({ status, body }, note, [witness.verifier]);

  it('is a cosignature with its time; those of unknown keys are passed over', () => {
    const stranger = formatLine(lineOf(text, keyPairOf(seed(4), 'stranger.example', 'cosignature').signer, 7));
    expect(answer(stranger + line)).toMatchObject({
      kind: 'cosigned',
      lines: [{ name: 'witness.example', state: 'verified', timestamp: 1_940_000_000 }],
    });
    expect(answer(stranger)).toEqual({ kind: 'cosigned', lines: [] });
  });

  it('is refused when it is malformed or the cosignature is of something else', () => {
    expect(() => answer('')).toThrow('ends within');
    expect(() => answer(line.slice(0, -1))).toThrow('ends within');
    expect(() => answer(`${line}\n`)).toThrow('no signature');
    const other = formatLine(lineOf(text.replace('\n5\n', '\n6\n'), witness.signer, 7));
    expect(() => answer(other)).toThrow('does not hold');
  });

  it('may be the size that the witness knows, or a refusal in words without control characters', () => {
    expect(answer('12\n', 409)).toEqual({ kind: 'conflict', size: 12 });
    expect(() => answer('12', 409)).toThrow('409');
    expect(() => answer('-1\n', 409)).toThrow('409');
    expect(answer('no\u001b[31m such log\nmore', 404)).toEqual({
      kind: 'refused',
      status: 404,
      why: 'no[31m such log',
    });
  });

  it('never makes anything but a HearsayError', () => {
    const status = fc.constantFrom(200, 409, 500);
    fc.assert(
      fc.property(status, fc.uint8Array(), (status, body) => {
        try {
          parseWitnessAnswer({ status, body }, note, [witness.verifier]);
        } catch (error) {
          expect(error).toBeInstanceOf(HearsayError);
        }
      }),
    );
  });
});

interface Step {
  readonly body: string;
  readonly status: number;
  readonly says: string;
}

/** The requests of a testscript with the status and text that it expects. */
const stepsOf = (name: string): readonly Step[] =>
  [
    ...readFileSync(join(scripts, name), 'utf8').matchAll(
      /^POST .*\/add-checkpoint\n```\n([\s\S]*?)^```\nHTTP (\d+)\n\[Asserts\]\nbody (?:contains|==) "(.*)"$/gmu,
    ),
  ].map(([, body = '', status = '', says = '']) => ({ body, status: Number(status), says }));

/** The statuses that a witness answers, which keeps what it cosigned. */
function play(steps: readonly Step[], origin: string, key: WitnessedLog['keys'][number]): readonly number[] {
  let latest: WitnessedLog['latest'];
  return steps.map(({ body, says }) => {
    const decision = decideAddCheckpoint(body, (asked) =>
      asked === origin ? { keys: [key], ...(latest === undefined ? {} : { latest }) } : undefined,
    );
    if (decision.status === 200) {
      latest = decision.checkpoint;
      expect(
        formatLine(lineOf(decision.text, keyPairOf(seed(2), 'example.com/witness', 'cosignature').signer, 1)),
      ).toContain(says);
    } else expect(decision.body).toContain(says.replace('\\n', '\n'));
    return decision.status;
  });
}

describe.skipIf(!existsSync(scripts))('the testscripts of Torchwood (skipped where ../shared is absent)', () => {
  it('of litewitness are answered as expected, but an unknown log with 404, as the specification says since', () => {
    const publicKey = Buffer.from('ffdc2d4d98e4124d3feaf788c0c2f9abfd796083d1f0495437f302ec79cf100f', 'hex');
    const origin = `sigsum.org/v1/tree/${createHash('sha256').update(publicKey).digest('hex')}`;
    const key = verifierOf(origin, 'ed25519', new Uint8Array(publicKey));
    for (const name of ['litewitness.txt', 'bastion.txt']) {
      const steps = stepsOf(name);
      const expected = steps.map(({ status, says }) => (says === 'unknown log' ? 404 : status));
      expect(play(steps, origin, key)).toEqual(expected);
      expect(steps.length).toBe(name === 'bastion.txt' ? 1 : 9);
    }
  });

  it('of the Go checksum database are answered as expected: its key has another name than its log', () => {
    const key = parseVerifierKey('sum.golang.org+033de0ae+Ac4zctda0e5eza+HJyk9SxEdh+s3Ux18htTTAD8OuAn8');
    expect(play(stepsOf('sumdb.txt'), 'go.sum database tree', key)).toEqual([200]);
  });
});
