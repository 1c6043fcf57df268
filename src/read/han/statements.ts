import { quoteAt } from '../../base/span.ts';
import type { Stretch } from '../grammar.ts';
import { ZH_ASKING, ZH_REPLY_CONTEXT } from '../locales/zh/replies.ts';
import { ZH_RUMOUR_CROWD } from '../locales/zh/sources.ts';
import type { Source, Statement } from '../statement.ts';
import { complains } from './answers.ts';
import { attributionsIn } from './attribute.ts';
import { rememberBodies } from './body.ts';
import { isBulletin, ownBody } from './bulletin.ts';
import { type Around, carriedIn } from './carried.ts';
import { classOf, isHedged, polarityOf } from './class.ts';
import { type Find, trimmed } from './find.ts';
import { plain } from './plain.ts';
import { type Memory, mentioned, rememberMention, resolved } from './resolve.ts';
import { type Sentence, sentencesIn } from './sentence.ts';
import { subjectIn } from './source.ts';

/** Who says what in Chinese prose, sentence by sentence; carriers' own words are left to others. */
export function statementsIn(content: string, stretches: readonly Stretch[]): readonly Statement[] {
  const text = plain(content);
  const memory: Memory = {
    sources: [],
    own: ownBody(text, stretches),
    speaking: isBulletin(text),
    bodies: [],
    about: null,
  };
  const found: Statement[] = [];
  let accused = false;
  const afloat = new Set<string>();
  for (const stretch of stretches) {
    let spoken = false;
    let run: Statement | undefined;
    const sentences = sentencesIn(text, stretch);
    for (const [i, sentence] of sentences.entries()) {
      const here = readSentence(content, text, sentence, memory, accused, afloat);
      if (AFLOAT.test(sentence.mask)) for (const paper of sentence.mask.matchAll(PAPERS)) afloat.add(paper[0]);
      const around: Around = {
        last: spoken ? found.at(-1) : undefined,
        mentioned: mentioned(memory),
        next: sentences[i + 1],
      };
      const carried: readonly Statement[] = here.length === 0 ? carriedIn(content, text, sentence, around) : [];
      if (here.length + carried.length === 0 && run) {
        const longer = lengthened(content, text, run, sentence);
        found.splice(found.lastIndexOf(run), 1, longer);
        run = longer;
      } else run = [...here, ...carried].find((one) => opensTurn(text, sentence, one));
      found.push(...here, ...carried);
      spoken = [...here, ...carried].some((one) => one.source.kind !== 'none' && one.source.kind !== 'artefact');
      accused ||=
        ZH_ASKING.test(sentence.mask) ||
        here.some((one) => one.class === 'hearsay' || one.class === 'allege' || complains(one));
    }
  }
  return found;
}

/** `甲：…`, `答：…` at the head of a line: the turn is his to the end of the line. */
const opensTurn = (text: string, { start, end, mask, quotations }: Sentence, one: Statement): boolean =>
  quotations.length === 0 &&
  (start === 0 || text.charAt(start - 1) === '\n') &&
  /^(?:答|回答|答道)?$/u.test(plain(one.cue?.quote ?? '-')) &&
  mask.slice(0, one.start - start).endsWith('：') &&
  end - one.end < 3;

/** The same turn with one more sentence. */
function lengthened(content: string, text: string, one: Statement, { start, end }: Sentence): Statement {
  if (text.slice(one.end, start).includes('\n')) return one;
  const span = trimmed(text, { start: one.start, end }, false);
  const words = text.slice(span.start, span.end);
  const kind = classOf({
    cueClass: null,
    cue: '',
    content: words,
    kind: one.source.kind,
    loose: false,
    answering: true,
  });
  return {
    ...one,
    ...quoteAt(content, span.start, span.end),
    class: kind,
    polarity: polarityOf(words, kind),
    hedged: isHedged(words),
  };
}

/** A paper said to go round, or that nobody could check: what it says later is hearsay too. */
const AFLOAT = /流传|疯传|热传|流出|网传|来源不明/u;
const PAPERS = /截图|通知|文件|函件|录音|视频|名单|协议|合同|公告|报告|聊天记录|清单|信件|照片/gu;

const adrift = (find: Find, afloat: ReadonlySet<string>): Find =>
  find.source?.kind === 'artefact' && [...afloat].some((paper) => find.source?.words.endsWith(paper))
    ? { ...find, source: { ...find.source, loose: true } }
    : find;

function readSentence(
  content: string,
  text: string,
  sentence: Sentence,
  memory: Memory,
  accused: boolean,
  afloat: ReadonlySet<string>,
): Statement[] {
  rememberBodies(sentence, memory);
  const finds = withInner(text, attributionsIn(text, sentence, memory.speaking)).map((find) => adrift(find, afloat));
  if (finds.length === 0 || finds.every((find) => find.sourceless))
    rememberMention(content, sentence.start, sentence.mask, memory);
  const answering = accused || ZH_REPLY_CONTEXT.test(sentence.mask);
  const out: Statement[] = [];
  for (const [i, find] of finds.entries()) {
    const before = finds[i - 1];
    if (!before && (find.source?.kind === 'pronoun' || (!find.source && /^(?:答复|回复|回答|回应)/u.test(find.word))))
      rememberMention(content, sentence.start, sentence.mask.slice(0, find.clause - sentence.start), memory);
    const open =
      !before ||
      before.sourceless ||
      before.source?.kind === 'outlet' ||
      (before.source?.kind === 'artefact' && find.direct);
    if (open && !find.source && !find.sourceless && !find.finding)
      rememberSubject(
        content,
        sentence,
        find,
        before && !before.nested ? before.content.start : sentence.start,
        memory,
      );
    else if (
      before &&
      !find.source &&
      !find.sourceless &&
      !find.finding &&
      NEXT_SUBJECT.test(between(text, before, find))
    )
      rememberSubject(
        content,
        sentence,
        find,
        before.content.end + between(text, before, find).search(/\p{Script=Han}/u),
        memory,
      );
    const source = resolved(content, find, memory);
    if (source.kind === 'none' && !find.sourceless) continue;
    const outer = out.find((one) => one.start <= find.cue.start && find.content.end <= one.end);
    out.push(
      statement(
        content,
        text,
        find,
        source,
        outer,
        finds.filter((one) => toldBy(find, one)),
        answering || (i > 0 && out.some((one) => one.class === 'hearsay' || one.class === 'allege')),
      ),
    );
    if (!find.sourceless && source.kind !== 'none') memory.sources.push(source);
  }
  return out;
}

/** Stands in the content of `outer`, with a speaker of its own. */
const toldBy = (outer: Find, one: Find): boolean =>
  one !== outer &&
  !one.sourceless &&
  one.cue.start > outer.cue.start &&
  outer.content.start <= one.clause &&
  one.content.end <= outer.content.end;

const MAY_QUOTE = /[‘“]|交代/u;

/** Words that somebody quoted quotes in turn: only where marks and a named speaker show it. */
function withInner(text: string, finds: readonly Find[]): readonly Find[] {
  const inner = finds
    .filter(
      (find) => find.direct && !find.sourceless && MAY_QUOTE.test(text.slice(find.content.start, find.content.end)),
    )
    .flatMap((find) => sentencesIn(text, find.content).flatMap((one) => attributionsIn(text, one)))
    .filter(
      ({ source, direct, word }) =>
        source && (direct || word === '交代') && !['pronoun', 'self', 'unknown'].includes(source.kind),
    )
    .map((find) => ({ ...find, nested: true }));
  return [...finds, ...inner];
}

const between = (text: string, before: Find, find: Find): string => text.slice(before.content.end, find.clause);

/** A clause with somebody new in it, between two attributions: `“…”，现在医务科的人让我们等，说…`. */
const NEXT_SUBJECT = /^[”，；\s]*\p{Script=Han}{5,30}，$/u;

/** A dropped subject is first looked for at the head of its own sentence. */
function rememberSubject(content: string, sentence: Sentence, find: Find, from: number, memory: Memory): void {
  const subject = subjectIn(sentence.mask.slice(from - sentence.start, Math.max(0, find.clause - sentence.start)));
  if (!subject || subject.kind === 'self') return;
  const at = from + subject.start;
  const source = resolved(content, { ...find, source: { ...subject, at } }, memory);
  memory.sources.push(source);
}

function statement(
  content: string,
  text: string,
  find: Find,
  source: Source,
  outer: Statement | undefined,
  inner: readonly Find[],
  answering: boolean,
): Statement {
  const quote = quoteAt(content, find.content.start, find.content.end);
  const words = text.slice(find.content.start, find.content.end);
  const before = text.slice(Math.max(0, find.cue.start - 8), find.cue.start);
  const kind = classOf({
    cueClass: find.class ?? announced(before, find),
    cue: find.word,
    content: without(words, find.content.start, inner),
    kind: source.kind,
    competent: source.kind === 'named-person' && AUTHORITY.test(plain(source.body ?? '')),
    loose: find.source?.loose ?? (source.kind === 'crowd' && ZH_RUMOUR_CROWD.test(plain(source.name ?? ''))),
    answering,
    finding: /^[经据]/u.test(find.word),
  });
  return {
    ...quote,
    cue: quoteAt(content, find.cue.start, find.cue.end),
    source,
    chain: outer ? [source, ...outer.chain] : [source],
    class: kind,
    polarity: polarityOf(words, kind),
    hedged: isHedged(words),
    carrier: false,
    by: 'rules',
  };
}

const AUTHORITY = /[局署厅]$|(?:卫健|发改|纪|监|国资|住建)委|警|政府|法院|检察|海关|消防|纪委|监管|支队|大队/u;

/** 辟谣，称…: the class of the word before an empty 称. */
const announced = (before: string, find: Find): Statement['class'] | null =>
  /^(?:称|表示|说|指出?|强调|坚称|解释)$/u.test(find.word) &&
  find.source === null &&
  /(?:辟谣|否认|澄清|反驳|驳斥|不服|不予认可|不认可|[提表][出示]异议)，$/u.test(before)
    ? 'deny'
    : null;

/** The words that are the speaker's own, not those of somebody told of. */
function without(words: string, start: number, inner: readonly Find[]): string {
  return inner.reduce(
    (left, { content }) =>
      `${left.slice(0, content.start - start)}${'□'.repeat(content.end - content.start)}${left.slice(content.end - start)}`,
    words,
  );
}
