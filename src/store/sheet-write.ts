import type { Facts } from '../capture/facts.ts';

const COLUMNS = ['file', 'url', 'publisher', 'author', 'published', 'captured', 'lang', 'note'] as const;

/** Facts as the newsroom's sheet (RFC 4180): the inverse of `parseSheet`. */
export const sheetOf = (rows: readonly Facts[]): string =>
  [COLUMNS, ...rows.map((row) => COLUMNS.map((column) => row[column] ?? ''))]
    .map((cells) => `${cells.map(cell).join(',')}\r\n`)
    .join('');

const cell = (text: string): string => (/[",\r\n]/u.test(text) ? `"${text.replaceAll('"', '""')}"` : text);
