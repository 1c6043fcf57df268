import { groupClaims } from './claim.ts';
import { commitmentStates } from './commitment-state.ts';
import { contradictionsIn } from './contradiction.ts';
import { cut } from './cut.ts';
import type { Group } from './group.ts';
import type { Claim, Ledger } from './ledger.ts';
import { nextFor } from './next.ts';
import { findOrigins, type Origins } from './origin.ts';
import { peopleIn } from './people.ts';
import type { Policy } from './policy.ts';
import { isPrivate } from './private-life.ts';
import { askedAndAnswered } from './response.ts';
import { type Scene, sceneOf } from './scene.ts';
import { sinceWhen } from './since.ts';
import { flagsOf, judge, pairOf } from './standing.ts';
import type { Story } from './story.ts';

/** What a case rests on at an instant: statements become claims, claims rest on origins, the policy names the standing. */
export function weigh(story: Story, policy: Policy, asOf: string): Ledger {
  const scene = sceneOf(cut(story, asOf), policy);
  const { groups, rifts } = groupClaims(scene);
  const origins = findOrigins(groups, scene);
  return {
    claims: groups.map((group) => claimOf(group, origins, scene)),
    origins: origins.all,
    responses: askedAndAnswered(scene, groups),
    commitments: commitmentStates(scene, asOf),
    contradictions: contradictionsIn(groups, rifts, scene),
    people: peopleIn(scene),
  };
}

function claimOf(group: Group, origins: Origins, scene: Scene): Claim {
  const pair = pairOf(group, origins, scene);
  const { label, reasons } = judge(pair, scene.policy);
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
      flags: flagsOf(group),
      since: sinceWhen(group, label, (earlier) => judge(pairOf(earlier, origins, scene), scene.policy).label),
      reasons,
      next: nextFor(group, label, pair, scene),
    },
  };
}
