/** One thing that was looked into: a finding, never an exception. `start` and `end` are bytes of the outermost file. */
export interface Check {
  readonly check: string;
  readonly result: 'passed' | 'failed' | 'not-run';
  readonly detail: string;
  readonly start: number | null;
  readonly end: number | null;
}

/** Where in the outermost file something lies. */
export interface Place {
  readonly start: number;
  readonly end: number;
}

const finding =
  (result: Check['result']) =>
  (check: string, detail: string, place: Place | null = null): Check => ({
    ...{ check, result, detail },
    ...{ start: place?.start ?? null, end: place?.end ?? null },
  });

export const passed = finding('passed');
export const failed = finding('failed');
/** What could not be looked into says why. */
export const notRun = finding('not-run');

/** Whether nothing was found wrong. What was not run is no fault. */
export const isSound = (checks: readonly Check[]): boolean => checks.every((one) => one.result !== 'failed');
