import type { Item } from '../../capture/item.ts';

/** An event of the journal, as far as its disclosure goes. */
interface Told {
  readonly seq: number;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

/** Which leaves of an event anybody may see; null where the event itself stays at the desk. */
export type ShownLeaves = ((pointer: string, value: unknown) => boolean) | null;

/** Kinds that every verifier needs, and what they need of them (docs/published-format.md). */
const ALWAYS: Readonly<Record<string, RegExp>> = {
  case: /^\/data\/(?:format|id|key)$/u,
  key: /^\/data\/key$/u,
  publish: /^\/data\//u,
  checkpoint: /^\/data\//u,
  cosign: /^\/data\//u,
  stamp: /^\/data\//u,
};

/** What else may be seen where it is plain: nobody's name, no secret. That an event of another kind happened is the desk's affair. */
const WHERE_PLAIN: Readonly<Record<string, RegExp>> = {
  case: /^\/data\/(?:title|languages)$/u,
  policy: /^\/data\//u,
  add: /^\/data\/(?:size|from|facts\/(?:published|captured|lang))$/u,
  ask: /^\/data\/of$/u,
  reply: /^\/data\/(?:to|of|outcome)$/u,
  promise: /^\/data\/(?:who|due)$/u,
  kept: /^$/u,
  broken: /^$/u,
  withdrawn: /^$/u,
  retract: /^$/u,
  correct: /^\/data\/(?:class|polarity|hedged|drop)$/u,
  merge: /^$/u,
  split: /^$/u,
  disclose: /^\/data\/(?:name|why)$/u,
  waive: /^\/data\/(?:of|why)$/u,
  exhibit: /^\/data\/why$/u,
};

/** Of evidence that a body or an outlet speaks in itself, where it stood and which bytes it is may be seen too. */
const OF_EVIDENCE = /^\/data\/(?:blob|facts\/(?:url|publisher))$/u;

/**
 * What of each event is disclosed with an edition. `plain` says whether words may stand as they are; `items` are those of
 * the edition, by the file that the event names: their digest and address are shown where the edition shows them.
 */
export function shownLeaves(
  plain: (words: string) => boolean,
  items: ReadonlyMap<string, Item>,
  undone: ReadonlySet<number>,
): (event: Told) => ShownLeaves {
  return ({ seq, kind, data }) => {
    const always = ALWAYS[kind];
    const some = WHERE_PLAIN[kind];
    if (undone.has(seq) || (!always && !some)) return null;
    const facts = data['facts'] as { readonly file?: string } | undefined;
    const item = kind === 'add' ? items.get(facts?.file ?? '') : undefined;
    const open = item !== undefined && item.digest !== 'sha256:withheld';
    return (pointer, value) => {
      if (pointer === '/by') return false;
      if (always?.test(pointer)) return true;
      const may = some?.test(pointer) === true || (kind === 'add' && open && OF_EVIDENCE.test(pointer));
      return may && (typeof value !== 'string' || plain(value));
    };
  };
}
