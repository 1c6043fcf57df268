import { compareInstants } from '../base/time.ts';
import type { Group } from './group.ts';
import type { Placed } from './ledger.ts';
import type { Rift } from './rift.ts';
import type { Scene } from './scene.ts';

/** What of the amounts that exclude each other is told by one voice, later otherwise: an update, no contradiction. */
export interface Updates {
  /** The amounts that stay against each other. */
  readonly rifts: readonly Rift[];
  readonly updated: (group: Group) => boolean;
}

/** Parts updates from contradictions: three hurt at eight, five at noon, by the same fire service. */
export function updatesAmong(rifts: readonly Rift[], scene: Scene): Updates {
  const earlier = new Map<Placed, Set<string>>();
  const left = rifts.filter(({ a, b }) => {
    if (!oneVoice(a.statement, b.statement, scene)) return true;
    const order = compareInstants(a.statement.at, b.statement.at);
    if (order === 0) return true;
    const { statement, words } = order < 0 ? a : b;
    earlier.set(statement, (earlier.get(statement) ?? new Set<string>()).add(words));
    return false;
  });
  return {
    rifts: left,
    updated: ({ parts }) => parts.some(({ statement, words }) => earlier.get(statement)?.has(words)),
  };
}

/** One person or body, in two items; what one says twice in an item stays a contradiction. */
function oneVoice(a: Placed, b: Placed, scene: Scene): boolean {
  if (a.at === null || b.at === null || (a.item === b.item && !scene.isPost(a))) return false;
  const name = scene.who.full(scene.speaker(a));
  return name !== '' && name === scene.who.full(scene.speaker(b)) && !scene.isOutlet(name);
}
