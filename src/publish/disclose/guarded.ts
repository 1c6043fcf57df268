import { visible } from '../visible.ts';
import { withoutMade } from '../withhold/made-ids.ts';
import { secretsIn, standInsFor } from '../withhold/secrets.ts';
import { apart, type StandIn, withStandIns } from '../withhold/stand-in.ts';
import type { Withholding } from '../withhold/withhold.ts';

/**
 * Stand-ins for names and for secrets alike: what one of them finds the other need not. `desk` are words by which the
 * desk's own people are known. Ids that the program makes stay whole: earlier editions are led to by them.
 */
export function guarded(names: Withholding, desk: readonly string[]): Withholding {
  const within = (words: string): readonly StandIn[] => {
    const plain = withoutMade(words);
    return apart([...names.within(plain), ...standInsFor(secretsIn(plain, desk))]);
  };
  const shown = remembered((words) => {
    const seen = visible(words);
    return withStandIns(seen, within(seen));
  });
  return Object.assign(shown, { within });
}

/** The same words come many times in an edition: names of outlets, quotations, kinds. */
function remembered(change: (words: string) => string): (words: string) => string {
  const known = new Map<string, string>();
  return (words) => {
    const before = known.get(words);
    if (before !== undefined) return before;
    const made = change(words);
    known.set(words, made);
    return made;
  };
}
