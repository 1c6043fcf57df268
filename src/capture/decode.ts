import { likelyEncoding, likelyWide } from './likely-encoding.ts';

/** Bytes as words, with the name of the encoding that was used; `null` where the bytes are no text. */
export interface Decoded {
  readonly text: string;
  readonly encoding: string;
}

/**
 * Bytes → string: byte order mark, UTF-16 by its zero bytes, strict UTF-8, the encoding the file declares, then the
 * encoding in which they read as words; a nearly sound UTF-8 keeps its few broken bytes as U+FFFD.
 */
export function decode(bytes: Uint8Array): Decoded | null {
  const marked = byMark(bytes) ?? byZeroBytes(bytes);
  if (marked) return marked;
  if (looksBinary(bytes)) {
    const wide = likelyWide(bytes);
    return wide ? decoded(bytes, wide, true) : null;
  }
  const strict = decoded(bytes, 'utf-8', true);
  if (strict) return strict;
  const declared = declaredEncoding(bytes);
  if (declared && !/^utf-?(?:8|16)/i.test(declared)) {
    const text = decoded(bytes, declared, false);
    if (text && brokenShare(text.text) < 0.02) return text;
  }
  const lax = decoded(bytes, 'utf-8', false);
  if (lax && brokenShare(lax.text) < 0.005) return lax;
  return byLikelihood(bytes) ?? (lax && brokenShare(lax.text) < 0.05 ? lax : null);
}

function byMark(bytes: Uint8Array): Decoded | null {
  const [a, b, c] = bytes;
  if (a === 0xef && b === 0xbb && c === 0xbf) return decoded(bytes.subarray(3), 'utf-8', false);
  if (a === 0xff && b === 0xfe) return decoded(bytes.subarray(2), 'utf-16le', false);
  if (a === 0xfe && b === 0xff) return decoded(bytes.subarray(2), 'utf-16be', false);
  return null;
}

/** UTF-16 without a mark: Latin letters, digits, spaces and line ends leave zeros at every second byte. */
function byZeroBytes(bytes: Uint8Array): Decoded | null {
  if (bytes.length < 4 || bytes.length % 2 !== 0) return null;
  const head = bytes.subarray(0, 4096);
  let even = 0;
  let odd = 0;
  for (let i = 0; i + 1 < head.length; i += 2) {
    if (head[i] === 0 && head[i + 1] !== 0) even++;
    if (head[i] !== 0 && head[i + 1] === 0) odd++;
  }
  const [more, less] = even > odd ? [even, odd] : [odd, even];
  if (more < 2 || more < (head.length / 2) * 0.02 || less * 20 > more) return null;
  const text = decoded(bytes, even > odd ? 'utf-16be' : 'utf-16le', true);
  return text && controlShare(text.text) < 0.01 ? text : null;
}

const looksBinary = (bytes: Uint8Array): boolean => {
  const head = bytes.subarray(0, 65_536);
  let controls = 0;
  for (const byte of head) if (byte === 0 || (byte < 32 && ![9, 10, 12, 13, 27].includes(byte))) controls++;
  return controls > head.length * 0.01;
};

/** What an HTML `meta` or an XML declaration in the first bytes says (HTML Standard, "prescan a byte stream"). */
function declaredEncoding(bytes: Uint8Array): string | null {
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 2048));
  const found =
    /<meta\b[^>]{0,200}?charset\s{0,3}=\s{0,3}["']?([\w.:-]{2,30})/i.exec(head) ??
    /^\s{0,20}<\?xml\b[^>]{0,200}?encoding\s{0,3}=\s{0,3}["']([\w.:-]{2,30})/i.exec(head);
  return found?.[1] ?? null;
}

/** The encoding in which the bytes read as words of a script, else windows-1252 where high bytes stand alone. */
function byLikelihood(bytes: Uint8Array): Decoded | null {
  const likely = likelyEncoding(bytes);
  if (likely) return decoded(bytes, likely, false);
  const western = decoded(bytes, 'windows-1252', false);
  if (!western) return null;
  const high = count(western.text, /[^\p{ASCII}]/gu);
  const words = count(western.text, /[\p{L}’‘“”–—…•©®°€£«»¿¡ºª]/gu);
  return high < words * 0.2 && controlShare(western.text) < 0.001 ? western : null;
}

function decoded(bytes: Uint8Array, encoding: string, fatal: boolean): Decoded | null {
  try {
    return { text: new TextDecoder(encoding, { fatal }).decode(bytes), encoding };
  } catch {
    return null;
  }
}

const count = (text: string, what: RegExp): number => {
  let found = 0;
  for (const _ of text.matchAll(what)) found++;
  return found;
};

const brokenShare = (text: string): number => count(text, /\ufffd/g) / Math.max(1, text.length);

const controlShare = (text: string): number =>
  // biome-ignore lint/suspicious/noControlCharactersInRegex: control characters are what tells binary from text
  count(text, /[\u0000-\u0008\u000e-\u001a\u001c-\u001f]/g) / Math.max(1, text.length);
