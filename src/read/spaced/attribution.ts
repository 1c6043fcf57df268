import type { Span } from '../../base/span.ts';
import { complementAfter } from './complement.ts';
import { clauseEnd, cueVerb, isCue } from './cue.ts';
import { evidentialsIn } from './evidential.ts';
import type { CueVerb, Lexicon } from './lexicon.ts';
import { phraseFrom, type Subject, subjectBefore } from './noun-phrase.ts';
import type { Sentence } from './prose.ts';
import { capital, type Token } from './token.ts';

/** One attribution as it stands in a sentence, its source not yet resolved. All spans point into the content. */
export interface Attribution {
  readonly content: Span;
  readonly cue: Span | null;
  readonly verb: CueVerb | null;
  /** Null: the subject is dropped, or nobody is named. */
  readonly source: Span | null;
  readonly sourceless: boolean;
  readonly direct: boolean;
  /** The verb says something only of a document or picture: "shows a van". */
  readonly artefactOnly?: boolean;
}

/** The attributions of one sentence, in order of their cues. */
export function attributionsIn(content: string, sentence: Sentence, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = sentence;
  const found: Attribution[] = [...evidentialsIn(content, sentence, lexicon)];
  for (let at = 0; at < tokens.length; at++) {
    if (isAccording(tokens, at, lexicon)) found.push(...according(sentence, at, lexicon));
    const verb = isCue(tokens, at, lexicon);
    if (!verb) continue;
    const last = coordinated(tokens, at, lexicon);
    found.push(...around(sentence, at, last, cueVerb(lexicon, tokens[last]?.low ?? '') ?? verb, lexicon));
    at = last;
  }
  found.push(...appearing(sentence, lexicon));
  found.push(...colon(sentence, lexicon, found.length > 0), ...citing(sentence, found, lexicon));
  return found;
}

/** "said and later swore": one cue. */
function coordinated(tokens: readonly Token[], at: number, lexicon: Lexicon): number {
  const { words } = lexicon;
  let next = at + 1;
  if (!words.conjunctions.has(tokens[next]?.low ?? '')) return at;
  next++;
  while (words.adverbs.has(tokens[next]?.low ?? '') || words.adverbEnding.test(tokens[next]?.low ?? '')) next++;
  return isCue(tokens, next, lexicon) ? next : at;
}

function around(s: Sentence, at: number, last: number, verb: CueVerb, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  const { words } = lexicon;
  const subject = subjectBefore(tokens, at, lexicon);
  if (subject.infinitive || (subject.negated && !(verb.class === 'deny'))) return [];
  const gerund = words.gerundEnding.test(tokens[at]?.low ?? '');
  if (subject.passive && !gerund) return passive(s, at, verb, subject, lexicon);
  const cue = spanOf(tokens, at, last + 1);
  const inverted =
    subject.phrase === null || closesBefore(tokens, subject.left) ? invertedAt(s, at, last, lexicon) : null;
  if (inverted) return leftward(s, inverted.left, cue, verb, inverted.source, inverted.after, lexicon);
  const relative = subject.phrase !== null && lexicon.pronouns.get(tokens[subject.phrase.start]?.low ?? '') === 'who';
  const aside = subject.phrase && !gerund && !relative ? parenthetical(s, subject, last, lexicon) : null;
  if (aside && subject.phrase) return leftward(s, aside.left, cue, verb, subject.phrase, aside.after, lexicon);
  const complement = complementAfter(tokens, last, verb, lexicon);
  if (!complement) return [];
  if (!subject.phrase && !mayDrop(tokens, subject.left, at, gerund, lexicon)) return [];
  if (!subject.phrase && gerund && !complement.explicit && verb.frames.size > 0 && !verb.frames.has('clause'))
    return [];
  const source = subject.phrase ? spanOf(tokens, subject.phrase.start, subject.phrase.end) : null;
  const artefactOnly =
    !complement.explicit && verb.frames.has('artefact') && !verb.frames.has('clause') && !verb.frames.has('np');
  return rightward(s, complement.from, { cue, verb, source, sourceless: false }, lexicon).map((one) =>
    artefactOnly ? { ...one, artefactOnly } : one,
  );
}

/** A verb without subject of its own: after "and", "but", or a comma before a participle; never at the head. */
function mayDrop(tokens: readonly Token[], left: number, at: number, gerund: boolean, { words }: Lexicon): boolean {
  const before = tokens[left];
  if (!before) return false;
  if (words.conjunctions.has(before.low) || words.contrast.has(before.low)) return true;
  return gerund && before.text === ',' && at > 1;
}

type Rest = Pick<Attribution, 'cue' | 'verb' | 'source' | 'sourceless'>;

/** Content to the right of its cue: a quotation, or the clause. */
function rightward(s: Sentence, from: number, rest: Rest, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  const to = clauseEnd(tokens, from, lexicon);
  const first = tokens[from];
  const quotation = first && first.quoted >= 0 ? s.quotations[first.quoted] : undefined;
  if (quotation && alone(tokens, from, to, first?.quoted ?? -1))
    return [{ ...rest, content: quotation.inner, direct: true }];
  const content = clauseSpan(tokens, from, to);
  return content ? [{ ...rest, content, direct: false }] : [];
}

/** The quotation fills the clause. */
function alone(tokens: readonly Token[], from: number, to: number, quoted: number): boolean {
  for (let at = from; at < to; at++) {
    const token = tokens[at];
    if (token?.word && token.quoted !== quoted) return false;
  }
  return true;
}

/** Without the marks at either end that never belong to a statement. */
function clauseSpan(tokens: readonly Token[], from: number, to: number): Span | null {
  let start = from;
  let end = to;
  while (end > start && /^[.,;:!?…–—)]$/u.test(tokens[end - 1]?.text ?? '') && (tokens[end - 1]?.quoted ?? -1) < 0)
    end--;
  while (start < end && /^[,;:–—.]$/u.test(tokens[start]?.text ?? '')) start++;
  return end > start ? spanOf(tokens, start, end) : null;
}

const spanOf = (tokens: readonly Token[], start: number, end: number): Span => ({
  start: tokens[start]?.start ?? 0,
  end: tokens[end - 1]?.end ?? 0,
});

const closesBefore = (tokens: readonly Token[], left: number): boolean =>
  (tokens[left]?.quoted ?? -1) >= 0 || (tokens[left]?.text === ',' && (tokens[left - 1]?.quoted ?? -1) >= 0);

/** `"…," said Tom Aldous`, `…, says his lawyer`: the subject stands after the verb. */
function invertedAt(
  s: Sentence,
  at: number,
  last: number,
  lexicon: Lexicon,
): { left: number; source: Span; after: number } | null {
  const { tokens } = s;
  const before = tokens[at - 1];
  if (!before || (before.text !== ',' && before.quoted < 0 && !/^[?!–—]$/u.test(before.text))) return null;
  const phrase = phraseFrom(tokens, last + 1, lexicon);
  const first = tokens[phrase?.start ?? -1];
  if (!phrase || !first || lexicon.words.that.has(first.low) || lexicon.words.empty.has(first.low)) return null;
  if (before.quoted >= 0 && saysOn(tokens, last, lexicon)) return null;
  const quote = before.quoted >= 0 || (tokens[at - 2]?.quoted ?? -1) >= 0;
  const next = tokens[phrase.end];
  const named = capital(first) || lexicon.words.determiners.has(first.low) || lexicon.words.possessives.has(first.low);
  const bare = phrase.end - phrase.start <= 4;
  if (!quote && (!(named || bare) || (next && !/^[,.;]$/u.test(next.text)) || phrase.end - phrase.start > 8))
    return null;
  if (!quote && tokens.slice(phrase.start, phrase.end).some((one) => lexicon.words.auxiliaries.has(one.low)))
    return null;
  return { left: at, source: phrase, after: phrase.end };
}

/** The verb goes on with a clause or a quotation: what stands before it is a name in quotation marks. */
function saysOn(tokens: readonly Token[], last: number, { words }: Lexicon): boolean {
  for (let at = last + 1; at < Math.min(tokens.length, last + 9); at++) {
    const token = tokens[at];
    if (!token || token.quoted >= 0 || token.text === ',' || token.text === '.') return false;
    if (words.that.has(token.low) || token.text === ':') return true;
  }
  return false;
}

/** `…, the chamber said, …`: subject and verb stand between pauses. */
function parenthetical(
  s: Sentence,
  subject: Subject,
  last: number,
  lexicon: Lexicon,
): { left: number; after: number } | null {
  const { tokens } = s;
  const start = subject.phrase?.start ?? 0;
  const before = tokens[start - 1];
  if (!before || !(/^[,–—?!]$/u.test(before.text) || before.quoted >= 0)) return null;
  let after = last + 1;
  const { words } = lexicon;
  while (after < tokens.length && after - last < 14 && tokens[after]?.word && (tokens[after]?.quoted ?? -1) < 0) {
    if (words.that.has(tokens[after]?.low ?? '')) return null;
    after++;
  }
  const next = tokens[after];
  if (next && next.quoted >= 0) return null;
  if (next && !/^[,.;:–—]$/u.test(next.text)) return null;
  if (next?.text === ':') return null;
  const quotedLeft = before.quoted >= 0 || (tokens[start - 2]?.quoted ?? -1) >= 0;
  const told = isCue(tokens, last, lexicon)?.frames.has('person') === true && after - last < 6;
  if (after > last + 1 && !quotedLeft && !told && !shortTail(tokens, last + 1, after, lexicon)) return null;
  if (next?.text === ',' && after === last + 1 && !quotedLeft && words.that.has(tokens[after + 1]?.low ?? ''))
    return null;
  return { left: start, after };
}

/** After the verb only an addressee, a date or a place. */
function shortTail(tokens: readonly Token[], from: number, to: number, { words, pronouns }: Lexicon): boolean {
  const first = tokens[from]?.low ?? '';
  if (pronouns.has(first) && to - from === 1) return true;
  return (
    words.prepositions.has(first) ||
    words.times.has(first) ||
    words.adverbs.has(first) ||
    words.adverbEnding.test(first)
  );
}

/** Content to the left of cue and source, and what follows them. */
function leftward(
  s: Sentence,
  left: number,
  cue: Span,
  verb: CueVerb,
  phrase: Span,
  after: number,
  lexicon: Lexicon,
): readonly Attribution[] {
  const { tokens } = s;
  const rest: Rest = { cue, verb, source: spanOf(tokens, phrase.start, phrase.end), sourceless: false };
  let end = left;
  while (end > 0 && /^[,–—]$/u.test(tokens[end - 1]?.text ?? '') && (tokens[end - 1]?.quoted ?? -1) < 0) end--;
  const begin = clauseStart(tokens, end, lexicon);
  const inside = tokens[end - 1]?.quoted ?? -1;
  const later = laterQuotation(tokens, after, inside);
  const quotation = s.quotations[inside];
  if (quotation && alone(tokens, begin, end, inside)) {
    const first: Attribution = { ...rest, content: quotation.inner, direct: true };
    const second = later === null ? undefined : s.quotations[later];
    return second ? [first, { ...rest, content: second.inner, direct: true }] : [first];
  }
  if (end <= begin) return [];
  const middle =
    tokens[after]?.text === ',' &&
    after + 1 < tokens.length &&
    !lexicon.words.gerundEnding.test(tokens[after + 1]?.low ?? '') &&
    !lexicon.words.contrast.has(tokens[after + 1]?.low ?? '');
  const whole = clauseSpan(tokens, begin, middle ? clauseEnd(tokens, after, lexicon) : end);
  return whole ? [{ ...rest, content: whole, direct: false }] : [];
}

/** The sentence's start, or the last semicolon. */
function clauseStart(tokens: readonly Token[], end: number, lexicon: Lexicon): number {
  for (let at = end - 1; at > 0; at--) {
    const token = tokens[at];
    if (!token || token.quoted >= 0) continue;
    if (token.text === ';' || (token.text === ':' && capital(tokens[at + 1]))) return at + 1;
  }
  return lexicon.words.contrast.has(tokens[0]?.low ?? '') && end > 1 && (tokens[1]?.quoted ?? -1) >= 0 ? 1 : 0;
}

/** The quotation that goes on after `"…," she said,`. */
function laterQuotation(tokens: readonly Token[], after: number, inside: number): number | null {
  for (let at = after; at < Math.min(tokens.length, after + 14); at++) {
    const token = tokens[at];
    if (token && token.quoted >= 0 && token.quoted !== inside)
      return /^[,:;–—.]$/u.test(tokens[at - 1]?.text ?? '') ? token.quoted : null;
    if (token?.text === ';') return null;
  }
  return null;
}

/** "was first reported by the Mail". */
function passive(s: Sentence, at: number, verb: CueVerb, subject: Subject, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  let by = at + 1;
  while (by < Math.min(tokens.length, at + 6) && !lexicon.words.by.has(tokens[by]?.low ?? '')) by++;
  if (!lexicon.words.by.has(tokens[by]?.low ?? '') || !subject.phrase) return [];
  const phrase = phraseFrom(tokens, by + 1, lexicon);
  if (
    !phrase ||
    lexicon.words.gerundEnding.test(tokens[phrase.start]?.low ?? '') ||
    lexicon.words.times.has(tokens[phrase.start]?.low ?? '')
  )
    return [];
  const bare =
    subject.phrase.end - subject.phrase.start === 1 && lexicon.pronouns.has(tokens[subject.phrase.start]?.low ?? '');
  if (bare) return [];
  const comma =
    tokens[phrase.end]?.text === ',' && capital(tokens[phrase.end + 1])
      ? phraseFrom(tokens, phrase.end + 1, lexicon)
      : null;
  return [
    {
      content: spanOf(tokens, subject.phrase.start, subject.phrase.end),
      cue: spanOf(tokens, at, at + 1),
      verb,
      source: spanOf(tokens, phrase.start, comma?.end ?? phrase.end),
      sourceless: false,
      direct: false,
    },
  ];
}

function isAccording(tokens: readonly Token[], at: number, { accordingTo }: Lexicon): boolean {
  return accordingTo.every((word, n) => tokens[at + n]?.low === word && (tokens[at + n]?.quoted ?? 0) < 0);
}

/** "According to SRC, X" and "X, according to SRC". */
function according(s: Sentence, at: number, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  const cueEnd = at + lexicon.accordingTo.length;
  const phrase = phraseFrom(tokens, cueEnd, lexicon);
  if (!phrase) return [];
  const rest: Rest = {
    cue: spanOf(tokens, at, cueEnd),
    verb: null,
    source: spanOf(tokens, phrase.start, phrase.end),
    sourceless: false,
  };
  const heads = tokens
    .slice(0, at)
    .every(
      (token) => !token.word || lexicon.words.contrast.has(token.low) || lexicon.words.conjunctions.has(token.low),
    );
  if (!heads)
    return leftward(
      s,
      at,
      rest.cue ?? spanOf(tokens, at, at + 1),
      { lemma: '', forms: [], frames: new Set(), class: null, object: null },
      phrase,
      phrase.end,
      lexicon,
    );
  let comma = phrase.end;
  while (comma < tokens.length && tokens[comma]?.text !== ',') comma++;
  if (tokens[comma + 1] && lexicon.words.relatives.has(tokens[phrase.end + 1]?.low ?? '') && comma === phrase.end) {
    comma++;
    while (comma < tokens.length && tokens[comma]?.text !== ',') comma++;
  }
  return comma + 1 < tokens.length ? rightward(s, comma + 1, rest, lexicon) : [];
}

/** A title, or a short line that ends in no stop. */
const headline = (s: Sentence): boolean =>
  s.stretch.kind === 'title' || (s.stretch.end - s.stretch.start < 110 && /[\p{L}\p{N}]/u.test(s.tokens.at(-1)?.text ?? '.'));

/** "messages which appear to show …": a hedged showing keeps its whole sentence. */
function appearing(s: Sentence, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  const at = tokens.findIndex(
    (token, index) =>
      token.quoted < 0 &&
      lexicon.evidentials.hedgedShow.test(token.low) &&
      lexicon.words.infinitive.has(tokens[index + 1]?.low ?? ''),
  );
  if (at < 1) return [];
  const { phrase } = subjectBefore(tokens, at, lexicon);
  const content = clauseSpan(tokens, 0, tokens.length);
  const cue = spanOf(tokens, at, at + (cueVerb(lexicon, tokens[at + 2]?.low ?? '') ? 3 : 1));
  if (!phrase || !content) return [];
  return [
    {
      content,
      cue,
      verb: null,
      source: spanOf(tokens, phrase.start, phrase.end),
      sourceless: false,
      direct: false,
      artefactOnly: true,
    },
  ];
}

/** "…, citing a customs officer, reported that …": the cited one stands behind the same words. */
function citing(s: Sentence, found: readonly Attribution[], lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = s;
  const at = tokens.findIndex((token) => token.quoted < 0 && lexicon.evidentials.citing.has(token.low));
  if (at < 0) return [];
  const cue = spanOf(tokens, at, at + 1);
  const next = tokens[at + 1];
  const subject = subjectBefore(tokens, at - (tokens[at - 1]?.text === ',' ? 1 : 0), lexicon);
  const quotation = next && next.quoted >= 0 ? s.quotations[next.quoted] : undefined;
  if (quotation && subject.phrase)
    return [
      {
        content: quotation.inner,
        cue,
        verb: null,
        source: spanOf(tokens, subject.phrase.start, subject.phrase.end),
        sourceless: false,
        direct: true,
      },
    ];
  const phrase = phraseFrom(tokens, at + 1, lexicon);
  const same = found.find((one) => !one.sourceless);
  return phrase && same ? [{ ...same, cue, verb: null, source: spanOf(tokens, phrase.start, phrase.end) }] : [];
}

/** `SRC: "X"`, and the headline's "Port: no plans". */
function colon(s: Sentence, lexicon: Lexicon, others: boolean): readonly Attribution[] {
  const { tokens } = s;
  const at = tokens.findIndex((token) => token.text === ':' && token.quoted < 0);
  if (at < 1 || at > 9 || others) return [];
  const phrase = phraseFrom(tokens, 0, lexicon);
  const next = tokens[at + 1];
  if (!phrase || !next || phrase.end !== at) return [];
  const quoted = next.quoted >= 0;
  const interview =
    tokens.slice(0, at).every((one) => /^[\p{Lu} ]+$/u.test(one.text)) &&
    at <= 3 &&
    s.start === s.stretch.start &&
    !quoted;
  if (interview && tokens.at(-1)?.text !== '?') {
    const content = { start: next.start, end: s.stretch.end };
    return [{ content, cue: null, verb: null, source: spanOf(tokens, 0, at), sourceless: false, direct: true }];
  }
  const lead = tokens.slice(0, at);
  const known = lead.some((one) => lexicon.heads.has(one.low) || lexicon.bodyNames.has(one.low));
  const title = headline(s) && known && at <= 4;
  const named = lead.every((one) => capital(one) || lexicon.words.nameLinks.has(one.low)) || known;
  if (!(quoted && named) && !title) return [];
  if (!quoted && (tokens.at(-1)?.text === '?' || lead.some((one) => lexicon.heads.get(one.low) === 'artefact')))
    return [];
  return rightward(s, at + 1, { cue: null, verb: null, source: spanOf(tokens, 0, at), sourceless: false }, lexicon);
}
