import { HearsayError } from '../base/error.ts';
import { LASTING, wrongEvent } from './event.ts';
import { type Line, LONGEST_LINE, NO_LINE, type ParsedLine, parseLine } from './line.ts';

/** Something wrong in a file: where, half-open in bytes, and what. */
export interface Fault {
  readonly start: number;
  readonly end: number;
  readonly what: string;
}

/** A line with its place in the file; `end` is after its line feed. */
export interface PlacedLine extends Line {
  readonly start: number;
  readonly end: number;
  /** Where the body begins: what is overwritten when it is erased. */
  readonly bodyAt: number;
}

/** A journal, read from its bytes. */
export interface Journal {
  readonly lines: readonly PlacedLine[];
  readonly faults: readonly Fault[];
  /** Events that an erasure names, and whose bodies are still there, wholly or in part: it was cut short. */
  readonly unfinished: readonly PlacedLine[];
  /** Where the last whole line ends: bytes from here on were never acknowledged. */
  readonly end: number;
}

interface Read extends PlacedLine {
  readonly wrong: string | null;
}

const LINE_FEED = 0x0a;

/**
 * Reads a journal: each line in itself, the chain from line to line, what each event's data must have, and erasures.
 * What is wrong is a fault, never an exception; reading goes on with the next line. Linear in the bytes. A journal only
 * grows: with `known`, read from the very bytes that these begin with, only what came since is read.
 */
export function readJournal(bytes: Uint8Array, known: Journal | null = null): Journal {
  const sound = known && known.faults.length === 0 && known.unfinished.length === 0 ? known : null;
  const lines: Read[] = (sound?.lines ?? []).map((one) => ({ ...one, wrong: null }));
  const faults: Fault[] = [];
  let start = sound?.end ?? 0;
  for (let at = bytes.indexOf(LINE_FEED, start); at >= 0; at = bytes.indexOf(LINE_FEED, start)) {
    const end = at + 1;
    const found = lineOf(bytes, start, at);
    // What stands here may be the end of the line before, cut by a line feed that does not belong there.
    if ('what' in found)
      faults.push({ start: Math.max(0, start - 1), end, what: `after event ${lines.length - 1}: ${found.what}` });
    else {
      const last = lines.at(-1) ?? null;
      const broken = chainFault(found, last);
      // Which of the two was changed can't be told from the chain: the fault is in one or the other.
      if (broken) faults.push({ start: last?.start ?? start, end, what: `event ${found.head.seq}: ${broken}` });
      // What is not as its kind must be is given to nobody: whoever reads an event may rely on its form.
      const wrong = found.body ? wrongEvent(found.head.kind, found.body.data, found.head.seq) : null;
      const told = wrong === null ? found : { ...found, body: null, wrong };
      lines.push({ ...told, start, end, bodyAt: start + found.bodyAt });
    }
    start = end;
  }
  const { faults: missing, unfinished } = erasures(lines);
  return { lines, faults: [...faults, ...missing].sort((a, b) => a.start - b.start), unfinished, end: start };
}

function lineOf(bytes: Uint8Array, start: number, end: number): ParsedLine | { readonly what: string } {
  if (end - start >= LONGEST_LINE) return { what: `a line longer than ${LONGEST_LINE} bytes` };
  try {
    return parseLine(new TextDecoder('utf-8', { fatal: true, ignoreBOM: true }).decode(bytes.subarray(start, end)));
  } catch (cause) {
    return { what: cause instanceof HearsayError ? cause.message : 'the line is not UTF-8' };
  }
}

function chainFault(line: Line, last: Line | null): string | null {
  const seq = last ? last.head.seq + 1 : 0;
  if (line.head.seq !== seq) return `its number should be ${seq}`;
  if (line.head.previous !== (last?.name ?? NO_LINE)) return 'it does not follow on the event before';
  if ((line.head.kind === 'case') !== (seq === 0)) return seq === 0 ? 'the first is not "case"' : 'a second "case"';
  return null;
}

/** A body may be gone only where a later erasure says so, and must be gone where one does. */
function erasures(lines: readonly Read[]): Pick<Journal, 'faults' | 'unfinished'> {
  const faults: Fault[] = [];
  const unfinished: PlacedLine[] = [];
  const kinds = new Map(lines.map((one) => [one.head.seq, one.head.kind]));
  const erased = new Set<number>();
  for (const { head, body, start, end } of lines) {
    if (head.kind !== 'erase') continue;
    for (const seq of erasedBy(body?.data)) {
      if (seq < head.seq && !LASTING.includes(kinds.get(seq) ?? 'case')) erased.add(seq);
      else faults.push({ start, end, what: `event ${head.seq}: it erases event ${seq}, which can't be erased` });
    }
  }
  for (const line of lines) {
    const { head, body, wrong, start, end } = line;
    const what = wrong ?? 'its body is gone, and no later event erased it';
    if (erased.has(head.seq) && (body !== null || wrong !== null)) unfinished.push(line);
    else if (!erased.has(head.seq) && body === null) faults.push({ start, end, what: `event ${head.seq}: ${what}` });
  }
  return { faults, unfinished };
}

/** The events that an `erase` names. */
export function erasedBy(data: Readonly<Record<string, unknown>> | undefined): readonly number[] {
  const events = data?.['events'];
  return Array.isArray(events) ? events.filter((one): one is number => Number.isSafeInteger(one)) : [];
}
