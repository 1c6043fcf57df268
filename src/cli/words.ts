import { readFileSync } from 'node:fs';
import { type ParseArgsConfig, parseArgs } from 'node:util';
import { HearsayError, messageOf } from '../base/error.ts';
import { isInstant } from '../base/time.ts';

type Options = NonNullable<ParseArgsConfig['options']>;

/** Splits a command's words into options and paths; an unknown option is refused by name. */
export function arguments_(
  words: readonly string[],
  options: Options,
): { values: Record<string, unknown>; paths: readonly string[] } {
  try {
    const { values, positionals } = parseArgs({ args: [...words], options, allowPositionals: true, strict: true });
    return { values, paths: positionals };
  } catch (cause) {
    const message = messageOf(cause);
    throw new HearsayError('usage', `${message.split('. ')[0]}; \`hearsay help\` lists what each command takes`, {
      cause,
    });
  }
}

/** The text given for an option, or null. */
export const textOf = (value: unknown): string | null => (typeof value === 'string' ? value : null);

/** The texts given for an option that may be given often. */
export const listOf = (value: unknown): readonly string[] => (Array.isArray(value) ? value.map(String) : []);

/** What stands in a file that an option names. */
export function textOfFile(path: string): string {
  try {
    return readFileSync(path, 'utf8');
  } catch (cause) {
    throw new HearsayError('not-found', `${path} can't be read; check the path`, { cause });
  }
}

/** The instant given for an option, or null; a date that is none is refused. */
export function instantOf(value: unknown, option: string): string | null {
  const text = textOf(value);
  if (text === null) return null;
  const instant = /^\d{4}-\d{2}-\d{2}$/.test(text) ? `${text}T23:59:59Z` : text;
  if (isInstant(instant)) return instant;
  throw new HearsayError(
    'bad-date',
    `${option} wants an instant such as 2031-06-17T09:00:00+01:00 or a day, not "${text}"`,
  );
}
