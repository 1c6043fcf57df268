import { compareInstants } from '../base/time.ts';
import { isCompetent } from './competence.ts';
import type { Decision } from './decision.ts';
import type { Group } from './group.ts';
import type { Because, Label, Origin, Placed, Rank, Reason, Standing } from './ledger.ts';
import type { Origins } from './origin.ts';
import type { Footing, Pair } from './pair.ts';
import type { Condition, Policy } from './policy.ts';
import { rankOf } from './rank.ts';
import { plainly } from './reason.ts';
import type { Scene } from './scene.ts';
import { namesAmounts, sharesMatter, states } from './states.ts';
import { takesBack, voiceOf } from './taken-back.ts';

/** The pair of a claim: joins only go up, whatever the order. */
export function pairOf(group: Group, origins: Origins, scene: Scene): Pair {
  const takenBack = takenBackBy(group, scene);
  const against = group.against.filter((one) => !takenBack.includes(one));
  return {
    for: footing(group.for, false, group, origins, scene),
    against: footing(against, true, group, origins, scene),
    takenBack,
  };
}

/** A label with the reasons for it. */
export interface Judged {
  readonly label: Label;
  readonly reasons: readonly Reason[];
}

/** The first rule that holds gives the label; the reasons name it, and the rule before it that came nearest. */
export function judge(pair: Pair, policy: Policy, cited: readonly Decision[] = []): Judged {
  const at = policy.rules.findIndex((rule) => rule.when.every((one) => holds(one, pair, policy)));
  const rule = policy.rules[at] ?? policy.rules.at(-1);
  if (!rule) return { label: 'unsourced', reasons: [] };
  const failed = policy.rules
    .slice(0, Math.max(0, at))
    .map((one) => ({ rule: one, missing: one.when.filter((condition) => !holds(condition, pair, policy)) }))
    .sort((a, b) => a.missing.length - b.missing.length)[0];
  const people = cited.map(({ seq }) => ({ decision: seq }));
  const because = [{ text: plainly(rule.label, pair) }, ...evidence(rule.when, pair), ...people];
  const held: Reason = { rule: rule.name, held: true, because };
  if (!failed) return { label: rule.label, reasons: [held] };
  const missing = failed.missing.map((one) => ({ text: `not met: ${inWords(one)}; ${stands(one, pair)}` }));
  return { label: rule.label, reasons: [held, { rule: failed.rule.name, held: false, because: missing }] };
}

/** The rule under which a person's word that a claim was taken back goes before every rule of the policy. */
export const BY_DECISION = 'retracted-by-decision';

/** A claim that the desk noted as taken back, with the rule that would give its label otherwise. */
export function retractedBy(decision: Decision, reasons: readonly Reason[]): Judged {
  const why = decision.why ? `: ${decision.why}` : '';
  const words = `${decision.by} noted on ${decision.at.slice(0, 10)} that it was taken back${why}`;
  const held: Reason = { rule: BY_DECISION, held: true, because: [{ text: words }, { decision: decision.seq }] };
  return { label: 'retracted', reasons: [held, ...reasons.map((one) => ({ ...one, held: false }))] };
}

/** Whether a condition holds for a pair. */
export function holds(condition: Condition, pair: Pair, policy: Policy): boolean {
  if (condition.takenBack !== undefined && condition.takenBack !== pair.takenBack.length > 0) return false;
  const side = condition.side === undefined ? null : pair[condition.side];
  if (!side) return true;
  const height = (rank: Rank) => policy.ranks.indexOf(rank);
  const least = condition.atLeast;
  if (least && height(side.rank) < height(least)) return false;
  if (condition.atMost && height(side.rank) > height(condition.atMost)) return false;
  const enough = [...side.ranks.values()].filter((rank) => !least || height(rank) >= height(least)).length;
  if (condition.origins !== undefined && enough < condition.origins) return false;
  return condition.competent === undefined || condition.competent === side.competent.length > 0;
}

/** Inquiries and parties are flagged, never ranked; so is what its own voice gave another amount for later, or what was said after the desk noted that a claim was taken back. */
export function flagsOf(group: Group, takenBack: string | null = null, updated = false): Standing['flags'] {
  const all = [...group.for, ...group.against];
  return [
    ...(updated || all.some((one) => takenBack && one.at && compareInstants(one.at, takenBack) > 0)
      ? (['updated'] as const)
      : []),
    ...(all.some((one) => one.class === 'investigate') ? (['under-inquiry'] as const) : []),
    ...(group.for.some((one) => one.source.kind === 'party') ? (['interested-party'] as const) : []),
  ];
}

function footing(
  statements: readonly Placed[],
  denied: boolean,
  group: Group,
  origins: Origins,
  scene: Scene,
): Footing {
  const height = (rank: Rank) => scene.policy.ranks.indexOf(rank);
  const ranks = new Map<string, Rank>();
  let rank: Rank = 'none';
  const words = new Map(group.parts.map((part) => [part.statement.id, part.words]));
  const said = (one: Placed) => words.get(one.id) ?? one.quote;
  const lends = (one: Placed) =>
    one.carrier && one.class !== 'deny'
      ? states(said(one), group.wording, denied)
      : denied || (namesAmounts(said(one), group.wording) && sharesMatter(said(one), group.wording));
  for (const one of statements.filter(lends)) {
    const mine = rankOf(one, scene);
    if (height(mine) > height(rank)) rank = mine;
    const origin = origins.of(one);
    if (origin && height(mine) > height(ranks.get(origin) ?? 'none')) ranks.set(origin, mine);
  }
  const competent = statements.filter(
    (one) => lends(one) && isCompetent(one, words.get(one.id) ?? one.quote, group.wording, scene),
  );
  const strongest = [...ranks].sort((a, b) => height(b[1]) - height(a[1]) || (a[0] < b[0] ? -1 : 1));
  const voices = strongest.map(([origin]) => origins.called(origin));
  return { rank, origins: strongest.map(([origin]) => origin), ranks, voices, competent, statements };
}

/** The same voice takes it back, and nobody of weight is left standing for it. */
function takenBackBy(group: Group, scene: Scene): readonly Placed[] {
  const voices = new Set(group.for.map((one) => voiceOf(one, scene)));
  const [first] = group.for;
  return group.against.filter((one) => {
    const name = voiceOf(one, scene);
    // What an outlet only had from others stays theirs.
    if (!scene.isPost(one) && (!first || voiceOf(first, scene) !== name)) return false;
    return takesBack(one, scene) && voices.has(name) && alone(group, name, scene);
  });
}

const alone = (group: Group, name: string, scene: Scene): boolean =>
  group.for.every(
    (one) => voiceOf(one, scene) === name || ['none', 'sourceless', 'crowd', 'artefact'].includes(rankOf(one, scene)),
  );

/** The statements that satisfied the rule, at most a handful of each side. */
function evidence(when: readonly Condition[], pair: Pair): readonly Because[] {
  const sides = new Set(when.flatMap((one) => one.side ?? []));
  const competent = when.some((one) => one.competent);
  const list = [
    ...(when.some((one) => one.takenBack) ? pair.takenBack : []),
    ...(sides.has('for') ? (competent ? pair.for.competent : pair.for.statements) : []),
    ...(sides.has('against') ? pair.against.statements : []),
  ];
  const shown = list.length || when.length ? list : pair.for.statements;
  return [
    ...[...new Set(shown.map((one) => one.id))].slice(0, 20).map((statement) => ({ statement })),
    { text: tallied(pair) },
  ];
}

/** All that rules look at, in words that a checker can read. */
export function tallied(pair: Pair): string {
  const yes = (some: boolean) => (some ? 'yes' : 'no');
  return [
    `for: ${tally(pair.for)}`,
    `against: ${tally(pair.against)}`,
    `competent for: ${yes(pair.for.competent.length > 0)}`,
    `competent against: ${yes(pair.against.competent.length > 0)}`,
    `taken back: ${yes(pair.takenBack.length > 0)}`,
  ].join('; ');
}

/** Independent origins at each rank, the strongest rank always named: `named-body 1, crowd 2`. */
function tally(side: Footing): string {
  const counts = new Map<Rank, number>([[side.rank, 0]]);
  for (const rank of side.ranks.values()) counts.set(rank, (counts.get(rank) ?? 0) + 1);
  return [...counts].map(([rank, n]) => `${rank} ${n}`).join(', ');
}

const count = (origins: readonly Origin['id'][]): string =>
  `${origins.length} independent origin${origins.length === 1 ? '' : 's'}`;

function inWords(one: Condition): string {
  if (one.takenBack !== undefined) return 'the voice that said it took it back';
  const parts = [`${one.side ?? 'either side'}:`];
  if (one.competent) parts.push('a competent body on the record or a document in hand');
  if (one.origins !== undefined) parts.push(`${one.origins} independent origin${one.origins === 1 ? '' : 's'}`);
  if (one.atLeast) parts.push(`at least ${one.atLeast}`);
  if (one.atMost) parts.push(`at most ${one.atMost}`);
  return parts.join(' ');
}

const stands = (one: Condition, pair: Pair): string =>
  one.side ? `stands at ${pair[one.side].rank}, ${count(pair[one.side].origins)}` : 'nothing of the kind is known';
