import type { Tender } from '../statement.ts';
import type { Evidence } from './evidence.ts';
import type { PersonWords } from './words.ts';

const OF_AGE = 18;

/** Whether a named person is a child, or came to harm, as the words beside the name have it. */
export function tenderOf(
  start: number,
  end: number,
  { age, role }: Pick<Evidence, 'age' | 'role'>,
  content: string,
  words: PersonWords,
): Tender | null {
  const young = (role ?? '')
    .toLowerCase()
    .split(/[^\p{L}-]+/u)
    .some((word) => words.young.has(word));
  if (age !== null ? age < OF_AGE : young) return 'child';
  const after = content.slice(end, end + 90);
  const before = content.slice(Math.max(0, start - 40), start).toLowerCase();
  return words.harmAfter.test(after) || words.harmBefore.test(before) ? 'victim' : null;
}
