import table from './lexicon/acquaintances.json' with { type: 'json' };

const WHO = new Set(table.who);
const HAN = table.who.filter((word) => /\p{Script=Han}/u.test(word));

/** Whether a description names nobody but by what he is to the writer: "my dad", 我朋友. */
export function isAcquaintance(description: string): boolean {
  const folded = description.toLowerCase();
  return folded.split(/[^\p{L}-]+/u).some((word) => WHO.has(word)) || HAN.some((word) => folded.includes(word));
}

/** Whether what follows the description says how he can know: "who cleans at the office". */
export function saysHow(after: string): boolean {
  const folded = after.toLowerCase();
  return table.basis.some((phrase) => folded.startsWith(phrase));
}
