import type { Draft } from './draft.ts';
import type { Voice, Zone } from './text.ts';

/** One post, message or comment as its carrier gives it. */
export interface Post {
  readonly kind: Voice['kind'];
  readonly author: string | null;
  /** Its time as written in the source. */
  readonly stamp: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly passedOn: boolean;
  readonly attachments: readonly string[];
  /** True where the post stands beside the item's own matter (comments below a post on a page). */
  readonly aside?: boolean;
}

/** A line of the page that is nobody's post: a title or a note. */
export interface Notice {
  readonly kind: 'title' | 'metadata';
  readonly text: string;
}

/** Lays posts out one below the other: a header line of who and when, then the words, verbatim. */
export function layOut(notices: readonly Notice[], posts: readonly Post[], title: string | null): Draft {
  const parts: string[] = [];
  const zones: Zone[] = [];
  const voices: Voice[] = [];
  let at = 0;
  const put = (text: string): { start: number; end: number } => {
    const span = { start: at, end: at + text.length };
    parts.push(text);
    at = span.end;
    return span;
  };
  for (const notice of notices) {
    zones.push({ kind: notice.kind, ...put(notice.text) });
    put('\n');
  }
  for (const post of posts) {
    if (at > 0) put('\n');
    const header = [post.author, post.stamp].filter(Boolean).join(' · ');
    if (header) zones.push({ kind: 'metadata', ...put(header) });
    if (header) put('\n');
    const span = put(post.text);
    voices.push(...voicesOf(post, span.start));
    if (post.aside && post.text) zones.push({ kind: 'comment', ...span });
    zones.push(...markedZones(post, span.start));
    put('\n');
  }
  return { content: parts.join(''), zones, voices, links: [], credits: [], ...about(posts), title };
}

const FORWARDED_CHAIN = /\/\/@[^\s:：@]{1,40}[:：]/u;

/** A repost chain ("mine//@other: theirs") is two voices: one's own words, and those passed on. */
function voicesOf(post: Post, start: number): Voice[] {
  const { kind, author, published, passedOn, attachments } = post;
  const end = start + post.text.length;
  const cut = FORWARDED_CHAIN.exec(post.text)?.index;
  const voice = { kind, author, published, attachments };
  if (cut === undefined || passedOn) return [{ ...voice, start, end, passedOn }];
  const theirs = { ...voice, start: start + cut, end, passedOn: true, attachments: [] };
  const own = post.text.slice(0, cut).trimEnd().length;
  return own === 0 ? [{ ...theirs, attachments }] : [{ ...voice, start, end: start + own, passedOn: false }, theirs];
}

/** "[attachment: x.png 184 KB]" is the platform's word, not the author's. */
function markedZones(post: Post, start: number): Zone[] {
  return [...post.text.matchAll(/\[attachment:[^\]\n]{1,300}\]/giu)].map((match) => ({
    kind: 'metadata' as const,
    start: start + match.index,
    end: start + match.index + match[0].length,
  }));
}

function about(posts: readonly Post[]): Omit<Draft, 'content' | 'zones' | 'voices' | 'links' | 'credits' | 'title'> {
  const main = posts.filter((post) => post.kind === 'post' && !post.passedOn);
  const only = main.length === 1 ? main[0] : undefined;
  return {
    author: only?.author ?? null,
    published: only?.published ?? null,
    modified: null,
    publisher: null,
    url: null,
    language: null,
  };
}
