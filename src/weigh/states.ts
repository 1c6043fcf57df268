import { type Gist, gistOf } from './gist.ts';
import { near } from './quantity.ts';

/** Share of a claim's content words that must stand in words that lend it their rank. */
const MOST = 0.5;

/**
 * Whether words say what a claim says, or, where they are to deny it, its opposite: most of its content, every act and amount of it, and no negation more or less.
 * A document that merely names somebody states nothing of what is claimed of him. Who denies repeats no more than the
 * core: an act of it, and nothing much that is not in it.
 */
export function states(words: string, claim: string, denied = false): boolean {
  if (words === claim) return true;
  const [said, claimed] = [gistOf(words), gistOf(claim)];
  if (/\p{Script=Han}/u.test(words) !== /\p{Script=Han}/u.test(claim))
    return (
      claimed.acts.size > 0 && includesAll(said.acts, claimed.acts) && (said.negative === claimed.negative) !== denied
    );
  const shared = [...claimed.tokens].filter((token) => said.tokens.has(token)).length;
  if (denied && said.negative !== claimed.negative && denies(said, claimed, shared)) return true;
  const acts = includesAll(said.acts, claimed.acts);
  return acts && (said.negative === claimed.negative) !== denied && shared >= MOST * claimed.tokens.size;
}

/** Whether most of what a denial says stands in the claim, an act among it. */
const denies = (said: Gist, claimed: Gist, shared: number): boolean =>
  [...claimed.acts].some((act) => said.acts.has(act)) && shared >= 2 && shared > MOST * said.tokens.size;

const includesAll = (all: ReadonlySet<string>, some: ReadonlySet<string>): boolean =>
  [...some].every((one) => all.has(one));

/** Whether words share more with a claim than names, amounts and days: who was paid a sum says nothing of whose money it was. */
export function sharesMatter(words: string, claim: string): boolean {
  if (words === claim || /\p{Script=Han}/u.test(words) !== /\p{Script=Han}/u.test(claim)) return true;
  const [said, claimed] = [gistOf(words), gistOf(claim)];
  const matter = [...claimed.tokens].filter((token) => !/^[ndcw]:/u.test(token) && !claimed.names.has(token));
  return matter.length === 0 || matter.some((token) => said.tokens.has(token));
}

/** Whether words name every amount that a claim names: who saw a freezer dark says nothing of nine hours. */
export function namesAmounts(words: string, claim: string): boolean {
  const claimed = gistOf(claim).quantities;
  if (words === claim || claimed.length === 0) return true;
  const said = gistOf(words).quantities;
  const both = /\bboth\b/iu.test(words);
  return claimed.every(({ value }) => said.some((one) => near(one.value, value)) || (both && value === 2));
}
