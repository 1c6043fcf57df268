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

  it('come from a named shop, a paper named again, and kin of a side', () => {
    expect(told('涉事品牌“稻禾屋”发布声明称，视频内容属实。声明还说，门店已停业。')).toEqual([
      'confirm named-body 稻禾屋: 视频内容属实',
      'say named-body 稻禾屋: 门店已停业',
    ]);
    expect(told('“他胆子小，”死者的姐姐对记者说。')).toEqual(['say party 死者的姐姐: 他胆子小']);
  });

  it('are known by a gesture before a colon or after the words', () => {
    expect(told('老支书郭满田摆摆手：“一分钱也没下来。”')).toEqual(['say named-person 郭满田: 一分钱也没下来']);
    expect(told('保洁员甄姐说，她没看见。“问我也没用。”她撇了撇嘴。').at(-1)).toBe('say named-person 甄姐: 问我也没用');
  });

  it('keep syllables of a name that elsewhere begin a word of saying', () => {
    expect(told('研究员薛承礼指出，水位偏低。')).toEqual(['say named-person 薛承礼: 水位偏低']);
    expect(told('央行发言人卢多·贝尼周二强调，利率不变。')).toEqual(['say named-person 卢多·贝尼: 利率不变']);
  });

  it('are hearsay in a paper that goes round, and not made of acts told in one', () => {
    expect(told('一份通知在网上流传。通知写明，每户缴费三百元。')).toEqual(['hearsay artefact 通知: 每户缴费三百元']);
    expect(told('工单显示，店长要求员工改标签。')).toEqual(['say artefact 工单: 店长要求员工改标签']);
  });
});

describe('Chinese responses and commitments', () => {
  it('are shown from the start of a sentence or clause', () => {
    const text = '记者致电潮溪水务公司求证。潮溪市委值班电话同样无人接听。他以“不便提供”为由拒绝。';
    const shown = han.responses(text, stretches(text), han.statements(text, stretches(text))).map((one) => one.quote);
    expect(shown).toContain('潮溪市委值班电话同样无人接听');
    expect(shown).toContain('他以“不便提供”为由拒绝');
  });

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
