import { bare } from './bytes.ts';
import { type Fault, Flaw } from './flaw.ts';
import { type Budget, glimpseOf, isGzip, isKnownMake, readMember, unpackAll } from './gzip.ts';
import { isWarc } from './warc-head.ts';
import { recordAt, recordFault, type WarcRecord } from './warc-record.ts';

export type { DigestCheck, WarcRecord } from './warc-record.ts';

/** A WARC file. A strict reading has no faults: it throws at the first. */
export interface Warc {
  /** Of the first record. */
  readonly version: '1.0' | '1.1';
  readonly gzip: boolean;
  readonly records: readonly WarcRecord[];
  readonly faults: readonly Fault[];
}

/** What a WARC may cost, and whether its faults end the reading. */
export interface WarcLimits {
  /** Bytes of all records together, unpacked. */
  readonly total: number;
  /** Unpacked bytes for each byte of the file, above 16 MiB. */
  readonly ratio: number;
  readonly records: number;
  /** Keep every record that can be read, and tell the faults instead of throwing. */
  readonly lenient: boolean;
}

const LIMITS: WarcLimits = { total: 2 ** 30, ratio: 200, records: 1_000_000, lenient: false };
const FLOOR = 16 * 2 ** 20;
const MOST_FAULTS = 1000;
/** What a look at a place that may be the start of a member counts for, in bytes. */
const LOOK = 16_384;

/**
 * Reads a WARC file, packed record by record or not at all. Strict: every byte belongs to a record, each record is whole
 * and ends as it should, its mandatory fields are there once, and its digests hold. Throws a `Flaw`; with `lenient`, for
 * archives that others wrote, goes on at the next record and tells what was wrong.
 */
export function readWarc(file: Uint8Array, limits: Partial<WarcLimits> = {}): Warc {
  const bytes = bare(file);
  const { total, ratio, records: most, lenient } = { ...LIMITS, ...limits };
  const gzip = isGzip(bytes);
  refuseOthers(bytes, gzip);
  const budget = { left: Math.min(total, Math.max(FLOOR, bytes.length * ratio)) };
  const records: WarcRecord[] = [];
  const faults: Fault[] = [];
  const seen: Seen = { ids: new Set(), make: null };
  for (let at = 0; at < bytes.length; ) {
    const step = gzip ? packedStep(bytes, at, budget) : plainStep(bytes, at, budget);
    const found = [...step.faults, ...strangers(step, at, seen)];
    records.push(...step.records);
    const isFull = records.length > most || faults.length > MOST_FAULTS;
    if (isFull)
      found.push(new Flaw('too-large', 'the file has too many records, or too many faults', at, bytes.length));
    for (const { code, what, start, end } of found) {
      if (!lenient) throw new Flaw(code, what, start, end);
      faults.push({ code, what, start, end });
    }
    if (isFull) break;
    at = step.next;
  }
  if (gzip && faults.length > 0) return rejoined(bytes, budget, { records, faults });
  return warcOf(gzip, records, faults);
}

function warcOf(gzip: boolean, records: readonly WarcRecord[], faults: readonly Fault[]): Warc {
  const [record] = records;
  const [fault] = faults;
  if (record) return { version: record.version, gzip, records, faults };
  throw new Flaw(
    fault?.code ?? 'malformed',
    fault?.what ?? 'the file has no record',
    fault?.start ?? 0,
    fault?.end ?? 0,
  );
}

/** What of earlier records a later one is held to. */
interface Seen {
  readonly ids: Set<string>;
  make: string | null;
}

function strangers({ records, make, next }: Step, at: number, seen: Seen): readonly Fault[] {
  const faults: Fault[] = [];
  for (const record of records) {
    if (seen.ids.has(record.id)) faults.push(recordFault('two records have the same id', record));
    seen.ids.add(record.id);
  }
  if (make !== null && make !== (seen.make ?? make)) {
    // No checksum covers these bytes; what one program wrote, it wrote alike everywhere.
    const what = 'the header of a gzip member is unlike that of the first: altered, or from another file';
    faults.push({ code: 'malformed', what, start: at, end: next });
  }
  seen.make ??= make;
  return faults;
}

/**
 * Some programs packed the file as a whole, or in pieces that are no records: once that is told, the pieces are joined
 * and read as one, if more can be read so. A record stands where the members stand that it came from.
 */
function rejoined(bytes: Uint8Array, budget: Budget, first: Pick<Warc, 'records' | 'faults'>): Warc {
  try {
    const whole = unpackAll(bytes, budget);
    const { records, faults } = readWarc(whole.bytes, { lenient: true });
    if (records.length <= first.records.length) return warcOf(true, first.records, first.faults);
    const moved = <T extends { start: number; end: number }>(thing: T): T => {
      const start = whole.members.find(({ to }) => to > thing.start)?.start ?? 0;
      const end = whole.members.find(({ to }) => to >= thing.end)?.end ?? bytes.length;
      return { ...thing, start, end };
    };
    return warcOf(true, records.map(moved), [...first.faults, ...faults.map(moved)]);
  } catch (error) {
    if (error instanceof Flaw) return warcOf(true, first.records, first.faults);
    throw error;
  }
}

/** What was read from one place, and where to go on. */
interface Step {
  readonly records: readonly WarcRecord[];
  readonly faults: readonly Fault[];
  readonly next: number;
  /** How the gzip member was made; `null` where there is none. */
  readonly make: string | null;
}

function refuseOthers(bytes: Uint8Array, gzip: boolean): void {
  if (bytes.length === 0) throw new Flaw('malformed', 'the file is empty, not a WARC', 0);
  const first = gzip ? glimpseOf(bytes, 0, 16) : bytes.subarray(0, 16);
  const words = String.fromCharCode(...(first ?? []));
  if (words.startsWith('filedesc://')) {
    throw new Flaw('malformed', 'this is an ARC file, the format before WARC: convert it with `warcio recompress`', 0);
  }
  if (bytes[0] === 0x28 && bytes[1] === 0xb5 && bytes[2] === 0x2f && bytes[3] === 0xfd) {
    throw new Flaw('malformed', 'this WARC is packed with Zstandard: unpack it with `zstd -d`', 0);
  }
}

function plainStep(bytes: Uint8Array, at: number, budget: Budget): Step {
  try {
    const { record, faults } = recordAt(bytes, at, budget);
    return { records: [record], faults, next: record.end, make: null };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return lost(error, nextPlain(bytes, at + 1));
  }
}

function packedStep(bytes: Uint8Array, at: number, budget: Budget): Step {
  try {
    const member = readMember(bytes, at, budget);
    if (!isKnownMake(bytes, at)) {
      throw new Flaw('malformed', 'the header of a gzip member says what no program writes', at, at + 10);
    }
    return { ...recordsIn(member.bytes, at, member.end, budget), next: member.end, make: member.make };
  } catch (error) {
    if (!(error instanceof Flaw)) throw error;
    return lost(error, nextPacked(bytes, at + 1, budget));
  }
}

/** Nothing could be read up to `next`. */
function lost({ code, what, start, end }: Flaw, next: number): Step {
  return { records: [], faults: [{ code, what, start, end: Math.max(end, next) }], next, make: null };
}

/** The one record of a member; more than one is a fault, and all are kept. Places are those of the member. */
function recordsIn(unpacked: Uint8Array, start: number, end: number, budget: Budget): Pick<Step, 'records' | 'faults'> {
  const records: WarcRecord[] = [];
  const faults: Fault[] = [];
  for (let at = 0; at < unpacked.length || records.length === 0; ) {
    const step = plainStep(unpacked, at, budget);
    if (at > 0 && records.length === 1) {
      faults.push({ code: 'malformed', what: 'a gzip member holds more than one record', start, end });
    }
    faults.push(...step.faults.map(({ code, what }) => ({ code, what, start, end })));
    records.push(...step.records.map((record) => ({ ...record, start, end })));
    if (step.records.length === 0) break;
    at = step.next;
  }
  return { records, faults };
}

/** Where the next record could start after a broken one: a version line at the start of a line. */
function nextPlain(bytes: Uint8Array, from: number): number {
  for (let at = from; ; ) {
    const found = bytes.indexOf(0x57, at);
    if (found < 0) return bytes.length;
    if (isWarc(bytes, found) && bytes[found - 1] === 10) return found;
    at = found + 1;
  }
}

/** Where the next member could start after a broken one: its data begin like a record. Looking uses up the budget. */
function nextPacked(bytes: Uint8Array, from: number, budget: Budget): number {
  for (let at = from; budget.left > 0; ) {
    const found = bytes.indexOf(0x1f, at);
    if (found < 0) return bytes.length;
    if (isGzip(bytes, found) && isKnownMake(bytes, found)) {
      budget.left -= LOOK;
      const first = glimpseOf(bytes, found, 5);
      if (first && isWarc(first)) return found;
    }
    at = found + 1;
  }
  return bytes.length;
}
