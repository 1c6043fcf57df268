import { covers } from '../../base/span.ts';
import { fold } from '../../trace/fold.ts';
import type { Dossier } from '../dossier.ts';
import { claimWords } from '../wording.ts';
import type { Hit } from './shapes.ts';

/** Words that can be found, folded once: case, width, accents and traditional writing make no difference. */
interface Entry {
  readonly kind: Hit['kind'];
  readonly claim: string | null;
  readonly item: string | null;
  readonly words: string;
  readonly units: Uint16Array;
  readonly from: ArrayLike<number>;
  readonly to: ArrayLike<number>;
}

/** Looks for words in a dossier. */
export interface SearchIndex {
  /** One place of each claim, item and text that holds the words; claims come first. */
  readonly find: (words: string, limit: number) => readonly Hit[];
}

const CONTEXT = 60;

/**
 * An index over claims, items and texts, made once a dossier; linear in its letters. Entries that hold the words as they
 * were typed stand before those that hold each of them somewhere; among equals claims come first, then items, then texts.
 */
export function searchIndex(dossier: Dossier): SearchIndex {
  const entries = [...claimEntries(dossier), ...itemEntries(dossier), ...textEntries(dossier)];
  const said = new Map<string, Dossier['statements'][number][]>();
  for (const one of dossier.statements) {
    const known = said.get(one.item);
    if (known) known.push(one);
    else said.set(one.item, [one]);
  }
  const hit = (entry: Entry, at: number, size: number): Hit => within(hitAt(entry, at, at + size - 1), said);
  return {
    find(words, limit) {
      const wanted = fold(words.trim()).units;
      if (wanted.length === 0) return [];
      const whole: Hit[] = [];
      const rest: Entry[] = [];
      for (const entry of entries) {
        if (whole.length >= limit) return whole;
        const at = placeOf(entry.units, wanted);
        if (at >= 0) whole.push(hit(entry, at, wanted.length));
        else rest.push(entry);
      }
      const each = eachOf(words);
      if (each.length < 2) return whole;
      for (const entry of rest) {
        if (whole.length >= limit) break;
        const places = each.map((one) => placeOf(entry.units, one));
        if (places.every((at) => at >= 0)) whole.push(hit(entry, places[0] ?? 0, each[0]?.length ?? 1));
      }
      return whole;
    },
  };
}

/** The words one by one, the longest first: it says most about where to look. */
const eachOf = (words: string): readonly Uint16Array[] =>
  words
    .split(/\s+/u)
    .map((one) => fold(one).units)
    .filter(({ length }) => length > 0)
    .sort((a, b) => b.length - a.length);

/** What is found in a text within a statement is that statement's, and its claim's. */
function within(hit: Hit, said: ReadonlyMap<string, Dossier['statements']>): Hit {
  if (hit.kind !== 'text' || hit.item === null) return hit;
  const around = said.get(hit.item)?.find((one) => covers(one, hit));
  return around ? { ...hit, kind: 'statement', claim: around.claim } : hit;
}

/** The places where some words stand in a dossier. */
export const search = (dossier: Dossier, words: string, limit: number): readonly Hit[] =>
  searchIndex(dossier).find(words, limit);

function entryOf(words: string, about: Pick<Entry, 'kind' | 'claim' | 'item'>): Entry {
  const { units, from, to } = fold(words);
  return { ...about, words, units, from, to };
}

const claimEntries = ({ claims }: Dossier): readonly Entry[] =>
  claims
    .filter((one) => !one.privateLife)
    .map((one) => entryOf(claimWords(one), { kind: 'claim', claim: one.id, item: null }));

const itemEntries = ({ items }: Dossier): readonly Entry[] =>
  items.map((one) =>
    entryOf([one.title, one.publisher, one.author, one.file].filter(Boolean).join(' · '), {
      ...{ kind: 'item', claim: null, item: one.id },
    }),
  );

const textEntries = ({ texts }: Dossier): readonly Entry[] =>
  texts.map((one) => entryOf(one.content, { kind: 'text', claim: null, item: one.item }));

/** Where the wanted units begin; -1 where they don't stand there. The rarest way to be slow is a text of one letter. */
function placeOf(units: Uint16Array, wanted: Uint16Array): number {
  const [first = 0] = wanted;
  const last = units.length - wanted.length;
  for (let at = units.indexOf(first); at >= 0 && at <= last; at = units.indexOf(first, at + 1)) {
    let same = 1;
    while (same < wanted.length && units[at + same] === wanted[same]) same++;
    if (same === wanted.length) return at;
  }
  return -1;
}

function hitAt({ kind, claim, item, words, from, to }: Entry, first: number, last: number): Hit {
  const start = from[first] ?? 0;
  const end = to[last] ?? words.length;
  const left = Math.max(0, start - CONTEXT);
  const right = Math.min(words.length, end + CONTEXT);
  return {
    ...{ kind, claim, item, start, end },
    quote: words.slice(start, end),
    before: `${left > 0 ? '…' : ''}${words.slice(left, start)}`.replaceAll(/\s+/gu, ' '),
    after: `${words.slice(end, right)}${right < words.length ? '…' : ''}`.replaceAll(/\s+/gu, ' '),
  };
}
