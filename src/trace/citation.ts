import { quoteAt } from '../base/span.ts';
import type { Known } from './known.ts';
import type { Citation } from './lineage.ts';

/** Who cites whom in words: each place where a text hands its story to another publisher, joined to that publisher's items. */
export function citations(knowns: readonly Known[], kin: (a: string, b: string) => boolean): readonly Citation[] {
  const byPublisher = new Map<string, Known[]>();
  for (const known of knowns) {
    if (known.publisher === null || known.source.item.mediaType.startsWith('image/')) continue;
    const list = byPublisher.get(known.publisher);
    if (list) list.push(known);
    else byPublisher.set(known.publisher, [known]);
  }
  const found: Citation[] = [];
  for (const known of knowns) {
    const from = known.source.item.id;
    for (const mention of known.mentions) {
      if (!mention.cites || mention.publisher === known.publisher) continue;
      for (const target of meant(known, byPublisher.get(mention.publisher) ?? [])) {
        const to = target.source.item.id;
        if (kin(from, to)) continue;
        found.push({ from, to, ...quoteAt(known.source.content, mention.start, mention.end) });
      }
    }
  }
  return found;
}

/** Of a publisher's items the one meant: the one that shares most words with the citing text and isn't later, if any. */
function meant(citing: Known, items: readonly Known[]): readonly Known[] {
  if (items.length <= 1) return items;
  const own = wordsOf(citing);
  const ranked = items
    .map((known) => ({
      known,
      shared: [...wordsOf(known)].filter((word) => own.has(word)).length,
      late: isLater(known, citing),
    }))
    .sort((a, b) => Number(a.late) - Number(b.late) || b.shared - a.shared);
  const best = ranked[0];
  return best === undefined ? [] : [best.known];
}

const wordsOf = ({ source }: Known): ReadonlySet<string> =>
  new Set(
    source.sentences.flatMap((sentence) => sentence.tokens.filter((t) => t.weight >= 0.5).map((token) => token.key)),
  );

const isLater = (a: Known, b: Known): boolean => a.when !== null && b.when !== null && a.when.from >= b.when.to;
