import { type Digest, digest, nameOf } from '../base/digest.ts';
import { HearsayError, messageOf } from '../base/error.ts';
import { chatToText } from './chat.ts';
import { decode } from './decode.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import type { Item, Unreadable } from './item.ts';
import { languageOf } from './language.ts';
import { eyesFor, pictureDanger, sightingToDraft, unseen } from './picture.ts';
import { plainToDraft } from './plain.ts';
import { postsToText, rowsToText } from './posts.ts';
import type { Eyes, Sighting } from './sighting.ts';
import { type Kind, MEDIA_TYPES, sniffBytes, sniffText } from './sniff.ts';
import { rowsOf } from './table.ts';
import type { Text, Voice } from './text.ts';

/** One file as evidence: the item, what can be read in it, and, for a picture, what is seen in it. */
export interface Capture {
  readonly item: Item;
  readonly text: Text | null;
  readonly sighting: Sighting | null;
}

/** What came of reading a file: a draft, a sighting, or the reason why neither. */
interface Outcome {
  readonly kind: Kind | null;
  readonly draft: Draft | null;
  readonly seen: Omit<Sighting, 'item'> | null;
  readonly unreadable: Unreadable | null;
}

const MOST_LETTERS = 50 * 1024 * 1024;
const PICTURES: readonly (Kind | null)[] = ['png', 'jpeg', 'webp', 'gif', 'avif', 'tiff'];

/** Parsers are large, and most piles need few of them: each is loaded when the first file of its kind comes. */
const pdf = () => import('./pdf.ts');
const docx = () => import('./docx.ts');
const html = () => import('./html.ts');
const feed = () => import('./feed.ts');
const mail = () => import('./mail.ts');

/** Bytes in, evidence out. Never throws for bad bytes: they become an item with `unreadable` set. */
export async function capture(bytes: Uint8Array, facts: Facts, eyes: Eyes): Promise<Capture> {
  const name = digest(bytes);
  const outcome = await outcomeOf(bytes, facts, eyes);
  const item = itemOf(facts, name, outcome);
  const sighting = outcome.seen ? { item: item.id, ...outcome.seen } : null;
  return { item, text: outcome.draft && !item.unreadable ? textOf(outcome.draft, item) : null, sighting };
}

async function outcomeOf(bytes: Uint8Array, facts: Facts, eyes: Eyes): Promise<Outcome> {
  if (bytes.length === 0) return refusal(null, 'empty', `${facts.file} is empty; save it again`);
  const kind = sniffBytes(bytes);
  try {
    if (PICTURES.includes(kind)) return await seenOutcome(bytes, kind, facts, eyes);
    if (kind === 'pdf') return read(kind, await (await pdf()).pdfToDraft(bytes, facts.file), facts);
    if (kind === 'docx') return read(kind, await (await docx()).docxToDraft(bytes, facts.file), facts);
    return kind ? unknownType(kind, facts) : await wordsOutcome(bytes, facts);
  } catch (cause) {
    if (cause instanceof HearsayError) return refusal(kind, cause.code, named(facts.file, cause.message));
    return refusal(
      kind,
      'malformed',
      `${facts.file} can't be read (${reasonOf(cause)}); save it again in another format`,
    );
  }
}

async function seenOutcome(bytes: Uint8Array, kind: Kind | null, facts: Facts, eyes: Eyes): Promise<Outcome> {
  const danger = pictureDanger(bytes, facts.file);
  if (danger) return { kind, draft: null, seen: null, unreadable: danger };
  try {
    const seen = await eyes.see(bytes, eyesFor(facts.lang));
    return { kind, seen, draft: sightingToDraft(seen), unreadable: null };
  } catch (cause) {
    return { kind, draft: null, seen: null, unreadable: unseen(cause, facts.file) };
  }
}

async function wordsOutcome(bytes: Uint8Array, facts: Facts): Promise<Outcome> {
  const decoded = decode(bytes);
  if (!decoded) {
    const how = 'its bytes are neither a known file type nor text in a known encoding; save it as UTF-8 text or PDF';
    return refusal(null, 'encoding', `${facts.file}: ${how}`);
  }
  if (decoded.text.length > MOST_LETTERS) {
    const how = `the limit is ${MOST_LETTERS}; split it or keep the part that matters`;
    return refusal('text', 'too-large', `${facts.file} has ${decoded.text.length} characters, ${how}`);
  }
  if (decoded.text.trim() === '')
    return refusal('text', 'empty', `${facts.file} holds only white space; save it again`);
  const kind = sniffText(decoded.text, facts.file);
  return draftedFrom(kind, decoded.text, bytes, facts);
}

async function draftedFrom(kind: Kind, source: string, bytes: Uint8Array, facts: Facts): Promise<Outcome> {
  switch (kind) {
    case 'html':
      return read(kind, (await html()).htmlToDraft(source, facts), facts);
    case 'feed':
      return read(kind, (await feed()).feedToDraft(source, facts.file), facts);
    case 'mail':
      return read(kind, await (await mail()).mailToDraft(bytes), facts);
    case 'json':
    case 'jsonl': {
      const posts = postsToText(source, facts);
      return posts ? read(kind, posts, facts) : unknownType(kind, facts);
    }
    case 'csv': {
      const posts = rowsToText(rowsOf(source), facts);
      return posts ? read(kind, posts, facts) : unknownType(kind, facts);
    }
    case 'markdown':
    case 'text':
      return read(kind, chatToText(source, facts) ?? plainToDraft(source, kind === 'markdown'), facts);
    default:
      return unknownType(kind, facts);
  }
}

const read = (kind: Kind, draft: Draft | null, facts: Facts): Outcome =>
  draft && draft.content.trim() !== ''
    ? { kind, draft, seen: null, unreadable: null }
    : refusal(kind, 'no-text', `${facts.file} holds no words that can be read; save the page or document again`);

const refusal = (kind: Kind | null, code: Unreadable['code'], message: string): Outcome => ({
  ...{ kind, draft: null, seen: null },
  unreadable: { code, message },
});

const ADVICE: Readonly<Partial<Record<Kind, string>>> = {
  svg: 'an SVG drawing, which can hold programs and is never opened; save it as PNG',
  heic: 'a HEIC picture; save it as JPEG or PNG',
  bmp: 'a BMP picture; save it as PNG',
  zip: 'a ZIP of a kind that is not read (a spreadsheet, slides, a book) or too deep in other archives; save it as PDF, DOCX or CSV, or unpack it',
  warc: 'a web archive too deep in other archives; take it out and add it by itself',
  gzip: 'packed with gzip, and no web archive; unpack it and add what is in it',
  csv: 'a table without columns for a text and its author or time; name them so or save the texts as JSONL',
  json: 'JSON of no known shape; export posts as an array of objects with an author, a time and a text',
  jsonl: 'JSONL of no known shape; export posts as one object a line with an author, a time and a text',
  media: 'sound, video or another binary file; add a transcript as text',
};

const unknownType = (kind: Kind, facts: Facts): Outcome =>
  refusal(
    kind,
    'unknown-type',
    `${facts.file} is ${ADVICE[kind] ?? 'of a type that is not read; save it as PDF or text'}`,
  );

/** What a part that does not know the file says, with its name. */
const named = (file: string, message: string): string => (message.includes(file) ? message : `${file}: ${message}`);

const reasonOf = (cause: unknown): string => messageOf(cause).split('\n', 1)[0] ?? '';

/** What the newsroom's sheet says goes before what the file says of itself. */
function itemOf(facts: Facts, name: Digest, { kind, draft, unreadable }: Outcome): Item {
  const { file, captured } = facts;
  return {
    id: nameOf('item', [file, name]),
    file,
    url: facts.url ?? draft?.url ?? null,
    publisher: facts.publisher ?? draft?.publisher ?? null,
    author: facts.author ?? draft?.author ?? null,
    published: facts.published ?? draft?.published ?? null,
    modified: draft?.modified ?? null,
    captured,
    mediaType: kind ? MEDIA_TYPES[kind] : 'application/octet-stream',
    digest: name,
    language: languageOf(draft?.content ?? '', facts.lang, draft?.language ?? null),
    title: draft?.title ?? null,
    note: facts.note ?? draft?.note ?? null,
    unreadable,
  };
}

function textOf(draft: Draft, item: Item): Text {
  const { content, zones, links, credits } = draft;
  const spoken = (voice: Voice): Voice =>
    voice.kind === 'article' || voice.kind === 'document' || (voice.kind === 'mail' && !voice.passedOn)
      ? { ...voice, author: item.author, published: item.published }
      : voice;
  return {
    ...{ id: nameOf('text', [item.file, item.digest]), item: item.id, language: item.language },
    ...{ content, zones, voices: draft.voices.map(spoken), links, credits },
  };
}
