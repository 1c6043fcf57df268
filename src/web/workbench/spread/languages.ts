import type { Tongue } from '../room.ts';
import type { Words } from './words.ts';
import { EN } from './words-en.ts';
import { ZH } from './words-zh.ts';

const ALL: Readonly<Record<Tongue, Words>> = { en: EN, zh: ZH };

/** Everything that the spread view says, in a language. */
export const wordsOf = (tongue: Tongue): Words => ALL[tongue];
