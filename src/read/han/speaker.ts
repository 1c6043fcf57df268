import { ZH_NOUN_CUES, ZH_WEAK_CUES } from '../locales/zh/cues.ts';
import type { Cue } from './cue.ts';
import type { Sentence } from './sentence.ts';
import { leadsOn, type Phrase, sourceIn } from './source.ts';

/** Who speaks, where the looking began, and the cue as it stands. */
interface Speaker {
  /** `null`: dropped; `undefined`: nobody speaks, and the word is no cue. */
  readonly source: Phrase | null | undefined;
  readonly from: number;
  readonly word: string;
}

/** The speaker in the clause before the cue; `null` dropped, `undefined` none: then the word is no cue. */
export function speakerOf(
  text: string,
  sentence: Sentence,
  clause: number,
  zone: string,
  cue: Cue,
  marked: boolean,
): Speaker {
  if (/^(?:获悉|了解到|得知)/u.test(cue.word)) {
    const inner = /^(?:.*?)(?:从|向)(.{2,30}?)(?:处|方面|那里)?$/u.exec(zone)?.[1];
    if (inner === undefined) return { source: undefined, from: clause, word: cue.word };
    const from = clause + zone.lastIndexOf(inner);
    return { source: sourceIn(inner, true) ?? undefined, from, word: cue.word };
  }
  const word = text.slice(sentence.start + cue.start, sentence.start + cue.end);
  if (OWN_VOICE.test(zone))
    return {
      source: { start: zone.indexOf('我们'), end: zone.indexOf('我们') + 2, words: '我们', kind: 'self', ...NOBODY },
      from: clause,
      word,
    };
  const from = HEARD_FROM.exec(zone)?.[0].length ?? 0;
  if (isHeard(zone, cue)) return { source: sourceIn(zone.slice(from), true) ?? undefined, from: clause + from, word };
  if (
    !BULLETIN.test(word) &&
    /^[\s，]*(?:但|而|并|且|同时|又|还|也|只|仅|则|却|一边|现|特|特此|兹|惟|而是|后|后来|之后|最终|终于|起初|最初|接着|随后|并且|另外|此外|只是|还曾|再次|再三|反复|郑重|明确|不过|另|进一步|甚至|坚决|矢口|均|都|就此|对此|仍|坚持)*$/u.test(
      zone,
    )
  )
    return { source: null, from: clause, word };
  const paper = paperIn(zone, clause, word);
  if (paper) return paper;
  const according = /^(?:另|又|而|但)?据/u.exec(zone)?.[0].length ?? 0;
  const nominal = ZH_NOUN_CUES.has(cue.word) ? zone.replace(/(?:给出|给|作出|做出|提供|得到)?的$/u, '') : zone;
  const words = nominal.slice(according);
  const found =
    sourceIn(words, nominal !== zone || (marked && !ZH_WEAK_CUES.has(cue.word))) ??
    sourceIn(words, marked && /^[说称]$/u.test(cue.word) && zone.length <= 12) ??
    (marked && according === 0 && !needsMark(cue.word) && nominal === zone && leadsOn(words) ? null : undefined);
  return { source: found, from: clause + according, word };
}

/** `通报指出`, `声明还说`: a paper named alone speaks for the body that gave it out. */
function paperIn(zone: string, from: number, word: string): Speaker | null {
  const paper = (start: number, length: number, words: string): Phrase => ({
    ...NOBODY,
    start,
    end: start + length,
    words,
    kind: 'named-body',
    pointer: true,
  });
  const bulletin = BULLETIN.exec(word)?.[1];
  if (bulletin !== undefined && /^(?:但|而|该|上述|这份|随后|，)*$/u.test(zone))
    return { source: paper(zone.length, bulletin.length, bulletin), from, word: word.slice(bulletin.length) };
  const [, lead = '', named] = PAPER.exec(zone) ?? [];
  if (named === undefined) return null;
  return {
    source: paper(lead.length, named.length, named.replace(/^.*(?=通报|公告|声明|公报|通告|说明|公开信|致歉信)/u, '')),
    from,
    word,
  };
}

const NOBODY = { person: null, pointer: false, loose: false };

/** `我们郑重承诺`: of whom, only a bulletin tells. */
const OWN_VOICE =
  /^(?:但|而|并|且|对此|在此|现|同时|就此|为此|，)*我们(?:在此|现|也|还|已|再次|特别|特此|郑重|诚恳|诚挚|同时|谨)*$/u;

/** `刚听我表妹说的，…`: what was heard is passed on. */
export const isHeard = (zone: string, cue: Cue): boolean => HEARD_FROM.test(zone) && /^[说讲]$/u.test(cue.word);

const HEARD_FROM = /^(?:我|也|都|是|刚刚?|才|还|昨[天晚]|今[天早])*听(?=\p{Script=Han}{2})/u;

/** 通报指出: the bulletin stands for its body. */
const BULLETIN = /^(通报|公告|声明|公报)(?=[称指表说])/u;

/** 声明还说: a paper named alone speaks for the body that gave it out. */
const PAPER =
  /^(但|而|不过)?((?:该|上述|这份|这则)?(?:情况|警情|官方|致歉)?(?:通报|公告|声明|公报|通告|说明|公开信|致歉信))(?:还|同时|中|里|又|也|并|则|最后|另外|特别|里还|中还|同时还)*$/u;

/** Nouns and plain verbs as well: cues only before a comma, a colon or a quotation. */
export const needsMark = (word: string): boolean => NEEDS_MARK.test(word);

const NEEDS_MARK =
  /^(?:通知|预计|预期|预判|消息|公布|更新|公告|报道|评论|交代|判断|分析|总结|宣读|发表|更新|坦白|松口|报导|表决|核定|改口|打趣)$/u;
