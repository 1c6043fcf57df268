import table from './lexicon/genuine.json' with { type: 'json' };

/** Longer than this, words speak of more than whether an artefact is what it seems. */
const LONGEST = 420;

/** The kind of artefact of which words ask whether it is what it seems to be: `chat`, `recording`; null where they don't. */
export function artefactAsked(words: string): string | null {
  if (words.length > LONGEST) return null;
  const folded = words.toLowerCase();
  const kind = Object.entries(table.artefacts).find(([, names]) => names.some((name) => hasWord(folded, name)))?.[0];
  if (kind === undefined || table.one.some((mark) => folded.includes(mark))) return null;
  return table.asks.some((mark) => folded.includes(mark)) ? kind : null;
}

/** Whether words leave it open: "could not verify", 正在鉴定. They stand on no side. */
export function leavesOpen(words: string): boolean {
  const folded = words.toLowerCase();
  return table.open.some((mark) => folded.includes(mark));
}

const hasWord = (folded: string, word: string): boolean =>
  /\p{Script=Han}/u.test(word)
    ? folded.includes(word)
    : ` ${folded.replace(/[^\p{L}]+/gu, ' ')} `.includes(` ${word} `);
