import { HearsayError } from '../base/error.ts';
import type { Draft } from './draft.ts';
import type { Facts } from './facts.ts';
import { type Bag, contextOf, isBag } from './post-context.ts';
import { layOut, type Notice } from './post-shape.ts';
import { clockOf } from './post-stamp.ts';
import { postsIn } from './post-walk.ts';

/**
 * Posts out of an export in JSON or JSON Lines, found by their shape. Null where the JSON holds no post (or the source is
 * no JSON); throws `malformed` where it begins as JSON and nothing in it can be read.
 */
export function postsToText(source: string, facts: Facts): Draft | null {
  const text = source.replace(/^\ufeff/u, '').replace(/^\s*window\.[\w.]{1,80}\s*=\s*/u, '');
  if (!/^\s*[[{]/u.test(text)) return null;
  const { values, skipped } = parsed(text, facts);
  return drafted(values, skipped, facts);
}

/** Posts as the rows of a table (4CAT, CrowdTangle, Junkipedia, crawlers): null where no column holds texts. */
export function rowsToText(rows: readonly Bag[], facts: Facts): Draft | null {
  return drafted([rows], [], facts);
}

function drafted(values: readonly unknown[], skipped: readonly number[], facts: Facts): Draft | null {
  const posts = postsIn(values, contextOf(values), clockOf(facts));
  if (posts.length === 0) return null;
  const notices: Notice[] = skipped.map((line) => ({ kind: 'metadata', text: `[line ${line} can't be read]` }));
  return layOut(notices, posts, titleOf(values));
}

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
