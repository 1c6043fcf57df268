import { visible } from '../visible.ts';
import type { StandIn } from '../withhold/find-forms.ts';
import { secretsIn } from '../withhold/secrets.ts';
import type { Withholding } from '../withhold/withhold.ts';

/** Stand-ins for names and for secrets alike: what one of them finds the other need not. `desk` are words by which the desk's own people are known. */
export function guarded(names: Withholding, desk: readonly string[]): Withholding {
  const within = (words: string): readonly StandIn[] =>
    apart([
      ...names.within(words),
      ...secretsIn(words, desk).map(({ start, end, kind }) => ({ start, end, words: `[withheld: ${kind}]` })),
    ]);
  return Object.assign((words: string) => withStandIns(visible(words), within), { within });
}

/** In order, each place once: where two meet, the one that begins first stands for both. */
function apart(found: readonly StandIn[]): readonly StandIn[] {
  const kept: StandIn[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (one.end > last.end) kept.splice(-1, 1, { ...last, end: one.end });
  }
  return kept;
}

function withStandIns(words: string, within: (words: string) => readonly StandIn[]): string {
  let done = '';
  let from = 0;
  for (const one of within(words)) {
    done += words.slice(from, one.start) + one.words;
    from = one.end;
  }
  return done + words.slice(from);
}
