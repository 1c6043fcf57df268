import { overlap, type Quote, quoteAt } from '../../base/span.ts';
import { isBodyName } from '../../capture/publisher-words.ts';
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
  if (!ownVoice?.promise.test(plain(content)) || ownVoice.reporting.test(plain(content))) return [];
  const prose = proseOf(content, stretches, lexicon);
  const speaker = speakerOf(content, prose, ownVoice);
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

/** Who a heading or a signature says is speaking. A notice that names nobody is its carrier's, whoever that is. */
function speakerOf(
  content: string,
  prose: readonly Sentence[],
  { heading, signature }: NonNullable<Lexicon['ownVoice']>,
): string | null {
  const carrier = prose[0]?.stretch.carrier;
  if (carrier?.publisher && !isBodyName(carrier.publisher)) return null;
  const lines = prose.map((one) => content.slice(one.start, one.end).trim());
  for (const line of lines.slice(0, 3)) {
    const found = heading.exec(line);
    const name = found?.[1] ?? found?.[2];
    if (name) return name.trim();
  }
  for (const line of lines.slice(-2)) {
    const name = signature.exec(line)?.[1];
    if (name) return name.trim();
  }
  return '';
}
