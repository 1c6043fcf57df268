// A page that tries every way out of a browser there is, and the server that hands it over.
import { readFileSync } from 'node:fs';

/** The address at which a server of the torture plays the public web. */
export const PUBLIC = '127.0.0.9';

const TEMPLATE = readFileSync(new URL('hostile-page.html', import.meta.url), 'utf8');

/** The page for addresses that it is to reach: what stands between the marks, once for each. */
export const pageFor = (inside) =>
  TEMPLATE.replaceAll(/<!--each-->([\s\S]*?)<!--end-->/gu, (_, part) =>
    inside.map((one) => part.replaceAll('HERE', one)).join('\n'),
  )
    .replaceAll('FIRST', inside[0])
    .replace('ALL;', `${JSON.stringify(inside)};`);

/** Serves the page, a worker, a redirect; headers try what headers can. */
export const hostilePage = (inside) => (request, response) => {
  if (request.url === '/robots.txt') return response.writeHead(404).end();
  if (request.url === '/moved') return response.writeHead(302, { location: `http://${inside[0]}/` }).end();
  if (request.url === '/worker.js')
    return response
      .setHeader('content-type', 'text/javascript')
      .end(inside.map((one) => `fetch('http://${one}/worker').catch(() => 0);`).join('\n'));
  response.setHeader('content-type', 'text/html; charset=utf-8');
  response.setHeader('link', inside.map((one) => `<http://${one}>; rel=preconnect`).join(', '));
  response.setHeader('refresh', `3; url=http://${inside[0]}/`);
  return response.end(pageFor(inside));
};
