import type { Item } from '../capture/item.ts';
import { calledBy } from '../publish/wording.ts';
import type { ImagePair } from '../trace/image-pair.ts';
import type { Copy, Lineage } from '../trace/lineage.ts';
import { cut, paintFor, wrapped } from './paint.ts';
import type { Terminal } from './terminal.ts';

type Traced = Pick<Lineage, 'copies' | 'versions' | 'tellings' | 'rings'> & {
  readonly items: readonly Item[];
  readonly images: readonly ImagePair[];
};

/** What `trace` prints for people. */
export function lineageTable(traced: Traced, place: Terminal): string {
  const paint = paintFor(place);
  const counts = `${traced.items.length} items, ${traced.tellings.length} tellings that were not copied`;
  const parts = [
    [paint.bold(counts)],
    titled('WHO COPIED WHOM', copyLines(traced, place)),
    titled('PICTURES', imageLines(traced, place)),
  ];
  return `${parts
    .filter((part) => part.length > 0)
    .map((part) => part.join('\n'))
    .join('\n\n')}\n`;
}

const titled = (title: string, lines: readonly string[]): readonly string[] =>
  lines.length > 0 ? [title, ...lines] : [];

/** One line a judged step, saved versions and rings after them. */
export function copyLines(traced: Traced, { width }: Terminal): readonly string[] {
  const called = (id: string): string => nameIn(traced.items, id);
  const steps = traced.copies.filter((copy) => copy.direct).map((copy) => stepWords(copy, called));
  const versions = traced.versions.map(
    (group) => `${called(group[0] ?? '')}: ${group.length} saved versions of one page`,
  );
  const rings = traced.rings.map(
    (ring) => `${ring.map(called).join(' ↔ ')}: they cite each other, nobody is the source`,
  );
  return [...steps, ...versions, ...rings].map((words) => `  ${wrapped(words, width - 4, '    ')}`);
}

function stepWords(copy: Copy, called: (id: string) => string): string {
  const arrow = {
    'left-first': '→',
    'right-first': '←',
    'common-source': '⇄ (common source)',
    unknown: '— (which came first is unknown)',
  };
  const turned = copy.direction === 'right-first';
  const [first, second] = turned ? [copy.right, copy.left] : [copy.left, copy.right];
  const sign = turned ? '→' : arrow[copy.direction];
  const share = Math.round(100 * (turned ? copy.coverage.left : copy.coverage.right));
  const credit = copy.credited ? 'credited' : 'not credited';
  return `${called(first)} ${sign} ${called(second)} (${copy.kind}, ${share} %, ${credit})`;
}

/** One line a pair of pictures, altered wordings beneath. */
export function imageLines(traced: Traced, { width }: Terminal): readonly string[] {
  return traced.images.flatMap((pair) => {
    const [left, right] = [pair.left, pair.right].map((id) => traced.items.find((item) => item.id === id)?.file ?? id);
    const altered = pair.altered.map(
      (one) => `      altered: “${cut(one.leftText, 30)}” / “${cut(one.rightText, 30)}”`,
    );
    return [`  ${wrapped(`${pair.relation}: ${left} ~ ${right}`, width - 4, '    ')}`, ...altered];
  });
}

function nameIn(items: readonly Item[], id: string): string {
  const item = items.find((one) => one.id === id);
  return item ? calledBy(item) : id;
}
