/** Characters that markup names: those by which letters of a name could be written or kept apart. */
export const NAMED_CHARACTERS: Readonly<Record<string, string>> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  apos: "'",
  nbsp: ' ',
  shy: '',
};

/** The character of a code point; null where there is none. */
export const characterOf = (code: number): string | null =>
  code > 0 && code < 0x110000 ? String.fromCodePoint(code) : null;

/** The bytes that pairs of hexadecimal digits stand for, whatever else stands between them. */
export const bytesInHex = (words: string): Uint8Array =>
  Uint8Array.from(words.match(/[0-9a-f]{2}/giu) ?? [], (one) => Number.parseInt(one, 16));
