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
};

/**
 * The outermost quotations of a paragraph. Inner marks stay inside; an apostrophe is no mark; a paragraph that opens a
 * quotation and never closes it runs on in the next one (the printers' rule), so it ends with the paragraph.
 */
export function quotationsOf(content: string, within: Span): readonly Quotation[] {
  const found: Quotation[] = [];
  for (let at = within.start; at < within.end; at++) {
    const mark = content.charAt(at);
    const closer = CLOSERS[mark];
    if (closer === undefined || !opens(content, at, within)) continue;
    const close = closeOf(content, at, closer, within);
    if (close < 0 && !runsOn(content, at, mark, within)) continue;
    const last = close < 0 ? within.end : close;
    const end = close < 0 ? within.end : close + 1;
    if (last > at + 1) found.push({ start: at, end, inner: { start: at + 1, end: last } });
    at = end - 1;
  }
  return found;
}

function opens(content: string, at: number, within: Span): boolean {
  const before = at > within.start ? content.charAt(at - 1) : ' ';
  const after = content.charAt(at + 1);
  return /[\s([{—–:\-/"“‘]/u.test(before) && after !== '' && !/\s/u.test(after);
}

/** No quotation is longer, so that a stray mark costs no more than this. */
const LONGEST = 8000;

function closeOf(content: string, open: number, closer: string, within: Span): number {
  let depth = 0;
  const end = Math.min(within.end, open + LONGEST);
  for (let at = open + 1; at < end; at++) {
    const char = content.charAt(at);
    if (char === content.charAt(open) && closer !== char) depth++;
    if (char !== closer || !closes(content, at, closer)) continue;
    if (depth > 0) depth--;
    else return at;
  }
  return -1;
}

/** An apostrophe has a letter after it; "the boys' room" stays open to doubt and is taken as a mark only at a pause. */
function closes(content: string, at: number, closer: string): boolean {
  if (closer !== "'" && closer !== '’') return true;
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
