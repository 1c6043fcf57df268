import { type Quote, quoteAt, type Span } from '../../base/span.ts';
import type { Stretch } from '../grammar.ts';
import { ZH_ASKING, ZH_DESKS, ZH_REFUSAL, ZH_SILENCE, ZH_WITHHELD } from '../locales/zh/replies.ts';
import type { Outcome, Response, Statement } from '../statement.ts';
import { answers, complains } from './answers.ts';
import { rememberBodies } from './body.ts';
import { isBulletin, ownBody } from './bulletin.ts';
import { trimmed } from './find.ts';
import { plain } from './plain.ts';
import { fullName, type Memory } from './resolve.ts';
import { type Sentence, sentencesIn } from './sentence.ts';
import { subjectIn } from './source.ts';

/** Who was asked and what came back: answers in words, refusals and silences, in the order of the text. */
export function responsesIn(
  content: string,
  stretches: readonly Stretch[],
  statements: readonly Statement[],
): readonly Response[] {
  const text = plain(content);
  const memory: Memory = {
    sources: [],
    own: ownBody(text, stretches),
    speaking: isBulletin(text),
    bodies: [],
    about: null,
  };
  const found: Response[] = [];
  const ordered = statements.filter((one) => one.cue && !one.carrier).sort((a, b) => a.start - b.start);
  let next = 0;
  const offices = new Map<string, string>();
  let asked = false;
  let accused = false;
  for (const stretch of stretches) {
    let near = 0;
    let called: string | null = null;
    let log = false;
    const questioned = ASKED_LINE.test(lineBefore(text, stretch.start));
    for (const sentence of sentencesIn(text, stretch)) {
      rememberBodies(sentence, memory);
      while (next < ordered.length && (ordered[next]?.start ?? 0) < sentence.start) next++;
      const here: Statement[] = [];
      for (let i = next; i < ordered.length && (ordered[i]?.start ?? 0) < sentence.end; i++) {
        const one = ordered[i];
        if (one && (one.end <= sentence.end || one.cue?.quote === '')) here.push(one);
      }
      log ||= LOG_LINE.test(sentence.mask);
      if (log || asks(sentence, here)) {
        near = 3;
        called = log ? null : calledIn(sentence.mask);
      }
      asked = near-- > 0;
      for (const one of here) {
        if (
          answers(one, {
            text,
            sentence,
            here,
            asked,
            called,
            accused,
            own: memory.own,
            bodies: memory.bodies.length,
            questioned,
            later: one !== ordered[0],
          })
        )
          found.push(askedOf(answer(content, one, here, stretch, sentence), one, memory, asked ? called : null));
        if (one.source.name && one.source.body) offices.set(one.source.name, one.source.body);
        accused ||= one.class === 'hearsay' || one.class === 'allege' || complains(one);
      }
      found.push(...absences(content, text, sentence, here, memory, stretch, asked, offices));
    }
  }
  return merged(found);
}

/** Words of asking that the carrier tells, not somebody quoted. */
const asks = ({ mask, start }: Sentence, here: readonly Statement[]): boolean => {
  const hit = ZH_ASKING.exec(mask);
  return hit !== null && !here.some((one) => one.start <= start + hit.index && start + hit.index < one.end);
};

/** Who was called or written to, as the carrier tells it. */
const calledIn = (mask: string): string | null =>
  /(?:致电|拨打|拨通|联系(?!方式)|采访(?!时|提纲|函|请求|需求|的|邀)|发函|致函|来函|求证)(?:了|到|上)?([^，。；：]{2,24})/u.exec(
    mask,
  )?.[1] ?? null;

/** `问：…？` in a transcript: the turn behind it answers. */
const ASKED_LINE = /^\s*(?:问|记者问?|提问|主持人|Q)[：:]|^[^，。：]{1,16}[：:][^。]*[？?]\s*$/u;

/** The line that ends before `at`. */
const lineBefore = (text: string, at: number): string => {
  const end = Math.max(0, at - 1);
  return text.slice(Math.max(text.lastIndexOf('\n', end - 1) + 1, end - 300), end);
};

/** A line of a telephone log: whoever speaks in it was called. */
const LOG_LINE = /^\s*[-*•]\s*(?:\d|昨|今|上午|下午|晚|早)/u;

function answer(
  content: string,
  one: Statement,
  here: readonly Statement[],
  stretch: Stretch,
  sentence: Sentence,
): Response {
  const other = here.find(
    (two) =>
      two !== one && two.source.name === one.source.name && [two.class, one.class].sort().join() === 'confirm,deny',
  );
  const outcome = other ? 'partial' : outcomeOf(one);
  const span = other
    ? quoteAt(content, Math.min(one.start, other.start), Math.max(one.end, other.end))
    : shown(content, sentence, one, here.length === 1);
  return {
    ...span,
    body: bodyFor(one),
    askedBy: stretch.carrier.publisher,
    asked: null,
    outcome,
  };
}

/** Whose answer it is: what was found for a notice is its body's; a nameless official speaks for the body last called. */
function askedOf(response: Response, { source, cue }: Statement, memory: Memory, called: string | null): Response {
  if (memory.own !== null && /^经/u.test(plain(cue?.quote ?? ''))) return { ...response, body: memory.own };
  if (response.body === '') return { ...response, body: memory.own ?? memory.bodies.at(-1) ?? '' };
  return source.kind === 'unnamed-official' && source.body === undefined
    ? { ...response, body: (called !== null ? cleaned(called, memory) : memory.bodies.at(-1)) ?? response.body }
    : response;
}

const bodyFor = ({ source }: Statement): string =>
  source.kind === 'artefact'
    ? (source.name ?? '').replace(/的?[^的]{0,4}[函信复]$/u, '')
    : (source.body ?? source.name ?? source.quote);

function outcomeOf(one: Statement): Outcome {
  const words = plain(one.quote);
  if (one.class === 'deny') return 'denied';
  if (one.class === 'confirm')
    return /但|不过|不属于|不是|并非|没有|都在核实|其余|其他|有出入|部分/u.test(words) || /，.*(?:未|不)/u.test(words)
      ? 'partial'
      : 'confirmed';
  if (one.class === 'respond')
    return ZH_WITHHELD.test(words) && !/关注到|注意到|已受理|已登记|收到/u.test(words) ? 'declined' : 'acknowledged';
  return 'acknowledged';
}

/** The answer; a short one with the words that bring it in. */
function shown(content: string, sentence: Sentence, one: Statement, alone: boolean): Quote {
  const from = one.source.quote === '' ? one.start : one.source.start;
  const near = from >= sentence.start && from < one.start && one.start - from <= one.end - one.start + 4;
  const whole = trimmed(sentence.mask, { start: 0, end: sentence.mask.length }, true);
  const lead = /^(?:[-*•\s]|\d{1,2}[:：]\d{2}(?!\d))*/u.exec(sentence.mask.slice(whole.start))?.[0].length ?? 0;
  const short = whole.end - whole.start <= SHORT && (one.end - one.start) * 20 >= (whole.end - whole.start) * 9;
  if (short && alone) return quoteAt(content, sentence.start + whole.start + lead, sentence.start + whole.end);
  const behind = one.cue && one.cue.start >= one.end && one.cue.end <= sentence.end ? one.cue.end : 0;
  if (near && behind > 0) return quoteAt(content, from, behind);
  const opened = near && /[“「『"]$/u.test(content.slice(from, one.start));
  const shut = opened ? (/^[。！？]?[”」』"]/u.exec(content.slice(one.end, one.end + 2))?.[0].length ?? 0) : 0;
  const brief =
    !near && one.end - one.start < 8 && one.cue && one.cue.start >= sentence.start && one.cue.end <= one.start;
  return quoteAt(content, near ? from : brief && one.cue ? one.cue.start : one.start, one.end + shut);
}

/** One of these characters stands in every phrase for a silence or a refusal. */
const MAY_REFUSE = /[无没未不拒绝婉避空关停占忙挂黑沉杳拦挡三转]/u;

/** Clauses that say nobody answered, or would. */
function absences(
  content: string,
  text: string,
  sentence: Sentence,
  here: readonly Statement[],
  memory: Memory,
  stretch: Stretch,
  asked: boolean,
  offices: ReadonlyMap<string, string>,
): Response[] {
  const found: Response[] = [];
  const { mask, start } = sentence;
  if (!MAY_REFUSE.test(mask)) return found;
  let clause = 0;
  for (const part of mask.split(/(?<=[，。；！？])/u)) {
    const at = start + clause;
    clause += part.length;
    const refused = ZH_REFUSAL.exec(part);
    const silent = refused ? null : ZH_SILENCE.exec(part);
    const hit = refused ?? silent;
    if (!hit || here.some((one) => one.start <= at + hit.index && at + hit.index < one.end && one.class !== 'respond'))
      continue;
    if (silent && /村民|业主|网友|大家|家长|居民|乘客/u.test(part.slice(0, hit.index)) && !asked) continue;
    const named = whom(mask, clause - part.length, part, hit.index, memory, here);
    if (named === null || named === '' || (here.length > 0 && /挂断|挂了电话/u.test(hit[0]))) continue;
    const body = refused ? (offices.get(named) ?? named) : named;
    const span = absenceSpan(text, sentence, at, part);
    found.push({
      ...quoteAt(content, span.start, span.end),
      body,
      askedBy: stretch.carrier.publisher,
      asked: null,
      outcome: refused ? 'declined' : 'no-reply',
    });
  }
  return found;
}

/** In characters: a sentence that is shown whole. */
const SHORT = 40;

/** A short sentence is shown whole, of a longer one the clause. */
function absenceSpan(text: string, sentence: Sentence, at: number, part: string): Span {
  const listed = /^\s*[-*•]\s*/u.exec(sentence.mask)?.[0].length ?? 0;
  const whole = trimmed(text, { start: sentence.start + listed, end: sentence.end }, false);
  const clause = trimmed(text, { start: Math.max(at, sentence.start + listed), end: at + part.length }, false);
  return clause.end - clause.start < 8 && whole.end - whole.start <= SHORT ? whole : clause;
}

/** 未获水务局回应: the one who owes the answer stands inside the phrase. */
const OWED =
  /(?:未获|获得?|得到|收到|等到|有)(?:了)?([^，。的]{1,13}?[局委院部厅所站校方司团])(?:方面)?的?(?:任何)?(?:回应|回复|答复)/u;

/** Who was asked: the subject of the clause, the one called or written to before it, else the body last named. */
function whom(
  mask: string,
  clause: number,
  part: string,
  hit: number,
  memory: Memory,
  here: readonly Statement[],
): string | null {
  const before = part.slice(0, hit);
  const owed = OWED.exec(part.slice(hit))?.[1];
  if (owed !== undefined) return cleaned(owed, memory);
  const direct = subject(before, memory);
  if (direct) return direct;
  const called =
    /(?:致电|拨打|拨通|联系|采访(?!提纲|函|请求|需求|的|邀)|询问|发函|打|向(?!本报|本刊|本网|本台|记者|媒体|我们|外界|公众|社会)|给|致函|追问|问)(?:了)?([^，。；：]{2,24})/gu;
  const last =
    [...mask.slice(0, clause + hit).matchAll(called)].at(-1)?.[1]?.replace(/^[及到起](?=.*时?).*$/u, '') || undefined;
  if (last !== undefined) return cleaned(last, memory);
  const head = /^\s*[-*•]?\s*(?:\d{1,2}[:：]\d{2}\s*)?([^，。；：]{3,24})：/u.exec(mask)?.[1];
  if (head !== undefined) return cleaned(head, memory);
  const spoken = here.at(-1);
  if (spoken) return bodyFor(spoken);
  return memory.bodies.at(-1) ?? subject(mask.slice(0, Math.max(0, clause - 1)).split('，')[0] ?? '', memory);
}

function subject(words: string, memory: Memory): string | null {
  const stripped = words.replace(
    /(?:的)?(?:办公电话|办公室电话|值班电话|公开电话|电话|手机|热线)?(?:则|均处?于?|处于|也|都|始终|一直|同样|仍|至今|截至(?:发稿|截稿|记者发稿|今日|目前)(?:时|前)?|未|没有)*$/u,
    '',
  );
  const asked = /(?:未获|未得到|没有得到|未收到|没有收到)?$/u.exec(stripped);
  const phrase = subjectIn(stripped.slice(0, asked?.index ?? stripped.length));
  if (!phrase || phrase.kind === 'self' || phrase.kind === 'pronoun' || phrase.kind === 'artefact') return null;
  return phrase.person ?? cleaned(phrase.words, memory);
}

function cleaned(words: string, memory: Memory): string {
  const bare = words
    .replace(/^(?:承建方|施工方|涉事企业|运营方|主办方|开发商|生产商|厂家|当事人)(?=\p{Script=Han}{3})/u, '')
    .replace(
      /(?:多[位名]|一[位名]|几[位名]|相关|有关)?(?:负责人|工作人员|发言人|客服|院长|校长|经理|老板|法定代表人|董事长|总经理)(?:的?(?:电话|手机|办公电话))?$/u,
      '',
    )
    .replace(/(?:查询|求证|了解|核实|询问|反映|咨询|提问|采访).*$/u, '')
    .replace(/^(?:了|记者|多次|两次|再次|试图|尝试|本报|其|公开)+/u, '')
    .replace(/的$/u, '')
    .replace(ZH_DESKS, '')
    .replace(/的$/u, '')
    .replace(ZH_DESKS, '');
  return bare === '' ? (memory.bodies.at(-1) ?? words) : fullName(bare, memory);
}

/** One reply is told once: the same words are not counted for two clauses. */
function merged(found: readonly Response[]): readonly Response[] {
  return found.filter(
    (one, i) =>
      !found
        .slice(Math.max(0, i - 6), i)
        .some(
          (other) =>
            (other.outcome === one.outcome || other.outcome === 'partial') &&
            ((other.start < one.end && one.start < other.end) ||
              (other.body === one.body &&
                other.outcome === 'partial' &&
                one.outcome !== 'no-reply' &&
                one.outcome !== 'declined')),
        ),
  );
}
