import fc from 'fast-check';
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

describe('Chinese speakers', () => {
  it('keep the words of a heading and their role out of their name', () => {
    const text = '冷链断供 学生午餐告急 供应商鲜速达公司：正与校方协商\n午餐供应商鲜速达公司称，压缩机突发故障。';
    expect(statements(text).map((one) => one.source.name)).toEqual(['鲜速达公司', '鲜速达公司']);
  });

  it('are named behind any title, rare surnames and adverbs included', () => {
    expect(told('交通部次長祁若楠受訪時強調，報告仍在審查。')).toEqual(['say named-person 祁若楠: 報告仍在審查']);
    expect(told('镇党委书记楚明远8月3日赴现场督办时当场表态：“国庆前必须完工。”')).toEqual([
      'promise named-person 楚明远: 国庆前必须完工',
    ]);
    expect(told('应急管理局副局长麻向东建议将响应提升至二级。')).toEqual(['say named-person 麻向东: 将响应提升至二级']);
  });

  it('keep the name that they have at home beside them', () => {
    const text = '食品标准局（Food Standards Office）5日向本报证实，检查人员到过该厨房，但拒绝就记录内容置评。';
    expect(statements(text).map((one) => one.source.name)).toEqual(['食品标准局']);
    expect(answered(text).every((one) => one.endsWith('食品标准局'))).toBe(true);
  });

  it('are no common words that begin like a surname', () => {
    expect(told('强烈要求，路灯尽快修好。麻烦你转告，明天停水。').filter((one) => one.includes(' named-'))).toEqual([]);
  });

  it('are the outlet and the people it cites, over one span', () => {
    expect(told('据《汀洲财经》援引两名接近监管层的人士称，澜商银行拟引入战略投资者。')).toEqual([
      'say outlet 汀洲财经: 澜商银行拟引入战略投资者',
      'say unnamed-person 接近监管层的人士: 澜商银行拟引入战略投资者',
    ]);
  });

  it('are whoever the sentence before is about, where a quotation stands alone', () => {
    expect(told('老丁蹲在田埂上，抽了半支烟。“不给个说法，我就不回来了。”')).toEqual([
      'say named-person 老丁: 不给个说法，我就不回来了',
    ]);
    expect(told('但村民并不认同，“下雨天天有，水臭是后来的事。”村民车兆祥告诉记者。').at(-1)).toBe(
      'say named-person 车兆祥: 下雨天天有，水臭是后来的事',
    );
  });

  it('go on in free indirect speech', () => {
    expect(told('彭校长解释，停课是为了消毒。最迟21日就能复课，一天也不会多拖。').at(-1)).toBe(
      'promise named-person 彭校长: 最迟21日就能复课，一天也不会多拖',
    );
  });

  it('are told in a sourceless rumour by nobody, and a rumour unmasked in the same breath is none', () => {
    expect(told('坊间盛传，老城区的书院要拆了。')).toEqual(['hearsay none : 老城区的书院要拆了']);
    expect(told('网传我局负责人旅游的截图系伪造，请勿传播。')).toEqual([]);
  });
});

describe('Chinese genres', () => {
  it('posts with spaces for stops', () => {
    expect(told('我妈买了八千块的理疗床 店员说能治糖尿病 结果腿都肿了 店长说拆封了不退 现在电话也打不通了')).toEqual([
      'say unnamed-person 店员: 能治糖尿病',
      'say unnamed-official 店长: 拆封了不退',
    ]);
  });

  it('minutes, in the name of the body that met', () => {
    expect(told('雾桥市防汛指挥部会议纪要\n会议指出，水位仍高于汛限。').at(-1)).toBe(
      'say named-body 雾桥市防汛指挥部: 水位仍高于汛限',
    );
  });

  it('turns of a talk, to the end of the line', () => {
    expect(told('10:05 羿文昭：已转移群众1.2万人。没有接到伤亡报告。')).toEqual([
      'say named-person 羿文昭: 已转移群众1.2万人。没有接到伤亡报告',
    ]);
  });

  it('bulletins that answer what people wrote', () => {
    const text = '青浦镇情况说明\n针对网民反映我镇乱收费一事，现说明如下：不存在乱收费行为。\n青浦镇人民政府';
    expect(told(text)).toEqual(['allege crowd 网民: 我镇乱收费', 'deny named-body 青浦镇人民政府: 不存在乱收费行为']);
  });

  it('headings that answer', () => {
    expect(told('某乳企被曝使用过期奶粉，企业连夜辟谣：所有批次均在保质期内').at(-1)).toContain('deny named-body');
  });

  it('read alike in Traditional and Simplified script', () => {
    const simple = '消防处表示，火警于晚上受控。住客萧太称，听到叫声才知道起火。有消息人士指，政府正研究方案。';
    const full = '消防處表示，火警於晚上受控。住客蕭太稱，聽到叫聲才知道起火。有消息人士指，政府正研究方案。';
    const places = (text: string) =>
      statements(text).map((one) => [one.start, one.end, one.class, one.source.kind, one.source.start]);
    expect(places(full)).toEqual(places(simple));
    expect(statements(full).map((one) => one.source.name)).toContain('蕭太');
  });
});

describe('Chinese answers', () => {
  it('are of the one who was called, not of the next to speak', () => {
    const text = '记者联系维保单位泰衡电梯，对方工作人员表示正在了解情况。市场监管局负责人说，结果一周内公布。';
    expect(answered(text)).toEqual(['acknowledged 泰衡电梯']);
  });

  it('are partly yes where one admits and denies', () => {
    expect(answered('政教处主任蒲柳承认该生曾被停课，但否认存在体罚。')).toEqual(['partial 政教处']);
  });

  it('are silences and refusals in many words', () => {
    expect(answered('记者多次拨打路峥的手机，均被挂断。')).toEqual(['no-reply 路峥']);
    expect(answered('总统府新闻秘书拒绝就是否撤换防长发表评论。')[0]).toMatch(/^declined 总统府/u);
    expect(answered('对方大使馆尚未作出回应。')[0]).toMatch(/^no-reply/u);
  });
});

describe('Chinese of any shape', () => {
  const words = fc.array(
    fc.constantFrom(
      '他说',
      '“',
      '”',
      '，',
      '。',
      '：',
      '据',
      '网传',
      '局长',
      '王某',
      '□',
      ' ',
      '\n',
      '🙂',
      '\u202e',
      '不予置评',
      '‘',
      '’',
      'X',
    ),
    { maxLength: 60 },
  );

  it('gives spans that are the text at their place', () => {
    fc.assert(
      fc.property(words, (parts) => {
        const text = parts.join('');
        const rows = statements(text);
        const all = [
          ...rows,
          ...han.responses(text, stretches(text), rows),
          ...han.commitments(text, stretches(text), rows, []),
        ];
        for (const one of all) expect(text.slice(one.start, one.end)).toBe(one.quote);
      }),
      { numRuns: 200 },
    );
  });

  it('is read in bounded time without a full stop and with quotations 50 deep', () => {
    const endless = '他说河水很脏，村民不敢喝，'.repeat(2_000);
    const nested = `${'他说“'.repeat(50)}水脏${'”'.repeat(50)}`;
    expect(statements(endless).length).toBeGreaterThan(100);
    expect(() => [statements(nested), statements('“'.repeat(20_000)), statements('他：'.repeat(9_000))]).not.toThrow();
  });
});
