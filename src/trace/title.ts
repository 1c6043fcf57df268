import type { Item } from '../capture/item.ts';
import { foldText } from './fold.ts';

/** A headline as far as copies of it can be told: its words, and its build for a comparison across languages. */
export interface Title {
  readonly words: string;
  readonly build: string;
}

/** The headlines of items that have one, without the outlet's name behind them. */
export function titlesOf(items: readonly Item[]): ReadonlyMap<string, Title> {
  const found = new Map<string, Title>();
  for (const item of items) {
    const title = bare(item.title ?? '', item.publisher ?? '');
    if (title !== '') found.set(item.id, { words: foldText(title), build: buildOf(title) });
  }
  return found;
}

/** Whether one headline may be the other's: the same words, or in another script the same build. */
export function sameTitle(a: Title | undefined, b: Title | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return isHan(a.words) === isHan(b.words) ? a.words === b.words : a.build === b.build;
}

function bare(title: string, publisher: string): string {
  const parts = title.split(/\s[|–—-]\s|_/u);
  const last = foldText(parts.at(-1) ?? '');
  return parts.length > 1 && last !== '' && last === foldText(publisher)
    ? parts.slice(0, -1).join(' ').trim()
    : title.trim();
}

const isHan = (words: string): boolean => /\p{Script=Han}/u.test(words);

/** What a translator keeps of a headline: figures, questions, a colon, quotation marks. */
function buildOf(title: string): string {
  const has = (pattern: RegExp): string => (pattern.test(title) ? '1' : '0');
  return (
    has(/\d|[一二三四五六七八九十百千万][一二三四五六七八九十百千万]/u) +
    has(/[?？]/u) +
    has(/[:：]/u) +
    has(/[“"‘「]/u)
  );
}
