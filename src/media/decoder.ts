import { type ChildProcess, fork } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type ErrorCode, HearsayError } from '../base/error.ts';
import type { PictureMetadata } from '../capture/picture-metadata.ts';
import { type Decoded, decoded, type Glance, glance } from './decode.ts';
import { metadataOf } from './metadata.ts';

/** Opens pictures in a process of its own, one at a time, that is ended where it takes too long or too much. */
export interface Decoder {
  /** Throws a HearsayError where the picture can't be decoded within bounds. */
  readonly see: (bytes: Uint8Array) => Promise<Seen>;
  /** What it carries beside its pixels; null where its form is not known. Throws as `see` does. */
  readonly metadata: (bytes: Uint8Array) => Promise<PictureMetadata | null>;
  readonly close: () => void;
}

export interface Seen {
  readonly glance: Glance;
  readonly decoded: Decoded;
}

/** What the process is asked. */
export interface Question {
  readonly wanted: keyof Answers;
  readonly bytes: Uint8Array;
}

/** What it answers, if it can. */
export interface Answers {
  readonly pixels: Seen;
  readonly metadata: PictureMetadata | null;
}

export type Answer =
  | { readonly found: Answers[keyof Answers] }
  | { readonly code: ErrorCode; readonly message: string };

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
  if (!existsSync(fileURLToPath(program))) return { see: decodedHere, metadata: metadataOf, close: () => undefined };
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
  const answerTo = <T extends keyof Answers>(wanted: T, bytes: Uint8Array): Promise<Answers[T]> => {
    const answer = last.then(() => asked<T>(started(), { wanted, bytes }, options.patience ?? PATIENCE));
    // Whatever went wrong without an answer, the next picture gets a new process.
    last = answer.catch((cause: unknown) => {
      if (!(cause instanceof HearsayError && cause.cause === ANSWERED)) child = null;
    });
    return answer;
  };
  return {
    see: (bytes) => answerTo('pixels', bytes),
    metadata: (bytes) => answerTo('metadata', bytes),
    close: () => child?.kill('SIGKILL'),
  };
}

export async function decodedHere(bytes: Uint8Array): Promise<Seen> {
  return { glance: await glance(bytes), decoded: await decoded(bytes) };
}

/** Asks the process about one picture, and ends it where no answer comes in time. */
function asked<T extends keyof Answers>(
  child: ChildProcess,
  question: Question & { readonly wanted: T },
  patience: number,
): Promise<Answers[T]> {
  return new Promise((done, failed) => {
    hold(child);
    const timer = setTimeout(() => end(new HearsayError('timeout', SLOW), true), patience);
    const over = (): void => {
      clearTimeout(timer);
      child.off('message', onAnswer).off('exit', onExit).off('error', onError);
      release(child);
    };
    const end = (cause: HearsayError, kill: boolean): void => {
      over();
      if (kill) child.kill('SIGKILL');
      failed(cause);
    };
    const onAnswer = (answer: Answer): void => {
      over();
      if ('code' in answer) failed(new HearsayError(answer.code, answer.message, { cause: ANSWERED }));
      // The process answers what it was asked.
      else done(answer.found as Answers[T]);
    };
    const onExit = (code: number | null): void =>
      end(code === FULL ? new HearsayError('too-large', HEAVY) : new HearsayError('malformed', BROKE), false);
    const onError = (): void => end(new HearsayError('malformed', BROKE), true);
    child.on('message', onAnswer).on('exit', onExit).on('error', onError);
    child.send(question, (fault) => {
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
