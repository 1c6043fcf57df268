import { describe, expect, it } from 'vitest';
import type { Placed } from './ledger.ts';
import type { Story } from './story.ts';
import { namingIn } from './subject.ts';

const source = { kind: 'none', name: null, quote: '', start: 0, end: 0 } as const;
const story = (quotes: readonly string[]): Story => ({
  items: [],
  texts: [],
  lineage: { copies: [], versions: [], tellings: [], citations: [], rings: [] },
  images: [],
  transcripts: [],
  statements: quotes.map(
    (quote, nth): Placed => ({
      id: `s${nth}`,
      item: 'a',
      at: null,
      start: 0,
      end: quote.length,
      quote,
      cue: null,
      source,
      chain: [source],
      class: 'say',
      polarity: 'positive',
      hedged: false,
      carrier: false,
      by: 'rules',
    }),
  ),
  responses: [],
  commitments: [],
});

/** Whether two wordings name others, in a case of these and some more. */
function differ(a: string, b: string, more: readonly string[] = []): boolean {
  const { of, differ: apart } = namingIn(story([a, b, ...more]));
  return apart(of(a), of(b));
}

describe('whom and what words name', () => {
  it('tells firms, towns and piers of one form of words apart', () => {
    const firms = ['Orten Works Ltd', 'Selby Works Ltd', 'Marl Works Ltd', 'Quoss Works Ltd'].map(
      (name) => `the port paid ${name} for bolts that never came`,
    );
    expect(differ(firms[0] ?? '', firms[1] ?? '', firms)).toBe(true);
    expect(differ('the Ashen ramp was closed', 'the Tormin ramp was closed')).toBe(true);
    expect(differ('松云码头停止使用', '柳露码头停止使用')).toBe(true);
    expect(differ('松云码头停止使用', '柳露水闸停止使用')).toBe(true);
  });

  it('tells months, weekdays and numbered things apart', () => {
    expect(differ('it was replaced in March', 'it was replaced in May')).toBe(true);
    expect(differ('he left on Monday', 'he left on Tuesday')).toBe(true);
    expect(differ('he left on Monday or Tuesday', 'he left on Tuesday')).toBe(false);
    expect(differ('freezer 2 was off all night', 'freezer 3 was off all night')).toBe(true);
    expect(differ('大桥从3月起封闭', '大桥从5月起封闭')).toBe(true);
    expect(differ('2号线停运', '3号线停运')).toBe(true);
  });

  it('takes a part of a name, a title and an abbreviation for the name', () => {
    const full = 'the board says Ilse Varn sold it';
    expect(differ(full, 'in the end Ms Varn sold it')).toBe(false);
    expect(differ(full, 'in the end Ilse sold it')).toBe(false);
    expect(differ('work of the Roads and Bridges Board', 'work of the Board')).toBe(false);
    expect(differ('held by the Eskwater Press Agency', 'held by the EPA')).toBe(false);
    expect(differ('云岭区水务局停水', '水务局停水')).toBe(false);
  });

  it('takes no word for a name because it begins a sentence, or stands in a headline', () => {
    expect(differ('Buyers were told to wait', 'Sellers were told to wait')).toBe(false);
    expect(differ('Bridge Closed After Crash Near Market', 'the bridge by Ormsgate is closed')).toBe(false);
  });

  it('holds nothing against words that name nobody', () => {
    expect(differ('the ramp was closed', 'the Tormin ramp was closed')).toBe(false);
  });

  it('lets two names in common outweigh one that only each has', () => {
    expect(differ('Ilse Varn met Otto Brand in Lund', 'Ilse Varn met Otto Brand at the Swan')).toBe(false);
    expect(differ('Ilse Varn met Otto Brand', 'Ilse Varn met Maud Kerr')).toBe(true);
  });
});
