import type { Placed } from './ledger.ts';

const TITLES =
  /\b(?:mr|mrs|ms|miss|dr|prof|professor|captain|capt|cllr|councillor|sir|dame|minister|chief|the|user)\b\.?/gu;
const HAN_TITLES = /(?:女士|先生|局长|副局长|主任|副主任|部长|副部长|书记|教授|律师|记者|队长|校长|同志)$/u;

/** The bare name: folded, titles and honorifics off. */
export function bareName(name: string): string {
  const folded = name
    .normalize('NFKC')
    .toLowerCase()
    .replace(TITLES, ' ')
    .replace(/[“”"'’‘@()（）·]/gu, ' ');
  const bare = folded.replace(/\s+/gu, ' ').trim();
  return /\p{Script=Han}/u.test(bare) && bare.length > 3 ? bare.replace(HAN_TITLES, '') : bare;
}

/** Which full name a short form stands for: only where it can be no other. */
export function nameBook(statements: readonly Placed[]): (name: string) => string {
  const all = new Set<string>();
  for (const { source } of statements) if (source.name) all.add(bareName(source.name));
  const byEnding = new Map<string, Set<string>>();
  for (const name of all) {
    for (const ending of endingsOf(name)) {
      const longer = byEnding.get(ending) ?? new Set<string>();
      byEnding.set(ending, longer.add(name));
    }
  }
  return (name) => {
    let at = bareName(name);
    for (let step = 0; step < 4; step++) {
      const longer = byEnding.get(at);
      const [only] = longer?.size === 1 ? longer : [];
      if (only === undefined) return officeOf(at, all);
      at = only;
    }
    return officeOf(at, all);
  };
}

/** A Han name of an office within a body (…局办公室) is the body's, where the body is named too. */
function officeOf(name: string, all: ReadonlySet<string>): string {
  if (!/[\p{Script=Han}]{6}/u.test(name)) return name;
  for (let end = 5; end < name.length; end++) {
    if (/[局委部院府会]$/u.test(name.slice(0, end)) && all.has(name.slice(0, end))) return name.slice(0, end);
  }
  return name;
}

function endingsOf(name: string): string[] {
  if (/\p{Script=Han}/u.test(name)) {
    const ends: string[] = [];
    for (let at = 1; at <= name.length - 3 && at < 12; at++) ends.push(name.slice(at));
    return ends;
  }
  const words = name.split(' ');
  return words
    .slice(1)
    .map((_, at) => words.slice(at + 1).join(' '))
    .filter((end) => end.length > 2);
}
