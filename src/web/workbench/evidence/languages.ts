import type { Tongue } from '../room.ts';
import type { Words } from './words.ts';
import { EN } from './words-en.ts';
import { ZH } from './words-zh.ts';

/** The words of the evidence in a language. */
export const wordsOf = (tongue: Tongue): Words => (tongue === 'zh' ? ZH : EN);
