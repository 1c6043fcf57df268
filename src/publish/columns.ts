const WIDE = /[\p{Script=Han}\p{Script=Hiragana}\p{Script=Katakana}\p{Script=Hangul}\u3000-\u303f\uff00-\uff60]/u;

/** About how many columns words take in a drawing: East Asian letters two, others one. */
export const columnsOf = (words: string): number => [...words].reduce((sum, one) => sum + (WIDE.test(one) ? 2 : 1), 0);

/** The words, or as much of them as fits, with an ellipsis. */
export function cutTo(words: string, columns: number): string {
  if (columnsOf(words) <= columns) return words;
  let kept = '';
  let used = 0;
  for (const one of words) {
    used += columnsOf(one);
    if (used > columns - 1) break;
    kept += one;
  }
  return `${kept.trimEnd()}…`;
}
