import type { Draft } from './draft.ts';
import { type Part, partsOf } from './post-chain.ts';
import type { Relation, Voice, Zone } from './text.ts';

/** One post, message or comment as its carrier gives it. */
export interface Post {
  readonly kind: Voice['kind'];
  /** Whose words they are: of a repost, the original's author, not who reposted it. */
  readonly author: string | null;
  /** Its time as written in the source. */
  readonly stamp: string | null;
  readonly published: string | null;
  readonly text: string;
  readonly passedOn: boolean;
  readonly attachments: readonly string[];
  readonly relation?: Relation;
  /** When it was passed on, as written in the source. */
  readonly byStamp?: string | null;
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
    for (const header of headersOf(post)) {
      zones.push({ kind: 'metadata', ...put(header) });
      put('\n');
    }
    const span = put(post.text);
    const chain = partsOf(post.text);
    voices.push(...chain.map((part) => voiceOf(post, part, span.start)));
    if (post.aside && post.text) zones.push({ kind: 'comment', ...span });
    zones.push(...marksOf(post, chain, span.start));
    put('\n');
  }
  return { content: parts.join(''), zones, voices, links: [], credits: [], ...about(posts), title };
}

/** Who passed a post on, and when; then whose it is. */
const headersOf = ({ author, stamp, relation, byStamp }: Post): string[] => {
  const line = (who: string | null, when: string | null): string => [who, when].filter(Boolean).join(' · ');
  const passer = relation && relation.kind !== 'quote' ? relation.by : null;
  return [passer === null ? '' : line(passer, byStamp ?? null), line(author, stamp)].filter((one) => one !== '');
};

/** A part of a post as a voice: the author's own words, or another's whom the text itself names. */
function voiceOf(post: Post, part: Part, offset: number): Voice {
  const { kind, author, published, passedOn, attachments, relation } = post;
  const span = { start: offset + part.start, end: offset + part.end };
  if (part.of === null) {
    const answered: Relation | undefined =
      relation ?? (part.to === null ? undefined : { kind: 'reply', to: part.to, by: null, byPublished: null });
    const voice = { ...span, kind, author, published, passedOn, attachments };
    return answered ? { ...voice, relation: answered } : voice;
  }
  const media = part.isOnly ? attachments : [];
  const passed: Relation = {
    kind: 'repost',
    to: null,
    by: relation?.by ?? author,
    byPublished: relation?.byPublished ?? published,
  };
  return { ...span, kind, author: part.of, published: null, passedOn: true, attachments: media, relation: passed };
}

/** "[attachment: x.png 184 KB]" is the platform's word, not the author's; so are "RT @x:" and "//@x:". */
function marksOf(post: Post, chain: readonly Part[], offset: number): Zone[] {
  const spans = [...post.text.matchAll(/\[attachment:[^\]\n]{1,300}\]/giu)].map((match) => ({
    start: match.index,
    end: match.index + match[0].length,
  }));
  const labels = chain.flatMap(({ label }) => (label && label.end > label.start ? [label] : []));
  return [...labels, ...spans].map(({ start, end }) => ({
    kind: 'metadata' as const,
    start: offset + start,
    end: offset + end,
  }));
}

function about(posts: readonly Post[]): Omit<Draft, 'content' | 'zones' | 'voices' | 'links' | 'credits' | 'title'> {
  const main = posts.filter((post) => post.kind === 'post' && !post.passedOn);
  const only = main.length === 1 ? main[0] : undefined;
  const passer = posts.length === 1 ? posts[0]?.relation : undefined;
  return {
    author: only?.author ?? passer?.by ?? null,
    published: only?.published ?? passer?.byPublished ?? null,
    modified: null,
    publisher: null,
    url: null,
    language: null,
  };
}
