import type { Evidence } from './lineage.ts';

/** A kind of reason of which it was counted how often it is right. */
export type Counted = 'time' | 'mark' | 'name';

/**
 * How often a reason of a kind was right, of the pairs that it decided: reposts of Weibo and the parents that the platform
 * names (Ma et al. 2016; the half of the cascades whose ids end in an even byte; `npm run bench -- trace` counts the other).
 */
const COUNTS: Readonly<Record<Counted, { readonly right: number; readonly of: number }>> = {
  time: { right: 155, of: 155 },
  mark: { right: 33, of: 34 },
  name: { right: 10, of: 11 },
};

/** No count is long enough for more. */
const MOST = 0.98;

/**
 * The share of such directions that is right, for reasons that bear a count: their odds multiplied, as if each erred by itself.
 * Null where no reason bears one, or where those that do speak against the direction.
 */
export function confidence(
  direction: Evidence['says'],
  reasons: readonly { readonly evidence: Evidence; readonly counted: Counted | null }[],
): number | null {
  let logOdds = 0;
  for (const { evidence, counted } of reasons) {
    if (counted !== null) logOdds += evidence.says === direction ? LOG_ODDS[counted] : -LOG_ODDS[counted];
  }
  if (logOdds <= 0) return null;
  return Math.min(MOST, Math.round(100 / (1 + Math.exp(-logOdds))) / 100);
}

/** By the rule of succession (Laplace): few counts claim little. */
const logOddsOf = ({ right, of }: { readonly right: number; readonly of: number }): number =>
  Math.log((right + 1) / (of - right + 1));

const LOG_ODDS: Readonly<Record<Counted, number>> = {
  time: logOddsOf(COUNTS.time),
  mark: logOddsOf(COUNTS.mark),
  name: logOddsOf(COUNTS.name),
};
