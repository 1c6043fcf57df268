import { gistOf } from './gist.ts';
import type { Placed } from './ledger.ts';

/** A part of a statement that says one thing. */
export interface Part {
  readonly statement: Placed;
  readonly words: string;
  /** The class of the statement; what stands beside the denied part of a denial is merely said. */
  readonly kind: Placed['class'];
}

const CONFIRMED_SEAM =
  /(?<=\p{Ll}{3}[.!?][”"’]?)\s+(?=[“"]?\p{Lu})|[。！？]|[，；;]\s*(?:并且?|且|但是?|而且?)?|,?\s(?:and|but)\s+(?=(?:is|was|did|does|has|had|would|will|that|it|he|she)\b)|,\s(?=(?:he|she|it|they|everything else|the rest|all else|nothing else)\s)|\sand\s(?=(?:gave|took|made|kept|met|told|sold|bought|paid|sent|left|went|came|held|wrote|got|lost|won|ran|hid|lied|\p{Ll}{3,16}ed)\s)/gu;
const ADDED_SEAM =
  /(?<=\p{Ll}{3}[.!?][”"’]?)\s+(?=[“"]?\p{Lu})|[。！？]|，(?=并|且|还|但)|；|;\s|\s(?:and|but)\s+that\s|,\s(?:and|but)\s(?=(?:he|she|it|they|we|i|there|this|that)\b)|\s(?:and|but)\s(?=(?:is|was|are|were|has|had|have|did|does|do|would|will|could|can) (?:not|never|no)\b)|\sand\s(?=(?:gave|took|made|kept|met|told|sold|bought|paid|sent|left|went|came|held|wrote|got|lost|won|ran|hid|lied|\p{Ll}{3,16}ed)\s)/giu;

/** The parts of a statement: "holds the post and is not at work" confirms two claims, and only those. Each is verbatim. What a body says in its own voice is parted like what it confirms. */
export function partsOf(statement: Placed, official = false): readonly Part[] {
  const whole = { statement, words: statement.quote, kind: statement.class };
  if (statement.quote.length > 300) return [whole];
  const parts = cutAt(
    statement.quote,
    official ||
      statement.class === 'confirm' ||
      (statement.class === 'investigate' && !/\p{Script=Han}/u.test(statement.quote))
      ? CONFIRMED_SEAM
      : ADDED_SEAM,
  );
  if (parts.length === 0 || parts.length > 4) return [whole];
  if (parts.length === 1) return [{ ...whole, words: parts[0] ?? statement.quote }];
  const negative = parts.map((words) => statement.class === 'deny' && gistOf(words).negative);
  const kindOf = (at: number) => (negative.includes(true) && !negative[at] ? 'say' : statement.class);
  return parts.map((words, at) => ({ statement, words, kind: kindOf(at) }));
}

/** The stretches between seams; one that says too little stays with the one before it. */
function cutAt(quote: string, seam: RegExp): readonly string[] {
  const spans: { start: number; end: number }[] = [];
  let from = 0;
  for (const match of [...quote.matchAll(seam), { index: quote.length, 0: '' }]) {
    const span = { start: from, end: match.index };
    const before = spans.at(-1);
    from = match.index + match[0].length;
    if (span.end <= span.start || ignorant(quote.slice(span.start, span.end))) continue;
    if (before && !(telling(quote.slice(span.start, span.end)) && telling(quote.slice(before.start, before.end))))
      before.end = span.end;
    else spans.push(span);
  }
  return spans.map(({ start, end }) => quote.slice(start, end).trim()).filter(Boolean);
}

/** "The cause is not known": a part that says what somebody does not know belongs to no other. */
const ignorant = (words: string): boolean => gistOf(words).acts.has('a:unknown');

/** Long enough to say something: five Han characters, or four words, and an act, a number or a day among a few words. */
function telling(words: string): boolean {
  const han = words.match(/\p{Script=Han}/gu)?.length ?? 0;
  if (han < 4 && words.trim().split(/\s+/u).length < 4) return false;
  const { acts, quantities, days, tokens } = gistOf(words);
  return acts.size + quantities.length + days.length > 0 || tokens.size >= 3;
}
