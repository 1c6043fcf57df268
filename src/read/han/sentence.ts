import type { Span } from '../../base/span.ts';

/** A sentence with its outer quotations; `mask` is its text with the quoted words blanked, unit for unit. */
export interface Sentence extends Span {
  readonly mask: string;
  /** Outer quotations, marks included, as places in the whole text. */
  readonly quotations: readonly Span[];
}

const BLANK = '□';
const STOPS = '。！？!?…';

/** A sentence longer than this ends at its next comma, or after as much again: reading stays linear in the text. */
const LONG = 400;

/** The sentences of stretches read before: statements, responses and commitments of one text ask for them in turn. */
const read = new WeakMap<Span, { readonly text: string; readonly sentences: readonly Sentence[] }>();

/** The sentences of a stretch. */
export function sentencesIn(text: string, within: Span): readonly Sentence[] {
  const before = read.get(within);
  if (before && before.text === text) return before.sentences;
  const sentences = parted(text, within);
  read.set(within, { text, sentences });
  return sentences;
}

/** Sentences end at a stop outside quotations, or at a closing mark whose words ended one. */
function parted(text: string, within: Span): readonly Sentence[] {
  const found: Sentence[] = [];
  let start = within.start;
  let quotations: Span[] = [];
  const close = (end: number): void => {
    if (text.slice(start, end).trim() !== '') found.push(sentence(text, start, end, quotations));
    start = end;
    quotations = [];
  };
  const loose = unpunctuated(text.slice(within.start, within.end));
  for (let at = within.start; at < within.end; at++) {
    const unit = text.charAt(at);
    if (loose && (unit === ' ' || unit === '\u3000') && TURN.test(text.slice(at + 1, at + 24))) close(at + 1);
    if (unit === '“' || (unit === '‘' && closing(text, at, within.end) > 0)) {
      const end = closing(text, at, within.end);
      if (end < 0) continue;
      quotations.push({ start: at, end });
      at = end - 1;
      if (endsHere(text, start, quotations.at(-1) ?? within)) close(end);
    } else if (unit === '\n' || (STOPS.includes(unit) && !STOPS.includes(text.charAt(at + 1)))) close(at + 1);
    else if (at - start > LONG && ('，；'.includes(unit) || at - start > 2 * LONG)) close(at + 1);
  }
  close(within.end);
  return found;
}

/** A post whose writer sets spaces for stops. */
const unpunctuated = (words: string): boolean =>
  (words.match(/\p{Script=Han}[ \u3000]+(?=\p{Script=Han})/gu)?.length ?? 0) > 1 &&
  (words.match(/[，。；]/gu)?.length ?? 0) * 4 < (words.match(/[ \u3000]/gu)?.length ?? 0);

/** What begins a new sentence there: the writer, a time, a turn, or somebody who says something. */
const TURN =
  /^(?:我|咱|俺|本人|结果|然后|后来|现在|刚|今|昨|前天|大家|求|有没有|谁|真|太|气|反正|最后|于是|但|可|有人|他|她|评论|@|#|对面|那边|这边|[^ \u3000，。：“]{2,12}：|[^ \u3000，。]{1,10}(?:[说称讲问喊]|回复|回应|告诉|表示|发来|要求|让我|叫我|打电话|拨|投诉|举报|报警))/u;

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
  const behind = text.slice(last.end, last.end + 40);
  if (before !== '')
    return (
      !/^(?:的|一(?![位名个家些旁边直时天周年月])|等|为|这(?![位名家]))/u.test(behind) && !NAMED_AFTER.test(behind)
    );
  return next === '\n' || next === '' || (next !== '“' && !SPEAKER_AFTER.test(behind));
}

/** Behind a quotation: somebody who speaks or does something while speaking. */
const SPEAKER_AFTER =
  /^[^。！？“”\n]{0,30}?(?:[说道称问答喊讲写叹嚷吼骂]|表示|告诉|回忆|坦言|直言|解释|抱怨|补充|感[叹慨]|发[问帖文]|留言|接[话过]|撇|摇|摆|笑|哭|念叨|嘟囔|嘀咕|吐槽|反[问驳]|强调|指出|议论|呼喊|质疑|评论|回[应复答忆]|哽咽|抹|攥|红着|低|显得|愣|语气|声音|脸|眼|头|皱|叹|你一言|毫不|满不在乎|不以为然|信誓旦旦|斩钉截铁|理直气壮|轻描淡写|不屑)/u;

/** `…，“words。”村民甲告诉记者。`: the speaker is named behind the words. */
const NAMED_AFTER =
  /^[^，。；：！？“”\s]{2,24}(?:说|说道|称|表示|坦言|感叹|回忆|告诉\p{Script=Han}{0,8}|写道|补充道?|解释|强调|抱怨|直言)。/u;

function sentence(text: string, start: number, end: number, quotations: readonly Span[]): Sentence {
  let mask = '';
  let at = start;
  for (const quotation of quotations) {
    mask += `${text.slice(at, quotation.start + 1)}${BLANK.repeat(Math.max(0, quotation.end - quotation.start - 2))}`;
    at = quotation.end - 1;
  }
  return { start, end, mask: spaced(mask + text.slice(at, end)), quotations };
}

/** A space between Chinese words parts clauses: a comma to the patterns. */
const spaced = (mask: string): string =>
  mask.includes(' ') || mask.includes('\u3000')
    ? mask.replace(/(?<=[\p{Script=Han}”）】])[ \u3000](?=[\p{Script=Han}“（【\d])/gu, '，')
    : mask;

/** Where the clause around `at` begins. */
export function clauseStart(mask: string, at: number): number {
  for (let i = at - 1; i >= 0; i--)
    if (
      '，；：。！？\n—”【】#'.includes(mask.charAt(i)) &&
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
