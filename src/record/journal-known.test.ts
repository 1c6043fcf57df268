import { describe, expect, it } from 'vitest';
import { readJournal } from './journal.ts';
import { formatLine, type Line, NO_LINE } from './line.ts';

const HAND = { by: 'Iris', salt: 'ab'.repeat(32) };
const CASE = { format: 'hearsay/case/1', id: 'cd'.repeat(16), title: 'Gate', languages: [], key: 'k' };

function journal(count: number, spoilt = -1): Uint8Array {
  let last: Line | null = null;
  let text = '';
  for (let seq = 0; seq < count; seq++) {
    const data = seq === 0 ? CASE : { name: `Osric ${seq}`, why: null };
    const event = { at: '2031-06-12T09:00:00.000Z', kind: seq === 0 ? 'case' : 'withhold', seq };
    const made: ReturnType<typeof formatLine> = formatLine(
      { ...event, previous: last?.name ?? NO_LINE },
      { ...HAND, data },
    );
    last = made.line;
    text += `${seq === spoilt ? made.text.replace('Osric', 'Orsic') : made.text}\n`;
  }
  return new TextEncoder().encode(text);
}

describe('a journal that was read before', () => {
  it('is read to the same end, whether from its beginning or from what is known', () => {
    for (const size of [1, 2, 5])
      expect(readJournal(journal(5), readJournal(journal(size)))).toEqual(readJournal(journal(5)));
  });

  it('is read whole where something was wrong with it', () => {
    const spoilt = journal(5, 2);
    const before = readJournal(journal(3, 2));
    expect(before.faults).toHaveLength(1);
    expect(readJournal(spoilt, before)).toEqual(readJournal(spoilt));
  });
});
