const TAG = /<\/?(?:a|p|br|span|div|b|i|em|strong|img|u|s|code|pre|blockquote|ul|ol|li|h\d)\b[^<>]*>/giu;
const ENTITY = /&(?:#(\d{1,7})|#x([\da-f]{1,6})|(amp|lt|gt|quot|apos|nbsp));/giu;
const NAMED: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'", nbsp: ' ' };

/** The words of a post whose platform may hand them out as HTML. Anything that is no known tag stays as written. */
export function plainWords(text: string): string {
  const bare = text.replace(TAG, (tag) => (/^<(?:br|\/p|\/div|\/li|\/h\d)/iu.test(tag) ? '\n' : ''));
  return bare
    .replace(ENTITY, (whole, dec?: string, hex?: string, name?: string) => {
      if (name) return NAMED[name.toLowerCase()] ?? whole;
      const code = dec ? Number(dec) : Number.parseInt(hex ?? '', 16);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : whole;
    })
    .trim();
}
