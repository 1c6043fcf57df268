import { HearsayError } from '../base/error.ts';
import type { Text } from '../capture/text.ts';
import { modelRows } from '../read/model.ts';
import { type ModelPrompt, modelPrompts } from '../read/model-prompt.ts';
import type { Statement } from '../read/statement.ts';
import { ask, type Endpoint, type Reply } from './ask.ts';

/** Keeps what was computed once; the memo of the store fits. */
export interface Recall {
  readonly recall: <T>(key: unknown, compute: () => Promise<T>) => Promise<T>;
}

/** A model that adds rows to what the rules have read. */
export interface Model {
  /** The rows for one text, in its order. An endpoint that fails gives none, here and from here on. */
  readonly statements: (text: Text, known: readonly Statement[]) => Promise<readonly Statement[]>;
  /** One line on what was wrong, or null. */
  readonly warning: () => string | null;
}

/** How long and how much to wait for, and whose key to send. */
export interface ModelOptions {
  readonly key?: string | null;
  readonly milliseconds?: number;
  readonly bytes?: number;
}

/** An answer to keep; one that failed is asked for again the next time, so it is thrown past the memo. */
class Failed extends Error {
  readonly reply: Reply;
  constructor(reply: Reply) {
    super(reply.kind);
    this.reply = reply;
  }
}

/**
 * A model behind any endpoint that speaks the OpenAI chat API: `http://localhost:11434/v1`, with the model's name after
 * `#` where the server holds several. Questions go one at a time; answers are kept by endpoint, name and question.
 */
export function openModel(address: string, memo: Recall, options: ModelOptions = {}): Model {
  const endpoint = endpointOf(address, options);
  let down: string | null = null;
  let unusable = 0;
  let dropped = 0;
  const answerTo = async (prompt: ModelPrompt): Promise<string | null> => {
    if (down !== null) return null;
    try {
      return await memo.recall(['model', endpoint.url.href, endpoint.model, prompt.messages], async () => {
        const reply = await ask(endpoint, prompt);
        if (reply.kind !== 'answer') throw new Failed(reply);
        return reply.words;
      });
    } catch (cause) {
      if (!(cause instanceof Failed)) throw cause;
      if (cause.reply.kind === 'down') down = cause.reply.why;
      else unusable++;
      return null;
    }
  };
  return {
    async statements(text, known) {
      const found: Statement[] = [];
      for (const prompt of modelPrompts(text)) {
        const answer = await answerTo(prompt);
        if (answer === null) continue;
        const rows = modelRows(text, prompt, answer, [...known, ...found]);
        if (!rows.readable) unusable++;
        dropped += rows.dropped;
        found.push(...rows.statements);
      }
      return found.sort((a, b) => a.start - b.start || b.end - a.end);
    },
    warning: () => warningOf(endpoint, down, unusable, dropped),
  };
}

function warningOf({ url }: Endpoint, down: string | null, unusable: number, dropped: number): string | null {
  const parts = [
    ...(down === null ? [] : [`could not be asked (${down})`]),
    ...(unusable === 0 ? [] : [`gave ${unusable} ${unusable === 1 ? 'answer' : 'answers'} that could not be read`]),
    ...(dropped === 0 ? [] : [`gave ${dropped} ${dropped === 1 ? 'row' : 'rows'} not found in the text, left out`]),
  ];
  return parts.length === 0 ? null : `the model at ${url.host} ${parts.join(', ')}; what the rules read stands`;
}

function endpointOf(address: string, { key = null, milliseconds = 60_000, bytes = 1 << 20 }: ModelOptions): Endpoint {
  const url = URL.canParse(address) ? new URL(address) : null;
  if (!url || !/^https?:$/u.test(url.protocol))
    throw new HearsayError('usage', `--model wants an address such as http://localhost:11434/v1, not "${address}"`);
  const model = decodeURIComponent(url.hash.slice(1)) || 'default';
  url.hash = '';
  const path = url.pathname.replace(/\/+$/u, '');
  url.pathname = path.endsWith('/chat/completions') ? path : `${path}/chat/completions`;
  return { url, model, key, milliseconds, bytes };
}
