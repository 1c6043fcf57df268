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
  // "MR OKORO:", "CHAIR:": whoever speaks is set in capitals, with a title.
  const titled = labels.some(({ name, loud }) => loud && lexicon.personTitles.has(bareTitle(name)));
  const repeated = [...counts.values()].some((count) => count > 1);
  const hearing = titled && repeated && labels.every(({ loud }) => loud);
  if (labels.length < FEWEST || counts.size < 2 || !(interview || hearing || again.length > 1)) return [];
  return labels.map(({ label, stretch, name }, i) => {
    const next = labels[i + 1];
    const end = next && next.stretch === stretch ? next.label.start : stretch.end;
    const said = unmarked(content, trimSpan(content, { start: label.end + 1, end }));
    return {
      whole: { start: label.start, end },
      label,
      said,
      asks: askers.has(name) || (hearing && QUESTION.test(content.slice(said.start, said.end))),
      nameless: answerers.has(name),
    };
  });
}

/** One question and nothing else. */
const QUESTION = /^[^.!?]*\?$/u;

const bareTitle = (name: string): string => name.split(/\s+/u)[0]?.replace(/\.$/u, '') ?? '';

interface Label {
  readonly label: Span;
  readonly stretch: Stretch;
  readonly name: string;
  /** Set in capitals. */
  readonly loud: boolean;
}

const labelsIn = (content: string, stretch: Stretch): readonly Label[] =>
  [...content.slice(stretch.start, stretch.end).matchAll(LABEL)].map((match) => {
    const start = stretch.start + match.index;
    const name = match[1] ?? '';
    const loud = name === name.toUpperCase() && /\p{Lu}{2}/u.test(name);
    return { label: { start, end: start + name.length }, stretch, name: plain(name), loud };
  });

/** Without marks around the whole. */
function unmarked(content: string, span: Span): Span {
  const words = content.slice(span.start, span.end);
  return /^["“][^"“”]*["”]$/u.test(words) ? { start: span.start + 1, end: span.end - 1 } : span;
}
