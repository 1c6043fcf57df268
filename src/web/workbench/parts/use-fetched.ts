import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import { type Api, Refusal } from '../api.ts';

/** What came, what went wrong, or neither yet. What was there stays in sight while it is fetched anew. */
export interface Fetched<T> {
  readonly value: T | null;
  readonly wrong: string | null;
  /** What kind of thing went wrong: `not-found` where there is none. */
  readonly code: string | null;
  /** Whether the value is that of another path, shown until the asked one comes. */
  readonly stale: boolean;
}

interface State<T> {
  readonly of: string | null;
  readonly value: T | null;
  /** The path that the value came from. */
  readonly from: string | null;
  readonly wrong: string | null;
  readonly code: string | null;
}

/** What the server gives at a path, fetched anew when the path or the case moved; null asks for nothing. */
export function useFetched<T>(api: Api, path: string | null, head: number): Fetched<T> {
  const [state, set] = useState<State<T>>({ of: null, value: null, from: null, wrong: null, code: null });
  useEffect(() => {
    if (path === null) return;
    const stop = new AbortController();
    api
      .get<T>(path, stop.signal)
      .then((value) => set({ of: path, value, from: path, wrong: null, code: null }))
      .catch((cause: unknown) => {
        const wrong = messageOf(cause);
        const code = cause instanceof Refusal ? cause.code : 'internal';
        if (!stop.signal.aborted) set((before) => ({ ...before, of: path, wrong, code }));
      });
    return () => stop.abort();
  }, [api, path, head]);
  const { of, value, from, wrong, code } = state;
  const isAbout = of === path;
  // What went wrong here leaves in sight only what was here before.
  const shown = isAbout && wrong !== null && from !== path ? null : value;
  return {
    ...{ value: shown, wrong: isAbout ? wrong : null, code: isAbout ? code : null },
    stale: path !== null && from !== path,
  };
}
