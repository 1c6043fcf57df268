import { HearsayError } from '../base/error.ts';
import type { Taken } from '../desk/taking-in.ts';
import { factsOf, nameFor } from './file-facts.ts';

/** A page as a browser showed it. */
export interface SentPage {
  readonly url: string;
  readonly title: string;
  readonly html: string;
  readonly selection: string | null;
  readonly screenshot: string | null;
  readonly captured: string;
}

/** A sent page as evidence: its document, and its picture as an item of its own. */
export function sentPage({ url, title, html, selection, screenshot, captured }: SentPage): readonly Taken[] {
  const { host, pathname } = new URL(url);
  const called = `${host}${pathname}`;
  const marked = selection?.trim() ? `sent from the browser; marked there: ${selection.trim().slice(0, 2000)}` : null;
  const about = { url, captured };
  const document: Taken = {
    facts: factsOf(nameFor('web', called, captured, 'html'), { ...about, note: marked ?? noteOf(title) }),
    // What the page declares of its own encoding is no longer so: the mark goes before it (Encoding Standard, BOM sniff).
    bytes: new TextEncoder().encode(html.startsWith('\ufeff') ? html : `\ufeff${html}`),
    from: 'file',
  };
  if (screenshot === null) return [document];
  const { bytes, extension } = pictureIn(screenshot);
  const note = 'what the browser showed of the page';
  return [
    document,
    { facts: factsOf(nameFor('web', called, captured, extension), { ...about, note }), bytes, from: 'file' },
  ];
}

const noteOf = (title: string): string =>
  title.trim() ? `sent from the browser as “${title.trim()}”` : 'sent from the browser';

function pictureIn(address: string): { readonly bytes: Uint8Array; readonly extension: string } {
  const found = /^data:image\/(png|jpeg|webp);base64,([A-Za-z0-9+/]+={0,2})$/u.exec(address);
  if (!found?.[1] || !found[2])
    throw new HearsayError('malformed', 'the screenshot is no data: address of a PNG, JPEG or WebP; send it without');
  return { bytes: new Uint8Array(Buffer.from(found[2], 'base64')), extension: found[1] === 'jpeg' ? 'jpg' : found[1] };
}
