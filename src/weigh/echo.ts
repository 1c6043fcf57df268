import type { Copy, Passage } from '../trace/lineage.ts';
import { conflict, type Gist, gistOf } from './gist.ts';
import type { Placed } from './ledger.ts';
import { quantitiesConflict } from './quantity.ts';
import type { Story } from './story.ts';
import { type Naming, namingIn } from './subject.ts';
import { Union } from './union.ts';
import type { Who } from './who.ts';

/** Two statements, one carried on from the other's text: their ids, and how far they can be told to be one, from 0 up. */
interface Match {
  readonly left: Placed;
  readonly right: Placed;
  readonly weight: number;
}

/** From this weight on, two statements of a copy and its model are one statement. */
const ENOUGH = 2;

/**
 * Statements that copies and translations only carry on, joined to what they were made from: each pair of texts
 * is aligned statement by statement, by the passages that the texts share and by what survives translation.
 */
export function echoesIn(story: Story, who: Who, naming: Naming = namingIn(story)): (statement: string) => string {
  const union = new Union();
  const spoken = new Map<string, Placed[]>();
  for (const one of story.statements) spoken.set(one.item, [...(spoken.get(one.item) ?? []), one]);
  const gists = new Map<string, Gist>();
  const gist = (one: Placed): Gist => {
    const known = gists.get(one.id) ?? gistOf(one.quote);
    gists.set(one.id, known);
    return known;
  };
  for (const copy of story.lineage.copies.filter((one) => one.direct || one.kind === 'translation')) {
    const matches = aligned(copy, spoken.get(copy.left) ?? [], spoken.get(copy.right) ?? [], gist, who, naming);
    for (const { left, right } of matches) union.join(left.id, right.id);
  }
  return (id) => union.find(id);
}

/** One to one, the surest first. */
function aligned(
  copy: Copy,
  lefts: readonly Placed[],
  rights: readonly Placed[],
  gist: (one: Placed) => Gist,
  who: Who,
  naming: Naming,
): readonly Match[] {
  const weigh = copy.kind === 'translation' ? inTranslation(gist, who) : inPassages(copy.passages, gist, naming);
  const all: Match[] = [];
  lefts.forEach((left, i) => {
    rights.forEach((right, j) => {
      if (left.carrier !== right.carrier) return;
      const weight = weigh(left, right, place(i, lefts) - place(j, rights));
      if (weight >= ENOUGH) all.push({ left, right, weight });
    });
  });
  const taken = new Set<string>();
  return all
    .sort((a, b) => b.weight - a.weight || a.left.start - b.left.start || a.right.start - b.right.start)
    .filter(({ left, right }) => {
      if (taken.has(left.id) || taken.has(right.id)) return false;
      taken.add(left.id).add(right.id);
      return true;
    });
}

/** Where a statement stands among the statements of its text, from 0 to 1. */
const place = (at: number, all: readonly Placed[]): number => at / Math.max(1, all.length - 1);

type Weigh = (left: Placed, right: Placed, apart: number) => number;

/** In a passage kept word for word, the same place; what is left over by rewording is known by its wording alone. */
function inPassages(passages: readonly Passage[], gist: (one: Placed) => Gist, naming: Naming): Weigh {
  return (left, right) => {
    if (left.class !== right.class && left.quote !== right.quote) return 0;
    if (left.quote !== right.quote && !carriesOn(gist(left), gist(right))) return 0;
    if (naming.differ(naming.of(left.quote), naming.of(right.quote))) return 0;
    for (const passage of passages) {
      const from = left.start - passage.left.start;
      const to = right.start - passage.right.start;
      const slack = passage.kind === 'verbatim' ? 12 : 40;
      if (from < -slack || to < -slack || left.end > passage.left.end + slack) continue;
      if (right.end > passage.right.end + slack || Math.abs(from - to) > slack) continue;
      const lengths = Math.min(left.quote.length, right.quote.length) / Math.max(left.quote.length, right.quote.length);
      if (lengths > 0.6) return ENOUGH + lengths;
    }
    return 0;
  };
}

/** Half of what the shorter says, and no other amount or day: sentences of one form stand in one place too. */
function carriesOn(a: Gist, b: Gist): boolean {
  const shared = [...a.tokens].filter((token) => b.tokens.has(token)).length;
  return !conflict(a, b) && 2 * shared >= Math.min(a.tokens.size, b.tokens.size);
}

/** What survives translation: numbers, days, names, concepts, the kind of voice, and the order of what is said. */
function inTranslation(gist: (one: Placed) => Gist, who: Who): Weigh {
  return (left, right, apart) => {
    const [a, b] = [gist(left), gist(right)];
    if (quantitiesConflict(a.quantities, b.quantities) || left.source.kind !== right.source.kind) return 0;
    const shared = [...a.tokens].filter((token) => token[1] === ':' && b.tokens.has(token)).length;
    const named = left.source.name !== null && right.source.name !== null;
    const one = named && who.full(left.source.name ?? '') === who.full(right.source.name ?? '');
    return (
      Math.min(2, shared * 0.6) + (one ? 1 : 0) + (left.class === right.class ? 0.4 : 0) + 0.8 - 4 * Math.abs(apart)
    );
  };
}
