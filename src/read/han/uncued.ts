import { ZH_FINDING_MANNER, ZH_FINDINGS } from '../locales/zh/cues.ts';
import { ZH_SILENCE } from '../locales/zh/replies.ts';
import { inside } from './content.ts';
import { type Find, trimmed } from './find.ts';
import type { Sentence } from './sentence.ts';
import { actorIn, doerIn, type Phrase, sourceIn } from './source.ts';

/** `经查，…`: a bulletin speaks of what its body found. */
export function findingIn(text: string, sentence: Sentence): readonly Find[] {
  const lead = LEAD.exec(sentence.mask)?.[0] ?? '';
  for (const skip of [0, lead.length]) {
    const match = ZH_FINDINGS.exec(sentence.mask.slice(skip).trimStart());
    if (!match) continue;
    const at = sentence.start + sentence.mask.indexOf(match[0], skip);
    const end = at + match[0].length;
    const by = finder(match[1] ?? '');
    const from = at + match[0].indexOf(match[1] ?? '', 1);
    return [
      {
        cue: { start: at, end },
        word: match[0],
        class: null,
        source: by && { ...by, at: from + by.start },
        content: trimmed(text, { start: end + 1, end: sentence.end }, false),
        direct: false,
        clause: at,
        nested: false,
        sourceless: false,
        finding: by === null,
      },
    ];
  }
  return [];
}

/** What stands before a finding: a word of time, or the matter that is answered. */
const LEAD = /^\s*(?:(?:针对|对于|关于|就)[^，。]{2,60}，|\p{Script=Han}{0,4}，)?/u;

/** Who found it, where 经 names somebody. */
function finder(words: string): Phrase | null {
  const name = words.replace(ZH_FINDING_MANNER, '');
  const source = name.length < 2 ? null : sourceIn(name, false);
  return source && source.end === name.length && FINDERS.has(source.kind) ? source : null;
}

const FINDERS: ReadonlySet<string> = new Set(['named-body', 'unnamed-official', 'unnamed-person', 'named-person']);

/** A heading that asks or counts, not one that tells what was said. */
const ASKS = /谁|哪|什么|如何|为何|怎么|？|：.{0,5}$|[：].*[：]/u;

/** What was done or will be: short, yet told by somebody. */
const DONE = /^[^：]*：(?:已|将|正|不|未|没|会|并|系|属|暂)[^：？]*$/u;

/** `SRC：words`, without a cue. */
export function colonIn(text: string, sentence: Sentence): readonly Find[] {
  const { mask, start } = sentence;
  if (!mask.includes('：')) return [];
  const match =
    /^\s*(?:【[^】]{0,30}】)?(?:\d{1,2}[:：]\d{2}\s*)?(?:[^，。；：]{2,24}[，！？]){0,3}([^，。；：！？\n【】#]{2,24})：(?=.)/u.exec(
      mask,
    );
  const zone = match?.[1];
  if (!match || zone === undefined) return [];
  const from = match[0].length - zone.length - 1;
  const acting = actorIn(zone);
  const at = start + match[0].length;
  const quotation = sentence.quotations.find((one) => one.start === at);
  const source = sourceIn(zone, false) ?? acting ?? (quotation ? doerIn(zone) : null);
  if (
    !source ||
    !['pronoun', 'named-person', 'named-body', 'unnamed-official', 'unnamed-person', 'party', 'crowd'].includes(
      source.kind,
    )
  )
    return [];
  if (
    !quotation &&
    ((source === acting && !/^[^。]{0,12}(?:我|你|咱|凭什么|怎么)/u.test(mask.slice(match[0].length))) ||
      (source !== acting && source.end < zone.length) ||
      /\s/u.test(zone) ||
      source.kind === 'unnamed-person' ||
      (ASKS.test(mask) &&
        !DONE.test(mask) &&
        !(source.kind === 'named-person' && /[。！]\s*$/u.test(mask)) &&
        source !== acting))
  )
    return [];
  const span = trimmed(text, { start: at, end: sentence.end }, false);
  if (
    ZH_SILENCE.test(mask.slice(match[0].length)) ||
    /[：:]\s*\d/u.test(mask.slice(match[0].length - 1, match[0].length + 1))
  )
    return [];
  const content = quotation ? inside(text, quotation) : span;
  return [
    {
      cue: { start: at, end: at },
      word: '',
      class: null,
      source: { ...source, at: start + from + source.start },
      content,
      direct: !!quotation,
      clause: start + from,
      nested: false,
      sourceless: false,
      finding: false,
    },
  ];
}

/** `“words”她撇了撇嘴`: the speaker is known by what he does after his words. */
export function gestureIn(text: string, sentence: Sentence): readonly Find[] {
  const { mask, start, quotations } = sentence;
  if (quotations.length === 0) return [];
  const match = /^\s*“□+”[，。]?(?:[^，。；：“”]{2,16}，)?([^，。；：“”]{2,24})[，。！]/u.exec(mask);
  const zone = match?.[1];
  const first = quotations[0];
  const source = zone === undefined ? null : actorIn(zone);
  if (!match || zone === undefined || !first || !source || first.end - first.start < 6) return [];
  const from = start + match[0].length - zone.length - 1;
  return quotations
    .filter((one) => one === first || text.charAt(one.start - 1) === '，')
    .map((one) => ({
      cue: { start: from, end: from },
      word: '',
      class: null,
      source: { ...source, at: from + source.start },
      content: inside(text, one),
      direct: true,
      clause: from,
      nested: false,
      sourceless: false,
      finding: false,
    }));
}

/** `以“…”为由拒绝`: the pretext is the answer. */
export function pretextIn(text: string, sentence: Sentence): readonly Find[] {
  const { mask, start, quotations } = sentence;
  if (!/为由|作答|回应/u.test(mask)) return [];
  const match =
    /([^，。；：]{1,30}?)(?:仅|只)?以(?:一句)?“□+”(?:为由(?:，)?(拒绝|婉拒|谢绝|推脱|推辞)|(作答|作为回应|回应))/u.exec(
      mask,
    );
  const zone = match?.[1];
  const source = zone === undefined ? null : sourceIn(zone, false);
  const quotation = quotations.find(
    (one) =>
      match &&
      one.start >= start + match.index + (zone?.length ?? 0) &&
      one.end <= start + match.index + match[0].length,
  );
  if (!match || !source || source.kind === 'self' || !quotation) return [];
  const end = start + match.index + match[0].length;
  const word = match[2] ?? match[3] ?? '';
  return [
    {
      cue: { start: end - word.length, end },
      word,
      class: match[2] ? 'respond' : null,
      source: { ...source, at: start + match.index + source.start },
      content: inside(text, quotation),
      direct: true,
      clause: start + match.index,
      nested: false,
      sourceless: false,
      finding: false,
    },
  ];
}
