import { canonicalJson } from './base/canonical-json.ts';
import { digest, nameOf } from './base/digest.ts';
import { compareInstants, epoch } from './base/time.ts';
import { type Capture, capture } from './capture/capture.ts';
import type { Facts } from './capture/facts.ts';
import type { Item } from './capture/item.ts';
import type { Eyes, Sighting } from './capture/sighting.ts';
import type { Text } from './capture/text.ts';
import { type Dossier, dossier } from './publish/dossier.ts';
import { read } from './read/read.ts';
import type { Reading, Statement } from './read/statement.ts';
import { compareSightings } from './trace/image.ts';
import { trace } from './trace/trace.ts';
import { corrected } from './weigh/correct.ts';
import { type Decision, decidedBy } from './weigh/decision.ts';
import type { Placed } from './weigh/ledger.ts';
import type { Policy } from './weigh/policy.ts';
import { laterThanDated } from './weigh/revision.ts';
import type { Story } from './weigh/story.ts';
import { weigh } from './weigh/weigh.ts';

/** Bytes with what is known of them from outside. */
export interface Evidence {
  readonly facts: Facts;
  readonly bytes: Uint8Array;
}

/** One item, captured and read: everything that depends on this item alone, so it can be memoised by its content. */
export interface Account {
  readonly capture: Capture;
  readonly reading: Reading;
}

/** What is read in an item without text. */
export const SILENT: Reading = { statements: [], responses: [], commitments: [], times: [], persons: [] };

/** capture → read: what one item holds. */
export async function account(evidence: Evidence, eyes: Eyes): Promise<Account> {
  const taken = await capture(evidence.bytes, evidence.facts, eyes);
  return { capture: taken, reading: taken.text ? read(taken.text, taken.item) : SILENT };
}

/**
 * capture → trace → read → weigh → publish: the whole path, over items already accounted for, and what people decided
 * by that instant. An undone decision is left out by the caller: to weigh, it was never made.
 */
export function hearsay(
  accounts: readonly Account[],
  policy: Policy,
  asOf: string,
  decisions: readonly Decision[] = [],
): Dossier {
  const decided = decidedBy(decisions, asOf);
  const inOrder = [...accounts].sort((a, b) => spelling(a.capture.item.file, b.capture.item.file));
  const items = inOrder.map((one) => one.capture.item);
  const texts = inOrder.flatMap((one) => one.capture.text ?? []);
  const sightings = inOrder.flatMap((one) => one.capture.sighting ?? []);

  const lineage = trace(items, texts);
  const later = laterThanDated(lineage.versions, items);
  const { images, transcripts } = compareSightings(sightings, new Map(items.map((item) => [item.id, item.file])));
  const story: Story = {
    items,
    texts,
    lineage,
    images,
    transcripts,
    statements: corrected(
      inOrder.flatMap(({ capture: { item, text }, reading }) =>
        placed(reading.statements, item, text, later.get(item.id) ?? null),
      ),
      decided,
    ),
    responses: inOrder.flatMap((one) => within(one.capture.item, one.reading.responses)),
    commitments: inOrder.flatMap((one) => within(one.capture.item, one.reading.commitments)),
    persons: inOrder.flatMap((one) => within(one.capture.item, one.reading.persons)),
  };
  const ledger = weigh(story, policy, asOf, decided);
  const times = inOrder.flatMap((one) => within(one.capture.item, one.reading.times));
  const { name, means } = policy;
  const mark = { name, digest: digest(canonicalJson(policy)), ...(means ? { means } : {}) };
  return dossier(story, times, ledger, mark, asOf);
}

/** The latest instant that any item names: the default of "as of", so that the same pile gives the same bytes. */
export function latestInstant(items: readonly Item[]): string | null {
  const named = items.flatMap((item) => [item.captured, item.published]).filter((one) => epoch(one) !== null);
  return named.sort(compareInstants).at(-1) ?? null;
}

/** Which pictures and texts belong to which item: what `trace` alone prints. */
export type { Lineage } from './trace/lineage.ts';
export type { Dossier, Sighting };

/**
 * Statements with their place in the case. An id is made from the place alone, so that a decision about a statement
 * outlasts another reading of who says it or how; where several stand in one place, they are counted.
 */
function placed(
  statements: readonly Statement[],
  item: Item,
  text: Text | null,
  later: string | null,
): readonly Placed[] {
  const there = new Map<string, number>();
  return distinct(statements).map((statement) => {
    const { start, end, carrier } = statement;
    const voice = text?.voices.find((one) => one.start <= start && end <= one.end && one.kind !== 'article');
    const place = [item.id, start, end, carrier];
    const nth = there.get(place.join()) ?? 0;
    there.set(place.join(), nth + 1);
    const id = nameOf('s', nth === 0 ? place : [...place, nth]);
    const own = voice?.published === item.published ? null : (voice?.published ?? null);
    return { ...statement, id, item: item.id, at: own ?? later ?? item.published ?? item.captured };
  });
}

/** The same words of the same source, read twice, once. */
function distinct(statements: readonly Statement[]): readonly Statement[] {
  const key = ({ start, end, class: kind, source, cue, carrier }: Statement) =>
    canonicalJson([start, end, kind, source.kind, source.name, source.start, cue?.start ?? null, carrier]);
  return [...new Map(statements.map((one) => [key(one), one])).values()];
}

const within = <T>(item: Item, found: readonly T[]): readonly (T & { readonly item: string })[] =>
  found.map((one) => ({ item: item.id, ...one }));

const spelling = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
