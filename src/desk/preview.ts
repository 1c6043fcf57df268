import type { Account } from '../hearsay.ts';
import { revealedIn } from '../publish/withhold/picture.ts';
import { previewView } from '../publish/workbench/preview-view.ts';
import type { Preview, PreviewPicture } from '../publish/workbench/shapes.ts';
import type { Event, History } from '../record/history.ts';
import { readCase } from '../store/case.ts';
import type { Decision } from '../weigh/decision.ts';
import { decisionsOf, weighedCase } from './case-dossier.ts';
import { exhibited, picturesWanted, quotesOf } from './plates.ts';
import type { Progress } from './progress.ts';
import { editionFiles, type Made, type Options } from './publishing.ts';
import { waiversOf } from './waivers.ts';

/** What an edition would make public and what it would withhold, name by name and picture by picture; nothing is written. */
export async function previewOf(folder: string, options: Options, progress: Progress): Promise<Preview> {
  const { root, history, journal } = await readCase(folder);
  const planned = options.reason === null ? history : await unwaiting(root, history, options.reason, progress);
  const made = await editionFiles(root, planned, journal.lines, options, progress);
  const decisions = decisionsOf(planned);
  const others = options.languages.slice(1).map((one) => `${one}/`);
  const decoder = new TextDecoder();
  return previewView({
    head: history.names.length - 1,
    options,
    dossier: made.weighed.dossier,
    draft: made.draft,
    decisions,
    pictures: picturesOf(made, decisions),
    found: made.found,
    files: made.files.map(({ path, bytes }) => {
      const isPage = path.endsWith('.html') && path !== 'verify.html' && !others.some((one) => path.startsWith(one));
      return { path, bytes: bytes.length, page: isPage ? decoder.decode(bytes) : null };
    }),
  });
}

/** The history as publishing would have it once it waits for nobody: what would go out then must be seen before. */
async function unwaiting(root: string, history: History, why: string, progress: Progress): Promise<History> {
  const { dossier } = await weighedCase(root, history, null, progress);
  const at = history.events.at(-1)?.at ?? history.case.at;
  const waivers = waiversOf(dossier, decisionsOf(history), why).map(
    (one, more): Event => ({ ...one, data: { ...one.data }, seq: history.names.length + more, at, by: '' }),
  );
  return { ...history, decisions: [...history.decisions, ...waivers] };
}

function picturesOf({ draft, weighed }: Made, decisions: readonly Decision[]): readonly PreviewPicture[] {
  const wanted = picturesWanted(draft, decisions);
  const plated = new Set(draft.edition.plates.map(({ item }) => item));
  return weighed.accounts.flatMap(({ capture }) => {
    const id = draft.publicId(capture.item.id);
    const isPicture = capture.sighting !== null || plated.has(id);
    return isPicture ? [pictureOf(draft, capture, decisions, { wanted: wanted.has(id), shown: plated.has(id) })] : [];
  });
}

function pictureOf(
  { edition, shown, publicId }: Made['draft'],
  { item, sighting }: Account['capture'],
  decisions: readonly Decision[],
  use: { readonly wanted: boolean; readonly shown: boolean },
): PreviewPicture {
  const seen = sighting ? revealedIn(sighting, shown, quotesOf(edition.dossier, publicId(item.id))) : null;
  const regions = exhibited(decisions, item.id);
  return {
    ...{ item: item.id, file: item.file, shown: use.shown, why: whyOf(use, sighting !== null, regions.length) },
    ...{ width: sighting?.width ?? 0, height: sighting?.height ?? 0 },
    covered: seen?.covered.length ?? 0,
    boxes: use.shown ? (seen?.boxes ?? []) : [],
    regions,
  };
}

function whyOf(
  { wanted, shown }: { readonly wanted: boolean; readonly shown: boolean },
  isPicture: boolean,
  regions: number,
): PreviewPicture['why'] {
  if (!shown) return wanted ? 'all-covered' : 'not-used';
  if (regions > 0) return 'region';
  return isPicture ? 'words' : 'pages';
}
