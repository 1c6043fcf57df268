import { HearsayError } from '../base/error.ts';

/** An answer to a request, whatever its status. */
export interface Posted {
  readonly status: number;
  /** The media type as the server sent it; empty where it sent none. */
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/**
 * Sends a body by POST, or asks by GET where there is none. Redirects are not followed further than the fetcher allows,
 * and no more than `limit` bytes are read.
 */
export type Post = (
  url: string,
  body: Uint8Array | null,
  contentType: string | null,
  limit?: number,
) => Promise<Posted>;

/** What an answer must be. */
export interface Expected {
  /** Who is asked, for messages: “time stamp authority”. */
  readonly who: string;
  readonly contentType: string | null;
  readonly answerType: string | null;
  readonly most: number;
}

/** Asks, and refuses whatever is not a plain, good answer of the size and type that was expected. */
export async function ask(url: string, body: Uint8Array | null, expected: Expected, post: Post): Promise<Uint8Array> {
  const { who, contentType, answerType, most } = expected;
  const answer = await asked(url, body, expected, post);
  const type = (answer.contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  if (answer.status !== 200) throw refusal(who, url, `answered with status ${answer.status}`);
  if (contentType && answerType && type !== answerType)
    throw refusal(
      who,
      url,
      `answered with ${/^[\w.+/-]{1,80}$/u.test(type) ? type : 'no media type'}, not ${answerType}`,
    );
  if (answer.bytes.length === 0) throw refusal(who, url, 'answered with nothing');
  if (answer.bytes.length > most) throw refusal(who, url, `answered with more than ${most} bytes`);
  return answer.bytes;
}

async function asked(
  url: string,
  body: Uint8Array | null,
  { who, contentType, most }: Expected,
  post: Post,
): Promise<Posted> {
  try {
    return await post(url, body, contentType, most);
  } catch (cause) {
    // The fetcher's own words say more: an address that may not be asked, a time that ran out.
    if (cause instanceof HearsayError) throw cause;
    throw new HearsayError('network', `The ${who} at ${url} can't be reached; ask again later.`, { cause });
  }
}

/** A refusal of an answer that says who answered. */
export const refusal = (who: string, url: string, what: string): HearsayError =>
  new HearsayError('network', `The ${who} at ${url} ${what}; ask again later, or another one.`);
