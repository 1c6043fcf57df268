import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist', 'cli', 'main.js');
let folder = '';
const env = (): NodeJS.ProcessEnv => ({
  ...process.env,
  HEARSAY_DESK: join(folder, 'desk'),
  HEARSAY_CACHE: join(folder, 'cache'),
  HEARSAY_BY: 'r.ames',
});
const at = (...parts: string[]): string => join(folder, ...parts);
const run = (...words: string[]) => {
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { env: env(), encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
};
const dossier = (...more: string[]) => JSON.parse(run('show', at('case'), '--json', ...more).out);

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-commands-'));
  mkdirSync(at('items'));
  writeFileSync(
    at('items', 'courier.txt'),
    'Quillmere Council said on Friday that the sluice gate had been left open for three nights.\n\nThe council promised a report by 20 June 2031.\n',
  );
  writeFileSync(
    at('items', 'post.txt'),
    'A neighbour claimed that the sluice gate had been left open for three nights.\n',
  );
  run('new', at('case'), '--title', 'The sluice gate');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a case from the command line', () => {
  it('is made, filled once, shown, verified and told', () => {
    expect(run('add', at('case'), at('items')).out).toBe('2 added\n');
    expect(run('add', at('case'), at('items')).out).toBe('0 added, 2 there already\n');
    expect(dossier().counts.items).toBe(2);
    const verified = run('verify', at('case'));
    expect([verified.status, verified.out]).toEqual([0, expect.stringContaining(', 0 failed, ')]);
    expect(run('log', at('case')).out).toMatch(
      /^#0 .* r\.ames opened the case “The sluice gate”\n#1 .* r\.ames added courier\.txt\n#2 /u,
    );
  });

  it('keeps what the reporter says of a file, and both of two files of one name', () => {
    run('add', at('case'), at('items', 'post.txt'), '--url', 'https://chirp.example/1', '--publisher', 'Chirp');
    writeFileSync(at('items', 'post.txt'), 'Another text under the same name.');
    run('add', at('case'), at('items', 'post.txt'));
    const items = dossier().items as { file: string; url: string | null; publisher: string | null }[];
    expect(items.map((one) => [one.file, one.url, one.publisher])).toEqual([
      ['post.txt', 'https://chirp.example/1', 'Chirp'],
      ['post.txt#2', null, null],
    ]);
  });

  it('weighs what people decide, and takes it back', () => {
    run('add', at('case'), at('items'));
    expect(run('note', at('case'), 'ask', '--of', 'River Board', '--question', 'Who shut it?').out).toBe('#3 ask\n');
    expect(run('note', at('case'), 'reply', '--to', '3', '--outcome', 'declined', '--why', 'by phone').out).toBe(
      '#4 reply\n',
    );
    const [response] = (dossier().responses as { body: string; decision?: number; outcome: string }[]).filter(
      (one) => one.decision === 3,
    );
    expect(response).toMatchObject({ body: 'River Board' });
    const claim = dossier().claims.find((one: { statement: string }) => one.statement.includes('sluice'));
    run('note', at('case'), 'retract', claim.id, '--why', 'the paper withdrew it');
    expect(dossier().claims.find((one: { id: string }) => one.id === claim.id).standing.label).toBe('retracted');
    expect(run('note', at('case'), 'undo', '5', '--why', 'it did not').status).toBe(0);
    expect(dossier().claims.find((one: { id: string }) => one.id === claim.id).standing.label).not.toBe('retracted');
    expect(run('log', at('case')).out).toContain('(taken back)');
  });

  it('tells why and what next', () => {
    run('add', at('case'), at('items'));
    expect(run('why', at('case'), 'sluice gate').out).toMatch(/held: .*\n/u);
    expect(run('next', at('case')).status).toBe(0);
    expect(run('why', at('case'), 'nobody said this')).toMatchObject({
      status: 2,
      err: expect.stringContaining('no claim'),
    });
  });

  it('erases an item and what was decided about it, and still verifies', () => {
    run('add', at('case'), at('items'));
    const { statements, items } = dossier();
    const post = items.find((one: { file: string }) => one.file === 'post.txt').id;
    const said = statements.find((one: { item: string }) => one.item === post);
    run('note', at('case'), 'correct', said.id, '--class', 'allege');
    expect(run('erase', at('case'), 'post.txt', '--why', 'a court order')).toMatchObject({
      status: 0,
      out: expect.stringMatching(/^erased #2, #3;/u),
    });
    const left = readdirSync(at('case'), { recursive: true, encoding: 'utf8' }).filter(
      (path) => !path.includes('tile'),
    );
    for (const path of left.filter(
      (one) =>
        existsSync(at('case', one)) && !/^(?:blobs|log|derived)$/u.test(one) && /journal|json|[0-9a-f]{62}/u.test(one),
    ))
      expect(readFileSync(at('case', path), 'utf8'), path).not.toMatch(/neighbour|post\.txt/u);
    expect(run('verify', at('case')).status).toBe(0);
    expect(run('log', at('case')).out).toContain('erased by #4');
    expect(dossier().counts.items).toBe(1);
  });

  it('finds a changed byte, says where, and ends with 1', () => {
    run('add', at('case'), at('items'));
    const journal = readFileSync(at('case', 'journal'), 'utf8');
    writeFileSync(at('case', 'journal'), journal.replace('courier.txt', 'courrer.txt'));
    const { status, out } = run('verify', at('case'), '--json');
    const { sound, checks } = JSON.parse(out);
    expect([status, sound]).toEqual([1, false]);
    const [fault] = checks.find((one: { check: string }) => one.check === 'journal').faults;
    expect(journal.slice(fault.start, fault.end)).toContain('courier.txt');
    expect(run('add', at('case'), at('items'))).toMatchObject({
      status: 2,
      err: expect.stringContaining('hearsay verify'),
    });
  });

  it('makes anew, byte for byte, whatever is not the journal or the evidence', () => {
    run('add', at('case'), at('items'));
    run('show', at('case'));
    const bytes = () =>
      Object.fromEntries(
        readdirSync(at('case'), { recursive: true, withFileTypes: true })
          .filter((one) => one.isFile())
          .map((one) => join(one.parentPath, one.name))
          .filter((path) => !path.endsWith('/dossier'))
          .map((path) => [path, readFileSync(path, 'base64')]),
      );
    const before = bytes();
    for (const name of ['hearsay.json', 'log', 'derived']) rmSync(at('case', name), { recursive: true });
    expect(run('rebuild', at('case')).status).toBe(0);
    expect(bytes()).toEqual(before);
  });

  it('is opened on another machine from an export, and its evidence by look', () => {
    run('add', at('case'), at('items'));
    expect(run('export', at('case'), '--as', 'case', '--out', at('case.zip')).status).toBe(0);
    expect(run('export', at('case'), '--as', 'wacz', '--out', at('case.wacz')).status).toBe(0);
    expect(run('verify', at('case.zip')).status).toBe(0);
    expect(run('verify', at('case.wacz')).status).toBe(0);
    expect(JSON.parse(run('look', at('case.wacz'), '--json').out).counts.items).toBe(2);
    expect(run('export', at('case'), '--as', 'folder', '--out', at('folder.zip')).status).toBe(0);
    expect(run('verify', at('folder.zip')).status).toBe(0);
  });

  it('writes down that a stamp was asked for and did not come, and asks again', async () => {
    const port = await freePort();
    expect(run('stamp', at('case'), '--tsa', `http://127.0.0.1:${port}/`).out).toContain('waits for');
    expect(run('verify', at('case')).out).toContain('1 asked for and not come yet');
    expect(run('stamp', at('case')).out).toContain('waits for');
    expect(run('verify', at('case')).status).toBe(0);
  });

  it('keeps nothing of an intimate picture', () => {
    writeFileSync(at('private.png'), 'PIXELS-OF-SOMEBODY');
    run('add', at('case'), at('private.png'), '--intimate');
    const { stdout } = spawnSync('grep', ['-rl', 'PIXELS', at('case')], { encoding: 'utf8' });
    expect(stdout).toBe('');
  });

  it('refuses in one line, with what to do next', () => {
    for (const words of [
      ['new'],
      ['new', at('case')],
      ['add', at('case')],
      ['add', at('nowhere'), at('items')],
      ['add', at('case'), 'http://127.0.0.1:1/'],
      ['show', at('items')],
      ['note', at('case'), 'praise'],
      ['note', at('case'), 'undo', '0'],
      ['note', at('case'), 'kept', '99'],
      ['note', at('case'), 'reply', '--to', '0', '--of', 'Them', '--outcome', 'declined'],
      ['stamp', at('case'), '--tsa', 'ftp://x'],
      ['erase', at('case'), 'courier.txt'],
      ['erase', at('case'), '#0', '--why', 'x'],
      ['export', at('case'), '--as', 'stone', '--out', at('x')],
      ['verify', at('nowhere')],
    ]) {
      const { status, err, out } = run(...words);
      expect([status, out.includes('wrong inside')], words.join(' ')).toEqual([2, false]);
      expect(err.trim().split('\n'), words.join(' ')).toHaveLength(1);
    }
  });
});

function freePort(): Promise<number> {
  return new Promise((done) => {
    const server = createServer().listen(0, '127.0.0.1', () => {
      const address = server.address();
      server.close(() => done(typeof address === 'object' && address ? address.port : 1));
    });
  });
}
