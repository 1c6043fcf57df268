import { useEffect, useState } from 'preact/hooks';
import type { Job } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';

/** The jobs of a case, the latest first, as they go on; null until the first answer. */
export function useJobs(api: Api, folder: string): readonly Job[] | null {
  const [jobs, set] = useState<readonly Job[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    let news: readonly Job[] = [];
    const merged = (known: readonly Job[]): readonly Job[] => {
      const all = new Map([...known, ...news].map((one) => [one.id, one]));
      return [...all.values()].sort((a, b) => numberOf(b) - numberOf(a));
    };
    const fetched = (): void => {
      api
        .get<{ readonly jobs: readonly Job[] }>('/jobs', stop.signal)
        .then(({ jobs: all }) => {
          // What was heard meanwhile is later than what was asked for.
          set(merged(all.filter((one) => one.case === folder)));
          news = [];
        })
        .catch(() => undefined);
    };
    fetched();
    const leave = api.listen(
      (one) => {
        if (one.kind !== 'job' || one.job.case !== folder) return;
        news = [...news.filter(({ id }) => id !== one.job.id), one.job];
        set((known) => (known === null ? null : merged(known)));
      },
      (up) => {
        if (up) fetched();
      },
    );
    return () => {
      stop.abort();
      leave();
    };
  }, [folder]);
  return jobs;
}

const numberOf = ({ id }: Job): number => Number(/\d+$/u.exec(id)?.[0] ?? 0);
