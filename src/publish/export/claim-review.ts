import { compareInstants, dayOf, formatDay, isDay, isInstant } from '../../base/time.ts';
import type { Item } from '../../capture/item.ts';
import type { Claim, Label } from '../../weigh/ledger.ts';
import { eachString } from '../disclose/each-string.ts';
import type { Edition } from '../edition.ts';
import type { Words } from '../words/words.ts';
import { deskName } from './desk-name.ts';
import { wellFormed } from './well-formed.ts';

/** Standings under which a review is given out where the policy says nothing. A mere rumour is never reviewed: a review spreads it. */
const REVIEWED: readonly Label[] = ['confirmed', 'corroborated', 'denied', 'contested', 'retracted'];

/** A schema.org ClaimReview as JSON-LD. */
export type ClaimReview = Readonly<Record<string, unknown>>;

/**
 * The review of one claim (https://schema.org/ClaimReview), or null where its standing gives none. The standing is the
 * rating's `alternateName`. There is no `ratingValue` and no `bestRating`: a standing says what a claim rests on, and is
 * no place on a scale from false to so. Its author is whom the key signs for.
 */
export function claimReview(edition: Edition, id: string, words: Words, path: string): ClaimReview | null {
  const claim = edition.dossier.claims.find((one) => one.id === id);
  const reviewed = edition.policy.publication?.claimReview ?? REVIEWED;
  if (!claim || !reviewed.includes(claim.standing.label)) return null;
  const works = worksOf(edition, claim);
  const appearances = works.filter(({ says }) => says).map(({ work }) => work);
  const first = appearances.filter(({ datePublished }) => datePublished !== undefined).sort(byDate)[0];
  const address = `${edition.base ?? ''}${path}`;
  const review = {
    '@context': 'https://schema.org',
    '@type': 'ClaimReview',
    ...(edition.base === null ? {} : { '@id': address }),
    url: edition.base === null ? `${id}.html` : address,
    claimReviewed: claim.statement,
    author: { '@type': 'Organization', name: deskName(edition) ?? edition.log.id },
    datePublished: edition.published.slice(0, 10),
    inLanguage: words.tag,
    reviewRating: { '@type': 'Rating', alternateName: words.labels[claim.standing.label] },
    itemReviewed: {
      '@type': 'Claim',
      ...(first ? { datePublished: first.datePublished, firstAppearance: first } : {}),
      ...(appearances.length > 0 ? { appearance: appearances } : {}),
    },
    ...(works.length > 0 ? { isBasedOn: works.map(({ work }) => work.url) } : {}),
  };
  return eachString(review, wellFormed);
}

interface Work {
  readonly '@type': string;
  readonly url: string;
  readonly datePublished?: string;
  readonly headline?: string;
  readonly publisher?: { readonly '@type': 'Organization'; readonly name: string };
}

/** Items with a public address that speak of a claim, each once, and whether one of its statements says it: a denial is no appearance. */
function worksOf({ dossier }: Edition, claim: Claim): readonly { readonly work: Work; readonly says: boolean }[] {
  const own = new Set(claim.statements);
  const statements = dossier.statements.filter(({ id }) => own.has(id));
  const saying = new Set(statements.filter((one) => one.class !== 'deny').map(({ item }) => item));
  const speaking = new Set(statements.map(({ item }) => item));
  return dossier.items
    .filter(({ id }) => speaking.has(id))
    .flatMap((item) => appearance(item).map((work) => ({ work, says: saying.has(item.id) })));
}

/** An item that can be pointed at: one whose address is public. */
function appearance({ url, published, title, publisher }: Item): readonly Work[] {
  if (url === null || !/^https?:\/\/[^\s<>"]+$/iu.test(url)) return [];
  const day = dateOf(published);
  return [
    {
      '@type': 'CreativeWork',
      url,
      ...(day ? { datePublished: day } : {}),
      ...(title ? { headline: title } : {}),
      ...(publisher ? { publisher: { '@type': 'Organization' as const, name: publisher } } : {}),
    },
  ];
}

/** A day or an instant: schema.org knows no dates in part. */
const dateOf = (value: string | null): string | null => {
  if (value === null) return null;
  if (isInstant(value)) return value;
  const day = dayOf(value);
  return day && isDay(day) ? formatDay(day) : null;
};

const byDate = (a: Work, b: Work): number => compareInstants(a.datePublished ?? null, b.datePublished ?? null);

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
