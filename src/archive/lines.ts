import { Flaw } from './flaw.ts';

const strict = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

/** Text in an archive is UTF-8, or the archive is damaged. `what` names it in the error, `start` is where it begins. */
export function utf8(bytes: Uint8Array, what: string, start = 0): string {
  try {
    return strict.decode(bytes);
  } catch {
    throw new Flaw('malformed', `${what} is not UTF-8`, start, start + bytes.length);
  }
}

/** One line of a file, without its line feed, and where it lies in the file. */
export interface Line {
  readonly text: string;
  readonly start: number;
  readonly end: number;
}

/** The lines of a UTF-8 file, each ended by a line feed (the last may go without one). Empty lines are passed over. */
export function linesOf(bytes: Uint8Array, what: string): readonly Line[] {
  const lines: Line[] = [];
  for (let start = 0; start < bytes.length; ) {
    const feed = bytes.indexOf(10, start);
    const end = feed < 0 ? bytes.length : feed;
    const text = utf8(bytes.subarray(start, end), `a line of ${what}`, start);
    if (text.trim() !== '') lines.push({ text: text.endsWith('\r') ? text.slice(0, -1) : text, start, end });
    start = end + 1;
  }
  return lines;
}
