import acts from './lexicon/acts.json' with { type: 'json' };
import things from './lexicon/things.json' with { type: 'json' };
import { stem } from './stem.ts';

/** A concept met in words: `a:` what is done, `t:` what it is done to, whatever the words and the language. */
export interface Meeting {
  readonly concepts: readonly string[];
  /** First and last unit covered, half-open: words in spaced scripts, characters in Han. */
  readonly start: number;
  readonly end: number;
}

interface Node {
  readonly next: Map<string, Node>;
  readonly concepts: Set<string>;
}

/** Words that stand in the way of no concept: "lost its licence" is "lost licence". */
export const PASSED_OVER: ReadonlySet<string> = new Set([
  'a',
  'an',
  'the',
  'its',
  'his',
  'her',
  'their',
  'our',
  'my',
  'been',
]);

/** Concepts in a row of stems or of Han characters, of acts and of things apart, the longest way of saying first. Linear in the row. */
export const meetings = (units: readonly string[]): readonly Meeting[] => [...met(ACTS, units), ...met(THINGS, units)];

function met(root: Node, units: readonly string[]): readonly Meeting[] {
  const found: Meeting[] = [];
  for (let start = 0; start < units.length; ) {
    const one = longest(root, units, start);
    if (one) found.push(one);
    start = one ? one.end : start + 1;
  }
  return found;
}

function longest(root: Node, units: readonly string[], start: number): Meeting | null {
  let node: Node | undefined = root;
  let best: Meeting | null = null;
  for (let end = start; node && end < units.length; end++) {
    node = node.next.get(units[end] ?? '');
    if (node?.concepts.size) best = { concepts: [...node.concepts], start, end: end + 1 };
  }
  return best;
}

/** A table of concepts as a trie of their ways of saying. */
function planted(kind: string, table: Readonly<Record<string, readonly string[]>>): Node {
  const root: Node = { next: new Map(), concepts: new Set() };
  for (const [concept, ways] of Object.entries(table)) for (const way of ways) plant(root, way, `${kind}:${concept}`);
  return root;
}

function plant(root: Node, way: string, concept: string): void {
  let node = root;
  for (const unit of unitsOf(way)) {
    const next: Node = node.next.get(unit) ?? { next: new Map(), concepts: new Set() };
    node.next.set(unit, next);
    node = next;
  }
  node.concepts.add(concept);
}

/** A way of saying as the row that it is looked for in. */
function unitsOf(way: string): readonly string[] {
  if (/\p{Script=Han}/u.test(way)) return [...way];
  const words = way.toLowerCase().match(/[\p{L}\p{N}’'-]+/gu) ?? [];
  return words.filter((word) => !PASSED_OVER.has(word)).map(stem);
}

const ACTS = planted('a', acts);
const THINGS = planted('t', things);
