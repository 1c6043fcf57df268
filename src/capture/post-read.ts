import { type Bag, type Context, isBag } from './post-context.ts';
import {
  AUTHOR_KEYS,
  MEDIA_KEYS,
  MEDIA_NAME_KEYS,
  NAME_KEYS,
  TEXT_KEYS,
  TIME_KEYS,
  WEAK_TEXT_KEYS,
} from './post-fields.ts';
import { plainWords } from './posts-words.ts';

/** The words of a post, its title before them; null where the object holds none. */
export function textOf(outer: Bag, isSure: boolean): string | null {
  const caption = outer['caption'];
  const bag = isBag(caption) ? { ...outer, caption: caption['text'] } : outer;
  const key = TEXT_KEYS.find((name) => (isSure || !WEAK_TEXT_KEYS.has(name)) && wordsOf(bag[name]) !== null);
  if (key === undefined) return null;
  const words = plainWords(wordsOf(bag[key]) ?? '').replace(/^\[(?:deleted|removed)\]$/u, '');
  const title = typeof bag['title'] === 'string' && !isOwnTitle(bag) ? plainWords(bag['title']) : '';
  const warning = typeof bag['spoiler_text'] === 'string' ? plainWords(bag['spoiler_text']) : '';
  return [warning, words.startsWith(title) ? '' : title, words].filter(Boolean).join('\n').trim();
}

/** Account archives head a post with what the account did ("Ada shared a link"). */
const isOwnTitle = (bag: Bag): boolean => typeof bag['timestamp'] === 'number' && Array.isArray(bag['data']);

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

/** Who wrote a post: a name, a handle, or the id of one where the export says no more. */
export function authorOf(bag: Bag, context: Context, depth = 0): string | null {
  for (const key of depth === 0 ? AUTHOR_KEYS : NAME_KEYS) {
    const value = bag[key];
    const name =
      typeof value === 'string' ? value.trim() : isBag(value) && depth < 6 ? authorOf(value, context, depth + 1) : '';
    if (name && name.length <= 200) return context.names.get(name) ?? handleIn(plainWords(name));
  }
  return null;
}

/** `https://host/users/ada`, `https://host/@ada` → `ada@host` (ActivityPub actors are addresses). */
const handleIn = (name: string): string => {
  const match = /^https?:\/\/(?<host>[^/\s]{3,100})\/(?:users\/|@|u\/|profile\/)(?<user>[^/\s?#]{1,80})\/?$/u.exec(
    name,
  );
  return match?.groups ? `${match.groups['user']}@${match.groups['host']}` : name.slice(0, 120);
};

/** The times of a post as written, the most telling first. */
export const stampsOf = (bag: Bag): string[] =>
  TIME_KEYS.map((key) => bag[key])
    .filter((value) => (typeof value === 'string' && /\d/.test(value)) || (typeof value === 'number' && value > 1e8))
    .map(String);

/** Names and addresses of what is attached to a post. */
export function attachmentsOf(bag: Bag, context: Context): string[] {
  const found: string[] = [];
  const look = (value: unknown, depth: number): void => {
    if (typeof value === 'string' && value) found.push(context.media.get(value) ?? value);
    else if (Array.isArray(value) && depth < 3) for (const one of value.slice(0, 200)) look(one, depth + 1);
    else if (isBag(value) && depth < 5) {
      for (const key of ['media', 'media_keys', 'data', 'images']) if (key in value) look(value[key], depth + 1);
      const name = MEDIA_NAME_KEYS.map((key) => value[key]).find((one) => typeof one === 'string' && one !== '');
      if (typeof name === 'string') found.push(name);
    }
  };
  for (const key of MEDIA_KEYS) if (!isFace(bag, key)) look(bag[key], 0);
  return [...new Set(found)];
}

/** A commenter's picture is no attachment: comments bear it beside an address of the commenter's page. */
const isFace = (bag: Bag, key: string): boolean => key === 'photo' && ('channel' in bag || 'votes' in bag);
