import { eachAtOnce } from '../../base/each-at-once.ts';
import type { Eyes } from '../../capture/sighting.ts';
import { withoutMade } from './made-ids.ts';
import type { StandIn } from './stand-in.ts';
import { sightsOf, textSights } from './views.ts';

/** A file that is about to be published. */
interface Leaving {
  readonly path: string;
  readonly bytes: Uint8Array;
}

/** Something that must not leave: where it stands and in which view of the bytes it can be seen. */
export interface Finding {
  readonly path: string;
  readonly view: string;
  /** The words themselves, for the desk alone; empty where a file could not be looked into. */
  readonly words: string;
  readonly what: string;
}

/** What is looked for. */
export interface Search {
  /** Finds what is withheld in some words. */
  readonly within: (words: string) => readonly StandIn[];
  /**
   * Finds secrets besides, in files as they stand and in pictures: a view that is decoded runs fields together, and what
   * then looks like a password is none. `within` where it is left out.
   */
  readonly plainly?: (words: string) => readonly StandIn[];
  /** Words of the pages themselves, as they are written there: a month, a heading. They name nobody. */
  readonly own: (words: string) => boolean;
}

/**
 * Looks for everything that is withheld in all bytes that are about to leave, through every view that a stranger could
 * take of them: paths, markup with and without its tags, escapes, what is encoded, packed or tucked away, and words in
 * pictures. What can't be looked into is itself a finding: the gate fails closed. `looked` hears how many files are done.
 * Linear in the bytes.
 */
export async function gate(
  files: readonly Leaving[],
  search: Search,
  eyes: Eyes | null,
  looked: (done: number) => void = () => undefined,
): Promise<readonly Finding[]> {
  let done = 0;
  // Words are searched while pictures are read.
  const found = await eachAtOnce(files, AT_ONCE, async ({ path, bytes }) => {
    const { sights, dark } = sightsOf(bytes);
    const all = [
      ...textSights(path).map((one) => ({ ...one, view: 'its path' })),
      ...sights,
      ...(await pictured(path, bytes, eyes)),
    ];
    looked(++done);
    return [
      ...dark.map((what): Finding => ({ path, view: 'its bytes', words: '', what })),
      ...all.flatMap(({ view, words }) => findingsIn(path, view, words, search)),
    ];
  });
  return once(found.flat());
}

/** Pictures that are read at the same time, at most. */
const AT_ONCE = 4;

const PLAIN = new Set(['as it stands', 'between its tags', 'words in the picture']);

function findingsIn(path: string, view: string, words: string, search: Search): readonly Finding[] {
  const { within, plainly = within, own } = search;
  const plain = withoutMade(words);
  return (PLAIN.has(view) ? plainly : within)(plain).flatMap(({ start, end, words: standIn }) => {
    const hit = plain.slice(start, end);
    return own(hit) || hit.startsWith('[withheld') ? [] : [{ path, view, words: hit, what: standIn }];
  });
}

/** The words that can be read in a picture. */
async function pictured(path: string, bytes: Uint8Array, eyes: Eyes | null) {
  if (eyes === null || !/\.(?:png|jpe?g|webp)$/u.test(path)) return [];
  const { lines } = await eyes.see(bytes, ['eng', 'chi_sim']);
  return [{ view: 'words in the picture', words: lines.map(({ text }) => text).join('\n') }];
}

/** The same words in the same file once, whatever the view. */
const once = (found: readonly Finding[]): readonly Finding[] => [
  ...new Map(found.map((one) => [`${one.path}\n${one.words || one.what}`, one])).values(),
];
