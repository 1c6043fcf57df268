import { addDays, dayOf, epoch, formatDay } from '../base/time.ts';
import { gistOf } from './gist.ts';
import type { PlacedCommitment } from './ledger.ts';
import type { Scene } from './scene.ts';

const WITHDRAWN = /no longer|will not now|needs more time|not give a new date|withdr[ae]w|不再|无法按期|没有新的结果/u;
const KEPT =
  /\b(has|have|had) (been )?(published|handed|released|replied|decided|opened|told)|已(经)?(公布|发布|受理|告知|答复)|as promised/u;

/** Each promise once, however many copies carry it, with what became of it by the instant. */
export function commitmentStates(scene: Scene, asOf: string): readonly PlacedCommitment[] {
  const first: Scene['story']['commitments'][number][] = [];
  for (const one of scene.story.commitments)
    if (!first.some((other) => samePromise(one, other, scene))) first.push(one);
  return first.map((one) => ({ ...one, state: stateOf(one, scene, asOf) }));
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
      other.source.name === one.by && (epoch(other.at) ?? Number.NEGATIVE_INFINITY) > made && other.item !== one.item,
  );
  const about = gistOf(one.quote).tokens;
  const related = later.filter(
    (other) => [...gistOf(other.quote).tokens].filter((token) => about.has(token)).length >= 2,
  );
  if (related.some((other) => KEPT.test(other.quote.toLowerCase()) && other.class !== 'promise')) return 'kept';
  if (related.some((other) => WITHDRAWN.test(other.quote.toLowerCase()))) return 'withdrawn';
  const due = dayOf(one.due);
  const today = dayOf(asOf);
  return due && today && formatDay(addDays(due, 1)) <= formatDay(today) ? 'overdue' : 'open';
}
