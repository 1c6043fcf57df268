import { Flaw } from './flaw.ts';

/** Code page 437 from 0x80, the names of zips that don't say UTF-8 (APPNOTE.TXT, appendix D). */
const CP437 =
  'ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{a0}';

/** The text of a name or comment: UTF-8 where the entry says so, code page 437 otherwise. */
export function zipText(bytes: Uint8Array, isUtf8: boolean, at: number): string {
  if (!isUtf8) {
    return [...bytes].map((byte) => (byte < 128 ? String.fromCharCode(byte) : CP437.charAt(byte - 128))).join('');
  }
  try {
    return new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes);
  } catch {
    throw new Flaw('malformed', 'a name is said to be UTF-8 and is not', at, at + bytes.length);
  }
}

/** No file system takes more. */
const MOST_LENGTH = 4096;
const MOST_PARTS = 128;

/** Why a name must not be unpacked, or `null`: it could leave its folder, or mean one thing here and another there. */
export function nameDanger(name: string): string | null {
  if (name === '') return 'an entry has no name';
  if (hasControl(name)) return 'a name holds a control character';
  if (name.includes('\\')) return 'a name holds a backslash';
  if (name.startsWith('/') || /^[A-Za-z]:/u.test(name)) return 'a name is an absolute path';
  const parts = (name.endsWith('/') ? name.slice(0, -1) : name).split('/');
  if (parts.length > MOST_PARTS || name.length > MOST_LENGTH) return 'a name is too long, or lies too deep';
  if (parts.some((part) => part === '..' || part === '.')) return 'a name has a relative part';
  if (parts.some((part) => part === '')) return 'a name has an empty part';
  return null;
}

/** The first name that stands twice (whatever its Unicode form), or is a file and a folder at once; or `null`. */
export function nameClash(names: readonly string[]): string | null {
  const seen = new Set<string>();
  for (const name of names) {
    const form = name.normalize('NFC');
    if (seen.has(form)) return name;
    seen.add(form);
  }
  for (const name of seen) {
    for (let slash = name.indexOf('/'); slash >= 0; slash = name.indexOf('/', slash + 1)) {
      if (seen.has(name.slice(0, slash))) return name;
    }
  }
  return null;
}

const hasControl = (text: string): boolean => {
  for (let at = 0; at < text.length; at++) {
    const unit = text.charCodeAt(at);
    if (unit < 32 || unit === 127) return true;
  }
  return false;
};
