import type { Placed } from './ledger.ts';
import { bareName } from './name.ts';
import type { Story } from './story.ts';

/**
 * What a sentence alone takes for a person ("Kessen Transit says"), as the body that it is elsewhere in the case: one
 * that publishes pages of its own without a writer, or that is told of as a body. So nobody is counted twice.
 */
export function embodied(story: Story, statements: readonly Placed[]): readonly Placed[] {
  const bodies = new Set(
    [
      ...story.items.flatMap(({ publisher, author }) => (publisher && publisher !== author ? [publisher] : [])),
      ...statements.flatMap(({ source }) => (source.kind === 'named-body' && source.name ? [source.name] : [])),
    ].map(bareName),
  );
  return statements.map((one) =>
    one.source.kind === 'named-person' && one.source.name && bodies.has(bareName(one.source.name))
      ? { ...one, source: { ...one.source, kind: 'named-body' } }
      : one,
  );
}
