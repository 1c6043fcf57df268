import { nameOf } from '../base/digest.ts';
import { compareInstants } from '../base/time.ts';
import { outAt } from './cut.ts';
import type { Origin, Placed } from './ledger.ts';
import { quotesFrom, squeezedWords } from './pictured.ts';
import type { Scene } from './scene.ts';

/** Pictures that show the same, or one that was altered from them. */
interface PictureSet {
  readonly items: readonly string[];
  readonly edited: boolean;
}

/** The unedited pictures of a case are one origin; a picture altered from them is another. */
export function pictureOf(one: Placed, scene: Scene): string {
  const mine = (scene.voice(one)?.attachments ?? []).map(baseName);
  for (const set of pictureSets(scene)) {
    const files = set.items.map((id) => baseName(scene.item(id)?.file ?? id));
    if (set.edited && (set.items.includes(one.item) || mine.some((file) => files.includes(file))))
      return `edited:${set.items[0]}`;
    if (!set.edited && set.items.includes(one.item)) return 'pictures';
  }
  return scene.item(one.item)?.mediaType.startsWith('image/') ? `alone:${one.item}` : 'pictures';
}

/** The pictures themselves, and whoever carries them, quotes them or copies who does, rest on the artefact too. */
export function withPictures(origin: Origin, scene: Scene): Origin {
  if (origin.kind !== 'artefact') return origin;
  const sets = pictureSets(scene);
  const set = sets.find(
    (one) => nameOf('origin', `artefact:${one.edited ? `edited:${one.items[0]}` : 'pictures'}`) === origin.id,
  );
  if (!set) return origin;
  const altered = new Set(sets.flatMap((one) => (one.edited ? one.items : [])));
  const resting = new Set([...origin.items, ...set.items].filter((id) => set.edited || !altered.has(id)));
  const files = new Set(set.items.map((id) => baseName(scene.item(id)?.file ?? id)));
  const tellings = new Set(origin.items.map(scene.telling));
  const seen = squeezedWords(set.items.map((id) => scene.text(id)));
  for (const { id } of scene.story.items) {
    if (attaches(id, files, scene)) resting.add(id);
    if (
      !set.edited &&
      !altered.has(id) &&
      (tellings.has(scene.telling(id)) || quotesFrom(seen, scene.text(id)?.content ?? ''))
    )
      resting.add(id);
  }
  return { ...origin, items: scene.story.items.map((item) => item.id).filter((id) => resting.has(id)) };
}

const attaches = (id: string, files: ReadonlySet<string>, scene: Scene): boolean =>
  (scene.text(id)?.voices ?? []).some((voice) => voice.attachments.some((path) => files.has(baseName(path))));

const baseName = (path: string): string => path.split(/[\\/]/u).at(-1) ?? path;

/** The sound pictures as one set, and each altered one as a set of its own. */
function pictureSets(scene: Scene): readonly PictureSet[] {
  const altered = alteredIn(scene);
  const all = new Set(scene.story.images.flatMap((pair) => [pair.left, pair.right]));
  const sound = [...all].filter((id) => !altered.has(id)).sort();
  return [{ items: sound, edited: false }, ...[...altered].sort().map((id) => ({ items: [id], edited: true }))];
}

/** Of pictures that differ in a message, the one that differs from most; between two alone, the later one. */
function alteredIn(scene: Scene): ReadonlySet<string> {
  let left = scene.story.images.filter((pair) => pair.relation === 'edited');
  const altered = new Set<string>();
  const out = (id: string) => {
    const item = scene.item(id);
    return item ? outAt(item) : null;
  };
  while (left.length > 0) {
    const counts = new Map<string, number>();
    for (const id of left.flatMap((pair) => [pair.left, pair.right])) counts.set(id, (counts.get(id) ?? 0) + 1);
    const [worst] = [...counts].sort(
      (a, b) => b[1] - a[1] || compareInstants(out(b[0]), out(a[0])) || (a[0] < b[0] ? -1 : 1),
    );
    if (!worst) break;
    altered.add(worst[0]);
    left = left.filter((pair) => pair.left !== worst[0] && pair.right !== worst[0]);
  }
  return altered;
}
