import type { Span } from '../../base/span.ts';
import { plain } from '../spaced/token.ts';

/** One word of a run of capitals, without its possessive. */
export interface Part extends Span {
  readonly text: string;
  readonly low: string;
  /** "Petra’s". */
  readonly owns: boolean;
}

/** Words with capitals that stand together in one line, with the particles and nicknames between them. */
export interface Run extends Span {
  readonly parts: readonly Part[];
  /** The line's ends. */
  readonly from: number;
  readonly to: number;
  /** The line is a headline in capitals: a capital means nothing in it. */
  readonly heading: boolean;
}

const WORD = "(?:(?:al|el|as|ash|an|ad|ar|bin|ibn|d|l)[-’'])?\\p{Lu}[\\p{L}\\p{M}]*(?:[’'‘-]\\p{L}[\\p{L}\\p{M}]*)*";
const LINK = '(?:van|von|der|den|de|del|della|di|da|du|dos|das|la|le|al|el|bin|ibn|bint|abu|ter|ten|zu|y|und)';
const NICK = '[“"‘(\']\\p{Lu}[\\p{L}’-]{0,20}[”"’)\'] ';
const RUN = new RegExp(
  `(?<![\\p{L}\\p{M}\\p{N}_@#/.])${WORD}\\.?(?:[ \\u00a0](?:${LINK} ){0,3}(?:${NICK})?${WORD}(?:\\.(?=[ ,]))?){0,9}`,
  'gu',
);
const PART = new RegExp(`${WORD}|${LINK}(?= )|[“"‘(']\\p{Lu}[\\p{L}’-]{0,20}[”"’)']`, 'gu');

/** The runs of a text, in order. */
export function* runsIn(content: string): Generator<Run> {
  for (const { from, to } of lines(content)) {
    const line = content.slice(from, to);
    if (!CAPITAL.test(line)) continue;
    const heading = isHeading(line);
    for (const found of line.matchAll(RUN)) {
      const start = from + found.index;
      for (const run of atStops(partsOf(found[0], start), content)) {
        const first = run[0];
        const last = run.at(-1);
        if (first && last) yield { parts: run, start: first.start, end: last.end, from, to, heading };
      }
    }
  }
}

const CAPITAL = /\p{Lu}/u;

function* lines(content: string): Generator<{ readonly from: number; readonly to: number }> {
  for (let from = 0; from < content.length; ) {
    const next = content.indexOf('\n', from);
    const end = next < 0 ? content.length : next;
    // A line of a megabyte is no prose: read in pieces.
    for (let at = from; at < end; at += LONGEST) yield { from: at, to: Math.min(end, at + LONGEST) };
    from = end + 1;
  }
}

const LONGEST = 20_000;

function partsOf(words: string, start: number): readonly Part[] {
  return [...words.matchAll(PART)].map(({ 0: text, index }) => {
    const bare = text.replace(/[’']s?$/u, '');
    const owns = bare !== text && /^\p{Lu}/u.test(bare);
    const kept = owns ? bare : text;
    return { text: kept, low: plain(kept), owns, start: start + index, end: start + index + kept.length };
  });
}

/** A possessive ends a name; so does a full stop behind a whole word: "… to Harlsea. Ada Moss said". */
function* atStops(parts: readonly Part[], content: string): Generator<readonly Part[]> {
  let from = 0;
  for (const [at, part] of parts.entries()) {
    const stop = content.charAt(part.end) === '.' && part.text.length > 1 && !SHORT.has(part.low);
    if (!part.owns && !stop) continue;
    yield parts.slice(from, at + 1);
    from = at + 1;
  }
  if (from < parts.length) yield parts.slice(from);
}

const SHORT: ReadonlySet<string> = new Set(
  'mr mrs ms mx dr prof st rev fr hon gen col capt cpl lt sgt maj cllr jr sr supt insp det adm cmdr rep sen gov sra dña d'.split(
    ' ',
  ),
);

/** Next to all longer words have capitals, and no sentence ends. */
function isHeading(line: string): boolean {
  if (line.length > LONGEST_HEADING || /[.!?…][”"’)]*\s*$|[.!?] \p{Lu}/u.test(line)) return false;
  const words = line.match(/\p{L}[\p{L}’'-]{3,}/gu) ?? [];
  const small = words.filter((word) => /^\p{Ll}/u.test(word)).length;
  return words.length >= 4 && small * 6 <= words.length;
}

const LONGEST_HEADING = 160;
