import { compareInstants } from '../base/time.ts';
import type { Entry } from './entry.ts';
import { gistOf } from './gist.ts';
import type { Placed } from './ledger.ts';
import type { Scene } from './scene.ts';
import { opposed, type Ties } from './ties.ts';

/** What an outlet says when it takes back what it told itself, as against telling that somebody did. */
const WITHDRAWS =
  /\bwe (?:now |hereby |fully )?(?:withdraw|retract)\b|\b(?:was|were|is) (?:wrong|false|incorrect|untrue),? and we\b|现予(?:以)?(?:撤回|删除|撤稿)|(?:该|上述|此|前述)(?:消息|内容|报道|说法|稿件)(?:有误|不实|失实)[，,].{0,12}(?:撤回|删除|撤稿)|本(?:报|刊|号|网|台)(?:现)?(?:予以)?(?:撤回|撤稿)/iu;

/** Whether the words take something back: a poster's own, or an outlet's about its own story. */
export function takesBack(one: Placed, scene: Scene): boolean {
  const words = one.quote.toLowerCase();
  if (scene.isPost(one)) return scene.policy.reading.takeBack.some((sign) => words.includes(sign));
  return isOutlets(one, scene) && WITHDRAWS.test(words);
}

/** Whose word it is: a writer's, or where an outlet tells itself, the outlet's. */
export const voiceOf = (one: Placed, scene: Scene): string =>
  isOutlets(one, scene) ? (scene.item(one.item)?.publisher ?? '') : scene.speaker(one);

const isOutlets = (one: Placed, scene: Scene): boolean =>
  (one.source.kind === 'none' || (one.carrier && one.source.kind === 'outlet')) &&
  !scene.isPost(one) &&
  !scene.isBody(one.source.name ?? '');

/** "Got that wrong": taken back by the same voice, so it belongs to what that voice said last in the place; an outlet's correction to what it tells again of its earlier story. */
export function takenBackIn(entry: Entry, drafts: readonly Entry[][], scene: Scene, ties: Ties): Entry[] | undefined {
  const one = entry.part.statement;
  const name = voiceOf(one, scene);
  if (name === '') return undefined;
  const elsewhere = !scene.isPost(one);
  const earlier = ({ part: { statement } }: Entry) =>
    (statement.item === one.item) !== elsewhere &&
    voiceOf(statement, scene) === name &&
    compareInstants(statement.at, one.at) < 0;
  const last = (draft: readonly Entry[]) => draft.filter(earlier).at(-1)?.part.statement.at ?? null;
  const own = ties.sides(one.id);
  const sides = (draft: readonly Entry[]) => new Set(draft.flatMap(({ part }) => ties.sides(part.statement.id)));
  const open = drafts.filter((draft) => draft.some(earlier) && !opposed(own, own.length ? sides(draft) : new Set()));
  if (elsewhere) return retold(one, open, scene);
  return open.reduce<Entry[] | undefined>((a, b) => (!a || compareInstants(last(a), last(b)) < 0 ? b : a), undefined);
}

/** Of what an outlet told earlier, what its correction tells again: half of it at least, and most of all. */
function retold(one: Placed, drafts: readonly Entry[][], scene: Scene): Entry[] | undefined {
  const again = new Set(
    scene.story.statements
      .filter(({ item, start }) => item === one.item && start <= one.start)
      .flatMap(({ quote }) => [...gistOf(quote).tokens]),
  );
  const share = (draft: readonly Entry[]) =>
    Math.max(
      ...draft
        .filter(({ part: { statement } }) => voiceOf(statement, scene) === voiceOf(one, scene))
        .map(({ gist }) => [...gist.tokens].filter((token) => again.has(token)).length / Math.max(2, gist.tokens.size)),
    );
  const best = drafts.reduce<Entry[] | undefined>((a, b) => (!a || share(b) > share(a) ? b : a), undefined);
  return best && share(best) >= 0.5 ? best : undefined;
}
