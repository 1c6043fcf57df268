import { isInstant } from '../base/time.ts';
import { saysNothing } from './post-chain.ts';
import { type Bag, type Context, isBag } from './post-context.ts';
import {
  COMMENT_KEYS,
  FORWARD_KEYS,
  FORWARDED_FLAGS,
  ID_KEYS,
  MESSAGE_KEYS,
  QUOTED_KEYS,
  REPLY_KEYS,
  REPOST_KEYS,
  WRAPPER_KEYS,
} from './post-fields.ts';
import { attachmentsOf, authorOf, stampsOf, textOf } from './post-read.ts';
import type { Post } from './post-shape.ts';
import { type Clock, readStamp } from './post-stamp.ts';
import type { Relation } from './text.ts';

/** Who passed on what stands inside, and when. */
interface Passer {
  readonly kind: 'repost' | 'quote';
  readonly by: string | null;
  readonly stamp: string | null;
}

/** What a post inherits from what it stands in. */
interface Place {
  readonly kind: Post['kind'];
  readonly passer: Passer | null;
  readonly author: string | null;
  readonly stamp: string | null;
  /** The ids of the wrapper that a post stands in. */
  readonly ids: readonly string[];
  readonly depth: number;
}

const DEEPEST = 200;
const TOP: Place = { kind: 'post', passer: null, author: null, stamp: null, ids: [], depth: 0 };

/** The posts of an export, found by their shape, each before its comments and replies, as in the document. */
export function postsIn(values: readonly unknown[], context: Context, clock: Clock): Post[] {
  const walk = new Walk(context, clock);
  for (const value of values) walk.visit(value, TOP);
  return walk.posts.map((post) => walk.answered(post));
}

class Walk {
  readonly posts: Post[] = [];
  readonly #authors = new Map<string, string>();
  readonly #context: Context;
  readonly #clock: Clock;

  constructor(context: Context, clock: Clock) {
    this.#context = context;
    this.#clock = clock;
  }

  visit(value: unknown, place: Place): void {
    if (place.depth > DEEPEST) return;
    if (Array.isArray(value)) {
      for (const one of value) this.visit(one, { ...place, depth: place.depth + 1 });
      return;
    }
    if (!isBag(value)) return;
    const passed = this.#passedBy(value, place);
    if (passed) {
      this.visit(passed.original, { ...place, ...passed.place, depth: place.depth + 1 });
      return;
    }
    const post = this.#postOf(value, place);
    if (post && !isEcho(post, this.posts.at(-1))) this.posts.push(post);
    this.#inside(value, place, post);
  }

  #inside(bag: Bag, place: Place, post: Post | null): void {
    const author = authorOf(bag, this.#context);
    const stamp = stampsOf(bag)[0] ?? null;
    for (const child of referencesOf(bag, 'quoted', this.#context)) {
      const passer: Passer = { kind: 'quote', by: author, stamp };
      this.visit(child, { ...TOP, kind: place.kind, passer, depth: place.depth + 1 });
    }
    for (const [key, child] of Object.entries(bag)) {
      if (typeof child !== 'object' || child === null || key === 'includes') continue;
      const wraps = !post && WRAPPER_KEYS.has(key);
      const quotes = QUOTED_KEYS.has(key) && (post !== null || place.author !== null || author !== null);
      this.visit(child, {
        kind:
          COMMENT_KEYS.has(key) || bag['kind'] === 't1' ? 'comment' : MESSAGE_KEYS.has(key) ? 'message' : place.kind,
        passer: quotes ? { kind: 'quote', by: author ?? place.author, stamp: stamp ?? place.stamp } : place.passer,
        author: wraps ? (author ?? place.author) : null,
        stamp: wraps ? (stamp ?? place.stamp) : null,
        ids: wraps ? [...place.ids.slice(0, 8), ...idsOf(bag)] : [],
        depth: place.depth + 1,
      });
    }
  }

  /** A repost without a word of the reposter's own: the original, and who passed it on. */
  #passedBy(bag: Bag, place: Place): { original: unknown; place: Partial<Place> } | null {
    const reason = bag['reason'];
    const by = isBag(reason) && isBag(reason['by']) ? authorOf(reason, this.#context) : null;
    if (by !== null && isBag(bag['post']) && isBag(reason)) {
      return { original: bag['post'], place: { passer: { kind: 'repost', by, stamp: stampsOf(reason)[0] ?? null } } };
    }
    const original = REPOST_KEYS.map((key) => bag[key]).find(isBag) ?? this.#repostedIn(bag);
    const words = original ? textDeep(original) : null;
    if (!original || words === null) return null;
    const own = textOf(bag, true) ?? '';
    if (!saysNothing(own) && !isCut(own, words)) return null;
    const passer: Passer = {
      kind: 'repost',
      by: authorOf(bag, this.#context) ?? place.author,
      stamp: stampsOf(bag)[0] ?? place.stamp,
    };
    return { original, place: { passer, author: null, stamp: null } };
  }

  #repostedIn(bag: Bag): Bag | undefined {
    return referencesOf(bag, 'retweeted', this.#context)[0];
  }

  #postOf(bag: Bag, place: Place): Post | null {
    const author = authorOf(bag, this.#context) ?? place.author;
    const stamps = stampsOf(bag);
    const stamp = stamps[0] ?? place.stamp;
    const text = textOf(bag, author !== null && stamp !== null);
    const attachments = attachmentsOf(bag, this.#context);
    if (text === null || (author === null && stamp === null)) return null;
    if (!text && attachments.length === 0) return null;
    if (author !== null) for (const id of [...idsOf(bag), ...place.ids]) this.#authors.set(id, author);
    const published = this.#timeOf(stamps.length > 0 ? stamps : stamp === null ? [] : [stamp]);
    const kind = place.kind === 'post' && isComment(bag) ? 'comment' : place.kind;
    const own = { kind, author, stamp, published, text, attachments };
    const from = forwardedFrom(bag, this.#context);
    if (from !== undefined) {
      const relation: Relation = { kind: 'forward', to: null, by: author, byPublished: published };
      return { ...own, author: from, stamp: null, published: null, passedOn: true, relation, byStamp: stamp };
    }
    if (!place.passer) return { ...own, passedOn: false, ...replyOf(bag) };
    const { kind: how, by, stamp: byStamp } = place.passer;
    const byPublished = byStamp === null ? null : this.#timeOf([byStamp]);
    return { ...own, passedOn: true, relation: { kind: how, to: null, by, byPublished }, byStamp };
  }

  /** A time that names its own offset (or counts from 1970) goes before one that borrows the sheet's. */
  #timeOf(stamps: readonly string[]): string | null {
    const times = [{ ...this.#clock, offset: null }, this.#clock].flatMap((by) =>
      stamps.map((one) => readStamp(one, by)),
    );
    return times.find((time) => time !== null && isInstant(time)) ?? times.find((time) => time !== null) ?? null;
  }

  /** A reply by the name of whom it answers, where the post answered is in the same export. */
  answered(post: Post): Post {
    const to = post.relation?.kind === 'reply' ? post.relation.to : null;
    const name = to === null ? undefined : (this.#authors.get(to) ?? this.#context.names.get(to));
    return name === undefined || !post.relation ? post : { ...post, relation: { ...post.relation, to: name } };
  }
}

/** A repost that carries its original inside says the same words twice. */
const isEcho = (post: Post, before: Post | undefined): boolean =>
  before !== undefined &&
  post.passedOn &&
  before.passedOn &&
  post.text !== '' &&
  before.text.includes(post.text.slice(0, 80));

/** `RT @x: the first words…`: the original's, cut off. */
function isCut(own: string, original: string): boolean {
  const said = own
    .replace(/^RT @[^\s:]{1,60}:\s?/u, '')
    .replace(/\s?(?:…|\.\.\.)\s?$/u, '')
    .trim();
  return (
    said === '' || original.startsWith(said.slice(0, 100)) || (said !== own && said.startsWith(original.slice(0, 60)))
  );
}

function textDeep(bag: Bag, depth = 0): string | null {
  const own = textOf(bag, true);
  if (own !== null || depth > 4) return own;
  for (const key of ['result', 'legacy', 'record', 'value', 'tweet', 'object']) {
    const inner = bag[key];
    const found = isBag(inner) ? textDeep(inner, depth + 1) : null;
    if (found !== null) return found;
  }
  return null;
}

/** The posts that a post names by id (X API v2), as far as the export holds them. */
const referencesOf = (bag: Bag, type: string, context: Context): Bag[] =>
  namedBy(bag, type)
    .map((id) => context.posts.get(id))
    .filter((one) => one !== undefined);

function namedBy(bag: Bag, type: string): string[] {
  const all = bag['referenced_tweets'];
  return (Array.isArray(all) ? all : []).flatMap((one) =>
    isBag(one) && one['type'] === type && typeof one['id'] === 'string' ? [one['id']] : [],
  );
}

/** Whose words a forward is of: null where it doesn't say, undefined where it is none. */
function forwardedFrom(bag: Bag, context: Context): string | null | undefined {
  for (const key of FORWARD_KEYS) {
    const value = bag[key];
    if (typeof value === 'string' && value !== '') return value;
    if (isBag(value)) return authorOf({ by: value }, context);
  }
  return FORWARDED_FLAGS.some((key) => bag[key] === true) ? null : undefined;
}

const isComment = (bag: Bag): boolean =>
  ['commenter_name', 'comment_id', 'comment_text', 'authorDisplayName', 'cid'].some((key) => key in bag) &&
  !('record' in bag);

function idsOf(bag: Bag): string[] {
  return ID_KEYS.map((key) => bag[key]).flatMap((id) =>
    (typeof id === 'string' && id !== '' && id.length < 300) || typeof id === 'number' ? [String(id)] : [],
  );
}

function replyOf(bag: Bag): { readonly relation?: Relation } {
  const answers = namedBy(bag, 'replied_to')[0] ?? parentOf(bag);
  const named = REPLY_KEYS.map((key) => bag[key]).find(
    (one) => (typeof one === 'string' && one !== '') || typeof one === 'number',
  );
  const to = named ?? answers;
  return to === undefined ? {} : { relation: { kind: 'reply', to: String(to), by: null, byPublished: null } };
}

/** Bluesky names the post answered in `reply.parent.uri`; comment scrapers in `parent`. */
function parentOf(bag: Bag): string | undefined {
  const reply = bag['reply'];
  const parent = isBag(reply) && isBag(reply['parent']) ? reply['parent']['uri'] : bag['parent'];
  return typeof parent === 'string' && parent !== '' && parent !== 'root' ? parent : undefined;
}
