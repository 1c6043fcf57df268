import { parse } from 'csv-parse/sync';
import { HearsayError, messageOf } from '../base/error.ts';
import { dayOf, isDay, isInstant } from '../base/time.ts';
import type { Facts } from '../capture/facts.ts';

/** The newsroom's sheet: a row a file, and what in it could not be taken as it stands. */
export interface Sheet {
  readonly rows: readonly Facts[];
  readonly warnings: readonly string[];
}

const COLUMNS = ['file', 'url', 'publisher', 'author', 'published', 'captured', 'lang', 'note'] as const;

/** Reads an `index.csv` (RFC 4180, header row). Wrong columns are refused; a date that is none becomes "not known". */
export function parseSheet(source: string, name: string): Sheet {
  const [header, ...records] = recordsOf(source, name);
  const columns = columnsOf(header ?? [], name);
  const rows: Facts[] = [];
  const warnings: string[] = [];
  const seen = new Set<string>();
  for (const [at, record] of records.entries()) {
    const cell = (column: string): string | null => record[columns.indexOf(column)]?.trim() || null;
    const file = cleanPath(cell('file'));
    const where = `${name} row ${at + 2}`;
    if (!file) {
      if (record.some((one) => one.trim())) warnings.push(`${where}: no usable path in "file"; the row is left out`);
      continue;
    }
    if (seen.has(file)) {
      warnings.push(`${where}: ${file} is listed twice; the first row counts`);
      continue;
    }
    seen.add(file);
    const dated = (column: 'published' | 'captured'): string | null => {
      const text = cell(column);
      if (!text || isDate(text)) return text;
      warnings.push(`${where}: ${column} "${text}" is no ISO 8601 date; taken as not known`);
      return null;
    };
    const [url, publisher, author, lang, note] = ['url', 'publisher', 'author', 'lang', 'note'].map(cell);
    rows.push({
      ...{ file, url: url ?? null, publisher: publisher ?? null, author: author ?? null },
      ...{ published: dated('published'), captured: dated('captured'), lang: lang ?? null, note: note ?? null },
    });
  }
  return { rows, warnings };
}

function recordsOf(source: string, name: string): string[][] {
  try {
    return parse(source, { bom: true, relax_column_count: true, skip_empty_lines: true });
  } catch (cause) {
    const why = messageOf(cause);
    throw new HearsayError('bad-index', `${name} is not a CSV table (${why}); save it again as UTF-8 CSV`, { cause });
  }
}

function columnsOf(header: readonly string[], name: string): readonly string[] {
  const columns = header.map((one) => one.trim().toLowerCase());
  const expected = `expected: ${COLUMNS.join(',')}`;
  const unknown = columns.filter((one) => !COLUMNS.some((known) => known === one));
  if (!columns.includes('file')) {
    throw new HearsayError('bad-index', `${name} has no column "file" (${expected}); add a header row`);
  }
  if (unknown.length > 0) {
    const named = unknown.map((one) => `"${one}"`).join(', ');
    throw new HearsayError('bad-index', `${name} has unknown columns: ${named} (${expected}); rename or remove them`);
  }
  const twice = columns.find((one, at) => columns.indexOf(one) !== at);
  if (twice) throw new HearsayError('bad-index', `${name} has the column "${twice}" twice; keep one`);
  return columns;
}

/** A path below the folder: neither absolute nor out of it, `/` between its parts. */
function cleanPath(path: string | null): string | null {
  const parts = (path ?? '')
    .replaceAll('\\', '/')
    .split('/')
    .filter((part) => part !== '' && part !== '.');
  return parts.length === 0 || parts.includes('..') || /^[a-z]:$/i.test(parts[0] ?? '') ? null : parts.join('/');
}

function isDate(text: string): boolean {
  const day = dayOf(text);
  if (day) return isDay(day) && (isInstant(text) || /^[\d-]{10}(?:T\d{2}(?::\d{2}(?::\d{2})?)?)?$/.test(text));
  return /^\d{4}(?:-(?:0[1-9]|1[0-2]))?$/.test(text);
}
