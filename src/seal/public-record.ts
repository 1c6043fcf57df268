import { utf8ToBytes } from '@noble/hashes/utils.js';
import { fromBase64, toBase64 } from '../base/base64.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { HearsayError } from '../base/error.ts';
import type { Hash } from '../log/index.ts';
import { type Disclosure, type Opened, openDisclosed } from '../record/disclosure.ts';
import { PlacedError } from './placed-error.ts';

/** An event that is disclosed, with the proof that the log holds it. */
export interface Proven {
  readonly disclosure: Disclosure;
  readonly proof: readonly Hash[];
}

/** That the log grew from a size: nothing before was changed. */
export interface Grown {
  readonly size: number;
  readonly proof: readonly Hash[];
}

/** A disclosed event, and where it stands in `seal/record.json`: bytes, half-open. */
export interface PublicEvent extends Opened {
  readonly proof: readonly Hash[];
  readonly start: number;
  readonly end: number;
}

/** `seal/record.json`, read: every event follows from what is shown of it; proofs are still to be checked. */
export interface PublicRecord {
  readonly events: readonly PublicEvent[];
  readonly consistency: readonly Grown[];
}

const FORMAT = 'hearsay/record/1';
const MOST_LETTERS = 128 * 1024 * 1024;
/** Commas and brackets: what is made of them in memory is many times as large as they are. */
const MOST_PARTS = 4_000_000;
const MOST_EVENTS = 200_000;
/** A path in a tree of 2^53 leaves, both ways. */
const MOST_HASHES = 110;
const DEEPEST = 70;

/** `seal/record.json`, canonical. */
export function formatRecord(events: readonly Proven[], consistency: readonly Grown[]): string {
  const written = {
    consistency: consistency.map(({ size, proof }) => ({ proof: proof.map(toBase64), size })),
    events: events.map(({ disclosure, proof }) => ({ ...disclosure, proof: proof.map(toBase64) })),
    format: FORMAT,
  };
  return `${canonicalJson(written)}\n`;
}

/** Reads `seal/record.json` strictly. Throws PlacedError `malformed`, `damaged` or `too-large`. */
export function parseRecord(text: string): PublicRecord {
  if (text.length > MOST_LETTERS || hasTooManyParts(text))
    throw new PlacedError('too-large', 'it is longer than any record; get it again', 0, 0);
  const { events, consistency } = whole(text);
  let start = sizeOf(`{"consistency":${canonicalJson(consistency)},"events":[`);
  let [last, before] = [-1, start];
  const opened = events.map((one, at): PublicEvent => {
    const end = start + sizeOf(canonicalJson(one));
    const place = { start, end };
    start = end + 1;
    const event = placed(place, () => provenFrom(one, at));
    // Which of two neighbours is out of order can't be told.
    if (event.head.seq <= last)
      throw new PlacedError('malformed', `event ${event.head.seq} does not stand in its order`, before, end);
    [last, before] = [event.head.seq, place.start];
    return { ...event, ...place };
  });
  return { events: opened, consistency: placed(beforeEvents(consistency), () => grownFrom(consistency)) };
}

const provenFrom = (one: unknown, at: number): Opened & { readonly proof: readonly Hash[] } => {
  const { proof, ...rest } = record(one, 'head,hidden,proof,shown', `event ${at + 1} of the list`);
  const event = openDisclosed(rest);
  return { ...event, proof: hashes(proof, `event ${event.head.seq}`) };
};

function grownFrom(consistency: readonly unknown[]): readonly Grown[] {
  let size = 0;
  return consistency.map((one, at) => {
    const { proof, size: from } = record(one, 'proof,size', `proof ${at + 1} of consistency`);
    if (!Number.isSafeInteger(from) || Number(from) <= size) throw malformed('the sizes of consistency do not ascend');
    size = Number(from);
    return { size, proof: hashes(proof, `the proof from ${size}`) };
  });
}

const beforeEvents = (consistency: readonly unknown[]) => ({ start: 0, end: sizeOf(canonicalJson(consistency)) + 15 });

/** Does something with a part of the file; what goes wrong there is said with its place. */
function placed<T>({ start, end }: { start: number; end: number }, work: () => T): T {
  try {
    return work();
  } catch (cause) {
    if (cause instanceof HearsayError) throw new PlacedError(cause.code, cause.message, start, end);
    throw new PlacedError('malformed', 'a part of it can’t be read', start, end);
  }
}

const sizeOf = (text: string): number => utf8ToBytes(text).length;

function whole(text: string): { events: readonly unknown[]; consistency: readonly unknown[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('it is no JSON');
  }
  if (!isPlain(value)) throw malformed('it is nested too deep, or holds a number that is not whole');
  const canonical = `${canonicalJson(value)}\n`;
  if (canonical !== text) throw differently(text, canonical);
  const { format, events, consistency } = record(value, 'consistency,events,format', 'it');
  if (format !== FORMAT) throw malformed(`its format is not ${FORMAT}`);
  if (!Array.isArray(events) || !Array.isArray(consistency)) throw malformed('events and consistency must be lists');
  if (events.length + consistency.length > MOST_EVENTS) throw malformed('it holds more events than any record');
  return { events, consistency };
}

/** Whether every number is whole and exact, and nothing nested too deep; without recursion, for hostile JSON nests deeper than a stack. */
function isPlain(value: unknown): boolean {
  let level: readonly unknown[] = [value];
  for (let depth = 0; level.length > 0; depth++) {
    if (depth > DEEPEST || level.some((one) => typeof one === 'number' && !Number.isSafeInteger(one))) return false;
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? Object.values(one) : []));
  }
  return true;
}

function hasTooManyParts(text: string): boolean {
  let parts = 0;
  for (let at = 0; at < text.length && parts <= MOST_PARTS; at++) {
    const letter = text.charCodeAt(at);
    if (letter === 0x2c || letter === 0x5b || letter === 0x7b) parts++;
  }
  return parts > MOST_PARTS;
}

/** A file that says the same in other letters: between where it first and last leaves the one form. */
function differently(text: string, canonical: string): PlacedError {
  let [start, end, other] = [0, text.length, canonical.length];
  while (start < end && start < other && text[start] === canonical[start]) start++;
  for (; end > start && other > start && text[end - 1] === canonical[other - 1]; other--) end--;
  // A key that changed its place may begin as its neighbour does: from where the pair begins.
  while (start > 0 && text[start - 1] !== ',' && text[start - 1] !== '{') start--;
  const from = sizeOf(text.slice(0, start));
  const to = from + Math.max(1, sizeOf(text.slice(start, end)));
  return new PlacedError('malformed', 'it is not written canonically; get the record again', from, to);
}

function record(value: unknown, keys: string, what: string): Record<string, unknown> {
  const found = value !== null && typeof value === 'object' ? Object.keys(value).sort().join() : '';
  if (found !== keys || Array.isArray(value)) throw malformed(`${what} wants the keys ${keys}, and no others`);
  return value as Record<string, unknown>;
}

function hashes(value: unknown, what: string): readonly Hash[] {
  if (!Array.isArray(value) || value.length > MOST_HASHES) throw malformed(`${what} has no proof`);
  return value.map((one: unknown) => {
    const hash = typeof one === 'string' ? fromBase64(one) : null;
    if (hash?.length !== 32 || toBase64(hash) !== one) throw malformed(`${what} has a hash that is not 32 bytes`);
    return hash;
  });
}

const malformed = (what: string): HearsayError => new HearsayError('malformed', `${what}; get the record again`);
