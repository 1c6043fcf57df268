import type { Claim, Label, Rank } from './ledger.ts';
import type { Policy } from './policy.ts';

/** One side as a reason spells it: `for: named-body 1, crowd 2`. */
type Counts = ReadonlyMap<string, number>;

const FACTS = /^for: ([^;]*); against: ([^;]*); competent for: (yes|no); taken back: (yes|no)$/;

/** The label that a claim's reasons give, read from their words alone: shares no code with the room that gave them. */
export function recheck(claim: Claim, policy: Policy): Label | null {
  const texts = claim.standing.reasons.flatMap((reason) => (reason.held ? reason.because : []));
  const facts = texts.flatMap((one) => ('text' in one ? (FACTS.exec(one.text) ?? []) : []));
  if (facts.length !== 5) return null;
  const sides = { for: countsIn(facts[1] ?? ''), against: countsIn(facts[2] ?? '') };
  const competent = facts[3] === 'yes';
  const takenBack = facts[4] === 'yes';
  const rule = policy.rules.find((one) =>
    one.when.every((condition) => {
      if (condition.takenBack !== undefined && condition.takenBack !== takenBack) return false;
      if (condition.competent !== undefined && condition.competent !== competent) return false;
      if (condition.side === undefined) return true;
      const counts = sides[condition.side];
      const from = condition.atLeast ? policy.ranks.indexOf(condition.atLeast) : 0;
      const to = condition.atMost ? policy.ranks.indexOf(condition.atMost) : policy.ranks.length;
      const top = Math.max(0, ...[...counts.keys()].map((rank) => policy.ranks.indexOf(rank as Rank)));
      const enough = [...counts].reduce(
        (sum, [rank, n]) => sum + (policy.ranks.indexOf(rank as Rank) >= from ? n : 0),
        0,
      );
      return top >= from && top <= to && enough >= (condition.origins ?? 0);
    }),
  );
  return rule?.label ?? null;
}

const countsIn = (words: string): Counts =>
  new Map(words.split(', ').map((one) => [one.replace(/ \d+$/, ''), Number(/\d+$/.exec(one)?.[0] ?? 0)]));
