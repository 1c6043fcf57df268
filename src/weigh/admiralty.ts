import type { Reason, Standing } from './ledger.ts';
import type { Origins } from './origin.ts';
import type { Pair } from './pair.ts';
import type { Policy } from './policy.ts';
import { holds, tallied } from './standing.ts';

/** Letters for the sources of a claim and a digit for the claim, side by side, with the reason that tells of them; nothing where the policy gives none. */
export function admiraltyOf(
  pair: Pair,
  origins: Origins,
  policy: Policy,
): { readonly marks: Standing['admiralty']; readonly reason: Reason } | null {
  const { admiralty } = policy;
  if (!admiralty) return null;
  const sides = [...pair.for.ranks, ...pair.against.ranks];
  const sources = [...new Map(sides)].map(([origin, rank]) => {
    const name = origins.called(origin);
    return {
      origin,
      letter: Object.hasOwn(admiralty.names, name) ? (admiralty.names[name] ?? 'F') : admiralty.letters[rank],
    };
  });
  const rule = admiralty.digits.find(({ when }) => when.every((one) => holds(one, pair, policy)));
  const digit = rule?.digit ?? 6;
  const because = [
    ...sources.map(({ origin, letter }) => ({ text: `source ${origins.called(origin)}: ${letter}` })),
    { text: `claim: ${digit}` },
    { text: tallied(pair) },
  ];
  return { marks: { sources, digit }, reason: { rule: 'admiralty', held: true, because } };
}
