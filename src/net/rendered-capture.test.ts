import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Canary, type Handler, isSham, openCanary, openShamWeb, page } from '../../test/sham-web.ts';
import { installedBrowser } from './browser.ts';
import { fetchSafely } from './fetcher.ts';
import { type Rendered, renderPage } from './rendered-capture.ts';

const browser = installedBrowser();
const text = (bytes: Uint8Array | null): string => new TextDecoder().decode(bytes ?? new Uint8Array());

interface Shown {
  readonly rendered: Rendered;
  readonly requests: readonly string[];
  readonly elsewhere: readonly string[];
  readonly kept: readonly string[];
}

/** Shows a page of a sham web to a real browser. */
async function show(
  sites: Readonly<Record<string, Handler>>,
  options: { total?: number; signal?: AbortSignal; executable?: string } = {},
): Promise<Shown> {
  const web = await openShamWeb(sites);
  const kept: string[] = [];
  try {
    const fetched = await fetchSafely('http://news.example/', { net: web.world });
    const tools = {
      ...options,
      net: web.world,
      kept: (one: { url: string }) => void kept.push(one.url),
      had: new Map(),
    };
    const rendered = await renderPage(fetched, tools);
    const elsewhere = web.attempts.filter((one) => !isSham(one));
    return { rendered, requests: web.requests, elsewhere, kept };
  } finally {
    await web.close();
  }
}

const done = (rendered: Rendered) => {
  if (rendered.state !== 'done') throw new Error(rendered.why);
  return rendered;
};

describe('a browser that is not there', () => {
  it('is told as not run, and is no failure', async () => {
    const { rendered } = await show({ 'news.example': page('hello') }, { executable: '/nowhere/chromium' });
    expect(rendered).toEqual({ state: 'not-run', why: 'no Chromium is installed' });
  });
});

describe.skipIf(browser === null)('a page in a browser (no Chromium is installed: skipped)', () => {
  let canary: Canary;
  beforeAll(async () => {
    canary = await openCanary();
  });
  afterAll(() => canary.close());

  it('is kept as a picture, a PDF and its elements after scripts, with what it asked for', async () => {
    const html = `<!doctype html><title>Ferry</title><h1>Ferry stops</h1><div style="height:3000px"></div>
      <p id="p"></p><img loading="lazy" src="/late.png"><script src="/app.js"></script>
      <script>fetch('//api.example/words').then((r) => r.text()).then((t) => { p.textContent = t; });</script>`;
    const { rendered, requests, kept } = await show({
      'news.example': (request, response) => {
        if (request.url === '/app.js') return void response.end('document.title += " (script ran)"');
        if (request.url === '/late.png') return void response.end('');
        return page(html)(request, response);
      },
      'api.example': (_, response) =>
        void response
          .writeHead(200, { 'access-control-allow-origin': '*', 'set-cookie': 'a=b' })
          .end('said the harbour'),
    });
    const { dom, screenshot, pdf, browser: name } = done(rendered);
    expect(text(dom)).toMatch(/^<!DOCTYPE html>\n<html><head><title>Ferry \(script ran\)<\/title>/u);
    expect(text(dom)).toContain('<p id="p">said the harbour</p>');
    expect(text(screenshot?.subarray(1, 4) ?? null)).toBe('PNG');
    const view = new DataView(screenshot?.buffer ?? new ArrayBuffer(24), screenshot?.byteOffset ?? 0);
    expect([view.getUint32(16), view.getUint32(20) > 3000]).toEqual([1280, true]);
    expect(text(pdf?.subarray(0, 5) ?? null)).toBe('%PDF-');
    expect(name).toMatch(/^Chromium \d+\./u);
    expect(requests.filter((one) => one === 'news.example/')).toHaveLength(1);
    expect([...kept].sort()).toEqual(
      expect.arrayContaining([
        'http://api.example/words',
        'http://news.example/app.js',
        'http://news.example/late.png',
      ]),
    );
  });

  it('that is longer than any screen is cut', async () => {
    const { rendered } = await show({ 'news.example': page('<!doctype html><div style="height:400000px">long</div>') });
    const { screenshot } = done(rendered);
    expect(new DataView(screenshot?.buffer ?? new ArrayBuffer(24), screenshot?.byteOffset ?? 0).getUint32(20)).toBe(
      12_000,
    );
  });

  it('reaches nothing on this machine by any means a page has', async () => {
    const here = canary.ports.flatMap((port) => [
      `127.0.0.1:${port}`,
      `[::1]:${port}`,
      `localhost:${port}`,
      `0.0.0.0:${port}`,
    ]);
    const { rendered, elsewhere } = await show({
      'news.example': (request, response) => {
        if (request.url === '/worker.js')
          return void response
            .setHeader('content-type', 'text/javascript')
            .end(here.map((one) => `fetch('http://${one}/worker').catch(() => 0);`).join('\n'));
        if (request.url === '/moved') return void response.writeHead(302, { location: `http://${here[0]}/` }).end();
        response.setHeader('link', here.map((one) => `<http://${one}>; rel=preconnect`).join(', '));
        response.setHeader('refresh', `2; url=http://${here[0]}/`);
        return page(hostile(here))(request, response);
      },
    });
    expect(text(done(rendered).dom)).toContain('tried everything');
    expect(done(rendered).faults.join('\n')).toContain(`http://${here[0]}/`);
    expect(elsewhere).toEqual([]);
    await new Promise((go) => setTimeout(go, 500));
    expect(canary.hits()).toBe(0);
  });

  it('that goes elsewhere by itself is not followed', async () => {
    const { rendered, requests } = await show({
      'news.example': page('<meta http-equiv="refresh" content="0;url=http://other.example/"><p>stays</p>'),
      'other.example': page('elsewhere'),
    });
    expect(requests.filter((one) => one.startsWith('other'))).toEqual([]);
    if (rendered.state === 'done') expect(text(rendered.dom)).toContain('stays');
  });

  it('that never ends is left when its time is over, and its browser with it', async () => {
    const before = browsers();
    const { rendered } = await show({ 'news.example': page('<script>for (;;);</script>') }, { total: 6000 });
    expect(rendered).toEqual({ state: 'not-run', why: 'the browser took too long' });
    await expect.poll(browsers, { timeout: 40_000 }).toBeLessThanOrEqual(before);
  });

  it('is left when the reporter says stop', async () => {
    const before = browsers();
    const stop = new AbortController();
    setTimeout(() => stop.abort(), 1500);
    const endless = show({ 'news.example': page('<script>for (;;);</script>') }, { signal: stop.signal });
    await expect(endless).rejects.toMatchObject({
      code: 'network',
      message: expect.stringContaining('it was stopped'),
    });
    await expect.poll(browsers, { timeout: 40_000 }).toBeLessThanOrEqual(before);
  });

  it('that asks for very much, opens windows, downloads and talks is bounded', async () => {
    const { rendered, requests } = await show({
      'news.example': page(`<p>busy</p><script>
        alert(1); open('/other'); print();
        for (let i = 0; i < 2000; i++) fetch('/x' + i).catch(() => 0);
        fetch('/post', { method: 'POST', body: 'x' }).catch(() => 0);
        const a = document.createElement('a'); a.href = '/file'; a.download = 'file'; a.click();
      </script>`),
    });
    expect(requests.length).toBeLessThan(500);
    expect(requests).not.toContain('news.example/post');
    if (rendered.state === 'done') expect(rendered.faults.length).toBeLessThanOrEqual(30);
  });
});

/** How many browser processes run on this machine. */
function browsers(): number {
  if (!existsSync('/proc')) return 0;
  const all = execFileSync('ps', ['-eo', 'args'], { encoding: 'utf8' });
  return all.split('\n').filter((line) => line.includes('--host-resolver-rules')).length;
}

/** A page that tries every way out there is: what stands between the marks once for each address. */
function hostile(here: readonly string[]): string {
  const template = readFileSync(new URL('../../scripts/torture/hostile-page.html', import.meta.url), 'utf8');
  return template
    .replaceAll(/<!--each-->([\s\S]*?)<!--end-->/gu, (_, part: string) =>
      here.map((one) => part.replaceAll('HERE', one)).join('\n'),
    )
    .replaceAll('FIRST', here[0] ?? '')
    .replace('ALL;', `${JSON.stringify(here)};`);
}
