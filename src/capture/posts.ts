import { HearsayError } from '../base/error.ts';
import { isInstant } from '../base/time.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import {
  AUTHOR_KEYS,
  COMMENT_KEYS,
  FORWARD_KEYS,
  MEDIA_KEYS,
  MEDIA_NAME_KEYS,
  MESSAGE_KEYS,
  NAME_KEYS,
  QUOTED_KEYS,
  TEXT_KEYS,
  TIME_KEYS,
  WRAPPER_KEYS,
} from './post-fields.ts';
import { layOut, type Notice, type Post } from './post-shape.ts';
import { type Clock, clockOf, readStamp } from './post-stamp.ts';
import { plainWords } from './posts-words.ts';

/**
 * Posts out of an export in JSON or JSON Lines, found by their shape. Null where the JSON holds no post (or the source is
 * no JSON); throws `malformed` where it begins as JSON and nothing in it can be read.
 */
export function postsToText(source: string, facts: Facts): Draft | null {
  const text = source.replace(/^\ufeff/u, '').replace(/^\s*window\.[\w.]{1,80}\s*=\s*/u, '');
  if (!/^\s*[[{]/u.test(text)) return null;
  const { values, skipped } = parsed(text, facts);
  const walk: Walk = { posts: [], clock: clockOf(facts) };
  for (const value of values)
    visit(value, { kind: 'post', passedOn: false, author: null, stamp: null, depth: 0 }, walk);
  if (walk.posts.length === 0) return null;
  const notices: Notice[] = skipped.map((line) => ({ kind: 'metadata', text: `[line ${line} can't be read]` }));
  return layOut(notices, walk.posts, titleOf(values));
}

type Bag = Readonly<Record<string, unknown>>;

interface Walk {
  readonly posts: Post[];
  readonly clock: Clock;
}

/** What a post inherits from what it stands in. */
interface Place {
  readonly kind: Post['kind'];
  readonly passedOn: boolean;
  readonly author: string | null;
  readonly stamp: string | null;
  readonly depth: number;
}

const DEEPEST = 200;
const isBag = (value: unknown): value is Bag => typeof value === 'object' && value !== null && !Array.isArray(value);

function parsed(text: string, facts: Facts): { values: unknown[]; skipped: number[] } {
  try {
    return { values: [JSON.parse(text)], skipped: [] };
  } catch {
    if (!/^\s*(?:\{\s*["}]|\[\s*[[{"\]])/u.test(text)) return { values: [], skipped: [] };
  }
  const values: unknown[] = [];
  const skipped: number[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    if (!line.trim()) continue;
    try {
      const value: unknown = JSON.parse(line);
      if (isBag(value) && Object.keys(value).length > 0) values.push(value);
    } catch {
      skipped.push(index + 1);
    }
  }
  if (values.length > 0) return { values, skipped };
  throw new HearsayError('malformed', `${facts.file} begins as JSON but can't be read as such: export it again.`);
}

/** A post stands before its comments and replies, as in the document. */
function visit(value: unknown, place: Place, walk: Walk): void {
  if (place.depth > DEEPEST) return;
  if (Array.isArray(value)) {
    for (const one of value) visit(one, { ...place, depth: place.depth + 1 }, walk);
    return;
  }
  if (!isBag(value)) return;
  const post = postOf(value, place, walk.clock);
  const author = authorOf(value, 0);
  const stamp = stampsOf(value)[0] ?? null;
  if (post && !isEcho(post, walk.posts.at(-1))) walk.posts.push(post);
  for (const [key, child] of Object.entries(value)) {
    if (typeof child !== 'object' || child === null) continue;
    const wraps = !post && WRAPPER_KEYS.has(key);
    visit(
      child,
      {
        kind: COMMENT_KEYS.has(key) ? 'comment' : MESSAGE_KEYS.has(key) ? 'message' : place.kind,
        passedOn: place.passedOn || QUOTED_KEYS.has(key),
        author: wraps ? (author ?? place.author) : null,
        stamp: wraps ? (stamp ?? place.stamp) : null,
        depth: place.depth + 1,
      },
      walk,
    );
  }
}

/** A repost that carries its original inside says the same words twice. */
const isEcho = (post: Post, before: Post | undefined): boolean =>
  before !== undefined && post.passedOn && before.passedOn && before.text.includes(post.text.slice(0, 80));

function postOf(bag: Bag, place: Place, clock: Clock): Post | null {
  const author = authorOf(bag, 0) ?? place.author;
  const stamps = stampsOf(bag);
  const stamp = stamps[0] ?? place.stamp;
  const text = textOf(bag, author !== null && stamp !== null);
  const attachments = attachmentsOf(bag);
  if (text === null || (author === null && stamp === null)) return null;
  if (!text && attachments.length === 0) return null;
  // A time that names its own offset (or counts from 1970) goes before one that borrows the sheet's.
  const given = stamps.length > 0 ? stamps : stamp === null ? [] : [stamp];
  const times = [{ ...clock, offset: null }, clock].flatMap((by) => given.map((one) => readStamp(one, by)));
  return {
    kind: place.kind,
    author,
    stamp,
    published: times.find((time) => time !== null && isInstant(time)) ?? times.find((time) => time !== null) ?? null,
    text,
    passedOn: place.passedOn || isPassedOn(bag, text),
    attachments,
  };
}

function textOf(bag: Bag, isSure: boolean): string | null {
  const key = TEXT_KEYS.find((name) => (name !== 'status' || isSure) && wordsOf(bag[name]) !== null);
  if (key === undefined) return null;
  const words = plainWords(wordsOf(bag[key]) ?? '');
  const title = typeof bag['title'] === 'string' ? plainWords(bag['title']) : '';
  return title && !words.startsWith(title) ? `${title}\n${words}`.trim() : words;
}

/** A text may be cut into runs: `["see ", {"type": "link", "text": "…"}]` (Telegram Desktop). */
function wordsOf(value: unknown): string | null {
  if (typeof value === 'string') return value;
  if (!Array.isArray(value) || value.length === 0) return null;
  const runs = value.map((run: unknown) => (typeof run === 'string' ? run : isBag(run) ? run['text'] : null));
  const isRuns = value.every(
    (run) => typeof run === 'string' || (isBag(run) && 'type' in run && typeof run['text'] === 'string'),
  );
  return isRuns ? runs.join('') : null;
}

function authorOf(bag: Bag, depth: number): string | null {
  for (const key of depth === 0 ? AUTHOR_KEYS : NAME_KEYS) {
    const value = bag[key];
    const name = typeof value === 'string' ? value.trim() : isBag(value) && depth < 6 ? authorOf(value, depth + 1) : '';
    if (name && name.length <= 120) return name;
  }
  return null;
}

const stampsOf = (bag: Bag): string[] =>
  TIME_KEYS.map((key) => bag[key])
    .filter((value) => (typeof value === 'string' && /\d/.test(value)) || (typeof value === 'number' && value > 1e8))
    .map(String);

function isPassedOn(bag: Bag, text: string): boolean {
  if (/^(?:RT|MT) @[^\s:]{1,60}:/u.test(text) || /^\/\/@/u.test(text)) return true;
  if (/^(?:转发微博|转发|轉發|repost|快转)[。.]?$/iu.test(text)) return true;
  return FORWARD_KEYS.some((key) => {
    const value = bag[key];
    if (typeof value === 'string' || typeof value === 'boolean') return Boolean(value);
    return isBag(value) && (key.startsWith('f') || text === '' || sameWords(textOf(value, true), text));
  });
}

const sameWords = (theirs: string | null, mine: string): boolean =>
  theirs !== null && theirs !== '' && mine.includes(theirs);

function attachmentsOf(bag: Bag): string[] {
  const found: string[] = [];
  const look = (value: unknown, depth: number): void => {
    if (typeof value === 'string' && value) found.push(value);
    else if (Array.isArray(value) && depth < 3) for (const one of value) look(one, depth + 1);
    else if (isBag(value) && depth < 5) {
      if ('media' in value) look(value['media'], depth + 1);
      const name = MEDIA_NAME_KEYS.map((key) => value[key]).find((one) => typeof one === 'string' && one !== '');
      if (typeof name === 'string') found.push(name);
    }
  };
  for (const key of MEDIA_KEYS) look(bag[key], 0);
  return [...new Set(found)];
}

/** The name of the page, group or channel that was exported. */
function titleOf(values: readonly unknown[]): string | null {
  const top = values.length === 1 ? values[0] : null;
  if (!isBag(top)) return null;
  for (const key of ['page', 'name', 'title', 'channel']) {
    const value = top[key];
    if (typeof value === 'string' && value) return value;
    if (isBag(value) && typeof value['name'] === 'string') return value['name'];
  }
  return null;
}
