import { randomBytes } from 'node:crypto';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { hasOpenssl, type LiveAuthority, openLiveAuthority, plainPost } from '../../test/live-authority.ts';
import { HearsayError } from '../base/error.ts';
import { checkToken, readPem } from '../stamp/index.ts';
import { askToken, type Post } from './timestamp.ts';

const hash = sha256(utf8ToBytes('a checkpoint of an invented case'));
const digest = `sha256:${bytesToHex(hash)}` as const;

describe.skipIf(!hasOpenssl()).each(['rsa', 'ecdsa'] as const)('a real authority with %s (needs openssl)', (kind) => {
  let live: LiveAuthority;
  const nonce = new Uint8Array(randomBytes(8));
  let answer: Uint8Array;
  beforeAll(async () => {
    live = await openLiveAuthority(kind);
    answer = await askToken(live.url, digest, nonce, plainPost);
  });
  afterAll(() => live.close());
  const check = (bytes: Uint8Array) =>
    checkToken(bytes, { digest, nonce, anchors: readPem(live.anchors), at: null, policy: '1.3.6.1.4.1.99999.2' });

  it('gives a token that holds, and OpenSSL agrees', async () => {
    const report = await check(answer);
    expect(report).toMatchObject({
      faults: [],
      trusted: true,
      token: { accuracy: { seconds: 1, millis: 250, micros: 0 }, ordering: true, tsa: 'O=Example, CN=Time' },
    });
    expect(report.token?.chain.map(({ subject }) => subject)).toEqual(['O=Example, CN=Time', 'O=Example, CN=Root']);
    expect(live.verify(answer, hash)).toBe(true);
  });

  it('gives one to every nonce, whatever its first digits', async () => {
    for (const one of [Uint8Array.of(0), Uint8Array.of(0, 0, 0x80, 1), new Uint8Array(16).fill(0xff)]) {
      const bytes = await askToken(live.url, digest, one, plainPost);
      expect(await checkToken(bytes, { digest, nonce: one, anchors: [], at: null })).toMatchObject({ faults: [] });
    }
  });

  it('gives one that OpenSSL accepts wherever it is accepted here', async () => {
    let [both, neither, onlyOpenssl] = [0, 0, 0];
    for (let at = 1; at < answer.length; at += 41) {
      const changed = answer.slice();
      changed[at] = (changed[at] ?? 0) ^ (1 << (at & 7));
      const [here, there] = [(await check(changed)).trusted === true, live.verify(changed, hash)];
      expect(here && !there, `byte ${at}`).toBe(false);
      if (here) both++;
      else if (there) onlyOpenssl++;
      else neither++;
    }
    expect(neither).toBeGreaterThan(10);
    // Where it is laxer: spellings that DER forbids, and versions that it doesn't look at.
    expect(onlyOpenssl).toBeLessThan((both + neither) / 4);
  });

  it('is refused with bytes after it, though OpenSSL passes over them', async () => {
    const trailing = concatBytes(answer, utf8ToBytes('extra'));
    expect((await check(trailing)).faults.map(({ reason }) => reason)).toEqual(['trailing']);
    expect(live.verify(trailing, hash)).toBe(true);
  });

  it('is refused for another hash, and OpenSSL agrees', async () => {
    const other = sha256(hash);
    const question = {
      digest: `sha256:${bytesToHex(other)}`,
      nonce,
      anchors: readPem(live.anchors),
      at: null,
    } as const;
    expect((await checkToken(answer, question)).faults.map(({ reason }) => reason)).toEqual(['imprint']);
    expect(live.verify(answer, other)).toBe(false);
  });

  it('can never pass off the answer to an earlier request', async () => {
    const replay: Post = async () => ({ status: 200, contentType: 'application/timestamp-reply', bytes: answer });
    await expect(askToken(live.url, digest, Uint8Array.of(1), replay)).rejects.toThrow('nonce');
  });
});

describe('an answer that is no token', () => {
  const url = 'https://time.example/';
  const ask = (post: Post) => askToken(url, digest, Uint8Array.of(1), post);
  const answers =
    (status: number, bytes: Uint8Array, contentType = 'text/html'): Post =>
    async () => ({ status, bytes, contentType });

  it.each([
    [
      'a page',
      answers(200, utf8ToBytes('<html>')),
      'no good token (malformed in text/html: DER: neither an answer nor a token at byte 0',
    ],
    ['an error', answers(503, utf8ToBytes('busy')), 'answered with status 503'],
    ['a redirect', answers(302, new Uint8Array()), 'answered with status 302'],
    ['nothing', answers(200, new Uint8Array()), 'answered with nothing'],
    ['too much', answers(200, new Uint8Array(2 ** 20 + 1)), 'answered with more than 1048576 bytes'],
    ['an odd media type', answers(200, Uint8Array.of(0x3c), '\u{1b}[2J'), 'malformed in no media type'],
  ])('is refused: %s', async (_what, post, words) => {
    const asked = ask(post);
    await expect(asked).rejects.toThrow(HearsayError);
    await expect(asked).rejects.toMatchObject({ code: 'network', message: expect.stringContaining(words) });
    await expect(asked).rejects.toThrow(url);
  });

  it('is refused where the network fails', async () => {
    const cause = new Error('no route');
    await expect(ask(() => Promise.reject(cause))).rejects.toMatchObject({ code: 'network', cause });
  });

  it('is refused in the words of the fetcher where it has its own', async () => {
    const own = new HearsayError('not-permitted', 'An address of this machine.');
    await expect(ask(() => Promise.reject(own))).rejects.toBe(own);
  });

  it('is asked for with a limit on its size', async () => {
    let seen: unknown[] = [];
    await ask(async (...words) => {
      seen = words;
      return { status: 500, contentType: '', bytes: new Uint8Array() };
    }).catch(() => undefined);
    expect(seen.slice(2)).toEqual(['application/timestamp-query', 2 ** 20]);
  });
});
