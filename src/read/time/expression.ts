import type { Span } from '../../base/span.ts';
import { TIMES } from '../locales/times.ts';
import { type Atom, hasDay, placesOf } from './atom.ts';
import { CHINESE_JOINT, chineseAtoms } from './chinese.ts';
import { ENGLISH_JOINT, englishAtoms } from './english.ts';
import { withoutOverlap } from './rule.ts';
import { stampAtoms } from './stamps.ts';
import { type TimeWords, wordedAtoms } from './worded.ts';

/** Atoms that stand together and say one time ("today (3rd)", 5月29日上午9时06分), with the end of an interval. */
export interface Expression extends Span {
  readonly atoms: readonly Atom[];
  readonly to: readonly Atom[];
}

/** The expressions of a stretch, in order; those of a bare time of day are there too. */
export function expressionsOf(words: string, language: string): readonly Expression[] {
  const own = TIMES.get(language);
  const han = /\p{Script=Han}/u.test(words) ? chineseAtoms(words) : [];
  const groups = grouped(
    words,
    withoutOverlap([
      ...stampAtoms(words),
      ...han,
      ...(own ? wordedAtoms(words, own) : LATIN.test(words) ? englishAtoms(words) : []),
    ]),
    own,
  );
  const found: Expression[] = [];
  for (const group of groups) {
    const before = found.at(-1);
    const joined = before && before.to.length === 0 ? interval(words, before, group, own) : null;
    if (joined) found[found.length - 1] = joined;
    else found.push(group);
  }
  return found;
}

/** Whether the atoms name a day, be it unknown which. */
export const isDated = (atoms: readonly Atom[]): boolean =>
  atoms.some((atom) => (atom.date !== undefined || atom.stamp !== undefined) && (!atom.weak || atoms.length > 1));

/** Words of a Latin script, or the clocks that are written alike everywhere. */
const LATIN = /[a-z]{2}|^[^\p{Script=Han}]*$/iu;
const LONGEST_JOINT = 28;
const LONGEST_TO = 14;
const OPEN = /[（(][ \t]*$/u;
const CLOSE = /^[ \t]*[）)]/u;
const TO = /^[ \t]*(?:(?:to|until|till|thru|through)(?:[ \t]+the)?|至|到|[-–—~～－]{1,2})[ \t]*$/iu;
const OR = /^[ \t]*or[ \t]*$/iu;
const AND = /^[ \t]*(?:and(?:[ \t]+the)?|和|与|及)[ \t]*$/iu;
const BETWEEN = /\bbetween[ \t]+(?:the[ \t]+)?$/iu;
const BETWEEN_AFTER = /^[ \t]*(?:之间|间)/u;

function grouped(words: string, atoms: readonly Atom[], own?: TimeWords): readonly Expression[] {
  const groups: Expression[] = [];
  for (const atom of atoms) {
    const group = groups.at(-1);
    if (!group || !joins(words, group, atom, own)) {
      groups.push({ start: atom.start, end: atom.end, atoms: [atom], to: [] });
      continue;
    }
    const inside = OPEN.test(words.slice(group.end, atom.start));
    const close = inside ? (CLOSE.exec(words.slice(atom.end, atom.end + 3))?.[0].length ?? 0) : 0;
    groups[groups.length - 1] = { ...group, end: atom.end + close, atoms: [...group.atoms, atom] };
  }
  return groups;
}

function joins(words: string, group: Expression, atom: Atom, own?: TimeWords): boolean {
  if (atom.start - group.end > LONGEST_JOINT) return false;
  const gap = words.slice(group.end, atom.start);
  if (!(own?.joint ?? ENGLISH_JOINT).test(gap) && !CHINESE_JOINT.test(gap)) return false;
  if (!hourFits([...group.atoms, atom])) return false;
  const taken = new Set(group.atoms.flatMap(placesOf));
  return placesOf(atom).every((place) => !taken.has(place));
}

/** An hour is a day's: "next month at six" are two times. */
function hourFits(all: readonly Atom[]): boolean {
  const dated = all.some(({ date }) => date !== undefined && date.is !== 'vague');
  const hours = all.some(({ clock, part }) => clock !== undefined || part !== undefined);
  // Of "the first Monday 1pm of next month" the day comes first; a month first waits for its day.
  return !dated || !hours || hasDay(all);
}

function interval(words: string, from: Expression, to: Expression, own?: TimeWords): Expression | null {
  if (to.start - from.end > LONGEST_TO) return null;
  const gap = words.slice(from.end, to.start);
  const last = from.atoms.at(-1)?.start ?? from.start;
  const and =
    (own?.and ?? AND).test(gap) &&
    ((own?.between ?? BETWEEN).test(words.slice(Math.max(0, last - 16), last)) ||
      (own?.between ?? BETWEEN).test(words.slice(Math.max(0, from.start - 16), from.start)) ||
      BETWEEN_AFTER.test(words.slice(to.end, to.end + 4)));
  if (!and && !(own?.to ?? TO).test(gap) && !(OR.test(gap) && nextDays(from, to))) return null;
  if (!isDated(from.atoms) && !isDated(to.atoms)) return null;
  if (!hourFits([...from.atoms, ...to.atoms])) return null;
  return { start: from.start, end: to.end, atoms: from.atoms, to: to.atoms };
}

/** "On Monday or Tuesday": two days in a row are a span in which something happened. */
function nextDays(from: Expression, to: Expression): boolean {
  const [one, other] = [from, to].map(({ atoms }) => (atoms.length === 1 ? atoms[0]?.date : undefined));
  if (one?.is !== 'weekday' || other?.is !== 'weekday' || one.week !== null || other.week !== null) return false;
  return (one.weekday + 1) % 7 === other.weekday;
}
