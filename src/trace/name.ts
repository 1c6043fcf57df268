import type { Item } from '../capture/item.ts';
import { isBodyName } from '../capture/publisher-words.ts';
import { foldText } from './fold.ts';

/**
 * What a way to write a publisher needs beside it to be its name: nothing (the full name); an article or a cue ("the
 * Courier", "Courier says"); or an article or the kind of outlet, because it is likelier a place ("the Tarn", "Tarn News").
 */
export type Needs = 'nothing' | 'cue' | 'article';

/** A way to write a publisher. */
export interface Alias {
  readonly key: string;
  readonly needs: Needs;
}

/** Words that name a kind of outlet or its place, not the outlet: no short form by themselves. */
const KINDS = new Set(
  (
    'the daily evening morning sunday weekly news newspaper paper media online press radio tv network group agency service times post ' +
    'today digital live local national international world english edition desk forum and of limited ltd inc'
  ).split(' '),
);
const HAN_KINDS = /(?:新闻网|新闻|日报|晚报|早报|晨报|周刊|周报|在线|网|客户端|社|电视台|观察|报)$/u;

/** How others may write the outlet: its name, without article, its initials, a word of it, its host. */
export function aliasesOf(item: Item): readonly Alias[] {
  const found = new Map<string, Needs>();
  const add = (text: string, needs: Needs): void => {
    const key = foldText(text);
    if (key.length >= (/\p{Script=Han}/u.test(key) ? 2 : 3) && !found.has(key)) found.set(key, needs);
  };
  const name = (item.publisher ?? '').replace(/\(.*?\)/g, ' ').trim();
  const words = (name.match(/[\p{L}\p{N}&'’]+/gu) ?? []).filter((word) => word !== '&' && !/^the$/i.test(word));
  add(name, 'nothing');
  add(words.join(''), 'nothing');
  if (words.length >= 3 && words.every((word) => /^[\p{Lu}\p{N}]/u.test(word))) {
    add(words.map((word) => word.charAt(0)).join(''), 'nothing');
  }
  if (words.length >= 2) for (const word of words) addWord(word, word === words.at(-1), add);
  const han = name.replace(HAN_KINDS, '');
  if (han !== name) add(han, 'cue');
  add(hostOf(item.url) ?? '', 'article');
  return [...found].map(([key, needs]) => ({ key, needs }));
}

/** The last word is what an outlet is called ("the Courier"); the first is mostly where it is. */
function addWord(word: string, last: boolean, add: (text: string, needs: Needs) => void): void {
  if (!/^\p{Lu}/u.test(word) || word.length < 4) return;
  const kind = KINDS.has(word.toLowerCase());
  if (last) add(word, kind ? 'article' : 'cue');
  else if (!kind) add(word, 'article');
}

/** The name in a host: `courier` of `www.courier.example`; null where it is a platform's or none. */
function hostOf(url: string | null): string | null {
  const host = /^[a-z]+:\/\/([^/:?#]+)/i.exec(url ?? '')?.[1];
  if (host === undefined) return null;
  const labels = host.split('.').filter((label) => !/^(?:www|m|mp|news|web|amp)$/i.test(label));
  return labels[0] !== undefined && labels.length >= 2 ? labels[0] : null;
}

/** Which publishers of a case a name means. Short forms that two publishers share mean neither. */
export class Directory {
  private readonly owners = new Map<string, Set<string>>();
  private readonly bodies = new Set<string>();
  private readonly needs = new Map<string, Needs>();
  private index: Map<number, Name[]> | undefined;

  constructor(items: readonly Item[]) {
    for (const item of items) {
      const publisher = publisherOf(item);
      if (publisher === null) continue;
      if (isBodyName(item.publisher ?? '')) this.bodies.add(publisher);
      for (const alias of aliasesOf(item)) {
        const owners = this.owners.get(alias.key) ?? new Set<string>();
        this.owners.set(alias.key, owners.add(publisher));
        this.needs.set(alias.key, alias.needs);
      }
    }
  }

  /** Whether a publisher is a body that speaks for itself: to quote it is no credit for a text. */
  isBody(publisher: string): boolean {
    return this.bodies.has(publisher);
  }

  /** The publisher that a written name means, or null. */
  find(name: string): string | null {
    const key = foldText(name.replace(/^the\s+/i, ''));
    const owners = this.owners.get(key);
    return owners?.size === 1 ? ([...owners][0] ?? null) : null;
  }

  /** The names that may begin at a place of a folded text, by its first two units. */
  startingWith(first: number, second: number): readonly Name[] {
    this.index ??= this.build();
    return this.index.get(first * 0x10000 + second) ?? [];
  }

  private build(): Map<number, Name[]> {
    const index = new Map<number, Name[]>();
    for (const [key, owners] of this.owners) {
      const [publisher] = owners;
      if (owners.size !== 1 || publisher === undefined) continue;
      const start = key.charCodeAt(0) * 0x10000 + key.charCodeAt(1);
      const list = index.get(start) ?? [];
      list.push({ key, publisher, needs: this.needs.get(key) ?? 'cue' });
      index.set(start, list);
    }
    return index;
  }
}

/** A name by which a publisher may be found in running words. */
export interface Name extends Alias {
  readonly publisher: string;
}

/** The folded name of who carries the item: equal for all items of one outlet. */
export const publisherOf = (item: Item): string | null => (item.publisher ? foldText(item.publisher) || null : null);
