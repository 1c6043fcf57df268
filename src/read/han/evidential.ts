import type { Span } from '../../base/span.ts';
import { ZH_EVIDENTIALS, ZH_MIDDLE } from '../locales/zh/cues.ts';
import { ZH_OPENERS } from '../locales/zh/phrases.ts';
import { type Find, trimmed } from './find.ts';
import { clauseStart, type Sentence } from './sentence.ts';
import { type Phrase, sourceIn } from './source.ts';
import { anyOf, finderOf, wordsOf } from './words.ts';

const candidates = finderOf(wordsOf(ZH_EVIDENTIALS));
const MIDDLE = new Set(wordsOf(ZH_MIDDLE));
const OPENERS = new RegExp(
  `^(?:${anyOf(wordsOf(ZH_OPENERS))}|[\\s，、#【—-]|(?:对于|针对|面对)?(?:外界|坊间|市场|网上|网络|业内|圈内|民间|小区里?|村里|校园里?)|也|还|又|就|都|才|早|曾经?|一度|我也?|有人|最近|刚|我们|前几天|今天|昨天)*$`,
  'u',
);
const THINGS =
  /^的?[“□”]{0,40}(?:截图|视频|图片|照片|录音|聊天|消息|信息|文章|帖|内容|说法|传闻|传言|谣言|文件|名单|通知|金额|言论|中)/u;

/** What is put at a distance with nobody behind it, and who is named only after 据. */
export function evidentialsIn(text: string, sentence: Sentence): readonly Find[] {
  const found: Find[] = [];
  for (const match of candidates(sentence.mask)) {
    const one = evidential(text, sentence, match.index, match[0]);
    if (one) found.push(one);
  }
  const versions = versionsIn(text, sentence);
  const free = found.filter(
    (one) => !versions.some((two) => two.clause < one.cue.end && one.cue.start < two.content.start),
  );
  return [
    ...free,
    ...namedRumours(text, sentence, free),
    ...versions,
    ...inPassing(text, sentence),
    ...according(text, sentence),
  ];
}

function evidential(text: string, sentence: Sentence, at: number, word: string): Find | null {
  const { mask, start, quotations } = sentence;
  const end = at + word.length;
  if (
    (word === '说是' && at > 0 && mask.charAt(at - 1) === '，') ||
    (word === '听说' && /^[了过没吗]/u.test(mask.slice(end))) ||
    /[无并不未别没]$/u.test(mask.slice(0, at)) ||
    (/^(?:的|人|者|染|应|为主)|^(?:不[实属]|均|纯|系|属|一事|已|，|。)/u.test(
      /传[言闻]$|猜测$/u.test(word) ? mask.slice(end) : mask.slice(end).replace(/^[^的人者染应为]/u, '□'),
    ) &&
      !THINGS.test(mask.slice(end)))
  )
    return null;
  const quotation = quotations.find((one) => one.start === start + end + (/^[的：，]/u.test(mask.slice(end)) ? 1 : 0));
  if (quotation && quotation.end - start < mask.trimEnd().length - 1)
    return sourceless(sentence, at, word, inner(text, quotation), true, start + at);
  if (THINGS.test(mask.slice(end)) || /^(?:犯罪|病例|患者|人员|分子|对象)/u.test(mask.slice(end))) return null;
  const clause = clauseStart(mask, at);
  const zone = mask.slice(clause, at);
  const opens = OPENERS.test(zone);
  if (!opens && !MIDDLE.has(word)) return word === '听说' ? heard(text, sentence, at, word, zone) : null;
  if (!opens && /(?:对|的|名|该|为|是|称|说)$/u.test(zone)) return null;
  const mark = /^[，：]/u.test(mask.slice(end)) ? 1 : 0;
  const from = opens ? start + end + mark : start + clause + (/^(?:\s|但|而|不过|此外)*/u.exec(zone)?.[0].length ?? 0);
  if (!quotation && UNMASKED.test(mask.slice(from - start))) return null;
  const content = quotation ? inner(text, quotation) : trimmed(text, { start: from, end: sentence.end }, false);
  return sourceless(sentence, at, word, content, !!quotation || (!opens && clause > 0), start + clause);
}

/** The carrier says in the same breath that the rumour is none. */
const UNMASKED =
  /(?:系|为|是|属|均|纯属|全是)(?:他人|人为|恶意)?(?:伪造|谣言|不实|捏造|编造|虚假|误传|摆拍|合成|杜撰)|(?:消息|说法|传言|传闻|内容|信息|情况|一事|言论)(?:并|完全|均|纯属)?(?:不属实|不实|不是事实|子虚乌有|无中生有|没有(?:任何)?依据)/u;

/** `我听说`, `老王听说`: somebody passes on what was heard; the hearer is no source. */
function heard(text: string, sentence: Sentence, at: number, word: string, zone: string): Find | null {
  const source = sourceIn(zone, false);
  if (!source) return null;
  const content = trimmed(text, { start: sentence.start + at + word.length, end: sentence.end }, false);
  return sourceless(sentence, at, word, content, false, sentence.start + at - zone.length);
}

const inner = (text: string, { start, end }: Span): Span => trimmed(text, { start: start + 1, end: end - 1 }, true);

function sourceless(
  sentence: Sentence,
  at: number,
  word: string,
  content: Span,
  nested: boolean,
  clause: number,
): Find {
  const cue = { start: sentence.start + at, end: sentence.start + at + word.length };
  return {
    cue,
    word,
    class: 'hearsay',
    source: null,
    content,
    direct: nested,
    clause,
    nested,
    sourceless: true,
    finding: false,
  };
}

const RUMOUR = /^(?:的|等|这一|一事的|等的|一类的){0,2}(网传|网络传言|传言|传闻|谣言|网络谣言|流言|风传)/u;
const FACED =
  /^(?:的|等|这一|一事的|等的|一类的){0,2}(网传|网络传言|传言|传闻|谣言|网络谣言|流言|风传|说法|爆料|网络说法|质疑|猜测|投诉|反映)/u;

/** `“X”的传闻`, `“X”的网传消息`: a rumour quoted inside an answer. */
function namedRumours(text: string, sentence: Sentence, found: readonly Find[]): readonly Find[] {
  return sentence.quotations.flatMap((quotation) => {
    if (found.some((one) => one.content.start === quotation.start + 1)) return [];
    const behind = sentence.mask.slice(quotation.end - sentence.start);
    const faced = /(?:针对|对于|就|面对|关于|至于|有关)(?:网上|网络|网友|近日|所谓)?$/u.test(
      sentence.mask.slice(0, quotation.start - sentence.start),
    );
    const noun = (faced ? FACED : RUMOUR).exec(behind);
    if (!noun?.[1] || quotation.end - quotation.start < 5) return [];
    const at = quotation.end - sentence.start + noun[0].length - noun[1].length;
    return [sourceless(sentence, at, noun[1], inner(text, quotation), true, sentence.start + at)];
  });
}

/** `群众反映的“X”`, `被告人所称“X”`: told of in passing, with its speaker. */
function inPassing(text: string, sentence: Sentence): readonly Find[] {
  const { mask, start, quotations } = sentence;
  return quotations.flatMap((quotation) => {
    const match = PASSING.exec(mask.slice(0, quotation.start - start));
    const zone = match?.[1];
    const source = zone === undefined ? null : sourceIn(zone.replace(/^(?:针对|对于|就|关于|面对)/u, ''), true);
    const short = quotation.end - quotation.start < 6;
    if (match?.[4] !== undefined && !match[0].endsWith('的') && !MATTER.test(mask.slice(quotation.end - start)))
      return [];
    if (!match || zone === undefined || short || !source || ['self', 'unknown', 'pronoun'].includes(source.kind))
      return [];
    const from = start + match.index + zone.length - zone.replace(/^(?:针对|对于|就|关于|面对)/u, '').length;
    const word = match[2] ?? match[3] ?? match[4] ?? '';
    const at = start + match.index + match[0].indexOf(word, zone.length);
    return [
      {
        ...sourceless(sentence, at - start, word, inner(text, quotation), true, at),
        class: match[4] === undefined || word === '反映' ? null : ('allege' as const),
        source: { ...source, at: from + source.start },
        sourceless: false,
      },
    ];
  });
}

/** `网民反映“X”一事`: the words are a matter, not what is being said now. */
const MATTER = /^(?:的|等)*(?:一事|问题|情况|事件|事项|现象|一案|线索)/u;

const PASSING =
  /([^，。；：“”]{2,16}?)(?:(?:口中|嘴里)?所?(称|说|言|述|提到|提及|声称|宣称)的|所(称|言|述)|(反映|举报|投诉|爆料|质疑|指控|曝光)的?)$/u;

/** `流传最广的说法是：…`, `另一种说法是…`: a version that nobody stands behind. */
function versionsIn(text: string, sentence: Sentence): readonly Find[] {
  if (!/说法|版本|猜测/u.test(sentence.mask)) return [];
  return [...sentence.mask.matchAll(VERSION)].map((match) => {
    const word = match[1] ?? '';
    const at = match.index + match[0].indexOf(word);
    const end = sentence.start + match.index + match[0].length;
    const quotation = sentence.quotations.find((one) => one.start === end);
    const content = quotation ? inner(text, quotation) : trimmed(text, { start: end, end: sentence.end }, false);
    return sourceless(sentence, at, word, content, false, sentence.start + match.index);
  });
}

const VERSION =
  /(?:(?:流传|盛传|传播|传)得?(?:最|较|很|甚|颇)?(?:广|多|久|开|凶)的|(?<![\p{Script=Han}])(?:还|也|又|另)?有?(?:一|另一|又一|另外一|第[一二三])[种个])(说法|版本|猜测)(?:则|就)?(?:是|为|称|认为)[，：]?/gu;

/** `据X，…` with no verb of saying. */
function according(text: string, sentence: Sentence): readonly Find[] {
  if (!/[据按]/u.test(sentence.mask)) return [];
  const match =
    /(?:^|[，；：\s])(?:另)?(据|根据|按照)([^，；：。]{2,30}?)(的(?:指控|说法|通报|介绍|描述|消息|陈述|供述|公告|声明))?，/u.exec(
      sentence.mask,
    );
  const words = match?.[2];
  const noun = match?.[3] ?? '';
  if (!match || words === undefined) return [];
  const source: Phrase | null = sourceIn(words, false);
  if (!source || source.end !== words.length || source.kind === 'pronoun' || source.kind === 'self') return [];
  if (match[1] !== '据' && source.kind === 'artefact' && /(?:规定|条例|办法|方案|合同|协议)$/u.test(source.words))
    return [];
  const at = match.index + match[0].indexOf(match[1] ?? '据');
  const from = at + (match[1]?.length ?? 1);
  const start = sentence.start;
  return [
    {
      cue: { start: start + at, end: start + from },
      word: match[1] ?? '据',
      class: noun === '的指控' ? 'allege' : null,
      source: { ...source, at: start + from + source.start },
      content: trimmed(text, { start: start + from + words.length + noun.length, end: sentence.end }, false),
      direct: false,
      clause: start + at,
      nested: false,
      sourceless: false,
      finding: false,
    },
  ];
}
