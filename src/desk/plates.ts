import { eachAtOnce } from '../base/each-at-once.ts';
import { HearsayError } from '../base/error.ts';
import type { Box, Eyes, Sighting } from '../capture/sighting.ts';
import type { Account, Dossier } from '../hearsay.ts';
import { pdfPages } from '../media/pdf-pages.ts';
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
/** Of a document these pages are drawn. */
const PAGES = 8;

/**
 * The pictures that an edition can show: those in which words may be seen that belong to a published claim, or that were
 * compared with another. What can't be decoded is left out.
 */
export async function platesOf(
  draft: Draft,
  accounts: readonly Account[],
  decisions: readonly Decision[],
  bytesOf: (file: string) => Promise<Uint8Array | null>,
  eyes: Eyes,
  progress: Progress,
): Promise<Plates> {
  const wanted = picturesWanted(draft, decisions);
  const chosen = accounts
    .filter(({ capture }) => canBeSeen(capture) && wanted.has(draft.publicId(capture.item.id)))
    .slice(0, MOST);
  const made: Made[] = [];
  for (const [at, { capture }] of chosen.entries()) {
    progress.step('covering pictures', at, chosen.length);
    const shown = exhibited(decisions, capture.item.id).map(({ box }) => box);
    for (const sheet of await sheetsOf(capture, bytesOf, eyes))
      made.push(...(await plateOf(draft, capture.item, shown, sheet)));
  }
  progress.end();
  return { plates: made.map(({ plate }) => plate), files: made.map(({ file }) => file) };
}

/** The public ids of items that an edition would show a picture of. */
export function picturesWanted({ edition: { dossier }, publicId }: Draft, decisions: readonly Decision[]): Set<string> {
  return new Set([
    ...dossier.statements.map(({ item }) => item),
    ...dossier.images.flatMap(({ left, right }) => [left, right]),
    ...decisions.flatMap((one) => (one.kind === 'exhibit' ? [publicId(one.item)] : [])),
  ]);
}

/** A region of a picture, the event that showed it, and who agreed. */
export interface Region {
  readonly seq: number;
  readonly second: string;
  readonly box: Box;
}

interface Made {
  readonly plate: Plate;
  readonly file: PublishedFile;
}

/** One picture of an item: itself, or a page of it. */
interface Sheet {
  readonly bytes: Uint8Array;
  readonly seen: Pick<Sighting, 'lines' | 'messages'>;
  /** What its file is called after the item: empty, or `-p2`. */
  readonly page: string;
}

/** Pictures, and documents whose pages can be drawn. */
const canBeSeen = ({ item, sighting }: Pick<Account['capture'], 'item' | 'sighting'>): boolean =>
  sighting !== null || item.mediaType === 'application/pdf';

/** What of an item can be looked at: a picture, or the first pages of a PDF, drawn, so that nothing lies beneath. */
async function sheetsOf(
  { item, sighting }: Account['capture'],
  bytesOf: (file: string) => Promise<Uint8Array | null>,
  eyes: Eyes,
): Promise<readonly Sheet[]> {
  const bytes = canBeSeen({ item, sighting }) ? await bytesOf(item.file) : null;
  if (!bytes) return [];
  if (sighting) return [{ bytes, seen: sighting, page: '' }];
  const pages = await pdfPages(bytes, { most: PAGES }).catch(() => []);
  const languages = item.language.startsWith('zh') ? ['chi_sim', 'eng'] : ['eng', 'chi_sim'];
  return eachAtOnce(
    pages.map((page, at) => ({ page, at })),
    2,
    async ({ page, at }) => ({
      bytes: page.bytes,
      seen: await eyes.see(page.bytes, languages),
      page: `-p${at + 1}`,
    }),
  );
}

async function plateOf(
  { shown, publicId, edition }: Draft,
  item: Account['capture']['item'],
  regions: readonly Box[],
  sheet: Sheet,
): Promise<readonly Made[]> {
  const id = publicId(item.id);
  const { boxes, covered, words } = revealedIn(sheet.seen, shown, quotesOf(edition.dossier, id));
  if (boxes.length + regions.length === 0) return [];
  try {
    const all = [...boxes, ...regions];
    const { bytes, width, height } = await reveal(sheet.bytes, all, { covered: regions.length > 0 ? covered : [] });
    const path = `pictures/${id}${sheet.page}.png`;
    return [{ plate: { item: id, file: path, width, height, words: shown(words) }, file: { path, bytes } }];
  } catch (cause) {
    if (cause instanceof HearsayError) return [];
    throw cause;
  }
}

/** What the edition quotes of a picture: statements, and messages that differ from another picture's. */
export const quotesOf = (dossier: Dossier, id: string): readonly string[] => [
  ...dossier.statements.filter(({ item }) => item === id).map(({ quote }) => quote),
  ...dossier.transcripts
    .filter(({ items }) => items.includes(id))
    .flatMap(({ messages }) => messages.map(({ text }) => text)),
];

/** The regions of a picture that two people decided to show. */
export const exhibited = (decisions: readonly Decision[], item: string): readonly Region[] =>
  decisions.flatMap((one) => {
    if (one.kind !== 'exhibit' || one.item !== item || one.second === one.by) return [];
    const [x = 0, y = 0, width = 0, height = 0] = one.show.split(',').map(Number);
    return [{ seq: one.seq, second: one.second, box: { x, y, width, height } }];
  });
