import type { Span } from '../../base/span.ts';
import { ZH_ADVERBS, ZH_GESTURE, ZH_MANNER, ZH_OPENERS, ZH_PREPOSITION, ZH_TIME } from '../locales/zh/phrases.ts';
import { ZH_LOOSE, ZH_POINTERS, ZH_PRONOUNS, ZH_RUMOUR_CROWD, ZH_RUNNING } from '../locales/zh/sources.ts';
import type { SourceKind } from '../statement.ts';
import { goesOn, headAt, holdsHead, isFunction, isTitle, isWord, kindOf, mayEndTitle } from './head.ts';
import { namesAt } from './name.ts';
import { anyOf, wordsOf } from './words.ts';

/** A noun phrase that may speak, with its place in the text it was looked for in. */
export interface Phrase extends Span {
  readonly words: string;
  readonly kind: SourceKind | 'pronoun' | 'self' | 'unknown';
  /** The person's name alone, where there is one. */
  readonly person: string | null;
  /** Points back at an earlier source (该负责人). */
  readonly pointer: boolean;
  readonly loose: boolean;
}

const ADVERB = new RegExp(`^(?:${anyOf(wordsOf(ZH_ADVERBS))}|${ZH_MANNER})`, 'u');
const OPENER = new RegExp(
  `^(?:${anyOf(wordsOf(ZH_OPENERS))}|[，、；：\\s。—-]|【[^】]{0,30}】|[^，。《》]{2,10}讯(?:[（(][^）)]{0,30}[）)]|(?=[，\\d昨今])))`,
  'u',
);
const PRONOUN = new RegExp(`^(?:还|又)?(${anyOf(wordsOf(ZH_PRONOUNS))})`, 'u');

/** The source in the words before a cue: the first noun phrase from which only adverbials lead to the cue. */
export function sourceIn(zone: string, loosely: boolean): Phrase | null {
  const handle = HANDLE.exec(zone)?.[1];
  if (handle !== undefined) return phrase(zone, 0, handle.length, 'unnamed-person', null);
  const from = starts(zone);
  for (const fits of loosely ? [leadsOn, roughly] : [leadsOn])
    for (const start of from) {
      const found = phraseFrom(zone, start, fits);
      if (found && (fits === leadsOn || sure(found))) return found;
    }
  const counted = COUNTED.exec(zone);
  if (counted?.[1] !== undefined) {
    const at = zone.length - counted[1].length;
    return phrase(zone, at, zone.length, 'unnamed-person', null);
  }
  const start = from.at(-1) ?? 0;
  const rest = zone.slice(start).trim();
  if (
    !loosely ||
    ZH_RUNNING.test(rest) ||
    rest.length < 2 ||
    rest.length > 14 ||
    /[我你他她它这那哪谁很也都就才吗呢吧啊么些的了着过把被让给跟并且如果因为虽然没不□“”是有从对向]/u.test(rest)
  )
    return null;
  const words = stripTail(rest);
  const kind = words.length >= 4 && !/[的人者们]/u.test(words) ? 'named-body' : 'unknown';
  return words.length < 2 ? null : phrase(zone, start, start + words.length, kind, null);
}

/** `微博用户@某某 `: whoever is behind a handle. */
const HANDLE = /^(\p{Script=Han}{0,6}@[^\s，。：@“]{2,20})[\s，]*$/u;

/** Whether no other noun stands between a noun phrase and its cue: adverbials that no list holds. */
const roughly = (rest: string): boolean =>
  rest.length !== 1 && rest.length <= 16 && !/^[的等之长员]|[的是有为给□“”、]|被/u.test(rest) && !holdsHead(rest);

/** One or several counted: somebody, whatever he is. */
const COUNTED = /^(?:另|有|但|而|据)*([一两三多几数][名位](?:[^，]{0,16}的)?\p{Script=Han}{2,8})$/u;

/** Named or headed well enough to stand though the words behind it are unknown. */
const sure = ({ kind, person: name, words }: Phrase): boolean =>
  kind !== 'artefact' && (name !== null || kind === 'pronoun' || words.length < 3 || holdsHead(words.slice(-4)));

/** The subject that a sentence opens with, whatever follows it. */
export function subjectIn(zone: string): Phrase | null {
  const handle = HANDLE.exec(zone)?.[1];
  if (handle !== undefined) return phrase(zone, 0, handle.length, 'unnamed-person', null);
  const from = starts(zone);
  for (const start of from) {
    const found = phraseFrom(
      zone,
      start,
      (rest) =>
        leadsOn(rest) ||
        /^(?:让|叫|带|催|劝|替|骂|拉|打|来电|出示|召开|举办|接受|走进|递|找|收|出席|发来|受访|强调|解释|反问|否认|回应|没有|接受|接听|致歉|道歉|承认|发布|发|拒绝|说|称|表示|证实|向|在|对|就|于|坚持|解释|介绍|未|不|也|已|曾|均|赶|来|站|告诉)/u.test(
          rest,
        ),
    );
    if (found) return found;
  }
  for (const start of from) {
    const found = phraseFrom(zone, start, roughly);
    if (found && sure(found)) return found;
  }
  return null;
}

/** Whom a sentence of the carrier is about: its first noun phrase that names a person. */
export function doerIn(mask: string): Phrase | null {
  return mask
    .slice(0, 160)
    .split(/[，。；：！？“”]/u)
    .slice(0, 5)
    .reduce((last: Phrase | null, zone, i, all) => {
      const before = all.slice(0, i).reduce((sum, one) => sum + one.length + 1, 0);
      const found = doer(zone);
      const better = found && (found.person !== null || last === null);
      return better ? { ...found, start: found.start + before, end: found.end + before } : last;
    }, null);
}

/** A bare name of two syllables is often none. */
const isSure = ({ person: name, words }: Phrase): boolean =>
  name !== words || words.length > 2 || /^[老小阿]/u.test(words);

function doer(zone: string): Phrase | null {
  for (const start of starts(zone)) {
    const found = phraseFrom(zone, start, (rest) => rest.length !== 1 && !/^(?:[的、和与等]|称|说)/u.test(rest));
    if (
      found &&
      !['pronoun', 'self', 'artefact', 'outlet', 'named-body', 'crowd'].includes(found.kind) &&
      (found.person !== null ? isSure(found) : found.words.length < 14 && !/[了着过][^的]*$/u.test(found.words))
    )
      return found;
  }
  return null;
}

/** Who does something in a clause that has no word of saying: `她撇了撇嘴`. */
export function actorIn(zone: string): Phrase | null {
  for (const start of starts(zone).reverse()) {
    const found = phraseFrom(zone, start, (rest) => ZH_GESTURE.test(rest) || isIdiom(rest));
    if (found && found.kind !== 'self' && found.kind !== 'artefact' && found.kind !== 'outlet') return found;
  }
  for (const start of starts(zone).reverse()) {
    const text = zone.slice(start);
    for (let end = 0; end <= Math.min(text.length, 40); end++) {
      if (end > 0 && !headAt(text, end)) continue;
      const found = person(zone, start, end, (rest) => rest.length <= 8 && !/[的被把将和与、]/u.test(rest));
      if (found && isSure(found)) return found;
    }
  }
  return null;
}

/** Where the noun phrase may begin: the whole zone, then behind each opener and time. */
function starts(zone: string): number[] {
  const at = [0];
  const late: number[] = [];
  let start = 0;
  for (let i = 0; i < 8; i++) {
    const rest = zone.slice(start);
    if (/^[前后]者/u.test(rest)) break;
    const opener =
      OPENER.exec(rest)?.[0] ?? ZH_TIME.exec(rest)?.[0] ?? /^[在自].{1,16}?[后时中上前下]/u.exec(rest)?.[0];
    if (opener === undefined || opener === '') break;
    start += opener.length;
    at.push(start);
  }
  const event = /^[^，]{2,24}?(?:后|之后|时|期间)(?=\p{Script=Han}{2})/u.exec(zone.slice(start))?.[0];
  if (event !== undefined) late.push(start + event.length);
  const handed = !zone.includes('接')
    ? undefined
    : /^.*?接到?(?=(?:[一多][名位]|群众|市民|网民|居民|村民|家长|业主|游客|乘客)\p{Script=Han}{0,6}$)/u.exec(
        zone.slice(start),
      )?.[0];
  if (handed !== undefined) late.push(start + handed.length);
  return [...at.reverse(), ...late];
}

function phraseFrom(zone: string, start: number, fits: (rest: string) => boolean): Phrase | null {
  const text = zone.slice(start);
  const pronoun = PRONOUN.exec(text);
  if (pronoun?.[1] !== undefined && fits(text.slice(pronoun[0].length))) {
    const end = start + pronoun[0].length;
    return phrase(zone, end - pronoun[1].length, end, 'pronoun', null);
  }
  for (let end = 1; end <= Math.min(text.length, 60); end++) {
    const named =
      end === 1 ||
      text.charAt(end - 2) === '的' ||
      (mayEndTitle(text.charAt(end - 2)) &&
        isTitle(text.slice(Math.max(0, end - 5), end - 1)) &&
        !goesOn(text, end - 1))
        ? person(zone, start, end - 1, fits)
        : null;
    if (named) return named;
    const at = headAt(text, end);
    const head = at !== null && goesOn(text, end) ? null : at;
    if (!head) {
      const honoured = isHonoured(text, end) ? person(zone, start, end, fits) : null;
      if (honoured) return honoured;
      continue;
    }
    const found = person(zone, start, end, fits, (head === 'official' || head === 'person') && isFunction(text, end));
    if (found) return found;
    if (ZH_RUNNING.test(text.slice(0, end))) continue;
    const close = text.charAt(end) === '们' ? end + 1 : end;
    if (head === 'artefact' && /在[^，]{0,8}$/u.test(text.slice(0, end)) && !text.startsWith('在')) continue;
    const behind = text.slice(close).replace(ORIGINAL_NAME, '');
    if (!fits(head === 'artefact' ? text.slice(end).replace(/^[上中里内]/u, '') : behind)) continue;
    const called = /(?:姓(?!名)|叫)([^的，]{1,3}?)的(?:男子|女子)?([^的，]{0,4})$/u.exec(text.slice(0, end));
    if (called?.[1])
      return phrase(
        zone,
        start,
        start + end,
        'named-person',
        called[1].length > 1 ? called[1] : `${called[1]}${called[2]}`,
      );
    return phrase(zone, start, start + close, kindOf(text.slice(0, close), head), null);
  }
  return null;
}

/** The name as it is written at home: 食品标准局（Food Standards Office）. */
const ORIGINAL_NAME = /^[（(][\p{Script=Latin} .,&'’-]{1,60}[)）]/u;

/** A name right after `end` (behind a title or a body), from which the way is clear. */
function person(
  zone: string,
  start: number,
  end: number,
  fits: (rest: string) => boolean,
  titled = false,
): Phrase | null {
  const from = start + end;
  const gap = /^[（(](?:[^（()）]{1,8}|[\p{Script=Latin} .,&'’-]{1,60})[)）]/u.exec(zone.slice(from))?.[0].length ?? 0;
  const behind = zone.slice(from + gap);
  const open =
    titled &&
    (/^于(?!\p{Script=Han}[后前上中内时日间])/u.test(behind) ||
      (!ZH_PREPOSITION.test(behind) && !ZH_GESTURE.test(behind) && !ZH_TIME.test(behind)));
  const names = namesAt(behind, open);
  if (names.length === 0 || ADVERB.test(zone.slice(from))) return null;
  for (const name of names) {
    const close = from + gap + name.length;
    const aside =
      /^[（(](?:[^（()）]{1,12}|[\p{Script=Latin} .,&'’-]{1,60})[)）]/u.exec(zone.slice(close))?.[0].length ?? 0;
    if (name.guessed && !leadsOn(zone.slice(close + aside))) continue;
    if (!fits(zone.slice(close + aside)) || isWord(name.name)) continue;
    return phrase(zone, start, close, name.veiled ? 'unnamed-person' : 'named-person', name.name);
  }
  return null;
}

/** Surname and honorific, which need no title before them. */
const isHonoured = (text: string, at: number): boolean =>
  (HONOURS.has(text.charAt(at + 1)) || HONOURS.has(text.charAt(at + 2))) &&
  /^\p{Script=Han}{1,2}(?:先生|女士|小姐|某|大爷|大妈|大姐|大哥|大叔|阿姨|奶奶|爷爷|婆婆|阿婆|阿公|阿伯|阿叔|太太|老太|老汉|师傅|婶|伯伯)/u.test(
    text.slice(at, at + 4),
  );

/** The characters in which those honorifics begin. */
const HONOURS: ReadonlySet<string> = new Set('先女小某大阿奶爷婆太老师婶伯');

function phrase(zone: string, start: number, end: number, kind: Phrase['kind'], name: string | null): Phrase {
  const words = zone.slice(start, end);
  const loose = kind === 'crowd' ? ZH_RUMOUR_CROWD.test(words) : ZH_LOOSE.test(words);
  return { start, end, words, kind, person: name, pointer: ZH_POINTERS.test(words), loose };
}

/** Whether nothing but adverbials stands between a noun phrase and its cue. */
export function leadsOn(rest: string): boolean {
  let left = rest;
  for (let i = 0; i < 10; i++) {
    if (left === '') return true;
    if (ZH_PREPOSITION.test(left))
      return (
        !/^\p{Script=Han}{2}的|的\p{Script=Han}{0,6}(?:报告|通知|公告|声明|文件|材料|信|函|书|记录|视频|录音|截图|文章|帖子|画面|数据)$/u.test(
          left,
        ) && !(left.includes('的') && headAt(left, left.length) === 'artefact')
      );
    const step = ADVERB.exec(left)?.[0] ?? ZH_TIME.exec(left)?.[0] ?? /^[，\s]$/u.exec(left)?.[0];
    if (step === undefined) return (left.length <= 4 && /[着地]$|着.{1,6}$|并$/u.test(left)) || isIdiom(left);
    left = left.slice(step.length);
  }
  return left === '';
}

/** Four characters that tell how it is said: 信誓旦旦, 毫不避讳. */
const isIdiom = (left: string): boolean =>
  left.length === 4 &&
  IDIOM.test(left) &&
  !ZH_GESTURE.test(left.slice(1)) &&
  !holdsHead(left) &&
  headAt(left, 4) === null &&
  headAt(left, 2) === null;

const IDIOM =
  /^(?![人员长们师])(?!.*[里上中前后时]$)(?!\p{Script=Han}*[的被把将和与向对有在给让从及等称说])\p{Script=Han}{4}$/u;

function stripTail(words: string): string {
  for (let end = 2; end < words.length; end++) if (leadsOn(words.slice(end))) return words.slice(0, end);
  return words;
}
