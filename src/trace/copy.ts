import type { Span } from '../base/span.ts';
import { align } from './align.ts';
import type { Known } from './known.ts';
import type { Copy, Passage } from './lineage.ts';
import { measured } from './mirror.ts';
import { nearness } from './near.ts';
import { type Order, order } from './order.ts';
import { type Shared, share } from './passage.ts';
import { reword } from './reword.ts';
import { translate } from './translate.ts';

/** What is found of a pair before the steps are chosen. */
export type Judged = Omit<Copy, 'direct'>;

/** Judges whether one of two texts was made from the other; null where what they share may have come to both. */
export function judge(left: Known, right: Known): Judged | null {
  if (left.script !== right.script) return judgeTranslation(left, right);
  const signs = cites(left, right);
  const early = holdPassage(left, right) ? sharedBy(left, right) : null;
  if (early !== null && isVerbatim(early, signs)) {
    if (isSerial(left, right, early) || isAside(left, right, early)) return null;
    const kind = most(early.coverage) >= 0.5 ? null : 'reworded';
    return finish(left, right, kind, early.coverage, early.passages);
  }
  if (isPicture(left) || isPicture(right)) return null;
  const other = measured(left.source, right.source, (a, b) => reword(a.wording, b.wording));
  const apart = (left.ownWork && right.ownWork) || sameHouse(left, right);
  if (!isReworded(other, 1, signs, apart)) return null;
  const shared = early ?? sharedBy(left, right);
  if (!isReworded(other, most(shared.coverage), signs, apart)) return null;
  // One side's own reporters were there: only a close likeness speaks against them.
  if (
    (left.ownWords || right.ownWords) &&
    !signs &&
    other.likeness < 0.5 &&
    least(other.coverage) * other.likeness < 0.26
  ) {
    return null;
  }
  const coverage = {
    left: Math.max(other.coverage.left, shared.coverage.left),
    right: Math.max(other.coverage.right, shared.coverage.right),
  };
  return finish(left, right, 'reworded', coverage, other.passages);
}

const sharedBy = (left: Known, right: Known): Shared =>
  measured(left.source, right.source, (a, b) => share(a, b, align(a, b)));

/** Fewer fingerprints on one diagonal are no passage worth looking for, unless a text is too short to have more. */
const FEWEST = 3;

function holdPassage({ source: left }: Known, { source: right }: Known): boolean {
  const all = Math.min(left.print.hashes.length, right.print.hashes.length);
  return nearness(left.print, right.print) >= Math.min(FEWEST, Math.ceil(all / 4));
}

const most = ({ left, right }: Copy['coverage']): number => Math.max(left, right);

const least = ({ left, right }: Copy['coverage']): number => Math.min(left, right);

/**
 * A third of one side, or a stretch too long for a formula (official ones run to a hundred Han letters); less where the
 * words name the source or both sides are short.
 */
function isVerbatim({ coverage, weight, longest }: Shared, signs: boolean): boolean {
  const most = Math.max(coverage.left, coverage.right);
  const fewest = least(coverage);
  if (longest >= 900 || (longest >= 300 && most >= 0.12) || (fewest >= 0.7 && weight >= 48)) return true;
  // One sentence of a statement, reported in a longer text, is no copy of it.
  if (most < 0.5 && fewest < 0.15 && weight < 150) return false;
  // Titles and names of offices add up in long texts, but none is a sentence.
  if (most < 0.5 && longest < 90) return false;
  return weight >= 90 && most >= (signs ? 0.22 : 0.3);
}

/**
 * Many sentences in one order. Where both sides speak of their own reporters' work, or are one outlet's, what they share may
 * well be one event
 * (independent reports of 100 events stay below these bounds).
 */
function isReworded(found: ReturnType<typeof reword>, verbatim: number, signs: boolean, apart: boolean): boolean {
  const most = Math.max(found.coverage.left, found.coverage.right);
  const fewest = least(found.coverage);
  if (signs && most >= 0.4 && found.likeness >= 0.5) return true;
  if (apart) return found.count >= 5 && fewest >= 0.55 && found.likeness >= 0.55;
  if (found.count >= 5 && fewest >= 0.45 && found.likeness >= 0.36 && fewest * found.likeness >= 0.2) return true;
  if (found.count >= 4 && most >= 0.75 && fewest >= 0.15 && found.likeness >= 0.45) return true;
  if (found.count >= 3 && fewest >= 0.6 && found.likeness >= 0.55) return true;
  return found.count >= 3 && most >= 0.5 && verbatim >= 0.2 && found.likeness >= 0.5;
}

/** Bulletins of one series: the same words around other figures (a daily count, a weather report). */
function isSerial(left: Known, right: Known, { coverage, longest }: Shared): boolean {
  if (Math.min(coverage.left, coverage.right) < 0.5 || longest >= 600) return false;
  const keys = new Map<string, number>();
  for (const { key, weight } of left.figures) keys.set(key, weight);
  const total = (known: Known): number => known.figures.reduce((sum, one) => sum + one.weight, 0);
  const least = Math.min(total(left), total(right));
  const both = right.figures.reduce((sum, one) => sum + (keys.has(one.key) ? one.weight : 0), 0);
  return least >= 8 && both / least < 0.4;
}

/** Background that an outlet repeats in its own next report, or a picture that shows a few words of a text. */
function isAside(left: Known, right: Known, { coverage, longest }: Shared): boolean {
  const most = Math.max(coverage.left, coverage.right);
  return (sameHouse(left, right) || isPicture(left) || isPicture(right)) && most < 0.5 && longest < 300;
}

const sameHouse = (left: Known, right: Known): boolean => left.publisher !== null && left.publisher === right.publisher;

const isPicture = ({ source }: Known): boolean => source.item.mediaType.startsWith('image/');

const cites = (left: Known, right: Known): boolean =>
  (right.publisher !== null && left.credits.has(right.publisher)) ||
  (left.publisher !== null && right.credits.has(left.publisher));

function judgeTranslation(left: Known, right: Known): Judged | null {
  const found = translate(left, right, cites(left, right));
  return found === null ? null : finish(left, right, 'translation', found.coverage, found.passages);
}

function finish(
  left: Known,
  right: Known,
  kind: Copy['kind'] | null,
  coverage: Copy['coverage'],
  passages: readonly Passage[],
): Judged {
  const found = order(left, right, coverage, passages);
  return { ...pairOf(left, right, found), kind: kind ?? extent(found, coverage), coverage, passages };
}

/** The whole of the source, or a part of it; of both, where neither is known to be the source. */
function extent({ direction }: Order, { left, right }: Copy['coverage']): 'whole' | 'part' {
  const source = direction === 'left-first' ? left : direction === 'right-first' ? right : Math.min(left, right);
  return source >= 0.8 ? 'whole' : 'part';
}

/** A pair of equal texts, or of texts that hold one equal post: nothing left to align. */
export function equalPair(
  left: Known,
  right: Known,
  spans: { readonly left: Span; readonly right: Span },
  coverage: Copy['coverage'],
): Judged {
  return finish(left, right, null, coverage, [{ ...spans, kind: 'verbatim' }]);
}

const pairOf = (
  left: Known,
  right: Known,
  found: Order,
): Pick<Copy, 'left' | 'right' | 'direction' | 'confidence' | 'credited' | 'basis'> => ({
  left: left.source.item.id,
  right: right.source.item.id,
  direction: found.direction,
  ...(found.confidence === undefined ? {} : { confidence: found.confidence }),
  credited: found.credited,
  basis: found.basis,
});
