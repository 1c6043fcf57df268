import { isRecord } from '../base/is-record.ts';
import { CLASSES, SOURCE_KINDS, type SourceKind, type StatementClass } from './statement.ts';

/** One row of a model's answer, of the right shape but not yet found in the text. */
export interface Suggestion {
  readonly quote: string;
  readonly nth: number;
  readonly cue: string;
  readonly source: string;
  readonly name: string;
  readonly kind: SourceKind;
  readonly class: StatementClass;
}

/** The rows of an answer, and how many had not the form asked for; null where it holds no JSON of that form at all. */
export interface Answer {
  readonly rows: readonly Suggestion[];
  readonly misshapen: number;
}

/** No question has more answers: what a model that repeats itself says beyond is counted as misshapen. */
const MOST = 300;
const LONGEST = 4000;

const KNOWN_KINDS: ReadonlySet<string> = new Set(SOURCE_KINDS);
const KNOWN_CLASSES: ReadonlySet<string> = new Set(CLASSES);

/** Reads what a model wrote: JSON, alone or between other words or code fences. */
export function parseModelAnswer(words: string): Answer | null {
  const found = jsonIn(words);
  const list = Array.isArray(found) ? found : isRecord(found) ? found['statements'] : null;
  if (!Array.isArray(list)) return null;
  const rows = list.slice(0, MOST).flatMap((row: unknown) => suggestion(row) ?? []);
  return { rows, misshapen: list.length - rows.length };
}

function jsonIn(words: string): unknown {
  const start = words.search(/[{[]/u);
  const end = Math.max(words.lastIndexOf('}'), words.lastIndexOf(']'));
  if (start < 0 || end <= start) return null;
  try {
    return JSON.parse(words.slice(start, end + 1));
  } catch {
    return null;
  }
}

function suggestion(row: unknown): Suggestion | null {
  if (!isRecord(row)) return null;
  const quote = wordsOf(row['quote']);
  const cue = wordsOf(row['cue'] ?? '');
  const source = wordsOf(row['source'] ?? '');
  const name = wordsOf(row['name'] ?? '');
  const { kind, class: sort, nth = 0 } = row;
  if (!quote || cue === null || source === null || name === null) return null;
  if (typeof nth !== 'number' || !Number.isInteger(nth) || nth < 0 || nth > MOST) return null;
  return isKind(kind) && isClass(sort) ? { quote, nth, cue, source, name, kind, class: sort } : null;
}

const wordsOf = (value: unknown): string | null =>
  typeof value === 'string' && value.length <= LONGEST ? value.trim() : null;
const isKind = (value: unknown): value is SourceKind => typeof value === 'string' && KNOWN_KINDS.has(value);
const isClass = (value: unknown): value is StatementClass => typeof value === 'string' && KNOWN_CLASSES.has(value);
