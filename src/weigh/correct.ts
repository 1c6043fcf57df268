import type { Decision } from './decision.ts';
import type { Placed } from './ledger.ts';

/** Statements as people corrected them, marked `by: 'person'`; what was dropped is gone. The id stays, so that later decisions still find it. */
export function corrected(statements: readonly Placed[], decisions: readonly Decision[]): readonly Placed[] {
  const changes = new Map<string, Extract<Decision, { kind: 'correct' }>[]>();
  for (const one of [...decisions].sort((a, b) => a.seq - b.seq))
    if (one.kind === 'correct') changes.set(one.statement, [...(changes.get(one.statement) ?? []), one]);
  if (changes.size === 0) return statements;
  return statements.flatMap((one) => {
    const all = changes.get(one.id) ?? [];
    return all.some(({ drop }) => drop) ? [] : [all.reduce(withChange, one)];
  });
}

function withChange(one: Placed, change: Extract<Decision, { kind: 'correct' }>): Placed {
  const { body: _, ...before } = one.source;
  const source = change.source ? { ...before, ...change.source } : one.source;
  return {
    ...one,
    class: change.class ?? one.class,
    polarity: change.polarity ?? (change.class === 'deny' ? 'negative' : one.polarity),
    hedged: change.hedged ?? one.hedged,
    source,
    // What somebody else is found to stand behind is no longer the item's own voice.
    carrier: one.carrier && (!change.source || change.source.name === one.source.name),
    chain: change.source ? [source, ...one.chain.slice(1)] : one.chain,
    by: 'person',
  };
}
