import type { PictureMetadata } from '../capture/picture-metadata.ts';
import type { Dossier } from '../hearsay.ts';
import { openDecoder } from '../media/decoder.ts';
import { bytesOf, itemCalled } from './exhibit.ts';

/** What the file of an item carries beside its pixels, for the desk alone; null of what is no picture. */
export async function carriedBy(folder: string, dossier: Dossier, id: string): Promise<PictureMetadata | null> {
  const item = itemCalled(dossier, id);
  if (!item.mediaType.startsWith('image/')) return null;
  const decoder = openDecoder();
  try {
    return await decoder.metadata(await bytesOf(folder, item));
  } finally {
    decoder.close();
  }
}
