import type { Origin } from '../../weigh/ledger.ts';
import type { Edition } from '../edition.ts';

/** What is said of a node or of a relation, each by its qualified name. */
export type Fields = Readonly<Record<string, unknown>>;

/** Of names within one record. */
export const PREFIX = 'hearsay';

export const EDITION = `${PREFIX}:edition`;
export const POLICY = `${PREFIX}:policy`;
export const WEIGHING = `${PREFIX}:weighing`;
export const DESK = `${PREFIX}:desk`;

/** The qualified name of what has an id. */
export const named = (id: string): string => `${PREFIX}:${id}`;

export const publisherName = (at: number): string => `${PREFIX}:publisher-${at}`;

/** The page of which an item is one saved state. */
export const pageName = (at: number): string => `${PREFIX}:page-${at}`;

/** A qualified name as a value: plain words would be read as words (PROV-JSON, 2.2, Typed literals). */
export const qualified = (name: string): { readonly $: string; readonly type: string } => ({
  $: name,
  type: 'prov:QUALIFIED_NAME',
});

/** Publishers in the order of the items. */
export const publishersOf = ({ dossier }: Edition): readonly string[] => [
  ...new Set(dossier.items.flatMap(({ publisher }) => publisher ?? [])),
];

/** Papers and screenshots are things; everybody else can bear responsibility. */
export const isThing = ({ kind }: Origin): boolean => kind === 'document' || kind === 'artefact';
