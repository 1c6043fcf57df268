/** What can be wrong with a call or an input: a closed set, so that programs can act on it. */
export type ErrorCode =
  | 'usage'
  | 'not-found'
  | 'not-permitted'
  | 'empty'
  | 'too-large'
  | 'unknown-type'
  | 'malformed'
  | 'truncated'
  | 'encoding'
  | 'encrypted'
  | 'no-text'
  | 'timeout'
  | 'bad-index'
  | 'bad-policy'
  | 'bad-date'
  | 'bad-decision'
  | 'exists'
  | 'locked'
  | 'damaged'
  | 'disk'
  | 'network'
  | 'internal';

/** Names out of a hostile file can be as long as the file: the middle of a message goes first. */
const LONGEST = 700;

const oneLine = (message: string): string => {
  const line = message.replaceAll(/[\p{Cc}\u2028\u2029]+/gu, ' ');
  return line.length <= LONGEST ? line : `${line.slice(0, LONGEST / 2)} … ${line.slice(-LONGEST / 2)}`;
};

/** An expected failure. The message says what, where, and what to do next, in one line. */
export class HearsayError extends Error {
  readonly code: ErrorCode;

  constructor(code: ErrorCode, message: string, options?: { cause?: unknown }) {
    super(oneLine(message), options);
    this.name = 'HearsayError';
    this.code = code;
  }
}

/** What went wrong, in its own words, whatever was thrown. */
export const messageOf = (cause: unknown): string => (cause instanceof Error ? cause.message : String(cause));
