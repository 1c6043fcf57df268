import type { Span } from '../base/span.ts';
import type { Item } from '../capture/item.ts';
import type { Text, ZoneKind } from '../capture/text.ts';
import { type Fingerprint, fingerprint } from './fingerprint.ts';
import { bytesOf, type Folded, fold } from './fold.ts';
import { byHash } from './near.ts';
import { quoted } from './quoted.ts';
import { type Seeds, seedsOf } from './seeds.ts';
import { type Sentence, sentences } from './sentence.ts';
import { type Wording, wordingOf } from './wording.ts';

/** A text made ready for comparison: its reporting text folded, with what is quoted and what each unit weighs. */
export interface Source {
  readonly item: Item;
  readonly text: Text;
  readonly content: string;
  readonly folded: Folded;
  readonly seeds: Seeds;
  /** Its fingerprints, in order of their hashes. */
  readonly print: Fingerprint;
  /** For each folded unit, how much it counts: its bytes, or 0 inside a quotation. */
  readonly weight: Uint8Array;
  /** Sum of `weight`: how much the carrier reports in its own words. */
  readonly reporting: number;
  readonly sentences: readonly Sentence[];
  readonly wording: Wording;
  /** 1 where `content` is reporting text or a quotation in it. */
  readonly kept: Uint8Array;
  readonly quoted: Uint8Array;
}

/** Zones that are no reporting: whoever shares them shares a page, a byline or a reader, not a story. */
const ASIDE: ReadonlySet<ZoneKind> = new Set([
  'title',
  'byline',
  'dateline',
  'credit',
  'caption',
  'comment',
  'related',
  'boilerplate',
  'quoted-mail',
  'signature',
  'metadata',
]);

/** Longer ones are a paragraph that begins with a dateline, or ends with a credit. */
const LONGEST: Partial<Record<ZoneKind, number>> = { dateline: 40, credit: 160, byline: 160 };

/** Makes a text ready; `boilerplate` are spans found to stand on many pages of its publisher. */
export function sourceOf(item: Item, text: Text, boilerplate: readonly Span[]): Source {
  const { content } = text;
  const kept = new Uint8Array(content.length).fill(1);
  for (const zone of text.zones) {
    if (ASIDE.has(zone.kind) && zone.end - zone.start <= (LONGEST[zone.kind] ?? content.length)) {
      kept.fill(0, zone.start, zone.end);
    }
  }
  for (const span of boilerplate) kept.fill(0, span.start, span.end);
  const marks = quoted(content);
  const folded = fold(content, kept);
  const weight = new Uint8Array(folded.units.length);
  let reporting = 0;
  for (let i = 0; i < weight.length; i++) {
    if (marks[folded.from[i] ?? 0] === 1) continue;
    weight[i] = bytesOf(folded.units[i] ?? 0);
    reporting += weight[i] ?? 0;
  }
  const own = sentences(content, kept, marks);
  let print: Fingerprint | undefined;
  let wording: Wording | undefined;
  return {
    item,
    text,
    content,
    folded,
    seeds: seedsOf(folded),
    weight,
    reporting,
    sentences: own,
    kept,
    quoted: marks,
    // Made when first asked: a text that others equal is never compared.
    get print() {
      print ??= byHash(fingerprint(folded));
      return print;
    },
    get wording() {
      wording ??= wordingOf(own);
      return wording;
    },
  };
}
