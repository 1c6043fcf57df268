/** What a picture carries beside its pixels. That it carries nothing proves nothing: most services strip it. */
export interface PictureMetadata {
  /** Kinds of metadata that the file holds. */
  readonly holds: readonly ('exif' | 'xmp' | 'iptc' | 'c2pa')[];
  /** As camera or program wrote it, without an offset where none is given: "2031-06-03T08:12:00+02:00". */
  readonly taken: string | null;
  /** When a program last changed it, in the same form. */
  readonly changed: string | null;
  readonly device: string | null;
  readonly software: string | null;
  readonly author: string | null;
  readonly caption: string | null;
  /** In degrees, north and east positive. */
  readonly place: { readonly latitude: number; readonly longitude: number } | null;
  readonly credentials: Credentials | null;
}

/** Content Credentials (C2PA 2.1): who signed what was done to a picture. They tell what a program says, no more. */
export interface Credentials {
  /** `holds`: seal and picture fit; `broken`: they don't; `elsewhere`: kept at an address that was not asked. */
  readonly state: 'holds' | 'broken' | 'unreadable' | 'elsewhere';
  /** What doesn't fit, by the specification's codes; an unlisted signer is no failure, since no list is consulted. */
  readonly failures: readonly string[];
  /** As the certificate names itself. */
  readonly signer: string | null;
  /** By a trusted time stamp, else null: ISO 8601. */
  readonly signed: string | null;
  readonly program: string | null;
  /** What the program says was done, in the order told: "c2pa.created". */
  readonly deeds: readonly string[];
  /** Whether the program says that a machine made the picture or part of it. */
  readonly synthetic: boolean;
  /** Titles of the pictures that it was made from. */
  readonly parts: readonly string[];
  /** Where they are kept, of those that are elsewhere. */
  readonly address: string | null;
}
