import type { Claim, Label, Rank } from './ledger.ts';
import type { Condition, Policy } from './policy.ts';

/** What is looked at: a dossier, or a ledger with the statements that it was made from. */
export interface Recheckable {
  readonly claims: readonly Claim[];
  readonly statements: readonly { readonly id: string }[];
  readonly origins: readonly { readonly id: string }[];
  readonly decisions: readonly { readonly seq: number; readonly kind: string }[];
}

/** A claim whose label does not follow from its reasons, and why. */
export interface Disagreement {
  readonly claim: string;
  readonly why: string;
}

/** What the rules look at, read from the words of a reason. */
interface Facts {
  readonly for: ReadonlyMap<string, number>;
  readonly against: ReadonlyMap<string, number>;
  readonly competent: Readonly<Record<'for' | 'against', boolean>>;
  readonly takenBack: boolean;
}

/**
 * Computes every label anew from the reasons that a dossier gives for it, and nothing else of the weighing: it shares
 * no code with the room that gave them. An empty list where every reason holds.
 */
export function recheck(dossier: Recheckable, policy: Policy): readonly Disagreement[] {
  const statements = new Set(dossier.statements.map(({ id }) => id));
  const origins = new Set(dossier.origins.map(({ id }) => id));
  const decisions = new Map(dossier.decisions.map(({ seq, kind }) => [seq, kind]));
  return dossier.claims.flatMap((claim) =>
    [
      ...labelFaults(claim, decisions, policy),
      ...sideFaults(claim, origins),
      ...citedFaults(claim, statements, decisions),
    ].map((why) => ({ claim: claim.id, why })),
  );
}

/** The label that the reasons of a claim give under a policy; null where they don't say what the rules look at. */
export function labelFrom({ standing }: Pick<Claim, 'standing'>, policy: Policy): Label | null {
  const facts = factsOf(standing.reasons[0]);
  const rule = facts ? policy.rules.find(({ when }) => when.every((one) => meets(one, facts, policy))) : undefined;
  return rule?.label ?? null;
}

function labelFaults(claim: Claim, decisions: ReadonlyMap<number, string>, policy: Policy): readonly string[] {
  const { label, reasons, admiralty } = claim.standing;
  const [first, ...others] = reasons;
  if (!first?.held) return ['its first reason is not the one that holds'];
  if (first.rule === 'retracted-by-decision') {
    const noted = first.because.some((one) => 'decision' in one && decisions.get(one.decision) === 'retract');
    return noted && label === 'retracted' ? [] : ['it is said to be taken back by a decision that is not there'];
  }
  const facts = factsOf(first);
  if (!facts) return ['its reason does not say what the rules look at'];
  const holds = (rule: Policy['rules'][number]) => rule.when.every((one) => meets(one, facts, policy));
  const rule = policy.rules.find(holds);
  const failed = others.flatMap((one) => policy.rules.filter(({ name }) => !one.held && name === one.rule));
  const marked = policy.admiralty?.digits.find(({ when }) => when.every((one) => meets(one, facts, policy)));
  return [
    ...(rule?.label === label ? [] : [`its reasons give ${rule?.label ?? 'no label'}, not ${label}`]),
    ...(rule?.name === first.rule ? [] : [`its reasons meet the rule ${rule?.name ?? 'none'}, not ${first.rule}`]),
    ...failed.flatMap((one) => (holds(one) ? [`the rule ${one.name} is said to fail, and holds`] : [])),
    ...(marked?.digit === admiralty?.digit ? [] : [`its digit should be ${marked?.digit ?? 'none'}`]),
  ];
}

/** The ranks and origins of a standing against what its reason says of them. */
function sideFaults({ standing }: Claim, origins: ReadonlySet<string>): readonly string[] {
  const facts = standing.reasons.map(factsOf).find((one) => one !== null);
  return (['for', 'against'] as const).flatMap((side) => {
    const { rank, origins: named } = standing[side];
    const lost = named.filter((id) => !origins.has(id)).map((id) => `the origin ${id} is not there`);
    const counts = facts?.[side];
    if (!counts) return lost;
    const sum = [...counts.values()].reduce((a, b) => a + b, 0);
    return [
      ...lost,
      ...(sum === named.length ? [] : [`${side}: ${sum} origins in the reason, ${named.length} in the standing`]),
      ...(counts.has(rank) ? [] : [`${side}: the reason knows nobody ranked ${rank}`]),
    ];
  });
}

/** What reasons cite must be there: statements of this claim, decisions of this case. */
function citedFaults(
  claim: Claim,
  statements: ReadonlySet<string>,
  decisions: ReadonlyMap<number, string>,
): readonly string[] {
  const own = new Set(claim.statements);
  return claim.standing.reasons
    .flatMap(({ because }) => because)
    .flatMap((one) => {
      if ('statement' in one && !(own.has(one.statement) && statements.has(one.statement)))
        return [`it cites ${one.statement}, which is no statement of it`];
      return 'decision' in one && !decisions.has(one.decision)
        ? [`it cites event ${one.decision}, which is not there`]
        : [];
    });
}

const FACTS =
  /^for: ([^;]*); against: ([^;]*); competent for: (yes|no); competent against: (yes|no); taken back: (yes|no)$/;

function factsOf(reason: Claim['standing']['reasons'][number] | undefined): Facts | null {
  for (const one of reason?.because ?? []) {
    const [, pro, contra, able, ableAgainst, takenBack] = ('text' in one && FACTS.exec(one.text)) || [];
    if (pro === undefined || contra === undefined) continue;
    const competent = { for: able === 'yes', against: ableAgainst === 'yes' };
    return { for: countsIn(pro), against: countsIn(contra), competent, takenBack: takenBack === 'yes' };
  }
  return null;
}

/** `named-body 1, crowd 2` */
const countsIn = (words: string): ReadonlyMap<string, number> =>
  new Map(words.split(', ').map((one) => [one.replace(/ \d+$/, ''), Number(/\d+$/.exec(one)?.[0] ?? 0)]));

function meets(condition: Condition, facts: Facts, policy: Policy): boolean {
  const { side, atLeast, atMost, origins = 0, competent, takenBack } = condition;
  if (takenBack !== undefined && takenBack !== facts.takenBack) return false;
  if (side === undefined) return true;
  if (competent !== undefined && competent !== facts.competent[side]) return false;
  const place = (rank: string) => policy.ranks.indexOf(rank as Rank);
  const from = atLeast ? place(atLeast) : 0;
  const to = atMost ? place(atMost) : policy.ranks.length;
  const top = Math.max(0, ...[...facts[side].keys()].map(place));
  const enough = [...facts[side]].reduce((sum, [rank, n]) => sum + (place(rank) >= from ? n : 0), 0);
  return top >= from && top <= to && enough >= origins;
}
