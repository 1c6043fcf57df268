import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareFacts } from '../capture/facts.ts';
import { keyPairOf, noteOf, parseNote } from '../log/index.ts';
import { putBlobs } from './blobs.ts';
import { createCase, type Hand, openWriter } from './case.ts';
import { type Desk, openDesk } from './desk.ts';
import { verifyCase } from './verify-case.ts';

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };
let folder = '';
let hand: Hand;
const root = (): string => join(folder, 'case');
const failed = async (known = NOTHING): Promise<string[]> =>
  (await verifyCase(root(), known)).filter((one) => one.result === 'failed').map((one) => one.check);
const change = (path: string, make: (text: string) => string): void =>
  writeFileSync(join(root(), path), make(readFileSync(join(root(), path), 'utf8')));

async function deskWith(name: string): Promise<Desk> {
  const desk = await openDesk(join(folder, name));
  process.env['HEARSAY_DESK'] = join(folder, 'desk');
  return desk;
}

async function added(text: string): Promise<void> {
  const writer = await openWriter(root(), hand);
  const bytes = new TextEncoder().encode(text);
  const [blob = 'sha256:'] = await putBlobs(root(), [bytes]);
  const facts = bareFacts(`${text}.txt`);
  await writer.append([{ kind: 'add', data: { blob, size: bytes.length, facts, from: 'file', intimate: null } }]);
  await writer.close();
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-verify-'));
  hand = { desk: await deskWith('desk'), by: 'r.ames', now: Date.now };
  await createCase(root(), { title: 'The gate', languages: ['en'] }, hand);
  await added('the gate was shut');
  await added('the gate was open');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('verify', () => {
  it('passes what was made, and what was copied elsewhere', async () => {
    expect(await failed()).toEqual([]);
    cpSync(root(), join(folder, 'copy'), { recursive: true });
    expect((await verifyCase(join(folder, 'copy'), NOTHING)).filter((one) => one.result === 'failed')).toEqual([]);
  });

  it('finds a changed outline, journal, tile, head, blob and derived file, each where it is', async () => {
    const blob = `blobs/sha256/${readdirSync(join(root(), 'blobs/sha256'), { recursive: true, encoding: 'utf8' }).find((one) => one.length > 60)}`;
    for (const [path, check] of [
      ['hearsay.json', 'outline'],
      ['journal', 'journal'],
      ['log/tile/0/000.p/3', 'log'],
      ['log/checkpoint', 'checkpoint'],
      [blob, 'evidence'],
    ] as const) {
      const before = readFileSync(join(root(), path));
      const after = Uint8Array.from(before);
      after[10] = (after[10] ?? 0) ^ 1;
      writeFileSync(join(root(), path), after);
      const found = (await verifyCase(root(), NOTHING)).find((one) => one.check === check);
      expect(found?.result, path).toBe('failed');
      expect(
        found?.faults.some((one) => one.file === path && one.start <= 10 && 10 < one.end),
        path,
      ).toBe(true);
      writeFileSync(join(root(), path), before);
    }
    expect(await failed()).toEqual([]);
  });

  it('finds what is missing and what does not belong', async () => {
    writeFileSync(join(root(), 'notes.txt'), 'mine');
    symlinkSync('/etc/hostname', join(root(), 'blobs', 'link'));
    expect(await failed()).toEqual(['evidence', 'strays']);
    rmSync(join(root(), 'notes.txt'));
    rmSync(join(root(), 'blobs'), { recursive: true });
    expect(await failed()).toEqual(['evidence']);
  });

  it('finds an event that was put there without the key', async () => {
    const other = { ...hand, desk: await deskWith('other') };
    cpSync(root(), join(folder, 'copy'), { recursive: true });
    const writer = await openWriter(join(folder, 'copy'), other);
    await writer.close();
    cpSync(join(folder, 'copy', 'journal'), join(root(), 'journal'));
    expect(await failed()).toEqual(['unsigned events']);
  });

  it('tells a desk that is not known, where the known are named', async () => {
    const other = { ...hand, desk: await deskWith('other') };
    const writer = await openWriter(root(), other);
    await writer.close();
    expect(await failed()).toEqual([]);
    expect(await failed({ ...NOTHING, keys: [hand.desk.verifier] as never })).toEqual(['keys']);
    expect(await failed({ ...NOTHING, keys: [hand.desk.verifier, other.desk.verifier] as never })).toEqual([]);
  });

  it('finds a case that was rolled back or forked, by what was seen of it before', async () => {
    cpSync(root(), join(folder, 'older'), { recursive: true });
    await added('a third');
    const newer = readFileSync(join(root(), 'log', 'checkpoint'), 'utf8');
    rmSync(root(), { recursive: true });
    cpSync(join(folder, 'older'), root(), { recursive: true });
    expect(await failed({ ...NOTHING, since: [newer] as never })).toEqual(['history', 'memory']);
    rmSync(join(folder, 'desk', 'heads'), { recursive: true });
    expect(await failed()).toEqual([]);
    await added('another third');
    expect(await failed({ ...NOTHING, since: [newer] as never })).toEqual(['history']);
  });

  it('takes in what witnesses signed, and only of this history', async () => {
    const { signer, verifier } = keyPairOf(new Uint8Array(32).fill(7), 'witness.example/w1', 'cosignature');
    const note = readFileSync(join(root(), 'log', 'checkpoint'), 'utf8');
    const cosigned = note + noteOf(parseNote(note).text, [signer], 1_940_000_000).split('\n\n')[1];
    const writer = await openWriter(root(), hand);
    await writer.append([{ kind: 'cosign', data: { note: cosigned } }]);
    await writer.close();
    const { formatVerifierKey } = await import('../log/index.ts');
    const checks = await verifyCase(root(), { ...NOTHING, witnesses: [formatVerifierKey(verifier)] });
    expect(checks.find((one) => one.check === 'history')).toMatchObject({
      result: 'passed',
      detail: expect.stringContaining('witness.example/w1'),
    });
  });

  it('names bytes that were never acknowledged', async () => {
    appendFileSync(join(root(), 'journal'), '{"at":');
    expect(await failed()).toEqual(['journal']);
    change('journal', (text) => text.slice(0, -6));
    expect(await failed()).toEqual([]);
  });
});
