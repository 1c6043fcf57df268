import { ZH_DESKS } from '../locales/zh/replies.ts';
import { ZH_ROLES } from '../locales/zh/sources.ts';
import type { Sentence } from './sentence.ts';
import { anyOf, wordsOf } from './words.ts';

/** How many sources and bodies back a pronoun or a short name may reach. */
const REACH = 60;

/** In characters: no name of a body is longer. */
const LONGEST = 20;

const END =
  /(?:[家业居村管组党监]委会|委员会|[局委院部厅站队组馆处庭署]|公司|集团|科技|中学|小学|大学|学校|体校|幼儿园|警方|检方|银行|奶业|乳业|药业|股份|矿业|化工|日化|地产|置业|能源|食品|航空|物流|传媒|控股|实业|证券|保险|出版社|研究院|交易所|动物园|博物馆|图书馆|基金会|中心|协会|学会|政府|事务所|派出所|研究所|水厂|机关|俱乐部|酒店|医院|物业)(?![局委院部厅所站司集监](?!长|督)|长|员)(?:办公室|办|宣传部|信访室)?/gu;

const PART = /[\p{Script=Han}A-Za-z0-9“”]/u;

/** What stands before a name in its clause. */
const LEAD =
  /^.*(?:致电|拨通|接近|前往|赶到|来到|找到|走访|通过|得到|获|告诉|询问|提问|追问|质疑|投诉|举报|反映|称|说|表示|联系|采访|拨打|记者|向|对|在|从|到|据|于|是|与|和|由|被|给|了|就|为|的|以及|，|经(?![济开贸纪营销理信委])|网传|有消息|传闻|由于)/u;

/** The stretches of a clause that end like the name of a body, in order; a branch goes with its body (某市公安局城东分局). */
export function bodiesOf(words: string): readonly string[] {
  const found: string[] = [];
  let free = 0;
  for (const match of words.matchAll(END)) {
    const end = match.index + match[0].length;
    let start = match.index;
    while (start > free && match.index - start < LONGEST && PART.test(words.charAt(start - 1))) start--;
    if (start === match.index) continue;
    const before = found.at(-1);
    if (before !== undefined && start === free && match.index - start <= 3 && BRANCH.test(words.slice(start, end)))
      found[found.length - 1] = before + words.slice(start, end);
    else found.push(words.slice(start, end));
    free = end;
  }
  return found;
}

const BRANCH = /(?:分局|支队|大队|中队|派出所|办公室|支行|分行|分公司|分院)$/u;

/** What a firm is to the matter, with what comes before it: cut off its name. */
const ROLE = new RegExp(
  `^\\p{Script=Han}{0,8}?(?:${anyOf(wordsOf(ZH_ROLES))})(?=“?[\\p{Script=Han}\\p{L}][^局方]{2})`,
  'u',
);

/** The name without the role before it, where a name is left. */
export function unrolled(called: string): string {
  const left = called.replace(ROLE, '');
  return left !== called &&
    (/(?:公司|集团|[局厂店校院社行馆中心司业技药奶电讯]|[“”\p{Lu}])/u.test(left) || left.length <= 4)
    ? left
    : called;
}

const met = new WeakMap<Sentence, readonly string[]>();

/** Remembers the bodies that a sentence names in full. */
export function rememberBodies(sentence: Sentence, memory: { bodies: string[]; sources: unknown[] }): void {
  if (memory.bodies.length > REACH) memory.bodies.splice(0, memory.bodies.length - REACH);
  if (memory.sources.length > REACH) memory.sources.splice(0, memory.sources.length - REACH);
  const names = met.get(sentence) ?? namesOf(sentence.mask);
  met.set(sentence, names);
  memory.bodies.push(...names);
}

/** The bodies that words name in full. */
export const namesOf = (mask: string): readonly string[] =>
  bodiesOf(mask)
    .map((body) =>
      body
        .replace(LEAD, '')
        .replace(
          /^(?:今[天日晨]|昨[天日晚]|结果|如果|但|而|其中|目前|随后|此前|近日|日前|\d+[年月日]*|[一二三四五六七八九十]+[月日])+/u,
          '',
        )
        .replace(/^.*?[一两某][间家所座处个](?=.{3})/u, ''),
    )
    .filter((name) => name.length >= 4 && name.length <= 24 && !/^(?:该|涉事|上述|有关|相关)/u.test(name))
    .map((name) => unrolled(name.replace(ZH_DESKS, '') || name));
