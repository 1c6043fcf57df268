import { quoteAt } from '../../base/span.ts';
import { isDesk } from '../../capture/publisher-words.ts';
import type { Source, Statement, StatementClass } from '../statement.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './prose.ts';
import { plain } from './token.ts';

/**
 * A body's own mail to the press: each sentence is the body's from the first one where its desk for the press writes, else
 * after the line that says to whom it may be attributed.
 */
export function mailStatements(content: string, prose: readonly Sentence[], lexicon: Lexicon): readonly Statement[] {
  const out: Statement[] = [];
  let [speaking, ended] = [false, false];
  for (const sentence of prose) {
    if (sentence.stretch.kind !== 'mail') continue;
    const words = plain(content.slice(sentence.start, sentence.end)).replace(/^\d+[.)]\s*/u, '');
    const { author, publisher } = sentence.stretch.carrier;
    const desk = publisher !== null && author !== null && isDesk(author);
    if (lexicon.mail.attributable.test(words)) speaking = true;
    else if (
      (speaking || (desk && !ended)) &&
      !lexicon.mail.closing.test(words) &&
      words.length > 12 &&
      !words.startsWith('>')
    )
      out.push(...clauses(content, sentence, lexicon));
    if (lexicon.mail.end.test(words)) [speaking, ended] = [false, true];
  }
  return out;
}

function clauses(content: string, sentence: Sentence, lexicon: Lexicon): readonly Statement[] {
  const lead = content.slice(sentence.start, sentence.end).match(/^\d+[.)]\s*/u)?.[0].length ?? 0;
  const out: Statement[] = [];
  let start = sentence.start + lead;
  for (const part of content.slice(start, sentence.end).split(/(?<=;)\s+/u)) {
    const from = content.indexOf(part, start);
    start = from + part.length;
    const end = from + part.replace(/[\s.;,:]+$/u, '').length;
    const publisher = sentence.stretch.carrier.publisher ?? sentence.stretch.carrier.author;
    const source: Source = { kind: 'named-body', name: publisher, ...quoteAt(content, from, from) };
    const low = plain(part);
    const kind = classOfAnswer(low, lexicon);
    out.push({
      ...quoteAt(content, from, end),
      cue: null,
      source,
      chain: [source],
      class: kind,
      polarity: kind === 'deny' || lexicon.classes.negation.test(low) ? 'negative' : 'positive',
      hedged: lexicon.classes.hedge.test(low),
      carrier: false,
      by: 'rules',
    });
  }
  return out;
}

/** An answer that states a plain fact confirms it. */
function classOfAnswer(low: string, { classes }: Lexicon): StatementClass {
  if (classes.deny.test(low)) return 'deny';
  if (classes.promise.test(low)) return 'promise';
  if (classes.respond.test(low)) return 'respond';
  if (classes.investigate.test(low)) return 'investigate';
  return 'confirm';
}
