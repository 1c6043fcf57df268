import { ZH_ASKING, ZH_REPLY_CONTEXT, ZH_REPLY_PAPER, ZH_REPLYING } from '../locales/zh/replies.ts';
import type { Statement } from '../statement.ts';
import { plain } from './plain.ts';
import type { Sentence } from './sentence.ts';

/** What a statement stands among. */
export interface Circumstances {
  /** The text as the patterns read it. */
  readonly text: string;
  readonly sentence: Sentence;
  readonly here: readonly Statement[];
  /** Somebody was asked a few sentences ago at most. */
  readonly asked: boolean;
  /** Who that was, as written; `null` where it isn't told. */
  readonly called: string | null;
  /** Something was held against somebody before. */
  readonly accused: boolean;
  /** The body whose own text this is. */
  readonly own: string | null;
  /** A turn that asked stands right before. */
  readonly questioned: boolean;
  /** How many bodies were named so far. */
  readonly bodies: number;
  /** Others have spoken before. */
  readonly later: boolean;
}

/** Whether a statement answers: somebody asked, or what was said against the speaker's side. */
export function answers(one: Statement, among: Circumstances): boolean {
  const { sentence, here, asked, accused, own, later } = among;
  const cue = one.cue ? among.text.slice(one.cue.start, one.cue.end) : '';
  const { source } = one;
  if (one.chain.length > 1) return false;
  if (
    here.some(
      (two) =>
        two !== one && two.source.name === source.name && [two.class, one.class].sort().join() === 'confirm,deny',
    )
  )
    return source.kind !== 'unnamed-person';
  const inCourt = IN_COURT.test(sentence.mask);
  if (later && DEFENDS.test(cue) && !inCourt && source.kind !== 'crowd') return true;
  if (cue === '答' && source.name === null) return own !== null || among.bodies > 0;
  if (source.kind === 'artefact') return ZH_REPLY_PAPER.test(plain(source.name ?? ''));
  if (!SPEAKS.has(source.kind))
    return (
      (nameless(one) && asked && ZH_ASKING.test(sentence.mask)) ||
      (one.class === 'deny' && accused && !inCourt && /某/u.test(source.name ?? ''))
    );
  if (one.class === 'respond' || (among.questioned && cue === '')) return true;
  if (ZH_REPLYING.some((word) => cue.startsWith(word))) return cue !== '' && !/^(?:回[忆想]|答应)/u.test(cue);
  if (own !== null && source.name === own && (source.quote === '' || one.class === 'investigate'))
    return accused && (one.class === 'confirm' || one.class === 'deny');
  if (own !== null && FINDS.test(cue)) return accused && one.class === 'deny';
  if (
    one.class === 'deny' &&
    later &&
    !inCourt &&
    /不实|不属实|谣言|不符|误读|断章取义|伪造|编造|捏造|虚假/u.test(among.text.slice(one.start, one.end))
  )
    return true;
  if (URGES.test(cue)) return false;
  if (
    (/^否认/u.test(cue) || DENIED.test(sentence.mask.slice(0, Math.max(0, (one.cue?.start ?? 0) - sentence.start)))) &&
    later &&
    source.kind !== 'named-person' &&
    !inCourt
  )
    return true;
  if (ZH_REPLY_CONTEXT.test(sentence.mask.trimStart())) return true;
  const told =
    accused || here.some((other) => other !== one && (other.class === 'allege' || other.class === 'hearsay'));
  if (one.class === 'confirm' && INQUIRERS.test(plain(source.name ?? '')) && INQUIRED.test(words(one, among)))
    return false;
  if ((one.class === 'deny' || one.class === 'confirm') && told && !inCourt)
    return source.kind !== 'named-person' || source.body !== undefined || asked || titled(one);
  if (accused && PLEADS.test(cue)) return true;
  return acknowledges(one, among);
}

/** Neither yes nor no, yet an answer. */
function acknowledges(one: Statement, { text, sentence, asked, called, accused }: Circumstances): boolean {
  const { source } = one;
  const words = text.slice(one.start, one.end);
  const before = sentence.mask.slice(0, Math.max(0, (one.cue?.start ?? 0) - sentence.start));
  if (/您(?:所)?反映的|您的(?:问题|留言|诉求|投诉)/u.test(words)) return true;
  if (/(?:注意到|关注到|已知悉|已获悉)/u.test(words)) return true;
  if (one.class === 'investigate' && /高度重视/u.test(words)) return true;
  if (one.class === 'promise')
    return accused && !EARLIER.test(before) && (source.kind === 'party' || (answerable(one) && DEALS.test(words)));
  if (one.class === 'investigate' && accused && !/^(?:我|本)/u.test(source.quote))
    return source.kind === 'named-body' || source.body !== undefined;
  if (
    accused &&
    one.class === 'say' &&
    !/辩护|检方|公诉|律师/u.test(sentence.mask) &&
    /则[^，]{0,6}$/u.test(before) &&
    source.kind !== 'named-person'
  )
    return true;
  return (
    asked &&
    (called === null || nameless(one) || related(called, one)) &&
    (source.body !== undefined ||
      source.kind === 'named-body' ||
      source.kind === 'party' ||
      (source.kind === 'unnamed-official' && called !== null && nameless(one) && one.class !== 'say')) &&
    one.class !== 'allege'
  );
}

const words = (one: Statement, { text }: Circumstances): string => text.slice(one.start, one.end);

/** A body, or somebody who speaks for one. */
const answerable = ({ source }: Statement): boolean => source.kind === 'named-body' || source.body !== undefined;

/** A person named with an office: who is accused answers by it. */
const titled = ({ source }: Statement): boolean => source.quote.length > (source.name ?? '').length + 1;

/** `经查，…`, whoever looked into it for the body whose text it is. */
const FINDS = /^[经据]/u;
/** What was promised before is no answer to what is said now. */
const EARLIER = /此前|曾|早前|之前/u;
/** A promise to deal with what is held against somebody. */
const DEALS = /查实|属实|依法|依规|严肃|整改|核查|调查|问责|追责|绝不/u;
/** Who confirms an inquiry of his own answers no charge. */
const INQUIRERS = /检察|地检|检方|警|公安|派出所|法院|纪委|监委|廉政/u;
const INQUIRED = /立案|受案|侦|分案|调查/u;

/** `对此予以否认，强调…` */
const DENIED = /(?:否认|驳斥|澄清|辟谣)，$/u;

const SPEAKS = new Set(['named-person', 'named-body', 'unnamed-official', 'party']);
const IN_COURT = /当庭|庭审|法庭|开庭|翻供|检方|检察院|被告人/u;

/** Cues of one who defends himself: an answer, whatever was said before. */
const DEFENDS = /^(?:辩解|反驳|驳斥|澄清|喊冤|叫屈)/u;
/** The same where something was held against him. */
const PLEADS = /^(?:辩|申辩|抗辩|解释|澄清|说明|否认|致歉|道歉|坚称|承认)/u;
const URGES = /^(?:要求|呼吁|提醒|建议|敦促|促请)/u;

/** Whether a statement complains: what a body says next is its answer. */
export const complains = (one: Statement): boolean =>
  /^(?:反映|投诉|举报|质疑|曝|爆料|指控)/u.test(plain(one.cue?.quote ?? ''));

/** Somebody who picks up the telephone, or is pointed at as the one called. */
const nameless = ({ source }: Statement): boolean =>
  /^(?:一[名位]|接|对方|其|他|她|该|值班|工作人员|客服|办公室|$)/u.test(plain(source.quote));

/** Whether the one who speaks is, by two characters on end, the one who was called. */
function related(called: string, { source }: Statement): boolean {
  const words = `${plain(source.body ?? '')} ${plain(source.name ?? '')} ${plain(source.quote)}`;
  for (let at = 0; at + 2 <= called.length; at++) if (words.includes(called.slice(at, at + 2))) return true;
  return false;
}
