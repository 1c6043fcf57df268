import type { Item } from '../capture/item.ts';
import type { PictureMetadata } from '../capture/picture-metadata.ts';
import { alteredWords, difference, type Wording } from '../publish/altered-words.ts';
import { plural } from '../publish/summary.ts';
import { calledBy, carrierOf, fileName } from '../publish/wording.ts';
import type { ImagePair } from '../trace/image-pair.ts';
import type { Copy, Lineage } from '../trace/lineage.ts';
import { carriedLine } from './carried-lines.ts';
import { cut, eachLine, paintFor, plain, wrapped } from './paint.ts';
import type { Terminal } from './terminal.ts';

type Traced = Pick<Lineage, 'copies' | 'versions' | 'tellings' | 'rings'> & {
  readonly items: readonly Item[];
  readonly images: readonly ImagePair[];
};

/** How many lines the ledger gives to copies; `trace` prints them all. */
const LINES = 8;

/** What `trace` prints for people. */
export function lineageTable(
  traced: Traced & { readonly metadata: readonly (PictureMetadata & { readonly item: string })[] },
  place: Terminal,
): string {
  const paint = paintFor(place);
  const counts = `${plural(traced.items.length, 'item')}, ${plural(traced.tellings.length, 'telling')} not copied`;
  const titled = (title: string, lines: readonly string[]): readonly string[] =>
    lines.length > 0 ? [paint.bold(title), ...lines] : [];
  const pairs = traced.images.map((pair) => pairLine(traced, pair, place.width));
  const parts = [
    [paint.bold(counts)],
    titled('WHO COPIED WHOM', [...stepLines(traced, place), ...groupLines(traced, place)]),
    titled('PICTURES', [...pairs, ...alteredLines(traced, place)]),
    titled('CARRIED BESIDE THE PIXELS (as programs wrote it; that a picture carries nothing proves nothing)', [
      ...traced.metadata.flatMap(({ item, ...metadata }) => {
        const line = carriedLine(metadata);
        return line === null ? [] : bullet(`${nameIn(traced.items, item, ({ file }) => file)}: ${line}`, place.width);
      }),
    ]),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

/** Every judged step, with how much of the copy it covers. */
function stepLines(traced: Traced, { width }: Terminal): readonly string[] {
  return traced.copies
    .filter((copy) => copy.direct)
    .map((copy) => {
      const [first, second] = ends(copy);
      const called = namer(traced.items, first, second, calledBy);
      const share = Math.round(100 * (copy.direction === 'right-first' ? copy.coverage.left : copy.coverage.right));
      const words = `${called(first)} ${SIGN[copy.direction]} ${called(second)} (${howOf(copy)}, ${share} %)${NOTE[copy.direction]}`;
      return bullet(words, width);
    });
}

/** Who copied whom in a few lines: each source once, with all that was made from it. */
export function copySummary(traced: Traced, place: Terminal): readonly string[] {
  const sources = new Map<string, string[]>();
  for (const copy of traced.copies.filter(({ direct }) => direct)) {
    const [first, second] = ends(copy);
    const key = `${namer(traced.items, first, second, calledBy)(first)} ${SIGN[copy.direction]}`;
    const made = `${namer(traced.items, first, second, carrierOf)(second)} (${howOf(copy)})${NOTE[copy.direction]}`;
    sources.set(key, [...(sources.get(key) ?? []), made]);
  }
  const steps = [...sources]
    .sort((a, b) => b[1].length - a[1].length)
    .map(([source, made]) => bullet(`${source} ${made.join(', ')}`, place.width));
  const left = steps.length - LINES;
  const more = left > 0 ? [paintFor(place).dim(`  and ${left} more`)] : [];
  return [...steps.slice(0, LINES), ...more, ...groupLines(traced, place)];
}

/** Saved versions of one page, and rings. */
function groupLines(traced: Traced, { width }: Terminal): readonly string[] {
  const called = (id: string): string => nameIn(traced.items, id, calledBy);
  const versions = traced.versions.map(
    (group) => `${called(group[0] ?? '')}: ${group.length} saved versions of one page`,
  );
  const rings = traced.rings.map((ring) => `${ring.map(called).join(' ↔ ')}: they cite each other, none is the source`);
  return [...versions, ...rings].map((words) => bullet(words, width));
}

const SIGN: Record<Copy['direction'], string> = {
  'left-first': '→',
  'right-first': '→',
  'common-source': '⇄',
  unknown: '–',
};

const NOTE: Record<Copy['direction'], string> = {
  'left-first': '',
  'right-first': '',
  'common-source': ', from a common source',
  unknown: ', which came first is not known',
};

/** The two items, the earlier first where it is known. */
const ends = ({ direction, left, right }: Copy): readonly [string, string] =>
  direction === 'right-first' ? [right, left] : [left, right];

const howOf = ({ kind, credited }: Copy): string => `${kind}, ${credited ? 'credited' : 'not credited'}`;

/** Which pictures show the same thing, in one line, and each altered wording once. */
export function imageSummary(traced: Traced, place: Terminal): readonly string[] {
  if (traced.images.length === 0) return [];
  const ids = [...new Set(traced.images.flatMap(({ left, right }) => [left, right]))];
  const names = ids.map((id) => nameIn(traced.items, id, ({ file }) => fileName(file)));
  const line = `${plural(ids.length, 'picture')} share what they show: ${names.slice(0, 6).join(', ')}${names.length > 6 ? ` and ${names.length - 6} others` : ''}`;
  return [bullet(line, place.width), ...alteredLines(traced, place)];
}

const pairLine = ({ items }: Traced, { relation, left, right }: ImagePair, width: number): string =>
  bullet(
    `${relation}: ${nameIn(items, left, ({ file }) => file)} ~ ${nameIn(items, right, ({ file }) => file)}`,
    width,
  );

function alteredLines(traced: Traced, place: Terminal): readonly string[] {
  const paint = paintFor(place);
  return alteredWords(traced.images).map(({ left, right }) => {
    const side = (own: Wording, other: Wording): string => {
      const first = nameIn(traced.items, own.items[0] ?? '', ({ file }) => fileName(file));
      const others = own.items.length > 1 ? ` and ${plural(own.items.length - 1, 'other')}` : '';
      return `“${around(own.words, other.words)}” in ${first}${others}`;
    };
    return eachLine(paint.red, bullet(`altered: ${side(left, right)}, ${side(right, left)}`, place.width));
  });
}

/** A wording cut to what is around its difference from another. */
function around(words: string, other: string): string {
  const [before, differs, after] = difference(plain(words), plain(other));
  const kept = before.length > 28 ? `…${before.slice(-24).replace(/^[\p{Script=Latin}\p{N}]+\s/u, '')}` : before;
  return `${kept}${differs}${after.startsWith(' ') ? ' ' : ''}${cut(after, 24)}`;
}

const bullet = (words: string, width: number): string => `  • ${wrapped(words, width - 4, '    ')}`;

/** Two items of one carrier, a platform say, are told apart by their files. */
function namer(
  items: readonly Item[],
  first: string,
  second: string,
  called: (item: Item) => string,
): (id: string) => string {
  const same = nameIn(items, first, carrierOf) === nameIn(items, second, carrierOf);
  return (id) => nameIn(items, id, same ? (item) => `${called(item)}, ${fileName(item.file)}` : called);
}

function nameIn(items: readonly Item[], id: string, called: (item: Item) => string): string {
  const item = items.find((one) => one.id === id);
  return item ? called(item) : id;
}
