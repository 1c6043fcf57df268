import { compareInstants } from '../base/time.ts';
import type { Group } from './group.ts';
import type { Label, Placed } from './ledger.ts';

const STEPS = 60;

/** Since when a claim has stood as it stands: back through its statements for as long as the label stays the same. */
export function sinceWhen(group: Group, label: Label, labelOf: (group: Group) => Label): string | null {
  const times = [...new Set([...group.for, ...group.against].flatMap((one) => one.at ?? []))].sort(compareInstants);
  let since = times.at(-1) ?? null;
  for (const instant of times.slice(0, -1).reverse().slice(0, STEPS)) {
    if (labelOf(until(group, instant)) !== label) break;
    since = instant;
  }
  return since;
}

function until(group: Group, instant: string): Group {
  const out = (one: Placed) => one.at === null || compareInstants(one.at, instant) <= 0;
  return { ...group, for: group.for.filter(out), against: group.against.filter(out) };
}
