import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api.ts';

/** What came, what went wrong, or neither yet. What was there stays in sight while it is fetched anew. */
export interface Fetched<T> {
  readonly value: T | null;
  readonly wrong: string | null;
}

/** What the server gives at a path, fetched anew when the path or the case moved; null asks for nothing. */
export function useFetched<T>(api: Api, path: string | null, head: number): Fetched<T> {
  const [{ of, ...fetched }, set] = useState<Fetched<T> & { readonly of: string | null }>({
    ...{ of: null, value: null, wrong: null },
  });
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    api
      .get<T>(path, stop.signal)
      .then((value) => set({ of: path, value, wrong: null }))
      .catch((cause: unknown) => {
        const wrong = cause instanceof Error ? cause.message : String(cause);
        if (!stop.signal.aborted) set((before) => ({ ...before, of: path, wrong }));
      });
    return () => stop.abort();
  }, [api, path, head]);
  return fetched;
}
