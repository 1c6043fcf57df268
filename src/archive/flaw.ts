import { type ErrorCode, HearsayError } from '../base/error.ts';

/** What is wrong with an archive, and where: `start` (included) to `end` (excluded) in the bytes of the file. */
export interface Fault {
  readonly code: ErrorCode;
  readonly start: number;
  readonly end: number;
  readonly what: string;
}

const REMEDY: Partial<Record<ErrorCode, string>> = {
  truncated: 'get the whole file again',
  damaged: 'the file was altered or damaged: get it again from where it came',
  'too-large': 'it was not opened: take it apart with another program and add the parts that matter',
  encrypted: 'save it without a password',
};

/** A fault that ends the reading. */
export class Flaw extends HearsayError implements Fault {
  readonly start: number;
  readonly end: number;
  readonly what: string;

  constructor(code: ErrorCode, what: string, start: number, end: number = start) {
    const remedy = REMEDY[code] ?? 'get it again, or write it anew with another program';
    const where = end > start + 1 ? `bytes ${start} to ${end}` : `byte ${start}`;
    super(code, `${what} (${where}); ${remedy}`);
    this.start = start;
    this.end = end;
    this.what = what;
  }
}
