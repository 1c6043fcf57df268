import { HearsayError } from '../base/error.ts';
import { instantAt } from '../base/time.ts';
import { openEyes } from '../media/eyes.ts';
import { type Draft, nearMisses } from '../publish/disclose/edition-of.ts';
import type { Unheard } from '../publish/disclose/right-of-reply.ts';
import { ownWords } from '../publish/site/own-words.ts';
import { siteOf } from '../publish/site/site.ts';
import { type Finding, gate } from '../publish/withhold/gate.ts';
import type { StampData } from '../record/event.ts';
import type { History } from '../record/history.ts';
import type { Line } from '../record/line.ts';
import { originOf } from '../record/log-entry.ts';
import { formatManifest } from '../seal/manifest.ts';
import { sealFiles, type ToSeal } from '../seal/seal-files.ts';
import { digestOf, getBlob, putBlobs } from '../store/blobs.ts';
import { readCase, type Writer } from '../store/case.ts';
import { checkPlace, type PublishedFile, writeFolder } from '../store/published-folder.ts';
import { decisionsOf, sourcesOf, type Weighed, weighedCase } from './case-dossier.ts';
import { writing } from './hand.ts';
import { platesOf } from './plates.ts';
import type { Progress } from './progress.ts';
import { draftOf, publishedIn, showing } from './publication.ts';
import { verifyPage } from './verify-page.ts';
import { waiversOf } from './waivers.ts';

/** How an edition is to be made. */
export interface Options {
  readonly languages: readonly string[];
  readonly base: string | null;
  /** The editor's reason for not waiting for answers; null where the record waits. */
  readonly reason: string | null;
}

/** What became of an edition, for the desk. */
export interface Told {
  readonly edition: number;
  readonly items: number;
  readonly claims: number;
  readonly privateLife: number;
  /** Claims kept back until somebody is heard, under the ids of the case. */
  readonly unheard: readonly (Unheard & { readonly statement: string })[];
  readonly withheld: readonly { readonly name: string; readonly role: string | null; readonly why: string }[];
  readonly files: number;
  readonly bytes: number;
  readonly checkpoint: string | null;
  /** What must not leave and would have: then nothing was written. */
  readonly found: readonly Finding[];
}

/** An edition that is made and searched, and not written. */
export interface Made {
  /** What the gate found; where that is anything, nothing leaves. */
  readonly found: readonly Finding[];
  readonly draft: Draft;
  readonly weighed: Weighed;
  readonly files: readonly PublishedFile[];
  /** Which leaves of a line of the journal the seal shows. */
  readonly show: ToSeal['show'];
}

/** What would be published, with nothing written. */
export async function previewed(folder: string, options: Options, progress: Progress): Promise<Told> {
  const { root, history, journal } = await readCase(folder);
  const made = await editionFiles(root, history, journal.lines, options, progress);
  return toldOf(made, null);
}

/**
 * Publishes a case: the edition is drafted, its files made and searched, and only then is anything written: first the
 * event that names the manifest, then the seal over it, then the folder.
 */
export function publishCase(
  folder: string,
  out: string,
  by: string | null,
  options: Options,
  progress: Progress,
): Promise<Told> {
  return writing(folder, by, async (writer) => {
    await checkPlace(out, originOf(writer.history().case.data.id));
    if (options.reason !== null) await waiveAll(writer, options.reason, progress);
    const lines = await linesOf(writer);
    const made = await editionFiles(writer.root, writer.history(), lines, options, progress);
    if (made.found.length > 0) return toldOf(made, null);
    const manifest = bytesOf(formatManifest(made.files.map(({ path, bytes }) => ({ path, digest: digestOf(bytes) }))));
    const disclosed = lines.filter((line) => made.show(line) !== null).length + 1;
    await writePublished(writer, made, manifest, disclosed);
    const checkpoint = await writer.seal();
    const seal = await sealOf(writer, made, checkpoint);
    await writeFolder(out, [...made.files, { path: 'seal/manifest', bytes: manifest }, ...seal]);
    // The checkpoint leaves the desk with the folder: later editions must be of the same history.
    await writer.append([{ kind: 'checkpoint', data: { note: checkpoint } }]);
    return toldOf(made, checkpoint);
  });
}

const linesOf = async ({ root }: Writer): Promise<readonly Line[]> => (await readCase(root)).journal.lines;
const bytesOf = (text: string): Uint8Array => new TextEncoder().encode(text);
const now = (): string => instantAt(Math.floor(Date.now() / 1000) * 1000);

/** Everything that an edition of a case would be but for its seal, searched by the gate. */
export async function editionFiles(
  root: string,
  history: History,
  lines: readonly Line[],
  options: Options,
  progress: Progress,
): Promise<Made> {
  const weighed = await weighedCase(root, history, null, progress);
  const choices = { ...options, now: now() };
  const first = await draftOf(root, history, weighed.dossier, lines, { ...choices, also: [] });
  const also = nearMisses(first);
  const bare = also.length === 0 ? first : await draftOf(root, history, weighed.dossier, lines, { ...choices, also });
  const sources = await sourcesOf(root, history, null);
  const read = async (file: string): Promise<Uint8Array | null> =>
    (await sources.find(({ facts }) => facts.file === file)?.read()) ?? null;
  const eyes = openEyes();
  try {
    const pictures = await platesOf(bare, weighed.accounts, decisionsOf(history), read, eyes, progress);
    const draft: Draft = { ...bare, edition: { ...bare.edition, plates: pictures.plates } };
    const site = siteOf(draft.edition).map(({ path, text }): PublishedFile => ({ path, bytes: bytesOf(text) }));
    const page = verifyPage();
    const own = page === null ? [] : [{ path: 'verify.html', bytes: bytesOf(page) }];
    const files = [...site, ...pictures.files, ...own];
    const { names, shown } = draft;
    const search = { within: names.within, plainly: shown.within, own: ownWords(draft.edition) };
    // The page that checks is the program's own, the same in every record.
    const leaving = files.filter(({ path }) => path !== 'verify.html');
    const show = showing(draft, history, weighed.accounts);
    const looked = (done: number): void => progress.step('searching what would be public', done, leaving.length);
    const found = await gate(leaving, search, eyes, looked);
    progress.end();
    return { draft, weighed, files, show, found };
  } finally {
    await eyes.close();
  }
}

/** Writes down for each claim that waits why the editor does not. */
async function waiveAll(writer: Writer, why: string, progress: Progress): Promise<void> {
  const { dossier } = await weighedCase(writer.root, writer.history(), null, progress);
  const waivers = waiversOf(dossier, decisionsOf(writer.history()), why).map(({ kind, data }) => ({
    kind,
    data: { ...data },
  }));
  if (waivers.length > 0) await writer.append(waivers);
}

/** The event that names the edition; what it publishes is kept in the case, so that the next one can tell what changed. */
async function writePublished(
  writer: Writer,
  { draft: { edition }, files }: Made,
  manifest: Uint8Array,
  disclosed: number,
): Promise<void> {
  const dossier = files.find(({ path }) => path === 'dossier.json')?.bytes;
  if (!dossier) throw new HearsayError('internal', 'the edition has no dossier.json; please report it');
  const [kept] = await putBlobs(writer.root, [dossier]);
  const before = publishedIn(writer.history()).at(-1)?.data.manifest ?? null;
  const data = {
    edition: edition.number,
    asOf: edition.dossier.asOf,
    languages: edition.languages,
    manifest: digestOf(manifest),
    dossier: kept,
    previous: before,
    disclosed,
  };
  await writer.append([{ kind: 'publish', data }]);
}

async function sealOf(writer: Writer, { show }: Made, checkpoint: string): Promise<readonly PublishedFile[]> {
  const stamps = writer
    .history()
    .events.filter(({ kind }) => kind === 'stamp')
    .map(({ data }) => (data as unknown as StampData).blob);
  const tokens = await Promise.all(stamps.map(async (name) => [name, await getBlob(writer.root, name)] as const));
  return sealFiles({ lines: await linesOf(writer), checkpoint, tokens: new Map(tokens), show });
}

function toldOf({ draft, weighed, files, found }: Made, checkpoint: string | null): Told {
  const { edition, unheard } = draft;
  const wording = new Map(weighed.dossier.claims.map((one) => [one.id, one.statement]));
  return {
    edition: edition.number,
    items: edition.dossier.items.length,
    claims: edition.dossier.claims.length,
    privateLife: edition.keptBack.filter(({ why }) => why === 'private-life').length,
    unheard: unheard.map((one) => ({ ...one, statement: wording.get(one.claim) ?? '' })),
    withheld: draft.withheld,
    files: files.length,
    bytes: files.reduce((sum, { bytes }) => sum + bytes.length, 0),
    checkpoint,
    found,
  };
}
