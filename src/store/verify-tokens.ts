import type { History } from '../record/history.ts';
import { type Check, notRun } from './check.ts';
import type { Known, Seen } from './seen.ts';

/** Time stamps: each must be of a checkpoint of this log. */
export async function tokenChecks(_seen: Seen, history: History, _known: Known): Promise<readonly Check[]> {
  return [notRun('time', history.stamps.length === 0 ? 'no time stamp is kept' : 'not looked at')];
}
