import type { Item } from '../capture/item.ts';
import type { Text } from '../capture/text.ts';
import { boilerplate } from './boilerplate.ts';
import { candidates } from './candidate.ts';
import { citations } from './citation.ts';
import { equalPair, type Judged, judge } from './copy.ts';
import { equals } from './equal.ts';
import { groups } from './group.ts';
import { type Known, know } from './known.ts';
import { likely } from './likely.ts';
import type { Copy, Lineage } from './lineage.ts';
import { Directory } from './name.ts';
import { overrule } from './overrule.ts';
import { rings } from './ring.ts';
import { sourceOf } from './source.ts';
import { steps } from './step.ts';
import { titlesOf } from './title.ts';
import { foreign } from './translate.ts';
import { versions } from './version.ts';

/**
 * Who copied whom: all pairs of texts of which one was made from the other, with direction where the evidence bears one.
 * `doubt`: by how many milliseconds any stated time may be wrong, for piles whose clocks nobody vouches for.
 */
export function trace(items: readonly Item[], texts: readonly Text[], { doubt = 0 } = {}): Lineage {
  const knowns = inOrder(items, texts, doubt);
  const saved = versions(items.toSorted(byFile));
  const page = new Map(saved.flatMap((list, at) => list.map((item) => [item.id, at] as const)));
  const kin = (a: string, b: string): boolean => a === b || (page.has(a) && page.get(a) === page.get(b));
  const place = new Map(knowns.map((known, at) => [known.source.item.id, at]));
  const judged = judgeAll(knowns, kin);
  const copies = [...steps(judged, { place, page, titles: titlesOf(items) })].sort(byPair(items));
  const cited = citations(
    knowns.toSorted((a, b) => byFile(a.source.item, b.source.item)),
    kin,
  );
  const ids = items.toSorted(byFile).map((item) => item.id);
  return {
    copies,
    versions: saved.map((list) => list.map((item) => item.id)),
    tellings: groups(ids, [...copies.map((c) => [c.left, c.right] as const), ...saved.flatMap(neighbours)]),
    citations: cited,
    rings: rings(cited),
  };
}

/** All texts with an item, earliest first, unknown times last, then by file: the result can't depend on the order given. */
function inOrder(items: readonly Item[], texts: readonly Text[], doubt: number): readonly Known[] {
  const byId = new Map(items.map((item) => [item.id, item]));
  const pairs = texts.flatMap((text) => {
    const item = byId.get(text.item);
    return item === undefined || text.content.trim() === '' ? [] : [{ item, text }];
  });
  const lines = boilerplate(pairs);
  const directory = new Directory(items);
  const knowns = pairs.map(({ item, text }, at) => know(sourceOf(item, text, lines[at] ?? []), directory, doubt));
  return knowns.sort((a, b) => start(a) - start(b) || byFile(a.source.item, b.source.item));
}

const start = ({ when }: Known): number => when?.from ?? Number.MAX_SAFE_INTEGER;

function judgeAll(knowns: readonly Known[], kin: (a: string, b: string) => boolean): readonly Judged[] {
  const found = new Map<string, Judged>();
  const apart = new Set<string>();
  const add = (a: Known, b: Known, make: (left: Known, right: Known) => Judged | null): void => {
    if (!comparable(a, b) || kin(a.source.item.id, b.source.item.id)) return;
    const [left, right] = byFile(a.source.item, b.source.item) <= 0 ? [a, b] : [b, a];
    const key = `${left.source.item.id} ${right.source.item.id}`;
    if (found.has(key) || (make === judge && apart.has(key))) return;
    const pair = make(left, right);
    if (pair !== null) found.set(key, pair);
    else apart.add(key);
  };
  const same = equals(knowns);
  for (const [a, b] of same.pairs)
    if (a.part === 1 && b.part === 1) add(a.known, b.known, (left) => pieces(left, a, b));
  const rest = knowns.filter((known) => !same.late.has(known));
  for (const [i, j] of [...candidates(rest), ...likely(rest), ...foreign(rest)]) {
    const [a, b] = [rest[i], rest[j]];
    if (a !== undefined && b !== undefined) add(a, b, judge);
  }
  for (const [a, b] of same.pairs) add(a.known, b.known, (left) => pieces(left, a, b));
  const byId = new Map(knowns.map((known) => [known.source.item.id, known]));
  return overrule([...found.values()], (a, b) => {
    const [one, other] = [byId.get(a), byId.get(b)];
    if (one === undefined || other === undefined || kin(a, b)) return true;
    add(one, other, judge);
    return found.has(`${a} ${b}`) || found.has(`${b} ${a}`);
  });
}

/** Words seen in pictures are compared with texts, not with each other: pictures are compared as pictures. */
const comparable = (a: Known, b: Known): boolean =>
  !(a.source.item.mediaType.startsWith('image/') && b.source.item.mediaType.startsWith('image/'));

type Pieces = ReturnType<typeof equals>['pairs'][number];

function pieces(left: Known, ...[a, b]: Pieces): Judged {
  const [one, other] = a.known === left ? [a, b] : [b, a];
  return equalPair(
    one.known,
    other.known,
    { left: one.span, right: other.span },
    { left: one.part, right: other.part },
  );
}

const byFile = (a: Item, b: Item): number =>
  a.file < b.file ? -1 : a.file > b.file ? 1 : a.id < b.id ? -1 : a.id > b.id ? 1 : 0;

function byPair(items: readonly Item[]): (a: Copy, b: Copy) => number {
  const rank = new Map(items.toSorted(byFile).map((item, at) => [item.id, at]));
  const of = (id: string): number => rank.get(id) ?? 0;
  return (a, b) => of(a.left) - of(b.left) || of(a.right) - of(b.right);
}

const neighbours = (list: readonly Item[]): (readonly [string, string])[] =>
  list.slice(1).map((item, at) => [list[at]?.id ?? item.id, item.id] as const);
