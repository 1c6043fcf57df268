import { readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from 'vitest';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const src = join(root, 'src');

const PATH = ['base', 'capture', 'trace', 'read', 'weigh', 'publish', '.'];
/** Beside the path: what makes evidence last. Pure like the rooms on it. */
const BESIDE = ['log', 'stamp', 'archive', 'record', 'seal'];

/** Who may see whom, besides itself. Rooms look only back along the path; shells see rooms. */
const SEES: Record<string, readonly string[]> = {
  base: [],
  capture: ['base'],
  trace: ['base', 'capture'],
  read: ['base', 'capture', 'trace'],
  weigh: ['base', 'capture', 'trace', 'read'],
  publish: ['base', 'capture', 'trace', 'read', 'weigh'],
  '.': ['base', 'capture', 'trace', 'read', 'weigh', 'publish'],
  log: ['base'],
  stamp: ['base'],
  archive: ['base'],
  record: ['base', 'capture', 'log', 'weigh'],
  seal: ['base', 'log', 'stamp', 'record'],
  web: ['base', 'capture', 'trace', 'read', 'weigh', 'publish', 'log', 'stamp', 'record', 'seal'],
  media: ['base', 'capture'],
  model: ['base', 'capture', 'read'],
  net: ['base', 'capture', 'archive', 'log', 'stamp'],
  store: ['base', 'capture', 'trace', 'read', 'weigh', 'publish', '.', 'log', 'stamp', 'archive', 'record', 'seal'],
  desk: [...PATH, ...BESIDE, 'media', 'model', 'net', 'store'],
  cli: [...PATH, ...BESIDE, 'media', 'model', 'net', 'store', 'desk', 'serve'],
  serve: [...PATH, ...BESIDE, 'media', 'model', 'net', 'store', 'desk'],
};
const ROOMS = [...PATH, ...BESIDE];

const files = readdirSync(src, { recursive: true, encoding: 'utf8' })
  .filter((path) => /\.tsx?$/u.test(path))
  .map((path) => ({ path, code: readFileSync(join(src, path), 'utf8') }));
const product = files.filter(({ path }) => !/\.test\.tsx?$/u.test(path));

const roomOf = (path: string): string => (path.includes('/') ? (path.split('/')[0] ?? '.') : '.');

/** Every module that a file names: static, type-only, re-exported, dynamic, over several lines. */
const importsOf = (code: string): readonly string[] =>
  [
    ...code.matchAll(
      /(?:^|[\s;}])(?:import|export)\b[^'"`;]*?from\s*['"]([^'"]+)['"]|\bimport\s*\(\s*['"]([^'"]+)['"]|^\s*import\s*['"]([^'"]+)['"]/gmu,
    ),
  ].map((match) => match[1] ?? match[2] ?? match[3] ?? '');

const target = (path: string, name: string): string => relative(src, resolve(dirname(join(src, path)), name));

describe('the house', () => {
  it('sees its own files and their imports', () => {
    expect(product.length).toBeGreaterThan(40);
    expect(product.flatMap(({ code }) => importsOf(code)).length).toBeGreaterThan(100);
    for (const room of PATH)
      expect(
        product.some(({ path }) => roomOf(path) === room),
        room,
      ).toBe(true);
  });

  it('lets rooms look only back along the path, and shells see rooms', () => {
    const broken = product.flatMap(({ path, code }) =>
      importsOf(code)
        .filter((name) => name.startsWith('.'))
        .map((name) => roomOf(target(path, name)))
        .filter((room) => room !== roomOf(path) && !(SEES[roomOf(path)] ?? []).includes(room))
        .map((room) => `${path} imports ${room}`),
    );
    expect(broken).toEqual([]);
  });

  it('keeps clock, chance, network, disk and process out of the rooms', () => {
    const leaks =
      /\bDate\.now\b|\bnew Date\(\s*\)|\bMath\.random\b|\bfetch\(|\bprocess\.|\bBuffer\b|\bsetTimeout\b|\bperformance\./u;
    const broken = product
      .filter(({ path }) => ROOMS.includes(roomOf(path)))
      .flatMap(({ path, code }) => {
        const bare = code.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '');
        const platform = importsOf(code).filter((name) => name.startsWith('node:'));
        const clock =
          path !== 'base/time.ts' && /\bDate\b(?!:)/u.test(bare.replaceAll(/(['"`])(?:\\.|(?!\1)[^\\])*\1/gu, ''))
            ? ['Date']
            : [];
        return [...platform, ...clock, ...(leaks.exec(bare) ?? [])].map((leak) => `${path}: ${leak}`);
      });
    expect(broken).toEqual([]);
  });

  it('has no import cycles', () => {
    const graph = new Map(
      product.map(({ path, code }) => [
        path,
        importsOf(code)
          .filter((name) => name.startsWith('.'))
          .map((name) => target(path, name)),
      ]),
    );
    const done = new Set<string>();
    const cycles: string[] = [];
    const walk = (path: string, trail: readonly string[]): void => {
      if (trail.includes(path)) cycles.push([...trail.slice(trail.indexOf(path)), path].join(' → '));
      if (done.has(path) || trail.includes(path)) return;
      for (const next of graph.get(path) ?? []) walk(next, [...trail, path]);
      done.add(path);
    };
    for (const path of graph.keys()) walk(path, []);
    expect(cycles).toEqual([]);
  });

  it('names files for their one noun or verb, and keeps them to one sitting', () => {
    const data = /locales\//u;
    expect(product.filter(({ path }) => /util|helper|misc|common/iu.test(path)).map(({ path }) => path)).toEqual([]);
    expect(
      product
        .filter(({ path, code }) => !data.test(path) && code.split('\n').length > 400)
        .map(({ path, code }) => `${path}: ${code.split('\n').length} lines`),
    ).toEqual([]);
  });
});
