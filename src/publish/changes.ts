import { compareInstants } from '../base/time.ts';
import type { Claim, Label, PlacedCommitment, PlacedResponse } from '../weigh/ledger.ts';
import type { Dossier } from './dossier.ts';

/** What a change came from: statements that were not there before, decisions since, or a day that passed. */
export interface Cause {
  readonly statements: readonly string[];
  readonly decisions: readonly number[];
  readonly passed: string | null;
}

/** One thing that moved between two dossiers of the same story. */
export type Change =
  | {
      readonly kind: 'claim-new';
      readonly claim: string;
      readonly statement: string;
      readonly to: Label;
      readonly cause: Cause;
    }
  | {
      readonly kind: 'claim-gone';
      readonly claim: string;
      readonly statement: string;
      readonly from: Label;
      readonly into: string | null;
      readonly cause: Cause;
    }
  | {
      readonly kind: 'standing';
      readonly claim: string;
      readonly statement: string;
      readonly from: Label;
      readonly to: Label;
      readonly cause: Cause;
    }
  | {
      readonly kind: 'wording';
      readonly claim: string;
      readonly statement: string;
      /** How it was worded before. */
      readonly was: string;
      readonly cause: Cause;
    }
  | {
      readonly kind: 'support';
      readonly claim: string;
      readonly statement: string;
      readonly label: Label;
      readonly for: readonly [number, number];
      readonly against: readonly [number, number];
      readonly cause: Cause;
    }
  | {
      readonly kind: 'promise';
      readonly item: string | null;
      readonly by: string;
      readonly what: string;
      readonly due: string | null;
      readonly from: PlacedCommitment['state'] | null;
      readonly to: PlacedCommitment['state'];
      readonly cause: Cause;
    }
  | {
      readonly kind: 'response';
      readonly body: string;
      readonly quote: string;
      readonly from: PlacedResponse['outcome'] | null;
      readonly to: PlacedResponse['outcome'];
      readonly item: string | null;
      readonly cause: Cause;
    }
  | { readonly kind: 'name'; readonly name: string; readonly withheld: boolean; readonly cause: Cause };

/**
 * What moved from one dossier to a later one, and because of what. A claim is met again by the statements that it
 * shares, not by its id, so that one which only grew or was worded anew is the same claim.
 */
export function changesBetween(before: Dossier, after: Dossier): readonly Change[] {
  const now = met(before, after);
  return [
    ...claimChanges(before, after, now),
    ...promiseChanges(before, after),
    ...responseChanges(before, after),
    ...nameChanges(before, after),
  ];
}

/** What stands in for a name is no wording: it changes with what is known of the person. */
const sameWords = (a: string, b: string): boolean => a.replaceAll(STAND_IN, '') === b.replaceAll(STAND_IN, '');
const STAND_IN = /\[withheld[^\]]{0,80}\]/gu;

const UNCAUSED: Cause = { statements: [], decisions: [], passed: null };

/** For each earlier claim the later one that it became: the one that shares most statements with it, each once. */
function met(before: Dossier, after: Dossier): ReadonlyMap<string, Claim> {
  const holders = new Map<string, Claim[]>();
  for (const claim of after.claims)
    for (const id of claim.statements) holders.set(id, [...(holders.get(id) ?? []), claim]);
  const pairs = before.claims.flatMap((old) => {
    const shared = new Map<Claim, number>();
    for (const id of old.statements)
      for (const one of holders.get(id) ?? []) shared.set(one, (shared.get(one) ?? 0) + 1);
    return [...shared].map(([claim, n]) => ({ old, claim, n: n + (claim.id === old.id ? 0.5 : 0) }));
  });
  const found = new Map<string, Claim>();
  const taken = new Set<string>();
  for (const { old, claim } of pairs.sort((a, b) => b.n - a.n || (a.old.id < b.old.id ? -1 : 1))) {
    if (found.has(old.id) || taken.has(claim.id)) continue;
    found.set(old.id, claim);
    taken.add(claim.id);
  }
  return found;
}

function claimChanges(before: Dossier, after: Dossier, now: ReadonlyMap<string, Claim>): readonly Change[] {
  const was = new Map([...now].map(([old, claim]) => [claim.id, before.claims.find(({ id }) => id === old)]));
  const later = after.claims.flatMap((claim): readonly Change[] => {
    const old = was.get(claim.id);
    const { id, statement, standing } = claim;
    const cause = causeOf(claim, old, after);
    const said = { claim: id, statement, cause };
    if (!old) return [{ kind: 'claim-new', ...said, to: standing.label }];
    const worded: readonly Change[] = sameWords(old.statement, statement)
      ? []
      : [{ kind: 'wording', ...said, was: old.statement }];
    if (old.standing.label !== standing.label)
      return [{ kind: 'standing', ...said, from: old.standing.label, to: standing.label }, ...worded];
    const count = (side: 'for' | 'against') =>
      [old.standing[side].origins.length, standing[side].origins.length] as const;
    const [pro, contra] = [count('for'), count('against')];
    if (pro[0] === pro[1] && contra[0] === contra[1]) return worded;
    return [{ kind: 'support', ...said, label: standing.label, for: pro, against: contra }, ...worded];
  });
  const gone = before.claims.flatMap((old): readonly Change[] => {
    if (now.has(old.id)) return [];
    const into = after.claims.find(({ statements }) => statements.some((id) => old.statements.includes(id)));
    const decisions = since(after, before).filter(({ kind }) => kind === 'merge' || kind === 'correct');
    const cause = { ...UNCAUSED, decisions: decisions.map(({ seq }) => seq) };
    return [
      {
        kind: 'claim-gone',
        claim: old.id,
        statement: old.statement,
        from: old.standing.label,
        into: into?.id ?? null,
        cause,
      },
    ];
  });
  return [...later, ...gone];
}

/** Statements of a claim that it did not hold before, those that its reasons cite first; and decisions that its reasons cite now. */
function causeOf(claim: Claim, old: Claim | undefined, after: Dossier): Cause {
  const before = new Set(old?.statements ?? []);
  const because = claim.standing.reasons.filter(({ held }) => held).flatMap((one) => one.because);
  const cited = new Set(because.flatMap((one) => ('statement' in one ? [one.statement] : [])));
  const known = new Set(
    (old?.standing.reasons ?? []).flatMap((one) =>
      one.because.flatMap((part) => ('decision' in part ? [part.decision] : [])),
    ),
  );
  const order = new Map(after.statements.map(({ id }, at) => [id, at]));
  const fresh = claim.statements.filter((id) => !before.has(id));
  const rank = (id: string) => (cited.has(id) ? 0 : 1);
  return {
    statements: fresh.sort((a, b) => rank(a) - rank(b) || (order.get(a) ?? 0) - (order.get(b) ?? 0)),
    decisions: [
      ...new Set(because.flatMap((one) => ('decision' in one && !known.has(one.decision) ? [one.decision] : []))),
    ],
    passed: null,
  };
}

const since = (after: Dossier, before: Dossier) => {
  const known = new Set(before.decisions.map(({ seq }) => seq));
  return after.decisions.filter(({ seq }) => !known.has(seq));
};

/** A promise is the same by its id; where it has none, by who made it and in what words. */
function promiseChanges(before: Dossier, after: Dossier): readonly Change[] {
  const key = (one: PlacedCommitment) => one.id ?? `${one.by} ${one.quote}`;
  const old = new Map(before.commitments.map((one) => [key(one), one]));
  return after.commitments.flatMap((one): readonly Change[] => {
    const from = old.get(key(one))?.state ?? null;
    if (from === one.state) return [];
    const passed =
      one.state === 'overdue' && one.due !== null && compareInstants(one.due, after.asOf) < 0 ? one.due : null;
    const noted = one.decision !== undefined && since(after, before).some(({ seq }) => seq === one.decision);
    const cause = {
      statements: [],
      decisions: noted && one.decision !== undefined ? [one.decision] : [],
      passed: noted ? null : passed,
    };
    return [{ kind: 'promise', item: one.item, by: one.by, what: one.what, due: one.due, from, to: one.state, cause }];
  });
}

function responseChanges(before: Dossier, after: Dossier): readonly Change[] {
  const key = (one: PlacedResponse) =>
    one.item === null ? `event ${one.decision}` : `${one.item} ${one.start} ${one.end}`;
  const old = new Map(before.responses.map((one) => [key(one), one]));
  return after.responses.flatMap((one): readonly Change[] => {
    const from = old.get(key(one))?.outcome ?? null;
    if (from === one.outcome) return [];
    const event = one.reply ?? one.decision;
    const cause = { ...UNCAUSED, decisions: event === undefined ? [] : [event] };
    return [{ kind: 'response', body: one.body, quote: one.quote, from, to: one.outcome, item: one.item, cause }];
  });
}

/** Names that the desk withheld or disclosed; who only came up is no change. */
function nameChanges(before: Dossier, after: Dossier): readonly Change[] {
  const old = new Map(before.people.map((one) => [one.name, one]));
  return after.people.flatMap(({ name, withheld, decision }): readonly Change[] => {
    if (decision === undefined || old.get(name)?.decision === decision) return [];
    return [{ kind: 'name', name, withheld, cause: { ...UNCAUSED, decisions: [decision] } }];
  });
}
