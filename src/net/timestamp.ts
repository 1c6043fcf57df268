import type { Imprint } from '../stamp/index.ts';
import { checkToken, tokenRequest } from '../stamp/index.ts';
import { ask, mediaType, type Post, refusal } from './post.ts';

export type { Post, Posted } from './post.ts';

const WHO = 'time stamp authority';
const MOST_BYTES = 1 << 20;

/**
 * Asks a time stamp authority for a token (RFC 3161, 3.4) and gives back its answer, byte for byte. An answer that is
 * not one to this request (another hash, another nonce, a signature that doesn't hold) is refused; whether the authority
 * is trusted is asked when the token is checked.
 */
export async function askToken(url: string, digest: Imprint, nonce: Uint8Array, post: Post): Promise<Uint8Array> {
  const expected = { who: WHO, contentType: 'application/timestamp-query', most: MOST_BYTES };
  const answer = await ask(url, tokenRequest(digest, nonce), expected, post);
  const { token, faults } = await checkToken(answer.bytes, { digest, nonce, anchors: [], at: null });
  const first = faults[0];
  // The media type is no reason by itself: the token is checked, and not every authority sends the right one.
  const sent = token ? '' : ` in ${mediaType(answer)}`;
  if (first)
    throw refusal(WHO, url, `gave no good token (${first.reason}${sent}: ${first.message.replace(/\.$/u, '')})`);
  return answer.bytes;
}
