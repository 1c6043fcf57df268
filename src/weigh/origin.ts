import { nameOf } from '../base/digest.ts';
import { gistOf } from './gist.ts';
import type { Group } from './group.ts';
import type { Origin, Placed } from './ledger.ts';
import { bareName } from './name.ts';
import { joinOfficers } from './officer.ts';
import { pictureOf, withPictures } from './picture-set.ts';
import { isVague, ownBody, rankOf, restsOnPictures, speaksUnnamed } from './rank.ts';
import { isPicture, type Scene } from './scene.ts';
import { Union } from './union.ts';

export interface Origins {
  readonly all: readonly Origin[];
  /** The origin that a statement rests on; none where nobody stands behind it. */
  readonly of: (statement: Placed) => string | null;
  /** What to call an origin in a sentence. */
  readonly called: (origin: string) => string;
}

/** The independent places that statements come from: copies, clients of one agency and posts of one picture fall together. */
export function findOrigins(groups: readonly Group[], scene: Scene): Origins {
  const union = new Union();
  const keys = new Map<string, string>();
  for (const one of scene.story.statements) {
    const key = saysNothing(one) ? null : keyOf(one, scene);
    if (key) keys.set(one.id, key);
  }
  forgetHeadlines(groups, scene, keys);
  joinUnnamed(groups, scene, keys, union);
  joinOfficers(groups, scene, keys, union);
  joinTransliterated(groups, keys, union);
  joinSpoken(scene, keys, union);
  joinEchoes(scene, keys, union);
  const found = new Map<string, Placed[]>();
  for (const one of scene.story.statements) {
    const key = keys.get(one.id);
    if (!key) continue;
    const root = union.find(key);
    const there = found.get(root);
    if (there) there.push(one);
    else found.set(root, [one]);
  }
  const named = [...found].map(([key, statements]) => originOf(key, statements, scene));
  const all = [...named, ...ringOrigins(scene)].map((origin) => withPictures(origin, scene));
  const names = new Map(all.map((origin) => [origin.id, origin.name ?? NAMELESS[origin.kind]]));
  const ids = new Map<string, string>();
  const id = (key: string): string => {
    const root = union.find(key);
    const made = ids.get(root) ?? nameOf('origin', root);
    ids.set(root, made);
    return made;
  };
  return {
    all: all.sort((a, b) => (a.id < b.id ? -1 : 1)),
    of: (one) => {
      const key = keys.get(one.id);
      return key ? id(key) : null;
    },
    called: (origin) => names.get(origin) ?? 'somebody',
  };
}

const NAMELESS: Readonly<Record<Origin['kind'], string>> = {
  person: 'a person',
  'unnamed-person': 'an unnamed person',
  body: 'a body',
  document: 'a document',
  artefact: 'an artefact',
  crowd: 'people online',
  outlet: 'outlets citing one another',
};

/** A scrap of a sentence, with nothing in it that could be compared: nobody is an origin by it. */
const saysNothing = (one: Placed): boolean => PLAIN.has(one.class) && gistOf(one.quote).tokens.size === 0;
const PLAIN: ReadonlySet<string> = new Set(['say', 'hearsay', 'allege']);

/** The name under which statements of one origin meet: kind, then who. */
function keyOf(one: Placed, scene: Scene): string | null {
  const rank = rankOf(one, scene);
  if (rank === 'document') return `document:${scene.telling(one.item)}`;
  if (rank === 'crowd') return scene.voice(one)?.kind === 'comment' ? null : 'crowd:';
  if (rank === 'sourceless' || rank === 'none') return null;
  if (rank === 'artefact' && (restsOnPictures(one, scene) || scene.shownInPicture(one)))
    return `artefact:${pictureOf(one, scene)}`;
  const own = ownBody(one, scene);
  if (own) return `body:${scene.who.full(own)}`;
  const name = one.source.name ?? one.source.quote;
  switch (one.source.kind) {
    case 'named-body':
      return `body:${scene.who.full(name)}`;
    case 'named-person':
      return personKey(name, scene);
    case 'artefact':
      return isPicture(one, scene.policy)
        ? `artefact:${pictureOf(one, scene)}`
        : `artefact:${scene.telling(one.item)}:${bareName(name)}`;
    default: {
      const person = scene.who.mentioned(name);
      const body = speaksUnnamed(one, scene) ? scene.who.full(one.source.body ?? '') : frontDeskOf(name, scene);
      if (body) return `body:${body}`;
      return person ? personKey(person, scene) : `unnamed-person:${scene.telling(one.item)}:${bareName(name)}`;
    }
  }
}

/** Who answers a body's telephone speaks for it: the body, where it is named and known. */
function frontDeskOf(name: string, scene: Scene): string | null {
  const bare = bareName(name);
  for (const word of scene.policy.competence.frontDesk) {
    const at = bare.indexOf(word);
    if (at < 0) continue;
    const body = scene.who.full(
      `${bare.slice(0, at)} ${bare.slice(at + word.length)}`.replace(/的\s*$|^\s*(?:at|of|for)\s/gu, '').trim(),
    );
    if (scene.bodies.some((one) => scene.who.full(one) === body)) return body;
  }
  return null;
}

/** A spokesperson's word is the body's. */
function personKey(name: string, scene: Scene): string {
  const body = scene.who.speaksFor(name);
  return body ? `body:${body}` : `person:${scene.who.full(name)}`;
}

/** "Ferry firm: door was shut" over what its director says of the door: a headline tells in short what its own text tells, and is no origin beside it. */
function forgetHeadlines(groups: readonly Group[], scene: Scene, keys: Map<string, string>): void {
  const inTitle = (one: Placed) => scene.item(one.item)?.title?.includes(one.quote) ?? false;
  for (const side of groups.flatMap((group) => [group.for, group.against])) {
    if (side.length < 2) continue;
    const heads = side.filter(
      (one) => /^(?:person|body|unnamed-person):/u.test(keys.get(one.id) ?? '') && inTitle(one),
    );
    for (const head of heads)
      if (side.some((one) => one.item === head.item && keys.has(one.id) && !inTitle(one))) keys.delete(head.id);
  }
}

/** Unnamed people in one telling who say one thing count once; so do those who can't be told apart by how they are described. */
function joinUnnamed(groups: readonly Group[], scene: Scene, keys: ReadonlyMap<string, string>, union: Union): void {
  for (const group of groups) {
    const first = new Map<string, string>();
    const met: { readonly key: string; readonly words: ReadonlySet<string> }[] = [];
    for (const one of [...group.for, ...group.against]) {
      const key = keys.get(one.id);
      if (!key?.startsWith('unnamed-person:')) continue;
      const place = scene.telling(one.item);
      const other = first.get(place);
      if (other) union.join(key, other);
      else first.set(place, key);
      const words = gistOf(one.source.name ?? one.source.quote).tokens;
      for (const before of met) if (mayBeOne(before.words, words)) union.join(before.key, key);
      met.push({ key, words });
    }
  }
}

/** "A nurse at St Anne" and "a hospital nurse" may be one: all that is said of the one is said of the other, or nearly. */
function mayBeOne(a: ReadonlySet<string>, b: ReadonlySet<string>): boolean {
  const shared = [...a].filter((word) => b.has(word)).length;
  return shared > 0 && shared === Math.min(a.size, b.size);
}

/**
 * People of one claim whose names stand in two scripts and can't be compared (a foreign name in Chinese characters)
 * are not known to be two, so they count once.
 */
function joinTransliterated(groups: readonly Group[], keys: ReadonlyMap<string, string>, union: Union): void {
  for (const group of groups) {
    const people = [...group.for, ...group.against].flatMap((one) => {
      const key = keys.get(one.id);
      return key?.startsWith('person:') ? [key] : [];
    });
    const latin = people.find((key) => !/\p{Script=Han}/u.test(key));
    if (!latin) continue;
    for (const key of people) if (/\p{Script=Han}.*[·・]|\p{Script=Han}{5}/u.test(key)) union.join(latin, key);
  }
}

/** The same words in the same place, or the very same sentence from a person and from nobody in particular, were said once. */
function joinSpoken(scene: Scene, keys: ReadonlyMap<string, string>, union: Union): void {
  const places = new Map<string, string>();
  const said = new Map<string, string>();
  for (const one of scene.story.statements) {
    const key = keys.get(one.id);
    if (!key) continue;
    const words = gistOf(one.quote).key;
    const place = `${scene.telling(one.item)} ${words.length < 20 ? one.start : ''} ${words}`;
    const there = places.get(place);
    if (there && isAltered(there) === isAltered(key)) union.join(there, key);
    else if (!there) places.set(place, key);
    if (one.quote.length < 20 || !/^(?:person|unnamed-person):/u.test(key)) continue;
    const before = said.get(words);
    if (before && (before.startsWith('unnamed') || key.startsWith('unnamed'))) union.join(before, key);
    if (!before || before.startsWith('unnamed')) said.set(words, key);
  }
}

/** What a copy or a translation carries on comes from where its model had it. */
function joinEchoes(scene: Scene, keys: ReadonlyMap<string, string>, union: Union): void {
  const first = new Map<string, string>();
  for (const one of scene.story.statements) {
    const key = keys.get(one.id);
    if (!key || !/^(?:person|body|unnamed-person):/u.test(key)) continue;
    const place = `${scene.echo(one.id)} ${key.slice(0, key.indexOf(':'))}`;
    const other = first.get(place);
    if (other === undefined) first.set(place, key);
    else if (other.startsWith('unnamed') || /\p{Script=Han}/u.test(key) !== /\p{Script=Han}/u.test(other))
      union.join(other, key);
  }
}

/** A picture altered from another is no part of what the other shows. */
const isAltered = (key: string): boolean => key.startsWith('artefact:edited:');

function originOf(key: string, statements: readonly Placed[], scene: Scene): Origin {
  const kind = key.slice(0, key.indexOf(':')) as Origin['kind'];
  return {
    id: nameOf('origin', key),
    kind,
    name: kind === 'crowd' ? null : calledIn(kind, statements, scene),
    items: [...new Set(statements.map((one) => one.item))],
    statements: statements.map((one) => one.id),
  };
}

/** What most call it, written out; else how it is described. */
function calledIn(kind: Origin['kind'], statements: readonly Placed[], scene: Scene): string | null {
  const telling = statements.filter((one) => kind !== 'artefact' || one.source.kind === 'artefact');
  const bodies = telling.filter((one) => one.source.kind === 'named-body' || ownBody(one, scene) !== null);
  const named = kind === 'body' && bodies.length ? bodies : telling.filter((one) => /^named/u.test(one.source.kind));
  const uses = new Map<string, number>();
  for (const one of named.length ? named : telling) {
    const own = ownBody(one, scene);
    const name = own ?? (named.length && one.source.name ? scene.who.shown(one.source.name) : one.source.name);
    if (name) uses.set(name, (uses.get(name) ?? 0) + 1);
  }
  const [best] = [...uses].sort((a, b) => b[1] - a[1] || b[0].length - a[0].length || (a[0] < b[0] ? -1 : 1));
  return best?.[0] ?? statements.find((one) => !isVague(one, scene))?.source.quote ?? null;
}

const ringOrigins = (scene: Scene): readonly Origin[] =>
  scene.story.lineage.rings.map((ring) => ({
    id: nameOf('origin', ['ring', ...ring]),
    kind: 'outlet',
    name: null,
    items: ring,
    statements: [],
  }));
