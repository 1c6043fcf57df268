import type { Span } from '../base/span.ts';
import type { Person } from '../weigh/ledger.ts';
import type { Dossier } from './dossier.ts';
import { visible } from './visible.ts';

/** A stretch that is left out, and the words that stand in for it. */
export interface StandIn extends Span {
  readonly words: string;
}

/** Puts stand-ins where words name somebody who is withheld, or tell of private life. */
export interface Withholding {
  (words: string): string;
  /** What is left out of some words, in order. The words must be `visible` already. */
  readonly within: (words: string) => readonly StandIn[];
}

type Known = Pick<Dossier, 'people' | 'claims' | 'statements' | 'texts' | 'items' | 'origins'>;

/**
 * The stand-ins of a dossier: every withheld person's name, in each form it is written in, becomes the person's role or
 * "withheld", the same everywhere; so do the words of claims about private life. Longer forms go first, so that no part
 * of a name is left standing.
 */
export function withholding(dossier: Known): Withholding {
  const outlets = new Set(dossier.items.map((item) => (item.author === item.publisher ? null : item.publisher)));
  const people = dossier.people.filter((person) => person.withheld && !outlets.has(person.name));
  const names = people.flatMap((person) => formsOf(person.name).map((form) => ({ ...form, person })));
  const usual = commonWords(dossier);
  const patterns = names.map((name) => ({
    ...name,
    source: nameSource(name),
    capital: name.kind === 'part' && usual.has(name.words.toLowerCase()),
  }));
  const anyOf = (some: readonly { readonly source: string }[]) =>
    new RegExp(some.map(({ source }) => source).join('|') || '(?!)', 'giu');
  const anyName = anyOf(patterns);
  const forms: Form[] = [
    ...bodiesWith(dossier, patterns).map((words) => ({
      words,
      source: quoteSource(words),
      capital: false,
      standIn: null,
    })),
    ...privateQuotes(dossier).map((words) => ({ words, source: quoteSource(words), capital: false, standIn: PRIVATE })),
    ...patterns.map((one) => ({
      ...one,
      standIn: standInFor(one.person, anyOf(patterns.filter(({ person }) => person === one.person)), anyName),
    })),
  ].sort((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1));
  const found = finder(forms);
  const within = (words: string): readonly StandIn[] => found(words);
  const shown = (words: string): string => replaced(visible(words), found);
  return Object.assign(shown, { within });
}

const PRIVATE = '[withheld: private life]';

interface Form {
  readonly source: string;
  readonly words: string;
  /** Null where the words stay: the name of a body that holds a person's name. */
  readonly standIn: string | null;
  /** A common word too: a name only where it has its capital. */
  readonly capital: boolean;
}

/** One pass over the words for all forms at once; which form it was is told by its group. */
function finder(forms: readonly Form[]): (words: string) => readonly StandIn[] {
  if (forms.length === 0) return () => [];
  const pattern = new RegExp(forms.map(({ source }) => `(${source})`).join('|'), 'giu');
  return (words) =>
    [...words.matchAll(pattern)].flatMap((match) => {
      const form = forms[match.findIndex((group, at) => at > 0 && group !== undefined) - 1];
      if (!form || form.standIn === null || (form.capital && /^\p{Ll}/u.test(match[0]))) return [];
      return { start: match.index, end: match.index + match[0].length, words: form.standIn };
    });
}

function replaced(words: string, found: (words: string) => readonly StandIn[]): string {
  let done = '';
  let from = 0;
  for (const one of found(words)) {
    done += words.slice(from, one.start) + one.words;
    from = one.end;
  }
  return done + words.slice(from);
}

const LONGEST_ROLE = 60;

/** The role without the name in it; none where it names somebody else, or rambles. */
function standInFor({ role }: Person, own: RegExp, anyName: RegExp): string {
  const bare = visible(role ?? '')
    .replaceAll(own, ' ')
    .replaceAll(/\s+/gu, ' ')
    .replaceAll(/^(?:\s|\p{P}|['’]s )+|[\s\p{P}]+$/gu, '')
    .replace(/^(?:The|A|An)\b/u, (article) => article.toLowerCase());
  const words = /\p{Script=Han}{2}/u.test(bare) || bare.length > 4;
  if (!words || bare.length > LONGEST_ROLE || bare.search(anyName) >= 0) return '[withheld]';
  return `[withheld: ${bare}]`;
}

/** Bodies and outlets that bear a part of somebody's name ("Quill Catering"): theirs stays, hers does not. */
function bodiesWith({ items, origins }: Known, names: readonly NameForm[]): readonly string[] {
  const parts = new Set(names.filter(({ kind }) => kind === 'part').map(({ words }) => words.toLowerCase()));
  const bodies = origins.filter(({ kind }) => kind === 'body' || kind === 'outlet').map(({ name }) => name);
  const called = [...new Set([...bodies, ...items.map(({ publisher }) => publisher)])].flatMap((name) => name ?? []);
  const whole = names.filter(({ kind }) => kind !== 'part').map(({ words }) => words.toLowerCase());
  return called
    .map((name) => visible(name).trim())
    .filter((name) => {
      const words = name.toLowerCase().split(/\s+/u);
      return (
        words.length > 1 &&
        words.some((word) => parts.has(word)) &&
        !whole.some((one) => name.toLowerCase().includes(one))
      );
    });
}

interface NameForm {
  readonly words: string;
  readonly kind: 'whole' | 'part' | 'handle';
}

/** The name as known, and each of its parts, as papers use the last and neighbours the first on second mention. */
function formsOf(name: string): readonly NameForm[] {
  const whole = visible(name).trim();
  if (/^[@＠].{4,}/u.test(whole)) return [{ words: whole.slice(1), kind: 'handle' }];
  const [before = whole] = whole.split(/[,，;；|]/u);
  const parts = before.split(/[\s·・•()（）]+/u).filter(partOfName);
  const several = parts.length >= 2 && parts.length <= 4 ? parts : [];
  const forms: NameForm[] = [
    { words: whole, kind: 'whole' },
    ...several.map((words) => ({ words, kind: 'part' as const })),
  ];
  return forms.filter(({ words }) => words.length >= 2);
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

const GAP = String.raw`(?:[\s\p{P}\p{S}]|%20){0,3}`;

/** A Latin name counts as whole words only, however its parts are joined (file names, addresses); Han knows no borders. */
function nameSource({ words, kind }: NameForm): string {
  const literal = words.split(/\s+/u).map(spelled).join(GAP);
  const signs = kind === 'handle' ? String.raw`\p{L}\p{N}` : String.raw`\p{L}`;
  const before = /^\p{Script=Han}/u.test(words) ? '' : `(?<![${signs}])`;
  const after = /\p{Script=Han}$/u.test(words) ? '' : `(?![${signs}])`;
  return before + (kind === 'handle' ? '[@＠]?' : '') + literal + after;
}

/** Each character as written, or bare of its accents; Han with nothing but space between. */
const spelled = (words: string): string =>
  [...words.normalize('NFC')]
    .map((one) => {
      const bare = [...one.normalize('NFD')][0] ?? one;
      return bare === one ? literalOf(one) : `(?:${literalOf(one)}|${literalOf(bare)}\\p{M}*)`;
    })
    .join(/^\p{Script=Han}+$/u.test(words) ? String.raw`\s?` : '');

const literalOf = (words: string): string => words.replaceAll(/[.*+?^${}()|[\]\\/]/gu, String.raw`\$&`);

/** The words of statements about private life, as the items have them. */
function privateQuotes({ claims, statements }: Known): readonly string[] {
  const ids = new Set(claims.filter((claim) => claim.privateLife).flatMap((claim) => claim.statements));
  const quotes = statements.filter(({ id }) => ids.has(id)).map(({ quote }) => quote);
  const wordings = claims.filter((claim) => claim.privateLife).map((claim) => claim.statement);
  const long = (words: string): boolean => words.length >= (/\p{Script=Han}/u.test(words) ? 5 : 10);
  return [...new Set([...quotes, ...wordings].map((words) => visible(words).trim()))].filter(long);
}

const quoteSource = (words: string): string => words.split(/\s+/u).map(literalOf).join(String.raw`\s+`);
