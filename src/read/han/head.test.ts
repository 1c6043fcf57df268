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
