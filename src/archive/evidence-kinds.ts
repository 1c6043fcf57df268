import type { Reading } from './found.ts';

/** What decides whether a captured thing is an item. */
export interface Candidate {
  readonly url: string;
  /** As the server or the record says, in lower case, without parameters. */
  readonly mediaType: string | null;
  readonly bytes: Uint8Array;
  /** A response of a server; else somebody put it there on purpose, however small it is. */
  readonly isResponse: boolean;
  /** What the browser wanted it for (`Sec-Fetch-Dest`), where the request was kept. */
  readonly wanted: string | null;
}

interface Rule {
  readonly types: RegExp;
  /** A response of fewer bytes is no item: markers, pixels, icons, parts of sprites. */
  readonly least: number;
  /** Why none of these is an item; `null` where they are. */
  readonly why: string | null;
}

const SMALL = 'a picture too small to show something';
const PROGRAM = 'the looks or programs of a page';
const TALK = 'what programs say to each other';

/** The first rule that fits decides. Sizes: icons and sprites are rarely larger, photographs rarely smaller. */
const RULES: readonly Rule[] = [
  { types: /^(?:text\/html|application\/xhtml\+xml)$/u, least: 256, why: null },
  { types: /^application\/pdf$/u, least: 1, why: null },
  { types: /^text\/(?:plain|markdown|csv|tab-separated-values)$/u, least: 64, why: null },
  { types: /^application\/(?:rss|atom|rdf)\+xml$/u, least: 1, why: null },
  { types: /^message\/(?:rfc822|global)$/u, least: 1, why: null },
  { types: /^application\/(?:vnd\.openxmlformats-|vnd\.oasis\.|msword|vnd\.ms-|rtf)/u, least: 1, why: null },
  { types: /^application\/(?:zip|x-zip-compressed|warc|wacz|gzip)$/u, least: 1, why: null },
  { types: /^image\/(?:svg\+xml|x-icon|vnd\.microsoft\.icon)$/u, least: 0, why: 'a drawing or an icon' },
  { types: /^image\/gif$/u, least: 24_000, why: null },
  { types: /^image\/(?:webp|avif)$/u, least: 4_000, why: null },
  { types: /^image\//u, least: 8_000, why: null },
  { types: /^(?:audio|video)\//u, least: 0, why: 'sound or video' },
  {
    types: /^(?:text\/css|font\/|application\/(?:font|x-font|vnd\.ms-fontobject|wasm|manifest))/u,
    least: 0,
    why: PROGRAM,
  },
  { types: /^(?:text|application)\/(?:x-)?(?:java|ecma)script$/u, least: 0, why: PROGRAM },
];

/** What a crawler makes of a page by itself: the page is in the archive, and counts once. */
const MADE = /^urn:(?:thumbnail|view|fullPage|text|pageinfo|page|log|metadata)[:-]/iu;
/** Files that sites keep for programs at known places. */
const FOR_PROGRAMS =
  /^https?:\/\/[^/]+\/(?:\.well-known\/|(?:robots|ads|app-ads|sellers|humans|llms)\.(?:txt|json)$)/iu;
/** Where a browser wants HTML for something other than to show it as a page. */
const PARTS = new Set([
  'iframe',
  'frame',
  'embed',
  'object',
  'empty',
  'script',
  'style',
  'image',
  'font',
  'fencedframe',
]);

/** Why a captured thing is no item, or `null` where it is one. */
export function whyLeft(of: Candidate, reading: Reading): string | null {
  if (of.bytes.length === 0) return 'nothing was sent';
  if (MADE.test(of.url)) return 'what a crawler made of a page';
  if (FOR_PROGRAMS.test(of.url)) return TALK;
  const type = typeOf(of);
  if (/^application\/(?:[\w.-]+\+)?(?:json|jsonl|x-ndjson|x-jsonlines|ld\+json)$/u.test(type))
    return reading.isPosts(of.bytes) ? null : TALK;
  if (/^(?:text|application)\/xml$/u.test(type)) return isFeed(of.bytes) ? null : TALK;
  const rule = RULES.find(({ types }) => types.test(type));
  if (!rule) return 'of a type that is not read';
  if (rule.why !== null) return rule.why;
  if (of.isResponse && of.bytes.length < rule.least)
    return type.startsWith('image/') ? SMALL : 'too little to say something';
  const isPart = of.wanted !== null && PARTS.has(of.wanted) && /^text\//u.test(type);
  return isPart ? 'a part of another page' : null;
}

/** Signatures of what servers send without a type, or as plain bytes (WHATWG MIME Sniffing Standard). */
const MAGIC: readonly (readonly [type: string, start: string])[] = [
  ['application/pdf', '%PDF-'],
  ['image/jpeg', '\xff\xd8\xff'],
  ['image/png', '\x89PNG\r\n'],
  ['image/gif', 'GIF8'],
  ['application/zip', 'PK\x03\x04'],
];

/** The declared type, or the one that the first bytes show. */
export function typeOf({ mediaType, bytes }: Pick<Candidate, 'mediaType' | 'bytes'>): string {
  if (mediaType !== null && !/^(?:application\/(?:octet-stream|unknown)|binary\/octet-stream)$/u.test(mediaType))
    return mediaType;
  const head = headOf(bytes);
  if (/^\s{0,200}<(?:!doctype html|html)[\s>]/iu.test(head)) return 'text/html';
  return MAGIC.find(([, start]) => head.startsWith(start))?.[0] ?? mediaType ?? 'application/octet-stream';
}

const isFeed = (bytes: Uint8Array): boolean => /<(?:rss|feed|rdf:RDF|html)[\s>]/iu.test(headOf(bytes));
const headOf = (bytes: Uint8Array): string => String.fromCharCode(...bytes.subarray(0, 1024));
