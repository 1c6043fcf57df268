import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { addresses, knownPayloads, payloads, writeItems } from './hostile-items.ts';
import { browse, browserPath, deskIn, filesIn, served } from './site-browser.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-hostile-site-'));
const record = join(scratch, 'record');

describe.skipIf(!existsSync(browserPath))('hostile evidence, published and opened in Chromium', () => {
  let browser: Browser;
  let canary: Awaited<ReturnType<typeof served>>;
  let site: Awaited<ReturnType<typeof served>>;
  let all: readonly string[] = [];

  beforeAll(async () => {
    canary = await served(scratch, { '/told': 'told' });
    all = [...payloads(canary.origin), ...knownPayloads()];
    writeItems(join(scratch, 'items'), all, addresses(canary.origin));
    const hearsay = deskIn(scratch);
    const name = `<img src=${canary.origin}/title.png onerror=alert(1)>`;
    hearsay('new', join(scratch, 'case'), '--title', name);
    hearsay('add', join(scratch, 'case'), join(scratch, 'items'));
    hearsay(
      'publish',
      join(scratch, 'case'),
      record,
      '--without-reply',
      `<script>fetch('${canary.origin}/why')</script>`,
    );
    const bait = `<!doctype html><script>1</script><img src="${canary.origin}/told"><img src="x" onerror="2">`;
    site = await served(record, { '/bait.html': bait });
    browser = await browse();
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    canary?.close();
    site?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  /** Opens pages one after another with scripts allowed; every script that was compiled, every request that would leave. */
  async function watched(context: BrowserContext, paths: readonly string[]) {
    const scripts: string[] = [];
    const requests: string[] = [];
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Debugger.enable');
    await session.send('Page.enable');
    let here = '';
    session.on('Debugger.scriptParsed', ({ url, executionContextAuxData }) => {
      const world = executionContextAuxData as { isDefault?: boolean } | undefined;
      if (world?.isDefault !== false) scripts.push(`${here}: ${url}`);
    });
    page.on('dialog', (dialog) => {
      scripts.push(`${here}: a dialog`);
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      if (!request.url().startsWith(`${site.origin}/`)) requests.push(`${here}: ${request.url()}`);
    });
    for (here of paths) await page.goto(`${site.origin}/${here}`, { waitUntil: 'load' });
    return { page, scripts, requests };
  }

  it('is watched by a harness that would notice', async () => {
    const context = await browser.newContext();
    const { scripts, requests, page } = await watched(context, ['bait.html']);
    await page.waitForTimeout(300);
    expect(scripts.length).toBeGreaterThanOrEqual(2);
    expect(requests).toEqual([`bait.html: ${canary.origin}/told`]);
    expect(canary.asked).toEqual(['/told']);
    canary.asked.length = 0;
  });

  it('reaches the pages as words: payloads are there to be read', () => {
    const pages = filesIn(record, '.html').filter((path) => path !== 'verify.html');
    const text = pages.map((path) => readFileSync(join(record, path), 'utf8')).join('\n');
    const claims = filesIn(record, '.html').filter((path) => path.startsWith('claims/'));
    expect(claims.length).toBeGreaterThan(20);
    expect(text.match(/&lt;(?:script|svg|img|iframe|math|form|style|a )/giu)?.length ?? 0).toBeGreaterThan(all.length);
    expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
  });

  it.each([
    ['as it is', false],
    ['with its content security policy put aside: escapes alone must hold', true],
  ])(
    'runs no script and asks for nothing: %s',
    async (_name, bypassCSP) => {
      const context = await browser.newContext({ bypassCSP });
      const all = filesIn(record, '.html').filter((path) => path !== 'verify.html');
      const paths = [...(bypassCSP ? all : all.filter((path) => !path.startsWith('zh/'))), 'feed.xml'];
      const { scripts, requests, page } = await watched(context, paths);
      await page.waitForTimeout(300);
      expect([scripts, requests, canary.asked]).toEqual([[], [], []]);
      expect(paths.length).toBeGreaterThan(40);
    },
    900_000,
  );

  it('has no way in that waits for a reader: no handler, no odd address, no form, nothing that loads', async () => {
    const page = await (await browser.newContext()).newPage();
    for (const path of filesIn(record, '.html').filter((one) => one !== 'verify.html')) {
      const found = await page.evaluate<string[]>(`(() => {
        const doc = new DOMParser().parseFromString(${JSON.stringify(readFileSync(join(record, path), 'utf8'))}, 'text/html');
        const all = [...doc.querySelectorAll('*')];
        return [
          ...all.flatMap((one) => [...one.attributes]).filter(({ name }) => /^on|^(?:srcdoc|ping|formaction|background|action)$/i.test(name)).map(({ name }) => name),
          ...[...doc.querySelectorAll('[href],[src],[cite]')].flatMap((one) => ['href', 'src', 'cite'].map((name) => one.getAttribute(name) ?? '')).filter((to) => /^[^/?#]*:/.test(to) && !/^https?:/i.test(to)),
          ...[...doc.querySelectorAll('script:not([type="application/ld+json"]),iframe,object,embed,form,base,style,video,audio,meta[http-equiv=refresh]')].map((one) => one.outerHTML.slice(0, 90)),
        ];
      })()`);
      expect(found, path).toEqual([]);
    }
  }, 200_000);

  it('leaves the data sound: JSON, XML and the reviews in the pages parse, and hold no markup that could break out', async () => {
    for (const path of filesIn(record, '.json')) {
      const text = readFileSync(join(record, path), 'utf8');
      // Entities stand one on a line.
      for (const part of path === 'entities.ftm.json' ? text.trim().split('\n') : [text]) JSON.parse(part);
    }
    const page = await (await browser.newContext()).newPage();
    const feed = JSON.stringify(readFileSync(join(record, 'feed.xml'), 'utf8'));
    expect(
      await page.evaluate(
        `new DOMParser().parseFromString(${feed}, 'application/xml').querySelectorAll('parsererror').length`,
      ),
    ).toBe(0);
    for (const path of filesIn(record, '.html').filter((one) => one !== 'verify.html'))
      for (const [, review = ''] of readFileSync(join(record, path), 'utf8').matchAll(
        /<script type="application\/ld\+json">([\s\S]*?)<\/script>/gu,
      )) {
        JSON.parse(review);
        expect(review).not.toContain('<');
      }
    for (const path of filesIn(record, '.csv'))
      expect(readFileSync(join(record, path), 'utf8'), path).not.toMatch(/(?:^|,)"?[=@\t]/mu);
    expect(filesIn(record).filter((path) => /\.svg$|drawn/u.test(path))).toEqual([]);
  });
});
