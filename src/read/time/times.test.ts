import fc from 'fast-check';
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
    ['Sales fell in the third quarter of this year.', ['the third quarter of this year = 2031-07/2031-09']],
    ['It was built in the 1990s and sold in Q1 2031.', ['1990s = 1990/1999', 'Q1 2031 = 2031-01/2031-03']],
    ['They have struck twice over the past three weeks.', ['the past three weeks = 2031-05-13/2031-06-02']],
    ['They have struck for the past three weeks.', ['the past three weeks = 2031-05-13/2031-06-02']],
    ['It is shut for the rest of the month.', ['the rest of the month = 2031-06-03/2031-06-30']],
    ['Two years later it sank.', ['Two years later = vague']],
    ['It closed a decade ago.', ['a decade ago = 2021']],
    ['It was the final month of the campaign, in her early 20s.', []],
    ['They will vote in two weeks.', ['in two weeks = 2031-06-17']],
    ['The hall was built in two weeks.', []],
    ['It was sold three days after 6 May.', ['three days after 6 May = 2031-05-09']],
    ['We meet on the first Monday of next month.', ['first Monday of next month = 2031-07-07']],
    ['It is open on Friday from 9:30 to 5 pm.', ['Friday from 9:30 to 5 pm = 2031-05-30T09:30/2031-05-30T17']],
    ['It ran from November to February 2031.', ['November to February 2031 = 2030-11/2031-02']],
    [
      'She was born on the second of August, nineteen ninety-six.',
      ['the second of August, nineteen ninety-six = 1996-08-02'],
    ],
    [
      'We leave early next year. It was the week starting 4 July.',
      ['early next year = 2032', 'the week starting 4 July = 2031-07-04/2031-07-10'],
    ],
    ['I will be away on the 20th of next month.', ['the 20th of next month = 2031-07-20']],
    ['They met tomorrow morning at 7.', ['tomorrow morning at 7 = 2031-06-04T07']],
    ['It was in the seventies.', ['seventies = 1970/1979']],
    ['It fell at 16:08 UTC.', ['16:08 UTC = 2031-06-03T16:08Z']],
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

  it("spells an hour of another zone on the carrier's clocks", () => {
    expect(read('It fell on 31 May, 12:05 UTC.', '2031-06-01T09:00:00+08:00')).toEqual([
      '31 May, 12:05 UTC = 2031-05-31T20:05+08:00',
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
    ['去年第三季度亏损，今年上半年持平。', ['去年第三季度 = 2030-07/2030-09', '今年上半年 = 2031-01/2031-06']],
    ['上世纪八十年代建成。', ['上世纪八十年代 = 1980/1989']],
    ['去年的最后三周停工。', ['去年的最后三周 = 2030-12-09/2030-12-29']],
    ['八月的第一个周二开馆。', ['八月的第一个周二 = 2031-08-05']],
    ['5月28日进水，三天后停业。', ['5月28日 = 2031-05-28', '三天后 = 2031-05-31']],
    ['消防车约十分钟后赶到。', []],
    ['07年以后再没来过，98年也没有。', ['07年 = 2007', '98年 = 1998']],
    [
      '3月5日-8日、1-3月和2029年至今停航。',
      ['3月5日-8日 = 2031-03-05/2031-03-08', '1-3月 = 2031-01/2031-03', '2029年至今 = 2029/2031-06-03'],
    ],
    ['上月下旬进水，两三天前断电。', ['上月下旬 = 2031-05-21/2031-05-31', '两三天前 = vague']],
    [
      '4月11-13号开会，5月5日上午10点到12点休会。',
      ['4月11-13号 = 2031-04-11/2031-04-13', '5月5日上午10点到12点 = 2031-05-05T10/2031-05-05T12'],
    ],
    ['前三季度都好。', ['前三季度 = 2031-01/2031-09']],
    ['近半年都好。', ['近半年 = 2030-12-03/2031-06-02']],
    ['1年零3个月后将重开。', ['1年零3个月后 = 2032-09-03']],
    ['公元前221年的事。', []],
    ['三月和九月之间停航。', ['三月和九月 = 2031-03/2031-09']],
    ['過去三個月內，上上個週三最冷。', ['過去三個月 = 2031-03-03/2031-06-02', '上上個週三 = 2031-05-21']],
    ['年底完工，11月验收。', ['年底 = 2031-12-31', '11月 = 2031-11']],
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

/**
 * Four times as much text takes more than ten times the processor's time: four where work grows with the text, sixteen
 * where it grows with its square. Whoever else is busy takes no time of this process; one quiet try in five is enough.
 */
function growsFaster(text: (count: number) => string, count: number): boolean {
  const spent = (words: string): number => {
    const before = process.cpuUsage().user;
    found(words);
    return (process.cpuUsage().user - before) / 1000;
  };
  const [less, more] = [text(count), text(4 * count)];
  spent(less);
  return Array.from({ length: 5 }).every(() => spent(more) > 10 * Math.max(5, spent(less)));
}

it.each(['1月', '1 ', 'at ', 'three weeks ', '前三', 'between 1 and ', '2000.01-', '5 to ', '第', 'May '])(
  'takes no longer for many of %s than their number',
  (words) => expect(growsFaster((count) => words.repeat(count), 4000)).toBe(false),
  60_000,
);

it('keeps every span as it is written, whatever the words are', () => {
  const piece = fc.constantFrom(
    'May',
    '6',
    ' ',
    '月',
    '日',
    '上',
    '周',
    '三',
    '-',
    '到',
    'last ',
    'week',
    'İ',
    '😀',
    'at 5',
    '.',
    'T',
    '20',
    '(',
  );
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 40 }), (pieces) => {
      const text = pieces.join('');
      for (const { start, end, quote } of found(text)) expect(text.slice(start, end)).toBe(quote);
    }),
  );
});

it('takes no longer than the text is long', () => {
  const lines = (count: number): string =>
    'On Friday 6 May at 9.26am, 5月28日上午9时06分, he said last week. '.repeat(count);
  expect(found(lines(4000)).length).toBeGreaterThan(8000);
  expect(growsFaster(lines, 1000)).toBe(false);
}, 60_000);

it('reads what follows a dated heading against it, where the carrier gives no time', () => {
  expect(read('## 4 March 2032\n- 08:00 Sent questions about last night.\n- 09:20 No answer.', null)).toEqual([
    '4 March 2032 = 2032-03-04',
    '08:00 = 2032-03-04T08:00',
    'last night = 2032-03-03',
    '09:20 = 2032-03-04T09:20',
  ]);
});
