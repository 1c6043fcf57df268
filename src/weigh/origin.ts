import { nameOf } from '../base/digest.ts';
import { compareInstants } from '../base/time.ts';
import type { Group } from './claim.ts';
import { outAt } from './cut.ts';
import { gistOf } from './gist.ts';
import type { Origin, Placed } from './ledger.ts';
import { bareName, nameBook } from './name.ts';
import { joinOfficers } from './officer.ts';
import { isVague, rankOf, restsOnPictures } from './rank.ts';
import { isPicture, type Scene } from './scene.ts';
import { Union } from './union.ts';

export interface Origins {
  readonly all: readonly Origin[];
  /** The origin that a statement rests on; none where nobody stands behind it. */
  readonly of: (statement: Placed) => string | null;
}

/** The independent places that statements come from: copies, clients of one agency and posts of one picture fall together. */
export function findOrigins(groups: readonly Group[], scene: Scene): Origins {
  const full = nameBook(scene.story.statements);
  const union = new Union();
  const keys = new Map<string, string>();
  for (const one of scene.story.statements) {
    const key = keyOf(one, scene, full);
    if (key) keys.set(one.id, key);
  }
  joinUnnamed(groups, scene, keys, union);
  joinOfficers(groups, keys, union);
  joinSpoken(scene, keys, union);
  const edited = new Set(pictures(scene).flatMap((set) => (set.edited ? set.items : [])));
  const found = new Map<string, Placed[]>();
  for (const one of scene.story.statements) {
    const key = keys.get(one.id);
    if (key) found.set(union.find(key), [...(found.get(union.find(key)) ?? []), one]);
  }
  const named = [...found].map(([key, statements]) => originOf(key, statements, scene));
  const all = [...named, ...ringOrigins(scene)].map((origin) => withPictures(origin, scene, edited));
  const id = (key: string) => nameOf('origin', union.find(key));
  return {
    all: all.sort((a, b) => (a.id < b.id ? -1 : 1)),
    of: (one) => {
      const key = keys.get(one.id);
      return key ? id(key) : null;
    },
  };
}

/** The name under which statements of one origin meet: kind, then who. */
function keyOf(one: Placed, scene: Scene, full: (name: string) => string): string | null {
  const rank = rankOf(one, scene);
  if (rank === 'document') return `document:${scene.telling(one.item)}`;
  if (rank === 'crowd') return scene.voice(one)?.kind === 'comment' ? null : 'crowd:';
  if (rank === 'sourceless' || rank === 'none') return null;
  if (rank === 'artefact' && (restsOnPictures(one, scene) || scene.shownInPicture(one)))
    return `artefact:${pictureOf(one, scene)}`;
  const name = one.source.name ?? one.source.quote;
  switch (one.source.kind) {
    case 'named-body':
      return `body:${full(name)}`;
    case 'named-person':
      return isSpokesperson(one, scene) && one.source.body ? `body:${full(one.source.body)}` : `person:${full(name)}`;
    case 'artefact':
      return isPicture(one, scene.policy)
        ? `artefact:${pictureOf(one, scene)}`
        : `artefact:${scene.telling(one.item)}:${bareName(name)}`;
    default:
      return `unnamed-person:${scene.telling(one.item)}:${bareName(name)}`;
  }
}

function isSpokesperson(one: Placed, scene: Scene): boolean {
  const words = `${one.source.quote} ${one.source.name ?? ''}`.toLowerCase();
  return scene.policy.competence.spokespersons.some((word) => words.includes(word));
}

/** The unedited pictures of a case are one origin; a picture altered from them is another. */
function pictureOf(one: Placed, scene: Scene): string {
  const mine = scene.voice(one)?.attachments ?? [];
  for (const set of pictures(scene)) {
    const files = set.items.map((id) => scene.item(id)?.file.split('/').at(-1) ?? id);
    if (
      set.edited &&
      (set.items.includes(one.item) || mine.some((path) => files.includes(path.split('/').at(-1) ?? '')))
    )
      return `edited:${set.items[0]}`;
  }
  return 'pictures';
}

/** Pictures that show the same, and those that were altered from another: the later of an edited pair. */
function pictures(scene: Scene): readonly { readonly items: readonly string[]; readonly edited: boolean }[] {
  const later = (a: string, b: string) => {
    const [x, y] = [scene.item(a), scene.item(b)];
    return compareInstants(x ? outAt(x) : null, y ? outAt(y) : null) > 0 ? a : b;
  };
  const altered = new Set(
    scene.story.images.filter((pair) => pair.relation === 'edited').map((pair) => later(pair.left, pair.right)),
  );
  const all = new Set(scene.story.images.flatMap((pair) => [pair.left, pair.right]));
  const sound = [...all].filter((id) => !altered.has(id)).sort();
  return [{ items: sound, edited: false }, ...[...altered].sort().map((id) => ({ items: [id], edited: true }))];
}

/** Unnamed people in one telling who say one thing count once; so does one description of them in several tellings. */
function joinUnnamed(groups: readonly Group[], scene: Scene, keys: ReadonlyMap<string, string>, union: Union): void {
  for (const group of groups) {
    const first = new Map<string, string>();
    for (const one of [...group.for, ...group.against]) {
      const key = keys.get(one.id);
      if (!key?.startsWith('unnamed-person:')) continue;
      const who = bareName(one.source.name ?? one.source.quote);
      for (const place of [`telling:${scene.telling(one.item)}`, `who:${who}`]) {
        const other = first.get(place);
        if (other) union.join(key, other);
        else first.set(place, key);
      }
    }
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
    if (there) union.join(there, key);
    else places.set(place, key);
    if (one.quote.length < 20 || !/^(?:person|unnamed-person):/u.test(key)) continue;
    const before = said.get(words);
    if (before && (before.startsWith('unnamed') || key.startsWith('unnamed'))) union.join(before, key);
    if (!before || before.startsWith('unnamed')) said.set(words, key);
  }
}

function originOf(key: string, statements: readonly Placed[], scene: Scene): Origin {
  const kind = key.slice(0, key.indexOf(':')) as Origin['kind'];
  const longest = statements
    .map((one) => one.source.name ?? '')
    .sort((a, b) => b.length - a.length || (a < b ? -1 : 1))[0];
  const said = statements.filter((one) => !isVague(one, scene)).map((one) => one.source.quote)[0];
  return {
    id: nameOf('origin', key),
    kind,
    name: longest || said || null,
    items: [...new Set(statements.map((one) => one.item))],
    statements: statements.map((one) => one.id),
  };
}

const ringOrigins = (scene: Scene): readonly Origin[] =>
  scene.story.lineage.rings.map((ring) => ({
    id: nameOf('origin', ['ring', ...ring]),
    kind: 'outlet',
    name: null,
    items: ring,
    statements: [],
  }));

/** The pictures themselves, and the posts that carry them, rest on the artefact too. */
function withPictures(origin: Origin, scene: Scene, edited: ReadonlySet<string>): Origin {
  if (origin.kind !== 'artefact') return origin;
  const set = pictures(scene).find(
    (one) => nameOf('origin', `artefact:${one.edited ? `edited:${one.items[0]}` : 'pictures'}`) === origin.id,
  );
  if (!set) return origin;
  const items = set.items.filter((id) => set.edited || !edited.has(id));
  const resting = new Set([...origin.items, ...items]);
  const tellings = new Set(origin.items.map(scene.telling));
  const seen = picturedWords(set.items, scene);
  for (const { id } of scene.story.items) if (!set.edited && quotesFrom(seen, id, scene)) resting.add(id);
  for (const { id } of scene.story.items) if (!set.edited && tellings.has(scene.telling(id))) resting.add(id);
  return { ...origin, items: scene.story.items.map((item) => item.id).filter((id) => resting.has(id)) };
}

/** The words seen in pictures, folded. */
const picturedWords = (items: readonly string[], scene: Scene): string =>
  items
    .map((id) => squeeze(scene.text(id)?.content ?? ''))
    .join('\n')
    .slice(0, 50_000);

/** Whether an item quotes, between marks, at least a clause of what the pictures show. */
function quotesFrom(seen: string, id: string, scene: Scene): boolean {
  if (seen.length < 10) return false;
  const content = (scene.text(id)?.content ?? '').slice(0, 100_000);
  for (const [, words] of content.matchAll(/[“"「]([^“”"「」\n]{4,160})[”"」]/gu)) {
    const bare = squeeze(words ?? '');
    if (bare.length >= (/\p{Script=Han}/u.test(bare) ? 6 : 14) && seen.includes(bare)) return true;
  }
  return false;
}

const squeeze = (words: string): string =>
  words
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[\s\p{P}]+/gu, '');
