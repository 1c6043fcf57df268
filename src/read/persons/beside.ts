import { plain } from '../spaced/token.ts';
import type { PersonWords } from './words.ts';

interface Place {
  /** The nearest word first. */
  readonly before: readonly string[];
  readonly after: string;
  /** More than one word, or a given name. */
  readonly named: boolean;
  readonly many: boolean;
  readonly owns: boolean;
}

interface Beside {
  readonly points: number;
  readonly role: string | null;
  readonly age: number | null;
  /** A word beside the name says outright that it is a person's. */
  readonly strong: boolean;
}

/** What the words beside a name say of it. */
export function besideOf(place: Place, ahead: string, words: PersonWords): Beside {
  const left = leftOf(place, ahead, words);
  const right = rightOf(place, words);
  const age = ageOf(ahead, place.after, words);
  const aged = age === null ? 0 : place.named ? 4 : 2;
  return {
    points: left.points + right.points + aged,
    role: left.role ?? right.role,
    age,
    strong: left.points >= 3 || right.points >= 3 || aged > 2,
  };
}

function ageOf(ahead: string, after: string, words: PersonWords): number | null {
  const told = words.ageAfter.exec(after)?.[1] ?? words.ageBefore.exec(ahead)?.[1];
  const age = Number(told);
  return told !== undefined && age > 0 && age < 115 ? age : null;
}

type Side = Pick<Beside, 'points' | 'role'>;
const none = (points: number): Side => ({ points, role: null });

function leftOf({ before, named, many }: Place, ahead: string, words: PersonWords): Side {
  const [nearest = '', second = ''] = before;
  if (FIRM_BEFORE.test(ahead)) return none(-6);
  if (nearest === '') return none(0);
  // "her son, Tom," and "the harbour clerk, Ada Moss,".
  const at = nearest === ',' ? 1 : 0;
  const noun = before[at] ?? '';
  if (words.kin.has(noun) && (at === 0 || !words.definite.has(before[at + 1] ?? '')))
    return { points: 4, role: phrase(before.slice(at), words) };
  if (words.roles.has(noun))
    return {
      points: at === 1 ? 2 : named || words.determiners.has(before[1] ?? '') ? 3 : 2,
      role: phrase(before.slice(at), words),
    };
  const far = at === 1 ? roleFarther(before, words) : -1;
  if (far > 0) return { points: 3, role: before[far] ?? null };
  if (words.according.test(plain(ahead.trimEnd()))) return none(named ? 2 : 1);
  if (words.naming.test(plain(ahead.trimEnd()))) return none(3);
  if (words.called.has(nearest))
    return none(words.things.has(second) ? -4 : words.roles.has(second) || words.kin.has(second) ? 4 : 2);
  if (words.things.has(nearest) || words.bodyNouns.has(nearest)) return none(-4);
  if (words.roleLinks.has(nearest) && words.kin.has(second)) return none(3);
  if (words.towards.has(nearest)) return none(named ? 2 : 1);
  if (words.saying.has(nearest)) return none(many ? 2 : 1);
  if (words.definite.has(nearest)) return none(-4);
  if (words.determiners.has(nearest)) return none(-1);
  if (words.placeWords.has(nearest)) return none(many ? -2 : -3);
  return none(0);
}

/** "Marlowe & Sons" is one name. */
const FIRM_BEFORE = /& $/u;

/** "A spokesman for the bank, Ada Moss,": the role that a comma parts from the name. */
const roleFarther = (before: readonly string[], words: PersonWords): number =>
  before.findIndex(
    (word, at) =>
      at > 1 &&
      at < 10 &&
      words.roles.has(word) &&
      words.roleLinks.has(before[at - 1] ?? '') &&
      !before.slice(1, at).includes(','),
  );

/** The noun phrase that ends before a name: "the harbour clerk". */
function phrase(before: readonly string[], words: PersonWords): string | null {
  const taken: string[] = [];
  for (const word of before.slice(0, 5)) {
    if (word === ',' || words.determiners.has(word) || words.auxiliaries.has(word)) break;
    if (taken.length > 0 && (words.saying.has(word) || words.notNames.has(word))) break;
    taken.unshift(word);
  }
  return taken.length > 0 ? taken.join(' ') : null;
}

function rightOf({ after, named, many, owns }: Place, words: PersonWords): Side {
  if (owns) return owned(after, words, named);
  if (words.firmAfter.test(after)) return none(-6);
  if (words.andKin.test(after)) return none(4);
  const apposed = apposition(after, words);
  if (apposed) return apposed;
  if (words.who.test(after)) return none(many ? 3 : 2);
  if (words.familyAfter.test(after)) return none(many ? 0 : 3);
  const next = plain(after.slice(0, 60)).match(/^,? ([\p{L}'-]+)(?: ([\p{L}'-]+))?(?: ([\p{L}'-]+))?/u);
  if (!next) return none(0);
  const [, one = '', two = '', three = ''] = next;
  const comma = after.startsWith(',');
  if (words.honours.has(one) && /^,? \p{Lu}/u.test(after)) return none(4);
  const verb = comma ? '' : words.auxiliaries.has(one) ? (words.auxiliaries.has(two) ? three : two) : one;
  const again = words.reflexive.test(after.slice(0, 60)) ? 2 : words.pronoun.test(after) ? 1 : 0;
  if (
    !comma &&
    !words.saying.has(one) &&
    (words.places.has(one) || (words.bodyNouns.has(one) && /^ \p{Ll}/u.test(after)))
  )
    return none(-4);
  if (words.doing.has(verb)) return none((many ? 2 : named ? 2 : 1) + again);
  if (words.saying.has(verb) && !comma) return none((many ? 2 : 1) + again);
  return none(many || named ? again : 0);
}

/** "Petra’s sister": what people have. */
function owned(after: string, words: PersonWords, named: boolean): Side {
  const noun = /^[’']s? (?:[\p{Ll}-]+ ){0,1}?([\p{Ll}-]+)/u.exec(after);
  const next = /^[’']s? ([\p{Ll}-]+)/u.exec(after)?.[1] ?? '';
  const all = [next, noun?.[1] ?? '', after.match(/^[’']s? [\p{Ll}-]+ ([\p{Ll}-]+)/u)?.[1] ?? ''];
  if (all.some((word) => words.kin.has(word))) return none(3);
  if (words.belongings.has(next)) return none(named ? 2 : 1);
  return none(0);
}

/** ", the harbour clerk," and ", head of purchasing,": the first noun for a person before the phrase goes on. */
function apposition(after: string, words: PersonWords): Side | null {
  const told = APPOSED.exec(after)?.[1];
  if (told === undefined) return null;
  const all = told.split(' ').slice(0, 7);
  const led = words.determiners.has(plain(all[0] ?? ''));
  for (const [at, word] of all.entries()) {
    const low = plain(word).replace(/'s$/u, '');
    const next = plain(all[at + 1] ?? '');
    const closes =
      at === all.length - 1 ? CLOSES.test(after.slice(after.indexOf(told) + told.length)) : words.roleLinks.has(next);
    if (words.kin.has(low) || words.roles.has(low) || (words.leading.has(low) && words.roleLinks.has(next))) {
      if (!closes || (!led && at > 2)) return null;
      return { points: 3, role: all.slice(led ? 1 : 0, at + 1).join(' ') };
    }
    if (words.bodyNouns.has(low) && led && closes) return { points: -5, role: null };
    if (at > 0 && ENDS.test(low)) return null;
  }
  return null;
}

const APPOSED = /^(?:,| [–—-]| \() ?((?:[\p{L}’'-]+ ){0,6}[\p{L}’'-]+)/u;
const CLOSES = /^(?:$|[,.;:)\n–—]| [–—-])/u;
const ENDS = /^(?:who|which|that|and|was|is|said|has|had)$/u;
