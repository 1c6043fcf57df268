import type { Span } from '../base/span.ts';

/** A part of a post's text: the poster's own words, or another's whom a mark of the platform names. */
export interface Part extends Span {
  /** Whose words they are; null for the poster's own. */
  readonly of: string | null;
  /** Whom the poster answers, where the text begins by saying so. */
  readonly to: string | null;
  /** Where the mark stands: "RT @x:", "//@x:", "回复@x:". */
  readonly label: Span | null;
  /** Whether the post holds nothing else. */
  readonly isOnly: boolean;
}

const NAME = '@(?<name>[^\\s:：@/]{1,40})';
/** "//@x:" at any place; "RT @x:" and "转@x：" at the start or after a space. */
const PASSED = new RegExp(
  `//\\s?${NAME}\\s?[:：]|(?<=^|\\s)(?:RT|MT|QT|转(?:发|自)?|轉(?:發|自)?)\\s?${NAME.replace('name', 'other')}\\s?[:：]`,
  'gu',
);
const ANSWER = new RegExp(`^(?:回复|回覆|Reply to|Replying to)\\s?${NAME}\\s?[:：]`, 'u');
/** What platforms put where a reposter says nothing. */
const WORDLESS = /^(?:转发微博|转发|轉發微博|轉發|快转微博|Repost|RT)[。.]?$/iu;

/** A post's text as the words of each who speaks in it ("mine//@b: hers//@c: his"), in order. Empty parts are left out. */
export function partsOf(text: string): Part[] {
  const marks = [...text.matchAll(PASSED)].slice(0, 200);
  const answer = ANSWER.exec(text);
  const from = answer?.[0].length ?? 0;
  const first = marks[0]?.index ?? text.length;
  const own = { of: null, to: answer?.groups?.['name'] ?? null, label: answer ? { start: 0, end: from } : null };
  const parts: Omit<Part, 'isOnly'>[] = [{ ...own, ...trimmed(text, from, Math.max(from, first)) }];
  for (const [at, mark] of marks.entries()) {
    const start = mark.index + mark[0].length;
    const label = { start: mark.index, end: start };
    const of = mark.groups?.['name'] ?? mark.groups?.['other'] ?? null;
    parts.push({ of, to: null, label, ...trimmed(text, start, marks[at + 1]?.index ?? text.length) });
  }
  const said = parts.filter((part, at) => part.end > part.start && !(at === 0 && isWordless(text, part, marks.length)));
  const whole = said.length > 0 ? said : parts.slice(0, 1);
  return whole.map((part) => ({ ...part, isOnly: whole.length === 1 }));
}

/** "转发微博" alone is the platform's, and before another's words it says nothing of its own. */
const isWordless = (text: string, part: Span, marks: number): boolean =>
  marks > 0 && WORDLESS.test(text.slice(part.start, part.end));

/** Whether a text passes on without a word of its own. */
export const saysNothing = (text: string): boolean => text.trim() === '' || WORDLESS.test(text.trim());

function trimmed(text: string, from: number, to: number): Span {
  let [start, end] = [from, to];
  while (start < end && /\s/u.test(text.charAt(start))) start++;
  while (end > start && /\s/u.test(text.charAt(end - 1))) end--;
  return { start, end };
}
