import { expect, it } from 'vitest';
import { unreadWords } from './unread-words.ts';
import { EN } from './words-en.ts';
import { ZH } from './words-zh.ts';

const why = 'items/a.pdf is locked with a password; save a copy without it';

it('says why an item could not be read, in the language of the workbench', () => {
  expect(unreadWords(why, EN, 'en')).toBe(`Could not be read: ${why}.`);
  expect(unreadWords(why, ZH, 'zh')).toBe('无法读取：items/a.pdf有密码保护；请另存一份无密码的副本。');
});
