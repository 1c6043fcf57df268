import { type ErrorCode, HearsayError } from '../base/error.ts';

/** What is wrong with a file of the seal, and in which of its bytes (half-open). */
export class PlacedError extends HearsayError {
  readonly start: number;
  readonly end: number;

  constructor(code: ErrorCode, message: string, start: number, end: number) {
    super(code, message);
    this.start = start;
    this.end = end;
  }
}
