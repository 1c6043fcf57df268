import type { Drawn } from './pdf-hidden-ink.ts';
import { inBox, isInside } from './pdf-hidden-shape.ts';
import type { Colour, Cover, Hiding, Letter } from './pdf-hidden-state.ts';

/** Of nine places in a letter that many hidden make it unreadable. */
const MOST_SEEN = 2;
/** Colours less apart than that in every channel can't be told from each other. */
const ALIKE = 18;
/** A page with more to compare than that is not read: nothing of it counts as seen. */
const MOST_WORK = 80_000_000;

/** The letters of a page that can't be seen, and why. Places are compared, not boxes, so holes and rings don't mislead. */
export function judged({ letters, covers }: Drawn, view: readonly number[]): ReadonlyMap<Letter, Hiding | 'twin'> {
  const found = new Map<Letter, Hiding | 'twin'>();
  if (letters.length * covers.length > MOST_WORK) return new Map(letters.map((letter) => [letter, 'invisible']));
  const ofScan = isTextOfScan(letters, covers);
  for (const letter of letters) {
    const why = ofScan ? underShape(letter, covers) : whyHidden(letter, covers, view);
    if (why) found.set(letter, why);
  }
  const seen = new Set(letters.filter((letter) => !found.has(letter)).map((letter) => placesOf(letter, 0)[1]));
  for (const letter of found.keys()) {
    // The shadow of a letter that is seen tells nobody anything.
    if ([-1, 0, 1].some((off) => placesOf(letter, off).some((place) => seen.has(place)))) found.set(letter, 'twin');
  }
  return found;
}

/** Share of a page's letters that must be without ink and on a picture, for them to be what somebody read in a scan. */
const OF_SCAN = 0.95;

/** Whether the words of a page are those of the picture that they lie on: without ink, as character recognition puts them there. */
function isTextOfScan(letters: readonly Letter[], covers: readonly Cover[]): boolean {
  const pictures = covers.filter(({ kind }) => kind === 'picture');
  if (letters.length === 0 || pictures.length === 0) return false;
  const on = letters.filter(({ unseen, points }) => {
    const [x = 0, y = 0] = points[4] ?? [];
    return unseen && pictures.some((one) => isAt(one, x, y));
  });
  return on.length >= OF_SCAN * letters.length;
}

/** Words of a scan are hidden where something is drawn over the picture. */
function underShape({ points }: Letter, covers: readonly Cover[]): Hiding | null {
  const shapes = covers.filter(({ kind }) => kind === 'shape');
  const hidden = points.filter((point) => coverOf(shapes, point) !== null);
  return hidden.length >= points.length - MOST_SEEN ? 'covered' : null;
}

/** What letter is drawn about where. */
function placesOf({ words, points }: Letter, off: number): readonly string[] {
  const [x = 0, y = 0] = points[4] ?? [];
  return [-1, 0, 1].map((down) => `${words} ${Math.round(x / 2) + off} ${Math.round(y / 2) + (off === 0 ? down : 0)}`);
}

function whyHidden(letter: Letter, covers: readonly Cover[], view: readonly number[]): Hiding | null {
  if (letter.unseen) return 'invisible';
  const { points } = letter;
  const enough = points.length - MOST_SEEN;
  const [left = 0, low = 0, right = 0, high = 0] = view;
  const out = points.filter(
    ([x, y]) => x < left || x > right || y < low || y > high || !letter.clips.every((clip) => isInside(clip, x, y)),
  );
  if (out.length >= enough) return 'outside';
  const near = covers.filter(({ shape: { box } }) => points.some(([x, y]) => inBox(box, x, y)));
  if (near.length === 0 && letter.colour !== null && !isAlike(letter, WHITE)) return null;
  const after = near.filter(({ order }) => order > letter.order);
  const covered = points.map((point) => coverOf(after, point));
  const hidden = covered.filter((one) => one !== null);
  if (hidden.length >= enough) return hidden.some((one) => one?.kind === 'shape') ? 'covered' : 'under-picture';
  const before = near.filter(({ order }) => order < letter.order);
  const faint = points.filter((point, at) => covered[at] !== null || isAlike(letter, behind(before, point)));
  return faint.length >= enough ? 'background' : null;
}

const isAt = ({ shape, clips }: Cover, x: number, y: number): boolean =>
  isInside(shape, x, y) && clips.every((clip) => isInside(clip, x, y));

/** What lies over a place so that nothing comes through; several thin ones may together. */
function coverOf(after: readonly Cover[], [x, y]: readonly [number, number]): Cover | null {
  let through = 1;
  for (const cover of after) {
    if (cover.blends || cover.alpha === 0 || !isAt(cover, x, y)) continue;
    through *= 1 - cover.colourAt(x, y).alpha;
    if (through < 0.06) return cover;
  }
  return null;
}

const WHITE: Colour = [255, 255, 255];

/** The colour that is at a place before a letter is drawn there; none where it isn't known. */
function behind(before: readonly Cover[], [x, y]: readonly [number, number]): Colour {
  let colour: Colour = WHITE;
  for (const cover of before) {
    if (!isAt(cover, x, y)) continue;
    const { colour: over, alpha } = cover.colourAt(x, y);
    if (cover.blends || over === null) colour = null;
    else if (alpha > 0.98) colour = over;
    else if (colour !== null) colour = mixed(over, colour, alpha);
  }
  return colour;
}

const mixed = (
  over: readonly [number, number, number],
  under: readonly [number, number, number],
  alpha: number,
): Colour => [
  over[0] * alpha + under[0] * (1 - alpha),
  over[1] * alpha + under[1] * (1 - alpha),
  over[2] * alpha + under[2] * (1 - alpha),
];

function isAlike({ colour, alpha }: Letter, back: Colour): boolean {
  if (colour === null || back === null) return false;
  return colour.every((one, at) => Math.abs(one - (back[at] ?? 0)) * alpha < ALIKE);
}
