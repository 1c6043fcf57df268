import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { bareFacts } from '../capture/facts.ts';
import { putBlobs } from './blobs.ts';
import { createCase, type Hand, openWriter, readCase } from './case.ts';
import { changeKey, openDesk } from './desk.ts';

let folder = '';
let hand: Hand;
const root = (): string => join(folder, 'case');
const journal = (): string => readFileSync(join(root(), 'journal'), 'utf8');
const ask = (of: string) => ({
  kind: 'ask',
  data: { of, question: 'Was the gate shut?', through: null, claim: null, why: null },
});

beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-case-'));
  let ms = Date.parse('2031-06-17T09:00:00Z');
  hand = { desk: await openDesk(join(folder, 'desk')), by: 'r.ames', now: () => (ms += 1000) };
  await createCase(root(), { title: 'The gate', languages: ['en'] }, hand);
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a case on the disk', () => {
  it('keeps events in order, chained, and gives them back', async () => {
    const writer = await openWriter(root(), hand);
    await writer.append([ask('River Board'), ask('Gate Office')]);
    await writer.append([{ kind: 'undo', data: { event: 1, why: 'asked the wrong body' } }]);
    await writer.close();
    const { history, journal: read } = await readCase(root());
    expect(read.faults).toEqual([]);
    expect(history.events.map((one) => [one.seq, one.kind, one.by])).toEqual([
      [0, 'case', 'r.ames'],
      [1, 'ask', 'r.ames'],
      [2, 'ask', 'r.ames'],
      [3, 'undo', 'r.ames'],
    ]);
    expect(history.decisions.map((one) => one.data['of'])).toEqual(['Gate Office']);
  });

  it('lets one writer in at a time, and readers always', async () => {
    const writer = await openWriter(root(), hand);
    await expect(openWriter(root(), hand)).rejects.toMatchObject({ code: 'locked' });
    expect((await readCase(root())).history.events).toHaveLength(1);
    await writer.close();
    await (await openWriter(root(), hand)).close();
  });

  it('passes over a line that was never whole, and sets it aside on writing', async () => {
    appendFileSync(join(root(), 'journal'), '{"at":"2031-06-17T09:');
    expect((await readCase(root())).history.events).toHaveLength(1);
    const writer = await openWriter(root(), hand);
    await writer.append([ask('River Board')]);
    await writer.close();
    expect(journal().split('\n')).toHaveLength(3);
    expect((await readCase(root())).journal.faults).toEqual([]);
  });

  it('says which events stood unsigned after a crash', async () => {
    const writer = await openWriter(root(), hand);
    cpSync(join(root(), 'log'), join(folder, 'log'), { recursive: true });
    await writer.append([ask('River Board')]);
    await writer.close();
    rmSync(join(root(), 'log'), { recursive: true });
    cpSync(join(folder, 'log'), join(root(), 'log'), { recursive: true });
    rmSync(join(hand.desk.folder, 'heads'), { recursive: true });
    await (await openWriter(root(), hand)).close();
    expect((await readCase(root())).history.events.at(-1)).toMatchObject({
      kind: 'recovered',
      data: { from: 1, to: 2 },
    });
  });

  it('refuses to write where the journal is older than what was signed, or another', async () => {
    const before = readFileSync(join(root(), 'journal'));
    const writer = await openWriter(root(), hand);
    await writer.append([ask('River Board')]);
    await writer.close();
    const after = readFileSync(join(root(), 'journal'), 'utf8');
    writeFileSync(join(root(), 'journal'), before);
    await expect(openWriter(root(), hand)).rejects.toMatchObject({ code: 'damaged' });
    writeFileSync(join(root(), 'journal'), after.replace('"by":"r.ames"', '"by":"r.amis"'));
    await expect(openWriter(root(), hand)).rejects.toMatchObject({ code: 'damaged' });
  });

  it('erases body and blob, and the chain holds', async () => {
    const [blob = 'sha256:'] = await putBlobs(root(), [new TextEncoder().encode('the gate was shut')]);
    const facts = bareFacts('a.txt');
    const writer = await openWriter(root(), hand);
    await writer.append([{ kind: 'add', data: { blob, size: 17, facts, from: 'file', intimate: null } }]);
    await writer.append([{ kind: 'erase', data: { events: [1], why: 'a court order' } }]);
    await writer.eraseBodies([1]);
    await writer.close();
    const { history, journal: read } = await readCase(root());
    expect(read.faults).toEqual([]);
    expect(history.evidence).toEqual([]);
    expect(history.erased).toEqual([expect.objectContaining({ seq: 1, kind: 'add', by: 2 })]);
    expect(journal()).not.toContain('a.txt');
    expect(journal()).not.toContain(blob);
    expect(() => statSync(join(root(), 'blobs', 'sha256', blob.slice(7, 9), blob.slice(9)))).toThrow();
  });

  it('finishes an erasure that was cut short', async () => {
    const writer = await openWriter(root(), hand);
    await writer.append([ask('River Board'), { kind: 'erase', data: { events: [1], why: 'asked in error' } }]);
    await writer.close();
    expect((await readCase(root())).journal.unfinished).toHaveLength(1);
    writeFileSync(join(root(), 'journal'), journal().replace('"data":{"claim"', '----------------'.slice(0, 15)));
    await (await openWriter(root(), hand)).close();
    expect(journal()).not.toContain('River Board');
    expect((await readCase(root())).journal).toMatchObject({ faults: [], unfinished: [] });
  });

  it('says that another desk writes from here on', async () => {
    await changeKey(hand.desk.folder, '2031-06-17T10:00:00Z');
    const other = { ...hand, desk: await openDesk(hand.desk.folder) };
    await (await openWriter(root(), other)).close();
    expect((await readCase(root())).history.events.at(-1)).toMatchObject({
      kind: 'key',
      data: { key: other.desk.verifier },
    });
    await (await openWriter(root(), other)).close();
    expect((await readCase(root())).history.events).toHaveLength(2);
  });

  it('keeps its key to itself', () => {
    expect(statSync(join(hand.desk.folder, 'desk-key')).mode & 0o777).toBe(0o600);
  });

  it('refuses events that are none', async () => {
    const writer = await openWriter(root(), hand);
    await expect(writer.append([{ kind: 'praise', data: {} }])).rejects.toMatchObject({ code: 'bad-decision' });
    await expect(writer.append([{ kind: 'undo', data: { event: 0 } }])).rejects.toMatchObject({ code: 'bad-decision' });
    await writer.close();
  });

  it('makes no case where one is, nor among other files', async () => {
    await expect(createCase(root(), { title: '', languages: [] }, hand)).rejects.toMatchObject({ code: 'exists' });
    await expect(createCase(folder, { title: '', languages: [] }, hand)).rejects.toMatchObject({ code: 'exists' });
    await expect(readCase(folder)).rejects.toMatchObject({ code: 'not-found' });
  });
});
