import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './run.ts';
import { type Served, served } from './served.ts';
import { browserPath } from './site-browser.ts';

const folder = join(root, 'extension');
const json = (path: string): Readonly<Record<string, unknown>> => JSON.parse(readFileSync(join(folder, path), 'utf8'));

describe('the extension', () => {
  const manifest = json('manifest.json');

  it('asks for the page at hand, a place to keep the address, and this machine: nothing else', () => {
    expect(manifest['permissions']).toEqual(['activeTab', 'scripting', 'storage']);
    expect(manifest['host_permissions']).toEqual(['http://127.0.0.1/*']);
    for (const none of ['content_scripts', 'background', 'web_accessible_resources', 'externally_connectable'])
      expect(manifest[none]).toBeUndefined();
  });

  it('speaks to this machine alone, and runs no script but its own', () => {
    const { extension_pages } = manifest['content_security_policy'] as { readonly extension_pages: string };
    expect(extension_pages).toContain("default-src 'none'");
    expect(extension_pages).toContain("script-src 'self'");
    expect(extension_pages).toMatch(/connect-src http:\/\/127\.0\.0\.1:\*;/u);
    expect(readFileSync(join(folder, 'popup.html'), 'utf8')).not.toMatch(/<script(?![^>]+src=)|\son[a-z]+=/u);
  });

  it('has every file that it names', () => {
    const icons = [...Object.values(manifest['icons'] as object), 'popup.html', 'popup.css', 'popup.js', 'desk.js'];
    for (const path of icons) expect(existsSync(join(folder, String(path))), String(path)).toBe(true);
  });

  it('says everything in both languages', () => {
    const [en, zh] = ['en', 'zh_CN'].map((one) => Object.keys(json(`_locales/${one}/messages.json`)).sort());
    expect(zh).toEqual(en);
    const used = ['popup.html', 'popup.js'].flatMap((path) =>
      [...readFileSync(join(folder, path), 'utf8').matchAll(/(?:data-says="|says\('|tell\('|\? '|: ')(\w+)/gu)].map(
        (match) => match[1] ?? '',
      ),
    );
    const known = new Set(en);
    expect(used.filter((one) => /^[a-z]+[A-Z]/u.test(one) && !known.has(one))).toEqual([]);
  });
});

describe('the address of a desk', async () => {
  const { deskAt } = (await import(join(folder, 'desk.js'))) as {
    readonly deskAt: (text: string) => { readonly origin: string; readonly token: string } | null;
  };
  const token = 'a'.repeat(43);

  it('is what `hearsay serve` prints', () => {
    const desk = { origin: 'http://127.0.0.1:4711', token };
    expect(deskAt(` http://127.0.0.1:4711/#token=${token}\n`)).toEqual(desk);
    expect(deskAt(`http://localhost:4711/#token=${token}`)).toEqual(desk);
  });

  it('is never another machine, whatever it looks like', () => {
    for (const origin of [
      'https://127.0.0.1:4711',
      'http://127.0.0.1.evil.example:4711',
      'http://127.0.0.1:4711@evil.example',
      'http://evil.example:4711',
      'http://10.0.0.1:4711',
      'http://127.0.0.1',
      'javascript:alert(1)//127.0.0.1:4711',
    ])
      expect(deskAt(`${origin}/#token=${token}`), origin).toBeNull();
    expect(deskAt('http://127.0.0.1:4711/')).toBeNull();
  });
});

describe.skipIf(!existsSync(browserPath))('in a browser', () => {
  const profile = mkdtempSync(join(tmpdir(), 'hearsay-extension-'));
  let context: BrowserContext;
  let pages: Server;
  let desk: Served;
  let popup: Page;
  let paper = '';

  beforeAll(async () => {
    desk = await served(['gate', 'lamp']);
    // The document's own names are hidden by elements that bear them, as a page may do to be taken down wrongly.
    const body = `<!doctype html><html lang="en"><title>The gate</title><p id="told">The gate was shut at nine.</p>
      <form name="title"></form><img name="documentElement" alt=""><script>document.getElementById('told').append(' By whom?')</script>`;
    pages = createServer((_, answer) => answer.writeHead(200, { 'content-type': 'text/html' }).end(body));
    await new Promise<void>((done) => pages.listen(0, '127.0.0.1', done));
    paper = `http://127.0.0.1:${(pages.address() as AddressInfo).port}/gate?from=a&to=b`;
    context = await chromium.launchPersistentContext(profile, {
      executablePath: browserPath,
      headless: false,
      args: [
        ...['--headless=new', '--no-sandbox', `--disable-extensions-except=${folder}`, `--load-extension=${folder}`],
        ...['--lang=en-GB'],
      ],
    });
    popup = await opened(context, paper);
  });
  afterAll(async () => {
    await context?.close();
    pages?.close();
    await desk?.end();
    rmSync(profile, { recursive: true, force: true });
  });

  it('is joined to a desk by its address, once, and lists the cases', async () => {
    await popup.fill('#address', 'http://evil.example/#token=abc');
    await popup.click('#connect button');
    await popup.waitForSelector('#said.bad');
    await popup.fill('#address', `http://127.0.0.1:${desk.port}/#token=${desk.token}`);
    await popup.click('#connect button');
    await popup.waitForSelector('#send:not([hidden])');
    expect(await popup.locator('#case option').allTextContents()).toEqual(
      expect.arrayContaining(['About gate', 'About lamp']),
    );
    expect(await popup.locator('#connect').isVisible()).toBe(false);
  });

  it('sends the document as the browser shows it, with its address, into the case that is chosen', async () => {
    await popup.selectOption('#case', 'gate');
    await popup.click('#send [type=submit]');
    await popup.waitForSelector('#said.good', { timeout: 60_000 });
    const { events } = (await desk.ask('GET', '/api/v1/cases/gate/log')).json as {
      readonly events: readonly {
        readonly kind: string;
        readonly data: { readonly facts?: Record<string, unknown> };
      }[];
    };
    const [added] = events.filter(({ kind }) => kind === 'add');
    expect(added?.data.facts?.['url']).toBe(paper);
    expect(events.filter(({ kind }) => kind === 'add').length).toBeGreaterThanOrEqual(1);
  });

  it('takes the page down though its elements bear the names of what is asked', async () => {
    const { collect } = (await import(join(folder, 'collect.js'))) as { readonly collect: (most: number) => unknown };
    const page = await context.newPage();
    await page.goto(paper);
    await page.evaluate('getSelection().selectAllChildren(document.getElementById("told"))');
    const taken = (await page.evaluate(`(${String(collect)})(1e6)`)) as Readonly<Record<string, string>>;
    expect(taken['html']?.startsWith('<!doctype html>\n<html lang="en">')).toBe(true);
    expect(taken['html']).toContain('The gate was shut at nine. By whom?');
    expect([taken['url'], taken['title'], taken['selection']]).toEqual([
      paper,
      'The gate',
      'The gate was shut at nine. By whom?',
    ]);
    expect(await page.evaluate(`(${String(collect)})(10)`)).toMatchObject({ html: '' });
    await page.close();
  });

  it('says so where the token is no longer right, and asks for the address again', async () => {
    await popup.evaluate(
      `chrome.storage.local.set({ desk: { origin: 'http://127.0.0.1:${desk.port}', token: '${'w'.repeat(43)}' } })`,
    );
    await popup.reload();
    await popup.waitForSelector('#said.bad');
    expect(await popup.locator('#connect').isVisible()).toBe(true);
  });

  it('can be used by everybody, in light and dark', async () => {
    for (const colorScheme of ['light', 'dark'] as const) {
      await popup.emulateMedia({ colorScheme });
      const { violations } = await new AxeBuilder({ page: popup }).analyze();
      expect(violations.map(({ id }) => id)).toEqual([]);
    }
  });
});

/** The popup in a tab of its own, for a page that is open beside it. */
async function opened(context: BrowserContext, address: string): Promise<Page> {
  const page = await context.newPage();
  await page.goto('chrome://extensions');
  // The manager knows what an unpacked extension was named; in no other way does a test learn it.
  const id = await page.evaluate<string>(
    'new Promise((done) => chrome.developerPrivate.getExtensionsInfo({}, (all) => done(all.find(({ location }) => location === "UNPACKED")?.id ?? "")))',
  );
  await page.goto(address);
  const popup = await context.newPage();
  await popup.goto(`chrome-extension://${id}/popup.html`);
  const tab = await popup.evaluate<number>(
    `chrome.tabs.query({}).then((all) => all.find(({ url }) => url === ${JSON.stringify(address)}).id)`,
  );
  await popup.goto(`chrome-extension://${id}/popup.html?tab=${tab}`);
  await popup.waitForSelector('#connect:not([hidden])');
  return popup;
}
