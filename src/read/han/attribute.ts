import type { Span } from '../../base/span.ts';
import {
  ZH_BARE,
  ZH_INNER_CUES,
  ZH_ISSUED,
  ZH_NOUN_CUES,
  ZH_PURSUITS,
  ZH_QUOTE_CUES,
  ZH_WEAK_CUES,
} from '../locales/zh/cues.ts';
import { citedIn } from './citing.ts';
import { afterCue, contentsOf } from './content.ts';
import { type Cue, cuesOf } from './cue.ts';
import { evidentialsIn } from './evidential.ts';
import { type Find, trimmed } from './find.ts';
import { clauseStart, type Sentence } from './sentence.ts';
import { subjectIn } from './source.ts';
import { isHeard, needsMark, speakerOf } from './speaker.ts';
import { colonIn, findingIn, gestureIn, pretextIn } from './uncued.ts';

/** Everything that one sentence attributes, by the place of the cue; in a body's `own` text its "we" speaks too. */
export function attributionsIn(text: string, sentence: Sentence, own = false): readonly Find[] {
  const finding = findingIn(text, sentence);
  const evidentials = evidentialsIn(text, sentence);
  const taken = evidentials.filter((find) => !find.nested || find.source).map((find) => find.cue);
  const spoken = cuesOf(sentence)
    .filter((cue) => !taken.some((span) => overlaps(span, sentence.start + cue.start, sentence.start + cue.end)))
    .flatMap((cue) => spokenBy(text, sentence, cue, own));
  const colon = spoken.length + evidentials.length === 0 ? uncued(text, sentence) : [];
  const all = [...finding, ...pretextIn(text, sentence), ...evidentials, ...spoken, ...colon].sort(
    (a, b) => a.cue.start - b.cue.start,
  );
  const owned = all.map((find) => messaged(sentence, find, all));
  const placed = owned.map((find, i) => cut(text, find, owned.slice(i + 1), within(find, owned.slice(0, i))));
  return placed
    .filter(
      (find) => !placed.some((outer) => reportedAct(outer, find) || toldAgain(find, outer) || quotedSelf(outer, find)),
    )
    .map((find) => passedOn(find, placed))
    .filter((find) => says(text, find));
}

/** `妻子说，丈夫发过一条语音，说“…”`: the message that somebody tells of has a sender of its own. */
function messaged(sentence: Sentence, find: Find, all: readonly Find[]): Find {
  if (find.source || find.sourceless || !find.direct) return find;
  const upTo = find.clause - sentence.start;
  const [clause = '', words = ''] = MESSAGE.exec(sentence.mask.slice(0, Math.max(0, upTo))) ?? [];
  const at = find.clause - clause.length;
  const told = all.some((one) => one.source && !one.direct && one.cue.end <= at && one.content.start <= at);
  const sender = words !== '' && told ? subjectIn(words) : null;
  return sender ? { ...find, source: { ...sender, at: at + sender.start }, nested: true } : find;
}

const MESSAGE =
  /([^，。；：“”]{2,16}?)(?:曾|还|又|只|也|就)?[发留写打][过了来给][^，。；：“”]{0,12}(?:语音|短信|微信|消息|信息|帖子|纸条|字条|电话|信|视频)，$/u;

const uncued = (text: string, sentence: Sentence): readonly Find[] => {
  const colon = colonIn(text, sentence);
  return colon.length > 0 ? colon : gestureIn(text, sentence);
};

/** `确认了停产消息`: a matter named, not told. */
const POINTED_AT =
  /^[了对]?[^，。]{0,10}(?:“[^”]{1,30}”)?(?:一事)?的?(?:消息|传闻|说法|传言|报道|质疑|指控|指责|谣言|批评|猜测|关切|爆料)$/u;

/** Words of answering, whose object is what was said before. */
const ANSWERS = /^(?:回[应击怼敬呛复答]|反击|反驳|驳斥|澄清|辟谣|发文|批驳)/u;

/** An answer that is none: told as a response, not as a statement. */
const REFUSES =
  /^(?:否认|辟谣|回应|致歉|道歉|澄清|不接受.{0,8}采访|不予置评|不予回应|不作回应|不作评论|不做评论|拒绝.{0,8}|婉拒.{0,8})$/u;

/** 发帖反映, 发文称: the second verb is the cue. */
const NEXT_CUE =
  /^(?:称|说|表示|反映|举报|质疑|指出|指控|控诉|爆料|回[应复]|答复|认为|写道|评论|提醒|致歉|道歉|辟谣|澄清|否认|强调|解释|声称|投诉|\p{Script=Han}{1,8}(?:称|(?<!听)说|表示|指出)[，：“])/u;

/** `截图显示，店长要求员工…`: an act told of inside a paper's words. */
const reportedAct = (outer: Find, find: Find): boolean =>
  outer !== find &&
  !outer.direct &&
  !outer.sourceless &&
  !find.direct &&
  find.source !== null &&
  (ZH_INNER_CUES.has(find.word) || find.word === '自称') &&
  outer.content.start <= find.clause &&
  find.cue.start < outer.content.end;

/** `在答复材料中写道：“…”`: two cues of one speaker over one content; the nearer one stands. */
const toldAgain = (find: Find, other: Find): boolean =>
  find !== other &&
  !find.sourceless &&
  find.content.start === other.content.start &&
  find.content.end === other.content.end &&
  find.source?.at === other.source?.at &&
  find.cue.start < other.cue.start &&
  other.cue.end <= other.content.start;

/** "We" behind another's cue are the other's we. */
const quotedSelf = (outer: Find, find: Find): boolean =>
  find.source?.kind === 'self' && outer.source?.kind !== 'self' && outer.cue.start < find.cue.start;

const overlaps = (span: Span, start: number, end: number): boolean => span.start < end && start < span.end;
const says = (
  text: string,
  { content, direct, class: kind, word }: Find,
  confirms = kind === 'confirm' || kind === 'deny',
): boolean =>
  (direct || !REFUSES.test(text.slice(content.start, content.end))) &&
  content.end - content.start >= 2 &&
  /[\p{Script=Han}\p{L}]/u.test(text.slice(content.start, content.end)) &&
  !/(?:如下|以下)$|^[（(][^（()）]*[)）]$/u.test(text.slice(content.start, content.end)) &&
  !ZH_BARE.test(text.slice(content.start, content.end)) &&
  !((confirms || ANSWERS.test(word)) && POINTED_AT.test(text.slice(content.start, content.end)));

/** An outlet that cites a person stands behind what the person said: two attributions of one span. */
function passedOn(find: Find, all: readonly Find[]): Find {
  if (find.source?.kind !== 'outlet') return find;
  const inner = all.find(
    (one) => one !== find && !one.sourceless && one.clause === (one.source ? find.content.start : find.content.end + 1),
  );
  return inner ? { ...find, content: inner.content } : find;
}

/** Begins in the same clause as the content of another: told by somebody who is quoted. */
const within = (find: Find, earlier: readonly Find[]): boolean =>
  !find.direct &&
  earlier.some(
    (one) =>
      !one.direct &&
      one.clause < find.clause + 1 &&
      find.clause <= one.content.start &&
      one.content.start < find.cue.start,
  );

/** Where the quoting speaker takes over again. */
function turn(text: string, content: { start: number; end: number }): number {
  const at = text.slice(content.start, content.end).search(/[，；](?:但|然而|不过|却|可)/u);
  return at < 0 ? content.end : content.start + at;
}

/** An indirect clause runs to the next attribution that starts a clause of its own. */
function cut(text: string, find: Find, later: readonly Find[], inside: boolean): Find {
  if (find.direct || find.nested) return find;
  const matter = /^[^，]{4,60}?(?=(?:这?一事|一案|(?:等|的)(?:问题|情况))，)/u.exec(
    text.slice(find.content.start, find.content.end),
  )?.[0];
  if (matter !== undefined && FACES.test(text.slice(Math.max(0, find.clause - 12), find.cue.start)))
    return { ...find, content: { start: find.content.start, end: find.content.start + matter.length } };
  if (inside)
    return { ...find, content: trimmed(text, { start: find.content.start, end: turn(text, find.content) }, false) };
  const next = later.find((one) => !one.nested && one.clause > find.content.start && one.clause < find.content.end);
  const act = find.content.start + text.slice(find.content.start, find.content.end).search(ACTS_AND_REFUSALS);
  if (act > find.content.start + 1 && !(next && next.clause < act))
    return { ...find, content: { start: find.content.start, end: act } };
  if (!next || (find.source?.kind === 'artefact' && !/^[但而则不]/u.test(text.slice(next.clause)))) return find;
  const part = text.slice(find.content.start, next.clause).lastIndexOf('；');
  const end = part > 0 && !next.source ? find.content.start + part : next.clause;
  return { ...find, content: trimmed(text, { start: find.content.start, end }, false) };
}

function spokenBy(text: string, sentence: Sentence, cue: Cue, own: boolean): readonly Find[] {
  const chain = /援引|引述|转引|转述/u.test(sentence.mask) ? citedIn(text, sentence, cue) : [];
  if (chain.length > 0) return chain;
  const { mask, start } = sentence;
  const clause = clauseStart(mask, cue.start);
  const zone = mask.slice(clause, cue.start);
  const after = afterCue(mask, cue);
  const said = contentsOf(text, sentence, cue, after);
  if (said.spans.length === 0) return [];
  const marked = after.marked || said.direct;
  const { source, from, word } = speakerOf(text, sentence, clause, zone, cue, marked);
  if (source === undefined || (source?.kind === 'self' && !(own && source.words === '我们'))) return [];
  const pursued = source === null && JOINED.test(zone) && pursues(cue.word, mask.slice(0, clause));
  if (
    ZH_INNER_CUES.has(cue.word) &&
    !marked &&
    source === null &&
    zone === '' &&
    mask.charAt(clause - 1) !== '；' &&
    !pursued
  )
    return [];
  if (
    source === null &&
    !pursued &&
    !dropped(zone, cue, marked) &&
    !(STRONG.test(cue.word) && opened(sentence, clause))
  )
    return [];
  if (!marked && needsMark(cue.word)) return [];
  if (mask.charAt(after.at) === '的' && !after.marked) return [];
  if (cue.word === '发布' && mask.charAt(after.at - 1) !== '：') return [];
  if (cue.word === '消息' && source && !/^[\s\d月日时分今昨]*$/u.test(mask.slice(from + source.end, cue.start)))
    return [];
  if (
    ZH_QUOTE_CUES.has(cue.word) &&
    !said.direct &&
    mask.charAt(after.at) !== '“' &&
    !(ZH_NOUN_CUES.has(cue.word) && after.marked && /[是为：]/u.test(mask.slice(cue.end, after.at)))
  )
    return [];
  if (/^(?:问|提问|追问)$/u.test(cue.word) && /^\s*$/u.test(zone) && mask.charAt(cue.end) === '：') return [];
  if (source === null && clause === 0 && !marked) return [];
  if (source === null && !pursued && /^(?:判决|裁定|裁决|判定)$/u.test(cue.word)) return [];
  if (source === null && /^要求[把将其对]/u.test(mask.slice(cue.start))) return [];
  if (!marked && !said.direct && cue.class === null && NEXT_CUE.test(mask.slice(after.at))) return [];
  const fragment =
    source?.kind !== 'artefact' &&
    said.spans.length === 1 &&
    mask.charAt(cue.end) === '“' &&
    mask.charAt(clause - 1) === '，' &&
    clause > 0 &&
    !/^(?:但|并|而|却|则|又|还|也|另|同时|且|他|她|其)/u.test(zone) &&
    zone !== '' &&
    !said.before;
  const placed = source ? { ...source, at: start + from + source.start } : null;
  const demand = ZH_ISSUED.test(cue.word) && !said.direct ? demandAt(text, said.spans[0]) : null;
  if (demand) said.spans = [{ start: demand.end, end: said.spans[0]?.end ?? demand.end }];
  return said.spans.map((content) => ({
    cue:
      demand ??
      (word === '据'
        ? { start: start + from - 1, end: start + from }
        : { start: start + cue.end - word.length, end: start + cue.end }),
    word: demand ? text.slice(demand.start, demand.end) : word,
    class: isHeard(zone, cue) ? 'hearsay' : cue.class,
    source: placed,
    content,
    direct: said.direct,
    clause: start + clause,
    nested: fragment,
    sourceless: false,
    finding: false,
  }));
}

/** The verb of demanding that what was issued opens with. */
function demandAt(text: string, content: Span | undefined): Span | null {
  const verb =
    content && /^(?:要求|呼吁|提醒|敦促|责令)(?![的书])/u.exec(text.slice(content.start, content.start + 4))?.[0];
  return content && verb ? { start: content.start, end: content.start + verb.length } : null;
}

const JOINED = /^(?:并|且|并且|同时|遂|故|一审|二审|当庭|依法|最终)*$/u;

/** `法院认为…，判决…`, `家属质疑…，要求…`: who accuses demands, who finds rules. */
const pursues = (word: string, before: string): boolean =>
  ZH_PURSUITS.some(({ first, next }) => next.test(word) && first.test(before));

/** What the speaker does beside his words. */
const ACTS = /，(?:并|还|随后|随即|同时)?(?:晒出|出示了?|展示了?|附上|配有|配发|贴出|递上|拿出)[^，。]*$/u;

/** The same, and what he would not say or did not keep: the carrier tells that. */
const ACTS_AND_REFUSALS = new RegExp(
  `${ACTS.source}|，(?:但|却|不过|并|同时|而)*(?:以[^，。]{2,16}为由，?|对[^，。]{2,16})?(?:(?:拒绝|婉拒|谢绝|不愿|不肯)(?:了|进一步|对外|向[^，。]{1,6}|就[^，。]{1,10})?(?:透露|回答|说明|接受|回应|置评|评论|提供|公布)|(?:未|没有|并未)(?:进一步|对外|向[^，。]{1,6})?(?:透露|说明|作答|披露))[^。]*$|，(?:但|却|均|都|皆|全|至今|最终|结果|后来|始终|一直)+也?(?:未|没有?)能?(?:兑现|履行|做到|落实|办到|实现)[^，。]*$`,
  'u',
);

/** `针对网民反映…一事`: what is answered ends with its noun. */
const FACES = /(?:针对|对于|关于|面对|(?:^|[。\n])就)[^，。]*$/u;

/** Verbs of saying that are little else; their subject may stand a clause before. */
const STRONG =
  /^(?:质疑|指控|指责|谴责|控诉|呼吁|扬言|怒斥|痛批|抨击|直言|坚称|辩称|解释|反驳|澄清|回应|提醒|警告|透露|介绍|证实|质问|哭诉|感叹|爆料|举报|建议|敦促|直指|表态|答复|回复)/u;

/** Whether the sentence before the clause opens with somebody. */
const opened = (sentence: Sentence, clause: number, mask = sentence.mask): boolean =>
  clause > 0 &&
  mask.charAt(clause - 1) === '，' &&
  (cuesOf(sentence).some((cue) => cue.end < clause) || subjectIn(mask.slice(0, clause - 1)) !== null);

/** A dropped subject is believed only where the cue can't be read otherwise. */
const dropped = (zone: string, cue: Cue, marked: boolean): boolean =>
  marked ||
  /^(?:要求|宣布|促请|批评|称|表示|否认|承认|指出|强调|坦言|声称|认为|保证|承诺|答应|允诺|许诺|担保|只说|补充|透露|重申|说明)/u.test(
    cue.word,
  ) ||
  (zone !== '' && !ZH_WEAK_CUES.has(cue.word)) ||
  (/^(?:又|还|也|则|却|只|就|反复|一直)?$/u.test(zone) && cue.word === '说');
