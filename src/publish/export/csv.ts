import type { Edition } from '../edition.ts';
import { wellFormed } from './well-formed.ts';

type Cell = string | number | boolean | null;

/**
 * The edition for spreadsheets: RFC 4180, in UTF-8 with a byte order mark, without which Excel shows Chinese as
 * gibberish. A cell that a spreadsheet would take for a formula begins with an apostrophe (OWASP, CSV Injection).
 */
export function csvFiles(edition: Edition): readonly { readonly path: string; readonly text: string }[] {
  return [
    { path: 'claims.csv', text: table(claims(edition)) },
    { path: 'items.csv', text: table(items(edition)) },
    { path: 'statements.csv', text: table(statements(edition)) },
  ];
}

function claims({ dossier }: Edition): readonly (readonly Cell[])[] {
  const rows = dossier.claims.map(({ id, statement, statements, standing }) => [
    ...[id, statement, standing.label, standing.since, standing.for.rank, standing.for.origins.length],
    ...[standing.against.rank, standing.against.origins.length, statements.length, standing.flags.join(' ')],
  ]);
  const head = 'claim,wording,standing,since,rank for,origins for,rank against,origins against,statements,flags';
  return [head.split(','), ...rows];
}

function items({ dossier }: Edition): readonly (readonly Cell[])[] {
  const rows = dossier.items.map((one) => [
    ...[one.id, one.file, one.title, one.publisher, one.author, one.published, one.captured],
    ...[one.url, one.mediaType, one.language, one.digest, one.unreadable?.code ?? null],
  ]);
  const head = 'item,file,title,publisher,author,published,captured,url,media type,language,digest,unreadable';
  return [head.split(','), ...rows];
}

function statements({ dossier }: Edition): readonly (readonly Cell[])[] {
  const rows = dossier.statements.map((one) => [
    ...[one.id, one.claim, one.item, one.at, one.quote, one.source.name, one.source.kind],
    ...[one.class, one.polarity, one.hedged, one.carrier, one.cue?.quote ?? null, one.by],
  ]);
  const head = 'statement,claim,item,at,words,source,kind of source,class,polarity,hedged,own voice,cue,read by';
  return [head.split(','), ...rows];
}

const table = (rows: readonly (readonly Cell[])[]): string =>
  `\ufeff${rows.map((row) => row.map(cell).join(',')).join('\r\n')}\r\n`;

/** What makes a spreadsheet calculate, at the start of a cell or after spaces; full-width signs too. */
const FORMULA = /^[\s\ufeff]*[=+\-@\uff1d\uff0b\uff0d\uff20]|^[\t\r\n]/u;

function cell(value: Cell): string {
  if (typeof value !== 'string') return value === null ? '' : String(value);
  const words = wellFormed(value).replaceAll(/[^\P{Cc}\t\n\r]/gu, '');
  const harmless = FORMULA.test(words) ? `'${words}` : words;
  return /[",\r\n]/u.test(harmless) ? `"${harmless.replaceAll('"', '""')}"` : harmless;
}
