import { type ErrorCode, HearsayError } from '../base/error.ts';

/** What is answered where something is not done: in the words of the program, with a status that fits. */
export interface Refused {
  readonly status: 400 | 401 | 403 | 404 | 405 | 409 | 413 | 415 | 421 | 422 | 423 | 500 | 502 | 504 | 507;
  readonly code: ErrorCode;
  readonly message: string;
}

/** An error as an answer. What is none of ours is told to whoever started the server, not to the page. */
export function refusedBy(cause: unknown): Refused {
  if (cause instanceof HearsayError)
    return { status: STATUS[cause.code] ?? 422, code: cause.code, message: cause.message };
  return { status: 500, code: 'internal', message: 'something went wrong inside the server; it wrote down what' };
}

/** A refusal that has a status of its own. */
export class Refusal extends HearsayError {
  readonly status: Refused['status'];
  constructor(status: Refused['status'], code: ErrorCode, message: string) {
    super(code, message);
    this.name = 'Refusal';
    this.status = status;
  }
}

export const refusedWith = (cause: unknown): Refused =>
  cause instanceof Refusal ? { ...refusedBy(cause), status: cause.status } : refusedBy(cause);

const STATUS: Readonly<Partial<Record<ErrorCode, Refused['status']>>> = {
  usage: 400,
  malformed: 400,
  'not-permitted': 403,
  'not-found': 404,
  exists: 409,
  'too-large': 413,
  'unknown-type': 415,
  locked: 423,
  internal: 500,
  damaged: 500,
  network: 502,
  timeout: 504,
  disk: 507,
};
