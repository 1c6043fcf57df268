import { digest } from '../base/digest.ts';
import { epoch, instantAt } from '../base/time.ts';
import { byBytes, headOf, type Indexed, parseCdxj } from './cdxj.ts';
import { type Check, passed } from './check.ts';
import { Flaw } from './flaw.ts';
import { readMember } from './gzip.ts';
import { parseIdx } from './idx.ts';
import type { PackageFiles } from './package-files.ts';
import type { Warc, WarcRecord } from './warc.ts';

/** The WARCs that an index may point into, by their path in the WACZ. */
type Warcs = readonly { readonly path: string; readonly warc: Warc }[];

/** Records that a line may stand for; an index may leave some out. */
const CAPTURES = ['response', 'resource', 'revisit', 'conversion'];

/** Checks that each index is in order and each of its lines points at the record that it describes. */
export function indexChecks(files: PackageFiles, warcs: Warcs): readonly Check[] {
  const records = new Map(
    warcs.flatMap(({ path, warc }) => warc.records.map((record) => [`${path} ${record.start}`, record] as const)),
  );
  const captures = [...records.values()].filter(({ type }) => CAPTURES.includes(type)).length;
  return files.below('indexes').map((path) => {
    try {
      if (path.endsWith('.idx')) return passed('index', blocksHold(files, path), files.place(path));
      const lines = linesOf(files, path);
      inOrder(lines, path);
      for (const line of lines) pointsAtRecord(files, line, records, path);
      const met = new Set(lines.map(({ filename, offset }) => `${filename} ${offset}`)).size;
      const rest = met < captures ? `; ${captures - met} captures stand in no line` : '';
      return passed('index', `${path}: ${lines.length} lines, each at its record${rest}`, files.place(path));
    } catch (cause) {
      return files.fault('index', path, cause);
    }
  });
}

/** Lines of a plain or packed index. Of a packed one a fault has no place but the file's. */
function linesOf(files: PackageFiles, path: string): readonly Indexed[] {
  const bytes = files.read(path) ?? new Uint8Array();
  if (!path.endsWith('.gz')) return parseCdxj(bytes, path);
  const lines = parseCdxj(unpacked(bytes), path);
  return lines.map((line) => ({ ...line, start: 0, end: bytes.length }));
}

/** Replay looks lines up by halving, so one out of order is never found. Equal lines may stand twice. */
function inOrder(lines: readonly Indexed[], path: string): void {
  for (const [at, line] of lines.entries()) {
    const before = lines[at - 1];
    if (before && byBytes(headOf(before), headOf(line)) > 0)
      throw new Flaw('malformed', `${path}: ${headOf(line)} is out of order`, line.start, line.end);
  }
}

function pointsAtRecord(
  files: PackageFiles,
  line: Indexed,
  records: ReadonlyMap<string, WarcRecord>,
  path: string,
): void {
  const { filename, offset, length, url, timestamp, status, recordDigest } = line;
  const warc = filename.startsWith('archive/') ? filename : `archive/${filename}`;
  const record = records.get(`${warc} ${offset}`);
  const fail = (why: string): Flaw => new Flaw('damaged', `${path}: ${headOf(line)} ${why}`, line.start, line.end);
  if (!record) throw fail(`points at byte ${offset} of ${warc}, where no record begins`);
  // The blank lines that end an uncompressed record are counted by some writers and not by others.
  const whole = record.end - record.start;
  if (length !== whole && length !== whole - 4) throw fail(`says ${length} bytes, its record has ${whole}`);
  if (record.uri !== url) throw fail(`is of ${url}, its record of ${record.uri ?? 'nothing'}`);
  if (!isMoment(timestamp, record.date)) throw fail(`is of ${timestamp}, its record of ${record.date}`);
  const actual = record.http?.status ?? null;
  if (status !== null && actual !== null && status !== actual)
    throw fail(`says status ${status}, its record ${actual}`);
  if (!recordDigest?.startsWith('sha256:')) return;
  const own = digest((files.read(warc) ?? new Uint8Array()).subarray(record.start, record.start + length));
  if (own !== recordDigest) throw fail(`says ${recordDigest}, its record has ${own}`);
}

/** Whether 14 or 17 digits spell that moment, in UTC, as far as they go. */
function isMoment(timestamp: string, date: string): boolean {
  const ms = epoch(date);
  const digits = (text: string): string => text.replaceAll(/\D/gu, '').slice(0, timestamp.length);
  return ms !== null && digits(instantAt(ms)).padEnd(timestamp.length, '0') === timestamp;
}

/** Each block of an `.idx` is a run of whole lines of the packed index, and together they are all of it. */
function blocksHold(files: PackageFiles, path: string): string {
  const { filename, blocks } = parseIdx(files.read(path) ?? new Uint8Array(), path);
  const packed = files.read(`indexes/${filename}`);
  if (!packed) throw new Flaw('malformed', `${path} is for indexes/${filename}, which is not there`, 0);
  let reached = 0;
  for (const { head, offset, length, digest: stated, start, end } of blocks) {
    const fail = (why: string): Flaw => new Flaw('damaged', `${path}: the block of ${head} ${why}`, start, end);
    if (offset !== reached) throw fail(`begins at byte ${offset} of ${filename}, not ${reached}`);
    reached = offset + length;
    if (reached > packed.length) throw fail(`ends beyond ${filename}`);
    const block = packed.subarray(offset, reached);
    if (stated?.startsWith('sha256:') && digest(block) !== stated) throw fail(`has ${digest(block)}, not ${stated}`);
    const [first] = parseCdxj(unpacked(block), filename);
    if (!first || headOf(first) !== head) throw fail(`begins with ${first ? headOf(first) : 'no line'}`);
  }
  if (reached !== packed.length)
    throw new Flaw('damaged', `${path}: its blocks end at byte ${reached} of ${packed.length} of ${filename}`, 0);
  return `${path}: ${blocks.length} blocks of ${filename}`;
}

/** An index may unfold to so many bytes for each of its own; URLs that resemble each other pack well. */
const MOST_FOLD = 400;

/** All gzip members of a packed index. */
function unpacked(bytes: Uint8Array): Uint8Array {
  const budget = { left: Math.max(2 ** 20, Math.min(2 ** 28, bytes.length * MOST_FOLD)) };
  const parts: Uint8Array[] = [];
  for (let at = 0; at < bytes.length; ) {
    const member = readMember(bytes, at, budget);
    parts.push(member.bytes);
    at = member.end;
  }
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0));
  parts.reduce((at, part) => {
    whole.set(part, at);
    return at + part.length;
  }, 0);
  return whole;
}
