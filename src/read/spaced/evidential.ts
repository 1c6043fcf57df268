import type { Span } from '../../base/span.ts';
import { isAccording } from './according.ts';
import type { Attribution } from './attribution.ts';
import { clauseEnd } from './clause.ts';
import { clauseSpan, spanOf } from './content.ts';
import { isCue } from './cue.ts';
import type { Lexicon } from './lexicon.ts';
import type { Sentence } from './prose.ts';
import { capital, plain, type Token } from './token.ts';

/** Sourceless evidentials of a sentence: "reportedly", "is said to", "It is learned that", "they say". */
export function evidentialsIn(content: string, sentence: Sentence, lexicon: Lexicon): readonly Attribution[] {
  const { evidentials } = lexicon;
  const low = plain(content.slice(sentence.start, sentence.end)).replace(/^["'(\s]+/u, (lead) =>
    '\u0001'.repeat(lead.length),
  );
  const opening = evidentials.opening.exec(low);
  if (opening) return [made(sentence, opening[0].replace(/[\s,]+$/u, '').length, opening[0].length)];
  const tag = evidentials.tag.exec(low.replace(/[.!?…\s]+$/u, ''));
  if (tag && tag.index > 3) return [tagged(content, sentence, tag)];
  const at = sentence.tokens.findIndex(
    (token, index) =>
      isAdverb(token, lexicon) ||
      isPassive(sentence.tokens, index, lexicon) ||
      isConditional(sentence.tokens, index, lexicon),
  );
  const cue = sentence.tokens[at];
  if (cue)
    return [{ ...blank(), content: clauseAround(sentence, at, lexicon), cue: { start: cue.start, end: cue.end } }];
  const rumour = evidentials.rumour.exec(low);
  if (!rumour) return [];
  const start = sentence.start + rumour.index;
  return [
    {
      ...blank(),
      content: { start: start + rumour[0].length, end: bareEnd(content, ended(sentence, low, rumour, evidentials)) },
      cue: { start, end: start + (rumour[0].match(/^\S+/u)?.[0].length ?? 0) },
    },
  ];
}

function ended(
  sentence: Sentence,
  low: string,
  rumour: RegExpExecArray,
  { rumourEnd }: Lexicon['evidentials'],
): number {
  const from = rumour.index + rumour[0].length;
  const found = low.slice(from).search(rumourEnd);
  return found > 0 ? sentence.start + from + found : sentence.end;
}

const blank = (): Omit<Attribution, 'content' | 'cue'> => ({
  verb: null,
  source: null,
  sourceless: true,
  direct: false,
});

function made(sentence: Sentence, cue: number, from: number): Attribution {
  const end = sentence.tokens.at(-1);
  const last = end && /^[.,;:!?…]$/u.test(end.text) ? end.start : sentence.end;
  return {
    ...blank(),
    cue: { start: sentence.start, end: sentence.start + cue },
    content: { start: Math.min(sentence.start + from, last), end: last },
  };
}

function tagged(content: string, sentence: Sentence, tag: RegExpExecArray): Attribution {
  const lead = tag[0].match(/^[,\s]*/u)?.[0].length ?? 0;
  const start = sentence.start + tag.index;
  return {
    ...blank(),
    cue: { start: start + lead, end: start + tag[0].length },
    content: { start: sentence.start, end: bareEnd(content, start) },
  };
}

function bareEnd(content: string, end: number): number {
  let at = end;
  while (at > 0 && /[\s.,;:!?…–—]/u.test(content.charAt(at - 1))) at--;
  return at;
}

const isAdverb = (token: Token, { evidentials }: Lexicon): boolean =>
  token.quoted < 0 && evidentials.adverbs.has(token.low);

/** "is suspected of", "are said to". */
function isPassive(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const { evidentials, words } = lexicon;
  const token = tokens[at];
  if (!token || token.quoted >= 0 || !evidentials.passive.test(token.low)) return false;
  let before = at - 1;
  while (words.adverbs.has(tokens[before]?.low ?? '') || words.adverbEnding.test(tokens[before]?.low ?? '')) before--;
  if (!words.be.has(tokens[before]?.low ?? '')) return false;
  const next = tokens[at + 1]?.low ?? '';
  if (words.impersonal.has(tokens[before - 1]?.low ?? '') && fresh(tokens[at + 1], lexicon)) return true;
  const aside = tokens[at + 1]?.text === ',' && words.impersonal.has(tokens[before - 1]?.low ?? '');
  return aside || evidentials.passiveLinks.has(next);
}

/** "habría cobrado": the conditional of rumour, where nobody in the sentence speaks and nothing is supposed. */
function isConditional(tokens: readonly Token[], at: number, lexicon: Lexicon): boolean {
  const { conditional } = lexicon.evidentials;
  const token = tokens[at];
  if (!conditional || !token || token.quoted >= 0 || !conditional.forms.has(token.low)) return false;
  let next = at + 1;
  while (lexicon.words.adverbs.has(tokens[next]?.low ?? '')) next++;
  if (!conditional.verb.test(tokens[next]?.low ?? '')) return false;
  return !tokens.some(
    (one, index) =>
      one.quoted < 0 &&
      (conditional.unless.has(one.low) ||
        isAccording(tokens, index, lexicon) ||
        isCue(tokens, index, lexicon) !== null),
  );
}

/** A subject begins: "it was claimed he …". */
const fresh = (token: Token | undefined, { words, pronouns }: Lexicon): boolean =>
  token !== undefined &&
  (pronouns.has(token.low) || words.determiners.has(token.low) || words.possessives.has(token.low) || capital(token));

/** The clause that holds the evidential; the evidential itself is left out only where it stands at the head. */
function clauseAround(sentence: Sentence, at: number, lexicon: Lexicon): Span {
  const { words, discourse, pronouns } = lexicon;
  const { tokens } = sentence;
  let start = 0;
  if (
    fresh(tokens[at + 1], lexicon) &&
    words.be.has(tokens[at - 1]?.low ?? '') &&
    words.impersonal.has(tokens[at - 2]?.low ?? '')
  ) {
    const end = clauseEnd(tokens, at + 1, lexicon);
    return clauseSpan(tokens, at + 1, end) ?? spanOf(tokens, at + 1, at + 2);
  }
  for (let i = at - 1; i > 0; i--) {
    const token = tokens[i];
    if (token && token.quoted < 0 && (token.text === ';' || token.text === ':')) {
      start = i + 1;
      break;
    }
  }
  let end = tokens.length;
  for (let i = at + 1; i < tokens.length; i++) {
    const token = tokens[i];
    if (!token || token.quoted >= 0) continue;
    if (token.text === ';' || (token.text === ',' && words.contrast.has(tokens[i + 1]?.low ?? ''))) {
      end = i;
      break;
    }
  }
  if (at > start && tokens.slice(start, at).every((one) => discourse.has(one.low) || one.text === ',')) start = at;
  for (let i = Math.max(start, at - 3); i < at; i++)
    if (
      isCue(tokens, i, lexicon) &&
      tokens.slice(i + 1, at).every((one) => pronouns.has(one.low) || words.that.has(one.low))
    )
      start = at;
  if (at === start) start += tokens[at + 1]?.text === ',' ? 2 : 1;
  while (end > start + 1 && /^[.,;:!?…]$/u.test(tokens[end - 1]?.text ?? '')) end--;
  return { start: tokens[start]?.start ?? sentence.start, end: tokens[end - 1]?.end ?? sentence.end };
}
