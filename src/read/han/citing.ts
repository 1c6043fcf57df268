import { afterCue, contentsOf } from './content.ts';
import type { Cue } from './cue.ts';
import type { Find } from './find.ts';
import { clauseStart, type Sentence } from './sentence.ts';
import { type Phrase, sourceIn } from './source.ts';

/** `据甲报援引乙称，…`: the outlet and whom it cites stand behind one span. */
export function citedIn(text: string, sentence: Sentence, cue: Cue): readonly Find[] {
  const clause = clauseStart(sentence.mask, cue.start);
  const match = /^(.*?)(援引|引述|转引|转述)(.{2,40}?)(?:的话|的说法|的消息)?(?:报道)?$/u.exec(
    sentence.mask.slice(clause, cue.start),
  );
  if (match?.[1] === undefined || match[2] === undefined || match[3] === undefined) return [];
  const lead = /^(?:另|又)?据/u.exec(match[1])?.[0].length ?? 0;
  const carrier = sourceIn(match[1].slice(lead), false) ?? agency(match[1].slice(lead));
  const inner = sourceIn(match[3], true);
  const span = contentsOf(text, sentence, cue, afterCue(sentence.mask, cue)).spans[0];
  if (!carrier || !inner || !span || carrier.kind === 'self') return [];
  const at = sentence.start + clause;
  const from = at + match[1].length;
  const find = {
    class: null,
    content: span,
    direct: false,
    clause: at,
    nested: false,
    sourceless: false,
    finding: false,
  };
  return [
    {
      ...find,
      cue: { start: from, end: from + match[2].length },
      word: match[2],
      source: { ...carrier, at: at + lead + carrier.start },
    },
    {
      ...find,
      cue: { start: sentence.start + cue.start, end: sentence.start + cue.end },
      word: cue.word,
      class: cue.class,
      source: { ...inner, at: from + match[2].length + inner.start },
    },
  ];
}

/** A news agency is known by its citing: 某某社援引…. */
function agency(words: string): Phrase | null {
  if (/^(?:该|这篇|上述)?报道$/u.test(words))
    return { start: 0, end: words.length, words, kind: 'outlet', person: null, pointer: true, loose: false };
  return /^\p{Script=Han}{2,4}社$/u.test(words)
    ? { start: 0, end: words.length, words, kind: 'outlet', person: null, pointer: false, loose: false }
    : null;
}
