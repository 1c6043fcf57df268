import { overlap } from '../base/span.ts';
import type { Contradiction } from '../weigh/ledger.ts';
import type { View } from './catalogue.ts';
import { squeezed } from './repeats.ts';

/** What does not fit together, each pair of wordings once, private life left out. */
export function differences({
  dossier,
  statement,
  isWithheld,
}: Pick<View, 'dossier' | 'statement' | 'isWithheld'>): readonly Contradiction[] {
  const hidden = dossier.claims
    .filter(isWithheld)
    .flatMap(({ statements }) => statements.flatMap((id) => statement(id) ?? []));
  const isHidden = (one: Contradiction['a']): boolean =>
    hidden.some((other) => other.item === one.item && 2 * overlap(one, other) > one.end - one.start);
  const pairs = new Map<string, Contradiction>();
  for (const one of dossier.contradictions) {
    const key = [squeezed(one.a.quote), squeezed(one.b.quote)].sort().join('\n');
    if (!pairs.has(key) && !isHidden(one.a) && !isHidden(one.b)) pairs.set(key, one);
  }
  return [...pairs.values()];
}
