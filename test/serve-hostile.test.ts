import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Board } from '../src/publish/workbench/shapes.ts';
import { addresses, knownPayloads, payloads, writeItems } from './hostile-items.ts';
import { type ServerChild, serverIn } from './server-child.ts';
import { browse, browserPath, deskIn, served } from './site-browser.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-hostile-serve-'));

describe.skipIf(!existsSync(browserPath))('hostile evidence on the desk, opened in Chromium', () => {
  let browser: Browser;
  let canary: Awaited<ReturnType<typeof served>>;
  let server: ServerChild;
  let board: Board;

  beforeAll(async () => {
    canary = await served(scratch, {});
    const all = [...payloads(canary.origin), ...knownPayloads()];
    writeItems(join(scratch, 'items'), all, addresses(canary.origin));
    const hearsay = deskIn(scratch);
    const title = `<img src=${canary.origin}/title.png onerror=alert(1)>`;
    hearsay('new', join(scratch, 'cases', 'gate'), '--title', title);
    hearsay('add', join(scratch, 'cases', 'gate'), join(scratch, 'items'));
    server = await serverIn(scratch);
    board = (await asked('GET', '/board')) as Board;
    browser = await browse();
  }, 900_000);
  afterAll(async () => {
    await browser?.close();
    canary?.close();
    server?.child.kill('SIGKILL');
    rmSync(scratch, { recursive: true, force: true });
  });

  async function asked(method: string, path: string): Promise<unknown> {
    const headers = { 'x-hearsay-token': server.token };
    return (await fetch(`${server.origin}/api/v1/cases/gate${path}`, { method, headers })).json();
  }

  /** A page on which every script is seen that is compiled and is none of the workbench's, and every request that leaves. */
  async function watched(context: BrowserContext) {
    const odd: string[] = [];
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    await session.send('Debugger.enable');
    session.on('Debugger.scriptParsed', ({ url, executionContextAuxData }) => {
      const world = executionContextAuxData as { isDefault?: boolean } | undefined;
      const own = url.startsWith(`${server.origin}/parts/`);
      if (world?.isDefault !== false && !own) odd.push(`script ${url}`);
    });
    page.on('dialog', (dialog) => {
      odd.push('a dialog');
      void dialog.dismiss();
    });
    context.on('request', (request) => {
      const { hostname, protocol, port } = new URL(request.url());
      const inside = protocol === 'data:' || protocol === 'blob:' || hostname === '127.0.0.1';
      if (!inside || `:${port}` === canary.origin.slice(-port.length - 1)) odd.push(`request ${request.url()}`);
    });
    return { page, odd };
  }

  it.each([
    ['as it is', false],
    ['with the content security policy put aside: what is made of a page must hold alone', true],
  ])(
    'runs nothing and asks for nothing in its frame: %s',
    async (_name, bypassCSP) => {
      const context = await browser.newContext({ bypassCSP });
      const { page, odd } = await watched(context);
      expect(board.items.length).toBeGreaterThan(20);
      for (const { id } of board.items) {
        const { url } = (await asked('POST', `/frames/${id}`)) as { url?: string };
        if (url !== undefined) await page.goto(url, { waitUntil: 'load' });
      }
      await page.waitForTimeout(300);
      expect([odd, canary.asked]).toEqual([[], []]);
      await context.close();
    },
    900_000,
  );

  it.each([
    ['as it is', false],
    ['with the content security policy put aside: escapes alone must hold', true],
  ])(
    'runs nothing and asks for nothing in the views: %s',
    async (_name, bypassCSP) => {
      const context = await browser.newContext({ bypassCSP });
      const { page, odd } = await watched(context);
      await page.goto(server.address, { waitUntil: 'load' });
      const claims = board.claims.filter((_, at) => at % 4 === 0).map(({ id }) => `claim/${encodeURIComponent(id)}`);
      const items = board.items.filter((_, at) => at % 3 === 0).map(({ id }) => `evidence/${encodeURIComponent(id)}`);
      for (const room of ['story', 'spread', 'adding', 'publishing', 'log', ...claims, ...items]) {
        await page.goto(`${server.origin}/#/gate/${room}`);
        await page.waitForTimeout(120);
      }
      await page.waitForTimeout(500);
      expect([odd, canary.asked]).toEqual([[], []]);
      await context.close();
    },
    900_000,
  );
});
