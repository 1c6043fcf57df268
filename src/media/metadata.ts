import type { ExpandedTags } from 'exifreader';
import type { PictureMetadata } from '../capture/picture-metadata.ts';
import { MEDIA_TYPES, sniffBytes } from '../capture/sniff.ts';
import { credentialsOf } from './credentials.ts';
import { said } from './said.ts';

/**
 * What a picture carries beside its pixels (EXIF, XMP, IPTC, Content Credentials); null where its form is not known.
 * Never throws. Belongs into the process that decodes: the bytes are hostile.
 */
export async function metadataOf(bytes: Uint8Array): Promise<PictureMetadata | null> {
  const kind = sniffBytes(bytes);
  const mediaType = kind === null ? '' : MEDIA_TYPES[kind];
  if (!mediaType.startsWith('image/')) return null;
  const tags = await tagsOf(bytes);
  const credentials = await credentialsOf(bytes, mediaType);
  const groups = (['exif', 'iptc', 'xmp'] as const).filter((group) => tags[group] !== undefined);
  return {
    holds: [...(credentials ? (['c2pa'] as const) : []), ...groups],
    taken: instantOf(tags, 'DateTimeOriginal', 'OffsetTimeOriginal') ?? stamp(described(tags.xmp, 'DateCreated')),
    changed: instantOf(tags, 'DateTime', 'OffsetTime') ?? stamp(described(tags.xmp, 'ModifyDate')),
    device: deviceOf(described(tags.exif, 'Make'), described(tags.exif, 'Model')),
    software: described(tags.exif, 'Software') ?? described(tags.xmp, 'CreatorTool'),
    author: described(tags.exif, 'Artist') ?? described(tags.iptc, 'By-line') ?? described(tags.xmp, 'creator'),
    caption:
      described(tags.iptc, 'Caption/Abstract') ??
      described(tags.xmp, 'description') ??
      described(tags.exif, 'ImageDescription'),
    place: placeOf(tags.gps),
    credentials,
  };
}

/** The library's groups of fields; none where there are none, or where they can't be parsed. */
async function tagsOf(bytes: Uint8Array): Promise<ExpandedTags> {
  const { default: library } = await import('exifreader');
  try {
    return library.load(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength), { expanded: true });
  } catch {
    return {};
  }
}

/** A field in words. Groups hold fields of many shapes, so that they are looked at as unknown. */
function described(group: object | undefined, name: string): string | null {
  const field: unknown = group && Object.hasOwn(group, name) ? Reflect.get(group, name) : null;
  return typeof field === 'object' && field !== null ? said(Reflect.get(field, 'description')) : null;
}

const instantOf = (tags: ExpandedTags, name: string, offset: string): string | null => {
  const local = stamp(described(tags.exif, name));
  const zone = /^[+-]\d\d:\d\d$/u.exec(described(tags.exif, offset) ?? '')?.[0];
  return local && zone && !/[Z+]|T.*-/u.test(local) ? local + zone : local;
};

/** "2031:06:03 08:12:00" (EXIF 2.3, tag 36867) and ISO 8601 (XMP) alike; null of anything else, and of zeros. */
function stamp(words: string | null): string | null {
  const found = /^(\d{4})[:-](\d\d)[:-](\d\d)(?:[ T](\d\d:\d\d(?::\d\d)?)(?:\.\d+)?(Z|[+-]\d\d:\d\d)?)?/u.exec(
    words ?? '',
  );
  if (!found || found[2] === '00') return null;
  const [, year, month, day, time, zone = ''] = found;
  return `${year}-${month}-${day}${time === undefined ? '' : `T${time}${zone}`}`;
}

/** Many makers name themselves in the model too. */
function deviceOf(make: string | null, model: string | null): string | null {
  if (!make || !model) return make ?? model;
  const maker = make.split(' ')[0]?.toLowerCase() ?? '';
  return model.toLowerCase().startsWith(maker) ? model : `${make} ${model}`;
}

function placeOf(gps: ExpandedTags['gps']): PictureMetadata['place'] {
  const { Latitude: latitude, Longitude: longitude } = gps ?? {};
  if (latitude === undefined || longitude === undefined) return null;
  return Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180 ? { latitude, longitude } : null;
}
