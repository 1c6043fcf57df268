import { trimArticle, typed } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { plain } from './token.ts';

/** A body or outlet named in a text, and what the text calls it besides: "the insurer Corvane Mutual". */
export interface NamedBody {
  readonly name: string;
  /** The name as words are looked up. */
  readonly low: string;
  readonly at: number;
  readonly outlet: boolean;
  /** Nouns that the text puts beside the name. */
  readonly roles: ReadonlySet<string>;
}

export interface NamedPerson {
  readonly name: string;
  readonly at: number;
  readonly gender: 'he' | 'she' | null;
  /** The offices that the text puts beside the name: "mayor". */
  readonly offices: ReadonlySet<string>;
}

/** The full names of people and bodies in a text, so that short forms find them. */
export interface Names {
  /** Full names by the first and the last word, in lower case. */
  readonly people: ReadonlyMap<string, string>;
  readonly persons: readonly NamedPerson[];
  readonly bodies: readonly NamedBody[];
  /** Bodies by the first word of a name that only its context shows to be one. */
  readonly shorts: ReadonlyMap<string, string>;
  /** Words written with a capital inside a sentence: names, not mere beginnings. */
  readonly inside: ReadonlySet<string>;
}

/** Those named last before a place, and as many after it: names come in the order of the text. */
export function around<T extends { readonly at: number }>(named: readonly T[], place: number): readonly T[] {
  let low = 0;
  let high = named.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((named[middle]?.at ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return named.length <= NEAR ? named : named.slice(Math.max(0, low - NEAR), low + NEAR);
}

/** A name further off means nothing to a short form; a long text must not cost its square. */
const NEAR = 160;

/** Statements and responses ask for the same text's names; a value computed once is the same value. */
const known = new WeakMap<Lexicon, { readonly content: string; readonly names: Names }>();

/** All names of a text. */
export function namesIn(content: string, lexicon: Lexicon): Names {
  const before = known.get(lexicon);
  if (before?.content === content) return before.names;
  const names = found(content, lexicon);
  known.set(lexicon, { content, names });
  return names;
}

function found(content: string, lexicon: Lexicon): Names {
  const people = new Map<string, string>();
  const persons: Names['persons'][number][] = [];
  const bodies: NamedBody[] = [];
  const shorts = new Map<string, string>();
  const inside = new Set<string>();
  const kinds = new Map<string, ReturnType<typeof typed>>();
  const seen = new Set<string>();
  for (const match of each(content, lexicon)) {
    const words = match.words.replace(/['’]s?$/u, '');
    if (isTime(words, lexicon)) continue;
    if (/[\p{L},] $/u.test(content.slice(Math.max(0, match.index - 2), match.index))) inside.add(words);
    const one = kinds.get(words) ?? typed(words, lexicon, false);
    kinds.set(words, one);
    const roles = lexicon.descriptions.length > 0 ? rolesAt(content, match.index, words.length, lexicon) : NO_ROLES;
    const first = plain(words.split(' ')[0] ?? '');
    const shown = roles.size > 0 && !lexicon.personTitles.has(first) && !lexicon.firstNames.has(first);
    if (one.kind === 'named-person' && one.name.includes(' ') && !shown) {
      const parts = one.name.split(/\s+/u);
      people.set(plain(parts.at(-1) ?? ''), one.name);
      people.set(plain(parts[0] ?? ''), one.name);
      persons.push({
        name: one.name,
        at: match.index,
        gender: one.gender,
        offices: officesAt(content, match.index, words, lexicon),
      });
    } else if (one.kind === 'named-person' && one.name !== words) {
      const low = plain(one.name);
      if (!people.has(low)) people.set(low, one.name);
      persons.push({ name: people.get(low) ?? one.name, at: match.index, gender: one.gender, offices: NO_ROLES });
    } else if (shown || isBody(one.kind, words)) {
      const name = trimArticle(words, lexicon);
      if (seen.has(name) && bodies.length > MANY) continue;
      seen.add(name);
      bodies.push({ name, low: plain(name), at: match.index, outlet: one.kind === 'outlet', roles });
      const short = plain(name.split(' ')[0] ?? '');
      if (
        name.includes(' ') &&
        short.length > 3 &&
        !lexicon.heads.has(short) &&
        !lexicon.bodyNames.has(short) &&
        !lexicon.outletNames.has(short)
      )
        if (shown || one.kind === 'named-body') shorts.set(short, name);
    }
  }
  return { people, persons, bodies, shorts, inside };
}

/** The proper names of a text; two bodies of one form ("A Ltd and B Ltd") are two. */
function* each(content: string, lexicon: Lexicon): Generator<{ readonly words: string; readonly index: number }> {
  for (const match of content.matchAll(lexicon.shape.properName)) {
    const day = dayBefore(content, match, lexicon);
    if (day > 0) {
      yield { words: match[0].slice(day), index: match.index + day };
      continue;
    }
    const parts = match[0].split(' ');
    const joint = parts.findIndex((word, at) => at > 1 && lexicon.words.conjunctions.has(word));
    const two = joint > 1 && parts[joint - 1] === parts.at(-1) && joint < parts.length - 2;
    const left = parts.slice(0, joint).join(' ');
    if (!two) yield { words: match[0], index: match.index };
    else {
      yield { words: left, index: match.index };
      yield {
        words: parts.slice(joint + 1).join(' '),
        index: match.index + left.length + (parts[joint]?.length ?? 0) + 2,
      };
    }
  }
}

/** "On Tuesday Brightwake": how much of the capitals is a day, and what leads it in. */
function dayBefore(content: string, match: RegExpExecArray, { words, firstNames }: Lexicon): number {
  const parts = match[0].split(' ').map(plain);
  const isDay = (word = ''): boolean => words.times.has(word) && !firstNames.has(word);
  let led = words.prepositions.has(parts[0] ?? '') ? 1 : 0;
  const before = led ? '' : (/(\p{L}+) $/u.exec(content.slice(Math.max(0, match.index - 16), match.index))?.[1] ?? '');
  if (!led && !words.prepositions.has(plain(before))) return 0;
  if (!isDay(parts[led])) return 0;
  while (isDay(parts[led])) led++;
  return led < parts.length ? match[0].split(' ', led).join(' ').length + 1 : 0;
}

const isBody = (kind: string, words: string): boolean =>
  (kind === 'named-body' || kind === 'outlet') && (words.includes(' ') || /\p{Lu}{2}/u.test(words));

const NO_ROLES: ReadonlySet<string> = new Set();

/** "the ferry operator Brightwake", "the insurer, Corvane Mutual," and "Stannard, a quarry company,". */
function rolesAt(content: string, at: number, length: number, lexicon: Lexicon): ReadonlySet<string> {
  const roles = new Set<string>();
  const led = content.charAt(at - 1) === ' ' && /[\p{Ll},]/u.test(content.charAt(at - 2));
  if (!led && content.charAt(at + length) !== ',') return NO_ROLES;
  const before = /(\p{Ll}[\p{Ll}-]+),? $/u.exec(content.slice(Math.max(0, at - 24), at))?.[1] ?? '';
  if (lexicon.heads.get(before) === 'named-body') roles.add(before);
  const after = /^, (?:an?|the) ((?:[\p{L}-]+ ){0,4}?[\p{Ll}-]+)(?=[,.;]| (?:in|of|for|that|which|based|with)\b)/u.exec(
    content.slice(at + length, at + length + 60),
  )?.[1];
  const head = after?.split(' ').at(-1) ?? '';
  if (lexicon.heads.get(head) === 'named-body') roles.add(head);
  return roles;
}

/** "Mayor Petra Sund", "the chief engineer, Pavel Drost," and "Petra Sund, the mayor". */
function officesAt(content: string, at: number, words: string, lexicon: Lexicon): ReadonlySet<string> {
  const beside = [
    words.split(' ')[0] ?? '',
    /([\p{L}-]+),? $/u.exec(content.slice(Math.max(0, at - 24), at))?.[1] ?? '',
    /^, (?:(?:an?|the) )?(?:[\p{L}-]+ ){0,2}?([\p{Ll}-]+)(?=[,.;]| (?:of|at|for)\b)/u.exec(
      content.slice(at + words.length, at + words.length + 50),
    )?.[1] ?? '',
  ].map(plain);
  return new Set(
    beside.filter((word) => lexicon.heads.get(word) === 'unnamed-official' || lexicon.personTitles.has(word)),
  );
}

/** "Tuesday and Wednesday". */
export const isTime = (words: string, { words: closed }: Lexicon): boolean =>
  plain(words)
    .split(/[\s,]+/u)
    .every(
      (word, index, all) =>
        closed.times.has(word) || (index > 0 && index < all.length - 1 && closed.conjunctions.has(word)),
    );

/** From here on only new names are kept: a long text must not cost its square. */
const MANY = 400;
