import { plain } from '../spaced/token.ts';
import { besideOf } from './beside.ts';
import type { Candidate } from './candidate.ts';
import type { Part } from './run.ts';
import type { PersonWords } from './words.ts';

/** What speaks for a name being a person's, in points, and what is told beside it. */
export interface Evidence {
  readonly points: number;
  readonly role: string | null;
  readonly age: number | null;
  /** Nothing speaks for it but the words themselves and the verb. */
  readonly plain: boolean;
}

/** Sums up the name's own words, what stands before it and what stands after. */
export function evidenceFor(candidate: Candidate, content: string, words: PersonWords): Evidence {
  const { parts, run, title, greeted, signed } = candidate;
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return NOTHING;
  const own = ownPoints(candidate, words);
  if (own === null) return NOTHING;
  const ahead = content.slice(Math.max(run.from, first.start - 90), first.start);
  const before = wordsBefore(ahead);
  const after = content.slice(last.end, Math.min(run.to, last.end + 110));
  const named = parts.length > 1 || words.given.has(first.low);
  const {
    points: beside,
    role,
    age,
    strong,
  } = besideOf({ before, after, named, many: parts.length > 1, owns: last.owns }, ahead, words);
  if (own === DOUBTFUL && !strong) return NOTHING;
  const signs = signed || signsAlone(run, first.start, last.end, content, words);
  const called = (title ? 4 : 0) + (greeted ? 3 : 0) + (signs ? 4 : 0);
  // A single word that is no given name may be anything, unless a word beside it says otherwise.
  const most = named || strong || called > 0 ? Number.POSITIVE_INFINITY : 2;
  return { points: Math.min(most, Math.ceil(own + beside + called)), role, age, plain: !title && !strong && !signs };
}

/** A name that is a line of its own, below "Kind regards". */
function signsAlone(
  { from, to }: Candidate['run'],
  start: number,
  end: number,
  content: string,
  words: PersonWords,
): boolean {
  if (content.slice(from, start).trim() !== '' || content.slice(end, to).trim() !== '') return false;
  const above = content.slice(Math.max(0, from - 60), from).trimEnd();
  return words.signing.test(above.slice(above.lastIndexOf('\n') + 1).trim());
}

const NOTHING: Evidence = { points: 0, role: null, age: null, plain: true };

/** What the words of a name say by themselves; null where they name no person. */
function ownPoints(
  { parts, title, addressed, opening, signed, greeted }: Candidate,
  words: PersonWords,
): number | null {
  const [first] = parts;
  const last = parts.at(-1);
  if (!first || !last) return null;
  const lows = parts.map(({ low }) => low);
  if (parts.every(isShouted) && !(parts.length === 2 && words.given.has(first.low))) return null;
  const rare = words.rare.has(first.low);
  const given = words.given.has(first.low) || (rare && parts.length > 1);
  const double = !given && words.double.has(first.low);
  const called = title !== null || given || double;
  if (lows.some((low) => /-(?:based|led|owned|born|like|run|style|era)$/u.test(low))) return null;
  if (parts.length > 1 && parts.some(isShouted) && !parts.every(isShouted)) return null;
  // "Mr Baker", "Dr Price": behind such a title any word is a name, but for the office in "Mr President".
  const office = words.offices.has(first.low) && !words.surnames.has(first.low);
  if (addressed && parts.length === 1) return first.text.length < 2 || office ? null : 0;
  const family = parts.length > 1 && words.surnames.has(last.low);
  const names = family ? lows.slice(0, -1) : lows;
  const isOwn = ({ low }: Part, at: number): boolean =>
    words.double.has(low) || words.given.has(low) || (at < parts.length - 1 && /^\p{L}$/u.test(low));
  if (parts.slice(0, names.length).some((part, at) => words.notNames.has(part.low) && !isOwn(part, at))) return null;
  const isPlace = (low: string): boolean => words.bodies.has(low) || words.places.has(low);
  // "Bill Harmer", "Mark Toll": a given name that is a word for a thing as well, before what is no such word.
  const mixed = (double || given) && parts.length === 2 && isPlace(first.low) && !isPlace(last.low);
  if ((!mixed && lows.some(isPlace)) || (parts.length > 1 && words.bodyNouns.has(last.low))) {
    // "Maud Fields", "Ms Field": a surname may be a word for a body or a place, the only one in the name.
    if (parts.length === 1) return title !== null && words.plainTitles.has(plain(title)) ? 0 : null;
    if (parts.length > 2 || words.bodies.has(first.low) || words.places.has(first.low)) return null;
    return title === null && given ? 1 : called ? 0 : DOUBTFUL;
  }
  if (parts.length === 1) {
    if (title === null && words.notNames.has(first.low)) return null;
    if (first.text.length < 2) return null;
    const titled = title !== null && words.double.has(plain(title));
    if (!given && !titled && (words.titles.has(first.low) || words.roles.has(first.low))) return null;
    if (given) return opening && !signed && !greeted ? 2 : 3;
    return rare ? 1 : opening ? -1 : 0;
  }
  if (parts.every(isInitial)) return null;
  // "A. Moss", not "X Moss": the full stop makes an initial of a letter.
  const initials = parts
    .slice(0, -1)
    .some((part, at) => isInitial(part) && (at > 0 || (parts[at + 1]?.start ?? 0) > part.end + 1))
    ? 3
    : 0;
  const particle = lows.slice(1, -1).some((low) => words.linking.has(low)) ? 2 : 0;
  const length =
    parts.length > 3 && particle === 0 ? -2 : parts.length === 3 && !words.given.has(lows[1] ?? '') ? 0 : 1;
  return initials + particle + length + (mixed ? 0 : given ? 4 : double ? 2 : 0);
}

/** A name that looks like a body's or a place's: only a word beside it makes a person of it. */
const DOUBTFUL = -0.5;

const isShouted = ({ text }: Part): boolean => text.length > 1 && text === text.toUpperCase();
const isInitial = ({ text }: Part): boolean => /^\p{Lu}\.?$/u.test(text);

const CLAUSE_END = '.!?;:“”"()|•\n';

/** The last words before a name, in lower case, the nearest first; a mark that ends a clause ends them. */
function wordsBefore(content: string): readonly string[] {
  let start = content.length;
  while (start > 0 && !CLAUSE_END.includes(content.charAt(start - 1))) start--;
  const clause = content.slice(start);
  return (plain(clause).match(/[\p{L}\p{M}'-]+|,/gu) ?? []).reverse();
}
