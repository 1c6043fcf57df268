import type { Decision } from './decision.ts';
import type { Claim, MaybePerson, Person } from './ledger.ts';
import { bareName } from './name.ts';
import { mentionedIn } from './people-mentioned.ts';
import { speaksForBody } from './rank.ts';
import type { Scene } from './scene.ts';

/**
 * Every natural person of the case, withheld unless he or she speaks in office for a public body: who is a source, who
 * posts under a name, and whoever is only spoken of. What may be a person's name and may not stands apart.
 */
export function peopleIn(
  scene: Scene,
  claims: readonly Claim[] = [],
  decisions: readonly Decision[] = [],
): { readonly people: readonly Person[]; readonly maybePeople: readonly MaybePerson[] } {
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
  const maybePeople = mentionedIn(scene, claims, found);
  for (const one of decisions) if (one.kind === 'withhold' || one.kind === 'disclose') decide(one, found, scene);
  return { people: [...found.values()].sort((a, b) => (a.name < b.name ? -1 : 1)), maybePeople };
}

type Naming = Extract<Decision, { kind: 'withhold' | 'disclose' }>;

/** The desk's word on a name goes before the default, in every form of the name that is known to be the same person's. */
function decide(one: Naming, found: Map<string, Person>, scene: Scene): void {
  const whole = scene.who.full(one.name);
  const keys = [...found].flatMap(([key, { name }]) => (scene.who.full(name) === whole ? [key] : []));
  const second = one.kind === 'disclose' && one.second ? ` and ${one.second}` : '';
  const reason = one.why?.trim() ? `: ${one.why}` : '';
  for (const key of keys.length ? keys : [bareName(one.name)]) {
    const { decision, ...before } = found.get(key) ?? { name: one.name, role: null, withheld: true, why: UNKNOWN };
    const missing = missingIn(one, before);
    if (missing === null) {
      const why = `${one.kind === 'withhold' ? 'withheld' : 'shown'} by decision of ${one.by}${second}${reason}`;
      found.set(key, { ...before, withheld: one.kind === 'withhold', why, decision: one.seq });
    } else {
      const why = `${before.why}; event ${one.seq} would show the name, but ${missing}`;
      found.set(key, { ...before, why, ...(decision === undefined ? {} : { decision }) });
    }
  }
}

const UNKNOWN = 'a name that only a decision gives';

/** What a decision to name somebody lacks; null where nothing. Children, victims and private life need two people. */
function missingIn(one: Naming, { tender }: Pick<Person, 'tender'>): string | null {
  if (one.kind === 'withhold') return null;
  if (!one.why?.trim()) return 'gives no reason';
  if (tender === undefined) return null;
  const second = one.second?.trim() ?? '';
  if (second !== '' && second !== one.by.trim()) return null;
  return `${TENDER[tender]} is named only where a second person has decided so as well`;
}

const TENDER: Readonly<Record<NonNullable<Person['tender']>, string>> = {
  child: 'a child',
  victim: 'somebody who came to harm',
  'private-life': 'somebody told of for private life',
};
