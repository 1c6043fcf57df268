import { hexToBytes } from '@noble/hashes/utils.js';
import { canonicalJson } from '../base/canonical-json.ts';
import { type Digest, digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { isRecord } from '../base/is-record.ts';
import { commitmentTo, leavesOf, rootCommitment } from './leaves.ts';
import { type Head, headFrom, type Line } from './line.ts';
import { DEEPEST, isPlain } from './plain.ts';

/** An event of which some leaves are shown and the others only committed to. */
export interface Disclosure {
  readonly head: Head;
  readonly shown: Readonly<Record<string, { readonly key: string; readonly value: unknown }>>;
  /** Commitments of the leaves that are not shown, 64 hexadecimal digits each. */
  readonly hidden: Readonly<Record<string, string>>;
}

/** A disclosure whose head follows from it. */
export interface Opened {
  readonly head: Head;
  /** The digest of the head: the log's entry. */
  readonly name: Digest;
  /** What is shown, by pointer. */
  readonly shown: ReadonlyMap<string, unknown>;
}

/** Shows the leaves of an event that may be seen. An event whose body is gone can't be shown: null. */
export function disclose(line: Line, show: (pointer: string, value: unknown) => boolean): Disclosure | null {
  if (line.body === null) return null;
  const shown: [string, { key: string; value: unknown }][] = [];
  const hidden: [string, string][] = [];
  for (const { pointer, value, key, commitment } of leavesOf(line.body)) {
    if (show(pointer, value)) shown.push([pointer, { key, value }]);
    else hidden.push([pointer, commitment]);
  }
  return { head: line.head, shown: Object.fromEntries(shown), hidden: Object.fromEntries(hidden) };
}

const HEX = /^[0-9a-f]{64}$/;
/** A body has `by` and `data`, and `data` is a leaf only where it is empty. */
const POINTER = /^\/(?:by$|data(?:\/|$))/;
const WRONG_ESCAPE = /~(?![01])/;

/**
 * Reads a disclosure strictly. Throws HearsayError `malformed` where it has not the form it must have, `damaged` where
 * the head does not follow from it.
 */
export function openDisclosed(value: unknown): Opened {
  const { head, shown, hidden } = parts(value);
  const read = headFrom(head);
  if (read === null) throw new HearsayError('malformed', 'a disclosed event has no head of the form it must have');
  const commitments: Record<string, string> = Object.create(null);
  const values = new Map<string, unknown>();
  for (const [pointer, leaf] of Object.entries(shown)) {
    commitments[pointer] = openedLeaf(pointer, leaf);
    values.set(pointer, (leaf as { readonly value: unknown }).value);
  }
  for (const [pointer, commitment] of Object.entries(hidden)) {
    if (pointer in commitments) throw misshapen(read, `${quoted(pointer)} is both shown and hidden`);
    if (typeof commitment !== 'string' || !HEX.test(commitment))
      throw misshapen(read, `${quoted(pointer)} has no commitment`);
    commitments[pointer] = commitment;
  }
  checkPointers(read, Object.keys(commitments));
  if (rootCommitment({ ...commitments }) !== read.body)
    throw new HearsayError('damaged', `event ${read.seq} is not what its head is committed to; get the record again`);
  return { head: read, name: digest(canonicalJson(read)), shown: values };
}

function parts(value: unknown): { head: unknown; shown: object; hidden: object } {
  const keys = value !== null && typeof value === 'object' ? Object.keys(value).sort().join() : '';
  if (keys !== 'head,hidden,shown')
    throw new HearsayError('malformed', 'a disclosed event wants the keys head, hidden and shown, and no others');
  const { head, shown, hidden } = value as Record<string, unknown>;
  if (!isRecord(shown) || !isRecord(hidden))
    throw new HearsayError('malformed', 'shown and hidden of a disclosed event must be objects');
  return { head, shown, hidden };
}

function openedLeaf(pointer: string, leaf: unknown): string {
  if (!isRecord(leaf) || Object.keys(leaf).sort().join() !== 'key,value')
    throw new HearsayError('malformed', `${quoted(pointer)} wants a key and a value`);
  const { key, value } = leaf as { key: unknown; value: unknown };
  if (typeof key !== 'string' || !HEX.test(key)) throw new HearsayError('malformed', `${quoted(pointer)} has no key`);
  if (!isLeafAt(pointer, value)) throw new HearsayError('malformed', `${quoted(pointer)} shows what is no leaf there`);
  return commitmentTo(hexToBytes(key), value);
}

/** What may stand there: `by` is text, `data` an object; a value with keys is no leaf, it would be committed to in two ways. */
function isLeafAt(pointer: string, value: unknown): boolean {
  if (pointer === '/by') return typeof value === 'string';
  if (isRecord(value)) return Object.keys(value).length === 0 && segments(pointer) < DEEPEST;
  return pointer !== '/data' && isPlain(value, DEEPEST - segments(pointer));
}

const segments = (pointer: string): number => pointer.split('/', DEEPEST + 2).length - 1;
const quoted = (pointer: string): string => JSON.stringify(pointer.slice(0, 100));

/** Every pointer well formed, and none below another: only then is there one body that has them. */
function checkPointers(head: Head, pointers: readonly string[]): void {
  const known = new Set(pointers);
  if (!known.has('/by') || known.size < 2) throw misshapen(head, 'it has not the leaves that a body has');
  for (const pointer of pointers) {
    if (!POINTER.test(pointer) || WRONG_ESCAPE.test(pointer) || segments(pointer) > DEEPEST)
      throw misshapen(head, `${quoted(pointer)} is no JSON Pointer to a leaf of a body`);
    for (let at = pointer.lastIndexOf('/'); at > 0; at = pointer.lastIndexOf('/', at - 1))
      if (known.has(pointer.slice(0, at))) throw misshapen(head, `${quoted(pointer)} stands below another leaf`);
  }
}

const misshapen = ({ seq }: Head, why: string): HearsayError => new HearsayError('malformed', `event ${seq}: ${why}`);
