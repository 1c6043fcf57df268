/** Marks that turn, join or hide other characters: no reader sees them, and they can make words read as others (UTS #55). */
const UNSEEN = /[\u00ad\u061c\u180e\u200b\u200e\u200f\u202a-\u202e\u2060-\u2069\ufeff]/gu;
/** Joiners belong in emoji and in some scripts; between these letters they only hide a word from a search. */
const JOINER = /(?<=[\p{Script=Latin}\p{Script=Han}\p{Script=Cyrillic}])[\u200c\u200d]+(?=\p{L})/gu;

/** Words as a reader sees them: no control characters, no turned or hidden ones, no towers of accents. */
export const visible = (words: string): string =>
  words
    .replaceAll(/[^\P{Cc}\t\n\r]/gu, '')
    .replaceAll(UNSEEN, '')
    .replaceAll(JOINER, '')
    .replaceAll(/(\p{M}{4})\p{M}+/gu, '$1');
