import { useEffect, useState } from 'preact/hooks';
import type { Moved } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';
import { useFetched } from '../parts/use-fetched.ts';

interface About {
  readonly head: number;
  readonly seen: { readonly head: number; readonly at: string } | null;
}

/** What moved since this desk last looked. */
export interface MovedState {
  /** When that was; null where it never was. */
  readonly seen: string | null;
  readonly changes: Moved['changes'] | null;
  /** The claims that any change is about. */
  readonly claims: ReadonlySet<string>;
  /** From now on, what moves after this counts. */
  readonly mark: () => Promise<void>;
}

/** Fetched after the board: who opens a story sees it first. */
export function useMoved(api: Api, path: string, head: number, ready: boolean): MovedState {
  const [marks, count] = useState(0);
  const { value: about } = useFetched<About>(api, ready ? path : null, head + marks);
  const since = about?.seen?.at ?? null;
  const query = since === null ? null : `${path}/moved?${new URLSearchParams({ from: since, clock: 'known' })}`;
  const { value: moved } = useFetched<Moved>(api, ready && since !== null ? query : null, head + marks);
  const changes = since === null ? null : (moved?.changes ?? null);
  const [claims, set] = useState<ReadonlySet<string>>(new Set());
  useEffect(() => {
    set(new Set((changes ?? []).flatMap((one) => ('claim' in one ? [one.claim] : []))));
  }, [changes]);
  return {
    ...{ seen: since, changes, claims },
    async mark() {
      const { head: to } = about ?? (await api.get<About>(path));
      await api.put(`${path}/seen`, { head: to });
      count((before) => before + 1);
    },
  };
}
