/** The words of a table row. */
export const wordsOf = (row: string): readonly string[] => row.split(/\s+/u).filter((word) => word !== '');

/** An alternation of words, the longer first, so that a long word is never cut to its beginning. */
export const anyOf = (words: readonly string[]): string =>
  [...new Set(words)].sort((a, b) => b.length - a.length || (a < b ? -1 : 1)).join('|');

/**
 * Every match of any of these words with what may follow them: only where one of them can begin is the pattern tried.
 * Nothing is found where `unless` begins: in 民警告诉 there is no 警告.
 */
export function finderOf(
  words: readonly string[],
  behind = '',
  unless = '$',
): (text: string) => readonly RegExpExecArray[] {
  const pattern = new RegExp(`(?!${unless})(${anyOf(words)})${behind}`, 'uy');
  const begins = new Uint8Array(0x10000);
  for (const word of words) begins[word.charCodeAt(0)] = 1;
  return (text) => {
    const found: RegExpExecArray[] = [];
    for (let at = 0; at < text.length; ) {
      pattern.lastIndex = at;
      const match = begins[text.charCodeAt(at)] === 1 ? pattern.exec(text) : null;
      if (match) found.push(match);
      at += match?.[0].length || 1;
    }
    return found;
  };
}
