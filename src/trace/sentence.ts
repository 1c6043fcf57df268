import type { Span } from '../base/span.ts';
import { type Token, tokens } from './token.ts';

/** A sentence of the reporting text with the words that can betray a rewording. */
export interface Sentence extends Span {
  readonly tokens: readonly Token[];
  /** Sum of the tokens' weights. */
  readonly weight: number;
}

/** The sentences of what is kept of a text, words in quotation marks left out of their tokens. */
export function sentences(content: string, kept: Uint8Array, quoted: Uint8Array): readonly Sentence[] {
  const found: Sentence[] = [];
  const spans = split(content, kept);
  const read = spans.length <= MOST ? spans : [...spans.slice(0, MOST - LAST), ...spans.slice(-LAST)];
  for (const span of read) {
    const list = tokens(own(content, span, quoted));
    const weight = list.reduce((sum, token) => sum + token.weight, 0);
    if (weight >= LEAST_WEIGHT) found.push({ ...span, tokens: list, weight });
  }
  return found;
}

/** Of a book only the beginning is compared by its sentences, and the end is looked at for where it breaks off. */
const MOST = 2000;
const LAST = 3;

/** Menus, headings and exclamations say nothing that could be reworded. */
const LEAST_WEIGHT = 2.5;

/** The sentence with its quotations blanked: shared quotations are no sign of copying. */
function own(content: string, { start, end }: Span, quoted: Uint8Array): string {
  let out = '';
  for (let at = start; at < end; at++) out += quoted[at] === 1 ? ' ' : content.charAt(at);
  return out;
}

const ABBREVIATED =
  /(?:^|[\s(“"])(?:\p{Lu}|Mrs?|Ms|Dr|Prof|St|No|Gen|Col|Capt|Sgt|Rev|Sen|Rep|Gov|Cllr|Inc|Ltd|Jr|Sr|vs|etc)$/u;

function split(content: string, kept: Uint8Array): readonly Span[] {
  const spans: Span[] = [];
  let start = -1;
  const close = (end: number): void => {
    if (start >= 0 && end > start) spans.push({ start, end });
    start = -1;
  };
  for (let at = 0; at < content.length; at++) {
    if (kept[at] === 0 || content.charAt(at) === '\n') {
      close(at);
      continue;
    }
    if (start < 0 && /\S/.test(content.charAt(at))) start = at;
    if (ends(content, at)) close(at + 1);
  }
  close(content.length);
  return spans;
}

function ends(content: string, at: number): boolean {
  const character = content.charAt(at);
  if ('。！？'.includes(character)) return true;
  if (!'.!?'.includes(character) || character === '') return false;
  const rest = content.slice(at + 1, at + 5);
  if (!/^[”"’')\]]*(?:\s+[“"‘'(]?[\p{Lu}\p{N}]|\s*$)/u.test(rest) && !/^[”"’')]*\s*\n/u.test(rest)) return false;
  return character !== '.' || !ABBREVIATED.test(content.slice(Math.max(0, at - 8), at));
}
