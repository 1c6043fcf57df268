import type { Span } from '../../base/span.ts';

/** A quotation with its marks; `inner` is what stands between them. */
export interface Quotation extends Span {
  readonly inner: Span;
}

const CLOSERS: Readonly<Record<string, string>> = {
  '"': '"',
  '“': '”',
  '‘': '’',
  "'": "'",
  '«': '»',
  '„': '“',
  '`': "'",
  "''": "''",
  '``': "''",
};

/** What else may close where a writer or a machine has mixed its marks. */
const MIXED: Readonly<Record<string, string>> = { '“': '"', '"': '”', '„': '”' };

/**
 * The outermost quotations of a paragraph. Inner marks stay inside; an apostrophe is no mark; a paragraph that opens a
 * quotation and never closes it runs on in the next one (the printers' rule), so it ends with the paragraph.
 */
export function quotationsOf(content: string, within: Span): readonly Quotation[] {
  const found: Quotation[] = [];
  let stray = 0;
  for (let at = within.start; at < within.end; at++) {
    const mark = markAt(content, at);
    const closer = CLOSERS[mark];
    if (closer === undefined || !opens(content, at, mark, within)) continue;
    const reach = stray > PATIENCE ? NEARBY : LONGEST;
    let close = closeOf(content, at, mark, closer, within, reach);
    const mixed = MIXED[mark];
    if (close < 0 && mixed) close = closeOf(content, at, mark, mixed, within, Math.min(reach, 1500));
    if (close >= 0 && mark === '“') close = strayed(content, at, close) ?? close;
    if (close < 0) stray++;
    if (close < 0 && !runsOn(content, at, mark, within)) continue;
    const last = close < 0 ? within.end : close;
    const end = close < 0 ? within.end : close + closer.length;
    const start = at + mark.length;
    if (last > start) found.push({ start: at, end, inner: { start, end: last } });
    at = end - 1;
  }
  return found;
}

/** The mark at a place; two straight single marks are one double mark, as wires send it. */
function markAt(content: string, at: number): string {
  const char = content.charAt(at);
  return (char === "'" || char === '`') && content.charAt(at + 1) === char ? char + char : char;
}

function opens(content: string, at: number, mark: string, within: Span): boolean {
  const before = at > within.start ? content.charAt(at - 1) : ' ';
  const after = content.charAt(at + mark.length);
  if (after === '' || /\s/u.test(after)) return false;
  if (mark === '“' || mark === '«') return !/[\p{L}\p{N}]/u.test(before);
  return /[\s([{—–:\-/"“‘]/u.test(before);
}

/** No quotation is longer, so that a stray mark costs no more than this; nor that, where many are stray. */
const LONGEST = 8000;
const NEARBY = 300;
const PATIENCE = 24;

/** `“The well is dry," he said. "It was full.”`: the quotation ends at the first straight mark, another begins at the second. */
function strayed(content: string, open: number, close: number): number | null {
  const inside = content.slice(open, close);
  const ended = /[,.!?]"\s/u.exec(inside);
  return ended && /\s"\S/u.test(inside.slice(ended.index + 2)) ? open + ended.index + 1 : null;
}

function closeOf(content: string, open: number, mark: string, closer: string, within: Span, reach: number): number {
  let depth = 0;
  const end = Math.min(within.end, open + reach);
  for (let at = open + mark.length; at < end; at++) {
    const char = content.charAt(at);
    if (mark.length === 1 && char === mark && closer !== char) depth++;
    if (!content.startsWith(closer, at) || !closes(content, at, closer)) continue;
    // A single mark may close just before the double one.
    if (closer.length === 2 && content.charAt(at + 2) === closer.charAt(1)) continue;
    if (depth > 0 && mark.length === 1) depth--;
    else return at;
  }
  return -1;
}

/** An apostrophe has a letter after it; "the boys' room" stays open to doubt and is taken as a mark only at a pause. */
function closes(content: string, at: number, closer: string): boolean {
  if (closer !== "'" && closer !== '’') return true;
  if (content.charAt(at + 1) === closer && content.charAt(at + 2) !== closer) return false;
  const before = content.charAt(at - 1);
  const after = content.charAt(at + 1);
  if (/[\p{L}\p{N}]/u.test(after) || /\s/u.test(before)) return false;
  return !(
    /s/iu.test(before) &&
    /^\s\p{Ll}/u.test(content.slice(at + 1, at + 3)) &&
    content.slice(at + 1, at + 200).search(/[‘“"]/u) < 0 &&
    content.slice(at + 1, at + 200).search(/['’](?![\p{L}\p{N}])/u) >= 0
  );
}

function runsOn(content: string, at: number, mark: string, within: Span): boolean {
  return (mark === '"' || mark === '“' || mark === '‘') && content.slice(within.start, at).trim() === '';
}
