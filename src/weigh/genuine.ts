import table from './lexicon/genuine.json' with { type: 'json' };

/** Longer than this, words speak of more than whether an artefact is what it seems. */
const LONGEST = 420;

/** The kind of artefact of which words ask whether it is what it seems to be: `chat`, `recording`; null where they don't. */
export function artefactAsked(words: string): string | null {
  if (words.length > LONGEST || !ASKS.test(words) || ONE.test(words)) return null;
  return ARTEFACTS.find(([, names]) => names.test(words))?.[0] ?? null;
}

/** Whether words leave it open: "could not verify", 正在鉴定. They stand on no side. */
export const leavesOpen = (words: string): boolean => OPEN.test(words);

/** Any of some phrases; where they must be whole, Latin ones as words. */
function anyOf(phrases: readonly string[], whole = false): RegExp {
  const ways = phrases.map((phrase) =>
    whole && !/\p{Script=Han}/u.test(phrase) ? `(?<!\\p{L})${phrase}(?!\\p{L})` : phrase,
  );
  return new RegExp(ways.join('|'), 'iu');
}

const ASKS = anyOf(table.asks);
const OPEN = anyOf(table.open);
const ONE = anyOf(table.one);
const ARTEFACTS = Object.entries(table.artefacts).map(([kind, names]) => [kind, anyOf(names, true)] as const);
