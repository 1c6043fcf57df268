import { parentPort, workerData } from 'node:worker_threads';
import { HearsayError } from '../base/error.ts';
import { passOverStrays } from '../capture/strays.ts';
import type { Said } from './hire.ts';
import { type Asks, type Post, type Role, takeUp } from './roles.ts';

passOverStrays(process);

const port = parentPort;
const answering = takeUp(workerData as Post<Role>);
const say = (said: Said, moved: readonly ArrayBuffer[] = []): void => port?.postMessage(said, [...moved]);

port?.on('message', ({ id, ask }: { readonly id: number; readonly ask: Asks[Role] }) => {
  const progress = {
    step: (what: string, done: number, total: number) => say({ is: 'step', id, what, done, total }),
    end: () => undefined,
  };
  answering
    .then((answer) => answer(ask, progress))
    .then(
      (bytes) => {
        // Bytes that lie in a buffer with others can't be handed over alone.
        const own = bytes.byteLength === bytes.buffer.byteLength ? bytes : bytes.slice();
        say({ is: 'done', id, bytes: own }, [own.buffer as ArrayBuffer]);
      },
      (cause: unknown) => say({ is: 'failed', id, ...told(cause) }),
    );
});

const told = (cause: unknown): { readonly code: HearsayError['code']; readonly why: string } =>
  cause instanceof HearsayError
    ? { code: cause.code, why: cause.message }
    : { code: 'internal', why: cause instanceof Error ? (cause.stack ?? cause.message) : String(cause) };
