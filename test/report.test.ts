import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { page as pageOf } from '../src/publish/page.ts';
import { WORDS } from '../src/publish/words/languages.ts';
import { root, run } from './run.ts';
import { claim, copy, dossierOf, item, statement } from './sample-dossier.ts';
import { browse, browserPath } from './site-browser.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-report-'));
const report = join(scratch, 'report.html');
const chinese = join(scratch, 'report-zh.html');
const drawing = join(scratch, 'drawing.html');
const turning = join(scratch, 'turning.html');
/** Story cases that stand beside the project on a developer's machine. */
const shared = join(root, '..', 'shared', 'cases');
const OPEN_ALL = 'for (const one of document.querySelectorAll("details")) one.open = true';

/** Sixty items of one telling, made from each other in turns, with a ring and two saved versions. */
function sixty(): string {
  const name = (n: number): string => `i${String(n).padStart(2, '0')}`;
  const items = Array.from({ length: 60 }, (_, n) =>
    item(name(n), {
      publisher: n % 7 === 3 ? `河岸早报第${n}版` : `The Regional Gazette and Mercury of the Lower Valley ${n}`,
      published: `2033-04-0${1 + Math.floor(n / 10)}T${String(8 + (n % 10)).padStart(2, '0')}:00:00+02:00`,
    }),
  );
  const copies = items.slice(1).map((one, n) =>
    copy(name((n * n) % (n + 1)), one.id, {
      direction: n % 9 === 8 ? 'unknown' : 'left-first',
      credited: n % 2 === 0,
    }),
  );
  const cites = [0, 1, 2].map((n) => ({
    from: name(n),
    to: name((n + 1) % 3),
    start: 0,
    end: 1,
    quote: 'the other paper',
  }));
  return pageOf(
    dossierOf({
      items,
      copies,
      tellings: [items.map(({ id }) => id)],
      versions: [[name(30), name(41)]],
      citations: cites,
      rings: [[name(0), name(1), name(2)]],
    }),
  );
}

/** Arabic and Hebrew beside the page's own words. */
function rightToLeft(): string {
  const said = 'قال الحارس إن الباب أغلق عند الساعة 9 مساءً.';
  return pageOf(
    dossierOf({
      contents: { a: said, b: said },
      items: [
        item('a', { publisher: 'صحيفة الميناء 24', language: 'ar' }),
        item('b', { publisher: 'עיתון הנמל', language: 'he' }),
      ],
      tellings: [['a', 'b']],
      copies: [copy('a', 'b')],
      statements: ['a', 'b'].map((of) => ({ ...statement(`s${of}`, of, said, 'الباب أغلق'), claim: 'c' })),
      claims: [claim('c', 'الباب أغلق', ['sa', 'sb'], 'unsourced')],
    }),
    WORDS.zh,
  );
}

describe.skipIf(!existsSync(browserPath))('the report in Chromium (skipped where none is installed)', () => {
  let browser: Browser;

  beforeAll(async () => {
    expect(run(['look', join(root, 'examples', 'freezer-log'), '--html', report]).status).toBe(0);
    expect(run(['look', join(root, 'examples', 'freezer-log'), '--interface', 'zh', '--html', chinese]).status).toBe(0);
    writeFileSync(drawing, sixty());
    writeFileSync(turning, rightToLeft());
    browser = await browse();
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  async function opened(
    options: BrowserContextOptions,
    file = report,
  ): Promise<{ page: Page; requests: readonly string[] }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(file).href);
    return { page, requests };
  }

  it('asks for nothing but itself, and needs no script', async () => {
    const { page, requests } = await opened({ javaScriptEnabled: false });
    expect(requests).toEqual([pathToFileURL(report).href]);
    expect(await page.locator('article.claim').count()).toBeGreaterThan(3);
    expect(await page.locator('script, link, img, iframe, object, embed').count()).toBe(0);
    expect(statSync(report).size).toBeLessThan(2_000_000);
  });

  it.each([
    ['wide, light', report, { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['wide, dark', report, { viewport: { width: 1280, height: 900 }, colorScheme: 'dark' }],
    ['phone, dark', report, { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
    ['in Chinese, wide, light', chinese, { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['in Chinese, phone, dark', chinese, { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
    ['words from right to left, phone', turning, { viewport: { width: 360, height: 740 }, colorScheme: 'light' }],
    ['sixty items, phone, light', drawing, { viewport: { width: 360, height: 740 }, colorScheme: 'light' }],
  ] as const)('has no accessibility faults, with everything unfolded: %s', async (_name, file, options) => {
    const { page } = await opened(options, file);
    await page.evaluate(OPEN_ALL);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });

  it('does not scroll sideways on a phone, folded or unfolded', async () => {
    for (const file of [report, chinese, turning, drawing]) {
      const { page } = await opened({ viewport: { width: 360, height: 740 } }, file);
      const wide = (): Promise<unknown> => page.evaluate('document.documentElement.scrollWidth');
      expect(await wide()).toBeLessThanOrEqual(360);
      await page.evaluate(OPEN_ALL);
      expect(await wide()).toBeLessThanOrEqual(360);
    }
  });

  it('lights up the words that a claim rests on', async () => {
    const { page } = await opened({});
    expect(await page.locator('article.claim mark').count()).toBeGreaterThan(5);
    expect(await page.locator('article.claim mark').allTextContents()).not.toContain('');
  });

  it('leads every link in it to a place in it, or from the evidence to where that stood, without saying from where', async () => {
    const { page } = await opened({});
    const lost = await page.evaluate(
      '[...document.querySelectorAll("a:not(#items .url[rel~=noreferrer])")].map((one) => one.getAttribute("href")).filter((to) => !to.startsWith("#") || !document.getElementById(to.slice(1)))',
    );
    expect(lost).toEqual([]);
    expect(await page.evaluate('document.querySelectorAll("[id]").length')).toBe(
      await page.evaluate('new Set([...document.querySelectorAll("[id]")].map((one) => one.id)).size'),
    );
  });

  it('keeps a day after the name that it belongs to, whichever way the name runs', async () => {
    const { page } = await opened({ viewport: { width: 1280, height: 900 } }, turning);
    const before = await page.evaluate(`[...document.querySelectorAll('.place figcaption')].map((one) => {
      const name = one.querySelector('[lang=ar]').getBoundingClientRect();
      const day = [...one.childNodes].find((node) => node.nodeType === 3 && node.data.includes('2033'));
      const range = document.createRange();
      range.setStart(day, day.data.indexOf('2033'));
      range.setEnd(day, day.data.indexOf('2033') + 4);
      return name.right <= range.getBoundingClientRect().left;
    })`);
    expect(before).toEqual([true]);
    const direction = await page.evaluate('getComputedStyle(document.querySelector("article.claim h4")).direction');
    expect(direction).toBe('rtl');
  });

  it.each([report, chinese])('prints what is folded, within the page: %s', async (file) => {
    const { page } = await opened({ viewport: { width: 690, height: 980 } }, file);
    await page.emulateMedia({ media: 'print' });
    // The browser takes up the print style in its own time.
    const hidden = () =>
      page.evaluate(
        '[...document.querySelectorAll("details > :not(summary)")].filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length',
      );
    expect(await page.locator('details').count()).toBeGreaterThan(3);
    await expect.poll(hidden, { timeout: 5000 }).toBe(0);
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(690);
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
  });

  it('draws sixty items without one name over another', async () => {
    const { page } = await opened({ viewport: { width: 1280, height: 900 } }, drawing);
    const over = await page.evaluate(`(() => {
      const boxes = [...document.querySelectorAll('.telling svg text')].map((one) => one.getBoundingClientRect());
      const meet = (a, b) => a.left < b.right - 1 && b.left < a.right - 1 && a.top < b.bottom - 4 && b.top < a.bottom - 4;
      return boxes.flatMap((a, at) => boxes.slice(at + 1).filter((b) => meet(a, b))).length;
    })()`);
    expect(await page.locator('.telling svg circle').count()).toBeGreaterThan(55);
    expect(over).toBe(0);
    const cut = await page.evaluate(`[...document.querySelectorAll('.telling svg')].filter((svg) => {
      const { x, width } = svg.viewBox.baseVal;
      return [...svg.querySelectorAll('text')].some((one) => one.getBBox().x < x || one.getBBox().x + one.getBBox().width > x + width);
    }).length`);
    expect(cut).toBe(0);
    expect(await page.locator('.telling svg > title').count()).toBe(await page.locator('.telling svg').count());
  });

  it('names no private person in any of its bytes', () => {
    const { out } = run(['look', join(root, 'examples', 'freezer-log'), '--json']);
    const { people, items } = JSON.parse(out) as {
      people: readonly { name: string; withheld: boolean }[];
      items: readonly { publisher: string | null }[];
    };
    const outlets = new Set(items.map(({ publisher }) => publisher));
    const bytes = readFileSync(report, 'utf8').toLowerCase();
    const names = people
      .filter(({ name, withheld }) => withheld && !outlets.has(name))
      .map(({ name }) => name.toLowerCase());
    expect(names.length).toBeGreaterThan(3);
    const borders = (name: string) =>
      new RegExp(`(?<!\\p{L})${name.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`)}(?!\\p{L})`, 'u');
    expect(names.filter((name) => borders(name).test(bytes))).toEqual([]);
  });
});

describe.each([
  join(root, 'examples', 'freezer-log'),
  ...(existsSync(shared)
    ? readdirSync(shared, { withFileTypes: true }).flatMap((one) => (one.isDirectory() ? join(shared, one.name) : []))
    : []),
])('the report in Chinese on %s', (folder) => {
  it('says everything of its own in Chinese', () => {
    const file = join(mkdtempSync(join(tmpdir(), 'hearsay-zh-')), 'report.html');
    expect(run(['look', folder, '--interface', 'zh', '--html', file]).status).toBe(0);
    const made = readFileSync(file, 'utf8');
    rmSync(dirname(file), { recursive: true });
    expect(made).toContain('<html lang="zh-Hans">');
    expect([...made.matchAll(/<span lang="en">([^<]*)/gu)].map(([, said]) => said)).toEqual([]);
  });
});

it('refuses an interface that there is not', () => {
  const { status, err } = run(['look', join(root, 'examples', 'freezer-log'), '--interface', 'xx']);
  expect(status).toBe(2);
  expect(err).toContain('--interface wants en or zh');
});
