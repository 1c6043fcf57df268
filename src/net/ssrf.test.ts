import { readFileSync } from 'node:fs';
import { networkInterfaces } from 'node:os';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Canary, isSham, openCanary, openShamWeb, redirect } from '../../test/sham-web.ts';
import { HearsayError } from '../base/error.ts';
import { fetchSafely } from './fetcher.ts';
import { openManners } from './manners.ts';
import { openWorld, type World } from './world.ts';

const forms = (
  JSON.parse(readFileSync(new URL('../../scripts/torture/address-forms.json', import.meta.url), 'utf8')) as string[][]
).map(([host = '']) => host);

/** The addresses among the forms, as a name server would answer them. */
const answers = forms.map((form) => form.replace(/^\[|\]$/gu, ''));

let canary: Canary;
beforeAll(async () => {
  canary = await openCanary();
});
afterAll(() => canary.close());

/** Fetches, and says what was tried beside the sham web. It must be refused. */
async function tried(url: string, world: World, attempts: readonly string[]): Promise<string[]> {
  const outcome = await fetchSafely(url, { net: world, total: 5000 }).catch((cause: unknown) => cause);
  expect(outcome, url).toBeInstanceOf(HearsayError);
  expect(outcome instanceof HearsayError ? outcome.code : '', url).toBe('not-permitted');
  return attempts.filter((one) => !isSham(one));
}

describe(`${forms.length} forms of an address inside`, () => {
  it('are refused directly, at every port', async () => {
    const web = await openShamWeb({}, () => ['127.0.0.1']);
    for (const form of forms) {
      for (const port of canary.ports)
        expect(await tried(`http://${form}:${port}/`, web.world, web.attempts)).toEqual([]);
      expect(await tried(`https://${form}/`, web.world, web.attempts)).toEqual([]);
    }
    await web.close();
  });

  it.each([[301], [302], [303], [307], [308]])('are refused after a redirect %d', async (status) => {
    const [port] = canary.ports;
    for (const form of forms) {
      // Bytes, not characters, go over the wire in a header.
      const to = Buffer.from(`http://${form.replace(/[\t\n]/gu, '')}:${port}/`).toString('latin1');
      const web = await openShamWeb({ 'news.example': redirect(to, status) });
      expect(await tried('http://news.example/', web.world, web.attempts)).toEqual([]);
      expect(web.attempts).toHaveLength(1);
      await web.close();
    }
  });

  it('are refused at the end of a chain of redirects', async () => {
    for (const form of forms) {
      const web = await openShamWeb({
        'a.example': redirect('//b.example/next'),
        'b.example': redirect('https://c.example:8443/'),
        'c.example': redirect(`http://${encodeURI(form)}:${canary.ports[1]}/`),
      });
      const { connect } = web.world;
      // Only the address matters here: the sham web speaks plain http at every port.
      const plain: World = { ...web.world, connect: (place, signal) => connect({ ...place, host: null }, signal) };
      expect(await tried('http://a.example/', plain, web.attempts)).toEqual([]);
      await web.close();
    }
  });

  it.each([
    ['alone', (one: string) => [one]],
    ['after a public one', (one: string) => ['93.184.216.34', one]],
    ['before a public one', (one: string) => [one, '93.184.216.34']],
    ['beside a public AAAA', (one: string) => ['2606:2800:220:1::1', one, '93.184.216.34']],
  ])('are refused in the answer of a name server, %s', async (_, mixed) => {
    for (const answer of answers) {
      const web = await openShamWeb({}, () => mixed(answer));
      expect(await tried(`http://news.example:${canary.ports[2]}/`, web.world, web.attempts)).toEqual([]);
      expect(web.attempts).toEqual([]);
      await web.close();
    }
  });

  it('are refused where a name moves to them between check, connection and redirect', async () => {
    for (const answer of answers) {
      const moved = (_: string, nth: number) => (nth === 1 ? ['93.184.216.34'] : [answer]);
      const web = await openShamWeb(
        { 'news.example': redirect(`http://news.example:${canary.ports[0]}/again`) },
        moved,
      );
      expect(await tried('http://news.example/', web.world, web.attempts)).toEqual([]);
      expect(web.attempts).toEqual(['93.184.216.34 80']);
      await web.close();
    }
  });

  it('are refused for robots.txt, too', async () => {
    for (const form of forms.slice(0, 20)) {
      const to = `http://${encodeURI(form.replace(/[\t\n]/gu, ''))}:${canary.ports[0]}/robots.txt`;
      const web = await openShamWeb({ 'news.example': redirect('/x'), 'robots:news.example': redirect(to) });
      const manners = openManners({ world: web.world, ignoreRobots: true });
      await expect(manners.fetch('http://news.example/', {})).rejects.toMatchObject({ code: 'not-permitted' });
      expect(web.attempts.filter((one) => !isSham(one))).toEqual([]);
      await web.close();
    }
  });
});

describe('a name', () => {
  it('is asked once for one connection, so that a second answer has no effect', async () => {
    const web = await openShamWeb({ 'news.example': (_, response) => response.end('hello') }, (_, nth) =>
      nth === 1 ? ['93.184.216.34'] : ['127.0.0.1'],
    );
    const { address } = await fetchSafely('http://news.example/', { net: web.world });
    expect([address, web.asked, web.attempts]).toEqual(['93.184.216.34', ['news.example'], ['93.184.216.34 80']]);
    await web.close();
  });

  it('inside a network is not even asked for', async () => {
    const web = await openShamWeb({});
    for (const name of ['localhost', 'router', 'a.b.internal', 'printer.local', 'x.home.arpa'])
      await expect(fetchSafely(`http://${name}/`, { net: web.world })).rejects.toMatchObject({ code: 'not-permitted' });
    expect(web.asked).toEqual([]);
    await web.close();
  });

  it('that answers with a public address of this machine is refused', async () => {
    const web = await openShamWeb({}, () => ['93.184.216.34']);
    const world: World = { ...web.world, own: () => ['93.184.216.34'] };
    expect(await tried('http://news.example/', world, web.attempts)).toEqual([]);
    await web.close();
  });
});

describe('the world as it is', () => {
  it('reaches nothing on this machine, by any of its addresses', async () => {
    const world = openWorld();
    const own = Object.values(networkInterfaces()).flatMap((list) => (list ?? []).map(({ address }) => address));
    const attempts: string[] = [];
    const counted: World = {
      ...world,
      connect: (place, signal) => {
        attempts.push(place.address);
        return world.connect(place, signal);
      },
    };
    for (const address of [...own, '127.0.0.1', '::1'])
      for (const port of canary.ports) {
        const host = address.includes(':') ? `[${address}]` : address;
        await expect(fetchSafely(`http://${host}:${port}/`, { net: counted })).rejects.toBeInstanceOf(HearsayError);
      }
    expect(attempts).toEqual([]);
  });

  it('has no permission for tests, and no variable gives one', () => {
    expect('allow' in openWorld()).toBe(false);
    for (const file of ['address.ts', 'fetcher.ts', 'limits.ts', 'manners.ts', 'pinned.ts', 'transfer.ts', 'world.ts'])
      expect(readFileSync(new URL(file, import.meta.url), 'utf8')).not.toContain('process.env');
  });
});

it('not one connection came to this machine', () => expect(canary.hits()).toBe(0));
