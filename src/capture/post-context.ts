import { isRecord } from '../base/is-record.ts';
import { NAME_KEYS } from './post-fields.ts';

/** An object of an export, with no shape taken for granted. */
export type Bag = Readonly<Record<string, unknown>>;

export const isBag = (value: unknown): value is Bag => isRecord(value);

/** What an export keeps apart from its posts and names there only by id (X API v2's `includes`). */
export interface Context {
  readonly names: ReadonlyMap<string, string>;
  readonly posts: ReadonlyMap<string, Bag>;
  readonly media: ReadonlyMap<string, string>;
}

const MOST = 500_000;

/** Gathers the users, posts and media that stand beside the posts, over all pages of an export. */
export function contextOf(values: readonly unknown[]): Context {
  const names = new Map<string, string>();
  const posts = new Map<string, Bag>();
  const media = new Map<string, string>();
  const pages = values.flatMap((value) => (Array.isArray(value) ? value.slice(0, MOST) : [value]));
  for (const page of pages) {
    const includes = isBag(page) ? page['includes'] : null;
    if (!isBag(includes)) continue;
    for (const user of listOf(includes['users']))
      keep(names, user['id'], NAME_KEYS.map((key) => user[key]).find(isWords));
    for (const post of listOf(includes['tweets'])) if (isWords(post['id'])) posts.set(post['id'], post);
    for (const one of listOf(includes['media'])) {
      keep(media, one['media_key'], [one['url'], one['preview_image_url'], one['media_key']].find(isWords));
    }
  }
  return { names, posts, media };
}

const listOf = (value: unknown): Bag[] => (Array.isArray(value) ? value.filter(isBag) : []);
const isWords = (value: unknown): value is string => typeof value === 'string' && value !== '';

function keep(map: Map<string, string>, key: unknown, value: string | undefined): void {
  if (isWords(key) && value !== undefined) map.set(key, value);
}
