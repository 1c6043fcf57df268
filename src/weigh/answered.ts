import { overlap } from '../base/span.ts';
import { compareInstants } from '../base/time.ts';
import type { Entry } from './entry.ts';
import type { Gist } from './gist.ts';
import type { Placed } from './ledger.ts';
import type { Weight } from './likeness.ts';
import { ownVoice } from './rank.ts';
import type { Scene } from './scene.ts';

/** How far before an answer what it answers may stand, in UTF-16 units. */
const REACH = 320;

/** An answer that only denies, and the draft of what it was set against. */
export interface Answered {
  readonly from: number;
  readonly to: number;
}

/**
 * Drafts that hold nothing but denials, each with the draft that it answers: where an item sets out what somebody says
 * and then tells that the other side denies it, the denial is of that, in whatever words. They must share a thing.
 */
export function answeredIn(drafts: readonly Entry[][], scene: Scene, weight: Weight): readonly Answered[] {
  const denying = drafts.flatMap((draft, from) => (onlyRefused(draft, scene) ? [{ draft, from }] : []));
  if (denying.length === 0) return [];
  const places = new Map<string, { readonly entry: Entry; readonly to: number }[]>();
  drafts.forEach((draft, to) => {
    if (onlyRefused(draft, scene)) return;
    for (const entry of draft) {
      const { item, carrier } = entry.part.statement;
      if (!carrier) places.set(item, [...(places.get(item) ?? []), { entry, to }]);
    }
  });
  return denying.flatMap(({ draft, from }) => {
    const found = [...draft]
      .sort((a, b) => compareInstants(a.part.statement.at, b.part.statement.at))
      .flatMap((denial) => {
        const one = denial.part.statement;
        if (one.carrier || ownVoice(one, scene)) return [];
        return (places.get(one.item) ?? [])
          .filter(({ entry }) => stands(entry.part.statement, one, scene) && isAnswer(one, entry, scene))
          .map(({ entry, to }) => ({
            to,
            ...inCommon(entry.gist, denial.gist, weight),
            end: entry.part.statement.end,
          }))
          .filter(({ value }) => value > 0)
          .sort(
            (a, b) =>
              Number(b.sure) - Number(a.sure) ||
              (a.sure ? b.value - a.value : b.end - a.end) ||
              (drafts[b.to]?.length ?? 0) - (drafts[a.to]?.length ?? 0) ||
              b.end - a.end,
          )
          .slice(0, 1);
      });
    const [first] = found;
    return first ? [{ from, to: first.to }] : [];
  });
}

/** Nobody but an outlet, in its headline, says what is denied. */
function onlyRefused(draft: readonly Entry[], scene: Scene): boolean {
  const spoken = draft.filter(
    ({ part: { statement } }) => !statement.carrier || scene.isPost(statement) || ownVoice(statement, scene),
  );
  return spoken.length > 0 && spoken.every(refuses);
}

const refuses = ({ part, gist }: Entry): boolean =>
  !gist.about && (part.kind === 'deny' || (gist.negative && part.kind === 'say' && !part.statement.carrier));

/** Told as somebody's answer, or by a body of what is said of it; and not in its own publication, where nothing is set out before. */
const isAnswer = (one: Placed, before: Entry, scene: Scene): boolean => {
  const body = one.source.kind === 'named-body' ? one.source.name : one.source.body;
  return (
    scene.answers(one.item).some((other) => other.outcome === 'denied' && overlap(other, one) > 0) ||
    (!!body && body.length > 2 && before.part.words.includes(body))
  );
};

const stands = (before: Placed, one: Placed, scene: Scene): boolean =>
  before.end <= one.start &&
  one.start - before.end <= REACH &&
  scene.who.full(before.source.name ?? '') !== scene.who.full(one.source.name ?? '');

/**
 * What two gists share but for names, amounts and days. One pair of Han characters may have met by chance, across the
 * seam of two words: where there is no more, what stands nearest before the answer is what it answers.
 */
function inCommon(a: Gist, b: Gist, weight: Weight): { readonly value: number; readonly sure: boolean } {
  const shared = [...a.tokens].filter(
    (token) => !/^[ndcw]:/u.test(token) && !a.names.has(token) && !b.names.has(token) && b.tokens.has(token),
  );
  const sure = shared.length > 1 || shared.some((token) => !/\p{Script=Han}/u.test(token));
  return { value: shared.reduce((sum, token) => sum + weight(token), 0), sure };
}
