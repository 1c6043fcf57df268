import { HearsayError } from '../base/error.ts';
import type { Claim } from '../weigh/ledger.ts';
import type { Dossier } from './dossier.ts';

type Known = Pick<Dossier, 'claims' | 'statements'>;

/**
 * Ids of claims and statements as ids of statements, which outlast every regrouping: a claim stands for all that it
 * holds. The unmistakable beginning of an id will do. Throws `not-found` where nothing or more than one thing is meant.
 */
export function resolveClaims(dossier: Known, ids: readonly string[]): readonly string[] {
  return [...new Set(ids.flatMap((id) => claimCalled(dossier, id)?.statements ?? [statementCalled(dossier, id)]))];
}

/** The one statement that stands for a claim: its wording's, if no other claim holds that one too. */
export function spokenFor(dossier: Known, id: string): string {
  const claim = claimCalled(dossier, id);
  if (!claim) return statementCalled(dossier, id);
  const others = new Set(dossier.claims.flatMap((one) => (one.id === claim.id ? [] : one.statements)));
  const own = claim.statements.filter((one) => !others.has(one));
  const worded = (among: readonly string[]) =>
    dossier.statements.find((one) => among.includes(one.id) && one.quote.includes(claim.statement))?.id;
  return worded(own) ?? own[0] ?? worded(claim.statements) ?? claim.statements[0] ?? statementCalled(dossier, id);
}

/** What stays in a claim when some statements are split off. What shares another claim with one of those is left out where others remain. */
export function leftIn(dossier: Known, id: string, out: readonly string[]): readonly string[] {
  const claim = claimCalled(dossier, id);
  if (!claim) throw missing(id, 'claim');
  for (const one of out)
    if (!claim.statements.includes(one))
      throw new HearsayError(
        'not-found',
        `claim ${claim.id} does not hold ${one}; \`hearsay why\` lists what it holds`,
      );
  const left = claim.statements.filter((one) => !out.includes(one));
  if (left.length === 0)
    throw new HearsayError(
      'bad-decision',
      `nothing would stay in claim ${claim.id}; name only what does not belong to it`,
    );
  const neighbours = new Set(
    dossier.claims.flatMap(({ id: other, statements }) =>
      other !== claim.id && statements.some((one) => out.includes(one)) ? statements : [],
    ),
  );
  const sure = left.filter((one) => !neighbours.has(one));
  return sure.length ? sure : left;
}

function claimCalled(dossier: Known, id: string): Claim | null {
  return called(dossier.claims, id, 'claim');
}

function statementCalled(dossier: Known, id: string): string {
  const found = called(dossier.statements, id, 'statement');
  if (!found) throw missing(id, 'claim and no statement');
  return found.id;
}

/** The thing of that id, or the only one whose id begins so. */
function called<T extends { readonly id: string }>(all: readonly T[], id: string, what: string): T | null {
  const exact = all.find((one) => one.id === id);
  if (exact) return exact;
  const [first, ...more] = id.length < SHORTEST ? [] : all.filter((one) => one.id.startsWith(id));
  if (more.length)
    throw new HearsayError('not-found', `${more.length + 1} ${what}s begin with "${id}"; write more of the id`);
  return first ?? null;
}

const SHORTEST = 4;

const missing = (id: string, what: string): HearsayError =>
  new HearsayError('not-found', `no ${what} is called "${id}" here; \`hearsay show --json\` has their ids`);
