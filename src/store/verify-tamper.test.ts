import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, rmSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareFacts } from '../capture/facts.ts';
import { readJournal } from '../record/journal.ts';
import { formatLine, NO_LINE } from '../record/line.ts';
import { putBlobs } from './blobs.ts';
import { createCase, type Hand, openWriter } from './case.ts';
import { openDesk } from './desk.ts';
import { verifyCase } from './verify-case.ts';

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };
let folder = '';
let hand: Hand;
const root = (): string => join(folder, 'case');
const faults = async (known = NOTHING) =>
  (await verifyCase(root(), known)).flatMap(({ check, faults: all }) => all.map((one) => ({ check, ...one })));
const named = async (): Promise<string[]> => (await faults()).map((one) => `${one.check}: ${one.file}`);

const ask = { of: 'River Board', question: 'Who had the key?', through: null, claim: null, why: null };

/** The first event as it stands on the disk. */
function kept(): { at: string; data: Readonly<Record<string, unknown>> } {
  const [line] = readJournal(new Uint8Array(readFileSync(join(root(), 'journal')))).lines;
  return { at: line?.head.at ?? '', data: line?.body?.data ?? {} };
}

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-tamper-'));
  process.env['HEARSAY_DESK'] = join(folder, 'elsewhere');
  hand = { desk: await openDesk(join(folder, 'desk')), by: 'r.ames', now: Date.now };
  await createCase(root(), { title: 'The gate', languages: ['en'] }, hand);
  const writer = await openWriter(root(), hand);
  const bytes = new TextEncoder().encode('the gate was shut');
  const [blob] = await putBlobs(root(), [bytes]);
  const facts = bareFacts('a.txt');
  await writer.append([
    { kind: 'add', data: { blob, size: bytes.length, facts, from: 'file', intimate: null } },
    { kind: 'ask', data: ask },
    { kind: 'ask', data: ask },
  ]);
  await writer.append([{ kind: 'erase', data: { events: [2], why: 'a wish' } }]);
  await writer.eraseBodies([2]);
  await writer.close();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('tampering', () => {
  it('refuses a case whose journal and outline were emptied', async () => {
    truncateSync(join(root(), 'journal'));
    truncateSync(join(root(), 'hearsay.json'));
    expect(await named()).toEqual(['journal: journal']);
  });

  it('holds evidence against its name where the first event can’t be read', async () => {
    const [line] = readJournal(new Uint8Array(readFileSync(join(root(), 'journal')))).lines;
    const journal = readFileSync(join(root(), 'journal'));
    journal[line?.bodyAt ?? 0] = 0x20;
    writeFileSync(join(root(), 'journal'), journal);
    const path = execFileSync('find', ['blobs', '-type', 'f'], { cwd: root(), encoding: 'utf8' }).trim();
    expect(await named()).not.toContain(`evidence: ${path}`);
    writeFileSync(join(root(), path), 'the gate was open');
    expect(await named()).toContain(`evidence: ${path}`);
  });

  it('names the journal where events that the log holds were cut off', async () => {
    const journal = readFileSync(join(root(), 'journal'));
    const last = readJournal(new Uint8Array(journal)).lines.at(-1);
    truncateSync(join(root(), 'journal'), last?.start);
    expect(await faults()).toContainEqual({
      ...{ check: 'entries', file: 'journal', start: last?.start, end: last?.start },
      what: 'it holds 4 events, and the log 5: 1 are missing',
    });
  });

  it('judges the tiles where the checkpoint can’t be read', async () => {
    const tile = 'log/tile/0/000.p/5';
    const hashes = readFileSync(join(root(), tile));
    writeFileSync(join(root(), 'log/checkpoint'), hashes);
    expect((await named()).filter((one) => one.startsWith('log:'))).toEqual([]);
    hashes[40] = (hashes[40] ?? 0) ^ 1;
    writeFileSync(join(root(), tile), hashes);
    expect(await faults()).toContainEqual(expect.objectContaining({ check: 'log', file: tile, start: 40, end: 41 }));
  });

  it('blames no other event of the log for a line that can’t be read', async () => {
    const journal = readFileSync(join(root(), 'journal'));
    const second = readJournal(new Uint8Array(journal)).lines[1];
    journal[second?.start ?? 0] = 0x20;
    writeFileSync(join(root(), 'journal'), journal);
    expect((await faults()).filter((one) => one.check === 'entries').map((one) => one.what)).toEqual([
      'it holds 4 events, and the log 5: 1 are missing',
    ]);
  });

  it('places a line feed in an erased body, though what is left of the line reads well', async () => {
    const journal = readFileSync(join(root(), 'journal'));
    const erased = readJournal(new Uint8Array(journal)).lines[2];
    const at = (erased?.bodyAt ?? 0) + 9;
    journal[at] = 0x0a;
    writeFileSync(join(root(), 'journal'), journal);
    const found = (await faults()).filter((one) => one.check === 'journal');
    expect(found.some((one) => one.start <= at && at < one.end)).toBe(true);
  });

  it('names folders that do not belong to a case, though they are empty', async () => {
    for (const path of ['new', 'blobs/new', 'log/tile/new', 'blobs/sha256/zz'])
      mkdirSync(join(root(), path), { recursive: true });
    for (const path of ['blobs/sha256/00', 'derived/shelf/row', 'log/tile/9'])
      mkdirSync(join(root(), path), { recursive: true });
    expect((await named()).sort()).toEqual(
      ['blobs/new', 'blobs/sha256/zz', 'log/tile/new', 'new'].map((path) => `strays: ${path}`),
    );
  });

  it.skipIf(process.platform === 'win32')('waits for no pipe in the place of a file', async () => {
    for (const path of ['hearsay.json', 'log/checkpoint']) {
      rmSync(join(root(), path));
      execFileSync('mkfifo', [join(root(), path)]);
    }
    expect(await named()).toEqual(
      expect.arrayContaining(['strays: hearsay.json', 'strays: log/checkpoint', 'outline: hearsay.json']),
    );
  });

  it.each([
    ['case', { format: 'hearsay/case/1', id: '../../../dev/zero', title: '', languages: [], key: '' }],
    ['case', { format: 'hearsay/case/1', title: '', languages: [], key: '' }],
    ['stamp', {}],
    ['add', { blob: 5 }],
    ['key', { key: null, why: '' }],
  ])('ends on a "%s" event of another shape, though its chain is right: %j', async (kind, data) => {
    const first = { ...kept(), kind: 'case', data: kind === 'case' ? data : kept().data };
    const events = kind === 'case' ? [first] : [first, { ...first, kind, data }];
    const lines: ReturnType<typeof formatLine>[] = [];
    for (const one of events) {
      const event = { at: one.at, kind: one.kind, seq: lines.length, previous: lines.at(-1)?.line.name ?? NO_LINE };
      lines.push(formatLine(event, { by: 'm.allory', data: one.data, salt: 'ef'.repeat(32) }));
    }
    writeFileSync(join(root(), 'journal'), lines.map(({ text }) => `${text}\n`).join(''));
    expect((await faults()).filter((one) => one.check === 'journal').map((one) => one.what)).toContainEqual(
      expect.stringContaining('its data should be an object'),
    );
  });

  it('names the event from which on an unknown desk signs', async () => {
    const writer = await openWriter(root(), { ...hand, desk: await openDesk(join(folder, 'other')) });
    await writer.close();
    const last = readJournal(new Uint8Array(readFileSync(join(root(), 'journal')))).lines.at(-1);
    const known = { ...NOTHING, keys: [hand.desk.verifier] as never };
    expect(await faults(known)).toEqual([
      expect.objectContaining({ check: 'keys', file: 'journal', start: last?.start, end: last?.end }),
    ]);
  });
});
