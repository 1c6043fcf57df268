import { useEffect, useState } from 'preact/hooks';
import type { Hit } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';

/** Nobody is asked anything before the fingers rest. */
const AFTER_MS = 120;

/** Where words stand in a case, looked for while they are typed; null where there are none to look for. */
export function useHits(api: Api, folder: string, asked: string, most: number): readonly Hit[] | null {
  const [hits, set] = useState<readonly Hit[] | null>(null);
  const bare = asked.trim();
  useEffect(() => {
    if (bare === '') {
      set(null);
      return;
    }
    const stop = new AbortController();
    const wait = setTimeout(() => {
      const query = new URLSearchParams({ q: bare, limit: String(most) });
      api
        .get<{ readonly hits: readonly Hit[] }>(`/cases/${encodeURIComponent(folder)}/search?${query}`, stop.signal)
        .then((found) => set(found.hits))
        .catch(() => undefined);
    }, AFTER_MS);
    return () => {
      clearTimeout(wait);
      stop.abort();
    };
  }, [bare, folder, most]);
  return hits;
}
