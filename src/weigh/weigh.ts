import { admiraltyOf } from './admiralty.ts';
import { askedByDesk } from './asked.ts';
import { citedIn, claimWith, notedIn } from './cited.ts';
import { groupClaims } from './claim.ts';
import { commitmentStates } from './commitment-state.ts';
import { contradictionsIn } from './contradiction.ts';
import { cut } from './cut.ts';
import { type Decision, decidedBy } from './decision.ts';
import type { Group } from './group.ts';
import { embodied } from './known-body.ts';
import type { Claim, Ledger } from './ledger.ts';
import { nextFor } from './next.ts';
import { findOrigins, type Origins } from './origin.ts';
import { peopleIn } from './people.ts';
import type { Policy } from './policy.ts';
import { isPrivate } from './private-life.ts';
import { askedAndAnswered } from './response.ts';
import { withRumoursDenied } from './rumour.ts';
import { type Scene, sceneOf } from './scene.ts';
import { sinceWhen } from './since.ts';
import { flagsOf, judge, pairOf, retractedBy } from './standing.ts';
import type { Story } from './story.ts';
import { tiesOf } from './ties.ts';
import { unveiled } from './unveil.ts';
import { updatesAmong } from './update.ts';

/**
 * What a case rests on at an instant: statements become claims, claims rest on origins, the policy names the standing.
 * Decisions join, part and take back claims and note answers; none of them makes a standing stronger by itself.
 */
export function weigh(story: Story, policy: Policy, asOf: string, decisions: readonly Decision[] = []): Ledger {
  const decided = decidedBy(decisions, asOf);
  const then = cut(story, asOf);
  const scene = sceneOf({ ...then, statements: withRumoursDenied(embodied(then, unveiled(then))) }, policy);
  const { groups, rifts: apart } = groupClaims(scene, tiesOf(decided));
  const { rifts, updated } = updatesAmong(apart, scene);
  const origins = findOrigins(groups, scene);
  const promises = commitmentStates(scene, asOf, decided);
  const deedsOf = deedsByClaim(groups, decided);
  const claims = groups.map((group) => claimOf(group, origins, scene, { ...deedsOf(group), updated: updated(group) }));
  return {
    claims,
    origins: origins.all,
    responses: [...askedAndAnswered(scene, groups), ...askedByDesk(decided, scene)],
    commitments: promises,
    contradictions: contradictionsIn(groups, rifts, scene),
    ...peopleIn(scene, claims, decided),
    decisions: notedIn(decided, story, promises),
  };
}

/** The decisions that are about a claim. */
interface Deeds {
  readonly cited: readonly Decision[];
  readonly retraction: Decision | undefined;
  /** Asks and replies about this claim or none, and what was ticked off of it. */
  readonly questions: readonly Decision[];
}

function deedsByClaim(groups: readonly Group[], decisions: readonly Decision[]): (group: Group) => Deeds {
  const home = new Map(
    decisions.flatMap((one) => {
      const statement =
        one.kind === 'retract' ? one.statement : one.kind === 'ask' || one.kind === 'tick' ? one.claim : null;
      return statement === null ? [] : [[one, claimWith(statement, groups)] as const];
    }),
  );
  const cited = citedIn(groups, decisions);
  return (group) => ({
    cited: cited(group),
    retraction: decisions.filter((one) => one.kind === 'retract' && home.get(one) === group).at(-1),
    questions: decisions.filter((one) => {
      if (one.kind === 'ask') return one.claim === null || home.get(one) === group;
      return one.kind === 'reply' || (one.kind === 'tick' && home.get(one) === group);
    }),
  });
}

function claimOf(group: Group, origins: Origins, scene: Scene, deeds: Deeds & { readonly updated: boolean }): Claim {
  const pair = pairOf(group, origins, scene);
  const judged = judge(pair, scene.policy, deeds.cited);
  const { label, reasons } = deeds.retraction ? retractedBy(deeds.retraction, judged.reasons) : judged;
  const marks = admiraltyOf(pair, origins, scene.policy);
  const side = ({ rank, origins: ids }: { rank: Claim['standing']['for']['rank']; origins: readonly string[] }) => ({
    rank,
    origins: ids,
  });
  return {
    id: group.id,
    statement: group.wording,
    statements: [...new Set(group.parts.map((part) => part.statement.id))],
    privateLife: isPrivate(group.wording, scene.policy),
    standing: {
      label,
      for: side(pair.for),
      against: side(pair.against),
      flags: flagsOf(group, deeds.retraction?.at ?? null, deeds.updated),
      since:
        deeds.retraction?.at ??
        sinceWhen(group, label, (earlier) => judge(pairOf(earlier, origins, scene), scene.policy).label),
      reasons: marks ? [...reasons, marks.reason] : reasons,
      ...(marks?.marks ? { admiralty: marks.marks } : {}),
      next: nextFor(group, label, pair, scene, deeds.questions),
    },
  };
}
