import { useEffect, useRef, useState } from 'preact/hooks';
import type { Job } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';

/** What the server says by itself: how far each case has come, what is under way, and whether the line holds. */
export interface News {
  /** Grows with every event of the case and every new weighing of it. */
  readonly head: number;
  readonly jobs: readonly Job[];
  readonly up: boolean;
}

/** Hears the news of one case, or of all; `failed` is told of work that could not be done, `back` that the line holds again. */
export function useNews(api: Api, folder: string | null, failed: (job: Job) => void, back: () => void): News {
  const [head, grow] = useState(0);
  const [jobs, set] = useState<readonly Job[]>([]);
  const [up, tell] = useState(true);
  const latest = useRef({ failed, back });
  latest.current = { failed, back };
  useEffect(() => {
    let broken = false;
    /** Who comes late, or back, may have missed something. */
    const ask = (): void =>
      void api
        .get<{ readonly jobs: readonly Job[] }>('/jobs')
        .then((all) => set(all.jobs.filter(isUnderWay)))
        .catch(() => undefined);
    return api.listen(
      (news) => {
        if (news.kind !== 'job') {
          if (news.case === folder || folder === null) grow((before) => before + 1);
          return;
        }
        set((known) => [...known.filter(({ id }) => id !== news.job.id), ...(isUnderWay(news.job) ? [news.job] : [])]);
        if (news.job.state === 'failed') latest.current.failed(news.job);
      },
      (now) => {
        tell(now);
        if (now) ask();
        if (now && broken) {
          grow((before) => before + 1);
          latest.current.back();
        }
        broken = !now;
      },
    );
  }, [api, folder]);
  return { head, jobs: jobs.filter((one) => folder === null || one.case === folder), up };
}

const isUnderWay = ({ state }: Job): boolean => state === 'working' || state === 'waiting';
