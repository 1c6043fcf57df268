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

/** Whom a request goes to, and what may come back. */
export interface Expected {
  /** Who is asked, for messages: “time stamp authority”. */
  readonly who: string;
  /** The media type of the body; `null` where there is none. */
  readonly contentType: string | null;
  /** The most bytes of an answer. */
  readonly most: number;
}

/** Asks, and refuses whatever is not a plain answer of a size that was expected. */
export async function ask(url: string, body: Uint8Array | null, expected: Expected, post: Post): Promise<Posted> {
  const { who, most } = expected;
  const answer = await asked(url, body, expected, post);
  if (answer.status !== 200) throw refusal(who, url, `answered with status ${answer.status}`);
  if (answer.bytes.length === 0) throw refusal(who, url, 'answered with nothing');
  if (answer.bytes.length > most) throw refusal(who, url, `answered with more than ${most} bytes`);
  return answer;
}

/** The media type of an answer, for messages: the server chose it, so it is shown only where it is plainly one. */
export const mediaType = ({ contentType }: Posted): string => {
  const type = (contentType.split(';', 1)[0] ?? '').trim().toLowerCase();
  return /^[\w.+-]{1,60}\/[\w.+-]{1,60}$/u.test(type) ? type : 'no media type';
};

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
