import type { Span } from '../../base/span.ts';
import { ZH_ADVERBS, ZH_GESTURE, ZH_OPENERS, ZH_PREPOSITION, ZH_TIME } from '../locales/zh/phrases.ts';
import {
  ZH_COUNTED,
  ZH_HEADS,
  ZH_INFORMED,
  ZH_KIN,
  ZH_LOOSE,
  ZH_MANY,
  ZH_MINOR,
  ZH_POINTERS,
  ZH_PRONOUNS,
  ZH_RUMOUR_CROWD,
  ZH_SELF,
  ZH_SIDE,
} from '../locales/zh/sources.ts';
import type { SourceKind } from '../statement.ts';
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

type Head = keyof typeof ZH_HEADS;
const HEADS: readonly Head[] = ['body', 'outlet', 'artefact', 'person', 'crowd', 'official', 'party'];
const KIND_OF = new Map<string, Head>(
  HEADS.flatMap((head) => wordsOf(ZH_HEADS[head]).map((word) => [word, head] as const)),
);
const LONGEST = 8;
const ADVERB = new RegExp(`^(?:${anyOf(wordsOf(ZH_ADVERBS))})`, 'u');
const OPENER = new RegExp(`^(?:${anyOf(wordsOf(ZH_OPENERS))}|[，、；：\\s。—-])`, 'u');
const PRONOUN = new RegExp(`^(?:还|又)?(${anyOf(wordsOf(ZH_PRONOUNS))})`, 'u');

/** The source in the words before a cue: the first noun phrase from which only adverbials lead to the cue. */
export function sourceIn(zone: string, loosely: boolean): Phrase | null {
  for (const start of starts(zone)) {
    const found = phraseFrom(zone, start, leadsOn);
    if (found) return found;
  }
  const start = starts(zone).at(-1) ?? 0;
  const rest = zone.slice(start).trim();
  if (!loosely || rest.length < 2 || rest.length > 14 || /[了着过□“”是有]/u.test(rest)) return null;
  const words = stripTail(rest);
  const kind = words.length >= 4 && !/[的人者们]/u.test(words) ? 'named-body' : 'unknown';
  return words.length < 2 ? null : phrase(zone, start, start + words.length, kind, null);
}

/** The subject that a sentence opens with, whatever follows it. */
export function subjectIn(zone: string): Phrase | null {
  for (const start of starts(zone).reverse()) {
    const found = phraseFrom(
      zone,
      start,
      (rest) =>
        leadsOn(rest) ||
        /^(?:否认|回应|没有|接受|接听|致歉|道歉|承认|发布|发|拒绝|说|称|表示|证实|向|在|对|就|于|坚持|解释|介绍|未|不|也|已|曾|均|赶|来|站|告诉)/u.test(
          rest,
        ),
    );
    if (found) return found;
  }
  return null;
}

/** Who does something in a clause that has no word of saying: `她撇了撇嘴`. */
export function actorIn(zone: string): Phrase | null {
  for (const start of starts(zone).reverse()) {
    const found = phraseFrom(zone, start, (rest) => ZH_GESTURE.test(rest));
    if (found && found.kind !== 'self' && found.kind !== 'artefact' && found.kind !== 'outlet') return found;
  }
  for (const start of starts(zone).reverse()) {
    const text = zone.slice(start);
    for (let end = 0; end <= Math.min(text.length, 40); end++) {
      if (end > 0 && !headAt(text, end)) continue;
      const found = person(zone, start, end, (rest) => rest.length <= 8 && !/[的被把将和与、]/u.test(rest));
      if (found) return found;
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
    const opener =
      OPENER.exec(rest)?.[0] ?? ZH_TIME.exec(rest)?.[0] ?? /^[在自].{1,16}?[后时中上前下]/u.exec(rest)?.[0];
    if (opener === undefined || opener === '') break;
    start += opener.length;
    at.push(start);
  }
  const event = /^[^，]{2,24}?(?:后|之后|时|期间)(?=\p{Script=Han}{2})/u.exec(zone.slice(start))?.[0];
  if (event !== undefined) late.push(start + event.length);
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
    const named = end === 1 || text.charAt(end - 2) === '的' ? person(zone, start, end - 1, fits) : null;
    if (named) return named;
    const head = headAt(text, end);
    if (!head) {
      const honoured = isHonoured(text.slice(end, end + 4)) ? person(zone, start, end, fits) : null;
      if (honoured) return honoured;
      continue;
    }
    const found = person(zone, start, end, fits);
    if (found) return found;
    if (head === 'artefact' && /在[^，]{0,8}$/u.test(text.slice(0, end)) && !text.startsWith('在')) continue;
    if (!fits(head === 'artefact' ? text.slice(end).replace(/^[上中里内]/u, '') : text.slice(end))) continue;
    const called = /(?:姓(?!名)|叫)([^的，]{1,3}?)的(?:男子|女子)?([^的，]{0,4})$/u.exec(text.slice(0, end));
    if (called?.[1])
      return phrase(
        zone,
        start,
        start + end,
        'named-person',
        called[1].length > 1 ? called[1] : `${called[1]}${called[2]}`,
      );
    return phrase(zone, start, start + end, kindOf(text.slice(0, end), head), null);
  }
  return null;
}

/** A name right after `end` (behind a title or a body), from which the way is clear. */
function person(zone: string, start: number, end: number, fits: (rest: string) => boolean): Phrase | null {
  const from = start + end;
  if (ADVERB.test(zone.slice(from))) return null;
  const gap = /^[（(][^（()）]{1,8}[)）]/u.exec(zone.slice(from))?.[0].length ?? 0;
  for (const name of namesAt(zone.slice(from + gap))) {
    const close = from + gap + name.length;
    const aside = /^[（(][^（()）]{1,12}[)）]/u.exec(zone.slice(close))?.[0].length ?? 0;
    if (!fits(zone.slice(close + aside)) || isWord(name.name)) continue;
    return phrase(zone, start, close, name.veiled ? 'unnamed-person' : 'named-person', name.name);
  }
  return null;
}

/** Surname and honorific, which need no title before them. */
const isHonoured = (text: string): boolean =>
  /^\p{Script=Han}{1,2}(?:先生|女士|小姐|某|大爷|大妈|大姐|大哥|大叔|阿姨|奶奶|爷爷|婆婆)/u.test(text);

/** What looks like a name is a title or an office. */
const isWord = (name: string): boolean =>
  KIND_OF.has(name) ||
  (name.length > 2 && (KIND_OF.has(name.slice(0, 2)) || KIND_OF.has(name.slice(0, 3)))) ||
  (KIND_OF.has(name.slice(1)) &&
    name.length > 2 &&
    !/^(?:经理|主任|局长|老师|医生|律师|教授|校长|书记|院长|队长|店长|师傅|老板|阿姨|奶奶|爷爷|先生|女士|大爷|大妈|大姐|大哥|科长|同学|老汉)$/u.test(
      name.slice(1),
    )) ||
  /[局委院部厅所站署处司科厂]$/u.test(name);

/** The longest head that ends at `end`; a quoted or bracketed name counts as an outlet, a handle as a person. */
function headAt(text: string, end: number): Head | null {
  const last = text.charAt(end - 1);
  if (last === '》') return 'outlet';
  if (last === '”' || last === '’')
    return /(?:用户|网友|博主|主播|作者|up主|UP主|网民|账号|楼主|昵称|微博|网名)[^，]{0,4}[“‘]/u.test(
      text.slice(0, end),
    )
      ? 'person'
      : /(?:品牌|企业|公司|集团|酒店|餐厅|门店|商家|店铺|店|工作室|平台|机构|学校|组织|乐队|俱乐部)[^，]{0,2}[“‘][^“‘]*$/u.test(
            text.slice(0, end),
          )
        ? 'body'
        : 'outlet';
  for (let size = Math.min(LONGEST, end); size > 0; size--) {
    const head = KIND_OF.get(text.slice(end - size, end));
    if (head) return size === 1 && end === 1 ? null : head;
  }
  return end >= 2 && OFFICE.test(text.slice(0, end)) ? 'official' : null;
}

/** A function that no list holds: 稽查员, 航务长. */
const OFFICE = /(?:[局委部司处科所站队厂社办][^，。的了在]{1,3}员|[^，。的了在成动人会]{2}员)$/u;

function kindOf(words: string, head: Head): Phrase['kind'] {
  if (ZH_SELF.test(words)) return 'self';
  if (head === 'official') {
    if (ZH_SIDE.test(words)) return 'party';
    if (ZH_MINOR.test(words)) return 'unnamed-person';
    if (/不愿|匿名|接近/u.test(words) && /人士$/u.test(words)) return 'unnamed-person';
    if (
      /^(?:多名|不少|许多|一些|部分|众多|数十名|几名|数名)/u.test(words) &&
      /(?:员工|职工|教师|人员|医生|护士|老师)$/u.test(words)
    )
      return 'crowd';
    return 'unnamed-official';
  }
  if (head === 'crowd') return ZH_COUNTED.test(words) ? 'unnamed-person' : 'crowd';
  if (head === 'person') {
    if (ZH_SIDE.test(words) || ZH_KIN.test(words)) return 'party';
    if (ZH_MANY.test(words) && !ZH_INFORMED.test(words)) return 'crowd';
    if (/(?:家属|律师)$/u.test(words) && /(?:原告|被告|当事|代理|辩护|其|他|她|死者|患者)/u.test(words)) return 'party';
    return 'unnamed-person';
  }
  if (head === 'body')
    return ZH_SIDE.test(words) && !words.includes('”') && !/(?:局|委|政府|医院|学校|警方)$/u.test(words)
      ? 'party'
      : 'named-body';
  return head;
}

function phrase(zone: string, start: number, end: number, kind: Phrase['kind'], name: string | null): Phrase {
  const words = zone.slice(start, end);
  const loose = kind === 'crowd' ? ZH_RUMOUR_CROWD.test(words) : ZH_LOOSE.test(words);
  return { start, end, words, kind, person: name, pointer: ZH_POINTERS.test(words), loose };
}

/** Whether nothing but adverbials stands between a noun phrase and its cue. */
function leadsOn(rest: string): boolean {
  let left = rest;
  for (let i = 0; i < 10; i++) {
    if (left === '') return true;
    if (ZH_PREPOSITION.test(left)) return !/^\p{Script=Han}{2}的/u.test(left);
    const step = ADVERB.exec(left)?.[0] ?? ZH_TIME.exec(left)?.[0] ?? /^[，\s]$/u.exec(left)?.[0];
    if (step === undefined) return left.length <= 5 && /[着地]$|着.{1,6}$|并$/u.test(left);
    left = left.slice(step.length);
  }
  return left === '';
}

function stripTail(words: string): string {
  for (let end = 2; end < words.length; end++) if (leadsOn(words.slice(end))) return words.slice(0, end);
  return words;
}
