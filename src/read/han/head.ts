import { ZH_CUES, ZH_EVIDENTIALS } from '../locales/zh/cues.ts';
import {
  ZH_COUNTED,
  ZH_HEADS,
  ZH_INFORMED,
  ZH_KIN,
  ZH_MANY,
  ZH_MINOR,
  ZH_SELF,
  ZH_SIDE,
} from '../locales/zh/sources.ts';
import type { SourceKind } from '../statement.ts';
import { wordsOf } from './words.ts';

/** What a noun names. */
export type Head = keyof typeof ZH_HEADS;
const HEADS: readonly Head[] = ['body', 'outlet', 'artefact', 'person', 'crowd', 'official', 'party'];
const KIND_OF = new Map<string, Head>(
  HEADS.flatMap((head) => wordsOf(ZH_HEADS[head]).map((word) => [word, head] as const)),
);
const LONGEST = 8;
/** The lengths of the heads that end in a character, the longest first: nearly every place is done with after one look. */
const SIZES = new Map<string, readonly number[]>(
  ['员', '官', ...KIND_OF.keys()].map((word) => {
    const last = word.slice(-1);
    const sizes = new Set([...KIND_OF.keys()].filter((one) => one.endsWith(last)).map((one) => one.length));
    return [last, [...sizes].sort((a, b) => b - a)];
  }),
);
/** Words of saying, which are no names. */
const CUES: ReadonlySet<string> = new Set(
  [...ZH_CUES.flatMap((row) => wordsOf(row.words)), ...wordsOf(ZH_EVIDENTIALS)].filter((word) => word.length > 1),
);

/** The longest head that ends at `end`; a quoted or bracketed name counts as an outlet, a handle as a person. */
export function headAt(text: string, end: number): Head | null {
  const last = text.charAt(end - 1);
  if (last === '》') return PAPER_NAME.test(text.slice(0, end)) ? 'artefact' : 'outlet';
  if (last === '”' || last === '’')
    return /(?:用户|网友|博主|主播|群主|群友|群成员|管理员|版主|卖家|买家|店主|粉丝|作者|up主|UP主|网民|账号|楼主|昵称|微博|网名)[^，]{0,4}[“‘]/u.test(
      text.slice(0, end),
    )
      ? 'person'
      : /(?:品牌|企业|公司|集团|酒店|餐厅|门店|商家|店铺|店|工作室|平台|机构|学校|组织|乐队|俱乐部)[^，]{0,2}[“‘][^“‘]*$/u.test(
            text.slice(0, end),
          )
        ? 'body'
        : 'outlet';
  if (last === '社' && AGENCY.test(text.slice(0, end)) && TELLS.test(text.slice(end))) return 'outlet';
  const sizes = SIZES.get(last);
  if (!sizes) return null;
  for (const size of sizes) {
    if (size > end) continue;
    const head = KIND_OF.get(text.slice(end - size, end));
    if (head)
      return size === 1 &&
        (end === 1 || (last === '所' && /[在有以谓属需]/u.test(text.charAt(end))) || NO_BODY.test(text.slice(0, end)))
        ? null
        : head;
  }
  return end >= 2 && OFFICE.test(text.slice(0, end)) ? 'official' : null;
}

/** A news agency, by what it does. */
const AGENCY = /^(?:另?据)?(?!.*(?:合作|供销|旅行|信用|[茶报公旅结会])社$)\p{Script=Han}{2,4}社$/u;
const TELLS = /^(?:\d|称|报道|报导|援引|引述|引用|消息|电|讯)/u;

/** What ends like a body and is none: 结局, 厕所, 机会. */
const NO_BODY =
  /(?:[骗结僵布格战饭棋残败赌牌开危破大时]局|(?<!安)全局|(?<![财民邮市行家])政局|(?<!安)全部|[内外干大一细]部|[厕场住寓]所|[到好坏住何深四处益害]处|[本百专学理文]科|[排车]队|家庭|[客大]厅|[经智情奸]商|[机不也大才都就会能体约聚宴拜误]会|[分小]组|[路松柜站舞讲阳窗平台擂]台|[官上顶]司|[代外发手钟]表|[不相确自坚迷轻守诚失可威听亲]信|[地后前远大比药平多双单东西南北]方|[回返离到]校|[^学中小大高我该体党军驾技母名全]校|[^报作行通版新旅公]社|[^法医学戏剧影病我本该检寺养老敬道]院)$/u;

/** A paper in title marks, not a newspaper. */
const PAPER_NAME =
  /(?:[一这该此]份|[一这]封|[一这]纸)[^》]*》$|(?:通知|办法|意见|方案|报告|报告书|合同|协议|协议书|声明|通告|公告|规定|条例|纪要|决定书|告知书|函|稿|书|表|单|清单|名单|说明|征求意见稿[)）])》$/u;

/** Whether a longer head goes on behind this end: 办 of 办公室. */
export function goesOn(text: string, end: number): boolean {
  for (let more = 1; more < 4; more++) {
    if (!SIZES.has(text.charAt(end + more - 1))) continue;
    for (let size = 1; size < 4; size++)
      if (size <= end && end + more <= text.length && KIND_OF.has(text.slice(end - size, end + more))) return true;
  }
  return false;
}

/** A function that no list holds: 稽查员, 航务长. */
const OFFICE = /(?:首席[^，。]{2,4}官|[局委部司处科所站队厂社办][^，。的了在]{1,3}员|[^，。的了在成动人会]{2}员)$/u;

/** What sort of source a noun phrase with this head is. */
export function kindOf(words: string, head: Head): SourceKind | 'self' {
  if (ZH_SELF.test(words)) return 'self';
  if (/们$/u.test(words) && head !== 'party' && head !== 'artefact') return 'crowd';
  if (head === 'official') {
    if (ZH_SIDE.test(words)) return 'party';
    if (/(?:知情|消息|内部|业内|圈内|匿名|接近.*的)人士$/u.test(words)) return 'unnamed-person';
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
    if (/[部办科处室局行社](?:有关|相关)?人士$/u.test(words) || /(?:公司|集团|中心)(?:有关|相关)?人士$/u.test(words))
      return 'unnamed-official';
    if (/[局委院部厅所站科处办司社]的(?:人|同志|师傅)$/u.test(words)) return 'unnamed-official';
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

/** What looks like a name is a title or an office. */
export const isWord = (name: string): boolean =>
  CUES.has(name) ||
  CUES.has(name.slice(0, 2)) ||
  KIND_OF.has(name) ||
  (name.length > 2 && (KIND_OF.has(name.slice(0, 2)) || KIND_OF.has(name.slice(0, 3)))) ||
  (KIND_OF.has(name.slice(1)) &&
    name.length > 2 &&
    !/^(?:经理|主任|局长|老师|医生|律师|教授|校长|书记|院长|队长|店长|师傅|老板|阿姨|奶奶|爷爷|先生|女士|大爷|大妈|大姐|大哥|科长|同学|老汉)$/u.test(
      name.slice(1),
    )) ||
  /[局委院部厅所站署处司科厂区县市镇乡省]$/u.test(name);

/** A word that may stand as a title before a name, though no list holds it: 次长, 预报员, 领导人. */
const TITLE = /(?:[^，。的了和与]{1,}[长员师手家人官士委匠]|代表|主席|顾问|秘书|朋友|同学|同事)$/u;

/** Whether these words end in what may be a title. */
export const isTitle = (words: string): boolean => TITLE_ENDS.has(words.slice(-1)) && TITLE.test(words);

/** Whether any title ends in this character. */
export const mayEndTitle = (unit: string): boolean => TITLE_ENDS.has(unit);

const TITLE_ENDS: ReadonlySet<string> = new Set('长员师手家人官士委匠表席问书友学事');

/** Whether a title of two characters or more ends here: behind it any surname is believed. */
export function isFunction(text: string, end: number): boolean {
  for (let size = 2; size <= Math.min(LONGEST, end); size++) {
    const head = KIND_OF.get(text.slice(end - size, end));
    if (head === 'official' || head === 'person') return true;
  }
  return false;
}

/** Whether a stretch of a clause names somebody or something by a head of two or more characters. */
export function holdsHead(words: string): boolean {
  for (let end = 2; end <= words.length; end++)
    for (const size of SIZES.get(words.charAt(end - 1)) ?? [])
      if (size > 1 && size <= end && NAMES.has(KIND_OF.get(words.slice(end - size, end)) ?? 'artefact')) return true;
  return false;
}

const NAMES: ReadonlySet<Head> = new Set<Head>(['official', 'person', 'crowd', 'party', 'outlet', 'body']);
