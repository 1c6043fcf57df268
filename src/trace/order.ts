import type { Known } from './known.ts';
import type { Direction, Evidence } from './lineage.ts';
import type { Shared } from './passage.ts';

/** Which of two copies came first, why, and whether the later one says so. */
export interface Order {
  readonly direction: Direction;
  readonly basis: readonly Evidence[];
  readonly credited: boolean;
}

/** How much a reason counts: words beat fossils, fossils beat clocks (clocks are often wrong, words seldom). */
const FORCE = { credit: 5, link: 4, fossil: 4, truncation: 3, time: 2, containment: 1 } as const;

interface Reason {
  readonly evidence: Evidence;
  readonly force: number;
}

/** Judges the direction of a pair from all the signs that there are; where they are thin or cancel out it is unknown. */
export function order(left: Known, right: Known, coverage: Shared['coverage']): Order {
  const reasons: Reason[] = [];
  for (const [source, copy, says] of [
    [left, right, 'left-first'],
    [right, left, 'right-first'],
  ] as const) {
    reasons.push(
      ...wordsFor(source, copy, says),
      ...cutFor(source, copy, says, coverage),
      ...timeFor(source, copy, says),
    );
  }
  const basis = reasons.map((reason) => reason.evidence);
  const sum = reasons.reduce(
    (total, { evidence, force }) => total + (evidence.says === 'left-first' ? force : -force),
    0,
  );
  const third = thirdSource(left, right);
  const inWords = reasons.some(({ force }) => force >= FORCE.fossil);
  if (third !== null && !inWords) {
    return {
      direction: 'common-source',
      basis: [...basis, { kind: 'credit', says: 'common-source', because: third }],
      credited: false,
    };
  }
  if (sum !== 0) {
    const [source, copy] = sum > 0 ? [left, right] : [right, left];
    return { direction: sum > 0 ? 'left-first' : 'right-first', basis, credited: creditsPublisher(copy, source) };
  }
  if (reasons.length > 0) return { direction: 'unknown', basis, credited: false };
  return byContainment(coverage);
}

const creditsPublisher = (copy: Known, source: Known): boolean =>
  source.publisher !== null && source.publisher !== copy.publisher && copy.credits.has(source.publisher);

type Says = 'left-first' | 'right-first';

/** What the copy says of its source: a credit, a link, or the source's own name left standing in its words. */
function wordsFor(source: Known, copy: Known, says: Says): Reason[] {
  const out: Reason[] = [];
  const name = source.source.item.publisher ?? '';
  const url = source.source.item.url;
  if (creditsPublisher(copy, source)) {
    out.push({ evidence: { kind: 'credit', says, because: `names ${name} as its source` }, force: FORCE.credit });
  } else if (source.namesItself && source.publisher !== copy.publisher) {
    const named = copy.mentions.some((one) => one.publisher === source.publisher);
    if (named) out.push({ evidence: { kind: 'edit', says, because: `still speaks of ${name}` }, force: FORCE.fossil });
  }
  if (url !== null && copy.source.item.url !== url && copy.source.text.links.some((link) => samePage(link.href, url))) {
    out.push({ evidence: { kind: 'link', says, because: `links to ${url}` }, force: FORCE.link });
  }
  return out;
}

const samePage = (a: string, b: string): boolean => bare(a) === bare(b) && !/^[^/]*\/?$/.test(bare(a));
const bare = (url: string): string =>
  url
    .replace(/^https?:\/\/(www\.)?/i, '')
    .replace(/[?#].*$/, '')
    .replace(/\/$/, '')
    .toLowerCase();

/** A tail cut off in the middle is a copy's, never a source's. */
function cutFor(source: Known, copy: Known, says: Says, coverage: Shared['coverage']): Reason[] {
  const [ofSource, ofCopy] = says === 'left-first' ? [coverage.left, coverage.right] : [coverage.right, coverage.left];
  if (ofCopy < 0.6 || ofSource > ofCopy - 0.1 || !isCut(copy) || isCut(source)) return [];
  return [{ evidence: { kind: 'edit', says, because: 'breaks off where the other goes on' }, force: FORCE.truncation }];
}

function isCut({ source }: Known): boolean {
  const last = source.sentences.slice(-3);
  return last.some((sentence) =>
    /(?:…|\.\.\.)[”"』」)]*\s*$/u.test(source.content.slice(sentence.start, sentence.end + 3).split('\n')[0] ?? ''),
  );
}

function timeFor(source: Known, copy: Known, says: Says): Reason[] {
  if (source.when === null || copy.when === null || source.when.to > copy.when.from) return [];
  const [a, b] = [source.source.item.published, copy.source.item.published];
  return [
    {
      evidence: { kind: 'time', says, because: `${a ?? 'its time'} is before ${b ?? 'the other’s'}` },
      force: FORCE.time,
    },
  ];
}

/** A source that both name and neither is: they are siblings. */
function thirdSource(left: Known, right: Known): string | null {
  for (const name of left.credits) {
    if (name !== left.publisher && name !== right.publisher && right.credits.has(name)) return `both credit ${name}`;
  }
  for (const name of left.agencies) if (right.agencies.has(name)) return `both credit ${name}`;
  return null;
}

/** Without any other sign, an excerpt is likelier the copy than the whole. */
function byContainment({ left, right }: Shared['coverage']): Order {
  if (Math.max(left, right) < 0.9 || Math.abs(left - right) < 0.4)
    return { direction: 'unknown', basis: [], credited: false };
  const says = left < right ? 'left-first' : 'right-first';
  return {
    direction: says,
    basis: [{ kind: 'containment', says, because: 'holds all of the other and more' }],
    credited: false,
  };
}
