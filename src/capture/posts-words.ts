const TAG = /<\/?(?:a|p|br|span|div|b|i|em|strong|img|u|s|code|pre|blockquote|ul|ol|li|h\d)\b[^<>]*>/giu;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/giu;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a post whose platform may hand them out as HTML. Anything that is no known tag stays as written. */
export function plainWords(raw: string): string {
  const text = unmangled(raw);
  const bare = text.replace(TAG, (tag) => (/^<(?:br|\/p|\/div|\/li|\/h\d)/iu.test(tag) ? '\n' : ''));
  return bare
    .replace(ENTITY, (whole, dec?: string, hex?: string, name?: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = dec ? Number(dec) : Number.parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}

/** Account archives of Meta write each byte of UTF-8 as a character of its own: those are read as the bytes they are. */
export function unmangled(text: string): string {
  if (!/[\u00c2-\u00f4][\u0080-\u00bf]/u.test(text) || /[\u0100-\uffff]/u.test(text)) return text;
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(Uint8Array.from(text, (one) => one.charCodeAt(0)));
  } catch {
    return text;
  }
}
