import type { PersonWords } from '../persons/words.ts';
import { EN_PERSONS } from './en/persons.ts';

/** Languages that part their words with spaces; the first reads what no other does. */
export const PERSON_WORDS: readonly PersonWords[] = [EN_PERSONS];
