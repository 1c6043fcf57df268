import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const program = join(root, 'dist', 'cli', 'main.js');
let folder = '';
const at = (...parts: string[]): string => join(folder, ...parts);
const run = (...words: string[]) => {
  const env = {
    ...process.env,
    HEARSAY_DESK: at('desk'),
    HEARSAY_CACHE: at('cache'),
    HEARSAY_BY: 'q.fenwick',
    NO_COLOR: '1',
  };
  const { status, stdout, stderr } = spawnSync(process.execPath, [program, ...words], { env, encoding: 'utf8' });
  return { status, out: stdout, err: stderr };
};
const publish = (out: string, ...more: string[]) => {
  const { status, out: said, err } = run('publish', at('case'), at(out), '--json', ...more);
  return { status, err, told: status === 2 ? null : JSON.parse(said) };
};
/** Every byte of a folder, names and all. */
const everything = (of: string): string =>
  readdirSync(at(of), { recursive: true, withFileTypes: true })
    .filter((one) => one.isFile())
    .map((one) => `${one.name}\n${readFileSync(join(one.parentPath, one.name), 'latin1')}`)
    .join('\n');
const page = (of: string, path: string): string => readFileSync(at(of, path), 'utf8');

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'hearsay-publish-'));
  mkdirSync(at('items'));
  const write = (name: string, text: string): void => writeFileSync(at('items', name), text);
  write(
    'index.csv',
    'file,url,publisher,author,published\ncourier.txt,https://courier.example/sluice?id=7&token=9a8b7c6d5e,Quillmere Courier,,2021-06-04T10:00:00Z\npost.txt,https://chirp.example/brida.tarn/1,Chirp,Brida Tarn,2021-06-04T08:00:00Z\n',
  );
  write(
    'courier.txt',
    'Quillmere Council said on Friday that the sluice gate had been left open for three nights.\n\nNorthwold Dredging Ltd left the gate unlocked, the council said. “We had no key,” said Osric Venn, the lock keeper.\n\nThe council promised a report by 20 June 2021.\n',
  );
  write(
    'post.txt',
    'A neighbour claimed that the sluice gate had been left open for three nights. Call me on 13800138000.\n',
  );
  run('new', at('case'), '--title', 'The sluice gate');
  run('add', at('case'), at('items'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

describe('a published record', () => {
  it('is whole, verifies, and names nobody: no private person, nobody at the desk, no secret', () => {
    const { status, told } = publish('record');
    expect([status, told.edition, told.found]).toEqual([0, 1, []]);
    for (const path of [
      'index.html',
      'claims.html',
      'answers.html',
      'corrections.html',
      'method.html',
      'evidence.html',
      'zh/index.html',
      'feed.xml',
      'dossier.json',
      'prov.json',
      'claims.csv',
      'seal/manifest',
    ])
      expect(existsSync(at('record', path)), path).toBe(true);
    const all = everything('record');
    for (const words of ['Osric', 'Venn', 'Brida', 'Tarn', 'q.fenwick', '13800138000', '9a8b7c6d5e'])
      expect(all.includes(words), words).toBe(false);
    expect(page('record', 'index.html')).toContain('sluice gate');
    const verified = run('verify', at('record'));
    expect([verified.status, verified.out]).toEqual([0, expect.stringContaining(', 0 failed, ')]);
  });

  it('keeps back what is said of somebody who was not asked, until asked, waited for, or waived with a reason', () => {
    const first = publish('record').told;
    expect(first.unheard).toMatchObject([{ of: 'Northwold Dredging Ltd', due: null }]);
    expect(everything('record')).not.toContain('unlocked, the council');
    run('note', at('case'), 'ask', '--of', 'Northwold Dredging Ltd', '--question', 'Did you lock it?');
    expect(publish('record').told.unheard[0].due).toMatch(/^20/u);
    run(
      'note',
      at('case'),
      'waive',
      first.unheard[0].claim,
      '--of',
      'Northwold Dredging Ltd',
      '--why',
      'the firm is dissolved',
    );
    const { told } = publish('record');
    expect(told.unheard).toEqual([]);
    expect(everything('record')).toContain('the firm is dissolved');
  });

  it('takes one reason for all that waits, and writes it down', () => {
    const { told } = publish('record', '--without-reply', 'children are at risk tonight');
    expect(told.unheard).toEqual([]);
    expect(run('log', at('case')).out).toContain('children are at risk tonight');
    expect(everything('record')).toContain('children are at risk tonight');
    expect(run('note', at('case'), 'waive', 'claim-x', '--of', 'Somebody')).toMatchObject({ status: 2 });
  });

  it('tells of every change from edition to edition, and an address once given never goes dark', () => {
    publish('record', '--without-reply', 'because');
    cpSync(at('record'), at('first'), { recursive: true });
    const claims = JSON.parse(run('show', at('case'), '--json').out).claims as { id: string; statement: string }[];
    const gate = claims.find(({ statement }) => statement.includes('three nights'));
    run('note', at('case'), 'retract', gate?.id ?? '', '--why', 'the council was wrong');
    run('note', at('case'), 'disclose', 'Osric Venn', '--why', 'he spoke to us as lock keeper and agreed');
    const { told } = publish('record');
    expect(told.edition).toBe(2);
    expect(page('record', 'corrections.html')).toMatch(
      /corroborated → retracted|confirmed → retracted|single-source → retracted/u,
    );
    expect(page('record', 'zh/corrections.html')).toContain('已撤回');
    expect(everything('record')).toContain('Osric Venn');
    expect(everything('record')).toContain('he spoke to us as lock keeper');
    for (const file of readdirSync(at('first', 'claims')))
      expect(existsSync(at('record', 'claims', file)), file).toBe(true);
    expect(run('verify', at('record'), '--since', at('first')).status).toBe(0);
    expect(run('verify', at('first'), '--since', at('record')).status).toBe(1);
  });

  it('does not tell again what was erased', () => {
    publish('record', '--without-reply', 'because');
    expect(everything('record')).toContain('left the gate unlocked');
    run('erase', at('case'), 'courier.txt', '--why', 'a court ordered it');
    publish('record');
    expect(everything('record')).not.toContain('left the gate unlocked');
    expect(page('record', 'corrections.html')).toContain('its evidence was taken out of the case');
    expect(run('verify', at('record')).status).toBe(0);
  });

  it('discloses nobody without a reason', () => {
    run('note', at('case'), 'disclose', 'Osric Venn');
    publish('record');
    expect(everything('record')).not.toContain('Osric');
  });

  it('only looks, with --preview', () => {
    const { status, out } = run('publish', at('case'), '--preview');
    expect([status, out]).toEqual([0, expect.stringContaining('Nothing was written')]);
    expect(out).toContain('Osric Venn');
    expect(run('log', at('case')).out).not.toContain('published');
  });

  it('goes into no folder that holds anything else', () => {
    publish('record');
    writeFileSync(at('record', 'notes.txt'), 'mine');
    expect(publish('record')).toMatchObject({ status: 2, err: expect.stringContaining('notes.txt') });
    expect(publish('items')).toMatchObject({ status: 2, err: expect.stringContaining('holds files already') });
    run('new', at('other'));
    run('publish', at('other'), at('elsewhere'));
    expect(publish('elsewhere')).toMatchObject({ status: 2, err: expect.stringContaining('another case') });
    expect(publish('x', '--interface', 'fr').status).toBe(2);
    expect(publish('x', '--url', 'ftp://a').status).toBe(2);
    expect(existsSync(at('x'))).toBe(false);
  });

  const python = spawnSync('python3', ['--version']).status === 0;
  it.skipIf(!python)('is judged by the second verifier as by the first (no python3: skipped)', () => {
    publish('record');
    cpSync(at('record'), at('first'), { recursive: true });
    run('note', at('case'), 'disclose', 'Osric Venn', '--why', 'he agreed');
    publish('record');
    const other = (...more: string[]) => {
      const words = [join(root, 'tools', 'verify.py'), at('record'), '--json', ...more];
      const { status, stdout } = spawnSync('python3', words, { encoding: 'utf8' });
      const checks = JSON.parse(stdout).checks as { faults: { file: string }[] }[];
      return { status, files: checks.flatMap(({ faults }) => faults.map(({ file }) => file)) };
    };
    const own = () => {
      const checks = JSON.parse(run('verify', at('record'), '--json').out).checks as { faults: { file: string }[] }[];
      return checks.flatMap(({ faults }) => faults.map(({ file }) => file));
    };
    expect([other('--since', at('first', 'seal', 'checkpoint')), own()]).toEqual([{ status: 0, files: [] }, []]);
    for (const [file, place] of [
      ['seal/record.json', 900],
      ['seal/checkpoint', 40],
      ['seal/manifest', 70],
      ['claims.csv', 12],
      ['zh/index.html', 600],
    ] as const) {
      const bytes = readFileSync(at('record', file));
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 1;
      writeFileSync(at('record', file), changed);
      expect(other().files, file).toContain(file);
      expect(own(), file).toContain(file);
      writeFileSync(at('record', file), bytes);
    }
  });

  it('is found changed where anything is changed, added or taken away', () => {
    publish('record');
    const check = (): string => run('verify', at('record')).out;
    const before = page('record', 'index.html');
    writeFileSync(at('record', 'index.html'), before.replace('sluice', 'slvice'));
    expect(check()).toContain('index.html');
    writeFileSync(at('record', 'index.html'), before);
    writeFileSync(at('record', 'extra.html'), '');
    expect(check()).toContain('extra.html');
    rmSync(at('record', 'extra.html'));
    rmSync(at('record', 'feed.xml'));
    expect(check()).toContain('feed.xml');
  });
});
