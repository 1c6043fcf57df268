/** Words as they are compared while somebody types: case, width and accents aside. */
export const folded = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();

/** Whether every word that was typed stands in some words, folded likewise. */
export function holdsAll(typed: string): (words: string) => boolean {
  const wanted = folded(typed)
    .split(/\s+/u)
    .filter((one) => one !== '');
  return (words) => wanted.every((one) => words.includes(one));
}
