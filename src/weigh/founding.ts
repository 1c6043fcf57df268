import type { Gist } from './gist.ts';
import type { Placed } from './ledger.ts';
import { bareName } from './name.ts';
import { ownVoice } from './rank.ts';
import type { Scene } from './scene.ts';

/** What is still to come is a promise or a plan, not a claim. */
export const FORTHCOMING = /将|\b(?:will|shall|would)\b/u;

/** "If it is forged, call the police" asserts nothing. */
const CONDITION = /^(?:if|unless|suppose|supposing)\b|^(?:如果|要是|若|假如|万一)|的话/iu;

/** Signs of a sentence, as against a heading or an address: an auxiliary, a past tense. */
const SENTENCE =
  /\p{Script=Han}|\b(?:is|are|was|were|be|been|has|have|had|must|may|will|took|held|made|found|gave|sent|went|said|began|paid|sold|bought|built|left|kept|met|ran|won|lost|broke|fell|shows?|stands?|remains?|\w{2,}ed)\b/iu;

/** Words of a talker that ask, thank, greet or pass on, and so state nothing. */
const REMARK =
  /\b(?:please|pls|thanks|thank you|share this|retweet|dm me|follow me|anyone know|does anyone|can someone|take (?:it|that|this|the \w+) down)\b|^(?:rt\b|@\S+\s+(?:please|why|how|what|who|can|could|do|stop|take)\b)|求扩散|求转发|转发微博|转发一下|谢谢|拜托|有没有人知道|别传/iu;

const QUESTION =
  /[?？]["”」』]?\s*$|(?:吗|呢)(?=[，,])|(?:吗|呢)["”」』。]?\s*$|^(?:是不是|有没有|为什么|怎么)|^(?:are|is|was|were|do|does|did|can|could|will|would|should|have|has) (?:we|you|they|he|she|it|i|there|this|that)\b|^(?:who|what|why|how|when|where)\b/iu;

/** "Ask the office about paper": bids somebody do something. */
const BIDDING =
  /^[“"‘']?(?:ask|look|wait|imagine|let(?:’s| us| me)|don[’']t|do not|stop|remember|mind|go and|come and|make sure)\b(?!ed)/iu;

/** Questions, opinions, refusals and promises say nothing that could be confirmed. */
export function speaksToClaims(one: Placed, scene: Scene): boolean {
  if (one.class === 'respond' || one.class === 'promise') return false;
  if (QUESTION.test(one.quote) || BIDDING.test(one.quote)) return false;
  const cue = one.cue?.quote.toLowerCase() ?? '';
  if (cue && scene.policy.reading.opinionCues.includes(cue)) return false;
  return !(one.source.kind === 'crowd' && one.class === 'say' && !one.carrier);
}

const isSum = ({ unit }: Gist['quantities'][number]): boolean => unit === 'money' || unit === 'percent';

/** What an outlet narrates joins a claim but makes none; what a person posts, or a document states, can make one. */
export function founds(one: Placed, words: string, gist: Gist, scene: Scene): boolean {
  if (!one.carrier) return true;
  if (FORTHCOMING.test(words) || CONDITION.test(words) || bareName(words) === bareName(one.source.name ?? ''))
    return false;
  if (![...gist.tokens].some((token) => !/^[dn]:/u.test(token))) return false;
  const papers = scene.isDocument(one.item);
  if (!scene.isPost(one) && !papers && !ownVoice(one, scene)) return false;
  if (scene.voice(one)?.passedOn || REMARK.test(words)) return false;
  if (/^[^\p{L}\p{N}]*[[<【]/u.test(words) || words === words.toUpperCase()) return /\p{Script=Han}{8}/u.test(words);
  const weighty = gist.quantities.length + gist.acts.size > 0 || gist.negative;
  // A row of a form or a heading names a thing; only a sum, an act or a negation in it says something.
  if (/\t/u.test(one.quote)) return gist.acts.size > 0 || gist.negative || gist.quantities.some(isSum);
  if (papers) return weighty && SENTENCE.test(words) && gist.tokens.size >= 3 && !/^(?:issued|signed)\b/iu.test(words);
  return weighty || gist.days.length > 0 || gist.tokens.size >= 6;
}
