import type { Words } from '../spaced/lexicon.ts';

/** The words of one language that part words with spaces, by which people are told from bodies, places and things. */
export interface PersonWords {
  readonly languages: readonly string[];
  /** Stand before a name: "Dr", "Cllr"; and in a mail or at the head of an article "Dear", "By". */
  readonly titles: Words;
  /** Titles that stand before nothing but a person's name. */
  readonly plainTitles: Words;
  /** Offices in capitals: "CEO". */
  readonly acronyms: Words;
  readonly greetings: Words;
  readonly bylines: Words;
  /** Usual given names, rare ones, and those that double as a word or a place. */
  readonly given: Words;
  readonly rare: Words;
  readonly double: Words;
  /** Family names that are ordinary words as well: "Young", "Price". */
  readonly surnames: Words;
  /** Begin a sentence with a capital, or are written with one, and name nobody. */
  readonly notNames: Words;
  /** A name that holds one is a body's, an outlet's or a place's. */
  readonly bodies: Words;
  readonly places: Words;
  /** Ships, animals and other things with names of people. */
  readonly things: Words;
  /** Nouns for people: office, trade, side of a case. */
  readonly roles: Words;
  /** Nouns for people only before "of": "head of purchasing". */
  readonly leading: Words;
  /** Ends as nouns for people do: "sprinter". */
  readonly roleEnding: RegExp;
  /** Those that are written with a capital before a name: "Director". */
  readonly offices: Words;
  readonly kin: Words;
  /** Kin and other nouns that mostly are children. */
  readonly young: Words;
  /** Nouns for what is no person: "a firm", "the agency". */
  readonly bodyNouns: Words;
  readonly saying: Words;
  /** What people alone do or have done to them. */
  readonly doing: Words;
  /** Verbs whose object is a person: "told", "married". */
  readonly towards: Words;
  readonly called: Words;
  /** What people own or have: "house", "phone". */
  readonly belongings: Words;
  readonly auxiliaries: Words;
  readonly placeWords: Words;
  readonly definite: Words;
  readonly determiners: Words;
  readonly linking: Words;
  readonly honours: Words;
  readonly reflexive: RegExp;
  /** Takes an age from what follows a name, or stands before it. */
  readonly ageAfter: RegExp;
  readonly ageBefore: RegExp;
  /** Told of somebody who came to harm. */
  readonly harmAfter: RegExp;
  readonly harmBefore: RegExp;
  /** A line after which a name alone signs. */
  readonly signing: RegExp;
  /** "he", "his": somebody is spoken of. */
  readonly pronoun: RegExp;
  readonly who: RegExp;
  /** Another person follows, by kinship: " and his wife". */
  readonly andKin: RegExp;
  /** A firm's name goes on: " & Sons". */
  readonly firmAfter: RegExp;
  /** Ends in words that give a name: "gave his name only as". */
  readonly naming: RegExp;
  /** Goes before somebody's name for what he or she says: "according to". */
  readonly according: RegExp;
  /** Ties a role to its body: "a spokesman for …, Ada Moss". */
  readonly roleLinks: Words;
  readonly familyAfter: RegExp;
}
