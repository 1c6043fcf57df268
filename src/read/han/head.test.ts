import { expect, it } from 'vitest';
import type { Stretch } from '../grammar.ts';
import { han } from './grammar.ts';

function told(content: string): readonly string[] {
  const carrier = { publisher: null, author: null, published: null };
  const stretches: readonly Stretch[] = [{ start: 0, end: content.length, kind: 'body', carrier }];
  return han.statements(content, stretches).map((one) => `${one.source.kind} ${one.source.name}: ${one.quote}`);
}

it.each(['食品安全局', '海事安全局', '国家安全部', '财政局', '民政局'])(
  '%s is a body, though 全局 and 政局 are none',
  (body) => {
    expect(told(`${body}6日证实，大桥已封闭。`)).toEqual([`named-body ${body}: 大桥已封闭`]);
  },
);

it('takes a name in marks for no speech', () => {
  expect(told('渡轮“长风号”停航，海事局6日证实，“长风号”四只救生筏已过期。')).toContain(
    'named-body 海事局: “长风号”四只救生筏已过期',
  );
  expect(told('“长风号”四只救生筏过期 海事局证实')).not.toContain('named-body 海事局: 长风号');
  expect(told('“我没有拿钱。”村主任摇着头对记者说。')[0]).toContain('我没有拿钱');
});

it.each([
  ['民警告诉记者，大桥已封闭。', 'unnamed-official 民警: 大桥已封闭'],
  ['绿色和平组织表示，大桥已封闭。', 'named-body 绿色和平组织: 大桥已封闭'],
  ['周师傅说，大桥已封闭。', 'named-person 周师傅: 大桥已封闭'],
  ['许老师说，大桥已封闭。', 'named-person 许老师: 大桥已封闭'],
  ['本周，警方说，大桥已封闭。', 'named-body 警方: 大桥已封闭'],
  ['6日9时许，警方说，大桥已封闭。', 'named-body 警方: 大桥已封闭'],
  ['警方警告说，大桥已封闭。', 'named-body 警方: 大桥已封闭'],
])('finds who speaks where words run into each other: %s', (content, wanted) => {
  expect(told(content)).toEqual([wanted]);
});
