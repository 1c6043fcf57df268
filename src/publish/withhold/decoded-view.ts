import { fromBase64 } from '../../base/base64.ts';
import { bytesInHex, characterOf, NAMED_CHARACTERS } from './characters.ts';
import { domainToUnicode } from './punycode.ts';

/** Words as they are read once what is encoded in them is decoded, each unit with the stretch that it was written as. */
export interface DecodedView {
  readonly words: string;
  readonly from: Int32Array;
  readonly to: Int32Array;
}

/** What some code stands for; null where it stands for nothing that could be read. */
type Decode = (code: string) => string | null;

/** How an address, a page, a program or a mail writes letters with other letters; twice over where it is done twice. */
const CODES: readonly { readonly sign: RegExp; readonly code: RegExp; readonly decode: Decode }[] = [
  // A whole page is taken apart by who looks at pages.
  { sign: /^(?![\s\S]{0,200}<(?:html|\?xml)\b)[\s\S]*?</iu, code: /<[^<>]{1,2000}>/gu, decode: () => '' },
  { sign: /&/u, code: /&(?:#x[0-9a-f]{1,6}|#\d{1,7}|[a-z]{2,6});/giu, decode: entity },
  { sign: /\\[ux0-7]/u, code: /\\(?:u\{[0-9a-f]{1,6}\}|u[0-9a-f]{4}|x[0-9a-f]{2})/giu, decode: unicode },
  { sign: /%[0-9a-f]{2}/iu, code: /(?:%(?:25)?[0-9a-f]{2})+/giu, decode: percent },
  { sign: /=\r?\n/u, code: /=\r?\n/gu, decode: () => '' },
  { sign: /=[0-9A-F]{2}/u, code: /(?:=[0-9A-F]{2})+/gu, decode: percent },
  { sign: /xn--/iu, code: /(?:[\w-]+\.)*xn--[\w.-]+/giu, decode: domainToUnicode },
  { sign: /[A-Za-z0-9+/_-]{16}/u, code: /[A-Za-z0-9+/_-]{16,}={0,2}/gu, decode: hidden },
];

/** Some words decoded; null where nothing in them is encoded. Linear in the words. */
export function decodedView(words: string): DecodedView | null {
  let view: DecodedView | null = null;
  for (const { sign, code, decode } of CODES)
    if (sign.test(view?.words ?? words)) view = decodedOnce(view ?? plainView(words), code, decode);
  return view === null || view.words === words ? null : view;
}

function plainView(words: string): DecodedView {
  const [from, to] = [new Int32Array(words.length), new Int32Array(words.length)];
  for (let at = 0; at < words.length; at++) {
    from[at] = at;
    to[at] = at + 1;
  }
  return { words, from, to };
}

/** No code is shorter than what it stands for, so the places fit in as many units as there were. */
function decodedOnce(view: DecodedView, code: RegExp, decode: Decode): DecodedView {
  const { length } = view.words;
  const [from, to] = [new Int32Array(length), new Int32Array(length)];
  const parts: string[] = [];
  let [last, size] = [0, 0];
  const keep = (until: number): void => {
    parts.push(view.words.slice(last, until));
    from.set(view.from.subarray(last, until), size);
    to.set(view.to.subarray(last, until), size);
    size += until - last;
  };
  for (const match of view.words.matchAll(code)) {
    const plain = decode(match[0]);
    if (plain === null || plain === match[0] || plain.length > match[0].length) continue;
    const end = match.index + match[0].length;
    keep(match.index);
    parts.push(plain);
    from.fill(view.from[match.index] ?? 0, size, size + plain.length);
    to.fill(view.to[end - 1] ?? 0, size, size + plain.length);
    size += plain.length;
    last = end;
  }
  keep(length);
  return { words: parts.join(''), from: from.subarray(0, size), to: to.subarray(0, size) };
}

function entity(code: string): string | null {
  const body = code.slice(1, -1).toLowerCase();
  if (!body.startsWith('#')) return NAMED_CHARACTERS[body] ?? null;
  return characterOf(body.startsWith('#x') ? Number.parseInt(body.slice(2), 16) : Number(body.slice(1)));
}

function unicode(code: string): string | null {
  return characterOf(Number.parseInt(code.replaceAll(/[^0-9a-f]/giu, ''), 16));
}

/** Bytes written in hexadecimal, whatever stands before each: UTF-8, or else what Chinese addresses were written in. */
function percent(code: string): string | null {
  const twice = code.replaceAll(/%25(?=[0-9a-f]{2})/giu, '%');
  return textOf(bytesInHex(twice), 'gb18030');
}

/** A run of base64 or of hexadecimal digits that holds words; a digest holds none. */
function hidden(run: string): string | null {
  const bytes = /^(?:[0-9a-f]{2})+$/iu.test(run)
    ? bytesInHex(run)
    : fromBase64(run.replaceAll('-', '+').replaceAll('_', '/'));
  const text = textOf(bytes, null);
  return text === null || /[^\P{Cc}\t\n\r]/u.test(text) ? null : text;
}

function textOf(bytes: Uint8Array, other: string | null): string | null {
  for (const encoding of ['utf-8', ...(other === null ? [] : [other])])
    try {
      return new TextDecoder(encoding, { fatal: true }).decode(bytes);
    } catch {
      // Not written in this one.
    }
  return null;
}
