import type { Group } from './group.ts';
import type { Placed } from './ledger.ts';
import { ownBody } from './rank.ts';
import type { Scene } from './scene.ts';
import type { Union } from './union.ts';

/** Who leads or speaks for a body; what he says for a claim is no second origin beside what his body says for it. */
const OFFICE =
  /\b(?:head|director|chief|manager|principal|president|chair\w*|owner|secretary|commissioner|rector|dean|mayor|spokes\w+)\b|局长|主任|校长|院长|馆长|董事长|经理|书记|部长|处长|所长|负责人|发言人/iu;

/** Joins, claim by claim, a named officer to the body that the same claim rests on, where his description names it. */
export function joinOfficers(
  groups: readonly Group[],
  scene: Scene,
  keys: ReadonlyMap<string, string>,
  union: Union,
): void {
  for (const group of groups) {
    const all = [...group.for, ...group.against];
    const bodies = all.filter((one) => keys.get(one.id)?.startsWith('body:'));
    for (const person of all.filter((one) => one.source.kind === 'named-person')) {
      const key = keys.get(person.id);
      const body = key && bodies.find((one) => leads(person, one, scene));
      const other = body && keys.get(body.id);
      if (key && other) union.join(key, other);
    }
  }
}

function leads(person: Placed, body: Placed, scene: Scene): boolean {
  const described = scene.who.described(person.source.name ?? '');
  if (!OFFICE.test(described)) return false;
  const name = scene.who.full(ownBody(body, scene) ?? body.source.name ?? body.source.quote);
  const words = name.match(/\p{Script=Latin}{4,}/gu) ?? [];
  return (
    words.some((word) => described.includes(word)) ||
    (/\p{Script=Han}/u.test(name) && described.includes(name.slice(-3)))
  );
}
