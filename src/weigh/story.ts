import type { Item } from '../capture/item.ts';
import type { Text } from '../capture/text.ts';
import type { Commitment, PersonMention, Response } from '../read/statement.ts';
import type { ImagePair, Transcript } from '../trace/image-pair.ts';
import type { Lineage } from '../trace/lineage.ts';
import type { Placed } from './ledger.ts';

/** Everything that the earlier rooms found in a case: what weighing looks at. */
export interface Story {
  readonly items: readonly Item[];
  readonly texts: readonly Text[];
  readonly lineage: Lineage;
  readonly images: readonly ImagePair[];
  readonly transcripts: readonly Transcript[];
  readonly statements: readonly Placed[];
  readonly responses: readonly (Response & { readonly item: string })[];
  readonly commitments: readonly (Commitment & { readonly item: string })[];
  /** Whom the items name, speaking or spoken of. */
  readonly persons?: readonly (PersonMention & { readonly item: string })[];
}
