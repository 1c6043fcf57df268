import type { Text } from '../capture/text.ts';
import type { Placed } from './ledger.ts';

/** At most this much of what pictures show is compared. */
const MOST = 50_000;
const QUOTED = /[“"「『]([^“”"「」『』\n]{4,160})[”"」』]/gu;

/** The words that some texts hold, squeezed for comparison. */
export const squeezedWords = (texts: readonly (Text | undefined)[]): string =>
  texts
    .map((text) => squeeze(text?.content ?? ''))
    .join('\n')
    .slice(0, MOST);

/** Whether words hold, between quotation marks or as a whole, at least a clause of what pictures show. */
export function quotesFrom(seen: string, words: string): boolean {
  if (seen.length < 10) return false;
  return [words, ...[...words.slice(0, 100_000).matchAll(QUOTED)].map(([, inner]) => inner ?? '')].some((part) => {
    const bare = squeeze(part.slice(0, 400));
    return bare.length >= (/\p{Script=Han}/u.test(bare) ? 6 : 14) && seen.includes(bare);
  });
}

/**
 * Tells which statements only pass on what a chat screenshot of the case shows: told by somebody unproven,
 * or put into a person's mouth, in the very words of the picture.
 */
export function takenFromChats(texts: readonly Text[]): (one: Placed) => boolean {
  const chats = squeezedWords(texts.filter((text) => text.voices.some((voice) => voice.kind === 'screen')));
  return (one) =>
    one.source.kind !== 'named-body' &&
    (one.class === 'say' || one.class === 'allege' || one.class === 'hearsay') &&
    quotesFrom(chats, one.quote);
}

const squeeze = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
