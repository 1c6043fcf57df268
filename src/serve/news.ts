import type { Job } from '../publish/workbench/shapes.ts';

/** Something that the server says by itself. */
export type News =
  | { readonly kind: 'job'; readonly job: Job }
  /** The journal of a case grew: `head` is its last event. */
  | { readonly kind: 'case'; readonly case: string; readonly head: number }
  /** Its dossier was weighed anew, up to that event. */
  | { readonly kind: 'weighed'; readonly case: string; readonly head: number };

/** Brings news to whoever listens. */
export interface NewsDesk {
  readonly tell: (news: News) => void;
  /** Gives what stops the listening. */
  readonly listen: (hear: (news: News) => void) => () => void;
  readonly listeners: () => number;
}

export function openNews(): NewsDesk {
  const listeners = new Set<(news: News) => void>();
  return {
    tell(news) {
      for (const hear of listeners) hear(news);
    },
    listen(hear) {
      listeners.add(hear);
      return () => void listeners.delete(hear);
    },
    listeners: () => listeners.size,
  };
}

/** A line that is quiet for longer is taken for broken, by proxies and by the page. */
const HEARTBEAT_MS = 10_000;

/** News as `text/event-stream` (HTML Living Standard, 9.2), with a heartbeat. */
export function newsStream(desk: NewsDesk, closed: AbortSignal): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder();
  let stop = (): void => undefined;
  return new ReadableStream({
    start(controller) {
      const say = (text: string): void => controller.enqueue(encoder.encode(text));
      const silence = desk.listen((news) => say(`event: ${news.kind}\ndata: ${JSON.stringify(news)}\n\n`));
      const beat = setInterval(() => say(': still here\n\n'), HEARTBEAT_MS);
      const end = (): void => {
        stop();
        controller.close();
      };
      // Whoever left has closed the stream already: it is closed once.
      stop = () => {
        silence();
        clearInterval(beat);
        closed.removeEventListener('abort', end);
      };
      closed.addEventListener('abort', end);
      say(': hello\n\n');
    },
    cancel: () => stop(),
  });
}
