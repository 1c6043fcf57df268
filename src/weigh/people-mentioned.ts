import type { Claim, MaybePerson, Person } from './ledger.ts';
import { bareName } from './name.ts';
import type { Scene } from './scene.ts';
import type { Story } from './story.ts';

type Mention = NonNullable<Story['persons']>[number];

/**
 * Enters whom the items name among the people found so far, and marks children, victims and private life. Returns the
 * names that may be a person's: each once, known bodies and people left out.
 */
export function mentionedIn(
  scene: Scene,
  claims: readonly Claim[],
  found: Map<string, Person>,
): readonly MaybePerson[] {
  const items = new Set(scene.story.items.map(({ id }) => id));
  const mentions = (scene.story.persons ?? []).filter(({ item }) => items.has(item));
  const bodies = bodiesOf(scene, found);
  const register = new Register(found, scene);
  // The longest first, so that a part of a name finds the whole.
  const sure = mentions.filter((one) => one.sure).sort((a, b) => b.name.length - a.name.length);
  for (const one of sure) enter(one, bodies, register);
  markPrivateLife(found, claims, scene);
  const maybe = new Map<string, MaybePerson>();
  for (const { name, item, start, end, sure } of mentions) {
    const key = bareName(name);
    if (sure || key === '' || maybe.has(key) || bodies.has(key) || register.find(name) !== null) continue;
    maybe.set(key, { name, item, start, end });
  }
  return [...maybe.values()].sort((a, b) => (a.name < b.name ? -1 : 1));
}

function enter({ name, role, tender }: Mention, bodies: ReadonlySet<string>, register: Register): void {
  const key = bareName(name);
  if (key === '' || (role === null && bodies.has(key))) return;
  const same = register.find(name);
  if (same === null) {
    const why = 'named in the items; a private person, or one whose office is not known';
    register.enter(key, { name, role, withheld: true, why, ...(tender === null ? {} : { tender }) });
    return;
  }
  const [at, before] = same;
  const worse = before.tender === 'child' || tender === null ? before.tender : tender;
  register.enter(at, { ...before, role: before.role ?? role, ...(worse === undefined ? {} : { tender: worse }) });
}

/** Under which key somebody is known: by the same name, or by a longer one of which this is a part, and no other's. */
class Register {
  readonly #found: Map<string, Person>;
  readonly #scene: Scene;
  readonly #byFull = new Map<string, string>();
  /** Null where two people share the part. */
  readonly #byPart = new Map<string, string | null>();

  constructor(found: Map<string, Person>, scene: Scene) {
    this.#found = found;
    this.#scene = scene;
    for (const [key, person] of found) this.#index(key, person);
  }

  enter(key: string, person: Person): void {
    const fresh = !this.#found.has(key);
    this.#found.set(key, person);
    if (fresh) this.#index(key, person);
  }

  find(name: string): readonly [string, Person] | null {
    const bare = bareName(name);
    const key = this.#found.has(bare) ? bare : (this.#byFull.get(this.#scene.who.full(name)) ?? this.#byPart.get(bare));
    const person = key === null || key === undefined ? undefined : this.#found.get(key);
    return person && key ? [key, person] : null;
  }

  #index(key: string, { name }: Person): void {
    this.#byFull.set(this.#scene.who.full(name), key);
    for (const part of partsOf(key)) {
      const other = this.#byPart.get(part);
      this.#byPart.set(part, other === undefined || other === key ? key : null);
    }
  }
}

/** What "ingrid vale" is called by besides: "ingrid", "vale", "ingrid v"; 岑小静 by 小静. */
function partsOf(key: string): readonly string[] {
  if (/^\p{Script=Han}{3,4}$/u.test(key)) return [key.slice(-2)];
  const words = key.split(/[\s·・•]+/u);
  const [first = '', last = ''] = [words[0], words.at(-1)];
  if (words.length < 2 || words.length > 4) return [];
  const single = words.filter((word) => word.length > 2 || /^\p{Script=Han}{2}$/u.test(word));
  const initial = first.charAt(0);
  return [
    ...single,
    `${first} ${last.charAt(0)}`,
    `${first} ${last.charAt(0)}.`,
    `${initial} ${last}`,
    `${initial}. ${last}`,
    `${first} ${last}`,
  ];
}

/** Bodies and outlets that the case names; whoever speaks as a person is none. */
function bodiesOf(scene: Scene, found: ReadonlyMap<string, Person>): ReadonlySet<string> {
  const { statements, responses, items } = scene.story;
  const names = [
    ...statements.flatMap(({ source }) => [
      source.kind === 'named-body' || source.kind === 'outlet' ? source.name : null,
      source.body ?? null,
    ]),
    ...responses.map(({ body }) => body),
    ...items.map(({ publisher, author }) => (publisher === author ? null : publisher)),
  ];
  return new Set(names.flatMap((name) => (name && !found.has(bareName(name)) ? [bareName(name)] : [])));
}

/** Whoever is named in claims about private life as often as in others, or more. */
function markPrivateLife(found: Map<string, Person>, claims: readonly Claim[], scene: Scene): void {
  if (!claims.some(({ privateLife }) => privateLife)) return;
  const quotes = new Map(scene.story.statements.map(({ id, quote }) => [id, quote]));
  const told = claims.map(({ statement, statements, privateLife }) => ({
    words: [statement, ...statements.map((id) => quotes.get(id) ?? '')].join('\n').toLowerCase(),
    privateLife,
  }));
  const hidden = told.filter(({ privateLife }) => privateLife);
  for (const [key, person] of found) {
    if (person.tender !== undefined || !person.withheld) continue;
    const name = person.name.toLowerCase();
    const secret = hidden.filter(({ words }) => words.includes(name)).length;
    if (secret === 0 || 2 * secret < told.filter(({ words }) => words.includes(name)).length) continue;
    found.set(key, { ...person, tender: 'private-life' });
  }
}
