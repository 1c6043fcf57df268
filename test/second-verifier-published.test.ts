import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, renameSync, rmSync, symlinkSync, unlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeEach, describe, expect, it } from 'vitest';
import { canonicalJson } from '../src/base/canonical-json.ts';
import { verifyPublished } from '../src/store/verify-published.ts';
import { DESK_KEY, type Folder, smallRecords } from './small-record.ts';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const verifier = join(root, 'tools', 'verify.py');
const python = spawnSync('python3', ['--version']).status === 0;
const scratch = mkdtempSync(join(tmpdir(), 'hearsay-second-'));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

const [first, second] = (await smallRecords(2)) as readonly [Folder, Folder];
const place = join(scratch, 'record');
const at = (path: string): string => join(place, path);
const put = (path: string, bytes: Uint8Array | string, top = place): void => {
  mkdirSync(dirname(join(top, path)), { recursive: true });
  writeFileSync(join(top, path), bytes);
};
const words = (path: string): string => new TextDecoder().decode(second.get(path));

interface Told {
  readonly status: number | null;
  readonly err: string;
  readonly checks: Readonly<Record<string, string>>;
  /** What is wrong: check, file and words. */
  readonly faults: readonly (readonly [check: string, file: string, what: string])[];
}

function judged(...more: readonly string[]): Told {
  const { status, stdout, stderr } = spawnSync('python3', [verifier, place, '--json', ...more], { encoding: 'utf8' });
  const { checks } = JSON.parse(stdout) as {
    checks: { check: string; result: string; faults: { file: string; what: string }[] }[];
  };
  return {
    ...{ status, err: stderr },
    checks: Object.fromEntries(checks.map(({ check, result }) => [check, result])),
    faults: checks.flatMap(({ check, faults }) => faults.map(({ file, what }) => [check, file, what] as const)),
  };
}

/** The record with something else in it, written as it has to be. */
type Value = { [key: string]: Value } & Value[];
function changed(change: (record: Value) => void): Told {
  const record = JSON.parse(words('seal/record.json')) as Value;
  change(record);
  put('seal/record.json', `${canonicalJson(record)}\n`);
  return judged();
}

describe.skipIf(!python)('the second verifier on a published record (skipped where there is no python3)', () => {
  beforeEach(() => {
    rmSync(place, { recursive: true, force: true });
    for (const [path, bytes] of second) put(path, bytes);
  });

  it('finds nothing wrong with a sound one, and says what it could not look at', () => {
    const { status, err, checks } = judged();
    expect([status, err]).toEqual([0, '']);
    expect(checks).toMatchObject({ files: 'passed', record: 'passed', history: 'passed', tokens: 'passed' });
    expect(checks).toMatchObject({ key: 'not run', witnesses: 'not run', anchors: 'not run', proofs: 'not run' });
  });

  it('detects a byte that is changed, in every file, and names the place (of the seal every eleventh byte; all: npm run torture)', {
    timeout: 240_000,
  }, () => {
    const flips = join(root, 'scripts', 'torture', 'published-second.py');
    const { stdout, stderr } = spawnSync('python3', [flips, verifier, place, '1', '11'], { encoding: 'utf8' });
    expect(stderr).toBe('');
    const rows = JSON.parse(stdout) as { tried: number; detected: number; located: number }[];
    expect(rows.reduce((sum, { tried }) => sum + tried, 0)).toBeGreaterThan(1000);
    for (const { tried, detected, located } of rows) expect([detected, located]).toEqual([tried, tried]);
  });

  it('names what is missing, what does not belong there, links and empty folders, as the first one does', async () => {
    unlinkSync(at('zh/index.html'));
    unlinkSync(at('seal/manifest'));
    put('seal/notes', 'mine');
    mkdirSync(at('zh/empty'));
    renameSync(at('index.html'), at('elsewhere.html'));
    symlinkSync('elsewhere.html', at('index.html'));
    const files = judged().faults.map(([, file]) => file);
    expect(files.sort()).toEqual(['index.html', 'seal/manifest', 'seal/notes', 'zh/', 'zh/empty/'].sort());
    put('seal/manifest', words('seal/manifest'));
    const all = new Set(judged().faults.map(([, file]) => file));
    for (const file of ['index.html', 'elsewhere.html', 'zh/index.html', 'zh/empty/', 'seal/notes'])
      expect(all, file).toContain(file);
    const known = { keys: [], witnesses: [], since: [], anchors: null };
    const own = (await verifyPublished(place, known)).flatMap(({ faults }) => faults.map(({ file }) => file));
    for (const file of own) expect(all, file).toContain(file);
  });

  it('knows the desk by its keys, and an older record by its checkpoint', () => {
    const before = join(scratch, 'before');
    put('seal/checkpoint', first.get('seal/checkpoint') ?? '', dirname(before));
    const since = join(scratch, 'seal', 'checkpoint');
    expect(judged('--since', since)).toMatchObject({ status: 0, faults: [] });
    expect(judged('--key', DESK_KEY).faults.map(([check]) => check)).toEqual(['key']);
    for (const [path, bytes] of first) put(path, bytes);
    writeFileSync(since, words('seal/checkpoint'));
    expect(judged('--since', since).faults).toEqual([
      ['history', 'seal/record.json', expect.stringContaining('it covers')],
    ]);
  });

  it('refuses a record that shows too little, too much, or what no event could be', () => {
    const event = (record: Value, kind: string): Value =>
      (record['events'] as Value[]).find((one) => one['head']?.['kind'] === (kind as unknown)) as Value;
    const hide = (kind: string, pointer: string) => (record: Value) => {
      const { shown, hidden } = event(record, kind) as unknown as { shown: Value; hidden: Value };
      hidden[pointer] = '0'.repeat(64) as unknown as Value;
      delete shown[pointer];
    };
    const drop = (kind: string) => (record: Value) => {
      const events = record['events'] as Value[];
      events.splice(events.indexOf(event(record, kind)), 1);
    };
    expect(changed(hide('publish', '/data/asOf')).faults[0]?.[2]).toContain('committed');
    expect(changed(drop('case')).faults.map(([check]) => check)).toContain('record');
    expect(changed(drop('publish')).faults.map(([check]) => check)).toContain('editions');
    expect(changed(drop('key')).faults.map(([check]) => check)).toContain('checkpoint');
    expect(changed(drop('checkpoint')).faults.map(([check]) => check)).toEqual(['editions', 'history', 'tokens']);
    expect(changed((record) => record['consistency']?.pop()).faults[0]?.[2]).toContain('no proof leads');
    for (const pointer of ['', '/salt', '/data', '/data/~2', `/data${'/x'.repeat(64)}`, '/'.repeat(1_000_000)]) {
      const shown = { key: '0'.repeat(64), value: 1 } as unknown as Value;
      const told = changed((record) => {
        (event(record, 'ask')['shown'] as Value)[pointer] = shown;
      });
      expect([told.status, told.err, told.faults.length > 0]).toEqual([1, '', true]);
    }
  });

  it('answers with a table whatever the bytes are', () => {
    const deep = '['.repeat(200_000);
    for (const path of ['seal/record.json', 'seal/manifest', 'seal/checkpoint'])
      for (const bytes of [
        '',
        '\n',
        '{}\n',
        'null\n',
        deep,
        `${deep}${']'.repeat(200_000)}\n`,
        '\ufeff{}',
        '1e999\n',
      ]) {
        put(path, bytes);
        const { status, err, faults } = judged();
        expect([status, err], `${path}: ${bytes.slice(0, 9)}`).toEqual([1, '']);
        expect(faults.map(([, file]) => file)).toContain(path);
        put(path, words(path));
      }
  });
});
