import { trimArticle, typed } from './kind.ts';
import type { Lexicon } from './lexicon.ts';
import { plain } from './token.ts';

/** The full names of people and bodies in a text, so that short forms find them. */
export interface Names {
  /** Full names by the first and the last word, in lower case. */
  readonly people: ReadonlyMap<string, string>;
  readonly persons: readonly { readonly name: string; readonly at: number; readonly gender: 'he' | 'she' | null }[];
  /** `low`: the name as words are looked up. */
  readonly bodies: readonly { readonly name: string; readonly low: string; readonly at: number }[];
}

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
  const bodies: Names['bodies'][number][] = [];
  const seen = new Set<string>();
  for (const match of content.matchAll(lexicon.shape.properName)) {
    const words = match[0].replace(/['’]s?$/u, '');
    const one = typed(words, lexicon, false);
    if (one.kind === 'named-person' && one.name.includes(' ')) {
      const parts = one.name.split(/\s+/u);
      people.set(plain(parts.at(-1) ?? ''), one.name);
      people.set(plain(parts[0] ?? ''), one.name);
      persons.push({ name: one.name, at: match.index, gender: one.gender });
    } else if (one.kind === 'named-person' && one.name !== words) {
      const low = plain(one.name);
      if (!people.has(low)) people.set(low, one.name);
    } else if (one.kind === 'named-body' && (words.includes(' ') || /\p{Lu}{2}/u.test(words))) {
      const name = trimArticle(words, lexicon);
      if (seen.has(name) && bodies.length > MANY) continue;
      seen.add(name);
      bodies.push({ name, low: plain(name), at: match.index });
    }
  }
  return { people, persons, bodies };
}

/** From here on only new names are kept: a long text must not cost its square. */
const MANY = 400;
