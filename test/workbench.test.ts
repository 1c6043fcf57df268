import { once } from 'node:events';
import { existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { AxeBuilder } from '@axe-core/playwright';
import type { Browser, BrowserContextOptions, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './run.ts';
import { type ServerChild, serverIn } from './server-child.ts';
import { browse, browserPath, deskIn, press } from './site-browser.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-workbench-'));
const LONG = { timeout: 240_000 };

/** Somebody who was never told how: the whole of a story by what stands on the pages. */
describe.skipIf(!existsSync(browserPath))('the workbench in Chromium (skipped where none is installed)', () => {
  let browser: Browser;
  let server: ServerChild;
  let page: Page;

  beforeAll(async () => {
    mkdirSync(join(scratch, 'cases'));
    server = await serverIn(scratch);
    browser = await browse();
    page = await opened();
  }, 120_000);
  afterAll(async () => {
    await browser?.close();
    server?.child.kill();
    rmSync(scratch, { recursive: true, force: true });
  });

  const wrong: string[] = [];
  async function opened(options: BrowserContextOptions = {}): Promise<Page> {
    const one = await (await browser.newContext({ locale: 'en-GB', ...options })).newPage();
    one.on('pageerror', ({ message }) => wrong.push(message));
    await one.goto(server.address);
    return one;
  }
  const to = async (place: string, on = page): Promise<void> => {
    await on.evaluate(`location.hash = ${JSON.stringify(place)}`);
  };
  const menu = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
  const said = (words: RegExp) => page.getByText(words).first().waitFor();

  it('takes the token out of its address', async () => {
    await page.getByRole('heading', { name: 'Cases', level: 1 }).waitFor();
    expect(page.url()).not.toContain('token');
  });

  it('makes a case and takes a folder in', async () => {
    await page.getByLabel('Title').fill('The freezer log');
    await page.getByLabel(/Name of its folder/u).fill('freezer');
    await page.getByRole('button', { name: 'Make the case' }).click();
    await page.getByRole('heading', { name: 'Adding', level: 1 }).waitFor();
    const folder = page.locator('input[type=file][webkitdirectory]');
    await folder.setInputFiles(join(root, 'examples', 'freezer-log'));
    await menu('Story').click();
    await expect.poll(() => page.locator('main').innerText(), LONG).toMatch(/\b2[45]\s+items/u);
  }, 300_000);

  it('shows its claims by standing, and narrows them while somebody types', async () => {
    const claims = page.locator('a.story-claim');
    await claims.first().waitFor(LONG);
    const all = await claims.count();
    await page.getByRole('searchbox', { name: /Filter/u }).fill('licence');
    await expect.poll(() => claims.count()).toBeLessThan(all);
    await expect.poll(() => page.url()).toContain('q=licence');
  });

  it('tells of a claim why it stands so, and how it stood before', async () => {
    await page.locator('a.story-claim', { hasText: 'licence was withdrawn' }).click();
    await page.getByRole('heading', { level: 1, name: /licence was withdrawn/u }).waitFor();
    await said(/denied/iu);
    const slider = page.getByRole('slider');
    await slider.focus();
    await press(page, 'Home');
    await expect.poll(() => page.url()).toContain('at=');
    await press(page, 'End');
    await expect.poll(() => page.url()).not.toContain('at=');
  });

  it('goes from a statement to its place, where it can be taken out, and put back', async () => {
    await page.locator('.claim-said a').first().click();
    await page.getByRole('heading', { name: /^Statement \d+ of \d+$/u }).waitFor();
    await press(page, 'x');
    await page.getByLabel(/Reason/u).fill('a heading, nobody says it');
    await press(page, 'Enter');
    await said(/#\d+ correct/u);
    await page.locator('main').click();
    await press(page, 'u');
    await said(/taken back/u);
  });

  it('shows the pages of a PDF beside its text, unless somebody closes them', async () => {
    await menu('Evidence').click();
    await page.getByRole('link', { name: /Notice of inspection/u }).click();
    const sheet = page.frameLocator('.evidence-frame iframe').locator('img').first();
    await sheet.waitFor(LONG);
    await press(page, 'v');
    await expect.poll(() => page.locator('.evidence-frame').count()).toBe(0);
  });

  it('says of a picture what its file carries, or that it carries nothing', async () => {
    await menu('Evidence').click();
    await page.getByRole('link', { name: /chat-01/u }).click();
    await page.getByRole('heading', { name: 'What the file carries' }).waitFor(LONG);
    await said(/That proves nothing/u);
  });

  it('finds words wherever they stand', async () => {
    await press(page, '/');
    await page.keyboard.type('plug out');
    await page.locator('.shell-found li').first().waitFor(LONG);
    await press(page, 'Escape');
  });

  it('has what to ask next, where it is written down that somebody was asked, what came back, and what need not be asked', async () => {
    await menu('Story').click();
    const first = page.locator('.story-work > li').first();
    await first.waitFor(LONG);
    const whom = (await first.locator('b').innerText()).trim();
    await first.getByRole('button', { name: 'Asked…' }).click();
    await first.getByLabel(/By phone/u).fill('letter');
    await first.getByRole('button', { name: 'Write it down' }).click();
    const asked = page
      .locator('.story-work > li', { hasText: whom })
      .filter({ hasText: /reply due/u })
      .first();
    await asked.waitFor(LONG);
    await asked.getByRole('button', { name: 'Answer…' }).click();
    await asked.getByLabel(/came back/u).selectOption({ label: 'declined' });
    await asked.getByRole('button', { name: 'Write it down' }).click();
    await menu('Log').click();
    await page.getByText(`${whom}: declined`).first().waitFor(LONG);
    await menu('Story').click();
    const question = first.locator('p').first();
    await question.waitFor(LONG);
    const next = await question.innerText();
    await first.getByRole('button', { name: 'Tick off' }).click();
    await expect.poll(() => question.innerText(), LONG).not.toBe(next);
  }, 300_000);

  it('draws who copied whom, and tells the same in a table', async () => {
    await menu('Spread').click();
    await page.getByRole('button', { name: /Show as a table/u }).waitFor(LONG);
    await press(page, 't');
    await page.getByRole('table').first().waitFor(LONG);
  }, 120_000);

  it('publishes what was looked through, and the record holds', async () => {
    await menu('Publish').click();
    await page.getByLabel(/Reason not to wait/u).fill('the kitchen opens again tomorrow');
    await page.getByRole('button', { name: 'Show what would be public' }).click();
    const sure = page.getByLabel(/I have looked through it/u);
    await sure.waitFor(LONG);
    await page.getByLabel(/^Folder/u).fill(join(scratch, 'record'));
    await sure.check();
    await page.getByRole('button', { name: 'Publish it' }).click();
    await page.getByText(/Edition 1 is published/u).waitFor(LONG);
    expect(deskIn(scratch)('verify', join(scratch, 'record'))).toContain('0 failed');
  }, 600_000);

  it('says so when the server is gone, and goes on by itself once it is back', async () => {
    await menu('Story').click();
    await page.locator('a.story-claim').first().waitFor(LONG);
    server.child.kill('SIGKILL');
    await once(server.child, 'exit');
    await page.getByText(/server does not answer/u).waitFor(LONG);
    server = await serverIn(scratch, 'Iris Quell', server.port);
    await page.getByText(/server is back/u).waitFor(LONG);
    await page.locator('a.story-claim').first().waitFor(LONG);
    expect(wrong).toEqual([]);
  }, 300_000);

  describe.each([
    ['wide, light', { viewport: { width: 1280, height: 860 }, colorScheme: 'light' }],
    ['wide, dark', { viewport: { width: 1280, height: 860 }, colorScheme: 'dark' }],
    ['phone, light, in Chinese', { viewport: { width: 360, height: 740 }, colorScheme: 'light', locale: 'zh-CN' }],
  ] as const)('%s', (_, options) => {
    let other: Page;
    beforeAll(async () => {
      other = await opened(options);
    }, 60_000);
    it.each(['story', 'evidence', 'spread', 'adding', 'publishing', 'log', 'claim', 'item', 'pair'])(
      'the view %s has no fault that axe knows, and fits',
      async (view) => {
        await to(await placeOf(view), other);
        await other.locator('main h1').first().waitFor(LONG);
        await pause(600);
        const { violations } = await new AxeBuilder({ page: other }).analyze();
        expect(
          violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html.slice(0, 120)).join(' | ')}`),
        ).toEqual([]);
        const wide = await other.evaluate('document.documentElement.scrollWidth - innerWidth');
        expect(wide).toBeLessThanOrEqual(0);
      },
      300_000,
    );
  });

  /** Where a view stands: of claims, items and pairs the first that there are. */
  async function placeOf(view: string): Promise<string> {
    if (!['claim', 'item', 'pair'].includes(view)) return `#/freezer/${view}`;
    const { origin, token } = server;
    const headers = { 'x-hearsay-token': token };
    const board = (await (await fetch(`${origin}/api/v1/cases/freezer/board`, { headers })).json()) as {
      readonly claims: readonly { readonly id: string; readonly privateLife: boolean }[];
      readonly items: readonly { readonly id: string; readonly to: number; readonly from: number }[];
    };
    const claim = board.claims.find(({ privateLife }) => !privateLife);
    if (view === 'claim') return `#/freezer/claim/${claim?.id}`;
    const source = board.items.find(({ to: copied }) => copied > 0);
    if (view === 'item') return `#/freezer/evidence/${source?.id}`;
    const item = (await (await fetch(`${origin}/api/v1/cases/freezer/items/${source?.id}`, { headers })).json()) as {
      readonly copies: readonly { readonly other: { readonly id: string } }[];
    };
    return `#/freezer/pair/${source?.id}~${item.copies[0]?.other.id}`;
  }
});
