import type { Source, StatementClass } from '../statement.ts';
import type { Attribution } from './attribution.ts';
import type { Lexicon } from './lexicon.ts';
import { plain } from './token.ts';

/** The class of an attribution: the cue's own, else the first that its content fits; hearsay by its source. */
export function classOf(
  content: string,
  one: Attribution,
  source: Source,
  lexicon: Lexicon,
  said = '',
): StatementClass {
  if (one.sourceless || source.kind === 'none') return 'hearsay';
  // A stretch in marks is read with what stands around it: parents "will hear by Friday".
  const words = plain(content).replaceAll('"', '');
  const lemma = one.verb?.lemma ?? '';
  const { classes } = lexicon;
  if (one.verb?.class) return one.verb.class;
  if (agrees(one, words, lexicon)) return 'promise';
  if (lexicon.labelling.has(lemma) && classes.rebuffed.test(words)) return 'deny';
  const byContent = contentClass(words, lemma, lexicon);
  if (source.kind === 'artefact')
    return byContent === 'say' && lexicon.afloat.test(plain(`${source.name ?? ''} ${said || source.quote}`))
      ? 'hearsay'
      : lexicon.afloat.test(plain(said || source.quote))
        ? 'hearsay'
        : byContent === 'allege' || byContent === 'respond'
          ? 'say'
          : byContent;
  if (
    source.kind === 'crowd' &&
    lexicon.online.test(plain(lexicon.pronouns.has(plain(source.quote)) && source.name ? source.name : source.quote)) &&
    !classes.opinion.test(words) &&
    !classes.opinionCues.has(lemma)
  )
    return 'hearsay';
  if (lexicon.evidentials.heardContent.test(words) && source.kind !== 'named-body') return 'hearsay';
  if (classes.finding.has(lemma) && byContent === 'allege') return 'say';
  if ((byContent === 'say' || byContent === 'allege') && classes.negation.test(words) && classes.denyingCues.has(lemma))
    return 'deny';
  return byContent;
}

/** "has agreed to hand over its records by Friday". */
const agrees = ({ verb, direct }: Attribution, words: string, { words: closed }: Lexicon): boolean =>
  !direct && verb !== null && closed.acts.has(verb.lemma) && closed.infinitive.has(words.split(' ')[0] ?? '');

function contentClass(words: string, lemma: string, { classes, directives }: Lexicon): StatementClass {
  if (classes.confirm.test(words)) return 'confirm';
  if (classes.deny.test(words) && !classes.condition.test(words)) return 'deny';
  if (classes.investigate.test(words) && !directives.has(lemma)) return 'investigate';
  if (classes.promise.test(words) && !classes.condition.test(words)) return 'promise';
  if (classes.respond.test(words)) return 'respond';
  if (classes.allege.test(words) && !classes.finding.has(lemma)) return 'allege';
  return 'say';
}
