import { gistOf } from './gist.ts';
import type { Placed } from './ledger.ts';
import type { Scene } from './scene.ts';

/** A title of a bulletin, or what leads up to it. */
const TITLE =
  /^关于.{2,60}的(?:情况)?(?:通报|公告|通知|声明|说明|函|回复)$|(?:通报|公告|公布|说明|回复)?.{0,16}如下[:：]?$|^(?:public )?(?:notice|statement|letter|reply|bulletin|minutes|summary) (?:of|on|about|regarding|concerning)\b/iu;
/** "Go by the official bulletin", 以官方通报为准: sends the reader elsewhere. */
const REFERRAL =
  /以.{0,14}(?:通报|公告|公布|结果|说法|信息|消息|回应).{0,4}为准|\b(?:go by|wait for|refer to|await) (?:the|its|our|an?) (?:official|further|final)/iu;
const FINITE =
  /\b(?:is|are|was|were|has|have|had|must|may|will|would|shall|took|held|made|found|gave|went|said|began|paid|sold|bought|built|left|kept|met|won|lost|broke|fell|shows?|stands?|remains?|\w{2,}ed)\b/iu;

/** Whether a body's own words are a title or its name: they state nothing. */
export function isHeading(one: Placed, words: string, scene: Scene): boolean {
  if (!one.carrier) return false;
  const bare = words.trim();
  if (bare.length < 24 && scene.isPublicBody(bare) && !/[，。]/u.test(bare) && !does(bare)) return true;
  if (scene.isPost(one) || /\t/u.test(bare)) return false;
  return TITLE.test(bare) && (/\p{Script=Han}/u.test(bare) || !FINITE.test(bare));
}

/** Says what was done, and so is no mere name. */
const does = (words: string): boolean => [...gistOf(words).acts].some((act) => act !== 'a:office');

/** Whether words beside others only send the reader elsewhere. */
export const isReferral = (words: string): boolean => REFERRAL.test(words);
