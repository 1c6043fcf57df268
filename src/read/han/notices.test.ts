import { describe, expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import { han } from './grammar.ts';

const CARRIER = { publisher: null, author: null, published: '2031-08-06' };

function stretches(text: string): readonly Stretch[] {
  let start = 0;
  return text.split('\n').map((line) => {
    const one: Stretch = { start, end: start + line.length, kind: 'body', carrier: CARRIER };
    start += line.length + 1;
    return one;
  });
}

const statements = (text: string) => han.statements(text, stretches(text));
const told = (text: string): readonly string[] =>
  statements(text).map((one) => `${one.class} ${one.source.kind} ${one.source.name ?? ''}: ${one.quote}`);
const answered = (text: string): readonly string[] =>
  han.responses(text, stretches(text), statements(text)).map((one) => `${one.outcome} ${one.body}`);

describe('Chinese notices', () => {
  const notice = (words: string): string => `情况说明\n${words}\n禾川县水务局`;

  it('deny the matter that they were issued about', () => {
    const text = notice('近日，有网民反映水厂偷排污水。经核查，当日系管网检修，并未外排。');
    expect(told(text).at(-1)).toBe('deny named-body 禾川县水务局: 当日系管网检修，并未外排');
    expect(answered(text)).toEqual(['denied 禾川县水务局']);
  });

  it('name who looked into it, and answer for their own body', () => {
    const text = notice('针对网民投诉“自来水发臭”一事，经市疾控中心检测，水样全部合格。');
    expect(told(text).at(-1)).toBe('deny named-body 市疾控中心: 水样全部合格');
    expect(answered(text)).toEqual(['denied 禾川县水务局']);
  });

  it('say "we" of their body; elsewhere nobody knows who that is', () => {
    expect(told('致歉信\n各位住户：我们承诺，月底前退还全部押金。\n青梧公寓')).toEqual([
      'promise named-body 青梧公寓: 月底前退还全部押金',
    ]);
    expect(told('我们承诺，月底前退还全部押金。').filter((one) => one.includes('named-body'))).toEqual([]);
  });

  it('are not themselves who calls the police', () => {
    expect(told(notice('8月2日，我局接到报警，称堤上有人落水。'))).toEqual(['say unnamed-person : 堤上有人落水']);
  });
});

describe('Chinese answers', () => {
  it('are the turns behind a question, whatever they say', () => {
    const text = '问：事故原因查清了吗？\n水务局局长郦为民：还在调查，不便下结论。';
    expect(told(text)).toEqual(['investigate named-person 郦为民: 还在调查，不便下结论']);
    expect(answered(text)).toEqual(['acknowledged 水务局']);
  });

  it('are letters sent in reply, of whoever sent them', () => {
    const text = '有业主举报电梯超期未检。厂家的回函写道，设备手续齐全。';
    expect(told(text).at(-1)).toBe('deny artefact 厂家的回函: 设备手续齐全');
    expect(answered(text)).toEqual(['denied 厂家']);
  });

  it('carry no time of the log that they stand in', () => {
    const text = '9:10 有网友质疑票价。\n9:25 景区回应：票价未变。';
    const [one] = han.responses(text, stretches(text), statements(text));
    expect(one?.quote).toBe('景区回应：票价未变');
  });

  it('are given in a heading that parts its clauses by spaces', () => {
    expect(told('租客投诉水管漏水 物业喊冤：上月才换 街道办：已介入调查').slice(1)).toEqual([
      'deny named-body 物业: 上月才换',
      'investigate named-body 街道办: 已介入调查',
    ]);
  });

  it('are no promises of an earlier day', () => {
    expect(answered('村民质疑工程烂尾。此前，施工方曾答应在5月底前付款。')).toEqual([]);
  });
});

describe('Chinese hearsay', () => {
  it('is a version in circulation, and what the writer was told', () => {
    expect(told('坊间流传最广的说法是：账本被水泡了。')).toEqual(['hearsay none : 账本被水泡了']);
    expect(told('刚听我同事说的，桥今晚要封。')).toEqual(['hearsay unnamed-person 我同事: 桥今晚要封']);
  });

  it('has a sender of its own where somebody tells of a message', () => {
    expect(told('老人的儿子告诉记者，母亲出门前发过一条语音，说“雨太大了别来接我”。')).toHaveLength(2);
    expect(told('老人的儿子告诉记者，母亲出门前发过一条语音，说“雨太大了别来接我”。').at(-1)).toMatch(
      /母亲.*雨太大了别来接我$/u,
    );
  });

  it('is passed on by whoever is behind a handle', () => {
    expect(told('微博用户@山雨未来 爆料，某门店使用过期原料。')).toEqual([
      'allege unnamed-person 山雨未来: 某门店使用过期原料',
    ]);
  });
});
