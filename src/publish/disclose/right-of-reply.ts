import { compareInstants } from '../../base/time.ts';
import type { Decision } from '../../weigh/decision.ts';
import type { Claim, Placed, PlacedResponse } from '../../weigh/ledger.ts';
import { bareName } from '../../weigh/name.ts';
import type { Dossier } from '../dossier.ts';
import { bodiesIn, knownBodies } from './parties.ts';

/** Somebody named in a claim who has not been heard on it. */
export interface Unheard {
  readonly claim: string;
  readonly of: string;
  /** Until when the policy gives for an answer; null where nobody is known to have asked. */
  readonly due: string | null;
  /** The editor's reason for not waiting; null where there is none. */
  readonly waived: string | null;
}

/**
 * Who is named in a claim and was not asked, or has time to answer yet (right of reply: IPSO Editors' Code, clause 1;
 * SPJ Code, "Minimize Harm"). Heard is who speaks in the claim itself, who answered, and whom an item tells of having
 * been asked. People who are withheld are not named, so nothing is said of them that they could answer.
 */
export function unheard(
  dossier: Dossier,
  decisions: readonly Decision[],
  shown: ReadonlySet<string>,
): readonly Unheard[] {
  const bodies = knownBodies(dossier);
  const statements = new Map(dossier.statements.map((one) => [one.id, one]));
  const origins = new Map(dossier.origins.map((one) => [one.id, one.name]));
  return dossier.claims.flatMap((claim) => {
    const own = claim.statements.flatMap((id) => statements.get(id) ?? []);
    const voices = voicesOf(claim, own, origins);
    const people = [...shown].filter((name) => claim.statement.includes(name));
    return [...bodiesIn(claim.statement, bodies), ...people]
      .filter((name) => !voices.some((voice) => sameParty(voice, name)))
      .flatMap((of): readonly Unheard[] => {
        const due = dueOf(of, dossier.responses, dossier.asOf);
        if (due === 'heard') return [];
        return [{ claim: claim.id, of, due, waived: waiverOf(claim, of, decisions) }];
      });
  });
}

/** Everybody who speaks in a claim, for or against, and the bodies that they speak for. */
function voicesOf(
  { standing }: Claim,
  statements: readonly Placed[],
  origins: ReadonlyMap<string, string | null>,
): readonly string[] {
  const sides = [...standing.for.origins, ...standing.against.origins].flatMap((id) => origins.get(id) ?? []);
  return [...sides, ...statements.flatMap(({ source }) => [source.name ?? [], source.body ?? []].flat())];
}

/** Heard, or until when to wait, or null where nobody asked. */
function dueOf(of: string, responses: readonly PlacedResponse[], asOf: string): string | null | 'heard' {
  const own = responses.filter(({ body }) => sameParty(body, of));
  if (own.length === 0) return null;
  const waiting = own.filter(
    ({ outcome, due }) => outcome === 'no-reply' && due !== undefined && compareInstants(due, asOf) > 0,
  );
  return own.length > waiting.length ? 'heard' : (waiting[0]?.due ?? null);
}

/** The reason with which an editor did not wait; a waiver without one is none. */
const waiverOf = (claim: Claim, of: string, decisions: readonly Decision[]): string | null =>
  decisions
    .flatMap((one) =>
      one.kind === 'waive' && one.why !== null && claim.statements.includes(one.claim) && sameParty(one.of, of)
        ? [one.why]
        : [],
    )
    .at(-1) ?? null;

/** The same name, or one that begins or ends with the other as a whole word. */
function sameParty(one: string, other: string): boolean {
  const [a, b] = [bareName(one), bareName(other)];
  const [short, long] = a.length < b.length ? [a, b] : [b, a];
  if (short === long) return true;
  if (/\p{Script=Han}/u.test(short)) return short.length > 2 && long.includes(short);
  return short.length > 3 && ` ${long} `.includes(` ${short} `);
}
