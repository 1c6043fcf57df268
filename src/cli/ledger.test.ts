import stringWidth from 'string-width';
import { describe, expect, it } from 'vitest';
import { claim, copy, dossierOf, item, statement } from '../../test/sample-dossier.ts';
import { ledger } from './ledger.ts';

const content = 'A clerk said the gate was shut. A clerk said the neighbour was ill. 据称闸门当晚没有关闭。';
const gate = statement('s1', 'a', content, 'the gate was shut');
const ill = statement('s2', 'a', content, 'the neighbour was ill');
const many = Array.from({ length: 9 }, (_, at) =>
  claim(`c${at}`, `the gate number ${at} was shut that night`, ['s1'], 'confirmed'),
);

const dossier = dossierOf({
  contents: { a: content, b: content },
  items: [item('a'), item('b'), item('c', { unreadable: { code: 'empty', message: 'items/c.html is empty' } })],
  statements: [gate, ill, statement('s3', 'b', content, 'the gate was shut')].map((one) => ({ ...one, claim: null })),
  claims: [
    ...many,
    { ...claim('p', 'the neighbour was ill', ['s2'], 'unsourced'), privateLife: true },
    {
      ...claim('q', 'the gate was shut\u001b[2J \u202eagain', ['s1', 's3'], 'single-source'),
    },
  ].map((one) => ({
    ...one,
    standing: { ...one.standing, next: [{ ask: 'Is it so?', of: 'Gate Board', would: 'confirmed' as const }] },
  })),
  commitments: [
    {
      item: 'a',
      start: 0,
      end: 7,
      quote: 'A clerk',
      by: 'Gate Board',
      what: 'the log',
      made: '2033-04-01',
      due: '2033-04-03',
      state: 'overdue',
    },
  ],
  copies: [copy('a', 'b')],
  contradictions: [{ a: ill, b: gate, why: 'one says it, the other denies it' }],
});
const place = { width: 80, colour: false };
const printed = ledger(dossier, place);

describe('the ledger', () => {
  it('says the most important first, and only counts what it leaves out', () => {
    const heads = [...printed.matchAll(/^[A-Z][A-Z-]+(?: [A-Z]+)*\b/gmu)].map(([head]) => head);
    expect(heads).toEqual([
      'CONFIRMED',
      'SINGLE-SOURCE',
      'UNSOURCED',
      'PROMISES',
      'ASK NEXT',
      'WHO COPIED WHOM',
      'COULD NOT BE READ',
    ]);
    expect(printed.match(/the gate number/gu)?.length).toBeLessThan(8);
    expect(printed).toMatch(/^ {2}and 4 more$/mu);
  });

  it('asks each body once, with how many claims it could move', () => {
    expect(printed.match(/Gate Board {2}/gu)).toHaveLength(1);
    expect(printed).toMatch(/Gate Board {2}\d+ claims, first “/u);
  });

  it('never words a claim about private life', () => {
    expect(printed).not.toContain('neighbour');
    expect(printed).toContain('1 about private life');
  });

  it('fits its width, and nothing in it steers the terminal', () => {
    for (const width of [40, 80, 100])
      for (const line of ledger(dossier, { width, colour: false }).split('\n'))
        expect(stringWidth(line), line).toBeLessThanOrEqual(width);
    expect(printed.replaceAll('\n', '')).not.toMatch(/\p{Cc}|[\u202a-\u202e]/u);
  });

  it('says in colour what it says without', () => {
    // biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
    expect(ledger(dossier, { ...place, colour: true }).replaceAll(/\u001b\[\d+m/gu, '')).toBe(printed);
  });
});
