import { toBase64 } from '../base/base64.ts';
import { HearsayError } from '../base/error.ts';
import { isWellFormed, strictBase64, strictDecimal } from './bytes.ts';
import { HASH_SIZE, type Hash } from './merkle.ts';

/** What a log says of itself at one size (c2sp.org/tlog-checkpoint): the text of a note. */
export interface Checkpoint {
  readonly origin: string;
  readonly size: number;
  readonly root: Hash;
  /** Lines after the first three. Nothing audits them. */
  readonly extensions: readonly string[];
}

/** A checkpoint as the text of a note. */
export function formatCheckpoint(
  checkpoint: Pick<Checkpoint, 'origin' | 'size' | 'root'> & Partial<Checkpoint>,
): string {
  const { origin, size, root, extensions = [] } = checkpoint;
  const text = `${[origin, String(size), toBase64(root), ...extensions].join('\n')}\n`;
  parseCheckpoint(text); // what can't be read is not written
  return text;
}

/** The inverse of `formatCheckpoint`. Whether the root can be that of so many entries is not looked at. */
export function parseCheckpoint(text: string): Checkpoint {
  const lines = text.split('\n');
  const [origin = '', decimal = '', base64 = ''] = lines;
  const extensions = lines.slice(3, -1);
  if (lines.length < 4 || lines.at(-1) !== '')
    throw broken(Math.min(lines.length, 3), 'ends too early; three lines with a line feed each are needed');
  if (origin === '' || hasControls(origin)) throw broken(1, 'names no origin');
  const size = strictDecimal(decimal);
  if (size === undefined) throw broken(2, 'is not a size in decimal below 2^53');
  const root = strictBase64(base64);
  if (root?.length !== HASH_SIZE) throw broken(3, 'is not a root of 32 bytes in base64');
  const odd = extensions.findIndex((line) => line === '' || hasControls(line));
  if (odd >= 0) throw broken(4 + odd, 'is empty or has control characters');
  return { origin, size, root, extensions };
}

const hasControls = (line: string): boolean => /\p{Cc}/u.test(line) || !isWellFormed(line);

const broken = (line: number, why: string): HearsayError =>
  new HearsayError('malformed', `Checkpoint, line ${line}: ${why}; get it again from the log.`);
