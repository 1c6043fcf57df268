import type { Item } from '../capture/item.ts';
import type { Text, Voice } from '../capture/text.ts';
import type { Placed } from './ledger.ts';
import type { Policy } from './policy.ts';
import type { Story } from './story.ts';

/** The case with what weighing asks of it again and again, looked up once. */
export interface Scene {
  readonly story: Story;
  readonly policy: Policy;
  readonly item: (id: string) => Item | undefined;
  readonly text: (item: string) => Text | undefined;
  readonly voice: (statement: Placed) => Voice | undefined;
  /** The group of copies that an item belongs to, by its first member. */
  readonly telling: (item: string) => string;
  readonly inRing: (item: string) => boolean;
  readonly isPost: (statement: Placed) => boolean;
  readonly isDocument: (item: string) => boolean;
  readonly isPublicBody: (name: string) => boolean;
}

/** Sets the scene. */
export function sceneOf(story: Story, policy: Policy): Scene {
  const items = new Map(story.items.map((item) => [item.id, item]));
  const texts = new Map(story.texts.map((text) => [text.item, text]));
  const tellings = new Map(
    story.lineage.tellings.flatMap((group) => group.map((id) => [id, [...group].sort()[0] ?? id])),
  );
  const rings = new Set(story.lineage.rings.flat());
  const isPublicBody = bodyTest(policy);
  const voice = (one: Placed) => innermost(texts.get(one.item)?.voices ?? [], one.start);
  return {
    story,
    policy,
    item: (id) => items.get(id),
    text: (id) => texts.get(id),
    voice,
    telling: (id) => tellings.get(id) ?? id,
    inRing: (id) => rings.has(id),
    isPost: (one) => ['post', 'message', 'comment'].includes(voice(one)?.kind ?? ''),
    isDocument: (id) => {
      const item = items.get(id);
      return item?.mediaType === 'application/pdf' && item.publisher !== null && isPublicBody(item.publisher);
    },
    isPublicBody,
  };
}

function innermost(voices: readonly Voice[], at: number): Voice | undefined {
  let best: Voice | undefined;
  for (const voice of voices) {
    if (voice.start > at || at >= voice.end) continue;
    if (!best || voice.end - voice.start < best.end - best.start) best = voice;
  }
  return best;
}

/** A public body by its name: the list is data, Latin entries as whole words, Han entries at the end. */
function bodyTest(policy: Policy): (name: string) => boolean {
  const words = new Set(policy.competence.publicBodies);
  const endings = policy.competence.publicBodies.filter((word) => /\p{Script=Han}/u.test(word));
  return (name) => {
    const folded = name.normalize('NFKC').toLowerCase();
    return folded.split(/[^\p{L}]+/u).some((word) => words.has(word)) || endings.some((end) => folded.endsWith(end));
  };
}
