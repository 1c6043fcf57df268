import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatVerifierKey } from '../src/log/index.ts';
import { root } from './run.ts';
import { browse, browserPath } from './site-browser.ts';
import { DESK_KEY, deskNamed, type Folder, flipped, smallRecords, withFile } from './small-record.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-verify-page-'));
const page_ = join(root, 'dist', 'web', 'verify.html');
const shots = process.env['SHOTS'];

interface Told {
  readonly check: string;
  readonly result: string;
  readonly faults: readonly { readonly file: string; readonly start: number; readonly end: number }[];
}

/** Drops a folder as a browser hands it over: entries that give their children in portions. */
const DROP = `(files) => {
  const entry = (name, below) => {
    const own = files.find(([path]) => path === below);
    if (own) return { name, isFile: true, file: (done) => done(new File([Uint8Array.from(own[1])], name)) };
    const lead = below === '' ? '' : below + '/';
    const names = files.map(([path]) => path).filter((path) => path.startsWith(lead) && path !== lead);
    const children = [...new Set(names.map((path) => path.slice(lead.length).split('/')[0]))];
    const portions = [...children.map((one) => [entry(one, lead + one)]), []];
    return { name, isDirectory: true, createReader: () => ({ readEntries: (done) => done(portions.shift()) }) };
  };
  const event = new Event('drop', { cancelable: true });
  event.dataTransfer = { items: [{ webkitGetAsEntry: () => entry('record', '') }], files: [] };
  document.getElementById('choose').dispatchEvent(event);
}`;

/** A folder on the disk, with the page beside the record's files. */
function written(name: string, folder: Folder): string {
  const place = join(scratch, name);
  for (const [path, bytes] of folder) {
    mkdirSync(dirname(join(place, path)), { recursive: true });
    writeFileSync(join(place, path), bytes);
  }
  return place;
}

describe.skipIf(!existsSync(browserPath))('verify.html in Chromium (skipped where none is installed)', () => {
  let browser: Browser;
  let server: Server;
  let served: Folder = new Map();
  let first: Folder;
  let second: Folder;
  const asked: string[] = [];
  const base = (): string => `http://127.0.0.1:${(server.address() as AddressInfo).port}/record/`;

  beforeAll(async () => {
    const page = new Uint8Array(readFileSync(page_));
    const [one, two] = await smallRecords(2, new Map([['verify.html', page]]));
    [first, second] = [one ?? new Map(), two ?? new Map()];
    server = createServer((request, response) => {
      const path = (request.url ?? '').replace('/record/', '');
      asked.push(path);
      const bytes = served.get(path);
      response.statusCode = bytes ? 200 : 404;
      response.setHeader('content-type', path.endsWith('.html') ? 'text/html' : 'application/octet-stream');
      response.end(bytes);
    });
    await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
    browser = await browse('--host-resolver-rules=MAP record.example 127.0.0.1');
  });
  afterAll(async () => {
    await browser?.close();
    server?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  async function opened(url: string, options: BrowserContextOptions = {}): Promise<Page> {
    const context = await browser.newContext({ locale: 'en-GB', ...options });
    const page = await context.newPage();
    page.on('console', (line) => {
      if (line.type() === 'error' && !line.text().includes('404')) throw new Error(line.text());
    });
    await page.goto(url);
    return page;
  }

  const over = async (folder: Folder, options: BrowserContextOptions = {}): Promise<Page> => {
    served = folder;
    const page = await opened(`${base()}verify.html`, options);
    await page.locator('.outcome').waitFor();
    return page;
  };
  const answer = (page: Page): Promise<string> => page.locator('.outcome strong').innerText();
  const results = (page: Page): Promise<string[]> => page.locator('td.result').allInnerTexts();

  it('is one file that lets nothing in from elsewhere', () => {
    const text = readFileSync(page_, 'utf8');
    expect(text).toContain("default-src 'none'; script-src 'sha256-");
    expect(text).not.toMatch(/<(?:link|img|iframe)|\son[a-z]+=|unsafe-|\bimport\(|https?:\/\/(?!www\.w3\.org)[a-z]/u);
    expect(text.length).toBeLessThan(150_000);
  });

  it('served, finds the folder whole, and asks for what the manifest names alone', async () => {
    asked.length = 0;
    const page = await over(second);
    expect(await answer(page)).toMatch(
      /^Nothing was changed\. This is edition 2 of “The gate”, .+, as the desk other\.example made it\.$/u,
    );
    expect((await results(page)).map((one) => one.slice(2))).toEqual([
      ...['passed', 'passed', 'passed', 'passed', 'passed', 'passed', 'not run', 'passed'],
    ]);
    expect(asked.filter((path) => !second.has(path) && path !== 'favicon.ico' && path !== '/favicon.ico')).toEqual([]);
    await page.context().close();
  });

  it('served, names a page that was changed, and one that is missing', async () => {
    const index = second.get('index.html') ?? new Uint8Array();
    const page = await over(withFile(second, 'index.html', flipped(index, 20)));
    expect(await answer(page)).toBe('Something was changed: index.html.');
    expect(await page.locator('tbody').innerText()).toContain(`index.html (bytes 0 to ${index.length})`);
    const other = await over(withFile(second, 'zh/index.html', null));
    expect(await answer(other)).toBe('Something was changed: zh/index.html.');
    await page.context().close();
    await other.context().close();
  });

  it('over plain http, says which signature it can’t check, and calls nothing wrong', async () => {
    served = second;
    const page = await opened(`${base().replace('127.0.0.1', 'record.example')}verify.html`);
    await page.locator('.outcome').waitFor();
    expect(await page.evaluate('globalThis.isSecureContext')).toBe(false);
    expect(await answer(page)).toContain('Nothing was changed');
    const row = page.getByRole('row').filter({ hasText: 'Time' });
    expect(await row.innerText()).toMatch(
      /not run[\s\S]+the signature of https:\/\/time\.example can’t be checked here/u,
    );
    await page.context().close();
  });

  it('takes a folder that is dropped, with all that lies in it', async () => {
    const page = await opened(pathToFileURL(join(written('dropped', first), 'verify.html')).href);
    const files = [...first].map(([path, bytes]) => [path, [...bytes]] as const);
    await page.evaluate(`(${DROP})(${JSON.stringify([...files, ['claims/none/', null]])})`);
    await page.locator('.outcome').waitFor();
    expect(await answer(page)).toContain('something was put beside it: claims/none/.');
    await page.context().close();
  });

  it('says so where there is no record', async () => {
    const page = await over(new Map([...second].filter(([path]) => path === 'verify.html')));
    expect(await answer(page)).toContain('Here is no published record');
    await page.context().close();
  });

  it('opened from a disk, checks the folder that is chosen, and sees what was put beside', async () => {
    const place = written('whole', first);
    const page = await opened(pathToFileURL(join(place, 'verify.html')).href);
    await page.locator('#folder').setInputFiles(place);
    await page.locator('.outcome').waitFor();
    expect(await answer(page)).toContain('This is edition 1 of “The gate”');
    const stray = written('stray', withFile(first, 'claims/more.html', new Uint8Array(3)));
    await page.locator('#folder').setInputFiles(stray);
    await page.locator('.outcome.failed').waitFor();
    expect(await answer(page)).toContain('something was put beside it: claims/more.html.');
    await page.context().close();
  });

  it('takes a key and an earlier checkpoint from the reader', async () => {
    const page = await over(second);
    const check = async (tone: string): Promise<string> => {
      await page.getByRole('button', { name: 'Check with it' }).click();
      await page.locator(`.outcome.${tone}`).waitFor();
      return answer(page);
    };
    await page.getByLabel('Key of the desk').fill('desk.example');
    await page.getByRole('button', { name: 'Check with it' }).click();
    await expect.poll(() => page.locator('#key-bad').innerText()).toContain('not a whole key');
    await page.getByLabel('Key of the desk').fill(DESK_KEY);
    expect(await check('failed')).toContain('not the one whose key you gave');
    await page
      .getByLabel('Key of the desk')
      .fill(`${DESK_KEY} ${formatVerifierKey(deskNamed('other.example').verifier)}`);
    expect(await check('passed')).toContain('Nothing was changed');
    expect(await page.locator('.outcome').innerText()).toContain('The desk is the one whose key you gave.');
    await page.getByLabel('An earlier checkpoint').setInputFiles(join(written('first', first), 'seal/checkpoint'));
    expect(await check('passed')).toContain('Nothing was changed');
    served = first;
    const later = join(written('later', second), 'seal/checkpoint');
    await page.getByLabel('An earlier checkpoint').setInputFiles(later);
    expect(await check('failed')).toContain('not the continuation of the checkpoint');
    await page.context().close();
  });

  it('works by keyboard alone, in both languages', async () => {
    const page = await over(second);
    await page.keyboard.press('Tab');
    await page.keyboard.press('Tab');
    expect(await page.evaluate('document.activeElement.textContent')).toBe('中文');
    await page.keyboard.press('Enter');
    expect(await page.locator('html').getAttribute('lang')).toBe('zh-Hans');
    expect(await answer(page)).toContain('没有任何改动');
    expect(await page.locator('tbody').innerText()).not.toMatch(/[a-z]{3,} [a-z]{3,}/u);
    for (let presses = 0; presses < 12; presses++) {
      if ((await page.evaluate('document.activeElement.id')) === 'key') break;
      await page.keyboard.press('Tab');
    }
    await page.keyboard.type(DESK_KEY);
    await page.keyboard.press('Enter');
    await page.locator('.outcome.failed').waitFor();
    expect(await answer(page)).toContain('签名的编辑部不是您所给公钥的持有者');
    await page.context().close();
  });

  it('calls a sample of changed bytes what the program calls them', { timeout: 120_000 }, async () => {
    const page = await over(second);
    const small = withFile(second, 'verify.html', null);
    for (const [path, bytes] of small)
      for (let step = 0; step < 6; step++) {
        const at = Math.floor(((step + 0.5) / 6) * bytes.length);
        const files = [...withFile(second, path, flipped(bytes, at))].map(([name, one]) => [name, [...one]]);
        const told = (await page.evaluate(
          `hearsay.verify(Object.fromEntries(${JSON.stringify(files)}.map(([name, one]) => [name, Uint8Array.from(one)])))`,
        )) as readonly Told[];
        const faults = told.flatMap((one) => one.faults);
        expect(
          faults.some(({ file, start, end }) => file === path && start <= at && at < end),
          `${path}, byte ${at}: ${JSON.stringify(faults)}`,
        ).toBe(true);
      }
    await page.context().close();
  });

  it('has no barrier that axe knows, in both languages and themes, whole and changed', {
    timeout: 120_000,
  }, async () => {
    const broken = withFile(second, 'index.html', flipped(second.get('index.html') ?? new Uint8Array(), 9));
    for (const colorScheme of ['light', 'dark'] as const)
      for (const locale of ['en-GB', 'zh-CN'])
        for (const [name, folder] of Object.entries({ whole: second, broken })) {
          const page = await over(folder, { colorScheme, locale });
          const { violations } = await new AxeBuilder({ page })
            .withTags(['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'])
            .analyze();
          expect(violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)])).toEqual([]);
          if (shots)
            await page.screenshot({ path: join(shots, `${name}-${locale}-${colorScheme}.png`), fullPage: true });
          await page.context().close();
        }
  });
});
