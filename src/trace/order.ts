import { type Counted, confidence } from './confidence.ts';
import { handed } from './handed.ts';
import type { Known } from './known.ts';
import type { Direction, Evidence, Passage } from './lineage.ts';
import type { Shared } from './passage.ts';

/** Which of two copies came first, why, and whether the later one says so. */
export interface Order {
  readonly direction: Direction;
  readonly basis: readonly Evidence[];
  readonly credited: boolean;
  /** How sure, where it was counted how often such reasons are right. */
  readonly confidence?: number;
}

/** How much a reason counts: words beat fossils, fossils beat clocks (clocks are often wrong, words seldom). */
const FORCE = { credit: 5, link: 4, fossil: 4, author: 4, truncation: 3, time: 2, mark: 1.5, name: 1 } as const;

interface Reason {
  readonly evidence: Evidence;
  readonly force: number;
  readonly counted: Counted | null;
}

/** Judges the direction of a pair from all the signs that there are; where they are thin or cancel out it is unknown. */
export function order(left: Known, right: Known, coverage: Shared['coverage'], passages: readonly Passage[]): Order {
  const reasons: Reason[] = [];
  for (const [source, copy, says] of [
    [left, right, 'left-first'],
    [right, left, 'right-first'],
  ] as const) {
    reasons.push(
      ...wordsFor(source, copy, says),
      ...cutFor(source, copy, says, coverage),
      ...timeFor(source, copy, says),
      ...handedFor(source, copy, says, passages),
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
    const direction = sum > 0 ? 'left-first' : 'right-first';
    const sure = confidence(direction, reasons);
    const credited = creditsPublisher(copy, source);
    return { direction, basis, credited, ...(sure === null ? {} : { confidence: sure }) };
  }
  if (reasons.length > 0 || (isPost(left) && isPost(right))) return { direction: 'unknown', basis, credited: false };
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
    out.push({
      evidence: { kind: 'credit', says, because: `names ${name} as its source` },
      force: FORCE.credit,
      counted: null,
    });
  } else if (source.namesItself && source.publisher !== copy.publisher) {
    const named = copy.mentions.some((one) => one.publisher === source.publisher);
    const evidence = { kind: 'edit', says, because: `still speaks of ${name}` } as const;
    if (named) out.push({ evidence, force: FORCE.fossil, counted: null });
  }
  if (url !== null && copy.source.item.url !== url && copy.source.text.links.some((link) => samePage(link.href, url))) {
    const evidence = { kind: 'link', says, because: `links to ${url}` } as const;
    out.push({ evidence, force: FORCE.link, counted: null });
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
  const evidence = { kind: 'edit', says, because: 'breaks off where the other goes on' } as const;
  return [{ evidence, force: FORCE.truncation, counted: null }];
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
  const evidence = { kind: 'time', says, because: `${a ?? 'its time'} is before ${b ?? 'the other’s'}` } as const;
  return [{ evidence, force: FORCE.time, counted: 'time' }];
}

/** Marks of handing on that the copy bears before the shared words. */
function handedFor(source: Known, copy: Known, says: Says, passages: readonly Passage[]): Reason[] {
  const found = handed(source, copy, passages, says === 'left-first' ? 'right' : 'left');
  if (found === null) return [];
  const because = `hands on the words of ${found.name}`;
  if (found.by === 'author') {
    return [{ evidence: { kind: 'credit', says, because }, force: FORCE.author, counted: null }];
  }
  return [{ evidence: { kind: 'edit', says, because }, force: FORCE[found.by], counted: found.by }];
}

/** A source that both name and neither is: they are siblings. */
function thirdSource(left: Known, right: Known): string | null {
  for (const name of left.credits) {
    if (name !== left.publisher && name !== right.publisher && right.credits.has(name)) return `both credit ${name}`;
  }
  for (const name of left.agencies) if (right.agencies.has(name)) return `both credit ${name}`;
  return null;
}

/** Of two posts of which one holds the other, the longer may be the other with a remark: longest in bytes. */
const POST = 600;

const isPost = ({ source }: Known): boolean => source.reporting <= POST;

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
