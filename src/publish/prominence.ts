import { compareInstants } from '../base/time.ts';
import type { Claim, Label } from '../weigh/ledger.ts';
import type { Catalogue } from './catalogue.ts';
import type { Dossier } from './dossier.ts';

/** The claims of one standing as an editor reads them: what leads, what folds away, and how many are private life. */
export interface Ranked {
  readonly leading: readonly Claim[];
  readonly rest: readonly Claim[];
  readonly withheld: number;
}

type Known = Pick<Dossier, 'claims'> & Catalogue;

/**
 * Claims of a standing, the weightiest first: more independent origins, then more items that carry it, then the earlier.
 * At most `most` lead, and what one item alone carries, without a body behind it, leads only where little else does.
 */
export function ranked(known: Known, label: Label, most: number): Ranked {
  const own = known.claims.filter((claim) => claim.standing.label === label);
  const open = own
    .filter((claim) => !known.isWithheld(claim))
    .map((claim) => ({ claim, weight: weightOf(known, claim) }))
    .sort((a, b) => heavier(a, b))
    .map(({ claim, weight }) => ({ claim, slight: isSlight(claim, weight.carriers) }));
  const solid = open.filter(({ slight }) => !slight).length;
  const lead = Math.min(most, Math.max(solid, Math.min(2, most)));
  const inOrder = [...open.filter(({ slight }) => !slight), ...open.filter(({ slight }) => slight)].map(
    (one) => one.claim,
  );
  return { leading: inOrder.slice(0, lead), rest: inOrder.slice(lead), withheld: own.length - open.length };
}

interface Weight {
  readonly origins: number;
  readonly carriers: number;
  readonly since: string | null;
}

/** Talk online is not an origin that a claim gains weight by. */
export function weightOf(known: Catalogue, { standing, statements }: Claim): Weight {
  const origins = new Set([...standing.for.origins, ...standing.against.origins]);
  const carriers = new Set(statements.flatMap((id) => known.statement(id)?.item ?? []));
  return {
    origins: [...origins].filter((id) => known.origin(id)?.kind !== 'crowd').length,
    carriers: carriers.size,
    since: standing.since,
  };
}

interface Weighed {
  readonly claim: Claim;
  readonly weight: Weight;
}

const heavier = (a: Weighed, b: Weighed): number =>
  b.weight.origins - a.weight.origins ||
  b.weight.carriers - a.weight.carriers ||
  compareInstants(a.weight.since, b.weight.since) ||
  (a.claim.id < b.claim.id ? -1 : 1);

/** What one item alone says with little behind it, or a splinter of a sentence. */
function isSlight({ standing, statement }: Claim, carriers: number): boolean {
  const words = /\p{Script=Han}/u.test(statement) ? [...statement].length / 2 : statement.trim().split(/\s+/u).length;
  return words < 4 || (carriers < 2 && (standing.label === 'single-source' || standing.label === 'unsourced'));
}
