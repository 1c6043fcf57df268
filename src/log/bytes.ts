import { fromBase64, toBase64 } from '../base/base64.ts';

/** Bytes of base64 in its one canonical form (RFC 4648, section 4, padded, spare bits zero), else undefined. */
export function strictBase64(text: string): Uint8Array | undefined {
  if (text.length % 4 !== 0 || !/^[A-Za-z0-9+/]*={0,2}$/u.test(text)) return undefined;
  const bytes = fromBase64(text);
  return toBase64(bytes) === text ? bytes : undefined;
}

/** A whole number from 0 to 2^53-1 in decimal digits without leading zeros, else undefined. */
export function strictDecimal(text: string): number | undefined {
  if (!/^(?:0|[1-9][0-9]{0,15})$/u.test(text)) return undefined;
  const number = Number(text);
  return Number.isSafeInteger(number) ? number : undefined;
}

const strictUtf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });
const encoder = new TextEncoder();

/** Bytes as text, or undefined where they are not valid UTF-8. A byte order mark stays. */
export function strictText(bytes: Uint8Array): string | undefined {
  try {
    return strictUtf8.decode(bytes);
  } catch {
    return undefined;
  }
}

/** Text as UTF-8. */
export const utf8 = (text: string): Uint8Array => encoder.encode(text);

/** Whether a text has no half of a surrogate pair, so that UTF-8 can write it. */
export const isWellFormed = (text: string): boolean => !/\p{Surrogate}/u.test(text);
