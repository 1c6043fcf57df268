import { overlap, type Quote, quoteAt } from '../../base/span.ts';
import { deskOf, isBodyName } from '../../capture/publisher-words.ts';
import type { Stretch } from '../grammar.ts';
import type { Statement } from '../statement.ts';
import type { Lexicon } from './lexicon.ts';
import { proseOf, type Sentence } from './prose.ts';
import { plain } from './token.ts';

/** A promise in the writer's own name, with the name where one is known. */
export interface OwnPromise extends Quote {
  readonly by: string;
  /** One person's "I will call" is talk unless it says by when; a body's word is its word. */
  readonly loose: boolean;
}

/**
 * "We will publish the results by 30 June" in a body's own notice: nobody is quoted, and yet somebody promises. An
 * outlet's "we" reports; only a text that shows no reporter at work promises anything.
 */
export function ownPromises(
  content: string,
  stretches: readonly Stretch[],
  statements: readonly Statement[],
  lexicon: Lexicon,
): readonly OwnPromise[] {
  const { ownVoice } = lexicon;
  if (!ownVoice?.promise.test(plain(content))) return [];
  const prose = proseOf(content, stretches, lexicon);
  const speaker = noticeOf(content, prose, lexicon);
  if (speaker === null && ownVoice.reporting.test(plain(content))) return [];
  let near = 0;
  return prose.flatMap((sentence): readonly OwnPromise[] => {
    while (near < statements.length && (statements[near]?.end ?? 0) < sentence.start - LONGEST) near++;
    if (!promises(content, sentence, lexicon)) return [];
    for (let at = near; (statements[at]?.start ?? sentence.end) < sentence.end; at++) {
      const one = statements[at];
      if (one && overlap(one, sentence) > 0) return [];
    }
    const own = carrierName(sentence.stretch);
    const by = own ?? speaker;
    const loose = own !== null && !isBodyName(own);
    const end = sentence.end - (/[.!…]$/u.test(content.slice(sentence.start, sentence.end)) ? 1 : 0);
    return by === null ? [] : [{ ...quoteAt(content, sentence.start, end), by, loose }];
  });
}

/** Statements come by their starts; none that begins further back still reaches a sentence. */
const LONGEST = 4000;

/** The sentence, without what stands in marks, promises in its writer's name and hangs on no condition. */
function promises(content: string, { start, end, tokens, turn }: Sentence, lexicon: Lexicon): boolean {
  if (turn || tokens.at(-1)?.text === '?') return false;
  const words = plain(content.slice(start, end)).replace(/"[^"]*"/gu, '""');
  const own = lexicon.ownVoice?.promise.exec(words);
  if (!own) return false;
  const rest = words.slice(own.index);
  const promise = lexicon.classes.promise.exec(rest);
  return promise?.index === 0 && !lexicon.classes.condition.test(rest);
}

/** Whose voice the stretch is, where that is a body's or a writer's own; an outlet's is not. */
function carrierName({ kind, carrier }: Stretch): string | null {
  const personal = kind === 'post' || kind === 'message' || kind === 'comment' || kind === 'mail';
  const name = personal ? (carrier.author ?? carrier.publisher) : carrier.publisher;
  return name !== null && (personal || isBodyName(name)) ? name : null;
}

/**
 * The body that "we" means at a sentence of its own notice: the carrier where that is a body, else whom heading or
 * signature name. Null in reports, in mail and where a person writes.
 */
export function bodySpeaking(
  content: string,
  prose: readonly Sentence[],
  lexicon: Lexicon,
): (sentence: Sentence) => string | null {
  const notice = noticeOf(content, prose, lexicon);
  return ({ stretch }) => {
    if (stretch.kind === 'mail' || notice === null) return null;
    const own = carrierName(stretch);
    return own === null ? notice || null : isBodyName(own) ? own : null;
  };
}

/**
 * Who speaks in a text that is a notice: empty where nobody is named, null where it is none. What is headed as one is one,
 * unless an outlet printed it; else no reporter may be at work, nor an outlet behind it.
 */
function noticeOf(content: string, prose: readonly Sentence[], { ownVoice }: Lexicon): string | null {
  if (!ownVoice) return null;
  const publisher = prose[0]?.stretch.carrier.publisher ?? null;
  const lines = prose.map((one) => content.slice(one.start, one.end).trim().replace(/\.$/u, ''));
  const headed = headOf(lines, ownVoice);
  if (headed && publisher?.toLowerCase() === headed.toLowerCase()) return publisher;
  if ((publisher && !isBodyName(publisher)) || (!headed && ownVoice.reporting.test(plain(content)))) return null;
  return headed ?? signerOf(lines, ownVoice) ?? '';
}

/** Who a heading says is speaking, or the name beside the line that says what this is. */
function headOf(lines: readonly string[], { heading, kind }: NonNullable<Lexicon['ownVoice']>): string | null {
  for (const line of lines.slice(0, 3)) {
    const found = heading.exec(line);
    const name = found?.[1] ?? found?.[2];
    if (name) return undated(name);
  }
  const [first = '', second = ''] = lines;
  if (NAME.test(first) && kind.test(second)) return first;
  return kind.test(first) && NAME.test(second) ? second : null;
}

function signerOf(lines: readonly string[], { signature }: NonNullable<Lexicon['ownVoice']>): string | null {
  for (const line of lines.slice(-2)) {
    const name = deskOf(line) ?? signature.exec(line)?.[1];
    if (name) return name.trim();
  }
  return null;
}

/** "Harbour Board, 5 March 2032": the name. */
const undated = (name: string): string => name.replace(/,?\s+(?:on |of )?\d.*$|,\s.*\d{4}$/u, '').trim();

/** A line that is a name and nothing else. */
const NAME = /^\p{Lu}[\p{L}\p{N}’'-]*(?: (?:\p{Lu}[\p{L}\p{N}’'-]*|&|and|of|for|the)){0,7}$/u;
