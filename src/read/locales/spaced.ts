import type { Lexicon } from '../spaced/lexicon.ts';
import { english } from './en/en.ts';
import { spanish } from './es/es.ts';

/** The languages that part their words with spaces, as data. */
export const SPACED: readonly Lexicon[] = [english, spanish];
