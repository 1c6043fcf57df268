import { type Quote, quoteAt } from '../../base/span.ts';
import { ZH_SHORT_BODIES } from '../locales/zh/phrases.ts';
import { ZH_DESKS } from '../locales/zh/replies.ts';
import type { Source, SourceKind } from '../statement.ts';
import { bodiesOf, unrolled } from './body.ts';
import type { Find } from './find.ts';
import { doerIn, type Phrase, sourceIn } from './source.ts';
import { wordsOf } from './words.ts';

/** Sources met so far, latest last; pronouns and dropped subjects look back here. */
export interface Memory {
  readonly sources: Source[];
  /** The body or office whose text it is, for bulletins. */
  readonly own: string | null;
  /** The text is a bulletin of `own`: its "we" is the body. */
  readonly speaking: boolean;
  /** Named bodies met so far, latest last. */
  readonly bodies: string[];
  /** The person whom the carrier's own sentences are about, and how many sources had spoken before. */
  about: { readonly source: Source; readonly after: number } | null;
}

/** The person spoken of since anybody last spoke. */
export const mentioned = (memory: Memory): Source | undefined =>
  memory.about && memory.about.after === memory.sources.length ? memory.about.source : undefined;

/** A place that a short form leaves out: 市水利局 of 雾桥市. */
const PLACED = /^([市县区镇乡州省])(?=\p{Script=Han}{2})/u;

const NOBODY: Omit<Source, keyof Quote> = { kind: 'none', name: null };
const PERSONS: ReadonlySet<SourceKind> = new Set(['named-person', 'unnamed-person', 'unnamed-official', 'party']);

/** The source of a find, resolved; `null` where nothing earlier fits a pronoun. */
export function resolved(content: string, find: Find, memory: Memory): Source {
  const at = find.source ? find.source.at : find.cue.start;
  const quote = quoteAt(content, at, at + (find.source ? find.source.end - find.source.start : 0));
  if (find.sourceless) return { ...quote, ...NOBODY };
  if (!find.source) return dropped(content, quote, find, memory);
  if (find.source.kind === 'self' && memory.own !== null)
    return { ...quote, kind: 'named-body', name: memory.own, body: memory.own };
  if (find.source.kind === 'pronoun') {
    const meant = pronounFor(find.source.words, memory);
    if (meant?.kind === 'artefact' && find.source.words === '对方')
      return { ...quote, kind: 'party', name: quote.quote };
    return again(quote, meant);
  }
  if (find.source.pointer) {
    const earlier = pointed(find.source, memory);
    if (earlier) return again(quote, earlier);
  }
  return fresh(quote, find.source, memory);
}

function dropped(content: string, quote: Quote, find: Find, memory: Memory): Source {
  if (find.finding || (memory.own !== null && /^(?:说明|通报|声明|公告|澄清|告知)/u.test(find.word)))
    return memory.own ? { ...quote, kind: 'named-body', name: memory.own, body: memory.own } : { ...quote, ...NOBODY };
  // A bulletin's own heading, before anybody has spoken.
  if (memory.sources.length === 0 && HEADING.test(find.word)) return { ...quote, ...NOBODY };
  if (CALLED_IN.test(content.slice(Math.max(0, find.clause - 16), find.clause)))
    return { ...quote, kind: 'unnamed-person', name: null };
  return again(
    quote,
    (find.word === '答' ? mentioned(memory) : undefined) ?? memory.sources.at(-1) ?? mentioned(memory),
  );
}

/** `接到报警，称…`: somebody called, not the body that took the call. */
const CALLED_IN = /接(?:到|获|报)?[^，。；]{0,8}(?:报警|报案|举报|求助|投诉|反映|来电|电话|警情)，$/u;

const HEADING = /^(?:说明|通报|声明|公告|澄清|告知|通告|情况说明)$/u;

const again = (quote: Quote, earlier: Source | undefined): Source =>
  earlier ? { ...earlier, ...quote } : { ...quote, kind: 'unnamed-person', name: null };

function pronounFor(word: string, memory: Memory): Source | undefined {
  if (/^(?:其|对方|它|那边|那头)$/u.test(word)) return memory.sources.at(-1) ?? mentioned(memory);
  const about = mentioned(memory);
  if (about && /^[他她人]/u.test(word)) return about;
  const person = memory.sources.findLast((one) => PERSONS.has(one.kind));
  const last = memory.sources.at(-1);
  // One person is no crowd, no outlet and no paper.
  return person ?? (/^[他她]$/u.test(word) && last && MANY.has(last.kind) ? undefined : last);
}

const MANY: ReadonlySet<SourceKind> = new Set(['crowd', 'outlet', 'artefact']);

/** `该负责人`: the latest source with the same head. */
function pointed(phrase: Phrase, memory: Memory): Source | undefined {
  const head = phrase.words.replace(/^(?:该|这名|这位|上述|前述|这个|这家|该名|该位)/u, '').slice(-2);
  const bodies = memory.sources.filter((one) => one.kind === 'named-body');
  if (/^(?:通报|公告|声明|公报|通告|说明|公开信|致歉信)$/u.test(phrase.words)) {
    const name = bodies.at(-1)?.name ?? memory.own ?? memory.bodies.at(-1);
    return bodies.at(-1) ?? (name ? { ...quoteAt('', 0, 0), kind: 'named-body', name, body: name } : undefined);
  }
  if (phrase.kind === 'named-body')
    return (
      bodies.findLast((one) => (one.name ?? '').endsWith(head)) ??
      memory.sources.findLast((one) => PERSONS.has(one.kind) && (one.name ?? '').includes(head))
    );
  if (phrase.kind === 'outlet') return memory.sources.findLast((one) => one.kind === 'outlet');
  return (
    memory.sources.findLast((one) => PERSONS.has(one.kind) && `${one.name}${one.quote}`.includes(head)) ?? undefined
  );
}

function fresh(quote: Quote, phrase: Phrase, memory: Memory): Source {
  const kind: SourceKind =
    phrase.kind === 'unknown' || phrase.kind === 'self' || phrase.kind === 'pronoun' ? 'unnamed-person' : phrase.kind;
  if (phrase.person !== null) {
    const at = phrase.words.lastIndexOf(phrase.person);
    const name = at < 0 ? phrase.person : quote.quote.slice(at, at + phrase.person.length);
    const known = memory.sources.findLast((one) => one.name === name);
    const body = bodyOf(quote.quote.slice(0, Math.max(0, at)), memory) ?? known?.body;
    return { ...quote, kind, name, ...(body ? { body } : {}) };
  }
  if (kind === 'named-body') {
    const name = fullName(quote.quote, memory);
    return { ...quote, kind, name, body: name };
  }
  const name = calledBy(quote.quote);
  const body = kind === 'unnamed-official' ? bodyOf(quote.quote, memory) : undefined;
  return { ...quote, kind, name, ...(body ? { body } : {}) };
}

/** A nameless source without what counts it and without what the text tells of it: 住在三楼的两名住客 → 住客. */
function calledBy(words: string): string {
  const kin =
    /的(?:\p{Script=Han}{0,2}(?:家属|家人|亲属|律师|辩护人|代理人|[父母亲妻夫儿女哥姐弟妹奶爷叔舅姑姨妈爸]\p{Script=Han}?))$/u.test(
      words,
    );
  return words
    .replace(/[《》“”「」]|^\p{Script=Han}*@/gu, '')
    .replace(/^(?:有|据|另有|还有|更有|另一)(?=[\p{Script=Han}]{2})/u, '')
    .replace(
      /(?:[一两二三四五六七八九十几数多\d]+|[这该那某])[名位](?:不愿(?:具名|透露姓名|公开姓名|署名)的|匿名的?)?|^多家/u,
      '',
    )
    .replace(
      kin
        ? /^$/u
        : /^(?:[^的]*?(?:(?:住在|围在|站在|坐在|守在|参与|参加|接受|正在|刚|来自|身穿|目前|发布|出示|提供|流传|负责|路过|经过|受访|在场|匿名|提交|拍摄|上传|转发|发来)[^的]*))的(?=[\p{Script=Han}]{2})/u,
      '',
    )
    .replace(/^(?:该|上述|前述)(?=[\p{Script=Han}]{2})/u, '');
}

/** The body that a title names (临江区水务局办公室副主任 → 临江区水务局), or the nearest it points at. */
function bodyOf(title: string, memory: Memory): string | undefined {
  const match = bodiesOf(title)[0];
  const shop = /“([^“”]{2,12})”[^“”]{0,6}$/u.exec(title)?.[1];
  if (shop !== undefined) return shop;
  if (match === undefined && /^对方/u.test(title)) return memory.bodies.at(-1);
  if (match === undefined)
    return /^该?(?:办公室|宣传科|信访室|值班室|公关部|客服|\p{Script=Han}{2}[科室部](?:的|一[名位]|工作|有关|相关))/u.test(
      title,
    )
      ? memory.bodies.at(-1)
      : brandOf(title);
  return fullName(match.replace(ZH_DESKS, '') || match, memory);
}

/** 玉衡饮料公关负责人: what stands before the desk and the function is the body, whatever it ends in. */
function brandOf(title: string): string | undefined {
  const desk =
    /^(\p{Script=Han}{2,10}?)(?:方面|品牌)?(?:公关|客服|法务|证券|人事|市场|媒体|安全|生产|行政|技术|品控)?[部处科]?(?:相关|有关|一[名位])?(?:负责人|工作人员|客服人员|客服|发言人|人员|经理|总监|董事长|总裁|创始人|首席执行官|副总裁|代表)$/u.exec(
      title.replace(/[“”]/gu, ''),
    )?.[1];
  return desk !== undefined &&
    !/的|^(?:人力资源|人力|财务|市场|运营|技术|品牌|战略|该|这|那|一[名位]|某|多|相关|有关|其|涉事|新闻|自称|主要|现场|另|值班|前台)/u.test(
      desk,
    )
    ? desk
    : undefined;
}

/** A short or pointing form takes the name of the nearest body that ends alike. */
export function fullName(called: string, memory: Memory): string {
  const words = unrolled(called);
  if (MEETING.test(words)) return memory.own ?? memory.bodies.at(-1) ?? words;
  const bare = words.replace(/^(?:该|涉事|上述|这家|当地|本|我|县|市|区|镇|省)/u, '').replace(/[“”]/gu, '');
  const desk = bare.replace(ZH_DESKS, '');
  const wanted = wordsOf(ZH_SHORT_BODIES[desk] ?? ZH_SHORT_BODIES[bare] ?? desk).filter((one) => one !== '');
  if (/^我/u.test(words) && memory.own) return memory.own;
  if (desk === '' && memory.bodies.length > 0) return memory.bodies.at(-1) ?? words;
  if (memory.own !== null && memory.own.length > words.length && wanted.some((end) => memory.own?.endsWith(end)))
    return memory.own;
  const known = memory.bodies.findLast(
    (name) => name.length > words.length && wanted.some((end) => name.endsWith(end)),
  );
  return known ?? `${placeOf(words, memory)}${words.replace(/^“([^“”]+)”$/u, '$1')}`;
}

/** Who meets is the body whose meeting it is. */
const MEETING = /^(?:会议|会上|大会|全会|例会|专题会|座谈会)$/u;

/** The place before a unit that stands bare, from the bodies named before. */
function placeOf(words: string, memory: Memory): string {
  const unit = PLACED.exec(words)?.[1];
  if (unit === undefined) return '';
  const full = memory.bodies.findLast((one) => one.indexOf(unit) > 1 && one.indexOf(unit) < 4);
  return full === undefined ? '' : full.slice(0, full.indexOf(unit));
}

/** People and bodies that a sentence introduces without a cue: pronouns may mean them next. */
export function rememberMention(content: string, start: number, mask: string, memory: Memory): void {
  const subject = doerIn(mask);
  if (subject && PERSONS.has(fresh(quoteAt(content, start, start), subject, memory).kind)) {
    const quote = quoteAt(content, start + subject.start, start + subject.end);
    memory.about = { source: fresh(quote, subject, memory), after: memory.sources.length };
  }
  for (const match of mask.matchAll(
    /(?:[一两][名位个]|见到|找到|联系上?|致电|遇到|采访|问了|问过|询问)([^，。；：“”]{2,24})/gu,
  )) {
    const words = match[1] ?? '';
    const clean = words
      .replace(/^在[^，的]{1,12}的(?=\p{Script=Han}{2})/u, '')
      .replace(/(?:的)?(?:回复|回应|答复|电话|接听|接了|接起|手机|接受|处|说明|微信).*$/u, '');
    const phrase = sourceIn(clean, false);
    if (
      !phrase ||
      phrase.kind === 'pronoun' ||
      phrase.kind === 'self' ||
      phrase.kind === 'artefact' ||
      phrase.end !== clean.length
    )
      continue;
    const at = start + match.index + match[0].length - words.length + words.indexOf(clean) + phrase.start;
    const asked = memory.sources.at(-1);
    const source = fresh(quoteAt(content, at, at + phrase.words.length), phrase, memory);
    const body =
      source.body ?? (source.kind === 'unnamed-official' ? (memory.bodies.at(-1) ?? asked?.body) : undefined);
    memory.sources.push(body ? { ...source, body } : source);
  }
}
