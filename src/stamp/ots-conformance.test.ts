import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { sha1 } from '@noble/hashes/legacy.js';
import { sha256 } from '@noble/hashes/sha2.js';
import { bytesToHex } from '@noble/hashes/utils.js';
import { describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { formatOts, parseOts } from './ots.ts';
import { checkOts, type OtsFinding } from './ots-report.ts';

const folder = join(import.meta.dirname, '../../../shared/data/integrity/ots/examples');

describe.skipIf(!existsSync(folder))('proofs of the OpenTimestamps client (skipped where ../shared is absent)', () => {
  const file = (name: string): Uint8Array => new Uint8Array(readFileSync(join(folder, name)));
  const inShort = (finding: OtsFinding): string =>
    finding.state === 'pending'
      ? `pending at ${finding.uri}`
      : finding.state === 'not checked'
        ? `${finding.what}: ${finding.message.slice(0, 8)}`
        : finding.state;
  const [alice, bob] = ['alice', 'bob'].map((name) => `pending at https://${name}.btc.calendar.opentimestamps.org`);

  it('reads each good one and writes it back byte for byte', () => {
    const good = readdirSync(folder).filter((name) => name.endsWith('.ots'));
    for (const name of [...good, 'sha1/a-or-b.ots']) expect(formatOts(parseOts(file(name)))).toEqual(file(name));
    expect(good.length).toBe(13);
  });

  it.each([
    ['hello-world.txt', ['block 358391 of Bitcoin: 007ee445']],
    ['empty', ['block 129405 of Bitcoin: 715b7e36']],
    ['incomplete.txt', [alice]],
    ['two-calendars.txt', [alice, bob]],
    ['merkle1.txt', [alice, bob]],
    ['merkle2.txt', [alice, bob]],
    ['merkle3.txt', [alice, bob]],
    ['unknown-notary.txt', ['attestation of the unknown kind 0102030405060708: 57e89d28']],
    ['known-and-unknown-notary.txt', [bob, 'attestation of the unknown kind 0102030405060708: 57e89f37']],
    [
      'different-blockchains.txt',
      [
        'pending at https://eth.ots.eternitywall.com',
        'attestation of the unknown kind 30fe8087b5c7ead7: c0909480',
        'pending at https://ots.eternitywall.it',
        'block 455605 of Bitcoin: 9ae69a8b',
      ],
    ],
  ])('tells what stands behind %s', (name, expected) => {
    const report = checkOts(parseOts(file(`${name}.ots`)), { digest: `sha256:${bytesToHex(sha256(file(name)))}` });
    expect(report.matches).toBe(true);
    expect(report.findings.map(inShort)).toEqual(expected);
    expect(report.time).toBeNull();
  });

  it('knows a proof over SHA-1 for what it is: it fits two files', () => {
    for (const name of ['sha1/a', 'sha1/b']) {
      const report = checkOts(parseOts(file('sha1/a-or-b.ots')), { digest: `sha1:${bytesToHex(sha1(file(name)))}` });
      expect(report.matches).toBe(true);
    }
    expect(sha256(file('sha1/a'))).not.toEqual(sha256(file('sha1/b')));
  });

  it('comes to another message for the bad stamp than for the good one of the same block', () => {
    const messages = ['bad-stamp.txt.ots', 'hello-world.txt.ots'].map(
      (name) => checkOts(parseOts(file(name)), { digest: '' }).findings[0]?.message,
    );
    expect(messages[0]).not.toBe(messages[1]);
  });

  it.each([
    ['bad-major-version.ots', 'version 1151, which is not known, at byte 31'],
    ['exceeds-max-msg-length.ots', 'a message of more than 4096 bytes at byte 72'],
    ['invalid-file-digest-type.ots', 'no hash function at byte 32'],
  ])('refuses %s and says where', (name, expected) => {
    const read = () => parseOts(file(`invalid/${name}`));
    expect(read).toThrow(HearsayError);
    expect(read).toThrow(expected);
  });
});
