import { useEffect, useState } from 'preact/hooks';
import type { Job } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';

/** What the server says by itself: how far each case has come, what is under way, and whether the line holds. */
export interface News {
  /** Grows with every event of the case and every new weighing of it. */
  readonly head: number;
  readonly jobs: readonly Job[];
  readonly up: boolean;
}

/** Hears the news of one case, or of all. */
export function useNews(api: Api, folder: string | null): News {
  const [head, grow] = useState(0);
  const [jobs, set] = useState<readonly Job[]>([]);
  const [up, tell] = useState(true);
  useEffect(
    () =>
      api.listen(
        (news) => {
          if (news.kind === 'job') set((known) => merged(known, news.job));
          else if (news.case === folder) grow((before) => before + 1);
        },
        (now) => {
          tell(now);
          // Who comes back may have missed something.
          if (now) grow((before) => before + 1);
        },
      ),
    [api, folder],
  );
  return { head, jobs: jobs.filter((one) => folder === null || one.case === folder), up };
}

const merged = (known: readonly Job[], job: Job): readonly Job[] => {
  const others = known.filter(({ id }) => id !== job.id);
  return job.state === 'working' || job.state === 'waiting' ? [...others, job] : others;
};
