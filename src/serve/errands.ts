import { HearsayError } from '../base/error.ts';
import type { Options } from '../desk/publishing.ts';
import type { Taking } from './arrivals.ts';
import { type Hired, hire } from './hire.ts';
import type { Work } from './jobs.ts';
import { jsonIn } from './json-bytes.ts';
import type { OpenCase } from './open-case.ts';

/** How pages are captured from the web. */
export interface LinkOptions {
  readonly urls: readonly string[];
  readonly render: boolean;
  readonly ignoreRobots: boolean;
}

/** Captures pages, one after the other. What can't be had is named, and the rest goes on. */
export const captureLinks = (open: OpenCase, by: string | null, options: LinkOptions, work: Work): Promise<Taking> =>
  withRunner(open, by, work, async (runner, free) => {
    let sum: Taking = { added: 0, there: 0 };
    const { urls, ...how } = options;
    for (const [at, url] of urls.entries()) {
      work.step(`capturing ${url}`, at, urls.length);
      try {
        const { faults } = jsonIn<{ faults: string[] }>(await free(runner.ask({ is: 'capture', url, ...how })));
        for (const fault of faults) work.fault(`${url}: ${fault}`);
        const { added, there } = jsonIn<Taking>(await runner.ask({ is: 'keep' }));
        sum = { added: sum.added + added, there: sum.there + there };
        await open.look();
      } catch (cause) {
        if (work.signal.aborted || !(cause instanceof HearsayError)) throw cause;
        work.fault(cause.message);
      }
      work.step(`capturing ${url}`, at + 1, urls.length);
    }
    return sum;
  });

/** What an edition would hold, with nothing written. */
export const previewCase = (open: OpenCase, by: string | null, options: Options, work: Work): Promise<unknown> =>
  withRunner(open, by, work, async (runner, free) => jsonIn(await free(runner.ask({ is: 'preview', options }, work))));

/** Publishes. It is finished once begun: half an edition is worse than one too many. */
export const publishTo = (
  open: OpenCase,
  by: string | null,
  to: string,
  options: Options,
  work: Work,
): Promise<unknown> =>
  withRunner(open, by, work, async (runner) => {
    const told: unknown = jsonIn(await runner.ask({ is: 'publish', to, options }, work));
    await open.look();
    return told;
  });

/** Somebody for one errand. `free` waits for what may be broken off when the job is stopped. */
async function withRunner<T>(
  { folder }: OpenCase,
  by: string | null,
  work: Work,
  errand: (runner: Hired<'runner'>, free: <R>(waiting: Promise<R>) => Promise<R>) => Promise<T>,
): Promise<T> {
  const runner = hire({ role: 'runner', folder, by });
  const stopped = new Promise<never>((_, failed) => {
    work.signal.addEventListener('abort', () => failed(new HearsayError('not-permitted', 'it was stopped')));
  });
  stopped.catch(() => undefined);
  try {
    return await errand(runner, (waiting) => {
      waiting.catch(() => undefined);
      return Promise.race([waiting, stopped]);
    });
  } finally {
    await runner.dismiss();
  }
}
