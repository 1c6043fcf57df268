import type { WrittenWarc } from '../archive/warc-write.ts';
import { HearsayError, messageOf } from '../base/error.ts';
import { type Instant, instantAt } from '../base/time.ts';
import { decode } from '../capture/decode.ts';
import { shown } from './address.ts';
import type { Fetched } from './fetcher.ts';
import { type Manners, openManners, type Permitted, type Robots } from './manners.ts';
import { linksIn, type PageLinks } from './page-links.ts';
import { wordsOf } from './page-words.ts';
import { openRecorder, type Recorder } from './recorder.ts';
import { type Rendered, type Rendering, renderPage } from './rendered-capture.ts';
import type { World } from './world.ts';

/** A file that came from the web. */
export interface WebFile {
  /** Where it came from in the end, after redirects. */
  readonly url: string;
  readonly status: number;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** A picture of the page. */
export interface WebPicture extends WebFile {
  /** Its address as the page names it. */
  readonly named: string;
  readonly alt: string;
}

/** A page as it was captured. */
export interface WebCapture {
  /** The address that was asked for. */
  readonly asked: string;
  /** When, by the clock of this machine. */
  readonly at: Instant;
  readonly page: WebFile;
  /** The addresses that it redirected from, in order. */
  readonly redirects: readonly string[];
  /** The page's own version of itself, where it names another address on the same site. */
  readonly canonical: WebFile | null;
  readonly pictures: readonly WebPicture[];
  readonly robots: Robots;
  readonly rendered: Rendered;
  /** What could not be captured and why, a line each. */
  readonly faults: readonly string[];
  /** All requests and answers, screenshots too, as a WARC packed with gzip. */
  readonly warc: WrittenWarc;
}

/** How a page is captured. */
export interface CaptureOptions {
  readonly world: World;
  readonly signal?: AbortSignal;
  /** What a reporter may say with `--ignore-robots`. */
  readonly ignoreRobots?: boolean;
  /** With a browser, too; not where absent. */
  readonly rendering?: Rendering;
  /** The program and its version, for the WARC. */
  readonly software?: string;
  /** The most pictures, bytes of one, and bytes of all together. */
  readonly mostPictures?: number;
  readonly mostPictureBytes?: number;
  readonly mostPicturesBytes?: number;
}

const PAGES = ['text/html', 'application/xhtml+xml', 'text/plain', 'application/pdf', 'image/*', ''];
const FEEDS = ['application/rss+xml', 'application/atom+xml', 'application/xml', 'text/xml', 'application/json'];
const HEADERS = [['accept', 'text/html,application/xhtml+xml,application/pdf;q=0.9,image/*;q=0.8,*/*;q=0.5']] as const;
const PICTURES = [['accept', 'image/png,image/jpeg,image/webp,image/gif,image/*;q=0.5']] as const;
const MOST_PICTURES = 40;
const MOST_PICTURE = 16 * 1024 * 1024;
const MOST_ALL = 64 * 1024 * 1024;

/** What one capture goes by. */
interface Visit {
  readonly options: CaptureOptions;
  readonly manners: Manners;
  readonly recorder: Recorder;
  readonly faults: string[];
  /** What was fetched, by the address that was asked for. */
  readonly had: Map<string, Fetched>;
}

/**
 * Captures a page: its bytes, its canonical version, its pictures, every redirect and header. Throws a `HearsayError`
 * where the page itself can't be had; what is lacking beside it becomes a fault.
 */
export async function capturePage(url: string, options: CaptureOptions): Promise<WebCapture> {
  const { world, ignoreRobots = false, software = 'Hearsay' } = options;
  const recorder = openRecorder(world, software);
  const visit: Visit = { options, recorder, manners: openManners({ world, ignoreRobots }), faults: [], had: new Map() };
  const at = instantAt(world.now());
  const fetched = await fetchInto(visit, url, { types: [...PAGES, ...FEEDS], headers: HEADERS });
  const { file, uuid, robots, redirects } = fetched;
  if (file.status < 200 || file.status > 299) visit.faults.push(`${shown(file.url)} answers with ${file.status}`);
  const links = linksOf(file, visit.faults);
  if (links.onward && links.onward !== file.url)
    visit.faults.push(`${shown(file.url)} sends its readers on to ${shown(links.onward)}; add that address, too`);
  const canonical = await canonicalOf(file, links, visit);
  const pictures = await picturesOf(links, visit);
  const rendered = await renderedOf(fetched, visit);
  const about = [
    ['asked', url],
    ['robots', robots],
    ['rendered', rendered.state === 'done' ? rendered.browser : `not run: ${rendered.why}`],
    ...visit.faults.map((fault) => ['fault', fault] as const),
  ] as const;
  recorder.keepNote(file.url, uuid, about);
  const { faults } = visit;
  return {
    ...{ asked: url, at, page: file, redirects: redirects.map((one) => one.url), canonical, pictures, robots },
    ...{ rendered, faults, warc: recorder.written() },
  };
}

interface Kept extends Permitted {
  readonly file: WebFile;
  readonly uuid: string;
}

async function fetchInto(visit: Visit, url: string, how: Parameters<Manners['fetch']>[1]): Promise<Kept> {
  const { signal, world } = visit.options;
  const at = instantAt(world.now());
  const fetched = await visit.manners.fetch(url, { ...how, ...(signal ? { signal } : {}) });
  visit.had.set(url, fetched);
  const { status, mediaType, bytes } = fetched;
  return { ...fetched, file: { url: fetched.url, status, mediaType, bytes }, uuid: visit.recorder.keep(fetched, at) };
}

/** What is lacking beside the page is told; only a stop ends the whole. */
async function attempt<T>(visit: Visit, work: () => Promise<T>): Promise<T | null> {
  try {
    return await work();
  } catch (cause) {
    if (!(cause instanceof HearsayError) || visit.options.signal?.aborted) throw cause;
    visit.faults.push(cause.message);
    return null;
  }
}

const NOTHING: PageLinks = { canonical: null, onward: null, pictures: [] };

function linksOf({ url, mediaType, bytes }: WebFile, faults: string[]): PageLinks {
  if (!/^(?:text\/html|application\/xhtml\+xml|)$/u.test(mediaType)) return NOTHING;
  try {
    const text = decode(bytes)?.text ?? null;
    return text === null ? NOTHING : linksIn(text, url);
  } catch (cause) {
    faults.push(`${shown(url)} can't be searched for pictures: ${messageOf(cause)}`);
    return NOTHING;
  }
}

async function canonicalOf(page: WebFile, { canonical }: PageLinks, visit: Visit): Promise<WebFile | null> {
  if (canonical === null || canonical === page.url) return null;
  if (!isSameSite(canonical, page.url)) {
    visit.faults.push(`${shown(page.url)} names a version on another site, which is not captured: ${shown(canonical)}`);
    return null;
  }
  const kept = await attempt(visit, () => fetchInto(visit, canonical, { types: PAGES, headers: HEADERS }));
  return kept?.file ?? null;
}

/** Forms in which one site is given to different machines. */
const FACES = /^(?:www\d?|m|mobile|amp|touch|wap)\./u;

/** Whether two addresses are of one site as far as names tell: the same host but for `www.`, `m.` and the like. */
function isSameSite(a: string, b: string): boolean {
  const siteOf = (url: string): string => new URL(url).hostname.replace(FACES, '');
  return siteOf(a) === siteOf(b);
}

async function picturesOf({ pictures }: PageLinks, visit: Visit): Promise<WebPicture[]> {
  const { mostPictures = MOST_PICTURES, mostPictureBytes = MOST_PICTURE, mostPicturesBytes = MOST_ALL } = visit.options;
  const taken: WebPicture[] = [];
  let left = mostPicturesBytes;
  for (const { url, alt } of pictures.slice(0, mostPictures)) {
    if (left <= 0) break;
    const how = { types: ['image/*'], headers: PICTURES, most: Math.min(left, mostPictureBytes) };
    const kept = await attempt(visit, () => fetchInto(visit, url, how));
    left -= kept?.bytes.length ?? 0;
    if (kept && kept.status >= 200 && kept.status <= 299) taken.push({ ...kept.file, named: url, alt });
    else if (kept) visit.faults.push(`${shown(url)} answers with ${kept.status}`);
  }
  const over = pictures.length - mostPictures;
  if (over > 0) visit.faults.push(`${over} more pictures are not captured: the limit is ${mostPictures}`);
  if (left <= 0) visit.faults.push(`pictures beyond ${mostPicturesBytes} bytes are not captured`);
  return taken;
}

async function renderedOf(page: Kept, visit: Visit): Promise<Rendered> {
  const { options, recorder, faults } = visit;
  if (!options.rendering) return { state: 'not-run', why: 'it was not asked for' };
  if (!/^(?:text\/html|application\/xhtml\+xml)$/u.test(page.mediaType))
    return { state: 'not-run', why: `it is ${page.mediaType || 'of no named type'}, not a page` };
  const rendered = await renderPage(page, {
    ...{ ...options.rendering, net: options.world, had: visit.had },
    ...(options.signal ? { signal: options.signal } : {}),
    kept: (fetched) => void recorder.keep(fetched, instantAt(options.world.now())),
  });
  if (rendered.state === 'not-run') return rendered;
  await keepRendered(rendered, page, recorder);
  faults.push(...rendered.faults);
  return rendered;
}

/** Pages that only scripts fill have their words in what the browser made of them. */
const FILLED = 2;

async function keepRendered(rendered: Rendered & { state: 'done' }, page: Kept, recorder: Recorder): Promise<void> {
  const { screenshot, pdf, dom } = rendered;
  const lengthOf = async (bytes: Uint8Array): Promise<number> =>
    (await wordsOf({ url: page.url, bytes }))?.content.length ?? 0;
  const isFilled = dom !== null && (await lengthOf(dom)) > FILLED * (await lengthOf(page.bytes));
  const html = 'text/html; charset=utf-8';
  if (dom && isFilled) recorder.keepConversion(page.url, html, dom, page.uuid);
  // `urn:page:` is how archives name what a program made of a page: nobody takes it for another page.
  if (dom && !isFilled) recorder.keepResource(`urn:page:dom:${page.url}`, html, dom, page.uuid);
  if (screenshot) recorder.keepResource(`urn:page:screenshot:${page.url}`, 'image/png', screenshot, page.uuid);
  if (pdf) recorder.keepResource(`urn:page:pdf:${page.url}`, 'application/pdf', pdf, page.uuid);
}
