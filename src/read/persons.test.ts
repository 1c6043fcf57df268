import { describe, expect, it } from 'vitest';
import type { Text, Voice } from '../capture/text.ts';
import { personsIn } from './persons.ts';

const text = (content: string, more: Partial<Text> = {}): Text => ({
  id: 't',
  item: 'i',
  language: /\p{Script=Han}/u.test(content) ? 'zh' : 'en',
  content,
  zones: [],
  voices: [],
  links: [],
  credits: [],
  ...more,
});
const all = (content: string, more: Partial<Text> = {}) => personsIn(text(content, more));
const sure = (content: string, more: Partial<Text> = {}) => [
  ...new Set(all(content, more).flatMap((one) => (one.sure ? one.name : []))),
];

describe('people named in English', () => {
  it('are found whoever speaks', () => {
    expect(sure('Marta Quill was seen on the quay in Northwick.')).toEqual(['Marta Quill']);
    expect(sure('His sister Petra would not talk.')).toEqual(['Petra']);
    expect(sure('A cleaner at Bellhaven United, Ovanna Drum, found the bag.')).toEqual(['Ovanna Drum']);
    expect(sure('The letter is by Velise Crane, head of purchasing at the River Board.')).toEqual(['Velise Crane']);
    expect(sure('Police arrested Orrin Vane, 41, of Castle Street.')).toEqual(['Orrin Vane']);
    expect(sure('Cllr Tarn asked for the minutes.')).toEqual(['Tarn']);
    expect(sure('Kind regards,\nJessamund Dunwithy')).toEqual(['Jessamund Dunwithy']);
  });

  it.each([
    ['Mr Baker said so.', 'Baker'],
    ['Mrs Long was hurt.', 'Long'],
    ['Dr Price saw it.', 'Price'],
    ['Frank Young said so.', 'Frank Young'],
    ['It was, Kim West told police, a mistake.', 'Kim West'],
    ['A. Young was asked twice.', 'A. Young'],
    ['Mark Tolland said the lamp was off.', 'Mark Tolland'],
    ['The plan, Bill Harmer said, was dead.', 'Bill Harmer'],
    ['Jan Tolland said no.', 'Jan Tolland'],
    ['Republican Christine Todd Harmer said so.', 'Christine Todd Harmer'],
  ])('are found where a part of the name is a word: %s', (content, name) => expect(sure(content)).toEqual([name]));

  it('are known again by such a surname only where it acts as one', () => {
    const content = 'Frank Young said so. Young added that. Young people left. They told Young twice.';
    expect(all(content).map(({ start, end }) => content.slice(start, end))).toEqual(['Frank Young', 'Young', 'Young']);
  });

  it.each(['Mr President, I object.', 'War I ended.', 'The Mark Rooms open in spring.', 'Hong Kong said no.'])(
    'are not made of words: %s',
    (content) => expect(sure(content)).toEqual([]),
  );

  it('are the same by a surname, a first name, and in lower case in a chat', () => {
    const content = 'Dr Ottoline Crane opened the door. Crane said nothing. ottoline never does';
    const voices: Voice[] = [
      {
        kind: 'message',
        start: 0,
        end: content.length,
        author: null,
        published: null,
        passedOn: false,
        attachments: [],
      },
    ];
    const found = all(content, { voices });
    expect(found.map(({ name, sure: is }) => [name, is])).toEqual(Array(3).fill(['Ottoline Crane', true]));
    expect(found.map(({ start, end }) => content.slice(start, end))).toEqual(['Ottoline Crane', 'Crane', 'ottoline']);
  });

  it('carry a role, and what makes them tender', () => {
    expect(all('Ada Tarn, the harbour clerk, signed.')).toMatchObject([{ role: 'harbour clerk', tender: null }]);
    expect(all('Her son Tom, 9, was in the car.')).toMatchObject([{ name: 'Tom', tender: 'child' }]);
    expect(all('Her son Tom, 34, was in the car.')).toMatchObject([{ name: 'Tom', tender: null }]);
    expect(all('Ada Tarn was killed on Friday.')).toMatchObject([{ tender: 'victim' }]);
  });

  it('are no bodies, places, months or papers', () => {
    for (const content of [
      'Northwick Council said that the road to Port Harrow was closed.',
      'The Evening Ledger reported on Monday that Marlowe & Sons had been fined.',
      'In May, Christmas Market stalls were packed away. On 6 May, they said, the tender closed.',
      'Will the May inquiry go on? Closing date 6 May 2031',
      'A ship called Morning Star sank off Gull Island.',
      'Fourteen pupils of Elmside Primary went home.',
      'The Northwick plan was sent to the River Board.',
    ])
      expect(sure(content)).toEqual([]);
  });

  it('are unsure where the words could be anything', () => {
    expect(all('A parcel for Brannoch Wetherlow lay in the yard.')).toMatchObject([
      { name: 'Brannoch Wetherlow', sure: false },
    ]);
  });
});

describe('people named in Chinese', () => {
  it.each([
    ['记者联系到庞建国，他表示不知情。', '庞建国'],
    ['警方联系上了庞晓燕。', '庞晓燕'],
    ['受害人家属庞晓燕要求道歉。', '庞晓燕'],
    ['庞建国家的门一直锁着。', '庞建国'],
  ])('are found where somebody does something to them, or has something: %s', (content, name) =>
    expect(sure(content)).toEqual([name]),
  );

  it('are found whoever speaks', () => {
    expect(sure('同行的岑静没有登记。')).toEqual(['岑静']);
    expect(sure('他的妹妹郝书瑶不愿谈这笔钱。')).toEqual(['郝书瑶']);
    expect(sure('一名叫姜海涛的教师保管名册。')).toEqual(['姜海涛']);
    expect(sure('安娜·科瓦奇接受采访。')).toEqual(['安娜·科瓦奇']);
    expect(sure('沈某因涉嫌诈骗被带走，王某某在逃。')).toEqual(['沈某', '王某某']);
    expect(sure('沈女士告诉记者，她没有收到通知。')).toEqual(['沈女士']);
    expect(sure('姜海涛、于浩和文霖三人受伤。')).toEqual(['姜海涛', '于浩', '文霖']);
  });

  it('carry a role, and what makes them tender', () => {
    expect(all('副局长姜海涛表示属实。')).toMatchObject([{ name: '姜海涛', role: '副局长' }]);
    expect(all('其子姜子轩（9岁）在车上。')).toMatchObject([{ tender: 'child' }]);
    expect(all('姜海涛不幸遇难。')).toMatchObject([{ tender: 'victim' }]);
  });

  it('are no words that begin like a surname', () => {
    for (const content of [
      '高度重视安全问题，相关方面正在调查。',
      '白天温度较高，于是马上停止施工。',
      '周末游客很多，车辆排成长队。',
      '云岭区有关部门表示，水质符合标准。',
      '原局长已被免职。',
    ])
      expect(sure(content)).toEqual([]);
  });
});

describe('spans', () => {
  it('lie in the text, in order, and the time is as the length', () => {
    const content = 'Ada Tarn said that 姜海涛 was seen. @harrow_gull wrote. '.repeat(500);
    const found = all(content);
    expect(found.length).toBeGreaterThanOrEqual(1500);
    expect(found.every(({ start, end }) => start < end && end <= content.length)).toBe(true);
    expect([...found].sort((a, b) => a.start - b.start)).toEqual(found);
  });
});
