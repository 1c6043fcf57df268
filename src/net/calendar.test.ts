import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex, concatBytes, hexToBytes, utf8ToBytes } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { checkOts } from '../stamp/index.ts';
import { askCalendars, upgradeOts } from './calendar.ts';
import type { Post } from './post.ts';

const hash = sha256(utf8ToBytes('a checkpoint of an invented case'));
const digest = `sha256:${bytesToHex(hash)}` as const;
const nonce = new Uint8Array(16).fill(5);
const [first, second] = ['https://one.example', 'https://two.example'];
const promise = (uri: string): Uint8Array => {
  const address = utf8ToBytes(uri);
  return concatBytes(hexToBytes('0083dfe30d2ef90c8e'), Uint8Array.of(address.length + 1, address.length), address);
};
const answer = (bytes: Uint8Array, status = 200) => ({ status, contentType: 'application/octet-stream', bytes });

/** Calendars that promise what they are sent, and have a block for it later. */
const calendars =
  (seen: unknown[]): Post =>
  async (url, body, contentType) => {
    seen.push([url, body && bytesToHex(body), contentType]);
    if (body) return answer(promise(new URL(url).origin));
    return url.startsWith(first)
      ? answer(hexToBytes('f00101000588960d73d719010105'))
      : answer(utf8ToBytes('Pending'), 404);
  };

describe('calendars', () => {
  const message = bytesToHex(sha256(concatBytes(hash, nonce)));

  it('learn only a hash of the digest with the nonce', async () => {
    const seen: unknown[] = [];
    const { ots, failed } = await askCalendars([first, second], digest, nonce, calendars(seen));
    expect(seen).toEqual([
      [`${first}/digest`, message, 'application/x-www-form-urlencoded'],
      [`${second}/digest`, message, 'application/x-www-form-urlencoded'],
    ]);
    expect(failed).toEqual([]);
    expect(ots && checkOts(ots, { digest })).toMatchObject({
      matches: true,
      findings: [
        { state: 'pending', uri: first },
        { state: 'pending', uri: second },
      ],
    });
  });

  it('are asked again by name, and those that are not ready yet are told', async () => {
    const { ots } = await askCalendars([first, second], digest, nonce, calendars([]));
    const seen: unknown[] = [];
    const later = ots && (await upgradeOts(ots, [first, second], calendars(seen)));
    expect(seen).toEqual([
      [`${first}/timestamp/${message}`, null, null],
      [`${second}/timestamp/${message}`, null, null],
    ]);
    expect(later?.failed.map(({ code, message: words }) => `${code}: ${words}`)).toEqual([
      `network: The calendar at ${second}/timestamp/${message} answered with status 404; ask again later, or another one.`,
    ]);
    const findings = later?.ots && checkOts(later.ots, { digest }).findings;
    expect(findings?.map(({ state }) => state)).toEqual(['pending', 'pending', 'not checked']);
    expect(ots && (await upgradeOts(ots, [], calendars([]))).ots).toEqual(ots);
  });

  it('may fail one by one: the others count', async () => {
    const post: Post = async (url) => {
      if (url.startsWith(first)) throw new Error('no route');
      return answer(promise(second));
    };
    const { ots, failed } = await askCalendars([first, second], digest, nonce, post);
    expect(ots && checkOts(ots, { digest }).findings).toHaveLength(1);
    expect(failed.map(({ code }) => code)).toEqual(['network']);
  });

  it.each([
    ['a page', utf8ToBytes('<html>'), 'gave no good proof'],
    ['nothing', new Uint8Array(), 'answered with nothing'],
    ['too much', new Uint8Array(10_001), 'answered with more than 10000 bytes'],
    ['bytes after its proof', concatBytes(promise(first), Uint8Array.of(0)), 'gave no good proof'],
  ])('are refused with %s', async (_what, bytes, words) => {
    const { ots, failed } = await askCalendars([first], digest, nonce, async () => answer(bytes));
    expect(ots).toBeNull();
    expect(failed).toMatchObject([{ code: 'network', message: expect.stringContaining(words) }]);
  });
});
