import { existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { root } from './run.ts';
import { browse, browserPath, deskIn, filesIn, served } from './site-browser.ts';

const scratch = mkdtempSync(join(tmpdir(), 'hearsay-hostile-site-'));
const record = join(scratch, 'record');
const vectors = join(root, '..', 'shared', 'data', 'integrity', 'dompurify-vectors', 'expect.json');

/** Evidence that would run or fetch something wherever one escape is forgotten. `at` is the canary's address. */
const payloads = (at: string): readonly string[] => [
  `<script src="${at}/a.js"></script>`,
  `<img src="${at}/b.png" onerror="fetch('${at}/c')">`,
  `<svg onload="fetch('${at}/d')"><image href="${at}/e.svg"/></svg>`,
  `<svg><style>@import url("${at}/f.css");*{background:url(${at}/g.png)}</style></svg>`,
  `</title><script>fetch('${at}/h')</script>`,
  `</script><script>fetch('${at}/i')</script>`,
  `<!--<script>fetch('${at}/j')`,
  `--><iframe src="${at}/k.html"></iframe>`,
  `" onfocus="fetch('${at}/l')" autofocus tabindex="0" x="`,
  `' onmouseover='fetch("${at}/m")' style='position:fixed;inset:0' x='`,
  `<meta http-equiv="refresh" content="0;url=${at}/n">`,
  `<base href="${at}/o/"><link rel="stylesheet" href="${at}/p.css">`,
  `<a href="javascript:fetch('${at}/q')">read on</a>`,
  `&lt;script&gt;fetch('${at}/r')&lt;/script&gt;`,
  `&#x3c;img src=${at}/s.png onerror=alert(1)&#x3e;`,
  `\\u003cscript\\u003efetch('${at}/t')\\u003c/script\\u003e`,
  `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=${at}/u.png onerror=alert(1)&gt;">`,
  `\u202e>tpircs/<>tpircs<\u202c \u2066<b>\u2069 \u200fx`,
  `<\u0000script>fetch('${at}/v')</script>`,
  `]]><script xmlns="http://www.w3.org/1999/xhtml">fetch('${at}/w')</script>`,
  `<?xml-stylesheet href="${at}/x.xsl"?><!DOCTYPE a SYSTEM "${at}/y.dtd">`,
  `{{constructor.constructor('fetch("${at}/z")')()}}`,
  `<form action="${at}/1"><button autofocus>go</button></form><object data="${at}/2"></object><embed src="${at}/3">`,
  `<video src="${at}/4.mp4" poster="${at}/5.png" autoplay></video><details open ontoggle="fetch('${at}/6')">`,
  `=HYPERLINK("${at}/7","read")`,
];
const addresses = (at: string): readonly string[] => [
  'javascript:alert(1)',
  'JaVaScRiPt:alert(1)',
  'java\tscript:alert(1)',
  '\u0001javascript:alert(1)',
  'data:text/html,<script>alert(1)</script>',
  'vbscript:msgbox(1)',
  `https://paper.example/"onmouseover="fetch('${at}/8')`,
  `https://paper.example/'><img src=${at}/9.png>`,
  `//${at.slice(7)}/10`,
  'file:///etc/passwd',
];

const cell = (words: string): string => `"${words.replaceAll('"', '""')}"`;

/** One item a payload: its words are quoted, its maker's name and its address are payloads, and its page is one. */
function writeItems(folder: string, all: readonly string[], bad: readonly string[]): void {
  mkdirSync(folder, { recursive: true });
  const rows = ['file,url,publisher,author,published,captured,lang,note'];
  all.forEach((payload, n) => {
    const line = payload.replaceAll(/\s+/gu, ' ');
    const name = `${String(n).padStart(3, '0')}.${n % 3 === 0 ? 'html' : 'txt'}`;
    const said = `Tarnholm Council said on Friday that gate ${n} bore the words ${line} in red.`;
    const quote = `“The ${n}th letter read ${line} and no more,” a clerk said.`;
    const escaped = (words: string) => words.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
    const page = `<!doctype html><html><head><title>${escaped(line)}</title></head><body><article><h1>${escaped(line)}</h1><p>${escaped(said)}</p><p>${escaped(quote)}</p>${payload}</article></body></html>`;
    writeFileSync(join(folder, name), n % 3 === 0 ? page : `${line}\n\n${said}\n\n${quote}\n`);
    const url = bad[n] ?? `https://paper.example/${n}?q=${line.slice(0, 80)}`;
    const time = `2033-04-02T10:${String(n % 60).padStart(2, '0')}:00Z`;
    rows.push(
      [name, url, `Paper ${n} ${line.slice(0, 120)}`, line.slice(0, 60), time, time, 'en', line].map(cell).join(','),
    );
  });
  writeFileSync(join(folder, 'index.csv'), `${rows.join('\n')}\n`);
  writeFileSync(
    join(folder, 'drawn.svg'),
    '<svg xmlns="http://www.w3.org/2000/svg" onload="alert(1)"><script>alert(1)</script><text>words</text></svg>',
  );
}

describe.skipIf(!existsSync(browserPath))('hostile evidence, published and opened in Chromium', () => {
  let browser: Browser;
  let canary: Awaited<ReturnType<typeof served>>;
  let site: Awaited<ReturnType<typeof served>>;
  let all: readonly string[] = [];

  beforeAll(async () => {
    canary = await served(scratch, { '/told': 'told' });
    const known = existsSync(vectors)
      ? (JSON.parse(readFileSync(vectors, 'utf8')) as { payload: string }[]).map(({ payload }) => payload)
      : [];
    all = [...payloads(canary.origin), ...known];
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
