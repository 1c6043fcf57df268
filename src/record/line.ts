import { canonicalJson } from '../base/canonical-json.ts';
import { type Digest, digest } from '../base/digest.ts';
import { HearsayError } from '../base/error.ts';
import { isRecord } from '../base/is-record.ts';
import type { Body } from './body.ts';
import { commitmentOf } from './leaves.ts';
import { DEEPEST, isPlain } from './plain.ts';

/** The part of a journal line that stays for ever: what the chain and the log cover. */
export interface Head {
  /** When the event was written: UTC, to the millisecond. */
  readonly at: string;
  /** The commitment to the body, leaf by leaf (`leaves.ts`). */
  readonly body: Digest;
  readonly kind: string;
  /** The digest of the head before. */
  readonly previous: Digest;
  readonly seq: number;
}

/** One line of the journal, read. */
export interface Line {
  readonly head: Head;
  /** The digest of the head: the next line's `previous`, and the log's entry. */
  readonly name: Digest;
  /** `null` where it was erased. */
  readonly body: Body | null;
}

/** No head, and so no chain, comes before the first line. */
export const NO_LINE: Digest = `sha256:${'0'.repeat(64)}`;
/** Bytes of the longest line, its line feed included. */
export const LONGEST_LINE = 4 * 1024 * 1024;

const HEAD =
  /^\{"at":"(\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z)","body":"(sha256:[0-9a-f]{64})","kind":"([a-z]{1,32})","previous":"(sha256:[0-9a-f]{64})","seq":(0|[1-9]\d{0,15})\}/u;
const SALT = /^[0-9a-f]{64}$/;

/** Writes a line: `head body`, without the line feed. The inverse of `parseLine`. */
export function formatLine(
  event: { readonly at: string; readonly kind: string; readonly seq: number; readonly previous: Digest },
  body: Body,
): { readonly text: string; readonly line: Line; readonly bodyAt: number } {
  const written = canonicalJson(body);
  const head: Head = { ...event, body: commitmentOf(body) };
  const top = canonicalJson(head);
  const text = `${top} ${written}`;
  if (text.length > LONGEST_LINE / 4)
    throw new HearsayError(
      'too-large',
      `the event is ${text.length} characters long, the limit is ${LONGEST_LINE / 4}; put long texts into a file and add that`,
    );
  return { text, line: { head, name: digest(top), body }, bodyAt: top.length + 1 };
}

/** A line whose head is sound: its body may be erased (hyphens) or `wrong`, with what is wrong. */
export interface ParsedLine extends Line {
  readonly wrong: string | null;
  /** UTF-16 units, and bytes, before the body: the head is ASCII. */
  readonly bodyAt: number;
}

/**
 * Reads a line strictly: what it gives can be written back byte for byte, or its body is hyphens. Throws `malformed`
 * where the head can't be read; where the line stands is the caller's to say.
 */
export function parseLine(text: string): ParsedLine {
  const match = HEAD.exec(text);
  if (!match || text.charAt(match[0].length) !== ' ')
    throw new HearsayError('malformed', 'the line does not begin with a head and one space');
  const [top, at = '', body = '', kind = '', previous = '', seq = ''] = match;
  const head: Head = { at, kind, body: body as Digest, previous: previous as Digest, seq: Number(seq) };
  const line = { head, name: digest(top), bodyAt: top.length + 1, body: null, wrong: null };
  const written = text.slice(line.bodyAt);
  if (/^-+$/.test(written)) return line;
  const found = parseBody(written);
  if (typeof found === 'string') return { ...line, wrong: found };
  if (commitmentOf(found) !== body) return { ...line, wrong: 'the body is not the one its head names' };
  return { ...line, body: found };
}

/** A head from JSON already parsed, or null where it is none: exactly its keys, each of its form. */
export function headFrom(value: unknown): Head | null {
  if (!isRecord(value) || Object.keys(value).length !== 5 || !isPlain(value, 1)) return null;
  const match = HEAD.exec(`${canonicalJson(value)} `);
  return match && match[0].length === canonicalJson(value).length && Number.isSafeInteger(value['seq'])
    ? (value as unknown as Head)
    : null;
}

function parseBody(written: string): Body | string {
  let value: unknown;
  try {
    value = JSON.parse(written);
  } catch {
    return 'the body is no JSON';
  }
  if (!isRecord(value) || Object.keys(value).sort().join() !== 'by,data,salt')
    return 'the body wants the keys by, data and salt, and no others';
  const { by, data, salt } = value;
  if (typeof by !== 'string' || !isRecord(data) || typeof salt !== 'string' || !SALT.test(salt))
    return 'by, data or salt of the body has not the form it must have';
  return isPlain(value, DEEPEST) && canonicalJson(value) === written
    ? { by, data, salt }
    : 'the body is not written canonically';
}
