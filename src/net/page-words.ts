import { HearsayError } from '../base/error.ts';
import { capture } from '../capture/capture.ts';
import type { Text } from '../capture/text.ts';

/** The words of a page as the whole program reads them; `null` where it has none. Pictures are not looked at here. */
export async function wordsOf(page: { readonly url: string; readonly bytes: Uint8Array }): Promise<Text | null> {
  const unknown = { publisher: null, author: null, published: null, captured: null, lang: null, note: null };
  const blind = { see: () => Promise.reject(new HearsayError('no-text', 'pictures are not read here')) };
  const { text } = await capture(page.bytes, { file: 'page', url: page.url, ...unknown }, blind);
  return text;
}
