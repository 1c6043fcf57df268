import { parentPort } from 'node:worker_threads';
import { HearsayError, messageOf } from '../base/error.ts';
import type { Eyes } from '../capture/sighting.ts';
import { passOverStrays } from '../capture/strays.ts';
import { type Account, account, type Evidence } from '../hearsay.ts';

/** What a thread answers: that it has loaded, what it made of an item, or why it made nothing. */
export type Answer =
  | { readonly is: 'ready' }
  | { readonly is: 'done'; readonly account: Account }
  | { readonly is: 'failed'; readonly why: string };

/** Pictures stay with the main thread, which has its own readers for them. */
const BLIND: Eyes = {
  see: () => Promise.reject(new HearsayError('internal', 'a thread was given a picture')),
};

passOverStrays(process);

const say = (answer: Answer): void => parentPort?.postMessage(answer);

parentPort?.on('message', (evidence: Evidence) => {
  account(evidence, BLIND).then(
    (made) => say({ is: 'done', account: made }),
    (cause: unknown) => say({ is: 'failed', why: messageOf(cause) }),
  );
});
say({ is: 'ready' });
