import { describe, expect, it } from 'vitest';
import { type Handler, openShamWeb, page, redirect } from '../../test/sham-web.ts';
import { type MannersOptions, openManners, type Permitted } from './manners.ts';
import { rulesIn } from './robots.ts';

interface Told {
  readonly fetched: Permitted | Error;
  readonly requests: readonly string[];
  readonly slept: readonly number[];
}

/** Fetches one page, or several, as one guest. */
async function visit(
  sites: Readonly<Record<string, Handler>>,
  options: Partial<MannersOptions> = {},
  urls: readonly string[] = ['http://news.example/page'],
): Promise<Told> {
  const web = await openShamWeb({ 'news.example': page('hello'), ...sites });
  const manners = openManners({ world: web.world, ...options });
  let fetched: Permitted | Error = new Error('nothing');
  for (const url of urls)
    fetched = await manners
      .fetch(url, {})
      .catch((cause: unknown) => (cause instanceof Error ? cause : new Error('odd')));
  await web.close();
  return { fetched, requests: web.requests, slept: web.slept };
}

const hangUp: Handler = (_, { socket }) => void socket?.destroy();

const robots =
  (text: string, status = 200): Handler =>
  (_, response) =>
    void response.writeHead(status, { 'content-type': 'text/plain' }).end(text);

describe('robots.txt', () => {
  it('that disallows a page is respected, and told with its line', async () => {
    const { fetched, requests } = await visit({ 'robots:news.example': robots('User-agent: *\nDisallow: /page\n') });
    expect(fetched).toMatchObject({ code: 'not-permitted' });
    expect(String(fetched)).toMatch(/line 2 of http:\/\/news\.example\/robots\.txt disallows it; .* --ignore-robots/u);
    expect(requests).toEqual(['news.example/robots.txt']);
  });

  it('is passed over when the reporter says so, and that is kept', async () => {
    const { fetched } = await visit(
      { 'robots:news.example': robots('User-agent: *\nDisallow: /\n') },
      { ignoreRobots: true },
    );
    expect(fetched).toMatchObject({ status: 200, robots: 'disallowed, ignored' });
  });

  it('that allows, names others, or is not there, lets the page be fetched', async () => {
    const cases: [Handler | null, string][] = [
      [robots('User-agent: *\nDisallow: /other'), 'allowed'],
      [robots('User-agent: badbot\nDisallow: /'), 'allowed'],
      [robots('User-agent: *\nDisallow: /\n\nUser-agent: Hearsay/1.0\nAllow: /'), 'allowed'],
      [robots(''), 'allowed'],
      [robots('nothing', 404), 'no robots.txt'],
      [robots('nothing', 401), 'no robots.txt'],
      [null, 'no robots.txt'],
    ];
    for (const [handler, said] of cases)
      expect((await visit(handler ? { 'robots:news.example': handler } : {})).fetched).toMatchObject({ robots: said });
  });

  it('that names us is for us', async () => {
    const { fetched } = await visit({
      'robots:news.example': robots('User-agent: *\nAllow: /\nUser-agent: hearsay\nDisallow: /'),
    });
    expect(fetched).toMatchObject({ code: 'not-permitted' });
  });

  it('that can not be read disallows all', async () => {
    for (const handler of [robots('x', 503), robots('x', 500), hangUp]) {
      const { fetched } = await visit({ 'robots:news.example': handler });
      expect(String(fetched)).toMatch(/robots\.txt (?:can't be read|could not be fetched)/u);
      const ignored = await visit({ 'robots:news.example': handler }, { ignoreRobots: true });
      expect(ignored.fetched).toMatchObject({ robots: 'unreachable, ignored' });
    }
  });

  it('of every host on the way is asked once', async () => {
    const { fetched, requests } = await visit(
      {
        'news.example': redirect('http://b.example/x'),
        'b.example': page('b'),
        'robots:b.example': robots('User-agent: *\nDisallow: /x'),
      },
      {},
      ['http://news.example/1', 'http://news.example/2'],
    );
    expect(fetched).toMatchObject({ code: 'not-permitted' });
    expect(requests.filter((one) => one.endsWith('robots.txt'))).toEqual([
      'news.example/robots.txt',
      'b.example/robots.txt',
    ]);
    expect(requests).not.toContain('b.example/x');
  });

  it.each([
    ['/fish', '/fish.html', true],
    ['/fish', '/Fish', false],
    ['/fish*', '/fishheads/x', true],
    ['/fish/', '/fish', false],
    ['/*.php', '/folder/a.php?x', true],
    ['/*.php$', '/a.php', true],
    ['/*.php$', '/a.php?x', false],
    ['/fish*.php', '/fishheads/c.php', true],
    ['/fish*.php', '/Fish.php', false],
    ['/a$', '/a', true],
    ['/a$', '/ab', false],
    ['*/b', '/a/b', true],
    ['/*a*a*', '/a', false],
    ['/a*a$', '/a', false],
    ['/%7Ejoe', '/~joe', true],
    ['/a%3cd', '/a%3Cd', true],
    ['/港', '/%E6%B8%AF', true],
    ['/?x', '/?x=1', true],
    ['$', '/', false],
    ['/', '/robots.txt', false],
  ])('that disallows %s, and %s: %s', (pattern, path, isDisallowed) => {
    const { disallows } = rulesIn(new TextEncoder().encode(`User-agent: *\nDisallow: ${pattern} # why\n`));
    expect(disallows(`http://a.example${path}`)).toBe(isDisallowed ? 2 : null);
  });

  it('lets the longest rule decide, of equals the one that allows, and joins groups for one name', () => {
    const text =
      'user-agent: a\nuser-agent: *\ndisallow: /\nallow: /in\n\nuser-agent: *\ndisallow: /in/no\nallow: /in/no\n';
    const { disallows } = rulesIn(new TextEncoder().encode(text));
    expect(['/x', '/in', '/in/no'].map((path) => disallows(`http://a.example${path}`))).toEqual([3, null, null]);
  });

  it('made to slow a reader down is read in no time', () => {
    const hostile = [
      `${Array.from({ length: 20_000 }, (_, n) => `user-agent: bot${n}`).join('\n')}\n${'disallow: /x\n'.repeat(20_000)}`,
      `user-agent: *\n${`disallow: /${'*a'.repeat(900)}\n`.repeat(250)}`,
      `user-agent: *\ndisallow: ${'*'.repeat(400_000)}x`,
      'user-agent: *\n'.repeat(60_000),
      '\u0000'.repeat(500_000),
    ];
    const start = performance.now();
    for (const one of hostile) rulesIn(new TextEncoder().encode(one)).disallows(`http://a.example/${'a'.repeat(500)}b`);
    expect(performance.now() - start).toBeLessThan(8000);
  });
});

describe('a guest', () => {
  const pages = ['http://news.example/1', 'http://news.example/2', 'http://news.example/3'];
  it('pauses between two requests to one host, as long as it asks where that is not too long', async () => {
    expect((await visit({}, {}, pages)).slept).toEqual([500, 500]);
    const slow = robots('User-agent: *\nCrawl-delay: 7\n');
    expect((await visit({ 'robots:news.example': slow }, {}, pages)).slept).toEqual([7000, 7000]);
    const stuck = robots('User-agent: *\nCrawl-delay: 99999\n');
    expect((await visit({ 'robots:news.example': stuck }, {}, pages)).slept).toEqual([30_000, 30_000]);
    expect((await visit({ 'b.example': page('b') }, {}, ['http://news.example/', 'http://b.example/'])).slept).toEqual(
      [],
    );
  });

  it('waits as long as a busy server asks, and comes again', async () => {
    let busy = 1;
    const handler: Handler = (request, response) =>
      busy-- > 0 ? void response.writeHead(429, { 'retry-after': '3' }).end() : page('now')(request, response);
    const { fetched, slept } = await visit({ 'news.example': handler });
    expect(fetched).toMatchObject({ status: 200 });
    expect(slept).toEqual([3000]);
  });

  it('goes away where the server asks for long, or never stops asking', async () => {
    const day: Handler = (_, response) =>
      void response.writeHead(503, { 'retry-after': 'Tue, 17 Jun 2031 19:00:00 GMT' }).end();
    const { fetched, requests } = await visit({ 'news.example': day });
    expect(String(fetched)).toContain('try again after 2031-06-17T19:00:00Z');
    expect(requests.filter((one) => one.endsWith('/page'))).toHaveLength(1);
    const always: Handler = (_, response) => void response.writeHead(429, { 'retry-after': '1' }).end();
    const again = await visit({ 'news.example': always });
    expect(again.fetched).toMatchObject({ code: 'network' });
    expect(again.requests.filter((one) => one.endsWith('/page'))).toHaveLength(3);
    const odd: Handler = (_, response) => void response.writeHead(503, { 'retry-after': 'soon' }).end();
    expect((await visit({ 'news.example': odd })).fetched).toMatchObject({ status: 503 });
  });
});
