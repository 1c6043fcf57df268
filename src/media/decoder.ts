import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, HearsayError } from '../base/error.ts';
import { type Decoded, decoded, type Glance, glance } from './decode.ts';

/** Decodes pictures in a process of its own, one at a time, that is ended where it takes too long or too much. */
export interface Decoder {
  /** Throws a HearsayError where the picture can't be decoded within bounds. */
  readonly see: (bytes: Uint8Array) => Promise<Seen>;
  readonly close: () => void;
}

export interface Seen {
  readonly glance: Glance;
  readonly decoded: Decoded;
}

/** What the process answers. */
export type Answer = Seen | { readonly code: ErrorCode; readonly message: string };

/** The process ended itself because the picture filled its memory. */
export const FULL = 3;
/** Milliseconds for one picture; libvips itself gives up a little before. */
const PATIENCE = 45_000;

const PROGRAM = new URL('./decoder-process.js', import.meta.url);

/**
 * Opens a decoder. The process starts with the first picture, sees no environment, and is replaced after it was ended.
 * Where the program has not been built, pictures are decoded here.
 */
export function openDecoder(options: { readonly program?: URL; readonly patience?: number } = {}): Decoder {
  const program = options.program ?? PROGRAM;
  if (!existsSync(fileURLToPath(program))) return { see: decodedHere, close: () => undefined };
  let child: ChildProcess | null = null;
  let last: Promise<unknown> = Promise.resolve();
  const started = (): ChildProcess => {
    if (child?.connected) return child;
    child = fork(program, {
      serialization: 'advanced',
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
      execArgv: [],
      // Windows finds its libraries by this one.
      env: process.env['SystemRoot'] ? { SystemRoot: process.env['SystemRoot'] } : {},
    });
    return child;
  };
  return {
    see(bytes) {
      const answer = last.then(() => asked(started(), bytes, options.patience ?? PATIENCE));
      // Whatever went wrong without an answer, the next picture gets a new process.
      last = answer.catch((cause: unknown) => {
        if (!(cause instanceof HearsayError && cause.cause === ANSWERED)) child = null;
      });
      return answer;
    },
    close: () => child?.kill('SIGKILL'),
  };
}

async function decodedHere(bytes: Uint8Array): Promise<Seen> {
  return { glance: await glance(bytes), decoded: await decoded(bytes) };
}

/** Asks the process for one picture, and ends it where no answer comes in time. */
function asked(child: ChildProcess, bytes: Uint8Array, patience: number): Promise<Seen> {
  return new Promise((done, failed) => {
    hold(child);
    const timer = setTimeout(() => end(new HearsayError('timeout', SLOW), true), patience);
    const end = (cause: HearsayError | null, kill: boolean, seen?: Seen): void => {
      clearTimeout(timer);
      child.off('message', onAnswer).off('exit', onExit).off('error', onError);
      if (kill) child.kill('SIGKILL');
      release(child);
      if (seen) done(seen);
      else failed(cause);
    };
    const onAnswer = (answer: Answer): void =>
      'code' in answer
        ? end(new HearsayError(answer.code, answer.message, { cause: ANSWERED }), false)
        : end(null, false, answer);
    const onExit = (code: number | null): void =>
      end(code === FULL ? new HearsayError('too-large', HEAVY) : new HearsayError('malformed', BROKE), false);
    const onError = (): void => end(new HearsayError('malformed', BROKE), true);
    child.on('message', onAnswer).on('exit', onExit).on('error', onError);
    child.send({ bytes }, (fault) => {
      if (fault) onError();
    });
  });
}

/** Marks what the process itself said: it goes on. */
const ANSWERED = 'answered';

const SLOW = 'the picture took too long to decode; save it again as PNG';
const HEAVY = 'decoding the picture took too much memory; save a smaller copy';
const BROKE = 'the picture made its decoder break off; save it again as PNG';

/** The program stays while it waits for an answer, and may end while it waits for none. */
function hold(child: ChildProcess): void {
  child.ref();
  child.channel?.ref();
}
function release(child: ChildProcess): void {
  child.unref();
  child.channel?.unref();
}
