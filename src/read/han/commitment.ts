import { quoteAt, type Span } from '../../base/span.ts';
import { addDays, type Day, dayOf, formatDay, lastDayOf, weekdayOf } from '../../base/time.ts';
import type { Stretch } from '../grammar.ts';
import { ZH_OWN_PROMISE } from '../locales/zh/replies.ts';
import type { Commitment, Statement, Time } from '../statement.ts';
import { ownBody } from './bulletin.ts';
import { trimmed } from './find.ts';
import { plain } from './plain.ts';
import { sentencesIn } from './sentence.ts';

const SPEAKS = new Set(['named-person', 'named-body', 'unnamed-official', 'party']);

/** What was promised by whom, in statements and in a body's own voice. */
export function commitmentsIn(
  content: string,
  stretches: readonly Stretch[],
  statements: readonly Statement[],
  times: readonly Time[],
): readonly Commitment[] {
  const text = plain(content);
  const ordered = [...times].sort((a, b) => a.start - b.start);
  const spoken = statements
    .filter((one) => !one.carrier && promises(text, one))
    .map((one) => {
      const stretch = around(stretches, one);
      const span = promisedPart(text, one);
      return commitment(content, span, byWhom(one), stretch, ordered);
    });
  return [...spoken, ...own(content, text, stretches, statements, ordered)];
}

/** The stretch that holds a span; stretches stand in order. */
function around(stretches: readonly Stretch[], span: Span): Stretch | undefined {
  const at = firstFrom(stretches, span.start + 1) - 1;
  for (let i = at; i >= 0 && i > at - 8; i--) {
    const one = stretches[i];
    if (one && one.start <= span.start && span.end <= one.end) return one;
  }
  return undefined;
}

/** How many of these begin before a place; they stand in order. */
function firstFrom(spans: readonly Span[], place: number): number {
  let low = 0;
  let high = spans.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((spans[middle]?.start ?? 0) < place) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** In characters: a sentence is looked back for no further. */
const REACH = 600;

/** The times inside a span; they stand in order. */
const within = (times: readonly Time[], { start, end }: Span): readonly Time[] =>
  times.slice(firstFrom(times, start), firstFrom(times, end)).filter((one) => one.end <= end);

function promises(text: string, one: Statement): boolean {
  if (one.class === 'promise') return true;
  if (!SPEAKS.has(one.source.kind) || one.class === 'hearsay' || one.class === 'allege' || one.class === 'say')
    return false;
  return (
    ZH_OWN_PROMISE.test(text.slice(one.start, one.end)) &&
    !/可能|或将|预计|如果|按(?:照)?(?:相关|有关)?程序/u.test(text.slice(one.start, one.end))
  );
}

const byWhom = ({ source }: Statement): string => source.name ?? source.quote;

/** The clauses that promise: a report of what is done already is left out. */
function promisedPart(text: string, span: Span): Span {
  const clauses = clausesIn(text, span);
  const first = clauses.findIndex(
    (one) =>
      /将|会|保证|承诺|一定|绝不|一经|一旦|及时|前|内|就能|最[迟晚快]|必须|务必/u.test(
        text.slice(one.start, one.end),
      ) && !/已(?:经)?被|已(?:经)?(?:于|派|对|组织)|注意到|关注到|重视/u.test(text.slice(one.start, one.end)),
  );
  if (first < 0) return span;
  const start = clauses[first]?.start ?? span.start;
  let end = span.end;
  for (let i = clauses.length - 1; i > first; i--) {
    const clause = clauses[i];
    if (!clause || !/已被|已经|目前|已于|至今|^但/u.test(text.slice(clause.start, clause.end))) break;
    end = clauses[i - 1]?.end ?? end;
  }
  return trimmed(text, { start, end }, false);
}

function clausesIn(text: string, span: Span): readonly Span[] {
  const out: Span[] = [];
  let start = span.start;
  for (let at = span.start; at < span.end; at++)
    if ('，；。'.includes(text.charAt(at))) {
      out.push({ start, end: at });
      start = at + 1;
    }
  out.push({ start, end: span.end });
  return out.filter((one) => one.end > one.start);
}

/** A body's own post, letter or bulletin promises without a cue. */
function own(
  content: string,
  text: string,
  stretches: readonly Stretch[],
  statements: readonly Statement[],
  times: readonly Time[],
): Commitment[] {
  const body = ownBody(text, stretches);
  const formal = stretches.some((one) => one.kind === 'document' || one.kind === 'mail') || body !== null;
  if (!formal) return [];
  return stretches
    .filter((one) => ['document', 'mail', 'post', 'body'].includes(one.kind))
    .flatMap((stretch) => {
      const by = body ?? stretch.carrier.author ?? stretch.carrier.publisher;
      if (by === null || (stretch.kind === 'post' && stretch.carrier.author !== body)) return [];
      return sentencesIn(text, stretch)
        .filter(
          (one) =>
            ZH_OWN_PROMISE.test(one.mask) && /将|承诺|保证/u.test(one.mask) && !/^(?:\s*(?:请|如|若))/u.test(one.mask),
        )
        .filter((one) => !statements.some((other) => !other.carrier && other.start < one.end && one.start < other.end))
        .map((one) => commitment(content, trimmed(text, one, false), by, stretch, times));
    });
}

function commitment(
  content: string,
  span: Span,
  by: string,
  stretch: Stretch | undefined,
  times: readonly Time[],
): Commitment {
  const quote = quoteAt(content, span.start, span.end);
  const made = madeOn(content, span, times) ?? stretch?.carrier.published ?? null;
  return { ...quote, by, what: quote.quote, made, due: dueIn(plain(quote.quote), span, made, times) };
}

/** A promise told again counts from the day its own sentence gives before it. */
function madeOn(content: string, span: Span, times: readonly Time[]): string | null {
  const near = content.slice(Math.max(0, span.start - REACH), span.start);
  const from = span.start - near.length + Math.max(near.lastIndexOf('。'), near.lastIndexOf('\n')) + 1;
  const told = within(times, { start: from, end: span.start }).filter(
    (one) => one.role === 'report' && /^\d{4}-\d{2}-\d{2}$/u.test(one.value),
  );
  return told.at(-1)?.value ?? null;
}

/** The last day: of a date in the promise, else counted from the day it was made. */
function dueIn(words: string, span: Span, made: string | null, times: readonly Time[]): string | null {
  const dated = within(times, span)
    .filter((one) => one.role === 'event' || /[将拟定]于?$|[至到]$/u.test(words.slice(0, one.start - span.start)))
    .map((one) => lastDay(one.to ?? one.value))
    .filter((one) => one !== null);
  const latest = dated.sort().at(-1);
  if (latest !== undefined) return latest;
  const from = dayOf(made);
  const inside =
    /([0-9]{1,3}|[一二两三四五六七八九十百]{1,4})(个?工作日|天|日|个?小时|周|个?星期|个月)(?:之|以)?内/u.exec(words);
  const after = /(?:收到|受理|生效|判决|裁决|签约|签订|交付|开庭|签收|提交|到货|验收|自.{1,10}起)[^，。]{0,8}$/u.test(
    words.slice(0, inside?.index ?? 0),
  );
  if (!from || !inside || after) return null;
  return formatDay(counted(from, number(inside[1] ?? ''), inside[2] ?? '日'));
}

function counted(from: Day, many: number, unit: string): Day {
  if (unit.endsWith('工作日')) {
    let day = from;
    for (let left = many; left > 0; ) {
      day = addDays(day, 1);
      if (weekdayOf(day) % 6 !== 0) left--;
    }
    return day;
  }
  if (unit.endsWith('小时')) return addDays(from, Math.ceil(many / 24));
  if (unit === '周' || unit.endsWith('星期')) return addDays(from, many * 7);
  return addDays(from, unit === '个月' ? many * 30 : many);
}

/** The last day that a partial ISO date covers. */
function lastDay(value: string): string | null {
  const match = /^(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?/u.exec(value);
  if (!match) return null;
  const year = Number(match[1]);
  const month = Number(match[2] ?? '12');
  return match[3] ? `${match[1]}-${match[2]}-${match[3]}` : formatDay(lastDayOf(year, month));
}

const DIGITS = '零一二三四五六七八九';

function number(words: string): number {
  if (/^\d+$/u.test(words)) return Number(words);
  const plainWords = words.replace('两', '二');
  const [tens, ones] = plainWords.includes('十') ? plainWords.split('十') : ['', plainWords];
  const ten = plainWords.includes('十') ? (tens === '' ? 1 : Math.max(0, DIGITS.indexOf(tens ?? ''))) * 10 : 0;
  return ten + Math.max(0, ones === '' ? 0 : DIGITS.indexOf(ones ?? ''));
}
