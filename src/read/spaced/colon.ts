import type { Attribution } from './attribution.ts';
import { clauseSpan, rightward, spanOf } from './content.ts';
import type { Lexicon } from './lexicon.ts';
import { phraseFrom } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';
import { capital } from './token.ts';

/** `SRC: "X"`, and the headline's "Port: no plans". */
export function colon(s: Sentence, lexicon: Lexicon, others: boolean): readonly Attribution[] {
  const { tokens } = s;
  const at = tokens.findIndex((token) => token.text === ':' && token.quoted < 0);
  if (at < 1 || at > 9 || others) return [];
  const phrase = phraseFrom(tokens, 0, lexicon);
  const next = tokens[at + 1];
  if (!phrase || !next || phrase.end !== at) return [];
  if (at === 1 && tokens[0]?.text.length === 1) return [];
  if (at > 1 && lexicon.pronouns.has(tokens[0]?.low ?? '')) return [];
  const quoted = next.quoted >= 0;
  const interview =
    tokens.slice(0, at).every((one) => /^[\p{Lu} ]+$/u.test(one.text)) &&
    tokens.slice(0, at).some((one) => speaks(one.low, lexicon)) &&
    at <= 3 &&
    s.start === s.stretch.start &&
    !headline(s) &&
    !quoted;
  if (interview && tokens.at(-1)?.text !== '?') {
    const content = { start: next.start, end: s.stretch.end };
    return [{ content, cue: null, verb: null, source: spanOf(tokens, 0, at), sourceless: false, direct: true }];
  }
  const lead = tokens.slice(0, at);
  const known = lead.some((one) => lexicon.heads.has(one.low) || lexicon.bodyNames.has(one.low));
  // "Council: no plans" names its source; "School kitchen: log taken" its matter.
  const last = lead.at(-1);
  const source = last !== undefined && (lexicon.heads.has(last.low) || lexicon.bodyNames.has(last.low));
  const title = headline(s) && source && at <= 4;
  const named = lead.every((one) => capital(one) || lexicon.words.nameLinks.has(one.low)) || known;
  if (!(quoted && named) && !title) return [];
  if (!quoted && (tokens.at(-1)?.text === '?' || lead.some((one) => lexicon.heads.get(one.low) === 'artefact')))
    return [];
  return rightward(s, at + 1, { cue: null, verb: null, source: spanOf(tokens, 0, at), sourceless: false }, lexicon);
}

/** "MAYOR:", "GUEST:", "MS TREND:"; but "BREAKING:" and "LIVE UPDATES:" name nobody. */
const speaks = (low: string, lexicon: Lexicon): boolean => {
  const kind = lexicon.heads.get(low);
  return (
    (kind !== undefined && kind !== 'artefact' && kind !== 'outlet') ||
    lexicon.personTitles.has(low) ||
    lexicon.firstNames.has(low) ||
    lexicon.bodyNames.has(low) ||
    lexicon.words.answerers.has(low)
  );
};

/** "Two held after stabbing – police": a headline's source after the dash. */
export function dashed(s: Sentence, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  let dash = tokens.length - 1;
  while (dash > 2 && tokens.length - dash <= 5 && !/^[–—-]$/u.test(tokens[dash]?.text ?? '')) dash--;
  if (!/^[–—-]$/u.test(tokens[dash]?.text ?? '') || dash < 3 || (tokens[dash]?.quoted ?? -1) >= 0 || !headline(s))
    return [];
  const last = tokens.slice(dash + 1);
  const known =
    last.length > 0 &&
    last.every((one) => one.word) &&
    last.some((one) => lexicon.heads.has(one.low) || lexicon.bodyNames.has(one.low));
  if (!known || lexicon.heads.get(last.at(-1)?.low ?? '') === 'artefact') return [];
  const from = tokens[1]?.text === ':' && lexicon.discourse.has(tokens[0]?.low ?? '') ? 2 : 0;
  const content = clauseSpan(tokens, from, dash);
  return content
    ? [
        {
          content,
          cue: null,
          verb: null,
          source: spanOf(tokens, dash + 1, tokens.length),
          sourceless: false,
          direct: false,
        },
      ]
    : [];
}

/** A title, or a short line that ends in no stop. */
const headline = (s: Sentence): boolean =>
  s.stretch.kind === 'title' ||
  (s.stretch.end - s.stretch.start < 110 && /[\p{L}\p{N}]/u.test(s.tokens.at(-1)?.text ?? '.'));
