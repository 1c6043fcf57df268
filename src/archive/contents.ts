import { HearsayError } from '../base/error.ts';
import { isWarcStart, isZipStart } from './archive-start.ts';
import { type Check, failed, type Place } from './check.ts';
import { capturesIn, type PlacedRecord } from './contents-warc.ts';
import { whyLeft } from './evidence-kinds.ts';
import { type Contents, type Damage, type Found, type Left, PLAIN_READING, type Reading } from './found.ts';
import type { Budget } from './gzip.ts';
import { isComplete, readableWarc } from './readable-warc.ts';
import { type Salvaged, salvage } from './salvage.ts';
import { readWacz, type Wacz } from './wacz.ts';
import type { Signature } from './wacz-signature.ts';
import { readWarc, type Warc } from './warc.ts';
import { readZip, type Zip } from './zip.ts';

export { isArchiveStart } from './archive-start.ts';

/** How far archives in archives are opened: an archive in an archive, and no further. */
const DEEPEST = 2;
const FLOOR = 64 * 2 ** 20;
const RATIO = 200;
const MOST = 2 ** 30;

/**
 * What an archive holds as items: a WARC, a WACZ, or a plain zip of documents. `null` where the bytes are none of these
 * (a document that happens to be a zip, like DOCX, is no archive). A damaged one gives what can still be read.
 */
export function contentsOf(bytes: Uint8Array, name: string, reading: Reading = PLAIN_READING): Contents | null {
  const budget = { left: Math.min(MOST, Math.max(FLOOR, bytes.length * RATIO)) };
  return opened(bytes, name, { reading, budget, depth: 1 });
}

interface Spot {
  readonly reading: Reading;
  /** What may still be unfolded, by all archives in it together. */
  readonly budget: Budget;
  readonly depth: number;
}

type Held = Pick<Contents, 'found' | 'left'>;

function opened(bytes: Uint8Array, name: string, spot: Spot): Contents | null {
  if (isWarcStart(bytes, name)) return warcContents(bytes, name, spot);
  if (!isZipStart(bytes)) return null;
  try {
    const zip = readZip(bytes, { total: spot.budget.left });
    const names = zip.entries.map((entry) => entry.name);
    if (isDocument(names)) return null;
    spot.budget.left -= zip.entries.reduce((sum, { size }) => sum + size, 0);
    return names.includes('datapackage.json') ? waczContents(bytes, name, spot) : zipContents(zip, name, spot);
  } catch (cause) {
    if (!(cause instanceof HearsayError)) throw cause;
    return salvagedContents(bytes, name, spot, cause);
  }
}

/** Documents, books and programs are zips too (ECMA-376, OpenDocument, EPUB, Java). */
const isDocument = (names: readonly string[]): boolean =>
  names.some((name) => name === '[Content_Types].xml' || name === 'mimetype' || name === 'META-INF/MANIFEST.MF');

/** Strictly, and only where that fails as far as it goes. */
function warcContents(bytes: Uint8Array, name: string, spot: Spot): Contents {
  const { warc, fault } = warcOf(bytes, spot);
  const isWhole = fault === null || isComplete(warc, bytes.length);
  spot.budget.left -= warc.records.reduce((sum, { block }) => sum + block.length, 0);
  return {
    ...{ kind: 'warc', ...expanded(capturesIn(placed(warc, 0), name, spot.reading), spot) },
    damage: isWhole ? null : { code: fault.code, message: fault.message },
    checks: fault && isWhole ? [failed('warc form', fault.message)] : [],
    signatures: [],
  };
}

function warcOf(bytes: Uint8Array, { budget }: Spot): { warc: Warc; fault: HearsayError | null } {
  const total = budget.left;
  try {
    return { warc: readWarc(bytes, { total }), fault: null };
  } catch (fault) {
    if (!(fault instanceof HearsayError)) throw fault;
    return { warc: readableWarc(bytes, total), fault };
  }
}

const placed = ({ records }: Warc, base: number | Place): readonly PlacedRecord[] =>
  records.map((record) =>
    typeof base === 'number'
      ? { record, start: base + record.start, end: base + record.end }
      : { record, start: base.start, end: base.end },
  );

function waczContents(bytes: Uint8Array, name: string, spot: Spot): Contents {
  const wacz = readWacz(bytes);
  const checks = allChecks(wacz);
  return {
    kind: 'wacz',
    ...expanded(capturedIn(wacz, name, spot), spot),
    damage: damageOf(checks),
    checks,
    signatures: signaturesOf(wacz),
  };
}

function capturedIn(wacz: Wacz, name: string, spot: Spot): Held {
  const records = wacz.warcs.flatMap(({ warc, place, start }) => placed(warc, start ?? place));
  const own = capturesIn(records, name, spot.reading);
  const within = wacz.members.map(({ path, wacz: member }) => capturedIn(member, `${name}/${path}`, spot));
  return {
    found: [...own.found, ...within.flatMap(({ found }) => found)],
    left: [...own.left, ...within.flatMap(({ left }) => left)],
  };
}

const allChecks = (wacz: Wacz): readonly Check[] => [
  ...wacz.checks,
  ...wacz.members.flatMap(({ wacz: member }) => allChecks(member)),
];

const signaturesOf = (wacz: Wacz): readonly Signature[] => [
  ...(wacz.signature ? [wacz.signature] : []),
  ...wacz.members.flatMap(({ wacz: member }) => signaturesOf(member)),
];

/** Failed checks that mean changed or missing bytes; others are another program's way of writing. */
const GRAVE = ['manifest', 'manifest digest', 'zip form', 'file', 'unlisted', 'warc', 'member'];

function damageOf(checks: readonly Check[]): Damage | null {
  const [first, ...more] = checks.filter(({ check, result }) => result === 'failed' && GRAVE.includes(check));
  if (!first) return null;
  const others = more.length > 0 ? `; ${more.length} more checks failed` : '';
  const remedy = first.detail.includes(';') ? '' : '; the archive was altered or damaged: get it again';
  return { code: 'damaged', message: `${first.detail}${remedy}${others}` };
}

function zipContents(zip: Zip, name: string, spot: Spot): Contents {
  const files = zip.entries.filter((entry) => !entry.name.endsWith('/'));
  const { found, left } = sorted(
    files.map((entry) => ({
      name: entry.name,
      bytes: zip.content(entry),
      isWhole: true,
      start: entry.start,
      end: entry.end,
    })),
    name,
    spot,
  );
  return { kind: 'zip', ...expanded({ found, left }, spot), damage: null, checks: [], signatures: [] };
}

/** Files that systems leave in zips without being asked. */
const LEAVINGS = /(?:^|\/)(?:__MACOSX\/|Thumbs\.db$|desktop\.ini$|\.[^/]+$)/iu;

/** Only what is surely no document goes by its name; all else is looked at when it is read. */
const BY_NAME: Readonly<Record<string, string>> = {
  ...{ css: 'text/css', js: 'text/javascript', woff: 'font/woff', woff2: 'font/woff2', ttf: 'font/ttf' },
  ico: 'image/x-icon',
};

/** A script goes where it holds posts: account archives of X are scripts that assign one value. */
function sorted(files: readonly Salvaged[], name: string, { reading }: Spot): Held {
  const found: Found[] = [];
  const left: Left[] = [];
  for (const { name: path, bytes, isWhole, start, end } of files) {
    const known = BY_NAME[/\.([a-z0-9]{2,5})$/iu.exec(path)?.[1]?.toLowerCase() ?? ''];
    const mediaType = known ?? 'application/octet-stream';
    const of = { url: path, mediaType, bytes, isResponse: false, wanted: null };
    const isText = !known || (known === 'text/javascript' && reading.isPosts(bytes));
    const why = !isWhole
      ? 'altered or cut off'
      : LEAVINGS.test(path)
        ? 'left by a system'
        : isText
          ? null
          : whyLeft(of, reading);
    if (why !== null) left.push({ url: path, why, to: null, start, end });
    else found.push({ name: `${name}/${path}`, url: null, captured: null, mediaType, bytes, start, end });
  }
  return { found, left };
}

/** Archives among what was found give way to what they hold. What lies in them has the place of the outermost one. */
function expanded(held: Held, spot: Spot): Held {
  if (spot.depth >= DEEPEST) return held;
  const found: Found[] = [];
  const left: Left[] = [...held.left];
  for (const one of held.found) {
    const inside = opened(one.bytes, one.name, { ...spot, depth: spot.depth + 1 });
    const place = { start: one.start, end: one.end };
    if (!inside || inside.damage) found.push(one);
    if (!inside) continue;
    found.push(...inside.found.map((inner) => ({ ...inner, captured: inner.captured ?? one.captured, ...place })));
    left.push(...inside.left.map((inner) => ({ ...inner, ...place })));
  }
  return { found, left };
}

/** What can still be read of a zip that is not sound; the records of a WACZ have digests of their own. */
function salvagedContents(bytes: Uint8Array, name: string, spot: Spot, cause: HearsayError): Contents | null {
  const damage = { code: cause.code, message: cause.message };
  const files = cause.code === 'too-large' ? [] : salvage(bytes);
  if (isDocument(files.map((file) => file.name))) return null;
  const isWacz = files.some((file) => file.name === 'datapackage.json');
  const archives = files.filter((file) => isWacz && file.name.startsWith('archive/'));
  const records = archives.flatMap((file) => placed(readableWarc(file.bytes, spot.budget.left), file));
  const held = isWacz ? capturesIn(records, name, spot.reading) : sorted(files, name, spot);
  return { kind: isWacz ? 'wacz' : 'zip', ...expanded(held, spot), damage, checks: [], signatures: [] };
}
