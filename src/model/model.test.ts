import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, describe, expect, it } from 'vitest';
import type { Text } from '../capture/text.ts';
import { read } from '../read/read.ts';
import { type Model, type ModelOptions, openModel, type Recall } from './model.ts';

const CONTENT =
  'Mayor Edda Kroll said the weir would hold. In the taproom it was agreed among the bargemen that the lock keeper had slept. Nobody was hurt.';
const TEXT: Text = {
  id: 't',
  item: 'i',
  language: 'en',
  content: CONTENT,
  zones: [],
  voices: [],
  links: [],
  credits: [],
};
const RULES = read(TEXT, { publisher: 'Weir Post', author: null, published: null });
const FRESH: Recall = { recall: (_key, compute) => compute() };

const servers: Server[] = [];
afterEach(async () => {
  for (const server of servers.splice(0)) {
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  }
});

/** A local server that answers as scripted, with a model asked through it. */
async function scripted(listener: RequestListener, memo: Recall = FRESH, options: ModelOptions = {}): Promise<Model> {
  const server = createServer(listener);
  servers.push(server);
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return openModel(`http://127.0.0.1:${port}/v1#tiny`, memo, { milliseconds: 5000, ...options });
}

/** An endpoint that writes the same message each time. */
const saying =
  (words: string): RequestListener =>
  (_request, response) =>
    response.end(JSON.stringify({ choices: [{ message: { content: words } }] }));

const row = (more: object) => ({
  quote: 'the lock keeper had slept',
  cue: 'agreed',
  source: 'the bargemen',
  kind: 'crowd',
  class: 'allege',
  ...more,
});
const answer = (...rows: unknown[]): string => JSON.stringify({ statements: rows });

describe('a model behind an endpoint', () => {
  it('adds marked rows to what the rules have read, and nothing else', async () => {
    const model = await scripted(saying(answer(row({}))));
    const added = await model.statements(TEXT, RULES.statements);
    expect(added).toMatchObject([
      { quote: 'the lock keeper had slept', by: 'model', source: { quote: 'the bargemen' }, cue: { quote: 'agreed' } },
    ]);
    for (const one of added) expect(CONTENT.slice(one.start, one.end)).toBe(one.quote);
    expect(model.warning()).toBeNull();
  });

  it('drops and counts what stands nowhere in the text', async () => {
    const lies = answer(
      row({ quote: 'the mayor had slept' }),
      row({ source: 'the harbour police' }),
      row({ cue: 'swore' }),
      row({ kind: 'witness' }),
      'not a row',
    );
    const model = await scripted(saying(lies));
    expect(await model.statements(TEXT, RULES.statements)).toEqual([]);
    expect(model.warning()).toContain('5 rows not found in the text');
  });

  it('never replaces a row of the rules', async () => {
    const again = row({ quote: 'the weir would hold', cue: 'said', source: 'Mayor Edda Kroll', class: 'deny' });
    const model = await scripted(saying(answer(again)));
    expect(await model.statements(TEXT, RULES.statements)).toEqual([]);
    expect(model.warning()).toBeNull();
  });

  it('names nobody whom the text does not name', async () => {
    const model = await scripted(saying(answer(row({ source: '', kind: 'named-person', name: 'Ulf Brenner' }))));
    expect(await model.statements(TEXT, RULES.statements)).toMatchObject([
      { source: { kind: 'unnamed-person', name: null, quote: '' } },
    ]);
  });

  it('reads JSON between other words, and counts an answer that holds none', async () => {
    const fenced = await scripted(saying(`Sure!\n\`\`\`json\n${answer(row({}))}\n\`\`\``));
    expect(await fenced.statements(TEXT, RULES.statements)).toHaveLength(1);
    for (const words of ['{"statements": [{"quote":', 'I cannot help with that.', '{"statements": "none"}', '']) {
      const model = await scripted(saying(words));
      expect(await model.statements(TEXT, RULES.statements)).toEqual([]);
      expect(model.warning()).toContain('1 answer that could not be read');
    }
  });

  it('takes no more than it allows of a huge answer', async () => {
    let closed = false;
    const model = await scripted(
      (_request, response) => {
        response.on('close', () => {
          closed = true;
        });
        const more = (): void => {
          while (!closed && response.write(' '.repeat(65_536)));
          if (!closed) response.once('drain', more);
        };
        more();
      },
      FRESH,
      { bytes: 200_000 },
    );
    expect(await model.statements(TEXT, RULES.statements)).toEqual([]);
    expect(model.warning()).toContain('could not be read');
  });

  it('stops asking one that stalls, is broken, sends elsewhere or is not there, with one warning', async () => {
    const stall: RequestListener = () => undefined;
    const drip: RequestListener = (_request, response) => {
      response.write('{');
    };
    const broken: RequestListener = (_request, response) => {
      response.statusCode = 503;
      response.end();
    };
    const elsewhere: RequestListener = (_request, response) => {
      response.writeHead(307, { location: 'http://127.0.0.1:9/' });
      response.end();
    };
    const cut: RequestListener = (request) => {
      request.socket.destroy();
    };
    for (const listener of [stall, drip, broken, elsewhere, cut]) {
      let asked = 0;
      const model = await scripted(
        (request, response) => {
          asked++;
          listener(request, response);
        },
        FRESH,
        { milliseconds: 150 },
      );
      expect(await model.statements(TEXT, RULES.statements)).toEqual([]);
      expect(await model.statements(TEXT, RULES.statements)).toEqual([]);
      expect(asked).toBe(1);
      expect(model.warning()).toMatch(
        /^the model at 127\.0\.0\.1:\d+ could not be asked \(.+\); what the rules read stands$/u,
      );
    }
    const nobody = openModel('http://127.0.0.1:9/v1', FRESH);
    expect(await nobody.statements(TEXT, RULES.statements)).toEqual([]);
    expect(nobody.warning()).toContain('could not be asked');
  });

  it('asks the same question once, and a failed one again', async () => {
    const kept = new Map<string, unknown>();
    const memo: Recall = {
      async recall<T>(key: unknown, compute: () => Promise<T>): Promise<T> {
        const name = JSON.stringify(key);
        if (!kept.has(name)) kept.set(name, await compute());
        return kept.get(name) as T;
      },
    };
    let asked = 0;
    const model = await scripted((request, response) => {
      asked++;
      if (asked === 1) response.end('nonsense');
      else saying(answer(row({})))(request, response);
    }, memo);
    expect(await model.statements(TEXT, RULES.statements)).toEqual([]);
    expect(await model.statements(TEXT, RULES.statements)).toHaveLength(1);
    expect(await model.statements(TEXT, RULES.statements)).toHaveLength(1);
    expect(asked).toBe(2);
  });

  it('sends the text, the name of the model and nothing but a key that was given', async () => {
    let body = '';
    let headers: unknown = null;
    const model = await scripted(
      (request, response) => {
        ({ headers } = request);
        request.setEncoding('utf8').on('data', (chunk: string) => {
          body += chunk;
        });
        request.on('end', () => saying(answer())(request, response));
      },
      FRESH,
      { key: 'k' },
    );
    await model.statements(TEXT, []);
    expect(JSON.parse(body)).toMatchObject({ model: 'tiny', temperature: 0 });
    expect(body).toContain('In the taproom');
    expect(headers).toMatchObject({ authorization: 'Bearer k' });
  });

  it('refuses an address that is none', () => {
    for (const address of ['', 'llama', 'file:///etc/passwd', 'ftp://127.0.0.1/'])
      expect(() => openModel(address, FRESH)).toThrow('--model wants an address');
  });
});
