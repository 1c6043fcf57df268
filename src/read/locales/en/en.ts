import type { Lexicon } from '../../spaced/lexicon.ts';
import { CUES, IDIOMS, PHRASAL } from './cues.ts';
import { CLASSES, EVIDENTIALS, FREE_SPEECH, MAIL, RESPONSES } from './patterns.ts';
import { OWN_VOICE } from './promises.ts';
import {
  BODY_NAMES,
  DESCRIPTIONS,
  FIRST_NAMES,
  GENDER_WORDS,
  HEAD_KINDS,
  NO_SURNAMES,
  OUTLET_NAMES,
  TITLES,
} from './sources.ts';
import { ABBREVIATIONS, PRONOUNS, SHAPE, WORDS } from './words.ts';

/** English, as data. */
export const english: Lexicon = {
  languages: ['en'],
  abbreviations: ABBREVIATIONS,
  shape: SHAPE,
  words: WORDS,
  pronouns: PRONOUNS,
  possessors: new Map([
    ['his', 'he'],
    ['her', 'she'],
    ['its', 'it'],
    ['their', 'they'],
  ]),
  cues: CUES,
  phrasal: PHRASAL,
  idioms: IDIOMS,
  labelling: new Set(['call', 'dub', 'label', 'brand', 'describe', 'deem']),
  tellings: new Set(
    'news claim allegation story accusation rumour rumor report message word information warning'.split(' '),
  ),
  directives: new Set(
    'call demand urge ask appeal request recommend propose want beg implore encourage advise'.split(' '),
  ),
  discourse: new Set(
    'so well ok okay omg btw tbh lol right look honestly fyi update breaking and but yeah apparently literally'.split(
      ' ',
    ),
  ),
  descriptions: DESCRIPTIONS,
  accordingTo: [['according', 'to']],
  evidentials: EVIDENTIALS,
  statementNouns: /\b(?:statement|press release|news release|bulletin|announcement|report|communique|press notice)$/u,
  crowdWhenBare: new Set(['staff', 'employees', 'officers']),
  heads: HEAD_KINDS,
  bodyNames: new Set(BODY_NAMES),
  noSurnames: new Set(NO_SURNAMES),
  bodyEnding: /\p{L}{2,}(?:lers|kers|ners|sers|tors|ions|ware|tech|soft|corp|works|ics|net|gistics)$/u,
  outletNames: new Set(OUTLET_NAMES),
  personTitles: new Set(TITLES),
  firstNames: FIRST_NAMES,
  genderWords: GENDER_WORDS,
  numbers: new Set('one two three four five six seven eight nine ten eleven twelve several another a an'.split(' ')),
  former: new Set(['former', 'ex', 'retired']),
  afloat:
    /\b(?:circulat\w+|anonymous|unsigned|unverified|viral|going (?:the )?rounds?|online|on the internet|on social media|posted|shared|forwarded|unknown|purported|alleged|surfaced|rumou?rs?|fake|forged|bogus|hoax)\b|^(?:an?|one|some|several) (?:[\w-]+ )?(?:posts?|tweets?|leaflets?|flyers?|threads?|voice notes?)\b(?! (?:seen|obtained|from|sent|by|to))/u,
  online:
    /\b(?:netizens?|internet|online|web|users?|commenters?|social media|posts?|posters?|^some$|some people|they|people|many|everyone|everybody|bloggers?|surfers)\b/u,
  officialPhrase:
    /\b(?:person|people|man|woman) in charge\b|\brelevant (?:person|official)s?\b|\bteam (?:doctor|manager|coach)\b|\bduty (?:officer|manager|doctor|nurse|editor)\b|\bperson responsible\b|\bresponsible person\b|\bfire chief\b|\bmember of (?:the )?staff\b|\bstaff members?\b|\bpress office\b|\bperson on duty\b|\b(?:lady|man|woman|person|guy|bloke|lad|chap|voice) (?:on the (?:phone|desk|switchboard|line|help ?line|hotline)|on reception|in reception)\b|\b(?:head|deputy head|form) teacher\b|\bhead of \w+|\bpress (?:officer|secretary|team)\b/u,
  paperPhrase:
    /\b(?:court|legal|tax|bank|internal|official|government|cabinet|planning|council|medical|company|leaked|declassified|committee|divorce|bankruptcy|custody|ship's) papers\b/u,
  vague: /\b(?:sources?|insiders?|experts?|analysts?|those)\b/u,
  classes: CLASSES,
  responses: RESPONSES,
  ownVoice: OWN_VOICE,
  freeSpeech: FREE_SPEECH,
  mail: MAIL,
};
