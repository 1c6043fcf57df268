import type { Candidate } from './candidate.ts';
import { evidenceFor } from './evidence.ts';
import type { Found } from './found.ts';
import { type Part, type Run, runsIn } from './run.ts';
import { tenderOf } from './tender.ts';
import type { PersonWords } from './words.ts';

/** Names of people in a text that parts its words with spaces, with the points that speak for each. */
export function spacedPersons(content: string, words: PersonWords): readonly Found[] {
  const found: Found[] = [];
  for (const run of runsIn(content)) {
    const candidate = candidateOf(run, content, words);
    const one = candidate && judged(candidate, content, words);
    if (one) found.push(one);
  }
  return found;
}

/** Takes titles, greetings and what merely begins a sentence off the front, and what is no name off the end. */
function candidateOf(run: Run, content: string, words: PersonWords): Candidate | null {
  let parts = run.parts;
  let title: string | null = null;
  let addressed = false;
  let greeted = false;
  let signed = false;
  const opens = isOpening(content, run.start);
  for (let [first, next] = parts; first; [first, next] = parts) {
    const low = first.low;
    const lineStart = first.start === run.from || /^[\s>*|\-–—]*$/u.test(content.slice(run.from, first.start));
    if (next && SHOUTED.test(first.text) && !SHOUTED.test(next.text))
      title = words.acronyms.has(low) ? first.text : null;
    else if (words.titles.has(low) && next && !first.owns) {
      title = title === null ? first.text : `${title} ${first.text}`;
      addressed ||= words.plainTitles.has(low);
    } else if (addressed) break;
    else if (next && words.greetings.has(low) && lineStart) greeted = true;
    else if (next && words.bylines.has(low) && lineStart && run.to - run.from < 90) signed = true;
    else if (next && words.offices.has(low) && !words.given.has(low) && !first.owns)
      title = title === null ? first.text : `${title} ${first.text}`;
    else if (words.notNames.has(low) && !opensName(parts, words) && !isDotted(first, next)) title = null;
    else break;
    parts = parts.slice(1);
  }
  while (parts.length > 1 && words.notNames.has(parts.at(-1)?.low ?? '') && !endsName(parts, words))
    parts = parts.slice(0, -1);
  const lead = leadOf(parts, words);
  if (lead > 0) {
    title = parts
      .slice(0, lead)
      .map(({ text }) => text)
      .join(' ');
    parts = parts.slice(lead);
  }
  if (parts.length === 0 || parts.length > 5) return null;
  return { parts, title, addressed, greeted, signed, opening: opens && parts[0]?.start === run.start, run };
}

/** How many words lead up to a name, the last of them an office: "Port Director Ada Moss". */
function leadOf(parts: readonly Part[], words: PersonWords): number {
  for (let at = parts.length - 2; at >= 1; at--) {
    const low = parts[at]?.low ?? '';
    if ((words.offices.has(low) || words.titles.has(low)) && !words.given.has(low)) return at + 1;
  }
  const inner = parts.findIndex((part, at) => at > 0 && at < parts.length - 1 && words.given.has(part.low));
  const before = parts[inner - 1]?.low ?? '';
  const [first, second] = parts;
  // "Sprinter Grace Tarn".
  if (inner < 0 && parts.length === 3 && first && second && words.double.has(second.low))
    return words.roleEnding.test(first.low) && !words.double.has(first.low) && !words.given.has(first.low) ? 1 : 0;
  return inner > 0 &&
    !words.given.has(before) &&
    (words.roleEnding.test(before) || words.bodies.has(before) || words.bodyNouns.has(before))
    ? inner
    : 0;
}

/** "Will Harper": a given name that is as well a small word, before another name. */
function opensName([first, second, third]: readonly Part[], { double, given, notNames }: PersonWords): boolean {
  if (!first || !second || !(double.has(first.low) || given.has(first.low))) return false;
  return !given.has(second.low) && !notNames.has(second.low) && third === undefined;
}

/** "A. Young", "Frank Young": a word that is a family name too, right behind a given name or an initial. */
function endsName(parts: readonly Part[], words: PersonWords): boolean {
  const [before, last] = parts.slice(-2);
  if (!before || !last || parts.length > 3) return false;
  return isInitial(last) || (words.surnames.has(last.low) && (isInitial(before) || isGiven(before, words)));
}

/** "A.", not "A": the full stop makes an initial of a letter. */
const isDotted = (part: Part, next: Part | undefined): boolean =>
  isInitial(part) && next !== undefined && next.start > part.end + 1;

const isGiven = ({ low }: Part, { given, rare, double }: PersonWords): boolean =>
  given.has(low) || rare.has(low) || double.has(low);

const SHOUTED = /^\p{Lu}{2,}$/u;
const isInitial = (part: Part | undefined): boolean => part !== undefined && /^\p{Lu}$/u.test(part.text);

/** Whether a sentence, a line or a quotation begins here. */
const isOpening = (content: string, at: number): boolean =>
  at === 0 || /(?:[.!?:…。！？]["”’)]*\s+|\n\s*|^\s*|["“‘(•*>–—-]\s*)$/u.test(content.slice(Math.max(0, at - 4), at));

function judged(candidate: Candidate, content: string, words: PersonWords): Found | null {
  const { parts, run } = candidate;
  const first = parts[0];
  const last = parts.at(-1);
  if (!first || !last) return null;
  const evidence = evidenceFor(candidate, content, words);
  if (evidence.points < 1) return null;
  const name = content.slice(first.start, last.end).replaceAll(/\s+/gu, ' ');
  const capped = run.heading && evidence.plain ? Math.min(evidence.points, 2) : evidence.points;
  return {
    name,
    start: first.start,
    end: last.end,
    role: candidate.title ?? evidence.role,
    points: capped,
    words: parts.length,
    age: evidence.age,
    tender: tenderOf(first.start, last.end, evidence, content, words),
  };
}
