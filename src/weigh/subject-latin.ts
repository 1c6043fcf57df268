import things from './lexicon/named-things.json' with { type: 'json' };

/** Words that begin a sentence or a title, and so are no names for being capitalised. */
const TITLES = new Set(
  'mr mrs ms miss dr prof professor captain capt cllr councillor sir dame lord lady the a an in on at it he she they we i if but and so as his her their its our your my this that these those there here when while after before since no not some many most what who why how where yes both all'.split(
    ' ',
  ),
);
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH =
  /\b(?:(?:in|since|until|by|last|of|early|late|mid)[ -]|\d{1,2}(?:st|nd|rd|th)? )?(January|February|March|April|May|June|July|August|September|October|November|December|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\b)/gu;
const WEEKDAY = /\b(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day/gu;
const RUN = /\p{Lu}[\p{L}\p{N}’'-]*(?:(?: of(?: the)?| &)? \p{Lu}[\p{L}\p{N}’'-]*)*/gu;
/** ", who runs the firm, Orten Works, was …": what is said by the way. */
const ASIDE =
  /,\s(?:who|which|whose)\b.{0,120}?,(?=\s(?:is|was|are|were|has|had|have|did|does|will|would|\p{Ll}{2,20}ed)\b)/gu;
/** "freezer 2", "Line No 4": what is told apart by its number. */
const NUMBERED =
  /\b(\p{Ll}{3,}|\p{Lu}\p{Ll}{2,})\s(?:[Nn]o\.?\s?|number\s)?(\d{1,3})(?![\d.,:%]|\s?(?:%|per|(?!(?:was|were|had|has|have|did|does|will|would|could|can|which|that|and|may|might|must)\b)\p{Ll}{3,}))/gu;
const COUNTS = new Set(
  'about over under than from with only just least most some nearly almost around until after before since and the for was were are age aged between roughly approximately'.split(
    ' ',
  ),
);

/** A name as it stands: its words, folded, titles off. */
export type Name = readonly string[];

/** Runs of capitalised words. One that stands alone at the beginning is a name only where `known` says so. */
export function latinNames(words: string, known: (word: string) => boolean): readonly Name[] {
  if (isTitled(words)) return [];
  const found: Name[] = [];
  for (const match of words
    .replace(ASIDE, '')
    .replace(MONTH, (all) => all.toLowerCase())
    .replace(WEEKDAY, '')
    .matchAll(RUN)) {
    const name = nameOf(match[0]);
    const alone = name.length === 1 && /^[^\p{L}]*$|[.!?:]\W*$/u.test(words.slice(0, match.index));
    if (name.length > 0 && !(alone && !known(name[0] ?? ''))) found.push(name);
  }
  return found;
}

/** Capitalised words that do not begin a sentence: names wherever else they stand. */
export function capitalisedIn(words: string): readonly string[] {
  if (isTitled(words)) return [];
  return (words.match(/(?<=[\p{Ll}\p{N},;’”)] [“‘"]?)\p{Lu}[\p{L}’'-]*/gu) ?? []).flatMap(nameOf);
}

const nameOf = (run: string): Name =>
  run
    .toLowerCase()
    .replace(/[’']s\b|[’']/gu, '')
    .split(/[ -]/u)
    .filter((word) => word.length > 1 && word !== 'of' && word !== '&' && !TITLES.has(word));

/** A headline in capitals tells no name from another word. */
function isTitled(words: string): boolean {
  const long = words.match(/\p{L}{3,}/gu) ?? [];
  return long.length > 3 && long.filter((word) => /^\p{Lu}/u.test(word)).length > 0.85 * long.length;
}

/** Months by number; "may" that is no month is lower-case. */
export const latinMonths = (words: string): readonly number[] =>
  [...words.matchAll(MONTH)].flatMap(([all, month]) =>
    month === 'May' && all === 'May' ? [] : [1 + MONTHS.indexOf((month ?? '').slice(0, 3).toLowerCase())],
  );

export const weekdays = (words: string): readonly string[] => words.match(WEEKDAY) ?? [];

/** What is told apart by a number by its kind, whatever follows. */
const KNOWN = new RegExp(`\\b(${things.numbered.join('|')})\\s(?:[Nn]o\\.?\\s?)?(\\d{1,3})(?![\\d.,:%])`, 'giu');

/** What is told apart by a number, by the word for it. */
export function numbered(words: string): ReadonlyMap<string, ReadonlySet<string>> {
  const found = new Map<string, Set<string>>();
  for (const [, noun, number] of [...words.matchAll(NUMBERED), ...words.matchAll(KNOWN)]) {
    const key = (noun ?? '').toLowerCase();
    if (COUNTS.has(key) || TITLES.has(key) || MONTHS.includes(key.slice(0, 3))) continue;
    found.set(key, (found.get(key) ?? new Set<string>()).add(number ?? ''));
  }
  return found;
}
