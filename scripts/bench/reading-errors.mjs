/** Words as two readings of them are compared: spaces and the shape of an apostrophe aside. */
export const folded = (text) => text.normalize('NFKC').replaceAll(/\s+/gu, '').replaceAll(/[‘’]/gu, "'");

/** Letters put in, left out or changed between two texts (Levenshtein, 1965). */
export function edits(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, at) => at);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++)
      next.push(Math.min(row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1), row[j] + 1, next[j - 1] + 1));
    row = next;
  }
  return row[b.length];
}
