import { Flaw } from './flaw.ts';
import { countIn, jsonObject, textIn } from './json-object.ts';
import { linesOf } from './lines.ts';

/**
 * The index of a compressed index: which member of `index.cdx.gz` begins with which line.
 *
 *     !meta 0 {"format":"cdxj-gzip-1.0","filename":"index.cdx.gz"}
 *     org,example)/ 20310617090000 {"offset":0,"length":194,"digest":"sha256:…"}
 */
export interface Idx {
  readonly filename: string;
  readonly blocks: readonly IdxBlock[];
}

/** A gzip member that holds some lines, by the first of them. */
export interface IdxBlock {
  /** Searchable URL and time of the first line. */
  readonly head: string;
  readonly offset: number;
  readonly length: number;
  /** Digest of the compressed bytes; older writers give none. */
  readonly digest: string | null;
}

/** A block that was read, with the place of its line. */
export type PlacedBlock = IdxBlock & { readonly start: number; readonly end: number };

const FORMAT = 'cdxj-gzip-1.0';

/** Reads an `.idx` file. `what` names it in errors. */
export function parseIdx(bytes: Uint8Array, what: string): { filename: string; blocks: readonly PlacedBlock[] } {
  const [first, ...rest] = linesOf(bytes, what);
  const meta = first?.text.startsWith('!meta 0 ') ? jsonObject(first.text.slice('!meta 0 '.length)) : null;
  const filename = meta ? textIn(meta, 'filename') : null;
  if (!meta || filename === null || textIn(meta, 'format') !== FORMAT)
    throw new Flaw('malformed', `${what}: no first line "!meta 0" for ${FORMAT}`, 0, first?.end ?? 0);
  const blocks = rest.map(({ text, start, end }): PlacedBlock => {
    const match = /^(\S{1,16384} \d{14,17}) (\{.*\})$/su.exec(text);
    const fields = match ? jsonObject(match[2] ?? '') : null;
    const offset = fields ? countIn(fields, 'offset') : null;
    const length = fields ? countIn(fields, 'length') : null;
    if (!match || !fields || offset === null || length === null)
      throw new Flaw('malformed', `${what}: no line of a block (key, time, JSON with offset, length)`, start, end);
    return { head: match[1] ?? '', offset, length, digest: textIn(fields, 'digest'), start, end };
  });
  return { filename, blocks };
}

/** The inverse of `parseIdx`. */
export const formatIdx = ({ filename, blocks }: Idx): string =>
  [
    `!meta 0 ${JSON.stringify({ format: FORMAT, filename })}\n`,
    ...blocks.map(
      ({ head, offset, length, digest }) =>
        `${head} ${JSON.stringify({ offset, length, ...(digest === null ? {} : { digest }) })}\n`,
    ),
  ].join('');
