import { ZH_CONTENT_CLASSES as SIGNS, ZH_CORRECTS, ZH_FLAT_DENIAL, ZH_NO_WRONG } from '../locales/zh/classes.ts';
import { ZH_HEDGES, ZH_OPINION, ZH_OPINION_CUES } from '../locales/zh/phrases.ts';
import type { SourceKind, StatementClass } from '../statement.ts';

/** What is known of a statement before its class. */
export interface Unclassed {
  readonly cueClass: StatementClass | null;
  readonly cue: string;
  readonly content: string;
  readonly kind: SourceKind;
  /** The artefact is of unknown origin or said to circulate. */
  readonly loose: boolean;
  /** Somebody accused or asked before: a plain "not" is then a denial. */
  readonly answering: boolean;
  /** What a body found about the matter that its notice answers. */
  readonly finding?: boolean;
  /** Speaks by name for an authority: what it finds is no accusation. */
  readonly competent?: boolean;
}

/** The cue's own class, else the first that the content shows signs of. */
export function classOf(one: Unclassed): StatementClass {
  if (one.kind === 'none') return 'hearsay';
  if (one.kind === 'artefact' && one.loose) return 'hearsay';
  if (one.cueClass === 'confirm' && SIGNS.notConfirm.test(one.content)) return 'deny';
  if (one.cueClass === 'confirm' && one.cue.startsWith('核实') && byContent(one) === 'deny') return 'deny';
  if (one.cueClass) return one.cueClass;
  if (one.cue.startsWith('坚称') && /^[^，。]{0,10}(?:没有|没|不|未|无)/u.test(one.content)) return 'deny';
  if (/^(?:坦|直言)/u.test(one.cue) && /确实|的确/u.test(one.content)) return 'confirm';
  if (/听说(?![了过没吗])|听人说|据说/u.test(one.content)) return 'hearsay';
  if (one.kind === 'crowd' && one.loose && rumoured(one)) return 'hearsay';
  const own = byContent(one);
  if (one.kind === 'artefact') return own === 'allege' ? 'say' : own;
  return own;
}

function byContent({ content, answering, finding, kind, competent }: Unclassed): StatementClass {
  if (SIGNS.confirm.test(content) && !SIGNS.notConfirm.test(content)) return 'confirm';
  if (
    (answering && ZH_FLAT_DENIAL.test(content)) ||
    (answering && finding && ZH_CORRECTS.test(content)) ||
    SIGNS.deny.test(content) ||
    (SIGNS.never.test(content) && (answering || answerable(kind) || OWN.test(content))) ||
    (SIGNS.ownDeny.test(content) && (answering || OWN.test(content))) ||
    (answering && SIGNS.weakDeny.test(content) && !inquires(content) && !SIGNS.respond.test(content))
  )
    return 'deny';
  if (/相信.{0,8}(?:组织|警方|法律|司法|调查)/u.test(content) && speaks(kind)) return 'respond';
  if (inquires(content)) return 'investigate';
  if (
    SIGNS.promise.test(content) &&
    (kind !== 'unnamed-person' || /我|保证|放心/u.test(content)) &&
    !/按(?:照)?(?:相关|有关)?程序(?:处理|办理)|预计|预料|有望|预期/u.test(content)
  )
    return kind === 'crowd' || kind === 'artefact' || kind === 'outlet' ? 'say' : 'promise';
  if (SIGNS.respond.test(content) && speaks(kind)) return 'respond';
  const wrong = SIGNS.allege.exec(content);
  if (wrong && ZH_NO_WRONG.test(content.slice(0, wrong.index))) return answering || kind === 'party' ? 'deny' : 'say';
  if (wrong && kind !== 'named-body' && !competent) return 'allege';
  return 'say';
}

/** One of these stands in every word of inquiry; most contents hold none. */
const MAY_INQUIRE = /[介查核侦审案组访检鉴评验勘追溯询复]|了解|处理|程序/u;
const inquires = (content: string): boolean => MAY_INQUIRE.test(content) && SIGNS.investigate.test(content);

/** Bodies and those who speak for them speak of what they did themselves. */
const answerable = (kind: SourceKind): boolean =>
  kind === 'named-body' || kind === 'unnamed-official' || kind === 'party';

/** The matter is the speaker's own. */
const OWN =
  /我|本人|本公司|本院|本校|公司|自己|俱乐部|学校|医院|局里|平台|其(?:本人|公司)?(?:从|并|没)|[院校厂园]方|双方|绝无|绝没有/u;

const speaks = (kind: SourceKind): boolean => kind !== 'crowd' && kind !== 'artefact' && kind !== 'outlet';

/** Vague crowds on line pass on what they cannot know; opinions are their own. */
const rumoured = ({ cue, content }: Unclassed): boolean =>
  !ZH_OPINION_CUES.has(cue) && !/^(?:反映|投诉)/u.test(cue) && !ZH_OPINION.test(content);

/** Whether the content is negated, by its class or by its words up to the first comma. */
export const polarityOf = (content: string, kind: StatementClass): 'positive' | 'negative' =>
  kind === 'deny' || /^[^，]{0,10}(?:没有|并未|未|不是|并非|不存在|从未|无)/u.test(content) ? 'negative' : 'positive';

/** Whether the content is put as possible only. */
export const isHedged = (content: string): boolean => ZH_HEDGES.test(content);
