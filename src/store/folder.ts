import type { Stats } from 'node:fs';
import { open, readdir, readFile, realpath, stat } from 'node:fs/promises';
import { basename, join, relative, resolve, sep } from 'node:path';
import { isArchiveStart } from '../archive/archive-start.ts';
import { HearsayError } from '../base/error.ts';
import { decode } from '../capture/decode.ts';
import { bareFacts, type Facts } from '../capture/facts.ts';
import type { Unpacked } from './archive-sources.ts';
import { parseSheet } from './sheet.ts';
import type { Source } from './source.ts';

export type { Source } from './source.ts';

/** How much is read at most. A file beyond is an item with a reason, never half a reading. */
export interface Limits {
  readonly bytes: number;
}

/** Most piles hold no archive, and what reads them is large. */
const archives = () => import('./archive-sources.ts');

const LIMITS: Limits = { bytes: 256 * 1024 * 1024 };
const TEXT_EXTENSION = /\.(?:txt|md|markdown|html?|xhtml|json|jsonl|ndjson|csv|tsv|xml|eml|log)$/i;
const TEXT_SHARE = 50 / 256;

/**
 * Every file below the paths, in plain code-unit order of their names, with what the sheets say of them. An archive gives
 * way to what it holds, unless archives are to be kept whole.
 */
export async function gather(
  paths: string[],
  limits: Limits = LIMITS,
  archives: 'opened' | 'whole' = 'opened',
): Promise<{ sources: Source[]; warnings: string[] }> {
  const sources: Source[] = [];
  const warnings: string[] = [];
  for (const path of paths) {
    const about = await statOf(path);
    if (about.isDirectory()) await gatherFolder(path, { limits, archives }, sources, warnings);
    else {
      const source = sourceOf(bareFacts(basename(path)), path, about, limits);
      // A pipe can be read but once, so it is not looked into first.
      const unpacked = about.isFile() && archives === 'opened' ? await unpackedFrom(source, path, new Map()) : null;
      sources.push(...(unpacked?.sources ?? [source]));
      warnings.push(...(unpacked?.warnings ?? []));
    }
  }
  if (sources.length === 0) {
    throw new HearsayError(
      'empty',
      `${paths.join(', ') || 'no path'}: no files there; name a file or a folder that holds some`,
    );
  }
  return { sources: distinct(sources), warnings };
}

async function statOf(path: string): Promise<Stats> {
  try {
    return await stat(path);
  } catch (cause) {
    if (codeOf(cause) === 'EACCES' || codeOf(cause) === 'EPERM') {
      throw new HearsayError('not-permitted', `${path}: no permission to open it; change its permissions`, { cause });
    }
    if (codeOf(cause) === 'ELOOP') {
      throw new HearsayError('not-found', `${path}: a link that leads back to itself; name the file itself`, { cause });
    }
    throw new HearsayError('not-found', `${path}: no such file or folder; check the path`, { cause });
  }
}

/** With a sheet, its rows come first to say what a file is; files that it doesn't list are evidence all the same. */
async function gatherFolder(
  folder: string,
  { limits, archives }: { readonly limits: Limits; readonly archives: 'opened' | 'whole' },
  sources: Source[],
  warnings: string[],
): Promise<void> {
  const names = await namesIn(folder);
  if (names.includes('journal') && names.includes('hearsay.json'))
    throw new HearsayError(
      'usage',
      `${folder} is a case, not a folder of evidence; \`hearsay show ${folder}\` reads it`,
    );
  const hasSheet = names.includes('index.csv');
  const items = join(folder, 'items');
  const isCase = hasSheet && names.includes('items') && (await statOf(items)).isDirectory();
  const base = isCase ? items : folder;
  const prefix = isCase ? 'items/' : '';
  const rows = new Map<string, Facts>();
  if (hasSheet) {
    const sheet = parseSheet(await sheetText(join(folder, 'index.csv')), join(folder, 'index.csv'));
    for (const row of sheet.rows) rows.set(isCase ? row.file.replace(/^items\//, '') : row.file, row);
    warnings.push(...sheet.warnings);
  }
  const found = new Map(await walk(base, hasSheet && !isCase));
  const named = new Map([...rows].map(([file, row]) => [`${prefix}${file}`, row]));
  const inside = new Set<string>();
  for (const file of [...new Set([...found.keys(), ...rows.keys()])].sort(byUnit)) {
    const facts = { ...(rows.get(file) ?? bareFacts(file)), file: `${prefix}${file}` };
    const entry = found.get(file);
    const source = entry ? sourceOf(facts, entry.path, entry.about, limits) : absent(facts);
    const unpacked = entry && archives === 'opened' ? await unpackedFrom(source, entry.path, named) : null;
    for (const one of unpacked?.sources ?? []) inside.add(one.facts.file);
    if (entry || !inside.has(facts.file)) sources.push(...(unpacked?.sources ?? [source]));
    warnings.push(...(unpacked?.warnings ?? []));
  }
}

/** What an archive holds; `null` where the file is none, or can't be read. Only the start of other files is read. */
async function unpackedFrom(
  { facts, refused, read }: Source,
  path: string,
  rows: ReadonlyMap<string, Facts>,
): Promise<Unpacked | null> {
  if (refused) return null;
  try {
    if (!isArchiveStart(await startOf(path), path)) return null;
    return await (await archives()).unpack(await read(), facts, rows);
  } catch (cause) {
    if (codeOf(cause) !== null) return null;
    throw cause;
  }
}

/** The first bytes of a file: enough to tell what it is. */
export async function startOf(path: string): Promise<Uint8Array> {
  const file = await open(path);
  try {
    const { buffer, bytesRead } = await file.read(new Uint8Array(512), 0, 512, 0);
    return buffer.subarray(0, bytesRead);
  } finally {
    await file.close();
  }
}

async function sheetText(path: string): Promise<string> {
  let bytes: Uint8Array;
  try {
    bytes = new Uint8Array(await readFile(path));
  } catch (cause) {
    throw new HearsayError('not-permitted', `${path} could not be read; check its permissions`, { cause });
  }
  // Spreadsheet programs save CSV in the encoding of the country: read as any other text is.
  const decoded = bytes.length === 0 ? null : decode(bytes);
  if (decoded) return decoded.text;
  throw new HearsayError('bad-index', `${path} is empty or no text; save it again as UTF-8 CSV`);
}

interface Entry {
  readonly path: string;
  /** `null` where it can't even be looked at: a dead link or a forbidden folder. */
  readonly about: Stats | null;
}

/** Files below a folder by their path in it. Hidden ones and links that lead out of it or round in a circle are left. */
async function walk(base: string, leaveSheet: boolean): Promise<[string, Entry][]> {
  const root = await realpath(base);
  const found: [string, Entry][] = [];
  const open: { folder: string; above: readonly string[] }[] = [{ folder: base, above: [] }];
  for (let next = open.pop(); next; next = open.pop()) {
    const here = await realpath(next.folder);
    if (next.above.includes(here)) continue;
    let names: string[];
    try {
      names = await namesIn(next.folder);
    } catch {
      found.push([slashed(relative(base, next.folder)), { path: next.folder, about: null }]);
      continue;
    }
    for (const name of names) {
      if (name.startsWith('.') || (leaveSheet && next.folder === base && name === 'index.csv')) continue;
      const path = join(next.folder, name);
      const about = await stat(path).catch(() => null);
      const target = about ? await realpath(path) : resolve(root);
      if (target !== root && !target.startsWith(root + sep)) continue;
      if (about?.isDirectory()) open.push({ folder: path, above: [...next.above, here] });
      else if (!about || about.isFile()) found.push([slashed(relative(base, path)), { path, about }]);
    }
  }
  return found;
}

async function namesIn(folder: string): Promise<string[]> {
  try {
    return (await readdir(folder)).sort(byUnit);
  } catch (cause) {
    throw new HearsayError('not-permitted', `${folder}: no permission to list it; change its permissions`, { cause });
  }
}

function sourceOf(facts: Facts, path: string, about: Stats | null, limits: Limits): Source {
  const size = about?.size ?? 0;
  const most = TEXT_EXTENSION.test(path) ? Math.floor(limits.bytes * TEXT_SHARE) : limits.bytes;
  const refused = !about
    ? {
        code: 'not-permitted' as const,
        message: `${facts.file} can't be opened; check its permissions or where it links to`,
      }
    : size > most
      ? {
          code: 'too-large' as const,
          message: `${facts.file} has ${size} bytes, the limit is ${most}; split it or keep the part that matters`,
        }
      : null;
  return { facts, size, refused, read: async () => new Uint8Array(await readFile(path)) };
}

const absent = (facts: Facts): Source => ({
  facts,
  size: 0,
  refused: {
    code: 'not-found',
    message: `${facts.file} is listed in index.csv but not there; add the file or remove its row`,
  },
  read: async () => new Uint8Array(),
});

/** Two sources never share a name: the second `a.txt` becomes `a.txt#2`. */
function distinct(sources: readonly Source[]): Source[] {
  const taken = new Set<string>();
  return sources.map((source) => {
    let file = source.facts.file;
    for (let n = 2; taken.has(file); n++) file = `${source.facts.file}#${n}`;
    taken.add(file);
    return file === source.facts.file ? source : { ...source, facts: { ...source.facts, file } };
  });
}

const slashed = (path: string): string => (sep === '/' ? path : path.split(sep).join('/'));
const byUnit = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
const codeOf = (cause: unknown): unknown => (cause instanceof Error && 'code' in cause ? cause.code : null);
