import type { Item } from '../../capture/item.ts';
import type { Label } from '../../weigh/ledger.ts';
import type { Edition } from '../edition.ts';
import type { Words } from '../words/words.ts';

/** Standings under which a review is given out where the policy says nothing. A mere rumour is never reviewed: a review spreads it. */
const REVIEWED: readonly Label[] = ['confirmed', 'corroborated', 'denied', 'contested', 'retracted'];

/** A schema.org ClaimReview as JSON-LD. */
export type ClaimReview = Readonly<Record<string, unknown>>;

/**
 * The review of one claim (https://schema.org/ClaimReview), or null where its standing gives none. The standing is the
 * rating's `alternateName`; there is no `ratingValue`, for a standing is a name and not a place on a scale of truth.
 */
export function claimReview(edition: Edition, id: string, words: Words, path: string): ClaimReview | null {
  const claim = edition.dossier.claims.find((one) => one.id === id);
  if (!claim || !REVIEWED.includes(claim.standing.label)) return null;
  const statements = edition.dossier.statements.filter((one) => claim.statements.includes(one.id));
  const items = new Map(edition.dossier.items.map((one) => [one.id, one]));
  const appearances = [...new Set(statements.map(({ item }) => item))].flatMap((one) => appearance(items.get(one)));
  const first = appearances.filter(({ datePublished }) => datePublished !== undefined).sort(byDate)[0];
  const address = `${edition.base ?? ''}${path}`;
  return {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    ...(edition.base === null ? {} : { '@id': address }),
    url: edition.base === null ? `${id}.html` : address,
    claimReviewed: claim.statement,
    datePublished: edition.published.slice(0, 10),
    inLanguage: edition.languages[0],
    reviewRating: { '@type': 'Rating', alternateName: words.labels[claim.standing.label] },
    itemReviewed: {
      '@type': 'Claim',
      ...(first ? { datePublished: first.datePublished, firstAppearance: first } : {}),
      ...(appearances.length > 0 ? { appearance: appearances } : {}),
    },
  };
}

interface Work {
  readonly '@type': string;
  readonly url: string;
  readonly datePublished?: string;
  readonly headline?: string;
  readonly publisher?: { readonly '@type': 'Organization'; readonly name: string };
}

/** An item that can be pointed at: one whose address is public. */
function appearance(item: Item | undefined): readonly Work[] {
  if (!item?.url) return [];
  return [
    {
      '@type': 'CreativeWork',
      url: item.url,
      ...(item.published ? { datePublished: item.published } : {}),
      ...(item.title ? { headline: item.title } : {}),
      ...(item.publisher ? { publisher: { '@type': 'Organization' as const, name: item.publisher } } : {}),
    },
  ];
}

const byDate = (a: Work, b: Work): number => ((a.datePublished ?? '') < (b.datePublished ?? '') ? -1 : 1);

const ESCAPED: Readonly<Record<string, string>> = {
  '<': '\\u003c',
  '>': '\\u003e',
  '&': '\\u0026',
  '\u2028': '\\u2028',
  '\u2029': '\\u2029',
};

/** JSON-LD as an element of a page. Nothing in it can end the element (HTML Living Standard, 4.12.1.3). */
export const scriptOf = (data: ClaimReview): string =>
  `<script type="application/ld+json">${JSON.stringify(data).replaceAll(/[<>&\u2028\u2029]/gu, (one) => ESCAPED[one] ?? '')}</script>`;
