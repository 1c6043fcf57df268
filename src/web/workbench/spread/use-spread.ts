import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { Spread } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';

/** The spread of a case, fetched anew where the case grew; what was there stays until the new one is. */
export function useSpread(api: Api, folder: string, head: number, wrong: (words: string) => void): Spread | null {
  const [got, set] = useState<{ readonly of: string; readonly spread: Spread } | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    api
      .get<Spread>(`/cases/${encodeURIComponent(folder)}/spread`, stop.signal)
      .then((spread) => set({ of: folder, spread }))
      .catch((cause: unknown) => {
        if (!stop.signal.aborted) wrong(messageOf(cause));
      });
    return () => stop.abort();
  }, [folder, head]);
  return got?.of === folder ? got.spread : null;
}
