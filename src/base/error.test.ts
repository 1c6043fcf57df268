import { expect, test } from 'vitest';
import { HearsayError } from './error.ts';

test('a message is one line of some length, whatever names it quotes', () => {
  const { message } = new HearsayError('malformed', `a\nb\u0007 ${'x'.repeat(5000)}; save it again`);
  expect(message).toMatch(/^a b {1,2}x+ … x+; save it again$/u);
  expect(message.length).toBeLessThan(720);
});
