import type { Lexicon } from './lexicon.ts';
import type { NamedBody } from './names.ts';
import { plain } from './token.ts';

/**
 * "The firm", "the council", a headline's bare "School": the one body of the text that the words can mean.
 * Null where none or several can.
 */
export function describedBody(
  phrase: string,
  bodies: readonly NamedBody[],
  before: number,
  outlet: boolean,
  lexicon: Lexicon,
): string | null {
  const words = phrase.split(/\s+/u);
  const head = plain(words.at(-1) ?? '');
  if (words.length > 3 || bodies.length === 0 || /\p{Lu}/u.test(words.slice(1).join(' '))) return null;
  const kin = lexicon.descriptions.find((one) => one.heads.has(head));
  const fitting = bodies.filter((one) => fits(one, head, kin, outlet));
  const earlier = distinct(fitting.filter((one) => one.at < before));
  if (earlier.length === 1) return earlier[0] ?? null;
  const all = distinct(fitting);
  if (earlier.length === 0) return all.length === 1 ? (all[0] ?? null) : null;
  const called = distinct(fitting.filter((one) => one.roles.has(head) && one.at < before));
  return called.length === 1 ? (called[0] ?? null) : null;
}

function fits(
  body: NamedBody,
  head: string,
  kin: Lexicon['descriptions'][number] | undefined,
  outlet: boolean,
): boolean {
  if (body.outlet !== outlet) return false;
  if (body.roles.has(head)) return true;
  if (outlet) return kin !== undefined;
  if (body.low.endsWith(` ${head}`)) return true;
  return kin?.names.test(body.low) ?? false;
}

/** One body under its longest name. */
function distinct(bodies: readonly NamedBody[]): readonly string[] {
  const names = [...new Set(bodies.map((one) => one.name))];
  return names.filter((name) => !names.some((other) => other !== name && other.includes(name)));
}
