import { WORDS } from '../../../publish/words/languages.ts';
import type { Tongue } from '../room.ts';
import type { Words } from './words.ts';

/** That an item could not be read, and why. */
export function unreadWords(english: string, words: Words, tongue: Tongue): string {
  const { marks, phrase } = WORDS[tongue];
  return `${words.unread}${marks.colon}${phrase(english) ?? english}${marks.stop}`;
}
