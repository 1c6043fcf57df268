import { describe, expect, it } from 'vitest';
import { chatToText } from './chat.ts';
import { bareFacts, type Facts } from './facts.ts';

const facts = bareFacts('a.txt', { captured: '2031-06-04T10:00:00+08:00' });

const heard = (text: string, with_: Facts = facts): readonly string[] => {
  const draft = chatToText(text, with_);
  return (draft?.voices ?? []).map(
    ({ author, published, start, end }) => `${author} ${published?.slice(0, 16)} ${draft?.content.slice(start, end)}`,
  );
};

describe('clocks of message exports', () => {
  it.each([
    ['上午12:05', '00:05'],
    ['凌晨12:05', '00:05'],
    ['早上7:38', '07:38'],
    ['中午12:30', '12:30'],
    ['下午12:30', '12:30'],
    ['下午2:02', '14:02'],
    ['晚上11:59', '23:59'],
    ['12:05 AM', '00:05'],
    ['12:30\u202fPM', '12:30'],
    ['2:02 p. m.', '14:02'],
    ['14:02', '14:02'],
  ])('reads %s as %s', (clock, time) => {
    expect(heard(`2031/5/31 ${clock} - 甲: 好\n2031/5/31 ${clock} - 乙: 好`)).toEqual([
      `甲 2031-05-31T${time} 好`,
      `乙 2031-05-31T${time} 好`,
    ]);
  });

  it('gives the day alone where the words leave two hours', () => {
    expect(heard('2031/5/31 晚上12:05 - 甲: 好\n2031/5/31 下午2:02 - 乙: 好')).toEqual([
      '甲 2031-05-31 好',
      '乙 2031-05-31T14:02 好',
    ]);
  });

  it('takes a day without a year for the last such day', () => {
    const january = { ...facts, captured: '2032-01-03T09:00:00+08:00' };
    expect(heard('甲 12-31 23:59\n新年好\n\n乙 01-01 00:01\n新年好', january)).toEqual([
      '甲 2031-12-31T23:59 新年好',
      '乙 2032-01-01T00:01 新年好',
    ]);
  });

  it('counts days of the week back from the capture', () => {
    expect(heard('甲 星期六 下午2:02\n停水了\n\n乙 昨天 9:05\n来水了')).toEqual([
      '甲 2031-05-31T14:02 停水了',
      '乙 2031-06-03T09:05 来水了',
    ]);
  });

  it('knows a stamp with a word between day and hour', () => {
    expect(heard('31/05/2031 à 14:02 - Ada: oui\n31/05/2031 à 14:03 - Bo: non')).toEqual([
      'Ada 2031-05-31T14:02 oui',
      'Bo 2031-05-31T14:03 non',
    ]);
  });
});

describe("the app's own words", () => {
  const [first, last] = ['[31/05/2031, 14:02:33] Ada: Water.', '[31/05/2031, 14:09:33] Bo: Where?'];
  const between = (line: string): readonly string[] => heard(`${first}\n[31/05/2031, 14:03:00] ${line}\n${last}`);

  it.each([
    'Ada created group "Quay: news"',
    'Bo changed the subject from “Quay” to “Quay: news”',
    'Ada added Bo',
    'Messages and calls are end-to-end encrypted.',
    '甲创建了群组“码头: 消息”',
    'Ada: This message was deleted',
    'Ada: <Media omitted>',
    'Ada: 此消息已删除',
  ])('takes "%s" for nobody\'s', (line) => {
    expect(between(line)).toEqual(['Ada 2031-05-31T14:02 Water.', 'Bo 2031-05-31T14:09 Where?']);
  });

  it('keeps a note of editing apart from the words', () => {
    expect(between('Ada: At the gate <This message was edited>')[1]).toBe('Ada 2031-05-31T14:03 At the gate');
  });

  it('keeps a name in quotation marks for a name', () => {
    expect(between('Joe "Red" Hale: Here.')[1]).toBe('Joe "Red" Hale 2031-05-31T14:03 Here.');
  });

  it('keeps the lines of one message together', () => {
    expect(between('Ada: 14:00 - gate\n15:00 - quay\n\nSee you: there')[1]).toBe(
      'Ada 2031-05-31T14:03 14:00 - gate\n15:00 - quay\n\nSee you: there',
    );
  });
});
