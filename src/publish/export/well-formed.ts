/** Halves of characters give way to U+FFFD: strict readers of JSON (I-JSON, RFC 7493) refuse a document that has one. */
export const wellFormed = (words: string): string => words.replaceAll(/\p{Cs}/gu, '\ufffd');
