import { EN } from './en.ts';
import type { Words } from './words.ts';
import { ZH } from './zh.ts';

/** The languages of the interface. */
export const WORDS: Readonly<Record<'en' | 'zh', Words>> = { en: EN, zh: ZH };
