import type { Decision } from './decision.ts';
import type { Person } from './ledger.ts';
import { bareName } from './name.ts';
import { speaksForBody } from './rank.ts';
import type { Scene } from './scene.ts';

/** Every person who is named as a source or posts under a name (never a mere description): withheld, unless he or she speaks in office for a public body. */
export function peopleIn(scene: Scene, decisions: readonly Decision[] = []): readonly Person[] {
  const found = new Map<string, Person>();
  for (const one of scene.story.statements) {
    const { name, kind, quote, body } = one.source;
    const writes = name !== null && scene.isPost(one) && scene.voice(one)?.author === name;
    if (!name || (kind !== 'named-person' && !(writes && kind === 'unnamed-person'))) continue;
    const office = speaksForBody(one, scene);
    const key = bareName(name);
    const before = found.get(key);
    if (before && (!before.withheld || !office)) continue;
    found.set(key, {
      name: before?.name ?? name,
      role: quote && quote !== name ? quote : (body ?? null),
      withheld: !(office && scene.policy.people.shownRoles.includes('named-person in office')),
      why: office ? `speaks in office for ${body}` : 'a private person, or one whose office is not known',
    });
  }
  for (const one of decisions) if (one.kind === 'withhold' || one.kind === 'disclose') decide(one, found, scene);
  return [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

/** The desk's word on a name goes before the default, in every form of the name that is known to be the same person's. */
function decide(
  one: Extract<Decision, { kind: 'withhold' | 'disclose' }>,
  found: Map<string, Person>,
  scene: Scene,
): void {
  const whole = scene.who.full(one.name);
  const keys = [...found].flatMap(([key, { name }]) => (scene.who.full(name) === whole ? [key] : []));
  const second = one.kind === 'disclose' && one.second ? ` and ${one.second}` : '';
  const why = `${one.kind === 'withhold' ? 'withheld' : 'shown'} by decision of ${one.by}${second}${one.why ? `: ${one.why}` : ''}`;
  for (const key of keys.length ? keys : [bareName(one.name)]) {
    const { name, role } = found.get(key) ?? { name: one.name, role: null };
    found.set(key, { name, role, withheld: one.kind === 'withhold', why, decision: one.seq });
  }
}
