import type { Copy } from '../../trace/lineage.ts';
import type { Because, Claim, Placed, Reason } from '../../weigh/ledger.ts';
import { catalogue } from '../catalogue.ts';
import type { Dossier } from '../dossier.ts';
import { excerptOf } from '../excerpt.ts';
import { visible } from '../visible.ts';
import { calledBy, whyWords } from '../wording.ts';
import { claimRows, workOf } from './board.ts';
import { itemRows } from './item-row.ts';
import type { ClaimView, Ground, ItemRow, Said } from './shapes.ts';

/**
 * A claim with all that it rests on, for the desk: nothing is withheld from who holds the case. Null where there is no
 * such claim.
 */
export function claimView(dossier: Dossier, id: string): ClaimView | null {
  // The log names claims by their statements, which outlast every regrouping.
  const claim =
    dossier.claims.find((one) => one.id === id) ?? dossier.claims.find(({ statements }) => statements.includes(id));
  if (!claim) return null;
  const known = knownOf(dossier);
  const said = claim.statements.flatMap((one) => known.said(one) ?? []);
  const against = againstIn(claim, dossier);
  const { standing } = claim;
  return {
    claim,
    row: claimRows(dossier)(claim),
    why: whyWords(claim),
    grounds: standing.reasons.map((one) => groundOf(one, known)),
    for: said.filter(({ statement }) => !against.has(statement.id)),
    against: said.filter(({ statement }) => against.has(statement.id)),
    origins: [...standing.for.origins, ...standing.against.origins].flatMap((one) =>
      trailOf(one, claim, dossier, known),
    ),
    answers: dossier.responses.filter((one) => said.some(({ statement }) => meets(statement, one))),
    work: workOf([claim]),
    contradictions: dossier.contradictions.filter(({ a, b }) =>
      said.some(({ statement }) => meets(statement, a) || meets(statement, b)),
    ),
    decisions: decisionsOn(dossier, standing.reasons),
  };
}

interface Known {
  readonly said: (id: string) => Said | null;
  readonly row: (id: string) => ItemRow | undefined;
  readonly decided: (seq: number) => string;
  /** Copies that are one step, and what an item was copied from by those. */
  readonly steps: () => readonly Copy[];
  readonly sources: (item: string) => readonly string[];
}

const OPEN = Object.assign((words: string) => visible(words), { within: () => [] });

function knownOf(dossier: Dossier): Known {
  const things = catalogue(dossier);
  const rows = itemRows(dossier);
  const decisions = new Map(dossier.decisions.map((one) => [one.seq, one]));
  const steps = dossier.copies.filter(({ direct }) => direct);
  const sources = sourcesIn(steps);
  return {
    steps: () => steps,
    sources: (item) => sources.get(item) ?? [],
    said(id) {
      const statement = things.statement(id);
      const item = statement && rows.get(statement.item);
      if (!item) return null;
      const { before, after } = excerptOf(things.content(statement.item), statement, OPEN);
      return { statement, before, after, item };
    },
    row: (id) => rows.get(id),
    decided(seq) {
      const one = decisions.get(seq);
      return one ? `#${seq} ${one.kind} by ${one.by}${one.why ? `: ${one.why}` : ''}` : `#${seq}`;
    },
  };
}

/** Statements that deny it: an origin that stands against it alone tells them, or they say the other of its own words. */
function againstIn({ standing, statement, statements }: Claim, dossier: Dossier): ReadonlySet<string> {
  const own = new Set(statements);
  const told = (ids: readonly string[]): readonly string[] => {
    const sides = new Set(ids);
    return dossier.origins
      .filter(({ id }) => sides.has(id))
      .flatMap((one) => one.statements.filter((id) => own.has(id)));
  };
  const supporting = new Set(told(standing.for.origins));
  const here = dossier.statements.filter(({ id }) => own.has(id));
  const canonical = here.find(({ quote }) => quote === statement);
  const turned = canonical ? here.filter((one) => isDenial(one) !== isDenial(canonical)) : [];
  return new Set(
    [...told(standing.against.origins), ...turned.map(({ id }) => id)].filter((id) => !supporting.has(id)),
  );
}

const isDenial = (one: Placed): boolean => (one.polarity === 'negative') !== (one.class === 'deny');

function groundOf({ rule, held, because }: Reason, known: Known): Ground {
  const [first] = because.flatMap((one) => ('text' in one ? [one.text] : []));
  return { rule, held, words: first ?? rule, because: because.map((one) => becauseOf(one, known)) };
}

function becauseOf(because: Because, known: Known): Ground['because'][number] {
  if ('text' in because) return { because, words: because.text, said: null };
  if ('decision' in because) return { because, words: known.decided(because.decision), said: null };
  if ('copy' in because) {
    const names = because.copy.map((id) => known.row(id)).flatMap((row) => (row ? [calledBy(row)] : []));
    return { because, words: names.join(' = '), said: null };
  }
  const said = known.said(because.statement);
  return { because, words: said?.statement.source.name ?? said?.statement.source.kind ?? because.statement, said };
}

/**
 * How its words came from an origin: the items that say it on that origin's word, and those that they were copied from,
 * step by step. What the copies have in common is for the view of the two.
 */
function trailOf(id: string, claim: Claim, { origins, statements }: Dossier, known: Known): ClaimView['origins'] {
  const origin = origins.find((one) => one.id === id);
  if (!origin) return [];
  const own = new Set(claim.statements.filter((one) => origin.statements.includes(one)));
  const carriers = statements.flatMap((one) => (own.has(one.id) ? [one.item] : []));
  const within = new Set(origin.items);
  const trail = new Set(carriers.length > 0 ? carriers : origin.items);
  // A set goes on to what is added to it while it is walked.
  for (const item of trail) for (const source of known.sources(item)) if (within.has(source)) trail.add(source);
  return [
    {
      origin,
      trail: origin.items.flatMap((item) => (trail.has(item) ? (known.row(item) ?? []) : [])),
      copies: known
        .steps()
        .filter(({ left, right }) => trail.has(left) && trail.has(right))
        .map((one) => ({ ...one, passages: [], basis: [] })),
    },
  ];
}

/** What each item was copied from, in one step. */
function sourcesIn(steps: readonly Copy[]): ReadonlyMap<string, readonly string[]> {
  const sources = new Map<string, string[]>();
  for (const { left, right, direction } of steps) {
    const [from, to] = direction === 'right-first' ? [right, left] : [left, right];
    if (direction === 'left-first' || direction === 'right-first') sources.set(to, [...(sources.get(to) ?? []), from]);
  }
  return sources;
}

/** Whether something that an item says touches a statement. */
const meets = (
  statement: Placed,
  one: { readonly item: string | null; readonly start: number; readonly end: number },
): boolean => one.item === statement.item && one.start < statement.end && statement.start < one.end;

/** The decisions that its reasons name. */
function decisionsOn({ decisions }: Dossier, reasons: readonly Reason[]): ClaimView['decisions'] {
  const named = new Set(
    reasons.flatMap(({ because }) => because.flatMap((one) => ('decision' in one ? [one.decision] : []))),
  );
  return decisions.filter(({ seq }) => named.has(seq));
}
