import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import type { Browser, Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './run.ts';
import { type ServerChild, serverIn } from './server-child.ts';
import { browse, browserPath, deskIn, press } from './site-browser.ts';

const story = join(root, '..', 'shared', 'cases', 'water-bureau');
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-workbench-zh-'));
const LONG = { timeout: 120_000 };

/** The whole of a story in Chinese, by what stands on the pages, in a window as small as a phone. */
describe.skipIf(!existsSync(browserPath) || !existsSync(story))(
  'a Chinese story on the workbench (skipped without Chromium or the shared stories)',
  () => {
    let browser: Browser;
    let server: ServerChild;
    let page: Page;
    const wrong: string[] = [];

    beforeAll(async () => {
      mkdirSync(join(scratch, 'cases'));
      // What a newsroom would have: the story without what is expected of it.
      cpSync(story, join(scratch, 'story'), { recursive: true, filter: (path) => basename(path) !== 'gold.json' });
      server = await serverIn(scratch, '闻之');
      browser = await browse();
      const phone = { viewport: { width: 390, height: 800 }, locale: 'zh-CN' };
      page = await (await browser.newContext(phone)).newPage();
      page.on('pageerror', ({ message }) => wrong.push(message));
      await page.goto(server.address);
    }, 120_000);
    afterAll(async () => {
      await browser?.close();
      server?.child.kill();
      rmSync(scratch, { recursive: true, force: true });
    });

    const menu = (name: string) => page.getByRole('navigation').getByRole('link', { name, exact: true });
    const button = (name: RegExp | string) => page.getByRole('button', { name });
    const work = () => page.locator('.story-work > li').first();

    it('is collected', async () => {
      await page.getByLabel('标题').fill('水务局');
      await page.getByLabel(/文件夹名称/u).fill('water');
      await button('新建').click();
      await page.locator('input[type=file][webkitdirectory]').setInputFiles(join(scratch, 'story'));
      await menu('事件').click();
      await page.locator('a.story-claim').first().waitFor(LONG);
      await expect.poll(() => page.locator('main').innerText(), LONG).toMatch(/\b30\s*份材料/u);
    }, 300_000);

    it('is read, and corrected where it was read wrongly', async () => {
      await page.locator('a.story-claim').first().click();
      await page.locator('.claim-said a').first().click(LONG);
      await page.getByRole('heading', { name: /^第\d+条陈述/u }).waitFor(LONG);
      await press(page, 'c');
      await page.getByLabel('类别').selectOption({ label: '指称' });
      await page.getByLabel('理由').fill('只是转述别人的说法');
      await press(page, 'Enter');
      await page
        .getByText(/#\d+ 更正/u)
        .first()
        .waitFor(LONG);
    }, 300_000);

    it('has what to ask next: asked, answered, ticked off', async () => {
      await menu('事件').click();
      await work().waitFor(LONG);
      const whom = (await work().locator('b').innerText()).trim();
      await work().getByRole('button', { name: '已问…' }).click();
      await work().getByLabel('电话、邮件等').fill('邮件');
      await work().getByRole('button', { name: '记下' }).click();
      const asked = page.locator('.story-work > li', { hasText: whom }).filter({ hasText: '答复期限' }).first();
      await asked.waitFor(LONG);
      await asked.getByRole('button', { name: '答复…' }).click();
      await asked.getByLabel('得到什么答复').selectOption({ label: '拒绝答复' });
      await asked.getByRole('button', { name: '记下' }).click();
      await menu('日志').click();
      await page.getByText(`${whom}：拒绝答复`).first().waitFor(LONG);
      await menu('事件').click();
      const rows = page.locator('.story-work > li');
      await rows.first().waitFor(LONG);
      const next = await work().locator('p').first().innerText();
      await work().getByRole('button', { name: '划去' }).click();
      await expect.poll(async () => work().locator('p').first().innerText(), LONG).not.toBe(next);
    }, 300_000);

    it('is published, and the record holds', async () => {
      await menu('发布').click();
      await page.getByLabel(/不等回应的理由/u).fill('用水的人今天就要知道');
      await button('看看哪些会公开').click();
      const sure = page.getByLabel(/我已看过/u);
      await sure.waitFor(LONG);
      await page.getByLabel(/^文件夹/u).fill(join(scratch, 'record'));
      await sure.check();
      await button('发布').last().click();
      await page.getByText(/第1版已发布/u).waitFor(LONG);
      expect(deskIn(scratch)('verify', join(scratch, 'record'))).toContain('0 failed');
      expect(wrong).toEqual([]);
    }, 600_000);
  },
);
