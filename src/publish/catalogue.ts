import { overlap, type Span } from '../base/span.ts';
import type { Item } from '../capture/item.ts';
import type { Claim, Origin, Placed } from '../weigh/ledger.ts';
import type { Dossier } from './dossier.ts';
import { type Excerpt, excerptOf } from './excerpt.ts';
import { type Withholding, withholding } from './withhold/withhold.ts';
import { EN } from './words/en.ts';
import type { Words } from './words/words.ts';

/** A dossier's things by their ids. */
export interface Catalogue {
  readonly item: (id: string | null) => Item | undefined;
  /** The text of an item; empty where it has none. */
  readonly content: (item: string | null) => string;
  readonly statement: (id: string) => Placed | undefined;
  readonly origin: (id: string) => Origin | undefined;
  /** Whether a claim tells of private life: it is counted, never worded. */
  readonly isWithheld: (claim: Claim) => boolean;
}

/** What every part of the report is made from: the dossier, its things by id, and what may be shown of them. */
export interface View extends Catalogue {
  readonly dossier: Dossier;
  readonly shown: Withholding;
  readonly words: Words;
  /** Words of an item, or noted by the desk, with their sentence. */
  readonly excerpt: (item: string | null, place: Place) => Excerpt;
  /** Where a claim stands: an address to link to. */
  readonly link: (claim: string) => string;
  /** Where an item stands among the evidence. */
  readonly itemLink: (item: string) => string;
}

/** What somebody else who makes pages may bring of his own. */
export type OwnParts = Partial<Pick<View, 'shown' | 'words' | 'excerpt' | 'link' | 'itemLink'>>;

/** Some words and where they stand. */
export interface Place extends Span {
  readonly quote: string;
}

/** Looks up by id in one step, however long the dossier. */
export function catalogue(dossier: Pick<Dossier, 'items' | 'texts' | 'statements' | 'origins' | 'claims'>): Catalogue {
  const items = new Map(dossier.items.map((one) => [one.id, one]));
  const texts = new Map(dossier.texts.map((one) => [one.item, one.content]));
  const statements = new Map(dossier.statements.map((one) => [one.id, one]));
  const origins = new Map(dossier.origins.map((one) => [one.id, one]));
  const statement = (id: string): Placed | undefined => statements.get(id);
  const hidden = withheldClaims(dossier.claims, statement);
  return {
    item: (id) => items.get(id ?? ''),
    content: (id) => texts.get(id ?? '') ?? '',
    statement,
    origin: (id) => origins.get(id),
    isWithheld: (claim) => hidden.has(claim.id),
  };
}

/** What the report is made from; a published record, which has no whole texts and other addresses, gives its own parts. */
export function viewOf(dossier: Dossier, own: OwnParts = {}): View {
  const known = catalogue(dossier);
  const words = own.words ?? EN;
  const shown = own.shown ?? withholding(dossier);
  const excerpt: View['excerpt'] =
    own.excerpt ?? ((item, place) => excerptOf(item === null ? place.quote : known.content(item), place, shown));
  return {
    ...known,
    dossier,
    words,
    shown: Object.assign((said: string) => words.standIns(shown(said)), { within: shown.within }),
    excerpt: (item, place) => {
      const { before, quote, after } = excerpt(item, place);
      return { before: words.standIns(before), quote: words.standIns(quote), after: words.standIns(after) };
    },
    link: own.link ?? ((claim) => `#${claim}`),
    itemLink: own.itemLink ?? ((item) => `#${item}`),
  };
}

/** Claims about private life, and those that rest on much the same stretch as one of them. */
function withheldClaims(claims: readonly Claim[], statement: (id: string) => Placed | undefined): ReadonlySet<string> {
  const spans = new Map<string, Placed[]>();
  const placesOf = (claim: Claim): readonly Placed[] => claim.statements.flatMap((id) => statement(id) ?? []);
  for (const one of claims.filter((claim) => claim.privateLife).flatMap(placesOf))
    spans.set(one.item, [...(spans.get(one.item) ?? []), one]);
  const same = (one: Placed): boolean =>
    (spans.get(one.item) ?? []).some(
      (other) => overlap(one, other) > 0.6 * Math.max(one.end - one.start, other.end - other.start),
    );
  return new Set(claims.filter((claim) => claim.privateLife || placesOf(claim).some(same)).map((claim) => claim.id));
}
