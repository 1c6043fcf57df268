import { parseFeed } from 'feedsmith';
import { HearsayError } from '../base/error.ts';
import { takeApart } from './blocks.ts';
import { Composer } from './composer.ts';
import { wordsOf } from './dom.ts';
import type { Draft } from './draft.ts';
import { parsePage } from './page.ts';
import { dateOf } from './page-facts.ts';

interface Entry {
  readonly title: string | null;
  readonly author: string | null;
  readonly published: string | null;
  readonly html: string;
  readonly link: string | null;
}

type Fields = Readonly<Record<string, unknown>>;

/** An RSS, RDF or Atom feed: each entry a voice of its own. Throws a HearsayError where it is no feed. */
export function feedToDraft(source: string, file: string): Draft | null {
  const { title, language, entries } = read(source, file);
  const composer = new Composer();
  if (title) composer.add(title, 'title');
  for (const entry of entries) addEntry(composer, entry);
  return composer.content === '' ? null : composer.draft({ title, publisher: title, language });
}

function read(source: string, file: string): { title: string | null; language: string | null; entries: Entry[] } {
  try {
    const { feed } = parseFeed(source) as { feed: Fields };
    const rows = (feed['items'] ?? feed['entries'] ?? []) as readonly Fields[];
    return { title: textOf(feed['title']), language: textOf(feed['language']), entries: rows.map(entryOf) };
  } catch (cause) {
    throw new HearsayError('malformed', `${file} is a broken feed; save it again or save the pages it lists`, {
      cause,
    });
  }
}

function entryOf(row: Fields): Entry {
  const dc = row['dc'] as Fields | undefined;
  const authors = [row['authors'], row['author'], dc?.['creators'], dc?.['creator']].flat();
  const links = [row['link'], row['links']].flat();
  const content = (row['content'] as Fields | undefined)?.['encoded'] ?? row['content'];
  return {
    title: textOf(row['title']),
    author: authors.map(textOf).find(Boolean) ?? null,
    published: [row['pubDate'], row['published'], row['updated']].map(dateOf).find(Boolean) ?? null,
    html: textOf(content) ?? textOf(row['description']) ?? textOf(row['summary']) ?? '',
    link: links.map(textOf).find(Boolean) ?? null,
  };
}

/** A text construct is a string or an object that holds one, whatever the dialect. */
function textOf(value: unknown): string | null {
  if (typeof value === 'string') return value.trim() || null;
  if (value === null || typeof value !== 'object') return null;
  const fields = value as Fields;
  return [fields['value'], fields['name'], fields['href']].map(textOf).find(Boolean) ?? null;
}

function addEntry(composer: Composer, { title, author, published, html, link }: Entry): void {
  const start = composer.next;
  const heading = title ? wordsOf(parsePage(title).body) : '';
  if (heading) composer.add(heading, 'title', link ? [{ start: 0, end: heading.length, href: link }] : []);
  const document = parsePage(html);
  for (const block of document.body ? takeApart(document.body).blocks : []) {
    if (block.text !== heading) composer.add(block.text, 'body', block.links);
  }
  const end = composer.content.length;
  if (end <= start) return;
  const attachments = link ? [link] : [];
  composer.voices.push({ start, end, kind: 'post', author, published, passedOn: false, attachments });
}
