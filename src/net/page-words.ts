import { HearsayError } from '../base/error.ts';
import { capture } from '../capture/capture.ts';
import { bareFacts } from '../capture/facts.ts';
import type { Text } from '../capture/text.ts';

/** The words of a page as the whole program reads them; `null` where it has none. Pictures are not looked at here. */
export async function wordsOf(page: { readonly url: string; readonly bytes: Uint8Array }): Promise<Text | null> {
  const blind = { see: () => Promise.reject(new HearsayError('no-text', 'pictures are not read here')) };
  const { text } = await capture(page.bytes, bareFacts('page', { url: page.url }), blind);
  return text;
}
