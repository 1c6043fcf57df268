import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { caseFile } from './case-file.ts';
import { historyOf, keyAt } from './history.ts';
import { readJournal } from './journal.ts';
import { formatLine, type Line, NO_LINE } from './line.ts';
import { told } from './telling.ts';

const CASE = {
  ...{ format: 'hearsay/case/1', id: '0123456789abcdef0123456789abcdef', title: 'The gate', languages: ['en'] },
  key: 'hearsay.desk/one+00000000+AQ==',
};
const ASK = { of: 'River Board', question: 'Was it shut?', through: null, claim: null, why: null };

/** Lines of a journal with these events, a second apart. */
function linesOf(events: readonly (readonly [string, object])[]): { readonly lines: Line[]; readonly text: string } {
  const lines: Line[] = [];
  let text = '';
  for (const [seq, [kind, data]] of [['case', CASE] as const, ...events].entries()) {
    const at = `2031-06-17T09:00:${String(seq).padStart(2, '0')}.000Z`;
    const made = formatLine(
      { at, kind, seq, previous: lines.at(-1)?.name ?? NO_LINE },
      { by: 'r.ames', data: { ...data }, salt: '0'.repeat(64) },
    );
    lines.push(made.line);
    text += `${made.text}\n`;
  }
  return { lines, text };
}
const undo = (event: number): readonly [string, object] => ['undo', { event, why: '' }];
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);

describe('what a journal comes to', () => {
  it('leaves out what was taken back, and takes in again what was taken back by mistake', () => {
    const history = historyOf(linesOf([['ask', ASK], undo(1), ['ask', ASK], undo(3), undo(4)]).lines);
    expect(history?.decisions.map((one) => one.seq)).toEqual([3]);
    expect([...(history?.undone ?? [])].sort()).toEqual([1, 4]);
  });

  it('never takes back what happened', () => {
    const history = historyOf(linesOf([['checkpoint', { note: 'x' }], undo(1), undo(0), undo(9)]).lines);
    expect(history?.undone.size).toBe(0);
  });

  it('tells what stood there at an instant', () => {
    const { lines } = linesOf([
      ['ask', ASK],
      ['ask', ASK],
    ]);
    expect(historyOf(lines, '2031-06-17T09:00:01Z')?.decisions).toHaveLength(1);
    expect(historyOf(lines, '2031-06-17T08:00:00Z')?.decisions).toHaveLength(0);
  });

  it('knows whose key is in force, and what is still waited for', () => {
    const about = { size: 1, checkpoint: NO_LINE, kind: 'rfc3161', authority: 'https://tsa.example' };
    const history = historyOf(
      linesOf([
        ['key', { key: 'hearsay.desk/two+00000000+AQ==', why: 'another desk' }],
        ['wait', { ...about, why: 'no network' }],
        ['wait', { ...about, authority: 'https://other.example', why: 'no network' }],
        ['stamp', { ...about, blob: NO_LINE }],
      ]).lines,
    );
    expect(history && [keyAt(history, 1), keyAt(history, 2)].map((key) => key?.split('+')[0])).toEqual([
      'hearsay.desk/one',
      'hearsay.desk/two',
    ]);
    expect(history?.waits.map((one) => one.data.authority)).toEqual(['https://other.example']);
    expect(history && JSON.parse(caseFile(history))).toMatchObject({
      title: 'The gate',
      created: '2031-06-17T09:00:00.000Z',
      policy: null,
    });
  });

  it('has words for every kind of event', () => {
    for (const [kind, data] of [
      ['case', CASE],
      ['ask', ASK],
      ['undo', { event: 1, why: '' }],
      ['recovered', { from: 1, to: 3 }],
    ] as const)
      expect(told({ kind, data })).not.toBe(kind);
  });
});

describe('a journal', () => {
  const { text } = linesOf([['ask', ASK], undo(1), ['ask', ASK]]);

  it('is read line by line, with where each stands', () => {
    const { lines, faults, end } = readJournal(bytes(text));
    expect([lines.length, faults, end]).toEqual([4, [], text.length]);
    for (const { start, bodyAt, end: stop } of lines) {
      expect(text.slice(start, start + 6)).toBe('{"at":');
      expect(text.slice(bodyAt, bodyAt + 6)).toBe('{"by":');
      expect(text.charAt(stop - 1)).toBe('\n');
    }
  });

  it('names a line that was deleted, doubled, swapped or changed', () => {
    const rows = text.split('\n').slice(0, -1);
    const [a = '', b = '', c = '', d = ''] = rows;
    for (const other of [
      [a, b, d],
      [a, b, b, c, d],
      [a, c, b, d],
      [b, c, d],
      [a, b, c.replace('"event":1', '"event":0'), d],
    ])
      expect(readJournal(bytes(`${other.join('\n')}\n`)).faults.length).toBeGreaterThan(0);
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.nat(text.length), fc.uint8Array({ maxLength: 40 }), fc.nat(60), (at, inserted, dropped) => {
        const whole = bytes(text);
        const other = Uint8Array.from([...whole.subarray(0, at), ...inserted, ...whole.subarray(at + dropped)]);
        const { end, lines } = readJournal(other);
        expect(end).toBeLessThanOrEqual(other.length);
        historyOf(lines);
      }),
      { numRuns: 400 },
    );
  });
});
