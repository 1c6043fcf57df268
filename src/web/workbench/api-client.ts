import { type Api, type News, Refusal } from './api.ts';

const BASE = '/api/v1';
const HEADER = 'x-hearsay-token';
/** Where the line breaks it is tried again, soon at first. */
const FIRST_WAIT_MS = 300;
const LONGEST_WAIT_MS = 5000;

/** The server behind this page. */
export function openApi(token: string): Api {
  const headers = { [HEADER]: token };
  const asked = async <T>(method: string, path: string, body?: unknown, signal?: AbortSignal): Promise<T> => {
    const json = body === undefined ? {} : { body: JSON.stringify(body) };
    const typed = body === undefined ? headers : { ...headers, 'content-type': 'application/json' };
    const options = { method, headers: typed, ...json, ...(signal ? { signal } : {}) };
    const answer = await fetch(`${BASE}${path}`, options).catch((cause: unknown) => {
      if (signal?.aborted) throw cause;
      throw new Refusal('disk', 'the workbench does not answer; is `hearsay serve` still running?', 0);
    });
    return answered(answer.status, await answer.text());
  };
  const line = openLine(headers);
  return {
    get: (path, signal) => asked('GET', path, undefined, signal),
    post: (path, body) => asked('POST', path, body),
    put: (path, body) => asked('PUT', path, body),
    remove: (path) => asked('DELETE', path),
    send: (path, files, sent) => sending(path, files, sent, headers),
    listen: line.listen,
    picture: async (path) => {
      const answer = await fetch(`${BASE}${path}`, { headers });
      if (!answer.ok) return answered(answer.status, await answer.text());
      return URL.createObjectURL(await answer.blob());
    },
  };
}

function answered<T>(status: number, text: string): T {
  const value: unknown = text === '' ? null : JSON.parse(text);
  if (status >= 200 && status < 300) return value as T;
  const { code, message } = (value ?? {}) as { readonly code?: string; readonly message?: string };
  throw new Refusal(code ?? 'internal', message ?? `the server answered with ${status}`, status);
}

/** Files with how far they are: only XMLHttpRequest tells that. */
function sending<T>(
  path: string,
  files: readonly File[],
  sent: (bytes: number) => void,
  headers: Readonly<Record<string, string>>,
): Promise<T> {
  const form = new FormData();
  for (const file of files) form.append('file', file, file.name);
  return new Promise((done, failed) => {
    const request = new XMLHttpRequest();
    request.open('POST', `${BASE}${path}`);
    for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
    request.upload.onprogress = ({ loaded }) => sent(loaded);
    request.onerror = () => failed(new Refusal('disk', 'the files did not arrive; try again', 0));
    request.onload = () => {
      try {
        done(answered<T>(request.status, request.responseText));
      } catch (cause) {
        failed(cause);
      }
    };
    request.send(form);
  });
}

type Hear = (news: News) => void;
type Line = (up: boolean) => void;

/** One line to the server for all who listen; opened with the first, closed after the last, mended where it breaks. */
function openLine(headers: Readonly<Record<string, string>>): Pick<Api, 'listen'> {
  const all = new Set<{ readonly hear: Hear; readonly line: Line }>();
  let stop: AbortController | null = null;
  let up: boolean | null = null;
  const tell = (now: boolean): void => {
    if (now === up) return;
    up = now;
    for (const { line } of all) line(now);
  };
  const keep = async (signal: AbortSignal): Promise<void> => {
    for (let wait = FIRST_WAIT_MS; !signal.aborted; wait = Math.min(LONGEST_WAIT_MS, wait * 2)) {
      try {
        const { ok, body } = await fetch(`${BASE}/news`, { headers, signal });
        if (ok && body) {
          tell(true);
          wait = FIRST_WAIT_MS;
          await heard(body, (news) => {
            for (const { hear } of all) hear(news);
          });
        }
      } catch {
        // The server may be back in a moment.
      }
      if (signal.aborted) return;
      tell(false);
      await new Promise((go) => setTimeout(go, wait));
    }
  };
  return {
    listen(hear, line) {
      const one = { hear, line };
      all.add(one);
      if (up !== null) line(up);
      if (stop === null) {
        stop = new AbortController();
        void keep(stop.signal);
      }
      return () => {
        all.delete(one);
        if (all.size > 0) return;
        stop?.abort();
        stop = null;
        up = null;
      };
    },
  };
}

/** Reads `text/event-stream` (HTML Living Standard, 9.2.6) to its end. */
async function heard(body: ReadableStream<Uint8Array>, hear: Hear): Promise<void> {
  const reader = body.pipeThrough(new TextDecoderStream() as ReadableWritablePair<string, Uint8Array>).getReader();
  let rest = '';
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return;
    const parts = (rest + value).split('\n\n');
    rest = parts.pop() ?? '';
    for (const part of parts) {
      const data = part
        .split('\n')
        .flatMap((one) => (one.startsWith('data: ') ? [one.slice(6)] : []))
        .join('\n');
      if (data !== '') hear(JSON.parse(data) as News);
    }
  }
}
