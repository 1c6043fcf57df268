import { describe, expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import { han } from './grammar.ts';

const CARRIER = { publisher: '潮溪日报', author: null, published: '2031-08-01' };

const stretches = (text: string): readonly Stretch[] => [
  { start: 0, end: text.length, kind: 'body', carrier: CARRIER },
];

const told = (text: string): readonly string[] =>
  han
    .statements(text, stretches(text))
    .map((one) => `${one.class} ${one.source.kind} ${one.source.name ?? ''}: ${one.quote}`);

describe('Chinese statements', () => {
  it('name the speaker and keep the whole clause', () => {
    expect(told('潮溪市教育局局长程以南表示，开学时间不变。')).toEqual(['say named-person 程以南: 开学时间不变']);
  });

  it('take the words between the marks, before or after the speaker', () => {
    expect(told('“孩子没事。”店主老秦说。')).toEqual(['say named-person 老秦: 孩子没事']);
  });

  it('are read in Traditional script at the same places', () => {
    const text = '當地警方表示，嫌疑人已經被捕。';
    expect(han.statements(text, stretches(text)).map((one) => one.quote)).toEqual(['嫌疑人已經被捕']);
  });

  it('are hearsay where nobody stands behind them', () => {
    expect(told('据悉，该楼盘已停工。')).toEqual(['hearsay none : 该楼盘已停工']);
  });

  it('are not found in idioms and narration', () => {
    expect(told('不用说，他评上了职称，称重的秤也修好了。')).toEqual([]);
  });

  it('always quote the text at their place', () => {
    const text = '有村民告诉记者，河水发黑，“鱼都死光了”。截至发稿，潮溪水务公司未回应。';
    const statements = han.statements(text, stretches(text));
    for (const one of [...statements, ...han.responses(text, stretches(text), statements)])
      expect(text.slice(one.start, one.end)).toBe(one.quote);
  });
});

describe('Chinese responses and commitments', () => {
  it('tell silence from refusal', () => {
    const text = '记者致电潮溪水务公司，电话无人接听。潮溪市城管局拒绝置评。';
    expect(han.responses(text, stretches(text), []).map((one) => one.outcome)).toEqual(['no-reply', 'declined']);
  });

  it('count working days from the day of the promise', () => {
    const text = '潮溪市城管局承诺，将在五个工作日内公布结果。';
    const statements = han.statements(text, stretches(text));
    expect(han.commitments(text, stretches(text), statements, []).map((one) => one.due)).toEqual(['2031-08-08']);
  });
});
