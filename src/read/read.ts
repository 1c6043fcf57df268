import { type Quote, quoteAt } from '../base/span.ts';
import type { Text } from '../capture/text.ts';
import { carrierStatements } from './carrier.ts';
import type { Grammar } from './grammar.ts';
import { han } from './han/grammar.ts';
import { SPACED } from './locales/spaced.ts';
import { personsIn } from './persons.ts';
import { spacedGrammar } from './spaced/grammar.ts';
import type { Carrier, Reading } from './statement.ts';
import { stretchesOf } from './stretches.ts';
import { findTimes } from './time/times.ts';

const GRAMMARS: readonly Grammar[] = [...SPACED.map(spacedGrammar), han];

/**
 * Who says what in one text, on whose word, when. Deterministic; every span satisfies
 * `content.slice(start, end) === quote`. A language without a grammar still gives its carrier's own statements.
 */
export function read(text: Text, carrier: Carrier): Reading {
  const { content } = text;
  const all = stretchesOf(text, carrier);
  const prose = all.filter((stretch) => stretch.kind !== 'metadata');
  const grammar = GRAMMARS.find((one) => one.languages.includes(text.language));
  const times = findTimes(content, all, text.language);
  const cued = grammar?.statements(content, prose) ?? [];
  return {
    statements: inOrder(content, [...cued, ...carrierStatements(content, prose, cued)]),
    responses: inOrder(content, grammar?.responses(content, prose, cued) ?? []),
    commitments: inOrder(content, grammar?.commitments(content, prose, cued, times) ?? []),
    times: inOrder(content, times),
    persons: personsIn(text),
  };
}

/** By place; the quotation is cut from the text here, so that it can't differ from it. */
function inOrder<T extends Quote>(content: string, found: readonly T[]): readonly T[] {
  return found
    .map((one) => ({ ...one, ...quoteAt(content, one.start, one.end) }))
    .sort((a, b) => a.start - b.start || b.end - a.end);
}
