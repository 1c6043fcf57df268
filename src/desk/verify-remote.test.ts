import { beforeAll, describe, expect, it } from 'vitest';
import { openShamWeb } from '../../test/sham-web.ts';
import { type Folder, flipped, smallRecords, withFile } from '../../test/small-record.ts';
import { verifyRemote } from './verify-remote.ts';

const NOTHING = { keys: [], witnesses: [], since: [], anchors: null };
let folder: Folder;

beforeAll(async () => {
  folder = (await smallRecords(2)).at(-1) ?? new Map();
});

/** Checks a folder that stands at one place of a sham web; what was asked for. */
async function checked(of: Folder, address = 'http://paper.example/records/gate/') {
  const web = await openShamWeb({
    'paper.example': (request, response) => {
      const bytes = of.get((request.url ?? '').replace('/records/gate/', ''));
      if (bytes) response.writeHead(200).end(bytes);
      else response.writeHead(404).end();
    },
    'broken.example': (request, response) => {
      if (request.url?.startsWith('/seal/')) response.writeHead(200).end(of.get(request.url.slice(1)));
      else request.socket.destroy();
    },
  });
  try {
    return { checks: await verifyRemote(address, NOTHING, web.world), requests: web.requests };
  } finally {
    await web.close();
  }
}

describe('a published record on the web', () => {
  it('is asked for what its manifest names, and found whole', async () => {
    const { checks, requests } = await checked(folder);
    expect(checks.filter(({ result }) => result === 'failed')).toEqual([]);
    expect(checks[0]?.detail).toContain('whether others lie beside them can’t be seen from here');
    expect(new Set(requests)).toEqual(new Set([...folder.keys()].map((path) => `paper.example/records/gate/${path}`)));
  });

  it('is found by a page in it, and without the slash', async () => {
    for (const address of ['http://paper.example/records/gate', 'http://paper.example/records/gate/index.html?x#y'])
      expect((await checked(folder, address)).checks.some(({ result }) => result === 'failed')).toBe(false);
  });

  it('names a file that was changed, and one that is gone', async () => {
    const page = folder.get('index.html') ?? new Uint8Array();
    const changed = await checked(withFile(withFile(folder, 'index.html', flipped(page, 1)), 'zh/index.html', null));
    expect(changed.checks[0]?.faults.map(({ file }) => file)).toEqual(['index.html', 'zh/index.html']);
  });

  it('is not judged where the network fails on the way, nor sought where it must not be', async () => {
    await expect(checked(folder, 'http://broken.example/')).rejects.toThrow(/broken\.example/u);
    await expect(checked(new Map())).rejects.toThrow('has no seal/manifest');
    await expect(checked(folder, 'http://127.0.0.1/')).rejects.toMatchObject({ code: 'not-permitted' });
  });
});
