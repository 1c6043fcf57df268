import type { Spread, SpreadNode } from '../../../publish/workbench/shapes.ts';

/** What somebody wants to see of a spread; what is empty asks for nothing. */
export interface Wanted {
  readonly words: string;
  readonly lane: string;
  readonly kind: string;
  readonly label: string;
}

export const wantedOf = (query: Readonly<Record<string, string>>): Wanted => ({
  words: query['words'] ?? '',
  lane: query['lane'] ?? '',
  kind: query['kind'] ?? '',
  label: query['label'] ?? '',
});

/** Which nodes are asked for: one byte for each, 1 where it is. */
export function litOf({ nodes, edges }: Pick<Spread, 'nodes' | 'edges'>, wanted: Wanted): Uint8Array {
  const words = wanted.words.toLowerCase().split(/\s+/u).filter(Boolean);
  const linked = new Uint8Array(nodes.length);
  if (wanted.kind !== '')
    for (const { from, to, kind } of edges)
      if (kind === wanted.kind) {
        linked[from] = 1;
        linked[to] = 1;
      }
  return Uint8Array.from(nodes, (node, place) =>
    (wanted.lane === '' || node.lane === wanted.lane) &&
    (wanted.label === '' || node.labels.some((one) => one === wanted.label)) &&
    (wanted.kind === '' || linked[place] === 1) &&
    (words.length === 0 || words.every((word) => said(node).includes(word)))
      ? 1
      : 0,
  );
}

const SAID = new WeakMap<SpreadNode, string>();

/** What of a node words are looked for in; kept, since whoever types asks again with every letter. */
function said(node: SpreadNode): string {
  const known = SAID.get(node);
  if (known !== undefined) return known;
  const all = [node.title, node.publisher, node.author, node.file, node.lane].filter(Boolean).join(' ').toLowerCase();
  SAID.set(node, all);
  return all;
}
