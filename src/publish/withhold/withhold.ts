import type { Person } from '../../weigh/ledger.ts';
import { latinName } from '../../weigh/pinyin.ts';
import type { Dossier } from '../dossier.ts';
import { visible } from '../visible.ts';
import { type Form, finder } from './find-forms.ts';
import { type StandIn, withStandIns } from './stand-in.ts';

/** Puts stand-ins where words name somebody who is withheld, or tell of private life. */
export interface Withholding {
  (words: string): string;
  /** What is left out of some words, in order. The words must be `visible` already. */
  readonly within: Finder;
}

type Known = Pick<Dossier, 'people' | 'claims' | 'statements' | 'texts' | 'items' | 'origins'>;

/**
 * The stand-ins of a dossier: every withheld person's name, in each form it is written in, becomes the person's role or
 * "withheld", the same everywhere, with a code where `codeOf` gives one to tell people apart by; so do the words of
 * claims about private life. Longer forms go first, so that no part of a name is left standing.
 */
export function withholding(dossier: Known, codeOf: ((name: string) => string) | null = null): Withholding {
  const outlets = new Set(dossier.items.map((item) => (item.author === item.publisher ? null : item.publisher)));
  const people = dossier.people.filter((person) => person.withheld && !outlets.has(person.name));
  const usual = commonWords(dossier);
  const names = people.map((person) => ({ person, forms: formsOf(person.name, usual) }));
  const named = finder(names.flatMap(({ forms }) => forms));
  const passages = privateQuotes(dossier).map(
    (words) => ({ words, kind: 'passage', standIn: PRIVATE, capital: false }) as const,
  );
  const found = finder([
    ...bodiesWith(
      dossier,
      names.flatMap(({ forms }) => forms),
    ),
    ...passages,
    ...names.flatMap(({ person, forms }) => {
      const code = codeOf === null ? '[withheld]' : `[withheld: person ${codeOf(person.name)}]`;
      const standIn = standInFor(person, finder(forms), named) ?? code;
      return forms.map((form) => ({ ...form, standIn }));
    }),
  ]);
  const shown = (words: string): string => {
    const seen = visible(words);
    return withStandIns(seen, found(seen));
  };
  return Object.assign(shown, { within: found });
}

const PRIVATE = '[withheld: private life]';

const LONGEST_ROLE = 60;

/** The role without the name in it; none where it names somebody else, or rambles. */
function standInFor({ role }: Person, own: Finder, anyone: Finder): string | null {
  const seen = visible(role ?? '');
  const bare = withStandIns(
    seen,
    own(seen).map((one) => ({ ...one, words: ' ' })),
  )
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^(?:\s|\p{P}|['’]s )+|[\s\p{P}]+$/gu, '')
    .replace(/^(?:The|A|An)\b/u, (article) => article.toLowerCase());
  const words = /\p{Script=Han}{2}/u.test(bare) || bare.length > 4;
  // "Lawyer for the head of purchasing, A. Name": the name may be either's, so neither is said of it.
  const either = /\b(?:for|to|by|with)\b.*,/iu.test(role ?? '');
  if (!words || either || bare.length > LONGEST_ROLE || anyone(bare).length > 0) return null;
  return `[withheld: ${bare}]`;
}

type Finder = (words: string) => readonly StandIn[];

/** Bodies and outlets that bear a part of somebody's name ("Quill Catering"): theirs stays, hers does not. */
function bodiesWith({ items, origins }: Known, names: readonly Form[]): readonly Form[] {
  const parts = new Set(names.filter(({ kind }) => kind === 'part').map(({ words }) => words.toLowerCase()));
  const found = finder(names.filter(({ kind }) => kind !== 'part'));
  const bodies = origins.filter(({ kind }) => kind === 'body' || kind === 'outlet').map(({ name }) => name);
  return [...new Set([...bodies, ...items.map(({ publisher }) => publisher)])]
    .map((name) => visible(name ?? '').trim())
    .filter((name) => {
      const words = name.toLowerCase().split(/\s+/u);
      return words.length > 1 && words.some((word) => parts.has(word)) && found(name).length === 0;
    })
    .map((words) => ({ words, kind: 'whole', standIn: null, capital: false }));
}

/** The name as known, and each of its parts, as papers use the last and neighbours the first on second mention. */
function formsOf(name: string, usual: ReadonlySet<string>): readonly Form[] {
  const whole = visible(name).trim();
  const form = (words: string, kind: Form['kind']): Form => ({
    words,
    kind,
    standIn: '[withheld]',
    capital: kind === 'part' && usual.has(words.toLowerCase()),
  });
  if (/^[@＠].{4,}/u.test(whole)) return [form(whole.slice(1), 'handle')];
  const [before = whole] = whole.split(/[,，;；|]/u);
  const parts = before.split(/[\s·・•()（）]+/u).filter(partOfName);
  const several = parts.length >= 2 && parts.length <= 4 ? parts : [];
  return [
    form(whole, 'whole'),
    ...turned(several).map((words) => form(words, 'whole')),
    ...several.map((words) => form(words, 'part')),
    ...initialled(several).map((words) => form(words, 'initial')),
    ...inLatin(whole),
  ].filter(({ words }) => words.length >= 2);
}

/** The family name first, as lists have it. */
const turned = (parts: readonly string[]): readonly string[] =>
  parts.length < 2 ? [] : [`${parts.at(-1)} ${parts.slice(0, -1).join(' ')}`];

/** "M. Quill", as a list or a caption has it. */
const initialled = (parts: readonly string[]): readonly string[] => {
  const last = parts.at(-1) ?? '';
  const initials = parts.slice(0, -1).map((part) => part.charAt(0));
  return /^\p{Script=Latin}/u.test(last) && initials.length > 0 ? [`${initials.join(' ')} ${last}`] : [];
};

/** A Chinese name in Latin letters, both ways round. Short ones are words of other languages too, unless they have their capital. */
function inLatin(name: string): readonly Form[] {
  const latin = latinName(name);
  if (latin === null) return [];
  const capital = latin.family.length + latin.given.length < 6;
  return [`${latin.family} ${latin.given}`, `${latin.given} ${latin.family}`].map((words) => ({
    ...{ words, kind: 'whole', standIn: '[withheld]', capital },
  }));
}

const partOfName = (part: string): boolean =>
  /^\p{Lu}[\p{L}\p{M}’'-]{2,}$/u.test(part) || /^\p{Script=Han}{2,}$/u.test(part);

/** Words that the texts write small more often than not. A part of a name that is one of them is a name only where it is written as one. */
function commonWords({ texts }: Known): ReadonlySet<string> {
  const small = new Map<string, number>();
  for (const { content } of texts)
    for (const [word] of content.matchAll(/\p{Script=Latin}{3,}/gu)) {
      const key = word.toLowerCase();
      small.set(key, (small.get(key) ?? 0) + (word === key ? 1 : -1));
    }
  return new Set([...small].filter(([, more]) => more > 0).map(([word]) => word));
}

/** The words of statements about private life, as the items have them. */
function privateQuotes({ claims, statements }: Known): readonly string[] {
  const ids = new Set(claims.filter((claim) => claim.privateLife).flatMap((claim) => claim.statements));
  const quotes = statements.filter(({ id }) => ids.has(id)).map(({ quote }) => quote);
  const wordings = claims.filter((claim) => claim.privateLife).map((claim) => claim.statement);
  const long = (words: string): boolean => words.length >= (/\p{Script=Han}/u.test(words) ? 5 : 10);
  return [...new Set([...quotes, ...wordings].map((words) => visible(words).trim()))].filter(long);
}
