import { digest, nameOf } from '../base/digest.ts';
import type { Capture } from './capture.ts';
import type { Facts } from './facts.ts';
import type { Unreadable } from './item.ts';

const NOTHING = digest('');

/** An item of which no byte was read: named all the same, with the reason. */
export function refusedCapture(facts: Facts, unreadable: Unreadable): Capture {
  const { file, url, publisher, author, published, captured, lang, note } = facts;
  const item = {
    id: nameOf('item', [file, NOTHING]),
    ...{ file, url, publisher, author, published, modified: null, captured, note },
    mediaType: 'application/octet-stream',
    digest: NOTHING,
    language: lang ?? 'und',
    title: null,
    unreadable,
  };
  return { item, text: null, sighting: null };
}
