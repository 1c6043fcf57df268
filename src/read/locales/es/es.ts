import type { Lexicon } from '../../spaced/lexicon.ts';
import { CUES, PHRASAL } from './cues.ts';
import { CLASSES, EVIDENTIALS, FREE_SPEECH, MAIL, RESPONSES } from './patterns.ts';
import { BODY_NAMES, FIRST_NAMES, GENDER_WORDS, HEAD_KINDS, OUTLET_NAMES, TITLES } from './sources.ts';
import { ABBREVIATIONS, PRONOUNS, SHAPE, WORDS } from './words.ts';

/** Spanish, as data. */
export const spanish: Lexicon = {
  languages: ['es'],
  abbreviations: ABBREVIATIONS,
  shape: SHAPE,
  words: WORDS,
  pronouns: PRONOUNS,
  possessors: new Map(),
  cues: CUES,
  phrasal: PHRASAL,
  idioms: /^(?:cuentan?|contó|contaron|contaba|contaban|contado) con |^\p{L}+ (?:al|el) teléfono/u,
  labelling: new Set(['calificar', 'tildar', 'tachar', 'describir']),
  tellings: new Set(),
  directives: new Set(
    'reclamar exigir pedir instar urgir exhortar solicitar proponer recomendar aconsejar ordenar llamar rogar suplicar'.split(
      ' ',
    ),
  ),
  discourse: new Set('pues bueno oye mira oigan ojo urgente atención y pero vaya'.split(' ')),
  descriptions: [],
  accordingTo: [
    ['según'],
    ['de', 'acuerdo', 'con'],
    ['de', 'acuerdo', 'a'],
    ['de', 'acuerdo', 'al'],
    ['conforme', 'a'],
    ['conforme', 'al'],
    ['en', 'palabras', 'de'],
    ['en', 'palabras', 'del'],
    ['en', 'opinión', 'de'],
    ['en', 'opinión', 'del'],
    ['a', 'juicio', 'de'],
    ['a', 'juicio', 'del'],
  ],
  evidentials: EVIDENTIALS,
  statementNouns:
    /(?:comunicado|nota(?: de prensa)?|declaración|boletín|bando|circular|informe)(?: (?:oficial|conjunto|conjunta))?$/u,
  crowdWhenBare: new Set(),
  heads: HEAD_KINDS,
  bodyNames: new Set(BODY_NAMES),
  bodyEnding: /(?!)/u,
  outletNames: new Set(OUTLET_NAMES),
  personTitles: new Set(TITLES),
  firstNames: FIRST_NAMES,
  genderWords: GENDER_WORDS,
  numbers: new Set('dos tres un una otro otra'.split(' ')),
  former: new Set(
    'exalcalde exalcaldesa exministro exministra exdirector exdirectora exgerente exconcejal expresidente expresidenta'.split(
      ' ',
    ),
  ),
  afloat:
    /(?<!\p{L})(?:circul\p{L}+|anónim[oa]s?|viral(?:es)?|difundid[oa]s?|filtrad[oa]s?|compartid[oa]s?|reenviad[oa]s?|en (?:las )?redes|por (?:las )?redes|internet|whatsapp|supuest[oa]s?|presunt[oa]s?|sin firma)(?!\p{L})/u,
  online: /(?<!\p{L})(?:internautas|usuarios|redes|internet|foros?|algunos|muchos|varios|todos|otros|gente)(?!\p{L})/u,
  officialPhrase: /(?!)/u,
  paperPhrase: null,
  vague: /(?<!\p{L})(?:fuentes?|expertos|analistas)(?!\p{L})/u,
  classes: CLASSES,
  responses: RESPONSES,
  ownVoice: null,
  freeSpeech: FREE_SPEECH,
  mail: MAIL,
};
