import { nameOf } from '../base/digest.ts';
import { addDays, dayOf, epoch, formatDay } from '../base/time.ts';
import { partsOf } from './clause.ts';
import type { Decision } from './decision.ts';
import { gistOf } from './gist.ts';
import type { Placed, PlacedCommitment } from './ledger.ts';
import type { Scene } from './scene.ts';

const WITHDRAWN = /no longer|will not now|needs more time|not give a new date|withdr[ae]w|不再|无法按期|没有新的结果/u;
const KEPT =
  /\b(has|have|had) (been )?(published|handed|released|replied|decided|opened|told)|已(经)?(公布|发布|受理|告知|答复)|as promised/u;

/** Each promise once, however many copies carry it, and those that the desk noted, with what became of each by the instant. */
export function commitmentStates(
  scene: Scene,
  asOf: string,
  decisions: readonly Decision[] = [],
): readonly PlacedCommitment[] {
  const groups: { readonly one: Scene['story']['commitments'][number]; readonly ids: string[] }[] = [];
  for (const one of scene.story.commitments) {
    const known = groups.find((other) => samePromise(one, other.one, scene));
    if (known) known.ids.push(idOf(one));
    else groups.push({ one, ids: [idOf(one)] });
  }
  const read = groups.map(({ one, ids }) => {
    const noted = outcomeOf(ids, decisions);
    return { ...one, by: byWhom(one.by, scene), id: idOf(one), state: stateOf(one, scene, asOf), ...noted };
  });
  const promises = decisions.flatMap((one) => (one.kind === 'promise' ? [one] : []));
  return [...read, ...promises.map((one) => ({ ...promised(one, asOf), ...outcomeOf([one.seq], decisions) }))];
}

/** A spokesperson promises for the body. */
function byWhom(name: string, scene: Scene): string {
  const body = scene.who.speaksFor(name);
  return body === null ? name : scene.who.shown(body);
}

const idOf = ({ item, start, end }: Scene['story']['commitments'][number]): string =>
  nameOf('promise', [item, start, end]);

/** What the desk noted last of a promise; a broken one stays overdue. */
function outcomeOf(
  ids: readonly (string | number)[],
  decisions: readonly Decision[],
): Pick<PlacedCommitment, 'state' | 'decision'> | undefined {
  const last = decisions.reduce<Decision | undefined>(
    (before, one) => ('promise' in one && ids.includes(one.promise) ? one : before),
    undefined,
  );
  if (last?.kind === 'kept' || last?.kind === 'withdrawn') return { state: last.kind, decision: last.seq };
  return last ? { state: 'overdue', decision: last.seq } : undefined;
}

function promised(one: Extract<Decision, { kind: 'promise' }>, asOf: string): PlacedCommitment {
  const { seq, at, who: by, what, due } = one;
  const state = isPast(due, asOf) ? 'overdue' : 'open';
  const words = { start: 0, end: what.length, quote: what };
  return { id: nameOf('promise', seq), by, what, made: at, due, state, item: null, ...words, decision: seq };
}

/** One promise: carried by a copy, or due on one day and about one thing, whoever tells of it. */
function samePromise(
  one: Scene['story']['commitments'][number],
  other: Scene['story']['commitments'][number],
  scene: Scene,
): boolean {
  if (one.due !== other.due) return false;
  const [a, b] = [gistOf(one.quote), gistOf(other.quote)];
  if (one.due === null)
    return one.by === other.by && (a.key === b.key || scene.telling(one.item) === scene.telling(other.item));
  return one.by === other.by || [...a.tokens].some((token) => !token.startsWith('d:') && b.tokens.has(token));
}

function stateOf(one: Scene['story']['commitments'][number], scene: Scene, asOf: string): PlacedCommitment['state'] {
  const made = epoch(one.made) ?? Number.NEGATIVE_INFINITY;
  const later = scene.story.statements.filter(
    (other) =>
      isOf(other, one.by, scene) && (epoch(other.at) ?? Number.NEGATIVE_INFINITY) > made && other.item !== one.item,
  );
  const about = gistOf(one.quote).tokens;
  const related = later.filter(
    (other) => [...gistOf(other.quote).tokens].filter((token) => about.has(token)).length >= 2,
  );
  if (related.some((other) => other.class !== 'promise' && tellsKept(other, about))) return 'kept';
  if (related.some((other) => WITHDRAWN.test(other.quote.toLowerCase()))) return 'withdrawn';
  return isPast(one.due, asOf) ? 'overdue' : 'open';
}

/** Said by him who promised, or by the body that he speaks for. */
function isOf(one: Placed, by: string, scene: Scene): boolean {
  if (one.source.name === by) return true;
  const { full, speaksFor } = scene.who;
  const name = one.source.name ?? '';
  return name !== '' && (speaksFor(name) ?? full(name)) === (speaksFor(by) ?? full(by));
}

/** A part of it tells that what was promised is done: not one that tells again that it will be. */
const tellsKept = (one: Placed, about: ReadonlySet<string>): boolean =>
  partsOf(one).some(({ words }) => {
    const { tokens, planned } = gistOf(words);
    return !planned && KEPT.test(words.toLowerCase()) && [...tokens].filter((token) => about.has(token)).length >= 2;
  });

/** From the day after the last day on. */
function isPast(last: string | null, asOf: string): boolean {
  const [due, today] = [dayOf(last), dayOf(asOf)];
  return due !== null && today !== null && formatDay(addDays(due, 1)) <= formatDay(today);
}
