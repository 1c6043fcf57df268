import type { ModelPrompt } from '../read/model-prompt.ts';

/** What came back from an endpoint: an answer's words, an answer of no use, or nothing. */
export type Reply =
  | { readonly kind: 'answer'; readonly words: string }
  | { readonly kind: 'unusable'; readonly why: string }
  | { readonly kind: 'down'; readonly why: string };

/** Where to ask, and how long and how much to take. */
export interface Endpoint {
  readonly url: URL;
  readonly model: string;
  /** Sent as a bearer token where given. */
  readonly key: string | null;
  readonly milliseconds: number;
  readonly bytes: number;
}

/** Asks one question by the OpenAI chat API. Never throws; follows no redirect, so the text goes nowhere else. */
export async function ask(endpoint: Endpoint, { messages }: ModelPrompt): Promise<Reply> {
  const { url, model, key, milliseconds, bytes } = endpoint;
  try {
    const response = await fetch(url, {
      method: 'POST',
      redirect: 'error',
      headers: { 'content-type': 'application/json', ...(key === null ? {} : { authorization: `Bearer ${key}` }) },
      body: JSON.stringify({ model, messages, temperature: 0, stream: false }),
      signal: AbortSignal.timeout(milliseconds),
    });
    if (!response.ok) {
      await response.body?.cancel();
      return { kind: 'down', why: `it answered with status ${response.status}` };
    }
    const body = await bodyOf(response, bytes);
    return body === null ? { kind: 'unusable', why: `more than ${bytes} bytes` } : answerIn(body);
  } catch (cause) {
    return { kind: 'down', why: whyOf(cause, milliseconds) };
  }
}

/** The body as text; null where it is longer than allowed, and then the rest is not fetched. */
async function bodyOf(response: Response, most: number): Promise<string | null> {
  const reader = response.body?.getReader();
  const decoder = new TextDecoder();
  let words = '';
  let size = 0;
  for (let next = await reader?.read(); next && !next.done; next = await reader?.read()) {
    size += next.value.length;
    if (size > most) {
      await reader?.cancel();
      return null;
    }
    words += decoder.decode(next.value, { stream: true });
  }
  return words + decoder.decode();
}

/** The first choice's message (https://platform.openai.com/docs/api-reference/chat/object). */
function answerIn(body: string): Reply {
  const unusable: Reply = { kind: 'unusable', why: 'not a chat completion' };
  try {
    const found: unknown = JSON.parse(body);
    const words = at(at(at(at(found, 'choices'), '0'), 'message'), 'content');
    return typeof words === 'string' ? { kind: 'answer', words } : unusable;
  } catch {
    return unusable;
  }
}

const at = (value: unknown, key: string): unknown =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[key] : undefined;

function whyOf(cause: unknown, milliseconds: number): string {
  if (!(cause instanceof Error)) return String(cause);
  if (cause.name === 'TimeoutError') return `it gave no answer within ${milliseconds / 1000} s`;
  const inner = cause.cause instanceof Error ? cause.cause : cause;
  return ('code' in inner && typeof inner.code === 'string' ? inner.code : (inner.message.split('\n')[0] ?? '')).slice(
    0,
    120,
  );
}
