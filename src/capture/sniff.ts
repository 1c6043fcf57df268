/** What the bytes are, whatever the file is called. */
export type Kind =
  | 'png'
  | 'jpeg'
  | 'webp'
  | 'gif'
  | 'heic'
  | 'avif'
  | 'tiff'
  | 'bmp'
  | 'svg'
  | 'pdf'
  | 'docx'
  | 'zip'
  | 'warc'
  | 'gzip'
  | 'media'
  | 'html'
  | 'feed'
  | 'mail'
  | 'json'
  | 'jsonl'
  | 'markdown'
  | 'csv'
  | 'text';

/** The media type by which outputs name a kind. */
export const MEDIA_TYPES: Readonly<Record<Kind, string>> = {
  png: 'image/png',
  jpeg: 'image/jpeg',
  webp: 'image/webp',
  gif: 'image/gif',
  heic: 'image/heic',
  avif: 'image/avif',
  tiff: 'image/tiff',
  bmp: 'image/bmp',
  svg: 'image/svg+xml',
  pdf: 'application/pdf',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
  zip: 'application/zip',
  warc: 'application/warc',
  gzip: 'application/gzip',
  media: 'application/octet-stream',
  html: 'text/html',
  feed: 'application/xml',
  mail: 'message/rfc822',
  json: 'application/json',
  jsonl: 'application/jsonl',
  markdown: 'text/markdown',
  csv: 'text/csv',
  text: 'text/plain',
};

/** Signatures at offset 0 (WHATWG MIME Sniffing Standard, § 6). */
const MAGIC: readonly (readonly [Kind, string])[] = [
  ['png', '\x89PNG\r\n\x1a\n'],
  ['jpeg', '\xff\xd8\xff'],
  ['gif', 'GIF87a'],
  ['gif', 'GIF89a'],
  ['bmp', 'BM'],
  ['tiff', 'II*\0'],
  ['tiff', 'MM\0*'],
  ['gzip', '\x1f\x8b'],
  ['zip', 'PK\x03\x04'],
  ['zip', 'PK\x05\x06'],
  ['warc', 'WARC/1.'],
  ['media', 'OggS'],
  ['media', 'ID3'],
  ['media', 'fLaC'],
  ['media', '\x1aE\xdf\xa3'],
];

/** The kind of a binary format by its signature; `null` where only the words can tell. */
export function sniffBytes(bytes: Uint8Array): Kind | null {
  const head = String.fromCharCode(...bytes.subarray(0, 1024));
  if (head.startsWith('RIFF')) return head.slice(8, 12) === 'WEBP' ? 'webp' : 'media';
  if (head.slice(4, 8) === 'ftyp') return brandOf(head.slice(8, 12));
  const found =
    MAGIC.find(([kind, magic]) => head.startsWith(magic) && (kind !== 'bmp' || bytes[5] === 0))?.[0] ?? null;
  // A PDF may have a little before it (ISO 32000-1, annex H.3.4.1), but what begins as a picture is one.
  if (found === null && /^[\s\S]{0,1000}?%PDF-\d/.test(head) && !/^\s*</.test(head)) return 'pdf';
  return found === 'zip' && isWord(bytes) ? 'docx' : found;
}

const brandOf = (brand: string): Kind =>
  /^avi[fs]/.test(brand) ? 'avif' : /^(?:hei[cx]|hev[cx]|mif1|msf1)/.test(brand) ? 'heic' : 'media';

/** The names in a zip's local headers and directory stand uncompressed, so the folder `word/` shows (ECMA-376 part 2). */
function isWord(bytes: Uint8Array): boolean {
  const ends = [bytes.subarray(0, 65_536), bytes.subarray(Math.max(0, bytes.length - 65_536))];
  return ends.some((part) => new TextDecoder('latin1').decode(part).includes('word/document.xml'));
}

const MAIL_HEADER =
  /^(?:from|to|cc|date|subject|message-id|received|return-path|mime-version|delivered-to|reply-to|content-type|dkim-signature|x-[\w-]{1,40}):/i;

/** The kind of a text by its words; the file name only parts Markdown and CSV from plain text. */
export function sniffText(text: string, file: string): Kind {
  const head = text
    .slice(0, 8192)
    .replace(/^\ufeff/, '')
    .trimStart();
  const extension = /\.([a-z0-9]{1,8})$/i.exec(file)?.[1]?.toLowerCase() ?? '';
  if (
    /^(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[\s\S]{0,2000}?-->\s{0,100})?(?:<!DOCTYPE svg[^>]{0,500}>\s{0,100})?<svg[\s>]/i.test(
      head,
    )
  )
    return 'svg';
  if (
    /^(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<\?[^>]{0,300}>\s{0,100}|<!--[\s\S]{0,2000}?-->\s{0,100}){0,5}<(?:rss|feed|rdf:RDF)[\s>]/i.test(
      head,
    )
  )
    return 'feed';
  if (isHtml(head, extension)) return 'html';
  if (isMail(head)) return 'mail';
  if (/^[[{]/.test(head)) return jsonKind(text, extension);
  // Account archives of X are scripts that assign one value.
  if (/^window\.[\w.]{1,80}\s{0,3}=\s{0,3}[[{]/.test(head)) return 'json';
  if (extension === 'md' || extension === 'markdown') return 'markdown';
  return extension === 'csv' || extension === 'tsv' ? 'csv' : 'text';
}

const isHtml = (head: string, extension: string): boolean =>
  /^(?:<\?xml[^>]{0,200}>\s{0,100})?(?:<!--[\s\S]{0,2000}?-->\s{0,100})*<(?:!doctype\s+html|html|head|body|title|meta|script|div|table|article|main|section|h1|p)\b/i.test(
    head,
  ) ||
  (/^html?$|^xhtml$/.test(extension) && /<\/?[a-z][a-z0-9]{0,10}[\s>]/i.test(head)) ||
  (/<(?:html|body)[\s>]/i.test(head.slice(0, 2000)) && /<\/?(?:p|div|head|body|table)[\s>]/i.test(head));

/** At least two header fields from the first line on, one of them a sender or a date (RFC 5322). */
function isMail(head: string): boolean {
  const lines = head.split(/\r?\n/, 40);
  if (/^From \S/.test(lines[0] ?? '')) lines.shift();
  if (!MAIL_HEADER.test(lines[0] ?? '')) return false;
  const end = lines.indexOf('');
  const fields = (end < 0 ? lines : lines.slice(0, end)).filter((line) => /^[\w-]{1,60}:/.test(line));
  return (
    fields.filter((line) => MAIL_HEADER.test(line)).length >= 2 &&
    fields.some((line) => /^(?:from|date|received):/i.test(line))
  );
}

function jsonKind(text: string, extension: string): Kind {
  if (extension === 'jsonl' || extension === 'ndjson') return 'jsonl';
  if (extension === 'json' || isJson(text)) return 'json';
  return isJson(text.trimStart().split('\n', 1)[0] ?? '') ? 'jsonl' : 'text';
}

function isJson(text: string): boolean {
  try {
    return typeof JSON.parse(text) === 'object';
  } catch {
    return false;
  }
}
