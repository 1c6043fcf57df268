import type { Item } from '../capture/item.ts';
import { foldText } from './fold.ts';

/** A way to write a publisher, and whether it is short enough to need an article or a cue beside it. */
export interface Alias {
  readonly key: string;
  readonly short: boolean;
}

/** Words that name a kind of outlet or its place, not the outlet: no short form by themselves. */
const KINDS = new Set(
  (
    'the daily evening morning sunday weekly news newspaper paper media online press radio tv network group agency service times post ' +
    'today digital live local national international world english edition desk forum and of limited ltd inc'
  ).split(' '),
);
const HAN_KINDS = /(?:新闻网|新闻|日报|晚报|早报|晨报|周刊|周报|在线|网|客户端|社|电视台|观察|报)$/u;

/** How others may write the outlet: its name, without article, its host, its initials, a word of it. */
export function aliasesOf(item: Item): readonly Alias[] {
  const found = new Map<string, boolean>();
  const add = (text: string, short: boolean): void => {
    const key = foldText(text);
    if (key.length >= (/\p{Script=Han}/u.test(key) ? 2 : 3) && found.get(key) !== false) found.set(key, short);
  };
  const name = (item.publisher ?? '').replace(/\(.*?\)/g, ' ').trim();
  if (name !== '') add(name, false);
  const words = name.match(/[\p{L}\p{N}&'’]+/gu) ?? [];
  const plain = words.filter((word) => word !== '&' && !/^the$/i.test(word));
  if (plain.length > 0) add(plain.join(''), false);
  if (plain.length >= 3 && plain.every((word) => /^[\p{Lu}\p{N}]/u.test(word))) {
    add(plain.map((word) => word.charAt(0)).join(''), false);
  }
  if (plain.length >= 2)
    for (const word of plain) if (!KINDS.has(word.toLowerCase()) || word === plain.at(-1)) addWord(word, add);
  const han = name.replace(HAN_KINDS, '');
  if (han !== name && han.length >= 2) add(han, true);
  const host = hostOf(item.url);
  if (host !== null) add(host, true);
  return [...found].map(([key, short]) => ({ key, short }));
}

function addWord(word: string, add: (text: string, short: boolean) => void): void {
  if (/^\p{Lu}/u.test(word) && word.length >= 4) add(word, true);
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
  private readonly shorts = new Set<string>();

  constructor(items: readonly Item[]) {
    for (const item of items) {
      const publisher = publisherOf(item);
      if (publisher === null) continue;
      for (const alias of aliasesOf(item)) {
        const owners = this.owners.get(alias.key) ?? new Set<string>();
        this.owners.set(alias.key, owners.add(publisher));
        if (alias.short) this.shorts.add(alias.key);
      }
    }
  }

  /** The publisher that a written name means, or null. */
  find(name: string): string | null {
    const key = foldText(name.replace(/^the\s+/i, ''));
    const owners = this.owners.get(key);
    return owners?.size === 1 ? ([...owners][0] ?? null) : null;
  }

  /** All names by which publishers may be found in running words: key, publisher, short or not. */
  names(): readonly { readonly key: string; readonly publisher: string; readonly short: boolean }[] {
    const out: { key: string; publisher: string; short: boolean }[] = [];
    for (const [key, owners] of this.owners) {
      const [publisher] = owners;
      if (owners.size === 1 && publisher !== undefined) out.push({ key, publisher, short: this.shorts.has(key) });
    }
    return out;
  }
}

/** The folded name of who carries the item: equal for all items of one outlet. */
export const publisherOf = (item: Item): string | null => (item.publisher ? foldText(item.publisher) || null : null);
