import type { Text } from '../capture/text.ts';
import { PERSON_WORDS } from './locales/persons.ts';
import { again } from './persons/again.ts';
import { SURE } from './persons/found.ts';
import { hanPersons } from './persons/han.ts';
import { spacedPersons } from './persons/spaced.ts';
import { writersIn } from './persons/writers.ts';
import type { PersonMention } from './statement.ts';

/**
 * Every natural person whom a text names, spoken of or speaking: so that nobody private is published by oversight. In
 * both scripts, whatever the text's language, since papers of one quote names of the other. Linear in the text.
 */
export function personsIn(text: Text): readonly PersonMention[] {
  const { content, language } = text;
  const words = PERSON_WORDS.find((one) => one.languages.includes(language)) ?? PERSON_WORDS[0];
  const spaced =
    words && LATIN.test(content)
      ? again(content, [...spacedPersons(content, words), ...writersIn(text, words)], text, words)
      : [];
  const han = HAN.test(content) ? hanPersons(content) : [];
  return [...spaced, ...han]
    .map(({ name, start, end, role, points, tender }) => ({ name, start, end, role, sure: points >= SURE, tender }))
    .sort((a, b) => a.start - b.start || b.end - a.end || (a.name < b.name ? -1 : 1));
}

const LATIN = /\p{Script=Latin}/u;
const HAN = /\p{Script=Han}/u;
