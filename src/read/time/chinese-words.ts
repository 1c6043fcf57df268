import { ZH_TIMES } from '../locales/zh/times.ts';
import type { Atom } from './atom.ts';
import { always, any, type Groups, type Need, type Rule } from './rule.ts';

/** What a rule's groups say. */
export type Meaning = Omit<Atom, 'start' | 'end'>;

/** The pieces that the Chinese patterns are made of; both scripts are read. */
export const NUMBER = `(?:\\d{1,3}|[${ZH_TIMES.digits}十两兩廿卅百]{1,5})`;
export const SMALL = `(?:\\d{1,2}|[${ZH_TIMES.digits}十廿卅]{1,3})`;
export const WEEK = `(?:${ZH_TIMES.weekWords.join('|')})`;
export const STEP = any(Object.keys(ZH_TIMES.steps));
export const UNIT = any(Object.keys(ZH_TIMES.units));
/** In short years (07年, 九零年) a count could be meant: what follows or leads must show that none is. */
const SHORT_YEAR = `(?<![\\d${ZH_TIMES.digits}十百])(?:0\\d|[89][1-9](?=年(?![来內内间前后後代的历多以]))|\\d{2}(?=年(?:\\d{1,2}月|第|[至到]\\d{2}年|[上下]半年|[${ZH_TIMES.digits}十]{1,3}月))|(?!五六|六七|七八|八九)[五六七八九][${ZH_TIMES.digits}]|[〇零][${ZH_TIMES.digits}]|(?<=\\d{2}年[至到])\\d{2}(?=年))`;
export const YEAR = `(?<year>(?:1\\d|20|21)\\d{2}[ ]?|[两兩二一]千[零〇]?[${ZH_TIMES.digits}十]{0,3}|[一二][${ZH_TIMES.digits}]{3}|${SHORT_YEAR})`;

export function rule(
  source: string,
  read: (groups: Groups, before: string) => Meaning | null,
  needs: Need = always,
): Rule {
  return { pattern: new RegExp(source, 'gu'), needs, read };
}

/** Chinese or Arabic numerals up to the hundreds; digit by digit where there is no 十 (二〇三一). */
export function numberOf(words: string | undefined): number {
  const word = words ?? '';
  if (/^\d+$/u.test(word)) return Number(word);
  const [thousands = '', rest = ''] = word.includes('千') ? word.split('千') : [];
  if (thousands !== '') return numberOf(thousands) * 1000 + numberOf(rest.replace(/^[零〇]/u, '') || '〇');
  const plain = word
    .replaceAll(/[两兩]/gu, '二')
    .replaceAll('廿', '二十')
    .replaceAll('卅', '三十')
    .replaceAll('零', '〇');
  const digit = (one: string | undefined): number =>
    Math.max(0, ZH_TIMES.digits.replace('零', '').indexOf(one ?? '〇'));
  if (!/[十百]/u.test(plain)) return [...plain].reduce((sum, one) => sum * 10 + digit(one), 0);
  const [, hundreds = '', tens = '', ones = ''] = /^(?:(.)百)?〇?(?:(.?)十)?(.?)$/u.exec(plain) ?? [];
  const ten = plain.includes('十') ? (tens === '' ? 1 : digit(tens)) : 0;
  return (hundreds === '' ? 0 : digit(hundreds)) * 100 + ten * 10 + (ones === '' ? 0 : digit(ones));
}

/** 两三, 七八: some, not a number. */
export const isSome = (words: string): boolean =>
  /^(?:[一二两三四五六七八九]{2})$/u.test(words) &&
  !/^[五六七八九][〇零]/u.test(words) &&
  Math.abs(numberOf(words[0]) - numberOf(words[1])) <= 2;

/** A year in full, or by its last two figures: those of the century that has begun up to 49, of the last one from 50. */
export function yearOf(words: string): number {
  const year = numberOf(words.trim());
  return year > 99 ? year : year + (year < 50 ? 2000 : 1900);
}

export const stepOf = (word: string | undefined): number =>
  (ZH_TIMES.steps as Readonly<Record<string, number>>)[word ?? ''] ?? 0;

/** 0 for Sunday. */
export const weekdayOf = (word: string | undefined): number =>
  ZH_TIMES.weekdays.findIndex((names) => names.includes(word ?? ' '));
