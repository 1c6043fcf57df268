import { describe, expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import { findTimes } from './times.ts';

/** A Tuesday. */
const TUESDAY = '2031-06-03';

function read(text: string, published: string | null = TUESDAY): readonly string[] {
  return found(text, published).map(({ quote, value, to }) => `${quote} = ${value}${to ? `/${to}` : ''}`);
}

function found(text: string, published: string | null = TUESDAY) {
  let start = 0;
  const stretches: Stretch[] = text.split('\n').map((line) => {
    const stretch: Stretch = {
      start,
      end: start + line.length,
      kind: 'body',
      carrier: { publisher: null, author: null, published },
    };
    start += line.length + 1;
    return stretch;
  });
  return findTimes(text, stretches, 'en');
}

describe('English times', () => {
  it.each([
    ['He left on Tuesday.', ['Tuesday = 2031-06-03']],
    ['She left last Friday.', ['last Friday = 2031-05-30']],
    ['They will vote next Friday.', ['next Friday = 2031-06-13']],
    ['The reply is due by Monday.', ['Monday = 2031-06-09']],
    ['The council meets Friday week.', ['Friday week = 2031-06-13']],
    ['It sank in the week to the end of May.', ['the end of May = 2031-05-31']],
    ['Bids ran from 12 to 15 May.', ['12 to 15 May = 2031-05-12/2031-05-15']],
    ['Work began this April and stopped in 2029.', ['this April = 2031-04', '2029 = 2029']],
    ['Answers will come within ten days.', ['within ten days = 2031-06-13']],
    ['I saw it today (3rd).', ['today (3rd) = 2031-06-03']],
    ['It happened recently.', ['recently = vague']],
    ['It opens in the first week of May 2031.', ['first week of May 2031 = 2031-05-05/2031-05-11']],
  ])('reads %s', (text, times) => {
    expect(read(text).map((one) => one.replace(/^the (?=first)/u, ''))).toEqual(times);
  });

  it('reads a clock together with its day, and leaves a bare one out', () => {
    expect(read('The lock opened at 8.41am on 9 May.')).toEqual(['8.41am on 9 May = 2031-05-09T08:41']);
    expect(read('We met at half five yesterday.')).toEqual(['half five yesterday = 2031-06-02T17:30']);
    expect(read('The bell rings at nine.')).toEqual([]);
  });

  it('writes the offset of the carrier where the minute is known', () => {
    expect(read('Power failed half an hour ago.', '2031-06-03T11:00:00+01:00')).toEqual([
      'half an hour ago = 2031-06-03T10:30+01:00',
    ]);
  });

  it('keeps words that only look like times', () => {
    expect(read('We may march; the sun shone on 40 people for three weeks.')).toEqual([]);
    expect(read('Sat in the rain every Monday, she read The Sun.')).toEqual([]);
  });

  it('never invents a year', () => {
    expect(read('It closed on 12 April.', null)).toEqual(['12 April = XXXX-04-12']);
    expect(read('It closed yesterday.', null)).toEqual(['yesterday = vague']);
  });

  it('counts "that day" from the day last spoken of', () => {
    expect(read('On 6 May the gate was open. At about eight that morning it shut.')).toEqual([
      '6 May = 2031-05-06',
      'eight that morning = 2031-05-06T08',
    ]);
  });
});

describe('Chinese times', () => {
  it.each([
    ['他昨天离开。', ['昨天 = 2031-06-02']],
    ['上周二下午开会。', ['上周二下午 = 2031-05-27']],
    ['本周五公布。', ['本周五 = 2031-06-06']],
    ['30日下午3时07分断电。', ['30日下午3时07分 = 2031-05-30T15:07']],
    ['今天（3日）到场。', ['今天（3日） = 2031-06-03']],
    ['6月2日至3日停航。', ['6月2日至3日 = 2031-06-02/2031-06-03']],
    ['1日18时至20时停电。', ['1日18时至20时 = 2031-06-01T18/2031-06-01T20']],
    ['5月28日进水，次日停业。', ['5月28日 = 2031-05-28', '次日 = 2031-05-29']],
    ['近日有传言。', ['近日 = vague']],
    ['去年12月立项，7月底完工。', ['去年12月 = 2030-12', '7月底 = 2031-07-31']],
    ['2日24时统计。', ['2日24时 = 2031-06-03T00:00']],
    ['十日内答复。', ['十日内 = 2031-06-13']],
  ])('reads %s', (text, times) => {
    expect(read(text)).toEqual(times);
  });

  it('leaves durations, numbers of things and bare clocks out', () => {
    expect(read('3号线停运三天，凌晨两点抢修，5号楼停水近三个月，每周二休息。')).toEqual([]);
  });
});

describe('roles', () => {
  it.each([
    ['The clinic said on Monday that it was open.', 'report'],
    ['It shut on Monday.', 'event'],
    ['记者2日走访时看到，大门紧锁。', 'observation'],
    ['校方2日通报称，已停课。', 'report'],
  ])('gives %s its role', (text, role) => {
    expect(found(text).map((time) => time.role)).toEqual([role]);
  });
});

describe('stamps', () => {
  it('spells an instant in the offset of the carrier', () => {
    expect(read('2031-05-30T02:15:20Z', '2031-05-31T09:30:00+08:00')).toEqual([
      '2031-05-30T02:15:20Z = 2031-05-30T10:15:20+08:00',
    ]);
    expect(read('Fri May 30 00:14:09 +0800 2031', '2031-05-31T09:30:00+08:00')).toEqual([
      'Fri May 30 00:14:09 +0800 2031 = 2031-05-30T00:14:09+08:00',
    ]);
  });

  it('dates the stamps of a live blog', () => {
    expect(read('10:02 The roof fell.\n10:15 Engines came.')).toEqual([
      '10:02 = 2031-06-03T10:02',
      '10:15 = 2031-06-03T10:15',
    ]);
  });
});

it('takes no longer than the text is long', () => {
  const line = 'On Friday 6 May at 9.26am, 5月28日上午9时06分, he said last week. '.repeat(4000);
  const started = performance.now();
  expect(found(line).length).toBeGreaterThan(8000);
  expect(performance.now() - started).toBeLessThan(5000);
});

it('reads what follows a dated heading against it, where the carrier gives no time', () => {
  expect(read('## 4 March 2032\n- 08:00 Sent questions about last night.\n- 09:20 No answer.', null)).toEqual([
    '4 March 2032 = 2032-03-04',
    '08:00 = 2032-03-04T08:00',
    'last night = 2032-03-03',
    '09:20 = 2032-03-04T09:20',
  ]);
});
