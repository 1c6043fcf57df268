import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { Board, LogEvent } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';

/** What of a log was fetched. */
export interface Log {
  /** Null until the first answer. */
  readonly events: readonly LogEvent[] | null;
  /** Whether the case begins within it. */
  readonly whole: boolean;
  readonly more: () => void;
}

/** Events that are fetched at once; the server gives no more than a thousand. */
const PAGE = 100;
const MOST = 1000;

interface Fetched {
  readonly of: string;
  readonly events: readonly LogEvent[];
  readonly whole: boolean;
}

/** The log of a case, fetched anew where it grew: as much of it as is shown already. */
export function useLog(api: Api, folder: string, head: number, wrong: (words: string) => void): Log {
  const [got, set] = useState<Fetched | null>(null);
  const own = got?.of === folder ? got : null;
  const path = `/cases/${encodeURIComponent(folder)}/log`;
  const fetched = async (before: number | null, limit: number, signal?: AbortSignal): Promise<void> => {
    const search = before === null ? `limit=${limit}` : `limit=${limit}&before=${before}`;
    const { events } = await api.get<{ readonly events: readonly LogEvent[] }>(`${path}?${search}`, signal);
    set((known) => {
      const kept = known?.of === folder ? known.events : [];
      const all = before === null ? [...events, ...older(kept, events)] : [...kept, ...events];
      return { of: folder, events: all, whole: (all.at(-1)?.seq ?? 0) === 0 };
    });
  };
  useEffect(() => {
    const stop = new AbortController();
    const limit = Math.min(MOST, Math.max(PAGE, own?.events.length ?? 0));
    fetched(null, limit, stop.signal).catch((cause: unknown) => {
      if (!stop.signal.aborted) wrong(messageOf(cause));
    });
    return () => stop.abort();
  }, [folder, head]);
  return {
    events: own?.events ?? null,
    whole: own?.whole ?? false,
    more() {
      const last = own?.events.at(-1)?.seq ?? 0;
      if (last > 0) fetched(last, PAGE).catch((cause: unknown) => wrong(String(cause)));
    },
  };
}

const older = (kept: readonly LogEvent[], fresh: readonly LogEvent[]): readonly LogEvent[] => {
  const last = fresh.at(-1)?.seq;
  return last === undefined ? [] : kept.filter(({ seq }) => seq < last);
};

/** Which item came from a file, once it was read. */
export function useItems(api: Api, folder: string, head: number): ReadonlyMap<string, string> {
  const [items, set] = useState<ReadonlyMap<string, string>>(new Map());
  useEffect(() => {
    const stop = new AbortController();
    api
      .get<Board>(`/cases/${encodeURIComponent(folder)}/board`, stop.signal)
      .then((board) => set(new Map(board.items.map(({ file, id }) => [file, id]))))
      // Without it the log stands as well, only without links to items.
      .catch(() => undefined);
    return () => stop.abort();
  }, [folder, head]);
  return items;
}
