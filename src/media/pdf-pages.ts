import { Worker } from 'node:worker_threads';
import { HearsayError, messageOf } from '../base/error.ts';
import type { Redacted } from './redact.ts';

/** What a PDF may cost. */
export interface PagesOptions {
  /** At most that many pages, from the first. */
  readonly most?: number;
  /** Pixels of a page's longer side. */
  readonly longest?: number;
  /** For all pages together. */
  readonly patienceMs?: number;
}

const MOST_PAGES = 40;
const LONGEST_SIDE = 1600;
/** As sharp as a good scan: smaller pages are not blown up further. */
const FINEST = 200 / 72;
const PATIENCE_MS = 60_000;

type Answer =
  | { readonly is: 'page'; readonly data: Uint8Array; readonly width: number; readonly height: number }
  | { readonly is: 'end' }
  | { readonly is: 'failed'; readonly why: string };

/**
 * The pages of a PDF as pictures, drawn by PDFium in WebAssembly on a thread that is ended when it takes too long: a
 * hostile file has nothing but that thread's own memory, and can't hold up the program. What is under something on a page
 * is not in its picture. Throws HearsayError where the file can't be opened or time runs out.
 */
export async function pdfPages(bytes: Uint8Array, options: PagesOptions = {}): Promise<readonly Redacted[]> {
  const sharp = (await import('sharp')).default;
  const pages: Redacted[] = [];
  for (const { data, width, height } of await drawn(bytes, options)) {
    const png = await sharp(data, { raw: { width, height, channels: 4 } })
      .flatten({ background: '#ffffff' })
      .png({ compressionLevel: 9 })
      .toBuffer();
    pages.push({ bytes: new Uint8Array(png), width, height });
  }
  return pages;
}

type Page = Extract<Answer, { is: 'page' }>;

function drawn(bytes: Uint8Array, options: PagesOptions): Promise<readonly Page[]> {
  const { most = MOST_PAGES, longest = LONGEST_SIDE, patienceMs = PATIENCE_MS } = options;
  const library = import.meta.resolve('@hyzyla/pdfium');
  const workerData = { bytes: new Uint8Array(bytes), most, longest, finest: FINEST, library };
  const worker = new Worker(PROGRAM, { eval: true, workerData, stdout: true, stderr: true });
  const pages: Page[] = [];
  let late: NodeJS.Timeout | undefined;
  return new Promise<readonly Page[]>((resolve, reject) => {
    late = setTimeout(() => reject(new HearsayError('timeout', TOO_LONG)), patienceMs);
    worker.on('message', (answer: Answer) => {
      if (answer.is === 'page') pages.push(answer);
      else if (answer.is === 'end') resolve(pages);
      else reject(unopened(answer.why));
    });
    worker.on('error', (cause) => reject(unopened(messageOf(cause))));
    worker.on('exit', () => reject(unopened('its thread ended')));
    worker.once('online', () => late?.refresh());
  }).finally(() => {
    clearTimeout(late);
    worker.removeAllListeners();
    worker.on('error', () => {});
    return worker.terminate();
  });
}

const TOO_LONG = 'drawing the pages of the PDF took too long; print it to PDF again, or add pictures of its pages';
const unopened = (why: string): HearsayError =>
  new HearsayError('malformed', `the pages of the PDF can’t be drawn (${why}); print it to PDF again`);

/** The thread's program. It is given as text so that it runs from the source as well as built. */
const PROGRAM = `
const { parentPort, workerData } = require('node:worker_threads');
const { bytes, most, longest, finest, library } = workerData;
(async () => {
  const { PDFiumLibrary } = await import(library);
  const pdfium = await PDFiumLibrary.init();
  const file = await pdfium.loadDocument(bytes);
  const count = Math.min(file.getPageCount(), most);
  for (let n = 0; n < count; n++) {
    const page = file.getPage(n);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const side = Math.max(originalWidth, originalHeight, 1);
    const scale = Math.min(longest / side, finest);
    if (Math.min(originalWidth, originalHeight) * scale < 1) continue;
    const { data, width, height } = await page.render({ scale, render: 'bitmap', renderFormFields: false });
    parentPort.postMessage({ is: 'page', data: new Uint8Array(data), width, height });
  }
  parentPort.postMessage({ is: 'end' });
})().catch((cause) => parentPort.postMessage({ is: 'failed', why: String((cause && cause.message) || cause) }));
`;
