import type { Placed } from './ledger.ts';
import type { Story } from './story.ts';

/** Roles in which somebody is first told of without a name and then with it, by the words for them. */
const ROLES: readonly RegExp[] = [
  /\b(?:lawyer|solicitor|attorney|barrister|counsel|represents|representing|acts for|acting for)\b|律师|代理人/iu,
  /\b(?:spokesman|spokeswoman|spokesperson|press officer)\b|发言人/iu,
];
const UNNAMED: ReadonlySet<string> = new Set(['unnamed-official', 'unnamed-person', 'party']);
/** How far from a name its role may stand. */
const BEFORE = 40;
const AFTER = 70;

/** Statements of "a lawyer for the buyer" given to the one lawyer whom the same item names: a lead tells of him first without his name. */
export function unveiled(story: Story): readonly Placed[] {
  const content = new Map(story.texts.map(({ item, content }) => [item, content]));
  const named = new Map<string, Placed[]>();
  for (const one of story.statements)
    if (one.source.kind === 'named-person' && one.source.name)
      named.set(one.item, [...(named.get(one.item) ?? []), one]);
  return story.statements.map((one) => {
    const role = UNNAMED.has(one.source.kind) ? ROLES.find((words) => words.test(one.source.quote)) : undefined;
    if (!role) return one;
    const fitting = (named.get(one.item) ?? []).filter(({ source }) => {
      const text = content.get(one.item) ?? '';
      return role.test(text.slice(Math.max(0, source.start - BEFORE), source.end + AFTER));
    });
    const names = new Set(fitting.map(({ source }) => source.name));
    const [found] = fitting;
    return found && names.size === 1 ? { ...one, source: { ...found.source, quote: one.source.quote } } : one;
  });
}
