import { expect, test } from 'vitest';
import { tidied } from './seen-words.ts';

test.each([
  ['渡 轮 今 晚 停 航', '渡轮今晚停航'],
  ['码头 有 3 班 船 , 你 来 吗 ?', '码头有3班船，你来吗？'],
  ['The ferry is late, again?', 'The ferry is late, again?'],
  ['水位 38 . 6 米', '水位38.6米'],
  ['at 18 : 05 sharp', 'at 18:05 sharp'],
  ['| think so, and | ’m sure', 'I think so, and I ’m sure'],
  ['', ''],
])('%j is written %j', (read, written) => {
  expect(tidied(read)).toBe(written);
});

test('tidying twice is tidying once', () => {
  for (const words of ['船 , 停 了 ! 3 . 5 米', '| | a b', '　 渡 轮 ', 'e . g . 4 : 5'])
    expect(tidied(tidied(words))).toBe(tidied(words));
});
