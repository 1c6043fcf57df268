import { overlap, type Span } from '../../base/span.ts';
import type { Item } from '../../capture/item.ts';
import type { Decision } from '../../weigh/decision.ts';
import type { Claim, Noted, Person, Placed } from '../../weigh/ledger.ts';
import { type Catalogue, catalogue } from '../catalogue.ts';
import type { Dossier } from '../dossier.ts';
import type { KeptBack, Quotation } from '../edition.ts';
import { excerptOf } from '../excerpt.ts';
import { safeUrl } from '../withhold/secrets.ts';
import type { Withholding } from '../withhold/withhold.ts';
import { eachString } from './each-string.ts';
import { idsIn, type PublicId } from './public-ids.ts';
import { type Unheard, unheard } from './right-of-reply.ts';

/** What may be read by anybody of a dossier, and what was left out of it. */
export interface Disclosed {
  readonly dossier: Dossier;
  readonly quotations: readonly Quotation[];
  readonly keptBack: readonly KeptBack[];
  /** The editor's reasons for not waiting, by the public id of the claim. */
  readonly waived: Readonly<Record<string, string>>;
  /** For the desk alone: claims kept back until somebody is heard, under their own ids. */
  readonly unheard: readonly Unheard[];
}

/** What a dossier is disclosed with: stand-ins for all that is withheld, names that tell nothing, and who may be named. */
export interface Veil {
  readonly shown: Withholding;
  readonly publicId: PublicId;
  readonly people: readonly Person[];
}

/**
 * The dossier as anybody may read it. Claims about private life, and claims about somebody who was not heard, are counted
 * and left out with their statements; whole texts, conversations and the desk's own names stay at the desk. Then every
 * string that is left, whatever key it stands under, goes through the stand-ins, so that a field which is added later
 * can't slip past them.
 */
export function disclosed(dossier: Dossier, decisions: readonly Decision[], veil: Veil): Disclosed {
  const known = catalogue(dossier);
  const named = new Set(veil.people.filter(({ withheld }) => !withheld).map(({ name }) => name));
  const waiting = unheard(dossier, decisions, named);
  const held = new Set(waiting.filter(({ waived }) => waived === null).map(({ claim }) => claim));
  const whyOf = (claim: Claim): KeptBack['why'] | null =>
    known.isWithheld(claim) ? 'private-life' : held.has(claim.id) ? 'right-of-reply' : null;
  const claims = dossier.claims.filter((claim) => whyOf(claim) === null);
  const hidden = hiddenSpans(dossier, claims, known);
  const whole = publicPart(dossier, claims, hidden, veil.people);
  const quotations = quotationsOf(whole, known, hidden, veil);
  const part = quotedAs(whole, quotations, veil.publicId);
  const ids = idsIn(dossier);
  const open = (words: string): string => (ids.has(words) ? veil.publicId(words) : veil.shown(words));
  return {
    dossier: eachString(part, open),
    quotations,
    keptBack: dossier.claims.flatMap((claim) => {
      const why = whyOf(claim);
      return why === null ? [] : [{ why, label: claim.standing.label }];
    }),
    waived: Object.fromEntries(
      waiting
        .filter(({ claim }) => !held.has(claim))
        .map(({ claim, waived }) => [veil.publicId(claim), veil.shown(waived ?? '')]),
    ),
    unheard: waiting.filter(({ claim }) => held.has(claim)),
  };
}

type Hidden = ReadonlyMap<string, readonly Span[]>;

/** Where the words of claims that are left out stand, but for those that an open claim holds too. */
function hiddenSpans({ claims }: Dossier, open: readonly Claim[], { statement }: Catalogue): Hidden {
  const shown = new Set(open.flatMap(({ statements }) => statements));
  const spans = new Map<string, Span[]>();
  for (const id of claims.flatMap(({ statements }) => statements)) {
    const one = shown.has(id) ? undefined : statement(id);
    if (one) spans.set(one.item, [...(spans.get(one.item) ?? []), { start: one.start, end: one.end }]);
  }
  return spans;
}

const isHidden = (hidden: Hidden, one: Span & { readonly item: string | null }): boolean =>
  (hidden.get(one.item ?? '') ?? []).some((other) => 2 * overlap(one, other) > one.end - one.start);

function publicPart(dossier: Dossier, claims: readonly Claim[], hidden: Hidden, people: readonly Person[]): Dossier {
  const stated = new Set(claims.flatMap(({ statements }) => statements));
  const voiced = new Set(claims.flatMap(({ standing }) => [...standing.for.origins, ...standing.against.origins]));
  const named = new Set(people.filter(({ withheld }) => !withheld).map(({ name }) => name));
  const statements = dossier.statements.filter(({ id }) => stated.has(id));
  const ownVoice = speakingForThemselves(dossier.statements);
  const { maybePeople: _, ...rest } = dossier;
  const isKept = keptWords(dossier, stated);
  return {
    ...rest,
    claims,
    statements,
    items: dossier.items.map((item) => publicItem(item, ownVoice.has(item.id), named)),
    texts: [],
    origins: dossier.origins
      .filter(({ id }) => voiced.has(id))
      .map((one) => ({ ...one, statements: one.statements.filter((id) => stated.has(id)) })),
    // What is odd within a screen is for the desk to look into, not for the record to hint at.
    transcripts: dossier.transcripts.map(({ observations: _, ...one }) => ({
      ...one,
      messages: one.messages.filter(({ altered, text }) => altered && !isKept(text)),
    })),
    images: dossier.images.map(({ altered, missing, ...one }) => ({
      ...one,
      altered: altered.filter(({ leftText, rightText }) => !isKept(leftText) && !isKept(rightText)),
      ...(missing ? { missing: missing.filter(({ text }) => !isKept(text)) } : {}),
    })),
    responses: dossier.responses
      .filter((one) => !isHidden(hidden, one))
      .map((one) => ({ ...one, askedBy: one.decision === undefined ? one.askedBy : 'the desk' })),
    commitments: dossier.commitments.filter((one) => !isHidden(hidden, one)),
    contradictions: dossier.contradictions.filter(({ a, b }) => !isHidden(hidden, a) && !isHidden(hidden, b)),
    times: dossier.times.filter((one) =>
      statements.some((other) => other.item === one.item && overlap(one, other) > 0),
    ),
    people: people
      .filter(({ withheld }) => !withheld)
      .map((one) => ({ ...one, why: reasonOf(one, dossier.decisions) })),
    decisions: dossier.decisions.flatMap((one) => publicDecision(one)),
    counts: { ...dossier.counts, claims: dossier.claims.length },
  };
}

/** Whether some words hold those of a statement that stays at the desk, or stand in one: messages in pictures, say. */
function keptWords({ statements }: Dossier, stated: ReadonlySet<string>): (words: string) => boolean {
  const plain = (words: string): string => words.replaceAll(/[\s\p{P}]+/gu, '').toLowerCase();
  const kept = statements.filter(({ id, claim }) => claim !== null && !stated.has(id)).map(({ quote }) => plain(quote));
  return (words) => {
    const own = plain(words);
    return kept.some((one) => one.length > 3 && own.length > 3 && (own.includes(one) || one.includes(own)));
  };
}

/** Items that a body or an outlet speaks in itself. What a person posted leads to the person by its address and its digest. */
const speakingForThemselves = (statements: readonly Placed[]): ReadonlySet<string> =>
  new Set(
    statements.flatMap(({ item, carrier, source }) =>
      carrier && (source.kind === 'outlet' || source.kind === 'named-body') ? [item] : [],
    ),
  );

/** An item without what leads to a person: who can guess the bytes of a picture could confirm them by their digest. */
function publicItem(item: Item, ownVoice: boolean, named: ReadonlySet<string>): Item {
  const leads = !ownVoice || item.mediaType.startsWith('image/') || item.publisher === null;
  const author = item.author === item.publisher || named.has(item.author ?? '') ? item.author : null;
  const url = item.url === null || leads ? null : safeUrl(item.url);
  return { ...item, author, url, note: null, ...(leads ? { digest: 'sha256:withheld' } : {}) };
}

const GIVEN: readonly Noted['kind'][] = ['disclose', 'waive', 'exhibit'];
const PRIVATE: readonly Noted['kind'][] = ['withhold', 'tick'];

/** A decision without who made it; the reason only where the public is owed one. */
const publicDecision = (one: Noted): readonly Noted[] =>
  PRIVATE.includes(one.kind)
    ? []
    : [{ ...one, by: 'the desk', why: GIVEN.includes(one.kind) ? one.why : null, missing: [] }];

const reasonOf = ({ decision }: Person, decisions: readonly Noted[]): string =>
  decisions.find(({ seq }) => seq === decision)?.why ?? '';

type Place = Span & { readonly item: string | null; readonly quote: string };

/** Quotations with their edges as they may be seen: where one begins or ends within a name, that part of it goes too. */
function quotedAs(part: Dossier, quotations: readonly Quotation[], publicId: Veil['publicId']): Dossier {
  const known = new Map(quotations.map((one) => [`${one.item} ${one.start} ${one.end}`, one.quote]));
  const seen = <T extends Place>(one: T): T => ({
    ...one,
    quote: known.get(`${one.item === null ? '' : publicId(one.item)} ${one.start} ${one.end}`) ?? one.quote,
  });
  const worded = new Map(part.statements.map((one) => [one.id, one]));
  return {
    ...part,
    statements: part.statements.map(seen),
    responses: part.responses.map(seen),
    commitments: part.commitments.map(seen),
    contradictions: part.contradictions.map(({ a, b, why }) => ({ a: seen(a), b: seen(b), why })),
    claims: part.claims.map((claim) => {
      const own = claim.statements.flatMap((id) => worded.get(id) ?? []).find(({ quote }) => quote === claim.statement);
      return own ? { ...claim, statement: seen(own).quote } : claim;
    }),
  };
}

/** The words that pages quote, with what stands around them up to the next words that are left out. */
function quotationsOf(
  part: Dossier,
  known: Catalogue,
  hidden: Hidden,
  { shown, publicId }: Veil,
): readonly Quotation[] {
  const sides = part.contradictions.flatMap(({ a, b }) => [a, b]);
  const places = [...part.statements, ...part.responses, ...part.commitments, ...sides];
  const found = new Map<string, Quotation>();
  for (const { item, start, end } of places) {
    const key = `${item} ${start} ${end}`;
    if (item === null || found.has(key)) continue;
    const content = known.content(item);
    const others = hidden.get(item) ?? [];
    const from = Math.max(0, ...others.filter((one) => one.end <= start).map((one) => one.end));
    const to = Math.min(content.length, ...others.filter((one) => one.start >= end).map((one) => one.start));
    const place = { start: start - from, end: end - from };
    found.set(key, { item: publicId(item), start, end, ...excerptOf(content.slice(from, to), place, shown) });
  }
  return [...found.values()];
}
