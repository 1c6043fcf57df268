import { existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, normalize } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './run.ts';
import { browse, browserPath, deskIn, filesIn, served } from './site-browser.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-site-'));
const example = join(scratch, 'example');
const story = join(scratch, 'story');
const ARABIC = 'قصة جسر تارنهولم (2033)';
const OPEN_ALL = 'for (const one of document.querySelectorAll("details")) one.open = true';
const VOID = new Set(['meta', 'link', 'br', 'img', 'hr', 'input', 'wbr', 'col']);

/** The worked example in two editions, so that there is something to correct; and two hundred items of one story. */
async function publishBoth(): Promise<void> {
  const hearsay = deskIn(scratch);
  const edition = () =>
    hearsay('publish', join(scratch, 'case'), example, '--without-reply', 'the kitchen opens again tomorrow');
  hearsay('new', join(scratch, 'case'), '--title', 'The freezer log');
  hearsay('add', join(scratch, 'case'), join(root, 'examples', 'freezer-log'));
  edition();
  const { claims } = JSON.parse(hearsay('show', join(scratch, 'case'), '--json')) as {
    claims: readonly { id: string; privateLife: boolean; standing: { label: string } }[];
  };
  const one = claims.find(({ privateLife, standing }) => !privateLife && standing.label === 'single-source');
  hearsay('note', join(scratch, 'case'), 'retract', one?.id ?? '', '--why', 'the paper took it back');
  edition();
  const { publishStory } = await import(pathToFileURL(join(root, 'scripts', 'bench', 'publish-story.mjs')).href);
  publishStory(join(scratch, 'items'), 200);
  hearsay('new', join(scratch, 'big'), '--title', ARABIC);
  hearsay('add', join(scratch, 'big'), join(scratch, 'items'));
  hearsay('publish', join(scratch, 'big'), story, '--without-reply', 'the bridge is used by many');
}

/** One page of every kind, the fullest: of claims one for every standing. */
function kindsOf(folder: string): readonly string[] {
  const rooms = filesIn(folder, '.html').filter((path) => !/claims\/|embed\/|^verify/u.test(path));
  const fullest = new Map<string, { path: string; size: number }>();
  for (const path of filesIn(folder, '.html').filter((one) => /claims\/|embed\//u.test(one))) {
    const text = readFileSync(join(folder, path), 'utf8');
    const standing = /class="label ([a-z-]+)"/u.exec(text)?.[1] ?? 'gone';
    const kind = `${path.replace(/[^/]+$/u, '')} ${path.startsWith('claims/') ? standing : ''}`;
    if (text.length > (fullest.get(kind)?.size ?? 0)) fullest.set(kind, { path, size: text.length });
  }
  return [...rooms, ...[...fullest.values()].map(({ path }) => path)];
}

const pagesOf = (folder: string): readonly string[] =>
  filesIn(folder, '.html').filter((path) => path !== 'verify.html');
const read = (folder: string, path: string): string => readFileSync(join(folder, path), 'utf8');
/** Every page of the example, and those of the long story that are long. */
const both = (): readonly (readonly [string, string])[] => [
  ...kindsOf(example).map((path) => [example, path] as const),
  ...['index.html', 'spread.html', 'zh/evidence.html'].map((path) => [story, path] as const),
];

/** The tags of a page in order, with what is wrong about how they open and close. */
function tagsOf(text: string): { readonly open: readonly string[]; readonly faults: readonly string[] } {
  const open: string[] = [];
  const faults: string[] = [];
  const within: string[] = [];
  const bare = text.replace(/^<!doctype html>/u, '').replaceAll(/(<script\b[^>]*>)[\s\S]*?<\/script>/gu, '$1</script>');
  for (const [whole, close, name = '', rest = ''] of bare.matchAll(/<(\/?)([a-zA-Z][\w-]*)((?:"[^"]*"|[^">])*)>/gu)) {
    if (close) {
      const last = within.pop();
      if (last !== name) faults.push(`${whole} closes ${last}`);
    } else {
      open.push(name);
      if (!VOID.has(name) && !rest.endsWith('/')) within.push(name);
      const names = [...rest.matchAll(/\s([\w:-]+)(?:="[^"]*")?/gu)].map((match) => match[1]);
      if (new Set(names).size < names.length) faults.push(`${whole} says something twice`);
    }
  }
  if (within.length > 0) faults.push(`never closed: ${within.join(' ')}`);
  if (/&(?!(?:amp|lt|gt|quot|#39|#x27|#\d+);)/u.test(bare)) faults.push('a bare &');
  return { open, faults };
}

describe.skipIf(!existsSync(browserPath))('a published record in Chromium (skipped where none is installed)', () => {
  let browser: Browser;
  beforeAll(async () => {
    await publishBoth();
    browser = await browse();
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  async function opened(options: BrowserContextOptions = {}): Promise<Page> {
    return (await browser.newContext(options)).newPage();
  }
  const go = (page: Page, folder: string, path: string) => page.goto(pathToFileURL(join(folder, path)).href);

  it('has every kind of page, in both languages', () => {
    const kinds = kindsOf(example);
    for (const room of ['index', 'claims', 'spread', 'answers', 'evidence', 'corrections', 'method'])
      for (const at of ['', 'zh/']) expect(kinds).toContain(`${at}${room}.html`);
    expect(kinds.filter((path) => path.startsWith('claims/')).length).toBeGreaterThan(3);
    expect(kinds.filter((path) => path.startsWith('zh/embed/')).length).toBe(1);
    expect(read(example, 'corrections.html')).toContain('retracted');
  });

  it.each([
    ['wide, light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['phone, dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ] as const)(
    'has no accessibility faults, with everything unfolded: %s',
    async (_name, options) => {
      const page = await opened(options);
      for (const [folder, path] of both()) {
        await go(page, folder, path);
        await page.evaluate(OPEN_ALL);
        const { violations } = await new AxeBuilder({ page }).analyze();
        expect(violations.map((one) => `${path}: ${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
      }
    },
    900_000,
  );

  it('is reached with the keyboard alone: everything, in order, visibly, with no way stuck', async () => {
    const page = await opened({ viewport: { width: 1280, height: 900 } });
    for (const [folder, path] of both()) {
      await go(page, folder, path);
      await page.evaluate(OPEN_ALL);
      const all = await page.evaluate<string[]>(`(() => {
        const all = [...document.querySelectorAll('a[href],summary,button,input,[tabindex="0"]')].filter((one) => one.checkVisibility());
        window.stops = [];
        document.addEventListener('focusin', ({ target }) => {
          const { outlineStyle, outlineWidth } = getComputedStyle(target);
          const { width, height, left } = target.getBoundingClientRect();
          const seen = width > 0 && height > 0 && left > -9 && outlineStyle !== 'none' && parseFloat(outlineWidth) >= 1;
          stops.push({ stop: all.indexOf(target), seen });
        });
        return all.map((one) => one.outerHTML.slice(0, 80));
      })()`);
      for (let at = 0; at < all.length; at++) await page.keyboard.press('Tab');
      const stops = await page.evaluate<{ stop: number; seen: boolean }[]>('stops');
      expect(stops.filter(({ seen }) => !seen).map(({ stop }) => `${path}: ${all[stop]}`)).toEqual([]);
      expect(
        stops.map(({ stop }) => stop),
        path,
      ).toEqual(all.map((_, at) => at));
    }
  }, 900_000);

  it('leads past the menu first', async () => {
    const page = await opened();
    for (const path of kindsOf(example).filter((one) => !one.includes('embed/'))) {
      await go(page, example, path);
      await page.keyboard.press('Tab');
      expect(await page.evaluate('document.activeElement.className'), path).toBe('skip');
      await page.keyboard.press('Enter');
      expect(await page.evaluate('location.hash')).toBe('#main');
      await page.keyboard.press('Tab');
      expect(
        await page.evaluate(
          'document.activeElement === document.body || !!document.activeElement.closest("main,footer")',
        ),
        path,
      ).toBe(true);
    }
  });

  it('does not scroll sideways: at 320 pixels, with text of twice the size, folded or unfolded', async () => {
    const faults: string[] = [];
    for (const [width, zoom] of [
      [320, 1],
      [1280, 2],
      [640, 2],
    ] as const) {
      const page = await opened({ viewport: { width, height: 740 } });
      for (const [folder, path] of both()) {
        await go(page, folder, path);
        await page.evaluate(`document.documentElement.style.zoom = ${zoom}`);
        const wide = () =>
          page.evaluate<number>('document.documentElement.scrollWidth - document.documentElement.clientWidth');
        const folded = await wide();
        await page.evaluate(OPEN_ALL);
        const unfolded = await wide();
        if (Math.max(folded, unfolded) > 0) faults.push(`${path} at ${width} × ${zoom}: ${folded} ${unfolded}`);
      }
    }
    expect(faults).toEqual([]);
  }, 200_000);

  it('prints what is folded, within the page', async () => {
    const page = await opened({ viewport: { width: 690, height: 980 } });
    await page.emulateMedia({ media: 'print' });
    const hidden = () =>
      page.evaluate(
        '[...document.querySelectorAll("details:not(.embedding) > :not(summary)")].filter((one) => !one.checkVisibility({ contentVisibilityAuto: true })).length',
      );
    for (const [folder, path] of both()) {
      await go(page, folder, path);
      await expect.poll(hidden, { timeout: 5000 }).toBe(0);
      expect(await page.evaluate('document.documentElement.scrollWidth'), path).toBeLessThanOrEqual(690);
    }
    expect((await page.pdf({ format: 'A4' })).byteLength).toBeGreaterThan(10_000);
  });

  it('needs no script and asks for nothing from elsewhere', async () => {
    const page = await opened({ javaScriptEnabled: false });
    const asked: string[] = [];
    page.on('request', (request) => asked.push(request.url()));
    for (const [folder, path] of both()) await go(page, folder, path);
    const home = pathToFileURL(scratch).href;
    expect(asked.filter((one) => !one.startsWith(home))).toEqual([]);
    for (const folder of [example, story])
      for (const path of pagesOf(folder)) {
        const text = read(folder, path);
        expect(text.replaceAll(/<script type="application\/ld\+json">/gu, ''), path).not.toMatch(
          /<script|<iframe|<object|<embed|<base|<form|<[^>"]*(?:"[^"]*"[^>"]*)*\son[a-z]+=/iu,
        );
      }
  });

  it('leads every link to a place in the folder, or to an address of the evidence', () => {
    for (const folder of [example, story]) {
      const ids = new Map(
        pagesOf(folder).map((path) => [
          path,
          new Set([...read(folder, path).matchAll(/\sid="([^"]+)"/gu)].map((match) => match[1] ?? '')),
        ]),
      );
      const lost = pagesOf(folder).flatMap((path) =>
        [...read(folder, path).matchAll(/\s(?:href|src)="([^"]*)"/gu)].flatMap(([, to = '']) => {
          if (/^https?:\/\//u.test(to)) return [];
          const [file = '', part] = to.split('#');
          const target = file === '' ? path : normalize(join(dirname(path), file));
          const there = !target.startsWith('..') && existsSync(join(folder, target));
          return there && (part === undefined || ids.get(target)?.has(part)) ? [] : [`${path} → ${to}`];
        }),
      );
      expect([...new Set(lost)]).toEqual([]);
    }
  });

  it('is well-formed, and the browser reads it as it is written', async () => {
    const page = await opened();
    for (const folder of [example, story])
      for (const path of pagesOf(folder)) {
        const text = read(folder, path);
        const { open, faults } = tagsOf(text);
        expect(faults, path).toEqual([]);
        const read_ = await page.evaluate<string[]>(
          `[...new DOMParser().parseFromString(${JSON.stringify(text)}, 'text/html').querySelectorAll('*')].map((one) => one.localName)`,
        );
        expect(read_.join(' '), path).toBe(open.join(' '));
      }
  }, 200_000);

  it('has a language, a title, one h1, headings in order, landmarks, and each id once', async () => {
    const page = await opened();
    const faults: string[] = [];
    for (const folder of [example, story])
      for (const path of pagesOf(folder)) {
        const found = await page.evaluate<Record<string, unknown>>(`(() => {
          const doc = new DOMParser().parseFromString(${JSON.stringify(read(folder, path))}, 'text/html');
          const levels = [...doc.querySelectorAll('h1,h2,h3,h4,h5,h6')].map((one) => Number(one.localName[1]));
          const ids = [...doc.querySelectorAll('[id]')].map((one) => one.id);
          return {
            lang: doc.documentElement.lang,
            title: doc.title.trim() !== '',
            h1: levels.filter((one) => one === 1).length,
            leaps: levels.filter((one, at) => one > (levels[at - 1] ?? 0) + 1).length,
            main: doc.querySelectorAll('main').length,
            twice: ids.filter((one, at) => ids.indexOf(one) !== at),
            noAlt: doc.querySelectorAll('img:not([alt])').length,
            odd: [...doc.querySelectorAll('[lang]')].map((one) => one.getAttribute('lang')).filter((one) => !/^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/.test(one)),
          };
        })()`);
        const lang = path.startsWith('zh/') ? 'zh-Hans' : 'en';
        const wanted = { lang, title: true, h1: 1, leaps: 0, main: 1, twice: [], noAlt: 0, odd: [] };
        for (const [key, value] of Object.entries(wanted))
          if (JSON.stringify(found[key]) !== JSON.stringify(value))
            faults.push(`${path}: ${key} is ${JSON.stringify(found[key])}`);
      }
    expect(faults).toEqual([]);
  }, 200_000);

  it('shows a claim in a frame on a page from elsewhere, whole, and needs no script there', async () => {
    const record = await served(example);
    const claim = kindsOf(example).find((path) => path.startsWith('claims/')) ?? '';
    const snippet =
      /&lt;iframe src=&quot;\.\.\/(?<path>[^&]+)&quot; width=&quot;(?<width>\d+)&quot; height=&quot;(?<height>\d+)/u;
    const { path = '', width, height } = snippet.exec(read(example, claim))?.groups ?? {};
    const frame = `<!doctype html><title>x</title><iframe src="${record.origin}/${path}" width="${width}" height="${height}" sandbox="allow-top-navigation-by-user-activation"></iframe>`;
    const paper = await served(scratch, { '/story.html': frame });
    const page = await opened({ javaScriptEnabled: true });
    await page.goto(`${paper.origin}/story.html`);
    const card = page.frameLocator('iframe');
    expect(await card.locator('h1').innerText()).toContain('“');
    const inner = page.frames()[1];
    expect(await inner?.evaluate('getComputedStyle(document.querySelector("main")).borderTopWidth')).toBe('4px');
    expect(await inner?.evaluate('document.documentElement.scrollWidth - innerWidth')).toBeLessThanOrEqual(0);
    expect(record.asked.sort()).toEqual([`/${path}`, '/style.css'].sort());
    await card.locator('h1 a').click();
    await page.waitForURL(`${record.origin}/claims/**`);
    record.close();
    paper.close();
  });

  it('keeps words that run from right to left in their place', async () => {
    const page = await opened({ viewport: { width: 320, height: 740 } });
    for (const path of ['index.html', 'zh/index.html', 'claims.html']) {
      await go(page, story, path);
      const at = path.endsWith('index.html') ? 'h1 [dir]' : '.story-title [dir]';
      expect(await page.locator(at).innerText()).toBe(ARABIC);
      expect(await page.evaluate(`getComputedStyle(document.querySelector('${at}')).direction`), path).toBe('rtl');
      expect(await page.evaluate('getComputedStyle(document.documentElement).direction')).toBe('ltr');
    }
  });
});
