import { quoteAt } from '../base/span.ts';
import type { Known } from './known.ts';
import type { Citation } from './lineage.ts';
import { reword } from './reword.ts';
import { wordingOf } from './wording.ts';

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
      const to = meant(known, mention.start, byPublisher.get(mention.publisher) ?? [])?.source.item.id;
      if (to === undefined || kin(from, to)) continue;
      found.push({ from, to, ...quoteAt(known.source.content, mention.start, mention.end) });
    }
  }
  return found;
}

/** Who carries so many items is a platform: naming it names none of them. */
const PLATFORM = 40;

/** An item later than the text that cites it is seldom meant, but clocks err and texts are changed. */
const LATE = 0.8;

/** Of a publisher's items the one meant: the one a sentence of which is most like the citing sentence. */
function meant(citing: Known, at: number, items: readonly Known[]): Known | undefined {
  if (items.length > PLATFORM) return undefined;
  const here = wordingOf(citing.source.sentences.filter(({ start, end }) => start <= at && at < end));
  let best: { readonly known: Known; readonly like: number } | undefined;
  for (const known of items) {
    const like = reword(here, known.source.wording).likeness * (isLater(known, citing) ? LATE : 1);
    if (best === undefined || like > best.like) best = { known, like };
  }
  return best?.known;
}

const isLater = (a: Known, b: Known): boolean => a.when !== null && b.when !== null && a.when.from >= b.when.to;
