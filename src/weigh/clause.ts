import type { Placed } from './ledger.ts';

/** A part of a statement that says one thing. */
export interface Part {
  readonly statement: Placed;
  readonly words: string;
}

const CONFIRMED_SEAM =
  /[，；;]\s*(?:并且?|且|但是?|而且?)?|,?\s(?:and|but)\s+(?=(?:is|was|did|does|has|had|would|will|that|it|he|she)\b)/gu;
const ADDED_SEAM = /，(?=并|且|还)|；|\sand\s(?=(?:is|was|has|had) not\b)/gu;

/** The parts of a statement: "holds the post and is not at work" confirms two claims, and only those. */
export function partsOf(statement: Placed): readonly Part[] {
  const whole = { statement, words: statement.quote };
  if (statement.quote.length > 300) return [whole];
  const seam = statement.class === 'confirm' ? CONFIRMED_SEAM : ADDED_SEAM;
  const parts = statement.quote
    .split(seam)
    .map((words) => words.trim())
    .filter(substantial);
  return parts.length > 1 && parts.length <= 4 ? parts.map((words) => ({ statement, words })) : [whole];
}

/** Long enough to say something: five Han characters, or four words. */
function substantial(words: string): boolean {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  return han >= 4 || words.split(/\s+/u).length >= 4;
}
