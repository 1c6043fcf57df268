import type { TimeWords } from '../time/worded.ts';
import { ES_TIMES } from './es/times.ts';

/** Languages whose words about time are data alone, by their tag. */
export const TIMES: ReadonlyMap<string, TimeWords> = new Map(
  [ES_TIMES].flatMap((one) => one.languages.map((tag) => [tag, one] as const)),
);
