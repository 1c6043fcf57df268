import { HearsayError } from '../base/error.ts';
import type { Box } from '../capture/sighting.ts';
import type { Account, Dossier } from '../hearsay.ts';
import { reveal } from '../media/redact.ts';
import type { Draft } from '../publish/disclose/edition-of.ts';
import type { Plate } from '../publish/edition.ts';
import { revealedIn } from '../publish/withhold/picture.ts';
import type { PublishedFile } from '../store/published-folder.ts';
import type { Decision } from '../weigh/decision.ts';
import type { Progress } from './progress.ts';

/** Pictures of an edition with their files. */
export interface Plates {
  readonly plates: readonly Plate[];
  readonly files: readonly PublishedFile[];
}

/** More pictures than that make no page. */
const MOST = 60;

/**
 * The pictures that an edition can show: those in which words may be seen that belong to a published claim, or that were
 * compared with another. What can't be decoded is left out.
 */
export async function platesOf(
  draft: Draft,
  accounts: readonly Account[],
  decisions: readonly Decision[],
  bytesOf: (file: string) => Promise<Uint8Array | null>,
  progress: Progress,
): Promise<Plates> {
  const { dossier } = draft.edition;
  const wanted = new Set([
    ...dossier.statements.map(({ item }) => item),
    ...dossier.images.flatMap(({ left, right }) => [left, right]),
    ...decisions.flatMap((one) => (one.kind === 'exhibit' ? [draft.publicId(one.item)] : [])),
  ]);
  const seen = accounts
    .filter(({ capture: { item, sighting } }) => sighting && wanted.has(draft.publicId(item.id)))
    .slice(0, MOST);
  const made: { plate: Plate; file: PublishedFile }[] = [];
  for (const [at, { capture }] of seen.entries()) {
    progress.step('covering pictures', at + 1, seen.length);
    const shown = exhibited(decisions, capture.item.id);
    const one = await plateOf(draft, capture, shown, await bytesOf(capture.item.file));
    if (one) made.push(one);
  }
  progress.end();
  return { plates: made.map(({ plate }) => plate), files: made.map(({ file }) => file) };
}

async function plateOf(
  { shown, publicId, edition }: Draft,
  { item, sighting }: Account['capture'],
  regions: readonly Box[],
  bytes: Uint8Array | null,
): Promise<{ plate: Plate; file: PublishedFile } | null> {
  if (!bytes || !sighting) return null;
  const id = publicId(item.id);
  const { boxes, covered, words } = revealedIn(sighting, shown, quotesOf(edition.dossier, id));
  if (boxes.length + regions.length === 0) return null;
  try {
    const {
      bytes: png,
      width,
      height,
    } = await reveal(bytes, [...boxes, ...regions], { covered: regions.length > 0 ? covered : [] });
    const path = `pictures/${id}.png`;
    return { plate: { item: id, file: path, width, height, words: shown(words) }, file: { path, bytes: png } };
  } catch (cause) {
    if (cause instanceof HearsayError) return null;
    throw cause;
  }
}

/** What the edition quotes of a picture: statements, and messages that differ from another picture's. */
const quotesOf = (dossier: Dossier, id: string): readonly string[] => [
  ...dossier.statements.filter(({ item }) => item === id).map(({ quote }) => quote),
  ...dossier.transcripts
    .filter(({ items }) => items.includes(id))
    .flatMap(({ messages }) => messages.map(({ text }) => text)),
];

/** The regions of a picture that two people decided to show. */
const exhibited = (decisions: readonly Decision[], item: string): readonly Box[] =>
  decisions.flatMap((one) => {
    if (one.kind !== 'exhibit' || one.item !== item || one.second === one.by) return [];
    const [x = 0, y = 0, width = 0, height = 0] = one.show.split(',').map(Number);
    return [{ x, y, width, height }];
  });
