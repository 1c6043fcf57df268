import { HearsayError } from '../base/error.ts';
import type { Posted } from './post.ts';

const TOTAL_MS = 20_000;
const MOST_BYTES = 1 << 20;

/**
 * Asks a service that the user named on the command line: it may stand in the newsroom's own network, so the fetcher's
 * rules for captured pages don't hold here. Redirects are refused, answers are capped.
 */
export async function plainPost(
  url: string,
  body: Uint8Array | null,
  contentType: string | null,
  limit = MOST_BYTES,
): Promise<Posted> {
  if (!URL.canParse(url) || !/^https?:$/.test(new URL(url).protocol))
    throw new HearsayError('usage', `${url} is no address of a service; give one that begins with https://`);
  try {
    const answer = await fetch(url, {
      method: body ? 'POST' : 'GET',
      body: body && new Blob([new Uint8Array(body)]),
      headers: contentType ? { 'content-type': contentType } : {},
      redirect: 'error',
      signal: AbortSignal.timeout(TOTAL_MS),
    });
    return {
      status: answer.status,
      contentType: answer.headers.get('content-type') ?? '',
      bytes: await capped(answer, limit, url),
    };
  } catch (cause) {
    if (cause instanceof HearsayError) throw cause;
    const deep = cause instanceof Error && cause.cause instanceof Error ? cause.cause : cause;
    const why = deep instanceof Error ? deep.message || deep.name : String(deep);
    throw new HearsayError('network', `${url} could not be reached (${why}); ask again later`, { cause });
  }
}

async function capped(answer: Response, limit: number, url: string): Promise<Uint8Array> {
  const pieces: Uint8Array[] = [];
  let size = 0;
  for await (const piece of answer.body ?? []) {
    size += piece.length;
    if (size > limit)
      throw new HearsayError('too-large', `${url} answers with more than ${limit} bytes; name another service`);
    pieces.push(piece);
  }
  const whole = new Uint8Array(size);
  let at = 0;
  for (const piece of pieces) {
    whole.set(piece, at);
    at += piece.length;
  }
  return whole;
}
