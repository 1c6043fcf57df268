import { execFileSync, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inflateSync } from 'node:zlib';
import { Encrypter, generateIdentity, identityToRecipient } from 'age-encryption';
import fc from 'fast-check';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { HearsayError } from '../base/error.ts';
import { toArmor } from './age-armor.ts';
import { isSealed, openSealed, parseRecipients, sealTo } from './sealing.ts';

const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));
const vectors = join(root, '..', 'shared', 'data', 'integrity', 'age-cctv', 'age', 'testdata');
const hasAge = spawnSync('age', ['--version']).status === 0 && spawnSync('age-keygen', ['--version']).status === 0;

const utf8 = (text: string): Uint8Array => new TextEncoder().encode(text);
const latin1 = (bytes: Uint8Array): string => new TextDecoder('latin1').decode(bytes);
const SAID = utf8('The gate was left open, said the warden who may not be named.');

/** The refusal of a call that should be refused; anything else is a failure of the test. */
async function refusalOf(work: () => Promise<unknown> | unknown): Promise<HearsayError> {
  try {
    await work();
  } catch (cause) {
    expect(cause).toBeInstanceOf(HearsayError);
    if (cause instanceof HearsayError) return cause;
  }
  throw new Error('it was let pass');
}

let ida = '';
let toIda = '';
let bo = '';
let toBo = '';
beforeAll(async () => {
  ida = await generateIdentity();
  toIda = await identityToRecipient(ida);
  bo = await generateIdentity();
  toBo = await identityToRecipient(bo);
});

describe('sealing', () => {
  it('seals to several, and any one of them opens', async () => {
    const sealed = await sealTo([toIda, toBo], SAID);
    expect(isSealed(sealed)).toBe(true);
    expect(await openSealed(ida, sealed)).toEqual(SAID);
    expect(await openSealed(bo, sealed)).toEqual(SAID);
    expect(await sealTo([toIda], SAID)).not.toEqual(await sealTo([toIda], SAID));
  });

  it('gives back bytes of every length around the chunks', async () => {
    for (const size of [0, 1, 65_535, 65_536, 65_537, 131_072, 200_000]) {
      const bytes = new Uint8Array(size).map((_, n) => (n * 31) % 251);
      expect(
        createHash('sha256')
          .update(await openSealed(ida, await sealTo([toIda], bytes)))
          .digest('hex'),
      ).toBe(createHash('sha256').update(bytes).digest('hex'));
    }
  });

  it('reads a key file as age-keygen writes it, with several keys and Windows lines', async () => {
    const file = `\ufeff# created: 2031-06-03T10:00:00Z\r\n# public key: ${toBo}\r\n${bo}\r\n\r\n  ${ida}  \r\n`;
    expect(await openSealed(file, await sealTo([toIda], SAID))).toEqual(SAID);
  });

  it('opens what was sealed as text, with white space around it and Windows lines', async () => {
    const armored = toArmor(await sealTo([toIda], SAID));
    expect(isSealed(armored)).toBe(true);
    expect(await openSealed(ida, armored)).toEqual(SAID);
    expect(await openSealed(ida, utf8(`\r\n ${latin1(armored).replaceAll('\n', '\r\n')}\r\n\r\n`))).toEqual(SAID);
  });

  it('opens with a passphrase, and spends no more on it than age itself would ask', async () => {
    const cheap = new Encrypter();
    cheap.setPassphrase('weir-gate-heron');
    cheap.setScryptWorkFactor(8);
    const sealed = await cheap.encrypt(SAID);
    expect(await openSealed('', sealed, 'weir-gate-heron')).toEqual(SAID);
    expect((await refusalOf(() => openSealed('', sealed, 'weir'))).code).toBe('encrypted');
    expect((await refusalOf(() => openSealed(ida, sealed))).code).toBe('encrypted');
    for (const work of ['19', '20', '30', '99999999999999999999']) {
      const dear = utf8(latin1(sealed).replace(/(-> scrypt \S+) 8\n/, `$1 ${work}\n`));
      const refused = await refusalOf(() => openSealed('', dear, 'weir-gate-heron'));
      expect([refused.code, refused.message]).toEqual(['too-large', expect.stringContaining(work)]);
    }
  });

  it('refuses a key that does not fit, and says so without naming it', async () => {
    const refused = await refusalOf(async () => openSealed(bo, await sealTo([toIda], SAID)));
    expect(refused.code).toBe('encrypted');
    expect(refused.message).not.toContain(bo.slice(0, 30));
  });

  it('lets no secret key into a message', async () => {
    const slips = [
      `${ida.slice(0, -1)}${ida.endsWith('Q') ? 'P' : 'Q'}`,
      ida.toLowerCase(),
      `${ida}X`,
      toIda,
      'AGE-PLUGIN-X-1Q',
    ];
    for (const slip of slips) {
      const refused = await refusalOf(async () => openSealed(`# mine\n${slip}`, await sealTo([toIda], SAID)));
      expect(refused.message).toContain('line 2');
      expect(refused.message).not.toContain(slip.slice(0, 30));
    }
    const refused = await refusalOf(() => parseRecipients(ida));
    expect(refused.message).not.toContain(ida.slice(0, 20));
  });

  it('accepts no sealed file with any one byte altered, whatever the bit', async () => {
    const sealed = await sealTo([toIda], SAID);
    let accepted = 0;
    for (let at = 0; at < sealed.length; at++) {
      for (const bit of [1, 16, 128, 255]) {
        const altered = sealed.slice();
        altered[at] = (altered[at] ?? 0) ^ bit;
        const refused = await refusalOf(() => openSealed(ida, altered)).catch(() => null);
        if (refused === null) accepted++;
        else expect(refused.message, `byte ${at}`).toMatch(/byte|opens it/);
      }
    }
    expect(accepted).toBe(0);
  });

  it('accepts no sealed file that was cut or grew', async () => {
    const sealed = await sealTo([toIda], SAID);
    for (let length = 0; length < sealed.length; length++)
      expect((await refusalOf(() => openSealed(ida, sealed.subarray(0, length)))).code).toMatch(
        /^(?:truncated|damaged|unknown-type)$/,
      );
    for (const more of [[0], [10], [0x61, 0x62]])
      expect((await refusalOf(() => openSealed(ida, new Uint8Array([...sealed, ...more])))).code).toBe('damaged');
  });

  it('names the chunk that was altered', async () => {
    const sealed = await sealTo([toIda], new Uint8Array(200_000));
    const end = latin1(sealed).indexOf('\n', latin1(sealed).indexOf('\n---') + 1) + 1;
    const altered = sealed.slice();
    altered[end + 16 + 65_552 + 5] = (altered[end + 16 + 65_552 + 5] ?? 0) ^ 1;
    const refused = await refusalOf(() => openSealed(ida, altered));
    expect(refused.message).toContain(`bytes ${end + 16 + 65_552} to ${end + 16 + 2 * 65_552} of`);
  });

  it('names what is no sealed file, and a version that it does not read', async () => {
    for (const bytes of [new Uint8Array(), utf8('From: ida@x.example'), utf8('age-encryption.org/v2\n-> X25519 A\n')])
      expect((await refusalOf(() => openSealed(ida, bytes))).code).toBe('unknown-type');
    expect(isSealed(utf8('From: ida@x.example'))).toBe(false);
    expect((await refusalOf(() => openSealed('# nothing', SAID))).code).toBe('unknown-type');
    expect((await refusalOf(async () => openSealed('# nothing', await sealTo([toIda], SAID)))).code).toBe('usage');
  });

  it('ends soon on a header that names recipients without end', async () => {
    const line = `-> X25519 ${'A'.repeat(43)}\n${'A'.repeat(43)}\n`;
    const refused = await refusalOf(() => openSealed(ida, utf8(`age-encryption.org/v1\n${line.repeat(100_000)}`)));
    expect(refused.code).toBe('too-large');
    const long = await refusalOf(() => openSealed(ida, utf8(`age-encryption.org/v1\n-> ${'a '.repeat(2_000_000)}`)));
    expect(long.message).toContain('byte 22');
  });

  it('throws nothing but its own errors, whatever the bytes', async () => {
    const sealed = await sealTo([toIda], SAID);
    const armored = toArmor(sealed);
    const harmed = fc
      .record({ source: fc.constantFrom(sealed, armored), at: fc.nat(), junk: fc.uint8Array({ maxLength: 30 }) })
      .map(({ source, at, junk }) => {
        const bytes = [...source];
        bytes.splice(at % bytes.length, junk.length, ...junk);
        return Uint8Array.from(bytes);
      });
    await fc.assert(
      fc.asyncProperty(fc.oneof(harmed, fc.uint8Array()), async (bytes) => {
        await openSealed(ida, bytes).catch((cause) => expect(cause).toBeInstanceOf(HearsayError));
      }),
      { numRuns: 300 },
    );
  });
});

describe('recipients', () => {
  it('are read from lines with comments, and each counts once', () => {
    expect(parseRecipients(`# desk\n${toIda}\n\n ${toBo}, ${toIda}\n`)).toEqual([toIda, toBo]);
  });

  it('that are none are named with their line', async () => {
    for (const word of [
      'ssh-ed25519',
      `${toIda.slice(0, -1)}${toIda.endsWith('q') ? 'p' : 'q'}`,
      toIda.toUpperCase(),
      'age1',
      'age1pq1xyz',
      'ida@x.example',
    ]) {
      const refused = await refusalOf(() => parseRecipients(`# desk\n${toBo}\n${word}`));
      expect([refused.code, refused.message]).toEqual(['usage', expect.stringContaining('line 3')]);
    }
    expect((await refusalOf(() => parseRecipients('# nobody\n'))).code).toBe('usage');
  });
});

describe.skipIf(!existsSync(vectors))('the decryption vectors of C2SP (skipped where ../shared is absent)', () => {
  const names = existsSync(vectors) ? readdirSync(vectors).sort() : [];

  it('are all there', () => expect(names.length).toBe(143));

  it.each(names)('%s', async (name) => {
    const file = new Uint8Array(readFileSync(join(vectors, name)));
    const headEnd = latin1(file).indexOf('\n\n');
    const lines = latin1(file.subarray(0, headEnd))
      .split('\n')
      .map((line) => line.split(': '));
    const all = (key: string): readonly string[] =>
      lines.filter(([one]) => one === key).map(([, value]) => value ?? '');
    const rest = file.subarray(headEnd + 2);
    const bytes = all('compressed').includes('zlib') ? new Uint8Array(inflateSync(rest)) : rest;
    const open = (): Promise<Uint8Array> => openSealed(all('identity').join('\n'), bytes, all('passphrase')[0] ?? null);
    const [expected] = all('expect');
    if (expected === 'success')
      expect(
        createHash('sha256')
          .update(await open())
          .digest('hex'),
      ).toBe(all('payload')[0]);
    else if (expected === 'no match') expect((await refusalOf(open)).code).toBe('encrypted');
    else
      expect((await refusalOf(open)).code).toMatch(
        /^(?:malformed|truncated|damaged|too-large|unknown-type|encrypted)$/,
      );
  });
});

describe.skipIf(!hasAge)('with the program age (skipped where it is not installed)', () => {
  const folder = mkdtempSync(join(tmpdir(), 'hearsay-age-'));
  afterAll(() => rmSync(folder, { recursive: true, force: true }));
  const key = join(folder, 'key.txt');

  it('opens what age sealed, and age opens what was sealed here, in both forms', async () => {
    execFileSync('age-keygen', ['-o', key], { stdio: 'ignore' });
    const keys = readFileSync(key, 'utf8');
    const to = /age1\S+/.exec(keys)?.[0] ?? '';
    for (const size of [0, 11, 65_536, 150_000]) {
      const clear = new Uint8Array(size).map((_, n) => (n * 7) % 253);
      writeFileSync(join(folder, 'clear'), clear);
      for (const form of [[], ['-a']]) {
        const theirs = execFileSync('age', [...form, '-r', to, '-r', toBo, join(folder, 'clear')], {
          maxBuffer: 1 << 24,
        });
        expect(Buffer.from(await openSealed(keys, new Uint8Array(theirs))).equals(clear)).toBe(true);
        const sealed = await sealTo([toIda, to], clear);
        writeFileSync(join(folder, 'ours'), form.length > 0 ? toArmor(sealed) : sealed);
        const back = execFileSync('age', ['-d', '-i', key, join(folder, 'ours')], { maxBuffer: 1 << 24 });
        expect(back.equals(clear)).toBe(true);
      }
    }
  });
});
