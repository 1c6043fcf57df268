import type { Browser, BrowserContext, CDPSession } from 'playwright-core';
import { HearsayError, messageOf } from '../base/error.ts';
import { shown } from './address.ts';
import { type Guest, receive } from './browser-requests.ts';
import type { Fetched } from './fetcher.ts';
import { until } from './limits.ts';
import type { Net } from './world.ts';

/** Which browser, and how long it has. */
export interface Rendering {
  /** The path of a Chromium; one that is installed where absent. */
  readonly executable?: string;
  /** Milliseconds for everything. */
  readonly total?: number;
}

/** A page as a browser shows it, once its scripts have run; or why there is none. Parts that failed are `null`. */
export type Rendered =
  | {
      readonly state: 'done';
      /** Its name and version. */
      readonly browser: string;
      /** PNG of the whole page, to `TALLEST` pixels. */
      readonly screenshot: Uint8Array | null;
      readonly pdf: Uint8Array | null;
      /** The page's elements after its scripts, as HTML in UTF-8. */
      readonly dom: Uint8Array | null;
      readonly faults: readonly string[];
    }
  | { readonly state: 'not-run'; readonly why: string };

/** What rendering takes from outside: the network, and what is told of each fetch. */
export interface RenderTools extends Rendering {
  readonly net: Net;
  readonly signal?: AbortSignal;
  readonly kept: (fetched: Fetched) => void;
  readonly had: ReadonlyMap<string, Fetched>;
}

const TOTAL_MS = 60_000;
const SETTLE_MS = 8000;
const CLOSE_MS = 5000;
const WIDTH = 1280;
const TALLEST = 12_000;
const MOST_DOM = 16 * 1024 * 1024;
const MOST_PDF = 32 * 1024 * 1024;

/**
 * Shows a page that was fetched to a browser that has no network of its own, and keeps what is seen. Whatever the page
 * asks for is fetched by us under the same rules, or not at all. Only a stop throws.
 */
export async function renderPage(page: Fetched, tools: RenderTools): Promise<Rendered> {
  const { installedBrowser, openBrowser } = await import('./browser.ts');
  const path = installedBrowser(tools.executable);
  if (path === null) return { state: 'not-run', why: 'no Chromium is installed' };
  const limit = AbortSignal.timeout(tools.total ?? TOTAL_MS);
  const signal = tools.signal ? AbortSignal.any([tools.signal, limit]) : limit;
  const starting = openBrowser(path);
  try {
    const browser = await until(starting, signal);
    return await rendered(browser, page, { ...tools, signal });
  } catch (cause) {
    if (tools.signal?.aborted)
      throw new HearsayError('network', `${shown(page.url)} is not captured: it was stopped; add it again to go on`);
    return { state: 'not-run', why: limit.aborted ? 'the browser took too long' : reasonOf(cause) };
  } finally {
    // A page can keep its browser busy; the wait for its end is bounded, and Playwright kills it after that.
    const closed = starting.then((browser) => browser.close()).catch(() => undefined);
    await until(closed, AbortSignal.timeout(CLOSE_MS)).catch(() => undefined);
  }
}

async function rendered(
  browser: Browser,
  page: Fetched,
  tools: RenderTools & { signal: AbortSignal },
): Promise<Rendered> {
  const { signal } = tools;
  const context = await until(
    browser.newContext({
      ...{ serviceWorkers: 'block', acceptDownloads: false, javaScriptEnabled: true, locale: 'en-US' },
      ...{ viewport: { width: WIDTH, height: 900 }, deviceScaleFactor: 1, permissions: [] },
    }),
    signal,
  );
  const guest = await until(receive(context, page, tools), signal);
  const faults: string[] = [];
  const attempt = async <T>(what: string, work: () => Promise<T>): Promise<T | null> => {
    try {
      return await until(work(), signal);
    } catch (cause) {
      if (tools.signal.aborted && !guest.shown()) throw cause;
      faults.push(
        `${shown(page.url)} has no ${what}: ${signal.aborted ? 'the browser took too long' : reasonOf(cause)}`,
      );
      return null;
    }
  };
  const { tab, cdp } = await until(show(context, page.url, guest, signal), signal);
  const dom = await attempt('elements after its scripts', () => domOf(cdp));
  const screenshot = await attempt('screenshot', () =>
    tab.screenshot({
      ...{ fullPage: true, animations: 'disabled', timeout: 20_000 },
      clip: { x: 0, y: 0, width: WIDTH, height: TALLEST },
    }),
  );
  const pdf = await attempt('PDF', () => pdfOf(cdp));
  if (dom === null && screenshot === null && pdf === null) return { state: 'not-run', why: faults[0] ?? 'it failed' };
  return {
    ...{ state: 'done', browser: `Chromium ${browser.version()}`, dom, pdf },
    screenshot: screenshot && new Uint8Array(screenshot),
    faults: [...faults, ...guest.faults()],
  };
}

/** Opens the page, lets its scripts run, and looks down it once, since pictures may wait for that. */
async function show(context: BrowserContext, url: string, guest: Guest, signal: AbortSignal) {
  const tab = await context.newPage();
  context.on('page', (other) => void other.close().catch(() => undefined));
  await tab.goto(url, { waitUntil: 'commit', timeout: 30_000 });
  const cdp = await context.newCDPSession(tab);
  await tab.waitForLoadState('load', { timeout: SETTLE_MS }).catch(() => undefined);
  const look = `(async () => {
    for (let y = 0; y < Math.min(document.documentElement.scrollHeight, ${TALLEST}); y += 800) {
      scrollTo(0, y);
      await new Promise((go) => setTimeout(go, 40));
    }
    scrollTo(0, 0);
  })()`;
  await until(inWorldApart(cdp, look), AbortSignal.any([signal, AbortSignal.timeout(SETTLE_MS)])).catch(
    () => undefined,
  );
  await guest.settled(SETTLE_MS);
  return { tab, cdp };
}

/** Runs a line in the page where its own scripts can't have changed what words mean. */
async function inWorldApart(cdp: CDPSession, expression: string): Promise<unknown> {
  const { frameTree } = await cdp.send('Page.getFrameTree');
  const { executionContextId } = await cdp.send('Page.createIsolatedWorld', { frameId: frameTree.frame.id });
  const how = { contextId: executionContextId, awaitPromise: true, returnByValue: true };
  const { result } = await cdp.send('Runtime.evaluate', { expression, ...how });
  return result.value;
}

async function domOf(cdp: CDPSession): Promise<Uint8Array> {
  const expression = `(() => {
    const html = document.documentElement.outerHTML;
    return html.length > ${MOST_DOM} ? null : (document.doctype ? '<!DOCTYPE html>\\n' : '') + html;
  })()`;
  const html = await inWorldApart(cdp, expression);
  if (typeof html !== 'string') throw new Error(`it has more than ${MOST_DOM} characters`);
  return new TextEncoder().encode(html);
}

/** In pieces, so that a page of endless length fills no memory here. */
async function pdfOf(cdp: CDPSession): Promise<Uint8Array> {
  const paper = { paperWidth: 8.27, paperHeight: 11.69, printBackground: true };
  const { stream } = await cdp.send('Page.printToPDF', { ...paper, transferMode: 'ReturnAsStream' });
  if (stream === undefined) throw new Error('the browser gave none');
  const pieces: Buffer[] = [];
  for (let size = 0; ; ) {
    const { data, base64Encoded, eof } = await cdp.send('IO.read', { handle: stream, size: 1 << 20 });
    pieces.push(Buffer.from(data, base64Encoded ? 'base64' : 'utf8'));
    size += data.length;
    if (size > MOST_PDF * 1.4) throw new Error(`it has more than ${MOST_PDF} bytes`);
    if (eof) break;
  }
  await cdp.send('IO.close', { handle: stream });
  return new Uint8Array(Buffer.concat(pieces));
}

const reasonOf = (cause: unknown): string => shown(messageOf(cause).split('\n', 1)[0] ?? '');
