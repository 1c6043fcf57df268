import type { Span } from '../../base/span.ts';
import { ZH_ASPECT, ZH_NOUN_CUES } from '../locales/zh/cues.ts';
import { ZH_ADDRESSEE, ZH_ADDRESSING } from '../locales/zh/phrases.ts';
import type { Cue } from './cue.ts';
import { trimmed } from './find.ts';
import type { Sentence } from './sentence.ts';

/** Where the content begins behind a cue, its aspect and whom it was said to; `marked` by a comma, colon or dash. */
export function afterCue(mask: string, cue: Cue): { at: number; marked: boolean } {
  let at = cue.end + (ZH_ASPECT.exec(mask.slice(cue.end))?.[0].length ?? 0);
  if (ADDRESSES.some((word) => cue.word.startsWith(word)))
    at +=
      (ZH_ADDRESSEE.exec(mask.slice(at, at + 24)) ??
        (TOLD.test(cue.word) ? SOMEBODY.exec(mask.slice(at, at + 12)) : null))?.[0].length ?? 0;
  if (ZH_NOUN_CUES.has(cue.word))
    at += /^(?:就|则|都|也|均|仍|只|一律)?(?:[是为]|仅?有[^，。：“]{1,6}(?=：))/u.exec(mask.slice(at))?.[0].length ?? 0;
  const noun = /^(?:公布|通报|发布|公告|宣读|回应|回复|答复|反驳|驳斥|否认|澄清|辟谣)$/u.test(cue.word)
    ? (/^(?:“□{1,40}”|[^，。：“]{1,14})(?:一事|一说|的?传闻|的?质疑|的?说法)?(?=：)/u.exec(mask.slice(at))?.[0]
        .length ?? 0)
    : 0;
  at += noun;
  if (noun === 0 && TELLS.test(cue.word))
    at += /^[^，。：“说称问答]{1,16}(?=：“)/u.exec(mask.slice(at))?.[0].length ?? 0;
  if (cue.word === '给出') at += /^[^，。：的]{0,10}?(?=：|——)/u.exec(mask.slice(at))?.[0].length ?? 0;
  const mark = /^(?:[，：]|——)+/u.exec(mask.slice(at))?.[0].length ?? 0;
  return { at: at + mark, marked: mark > 0 };
}

const ADDRESSES: readonly string[] = [...ZH_ADDRESSING];

/** Words whose object may stand before the very words: `回忆最后一次来电：“…”`. */
const TELLS = /^(?:回忆|忆起|讲述|描述|形容|谈到|谈及|说起|谈起|提到|总结|概括|写下)$/u;

const TOLD = /^(?:告诉|告知|答复|回复|转告)$/u;
/** Whoever stands between such a cue and its comma is told. */
const SOMEBODY = /^\p{Script=Han}{2,8}(?=[，：])/u;

/** What is said: quotations on either side of the cue, or the clause behind it. */
export function contentsOf(
  text: string,
  sentence: Sentence,
  cue: Cue,
  after: { at: number; marked: boolean },
): { spans: readonly Span[]; direct: boolean; before: boolean } {
  const { mask, start, quotations } = sentence;
  const rest = mask.slice(after.at);
  const earlier = quotations.filter((one) => one.end <= start + cue.start && !isName(text, one, start + cue.start));
  const previous = earlier.at(-1);
  if (
    previous &&
    (rest.trim() === '' ||
      /^[。！？]?\s*$/u.test(rest) ||
      (after.marked && rest.startsWith('“') && quotedFirst(mask, previous, start)))
  ) {
    if (!quotedFirst(mask, previous, start)) return { spans: [], direct: true, before: true };
    const own = earlier.filter((one) => quotedFirst(mask, one, start));
    const later = quotations.filter((one) => one.start >= start + after.at);
    return { spans: [...own, ...later].map((one) => inside(text, one)), direct: true, before: true };
  }
  const next = quotations.find((one) => one.start === start + after.at);
  if (next && !fragment(mask, next.end - start)) {
    const chained = following(mask, quotations, next, start);
    return { spans: [next, ...chained].map((one) => inside(text, one)), direct: true, before: false };
  }
  const span = trimmed(text, { start: start + after.at, end: sentence.end }, false);
  const later = quotations.filter((one) => one.start >= start + after.at);
  if (previous && later.length > 0 && text.charAt(previous.end - 2) === '，' && quotedFirst(mask, previous, start))
    return { spans: [previous, ...later].map((one) => inside(text, one)), direct: true, before: true };
  const told =
    previous &&
    after.marked &&
    '，。！？…'.includes(text.charAt(previous.end - 2)) &&
    previous.end - start < cue.start &&
    quotedFirst(mask, previous, start) &&
    [...mask.slice(previous.end - start, cue.start)].every((unit) => !'，。；'.includes(unit));
  const first = told ? [inside(text, previous)] : [];
  return { spans: span.end > span.start ? [...first, span] : first, direct: false, before: false };
}

/** The words of a quotation. */
export const inside = (text: string, { start, end }: Span): Span =>
  trimmed(text, { start: start + 1, end: end - 1 }, true);

/** The quotation stands as words, not as a name inside a clause. */
function quotedFirst(mask: string, quotation: Span, start: number): boolean {
  const before = mask.slice(0, quotation.start - start).trim();
  return (before === '' || /[，。：；”]$/u.test(before)) && !fragment(mask, quotation.end - start, true);
}

/** A few words in marks with a clause behind them are a name: `“长风号”四只救生筏已过期，海事局证实`. */
function isName(text: string, { start, end }: Span, cue: number): boolean {
  const words = text.slice(start + 1, end - 1);
  return (
    words.length <= 6 && !/[，。！？…]/u.test(words) && /^[\p{Script=Han}（(]/u.test(text.slice(end)) && cue - end > 6
  );
}

/** Words go on right behind the closing mark: the quotation is part of a clause. */
const fragment = (mask: string, end: number, first = false): boolean =>
  first ? /^(?:的|一事|一词|等|系|为|这)/u.test(mask.slice(end)) : /^[\p{Script=Han}\p{L}\d《]/u.test(mask.slice(end));

function following(mask: string, quotations: readonly Span[], first: Span, start: number): Span[] {
  const out: Span[] = [];
  let last = first;
  for (const one of quotations) {
    if (one.start <= last.start) continue;
    if (!/^[，。\s]*$/u.test(mask.slice(last.end - start, one.start - start))) break;
    out.push(one);
    last = one;
  }
  return out;
}
