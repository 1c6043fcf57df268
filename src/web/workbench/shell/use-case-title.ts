import { useEffect, useState } from 'preact/hooks';
import type { Api } from '../api.ts';

/** What the case is called; empty until that is known, and on the list of cases. */
export function useCaseTitle(api: Api, folder: string | null, head: number): string {
  const [title, set] = useState('');
  useEffect(() => {
    if (folder === null) {
      set('');
      return;
    }
    const stop = new AbortController();
    api
      .get<{ readonly title: string }>(`/cases/${encodeURIComponent(folder)}`, stop.signal)
      .then((one) => set(one.title))
      .catch(() => undefined);
    return () => stop.abort();
  }, [api, folder, head]);
  return title;
}
