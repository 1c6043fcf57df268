import { fromBase64, toBase64 } from '../base/base64.ts';
import { canonicalJson } from '../base/canonical-json.ts';
import { HearsayError } from '../base/error.ts';
import type { Hash } from '../log/index.ts';
import { type Disclosure, type Opened, openDisclosed } from '../record/disclosure.ts';

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

/** `seal/record.json`, read: every event follows from what is shown of it; proofs are still to be checked. */
export interface PublicRecord {
  readonly events: readonly (Opened & { readonly proof: readonly Hash[] })[];
  readonly consistency: readonly Grown[];
}

const FORMAT = 'hearsay/record/1';
const MOST_BYTES = 512 * 1024 * 1024;
const MOST_EVENTS = 1_000_000;
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

/** Reads `seal/record.json` strictly. Throws HearsayError `malformed`, `damaged` or `too-large`, saying where. */
export function parseRecord(text: string): PublicRecord {
  if (text.length > MOST_BYTES)
    throw new HearsayError('too-large', 'seal/record.json: longer than any record; get it again');
  const { events, consistency } = whole(text);
  let last = -1;
  const opened = events.map((one, at) => {
    const { proof, ...rest } = record(one, 'head,hidden,proof,shown', `event ${at + 1} of the list`);
    const event = openDisclosed(rest);
    if (event.head.seq <= last) throw malformed(`event ${event.head.seq} does not stand in its order`);
    last = event.head.seq;
    return { ...event, proof: hashes(proof, `event ${last}`) };
  });
  let size = 0;
  const grown = consistency.map((one, at) => {
    const { proof, size: from } = record(one, 'proof,size', `proof ${at + 1} of consistency`);
    if (!Number.isSafeInteger(from) || Number(from) <= size) throw malformed('the sizes of consistency do not ascend');
    size = Number(from);
    return { size, proof: hashes(proof, `the proof from ${size}`) };
  });
  return { events: opened, consistency: grown };
}

function whole(text: string): { events: readonly unknown[]; consistency: readonly unknown[] } {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    throw malformed('it is no JSON');
  }
  if (depthOf(value) > DEEPEST || `${canonicalJson(value)}\n` !== text)
    throw malformed('it is not written canonically');
  const { format, events, consistency } = record(value, 'consistency,events,format', 'it');
  if (format !== FORMAT) throw malformed(`its format is not ${FORMAT}`);
  if (!Array.isArray(events) || !Array.isArray(consistency)) throw malformed('events and consistency must be lists');
  if (events.length + consistency.length > MOST_EVENTS) throw malformed('it holds more events than any record');
  return { events, consistency };
}

/** How deep a value is nested, without recursion: hostile JSON nests deeper than a stack. */
function depthOf(value: unknown): number {
  let level: readonly unknown[] = [value];
  let depth = 0;
  while (level.length > 0 && depth <= DEEPEST) {
    level = level.flatMap((one) => (one !== null && typeof one === 'object' ? Object.values(one) : []));
    depth++;
  }
  return depth;
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

const malformed = (what: string): HearsayError =>
  new HearsayError('malformed', `seal/record.json: ${what}; get the record again`);
