import { type Span, trimSpan } from '../../base/span.ts';
import type { Stretch } from '../grammar.ts';
import type { Lexicon } from './lexicon.ts';
import { plain } from './token.ts';

/** One turn of a transcript: who is set before it, and what is said. */
export interface Turn {
  /** From the label to the end of what is said. */
  readonly whole: Span;
  readonly label: Span;
  readonly said: Span;
  /** An interviewer's: a question of the carrier's own. */
  readonly asks: boolean;
  /** "A:", "Answer:": whoever answers, by no name. */
  readonly nameless: boolean;
}

/** A capitalised label of up to four words with a colon, where a sentence may begin. */
const LABEL =
  /(?<=^\s*|[.!?…"”’)]\s+|\n\s*)(\p{Lu}[\p{L}.’'-]{0,20}(?: \p{Lu}[\p{L}.’'-]{0,20}){0,3}):(?=[ \t\n]+\S)/gu;

/** Fewer are no conversation. */
const FEWEST = 3;

/**
 * The turns of a transcript, in order. Names before colons are labels only where an interviewer is among them, or where
 * two different ones come back: "Note:" and "Update:" do as well, but no first name stands in them.
 */
export function turnsOf(content: string, stretches: readonly Stretch[], lexicon: Lexicon): readonly Turn[] {
  const labels = stretches.flatMap((stretch) => labelsIn(content, stretch));
  const counts = new Map<string, number>();
  for (const { name } of labels) counts.set(name, (counts.get(name) ?? 0) + 1);
  const { askers, answerers } = lexicon.words;
  const interview = labels.some(({ name }) => askers.has(name));
  const again = [...counts].filter(([name, count]) => count > 1 && lexicon.firstNames.has(name.split(/\s+/u)[0] ?? ''));
  if (labels.length < FEWEST || counts.size < 2 || !(interview || again.length > 1)) return [];
  return labels.map(({ label, stretch, name }, i) => {
    const next = labels[i + 1];
    const end = next && next.stretch === stretch ? next.label.start : stretch.end;
    return {
      whole: { start: label.start, end },
      label,
      said: unmarked(content, trimSpan(content, { start: label.end + 1, end })),
      asks: askers.has(name),
      nameless: answerers.has(name),
    };
  });
}

interface Label {
  readonly label: Span;
  readonly stretch: Stretch;
  readonly name: string;
}

const labelsIn = (content: string, stretch: Stretch): readonly Label[] =>
  [...content.slice(stretch.start, stretch.end).matchAll(LABEL)].map((match) => {
    const start = stretch.start + match.index;
    const name = match[1] ?? '';
    return { label: { start, end: start + name.length }, stretch, name: plain(name) };
  });

/** Without marks around the whole. */
function unmarked(content: string, span: Span): Span {
  const words = content.slice(span.start, span.end);
  return /^["“][^"“”]*["”]$/u.test(words) ? { start: span.start + 1, end: span.end - 1 } : span;
}
