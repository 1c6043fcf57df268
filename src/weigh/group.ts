import { nameOf } from '../base/digest.ts';
import { compareInstants } from '../base/time.ts';
import type { Part } from './clause.ts';
import { type Entry, isOpen } from './entry.ts';
import type { Gist } from './gist.ts';
import type { Placed } from './ledger.ts';
import { ownVoice } from './rank.ts';
import type { Scene } from './scene.ts';
import { takesBack } from './taken-back.ts';
import { type Ties, UNTIED } from './ties.ts';

/** Statements that say the same, before they are weighed. */
export interface Group {
  readonly id: string;
  readonly wording: string;
  readonly parts: readonly Part[];
  readonly for: readonly Placed[];
  readonly against: readonly Placed[];
}

/** Sides by polarity: a denial of P stands on P's other side. A claim that is only ever put in the negative is that negative. */
export function groupOf(draft: readonly Entry[], scene: Scene, ties: Ties = UNTIED): Group {
  const negative = ({ part, gist }: Entry) =>
    part.kind === 'deny' || (part.kind !== 'confirm' && gist.negative) || takesBack(part.statement, scene);
  const siding = draft.filter((one) => !isOpen(one));
  const isForgery = (one: Entry) => one.gist.acts.has(FORGED);
  const disowns = siding.every(isForgery) ? () => false : isForgery;
  const affirmed = siding.filter((one) => !negative(one) && !disowns(one));
  const denies = (one: Entry) => one.part.kind === 'deny' || takesBack(one.part.statement, scene) || disowns(one);
  const refused = !affirmed.length && siding.some(denies);
  const forThem = affirmed.length || refused ? affirmed : siding;
  const against = siding.filter(
    (one) => refused || denies(one) || (!forThem.includes(one) && opposes(one, forThem, scene)),
  );
  const best = mostCentral(forThem.length ? forThem : draft, scene);
  const unique = (list: readonly Entry[]) => [...new Set(list.map((one) => one.part.statement))];
  const first = forThem[0] ?? draft[0];
  const mark = first ? ties.mark(first.part.statement.id) : '';
  return {
    id: nameOf('claim', mark ? [first?.gist.key, mark] : (first?.gist.key ?? '')),
    wording: best?.part.words ?? '',
    parts: draft.map((one) => one.part),
    for: unique(forThem),
    against: unique(against),
  };
}

/** Whoever calls forged what others say, or what shows it, denies it. */
const FORGED = 'a:forged';

/** The wording that says most of what the others say, an attributed one or a body's own before a carrier's; between equals the earliest. */
function mostCentral(entries: readonly Entry[], scene: Scene): Entry | undefined {
  const told = ({ part: { statement } }: Entry) =>
    !statement.carrier || statement.source.kind === 'artefact' || ownVoice(statement, scene);
  const spoken = entries.some(told) ? entries.filter(told) : entries;
  const inText = ({ part }: Entry) => !scene.item(part.statement.item)?.title?.includes(part.words);
  const heard = spoken.some(inText) ? spoken.filter(inText) : spoken;
  const distinct = [...new Map(heard.map((one) => [one.gist.key, one])).values()].slice(0, MOST_COMPARED);
  if (distinct.length < 2) return distinct[0];
  const others = (one: Entry) => distinct.filter((other) => other !== one);
  const shared = (one: Entry) =>
    others(one).reduce(
      (sum, { gist }) => sum + [...gist.tokens].filter((token) => one.gist.tokens.has(token)).length,
      0,
    );
  const value = (one: Entry) => shared(one) / Math.max(4, one.gist.tokens.size);
  const best = distinct.reduce<Entry | undefined>((a, b) => (!a || value(b) > value(a) ? b : a), undefined);
  return distinct.find((one) => !!best && onlyAmounts(one, best)) ?? best;
}

/** Wordings that differ in nothing but their amounts: the earliest stands for the claim, as a slip comes later than what it slips from. */
const onlyAmounts = (one: Entry, other: Entry): boolean => {
  const rest = ({ gist }: Entry) =>
    [...gist.tokens]
      .filter((token) => !token.startsWith('n:'))
      .sort()
      .join(' ');
  return rest(one) === rest(other);
};

const MOST_COMPARED = 16;

/** A negative is the other side only where another voice says no to the same matter; a copy can't oppose what it was made from. */
function opposes({ part: { statement }, gist }: Entry, others: readonly Entry[], scene: Scene): boolean {
  const echo = (other: Placed) =>
    other.item !== statement.item &&
    scene.telling(other.item) === scene.telling(statement.item) &&
    compareInstants(other.at, statement.at) <= 0;
  const own = (other: Placed) => other.source.name === statement.source.name || echo(other);
  if (others.some((one) => own(one.part.statement))) return false;
  return others.some((one) => sameMatter(one.gist, gist));
}

/** Two things at least: one act or amount among them, or half of what the shorter says. */
function sameMatter(a: Gist, b: Gist): boolean {
  const shared = [...a.tokens].filter((token) => b.tokens.has(token));
  if (shared.length < 2 && a.tokens.size > 1 && b.tokens.size > 1) return false;
  return shared.some((token) => /^[an]:/u.test(token)) || 2 * shared.length >= Math.min(a.tokens.size, b.tokens.size);
}
