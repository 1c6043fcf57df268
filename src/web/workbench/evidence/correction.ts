import type { Placed } from '../../../weigh/ledger.ts';

/** What a form says of a statement. */
export interface Correcting {
  readonly class: string;
  readonly polarity: string;
  /** `yes` or `no`. */
  readonly hedged: string;
  readonly kind: string;
  readonly name: string;
}

/** What differs from how the statement was read, as a decision has it; null where nothing does. */
export function correctionOf(
  one: Pick<Placed, 'id' | 'class' | 'polarity' | 'hedged' | 'source'>,
  { class: kind, polarity, hedged, kind: sourceKind, name }: Correcting,
): Readonly<Record<string, unknown>> | null {
  const isSame = sourceKind === one.source.kind && name === (one.source.name ?? '');
  const changed = {
    ...(kind === one.class ? {} : { class: kind }),
    ...(polarity === one.polarity ? {} : { polarity }),
    ...((hedged === 'yes') === one.hedged ? {} : { hedged: hedged === 'yes' }),
    ...(isSame ? {} : { source: { kind: sourceKind, name: name === '' ? null : name } }),
  };
  return Object.keys(changed).length === 0 ? null : { statement: one.id, ...changed };
}
