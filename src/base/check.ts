/** A place in a file of the case where something is wrong: bytes, half-open. */
export interface FileFault {
  readonly file: string;
  readonly start: number;
  readonly end: number;
  readonly what: string;
}

/** One row of what `verify` prints. */
export interface Check {
  readonly check: string;
  readonly result: 'passed' | 'failed' | 'not run';
  /** What was looked at and found; why it was not run. */
  readonly detail: string;
  readonly faults: readonly FileFault[];
}

/** A check that was run: passed where nothing is wrong. */
export const ran = (check: string, detail: string, faults: readonly FileFault[]): Check => ({
  ...{ check, detail, faults },
  result: faults.length === 0 ? 'passed' : 'failed',
});

export const notRun = (check: string, detail: string): Check => ({ check, result: 'not run', detail, faults: [] });
