import { existsSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { AxeBuilder } from '@axe-core/playwright';
import { type Browser, type BrowserContextOptions, chromium, type Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root, run } from './run.ts';

const browserPath = process.env['CHROMIUM'] ?? '/usr/bin/chromium';
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-report-'));
const report = join(scratch, 'report.html');

describe.skipIf(!existsSync(browserPath))('the report in Chromium (skipped where none is installed)', () => {
  let browser: Browser;

  beforeAll(async () => {
    expect(run(['look', join(root, 'examples', 'freezer-log'), '--html', report]).status).toBe(0);
    const args = [
      '--no-sandbox',
      '--disable-gpu',
      '--no-first-run',
      '--disable-background-networking',
      '--disable-component-update',
      '--disable-sync',
    ];
    browser = await chromium.launch({ executablePath: browserPath, args });
  });
  afterAll(async () => {
    await browser?.close();
    rmSync(scratch, { recursive: true, force: true });
  });

  async function opened(options: BrowserContextOptions): Promise<{ page: Page; requests: string[] }> {
    const context = await browser.newContext(options);
    const page = await context.newPage();
    const requests: string[] = [];
    page.on('request', (request) => requests.push(request.url()));
    await page.goto(pathToFileURL(report).href);
    return { page, requests };
  }

  it('asks for nothing but itself, and needs no script', async () => {
    const { page, requests } = await opened({ javaScriptEnabled: false });
    expect(requests).toEqual([pathToFileURL(report).href]);
    expect(await page.locator('article.claim').count()).toBeGreaterThan(3);
    expect(await page.locator('script').count()).toBe(0);
    expect(statSync(report).size).toBeLessThan(2_000_000);
  });

  it.each([
    ['wide, light', { viewport: { width: 1280, height: 900 }, colorScheme: 'light' }],
    ['phone, dark', { viewport: { width: 360, height: 740 }, colorScheme: 'dark' }],
  ] as const)('has no accessibility faults: %s', async (_name, options) => {
    const { page } = await opened(options);
    const { violations } = await new AxeBuilder({ page }).analyze();
    expect(violations.map((one) => `${one.id}: ${one.nodes[0]?.html}`)).toEqual([]);
  });

  it('does not scroll sideways on a phone', async () => {
    const { page } = await opened({ viewport: { width: 360, height: 740 } });
    expect(await page.evaluate('document.documentElement.scrollWidth')).toBeLessThanOrEqual(360);
  });

  it('lights up the words that a claim rests on', async () => {
    const { page } = await opened({});
    expect(await page.locator('article.claim mark').count()).toBeGreaterThan(5);
  });
});
