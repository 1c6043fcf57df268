import { overlap, type Quote, quoteAt, type Span } from '../base/span.ts';
import type { Text } from '../capture/text.ts';
import { NEGATION } from './locales/negation.ts';
import { SPACED } from './locales/spaced.ts';
import { parseModelAnswer, type Suggestion } from './model-answer.ts';
import { finderIn, type Locator } from './model-locate.ts';
import { typed } from './spaced/kind.ts';
import { plain } from './spaced/token.ts';
import type { Source, SourceKind, Statement } from './statement.ts';

/** What a model's answer adds to a reading: rows marked `by: 'model'`, and how much of the answer was of no use. */
export interface ModelRows {
  readonly statements: readonly Statement[];
  /** Rows of another form than asked for, or whose words stand nowhere in the text. */
  readonly dropped: number;
  /** False where the answer could not be read at all. */
  readonly readable: boolean;
}

/**
 * The rows of one answer, each with its words found again in the text: a span is verbatim or it is not. A row about
 * words that the rules have attributed is left out: nothing of theirs is replaced.
 */
export function modelRows(
  text: Pick<Text, 'content' | 'language'>,
  asked: Span,
  answer: string,
  known: readonly Statement[],
): ModelRows {
  const parsed = parseModelAnswer(answer);
  if (!parsed) return { statements: [], dropped: 0, readable: false };
  const find = finderIn(text.content, asked);
  const found: Statement[] = [];
  let { misshapen: dropped } = parsed;
  for (const row of parsed.rows) {
    const statement = placed(row, text, find);
    if (!statement) dropped++;
    else if (![...known.filter((one) => !one.carrier), ...found].some((one) => isSame(one, statement)))
      found.push(statement);
  }
  return { statements: found, dropped, readable: true };
}

/** Half of all the words of the two are shared. */
function isSame(one: Span, other: Span): boolean {
  const both = overlap(one, other);
  return both * 2 >= one.end - one.start + (other.end - other.start) - both;
}

function placed(row: Suggestion, text: Pick<Text, 'content' | 'language'>, find: Locator): Statement | null {
  const quote = find.nth(row.quote, row.nth);
  if (!quote) return null;
  const cue = row.cue === '' ? null : find.near(row.cue, quote);
  const speaker = row.source === '' ? quoteAt(text.content, quote.start, quote.start) : find.near(row.source, quote);
  if ((row.cue !== '' && !cue) || !speaker) return null;
  const source = sourceOf(row, speaker, text, find);
  return {
    ...quote,
    cue,
    source,
    chain: [source],
    class: source.kind === 'none' ? 'hearsay' : row.class,
    polarity: row.class === 'deny' || NEGATION.test(quote.quote) ? 'negative' : 'positive',
    hedged: source.kind === 'none',
    carrier: false,
    by: 'model',
  };
}

/** A name counts only as the text has it; what kind of source a phrase is, the rules say where they know the language. */
function sourceOf(row: Suggestion, speaker: Quote, { language }: Pick<Text, 'language'>, find: Locator): Source {
  if (row.kind === 'none') return { kind: 'none', name: null, ...speaker };
  const name = (row.name === '' ? null : find.near(row.name, speaker))?.quote ?? null;
  const lexicon = SPACED.find((one) => one.languages.includes(language));
  const pronoun = lexicon?.pronouns.has(plain(speaker.quote)) ?? false;
  if (lexicon && speaker.quote !== '' && !pronoun) {
    const found = typed(speaker.quote, lexicon, false);
    return { kind: found.kind, name: name ?? found.name, ...speaker };
  }
  const whole = name ?? (pronoun || speaker.quote === '' ? null : speaker.quote);
  return { kind: whole === null ? nameless(row.kind) : row.kind, name: whole, ...speaker };
}

/** Without a name in the text nobody is named. */
const nameless = (kind: SourceKind): SourceKind =>
  kind === 'named-person' || kind === 'named-body' || kind === 'outlet' ? 'unnamed-person' : kind;
