import type { Span } from '../../base/span.ts';

/** A sentence with its outer quotations; `mask` is its text with the quoted words blanked, unit for unit. */
export interface Sentence extends Span {
  readonly mask: string;
  /** Outer quotations, marks included, as places in the whole text. */
  readonly quotations: readonly Span[];
}

const BLANK = '□';
const STOPS = '。！？!?…';

/** Sentences end at a stop outside quotations, or at a closing mark whose words ended one. */
export function sentencesIn(text: string, within: Span): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = within.start;
  let quotations: Span[] = [];
  const close = (end: number): void => {
    if (text.slice(start, end).trim() !== '') found.push(sentence(text, start, end, quotations));
    start = end;
    quotations = [];
  };
  for (let at = within.start; at < within.end; at++) {
    const unit = text.charAt(at);
    if (unit === '“' || (unit === '‘' && closing(text, at, within.end) > 0)) {
      const end = closing(text, at, within.end);
      if (end < 0) continue;
      quotations.push({ start: at, end });
      at = end - 1;
      if (endsHere(text, start, quotations.at(-1) ?? within)) close(end);
    } else if (unit === '\n' || (STOPS.includes(unit) && !STOPS.includes(text.charAt(at + 1)))) close(at + 1);
  }
  close(within.end);
  return found;
}

/** The end of the quotation that opens at `at`, its nesting counted; -1 where it never closes near by. */
function closing(text: string, at: number, limit: number): number {
  const [open, shut] = text.charAt(at) === '“' ? ['“', '”'] : ['‘', '’'];
  let depth = 0;
  const last = Math.min(limit, at + 1200);
  for (let i = at; i < last; i++) {
    const unit = text.charAt(i);
    if (unit === '\n') return -1;
    if (unit === open) depth++;
    else if (unit === shut && --depth === 0) return i + 1;
  }
  return -1;
}

/** A full sentence in quotation closes the outer one too, unless the speaker is still to be named after it. */
function endsHere(text: string, start: number, last: Span): boolean {
  const inner = text.charAt(last.end - 2);
  if (!STOPS.includes(inner) && inner !== '’') return false;
  const next = text.charAt(last.end);
  if ('，、；：'.includes(next) && next !== '') return false;
  const before = text.slice(start, last.start).trim();
  if (inner === '’' && !STOPS.includes(text.charAt(last.end - 3))) return false;
  if (before !== '') return !/^(?:的|一|等|为|这)/u.test(text.slice(last.end, last.end + 1));
  return next === '“' || next === '\n' || next === '';
}

function sentence(text: string, start: number, end: number, quotations: readonly Span[]): Sentence {
  let mask = '';
  let at = start;
  for (const quotation of quotations) {
    mask += `${text.slice(at, quotation.start + 1)}${BLANK.repeat(Math.max(0, quotation.end - quotation.start - 2))}`;
    at = quotation.end - 1;
  }
  return { start, end, mask: mask + text.slice(at, end), quotations };
}

/** Where the clause around `at` begins. */
export function clauseStart(mask: string, at: number): number {
  for (let i = at - 1; i >= 0; i--)
    if (
      '，；：。！？\n—”'.includes(mask.charAt(i)) &&
      !(mask.charAt(i) === '”' && !/^[，。]/u.test(mask.slice(i + 1)) && !sentenceQuote(mask, i))
    )
      return i + 1;
  return 0;
}

/** Whether the quotation that closes at `at` holds a sentence rather than a name. */
function sentenceQuote(mask: string, at: number): boolean {
  const open = mask.lastIndexOf('“', at);
  return at - open > 12 || open === 0;
}
