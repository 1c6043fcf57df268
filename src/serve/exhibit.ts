import { HearsayError } from '../base/error.ts';
import { decode } from '../capture/decode.ts';
import type { Item } from '../capture/item.ts';
import { sourceCalled } from '../desk/case-dossier.ts';
import type { Dossier } from '../hearsay.ts';
import { pdfPages } from '../media/pdf-pages.ts';
import { reveal } from '../media/redact.ts';
import { readCase } from '../store/case.ts';
import { exhibitPage, pagesBody, picturesBody, wordsBody } from './exhibit-page.ts';
import { safePage } from './safe-page.ts';

/** Whatever the size of a picture, all of it. */
const WHOLE = { x: 0, y: 0, width: 1e6, height: 1e6 };
/** Pixels of a side: regions of a picture are told in its own pixels, so that it is made no smaller without need. */
const LARGEST = 8000;
/** Of a document that many pages are drawn. */
const PAGES = 12;

/** An item as it was captured, as a document in which nothing of it runs. */
export async function exhibitOf(folder: string, dossier: Dossier, id: string): Promise<string> {
  const item = itemCalled(dossier, id);
  const kind = item.mediaType;
  if (kind.startsWith('image/')) return exhibitPage(picturesBody([await pictureOf(folder, dossier, id)], [item.file]));
  if (kind === 'application/pdf') {
    // One more than is shown tells whether the document goes on.
    const pages = await pdfPages(await bytesOf(folder, item), { most: PAGES + 1 });
    const drawn = pages.map(({ bytes }) => bytes);
    return exhibitPage(pagesBody(drawn, item.file, PAGES));
  }
  if (kind === 'text/html' || kind === 'application/xhtml+xml') {
    const source = decode(await bytesOf(folder, item))?.text;
    if (source !== undefined) {
      const { body, style, lang } = safePage(source);
      return exhibitPage(body, { style, lang });
    }
  }
  const content = dossier.texts.find((one) => one.item === id)?.content ?? null;
  const plain = kind.startsWith('text/') ? (decode(await bytesOf(folder, item))?.text ?? content) : content;
  if (plain !== null) return exhibitPage(wordsBody(plain.slice(0, 2_000_000)));
  throw new HearsayError('no-text', `${item.file} (${kind}) can't be shown; what was read of it stands beside`);
}

/** A picture drawn anew: nothing of its file but its pixels. */
export async function pictureOf(folder: string, dossier: Dossier, id: string): Promise<Uint8Array> {
  const item = itemCalled(dossier, id);
  if (!item.mediaType.startsWith('image/'))
    throw new HearsayError('unknown-type', `${item.file} is no picture (${item.mediaType})`);
  return (await reveal(await bytesOf(folder, item), [WHOLE], { longest: LARGEST })).bytes;
}

/** Throws `not-found`. */
export function itemCalled(dossier: Dossier, id: string): Item {
  const item = dossier.items.find((one) => one.id === id);
  if (!item) throw new HearsayError('not-found', `no item is called "${id}" here; it may have been taken back`);
  return item;
}

/** What the case keeps of an item; throws `not-permitted` where it keeps nothing. */
export async function bytesOf(folder: string, item: Item): Promise<Uint8Array> {
  const { root, history } = await readCase(folder);
  const source = await sourceCalled(root, history, item.file);
  if (source) return source.read();
  throw new HearsayError('not-permitted', `nothing of ${item.file} is kept that could be shown`);
}
