import type { Span } from '../../base/span.ts';

/** A stretch that is left out, and the words that stand in for it. */
export interface StandIn extends Span {
  readonly words: string;
}

/** In order, each place once: where two meet, the one that begins first, or is longer, stands for both. */
export function apart<T extends Span>(found: readonly T[]): readonly T[] {
  const kept: T[] = [];
  for (const one of [...found].sort((a, b) => a.start - b.start || b.end - a.end)) {
    const last = kept.at(-1);
    if (!last || one.start >= last.end) kept.push(one);
    else if (one.end > last.end) kept.splice(-1, 1, { ...last, end: one.end });
  }
  return kept;
}

/** Words with each stand-in where it belongs; they must be in order and apart. */
export function withStandIns(words: string, found: readonly StandIn[]): string {
  let done = '';
  let from = 0;
  for (const one of found) {
    done += words.slice(from, one.start) + one.words;
    from = one.end;
  }
  return done + words.slice(from);
}
