import { HearsayError } from '../base/error.ts';
import { writing } from '../desk/hand.ts';
import type { Progress } from '../desk/progress.ts';
import type { Options } from '../desk/publishing.ts';
import { openTakingIn, type Taken } from '../desk/taking-in.ts';

/** What is done by somebody hired for it alone, who can be sent away at any time but while writing. */
export type RunnerAsk =
  | { readonly is: 'capture'; readonly url: string; readonly render: boolean; readonly ignoreRobots: boolean }
  /** Writes down what was captured last. */
  | { readonly is: 'keep' }
  | { readonly is: 'preview'; readonly options: Options }
  | { readonly is: 'publish'; readonly to: string; readonly options: Options };

/** A runner for the case in a folder. What each errand needs is loaded for it. */
export function openRunner(
  folder: string,
  by: string | null,
): (ask: RunnerAsk, progress: Progress) => Promise<unknown> {
  let caught: Taken | null = null;
  return async (ask, progress) => {
    switch (ask.is) {
      case 'capture': {
        const { webEvidence } = await import('../desk/web-evidence.ts');
        const { url, render, ignoreRobots } = ask;
        const { taken, capture } = await webEvidence(url, { ignoreRobots, ...(render ? { rendering: {} } : {}) });
        caught = taken;
        return { faults: capture.faults, file: taken.facts.file };
      }
      case 'keep': {
        const taken = caught;
        if (!taken) throw new HearsayError('internal', 'nothing was captured');
        return writing(folder, by, async (writer) => {
          const taking = openTakingIn(writer);
          await taking.take(taken);
          return taking.done();
        });
      }
      case 'preview': {
        const { previewOf } = await import('../desk/preview.ts');
        return previewOf(folder, ask.options, progress);
      }
      case 'publish': {
        const { publishCase } = await import('../desk/publishing.ts');
        return publishCase(folder, ask.to, by, ask.options, progress);
      }
    }
  };
}
