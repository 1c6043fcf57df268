import { covers } from '../../base/span.ts';
import { according, isAccording } from './according.ts';
import { antecedentOf, beforeRelative } from './antecedent.ts';
import { appearing } from './appearing.ts';
import { closesBefore, invertedAt, parenthetical } from './aside.ts';
import type { Attribution } from './attribution.ts';
import { citing } from './citing.ts';
import { colon, dashed } from './colon.ts';
import { complementAfter } from './complement.ts';
import { leftward, rightward, spanOf } from './content.ts';
import { cueVerb, isCue, phrasalAt } from './cue.ts';
import { evidentialsIn } from './evidential.ts';
import type { CueVerb, Lexicon } from './lexicon.ts';
import { afterLikewise, limitOf } from './limit.ts';
import { type Subject, subjectBefore } from './noun-phrase.ts';
import { passive } from './passive.ts';
import { postposed } from './postposed.ts';
import type { Sentence } from './prose.ts';
import { quotedAs, unlessQuoted } from './quoted-as.ts';
import type { Token } from './token.ts';

/** The attributions of one sentence, in order of their cues. */
export function attributionsIn(content: string, sentence: Sentence, lexicon: Lexicon): readonly Attribution[] {
  const { tokens } = sentence;
  const found: Attribution[] = [...evidentialsIn(content, sentence, lexicon)];
  for (let at = 0; at < tokens.length; at++) {
    if (isAccording(tokens, at, lexicon)) found.push(...according(sentence, at, lexicon));
    const verb = isCue(tokens, at, lexicon);
    if (!verb || (lexicon.shape.freeSubject && isImpersonal(found, tokens[at]))) continue;
    const last = phrasalAt(tokens, at, lexicon) ? at + 1 : coordinated(tokens, at, lexicon);
    found.push(...around(sentence, at, last, cueVerb(lexicon, tokens[last]?.low ?? '') ?? verb, lexicon));
    at = last;
  }
  found.push(...appearing(sentence, lexicon));
  if (found.length === 0) found.push(...dashed(sentence, lexicon));
  found.push(...colon(sentence, lexicon, found.length > 0), ...citing(sentence, found, lexicon));
  const quoted = quotedAs(sentence, lexicon);
  const all = quoted.length > 0 ? [...unlessQuoted(found, quoted), ...quoted] : found;
  return all.filter((one) => !swallows(one, all) && !isTold(one, all, lexicon));
}

/** "They say they have been calling for a crossing": a demand that somebody only tells of. */
const isTold = (one: Attribution, all: readonly Attribution[], lexicon: Lexicon): boolean =>
  !one.direct &&
  lexicon.directives.has(one.verb?.lemma ?? '') &&
  all.some((other) => other !== one && one.cue !== null && !other.direct && covers(other.content, one.cue));

/** "He believed it was suspected of fraud": the suspicion is inside what he says, so the whole is no rumour. */
const swallows = (one: Attribution, all: readonly Attribution[]): boolean =>
  one.sourceless &&
  one.cue !== null &&
  all.some(
    (other) =>
      !other.sourceless &&
      other.cue !== null &&
      one.cue !== null &&
      other.cue.start < one.cue.start &&
      covers(other.content, one.cue) &&
      covers(one.content, other.cue),
  );

/** "Se sospecha que": the verb is part of an evidential. */
const isImpersonal = (found: readonly Attribution[], token: Token | undefined): boolean =>
  token !== undefined && found.some((one) => one.sourceless && one.cue !== null && covers(one.cue, token));

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
  const plainSubject = subjectBefore(tokens, at, lexicon);
  const gerund = words.gerundEnding.test(tokens[at]?.low ?? '');
  const led = gerund && words.ushers.has(tokens[plainSubject.left]?.low ?? '');
  const after = gerund && tokens[at - 1]?.text === ',';
  const own = led || after ? { ...plainSubject, phrase: null } : plainSubject;
  const subject = own.infinitive ? venturing(tokens, own, lexicon) : own;
  if (subject.infinitive || subject.negated || isNobody(tokens, subject, lexicon)) return [];
  if (!subject.passive && words.by.has(tokens[last + 1]?.low ?? '')) return [];
  if (subject.passive && !gerund) return passive(s, at, verb, subject, lexicon);
  const cue = spanOf(tokens, at, last + 1);
  const free =
    lexicon.shape.freeSubject && !gerund && !subject.phrase
      ? postposed(s, subject.left, last, cue, verb, lexicon)
      : null;
  if (free) return free;
  const inverted =
    !gerund &&
    !(verb.frames.size === 1 && verb.frames.has('np')) &&
    (subject.phrase === null || closesBefore(tokens, subject.left))
      ? invertedAt(s, at, last, lexicon)
      : null;
  const spoken = (one: Attribution): boolean => one.direct || verb.frames.size > 0;
  if (inverted) return leftward(s, inverted.left, cue, verb, inverted.source, inverted.after, lexicon).filter(spoken);
  const relative = subject.phrase !== null && lexicon.pronouns.get(tokens[subject.phrase.start]?.low ?? '') === 'who';
  const aside = subject.phrase && !gerund && !relative ? parenthetical(s, subject, last, lexicon) : null;
  if (aside && subject.phrase)
    return leftward(s, aside.left, cue, verb, subject.phrase, aside.after, lexicon).filter(spoken);
  const likewise = subject.phrase && !gerund ? afterLikewise(tokens, last, lexicon) : -1;
  if (likewise > 0 && subject.phrase)
    return rightward(
      s,
      likewise,
      { cue, verb, source: spanOf(tokens, subject.phrase.start, subject.phrase.end), sourceless: false },
      lexicon,
    );
  const complement = complementAfter(tokens, last, verb, lexicon);
  if (!complement || saysLater(tokens, last + 1, complement.from, lexicon)) return [];
  if (!complement.explicit && hypothetical(tokens, at, lexicon)) return [];
  if (!subject.phrase && !mayDrop(tokens, subject.left, at, gerund, complement.explicit, lexicon)) return [];
  if (
    !subject.phrase &&
    gerund &&
    !complement.explicit &&
    verb.frames.size > 0 &&
    !verb.frames.has('clause') &&
    !verb.object
  )
    return [];
  const source = subject.phrase ? spanOf(tokens, subject.phrase.start, subject.phrase.end) : null;
  const that = lexicon.words.that.has(tokens[complement.from - 1]?.low ?? '');
  const artefactOnly = !that && verb.frames.has('artefact') && !verb.frames.has('clause') && !verb.frames.has('np');
  const antecedent =
    relative && subject.phrase
      ? beforeRelative(tokens, subject.phrase.start, lexicon)
      : source
        ? null
        : antecedentOf(tokens, at, lexicon);
  const limit = limitOf(tokens, at, complement.from, relative, lexicon);
  return rightward(s, complement.from, { cue, verb, source, sourceless: false, antecedent }, lexicon, limit).map(
    (one) => (artefactOnly ? { ...one, artefactOnly } : one),
  );
}

/** "can add a line", "will announce the winner": nothing is said yet. */
function hypothetical(tokens: readonly Token[], at: number, { words }: Lexicon): boolean {
  let before = at - 1;
  while (words.adverbs.has(tokens[before]?.low ?? '') || words.adverbEnding.test(tokens[before]?.low ?? '')) before--;
  return words.modals.has(tokens[before]?.low ?? '');
}

/** "phoned in to say": the subject of the verb of coming forward. */
function venturing(tokens: readonly Token[], subject: Subject, lexicon: Lexicon): Subject {
  for (let back = subject.left - 1; back >= Math.max(1, subject.left - 5); back--) {
    const token = tokens[back];
    if (!token?.word || token.quoted >= 0) break;
    if (lexicon.words.venturing.has(token.low)) return subjectBefore(tokens, back, lexicon);
  }
  return subject;
}

/** "Neither the mayor nor her deputy has said …", "No one at the depot said …". */
function isNobody(tokens: readonly Token[], { phrase }: Subject, { words }: Lexicon): boolean {
  if (!phrase) return false;
  const first = tokens[phrase.start];
  const next = tokens[phrase.start + 1]?.text ?? '';
  if (words.nobody.has(tokens[phrase.start - 1]?.low ?? '')) return true;
  return words.nobody.has(first?.low ?? '') && !/^[\d.]/u.test(next);
}

/** "The notice posted at the door reads": a later finite verb is the one that speaks. */
function saysLater(tokens: readonly Token[], from: number, to: number, lexicon: Lexicon): boolean {
  for (let at = from; at < to; at++) {
    const verb = isCue(tokens, at, lexicon);
    if (verb && tokens[at]?.low !== verb.lemma) return true;
  }
  return false;
}

/** A verb without subject of its own: after "and", "but", or a comma before a participle; never at the head. */
function mayDrop(
  tokens: readonly Token[],
  left: number,
  at: number,
  gerund: boolean,
  explicit: boolean,
  { words, shape }: Lexicon,
): boolean {
  const before = tokens[left];
  if (shape.freeSubject && explicit) return true;
  if (!before) return false;
  if (words.conjunctions.has(before.low) || words.contrast.has(before.low)) return true;
  return gerund && (before.text === ',' || words.ushers.has(before.low)) && at > 1;
}
