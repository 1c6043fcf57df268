/** The words of a table row. */
export const wordsOf = (row: string): readonly string[] => row.split(/\s+/u).filter((word) => word !== '');

/** An alternation of words, the longer first, so that a long word is never cut to its beginning. */
export const anyOf = (words: readonly string[]): string =>
  [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');
