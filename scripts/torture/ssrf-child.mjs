// One way of asking for an address inside. Words: dist, way, ports (JSON). Prints { asked, refused, other } as JSON.
// The only address that may be reached is PUBLIC, where a server of this child plays the public web.
import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { hostilePage, PUBLIC } from './hostile-page.mjs';

const [dist, way, portsText] = process.argv.slice(2);
const ports = JSON.parse(portsText);
const load = (name) => import(pathToFileURL(join(dist, 'net', `${name}.js`)).href);
const { fetchSafely } = await load('fetcher');
const { openManners } = await load('manners');
const { capturePage } = await load('page-capture');
const { openWorld } = await load('world');

const forms = JSON.parse(readFileSync(new URL('address-forms.json', import.meta.url), 'utf8')).map(([host]) => host);
const bare = (form) => form.replace(/[\t\n]/gu, '');
const answers = forms.map((form) => form.replace(/^\[|\]$/gu, ''));
const inside = ports.flatMap((port) => [`127.0.0.1:${port}`, `[::1]:${port}`, `localhost:${port}`, `0.0.0.0:${port}`]);

const told = { asked: 0, refused: 0, other: 0 };
let answer = (_, response) => response.end('hello');
const server = createServer((request, response) => answer(request, response));
await new Promise((go) => server.listen(0, PUBLIC, go));
const origin = `http://${PUBLIC}:${server.address().port}`;

/** The world as it is, but for the names, and for one address that stands for the public web. */
const world = (resolve = () => ['127.0.0.1']) => ({
  ...openWorld(),
  resolve: async (name) => resolve(name),
  sleep: async () => undefined,
  allow: (address) => address === PUBLIC,
});

async function ask(work) {
  told.asked++;
  try {
    await work();
    told.other++;
  } catch (cause) {
    if (cause.name === 'HearsayError' && cause.code === 'not-permitted') told.refused++;
    else told.other++;
  }
}

const fetching = (url, net = world()) => ask(() => fetchSafely(url, { net, total: 8000 }));
/** A redirect whose Location is sent as bytes, as a hostile server would. */
const redirect = (response, status, to) => {
  response.socket.end(Buffer.from(`HTTP/1.1 ${status} Found\r\nLocation: ${to}\r\nContent-Length: 0\r\n\r\n`));
};

const WAYS = {
  direct: async () => {
    for (const form of forms)
      for (const port of ports) for (const scheme of ['http', 'https']) await fetching(`${scheme}://${form}:${port}/`);
  },
  redirect: async () => {
    for (const form of forms)
      for (const status of [301, 302, 303, 307, 308]) {
        answer = (_, response) => redirect(response, status, `http://${bare(form)}:${ports[0]}/`);
        await fetching(`${origin}/page`);
      }
  },
  chain: async () => {
    for (const form of forms) {
      answer = ({ url }, response) =>
        redirect(response, 302, url.length < 5 ? `${url}x` : `//${encodeURI(bare(form))}:${ports[1]}/`);
      await fetching(`${origin}/`);
    }
  },
  robots: async () => {
    for (const form of forms) {
      answer = (_, response) => redirect(response, 302, `http://${bare(form)}:${ports[0]}/robots.txt`);
      const manners = openManners({ world: world(), ignoreRobots: true });
      await ask(() => manners.fetch(`${origin}/page`, {}));
    }
  },
  names: async () => {
    const mixes = [(one) => [one], (one) => [PUBLIC, one], (one) => [one, PUBLIC], (one) => ['::1', one, PUBLIC]];
    for (const one of answers)
      for (const mix of mixes)
        for (const port of ports)
          await fetching(
            `http://news.example:${port}/`,
            world(() => mix(one)),
          );
  },
  rebinding: async () => {
    for (const one of answers) {
      let nth = 0;
      answer = (_, response) => redirect(response, 302, `http://news.example:${ports[2]}/again`);
      const url = `http://news.example:${server.address().port}/`;
      await fetching(
        url,
        world(() => (nth++ === 0 ? [PUBLIC] : [one])),
      );
    }
  },
  page: async () => {
    const pictures = forms.map((form) => `<img src="http://${form}:${ports[0]}/a.png">`).join('');
    for (const form of ['127.0.0.1', '[::1]', '0x7f.1', 'localhost']) {
      answer = (request, response) => {
        response.writeHead(request.url === '/robots.txt' ? 404 : 200, { 'content-type': 'text/html' });
        response.end(`<link rel=canonical href="http://${form}:${ports[1]}/">${pictures}`);
      };
      const { faults, pictures: had } = await capturePage(`${origin}/page`, { world: world(), mostPictures: 500 });
      told.asked += faults.length + had.length;
      told.refused += faults.filter((fault) => /is not captured/u.test(fault)).length;
    }
  },
  browser: async () => {
    answer = hostilePage(inside);
    const { rendered } = await capturePage(`${origin}/page`, { world: world(), rendering: {} });
    if (rendered.state !== 'done') throw new Error(rendered.why);
    told.asked++;
    told.refused = 1;
  },
  // The same without a guard, to show that what counts counts. Only addresses of this machine.
  'unguarded fetch': async () => {
    for (const form of forms) {
      const url = `http://${form}:${ports[0]}/`;
      if (!URL.canParse(url) || !/^(?:127\.|0\.0\.0\.0$|localhost$|\[::1\]$)/u.test(new URL(url).hostname)) continue;
      await ask(() => fetch(url, { signal: AbortSignal.timeout(2000) }));
    }
  },
  'unguarded browser': async () => {
    const { chromium } = await import('playwright-core');
    const { installedBrowser } = await load('browser');
    answer = hostilePage(inside);
    const browser = await chromium.launch({ executablePath: installedBrowser(), args: ['--no-sandbox'] });
    const tab = await browser.newPage();
    await tab.goto(`${origin}/page`, { waitUntil: 'commit' });
    await new Promise((go) => setTimeout(go, 4000));
    await browser.close();
    told.asked++;
    told.other = 1;
  },
};

await WAYS[way]();
console.log(JSON.stringify(told));
process.exit(0);
