import type { Placed } from './ledger.ts';

const MARKED = '[“"「‘]?';
const HAN = new RegExp(
  `^(?:针对|关于|对于)?(?:近日|日前)?(?:网传|网络(?:上)?(?:流传|传播)的?|网上流传的?|有(?:网民|网友|自媒体)(?:称|发帖称|爆料称?)|坊间传)的?${MARKED}(.{4,80}?)[”"」’]?(?:的|这一|等|一事的?)?(?:消息|说法|传言|传闻|内容|信息|情况|言论|一事)?(?:经核实)?[，,]?(?:并|完全|均|纯|系|属|为|是|纯属)*(?:不属实|不实|谣言|虚假信息|不实信息|假消息|不是事实|子虚乌有|无中生有|没有(?:任何)?依据)[^，。]{0,6}$`,
  'u',
);
const LATIN =
  /^(?:the |any |these |recent )?(?:reports?|rumou?rs?|claims?|suggestions?|allegations?|posts?)(?: (?:online|on social media|circulating|being shared)){0,2} that (.{8,160}?),? (?:is|are|was|were) (?:(?:simply|completely|entirely|utterly|quite) )?(?:false|untrue|wrong|baseless|unfounded|incorrect|not true|without foundation)$|^(?:it is (?:not true|untrue|false) that|there is no truth in (?:the )?(?:reports?|rumou?rs?|claims?) that) (.{8,160})$/iu;

/** What words deny that name a rumour only to say that it is none: "reports that she left are untrue", 网传……不属实; null where they don't. */
export function rumourDenied(words: string): string | null {
  const bare = words.trim().replace(/[.。！!]$/u, '');
  const found = HAN.exec(bare) ?? LATIN.exec(bare);
  return found?.[1] ?? found?.[2] ?? null;
}

/** Statements with those that are no more than the denial of a rumour as denials, whoever's voice they are in. */
export const withRumoursDenied = (statements: readonly Placed[]): readonly Placed[] =>
  statements.map((one) =>
    (one.class === 'say' || (one.class === 'hearsay' && one.source.kind !== 'none')) && rumourDenied(one.quote) !== null
      ? { ...one, class: 'deny', polarity: 'negative' }
      : one,
  );
