import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, utf8ToBytes } from '@noble/hashes/utils.js';
import fc from 'fast-check';
import { beforeAll, describe, expect, it } from 'vitest';
import {
  attribute,
  authority,
  certificate,
  granted,
  keys,
  NONCE,
  octets,
  pem,
  timeStampingOnly,
  token,
} from '../../test/sample-authority.ts';
import type { Der } from './der.ts';
import { readDer } from './der.ts';
import { readPem } from './pem.ts';
import { checkToken, type TokenQuestion, type TokenReport } from './token.ts';

const hash = sha256(utf8ToBytes('a checkpoint'));
let good: Uint8Array;
let question: TokenQuestion;

/** Signed with RSA, as most tokens are, and carrying its root and an attribute that nobody signed. */
beforeAll(async () => {
  const key = await keys.rsa('RSASSA-PKCS1-v1_5');
  const names = { subject: 'Example Root', issuer: 'Example Root', serial: 1 };
  const root = await certificate({ ...names, extensions: [authority()], key, signedBy: key });
  const leaf = { subject: 'Example Time', issuer: 'Example Root', extensions: [timeStampingOnly], key, signedBy: key };
  const own = await certificate(leaf);
  const unsigned = attribute('1.2.3.4', octets(utf8ToBytes('unsigned')));
  const shape = { hash, nonce: NONCE, key, certificate: own, issuer: 'Example Root', embedded: [own, root], unsigned };
  good = granted(await token(shape));
  question = { digest: `sha256:${bytesToHex(hash)}`, nonce: NONCE, anchors: readPem(pem(root)), at: null };
});

/** The parts of an answer that nobody signed: its status, the copy of the root, the attributes beside the signature. */
function unsignedParts(answer: Der): readonly (readonly [string, Der | undefined])[] {
  const data = answer.children[1]?.children[1]?.children[0];
  return [
    ['status', answer.children[0]],
    ['copy of the root', data?.children[3]?.children[1]],
    ['unsigned attributes', data?.children[4]?.children[0]?.children[6]],
  ];
}

const isIn = (part: Der | undefined, at: number): boolean =>
  part !== undefined && at >= part.at && at < part.at + part.bytes.length;

describe('a changed token', () => {
  it('is refused for every flipped bit in anything that was signed', { timeout: 300_000 }, async () => {
    expect((await checkToken(good, question)).trusted).toBe(true);
    const parts = unsignedParts(readDer(good));
    const passed: Record<string, number> = {};
    for (let bit = 0; bit < good.length * 8; bit++) {
      // Most bits of the copy of the root pass; one of each byte is enough.
      if (isIn(parts[1]?.[1], bit >> 3) && (bit & 7) !== (bit >> 3) % 8) continue;
      const changed = good.slice();
      changed[bit >> 3] = (good[bit >> 3] ?? 0) ^ (1 << (bit & 7));
      if ((await checkToken(changed, question)).trusted !== true) continue;
      const at = bit >> 3;
      const name = parts.find(([, part]) => isIn(part, at))?.[0];
      passed[name ?? `byte ${at}`] = (passed[name ?? `byte ${at}`] ?? 0) + 1;
    }
    // What passes says nothing: granted or granted with changes; a copy of a root that is known already; an attribute
    // that is not read. Only the SHA-256 of the whole file catches these, and a case keeps it.
    expect(Object.keys(passed).toSorted()).toEqual(['copy of the root', 'status', 'unsigned attributes']);
    expect(passed['status']).toBe(1);
    expect(passed['unsigned attributes']).toBeLessThan(8 * 22);
    expect(passed['copy of the root']).toBeLessThan(700);
  });

  it('always comes to a report, and soon, whatever was done to it', { timeout: 300_000 }, async () => {
    let slowest = 0;
    const edit = fc.oneof(
      fc.record({ kind: fc.constant('set'), at: fc.nat(), bytes: fc.uint8Array({ minLength: 1, maxLength: 4 }) }),
      fc.record({ kind: fc.constant('cut'), at: fc.nat(), bytes: fc.uint8Array({ maxLength: 40 }) }),
      fc.record({ kind: fc.constant('put'), at: fc.nat(), bytes: fc.uint8Array({ maxLength: 40 }) }),
      fc.record({ kind: fc.constant('copy'), at: fc.nat(), bytes: fc.uint8Array({ maxLength: 200 }) }),
    );
    const property = fc.asyncProperty(fc.array(edit, { minLength: 1, maxLength: 4 }), async (edits) => {
      const bytes = edits.reduce(edited, good);
      const start = performance.now();
      const report: TokenReport = await checkToken(bytes, question);
      slowest = Math.max(slowest, performance.now() - start);
      expect(report.faults.length > 0).toBe(report.trusted !== true);
    });
    await fc.assert(property, { numRuns: 5_500, seed: 31 });
    expect(slowest).toBeLessThan(2_000);
  });

  it('costs little even where it is made to cost much', async () => {
    const nested = Array.from({ length: 5_000 }, () => [0x30, 0x84]).flat();
    for (const bytes of [
      Uint8Array.from(nested),
      new Uint8Array(2 ** 20).fill(0x30),
      Uint8Array.from([
        0x30,
        0x83,
        0x0f,
        0xff,
        0x00,
        ...new Array<number>(0x0fff00).fill(5).map((five, at) => (at % 2 ? 0 : five)),
      ]),
    ]) {
      const start = performance.now();
      expect((await checkToken(bytes, question)).faults).toHaveLength(1);
      expect(performance.now() - start).toBeLessThan(2_000);
    }
  });
});

function edited(bytes: Uint8Array, { kind, at: wish, bytes: more }: { kind: string; at: number; bytes: Uint8Array }) {
  const at = wish % (bytes.length + 1);
  const [before, after] = [bytes.subarray(0, at), bytes.subarray(at)];
  if (kind === 'set') return Uint8Array.from([...before, ...more, ...after.subarray(more.length)]);
  if (kind === 'cut') return Uint8Array.from([...before, ...after.subarray(more.length)]);
  if (kind === 'copy') return Uint8Array.from([...before, ...before.subarray(-more.length), ...after]);
  return Uint8Array.from([...before, ...more, ...after]);
}
