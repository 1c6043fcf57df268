import type { Check, FileFault } from '../../base/check.ts';
import type { TellsOfItself } from '../../seal/verify-edition.ts';
import type { Words } from './words.ts';

/** What the checks come to. */
export type Outcome = 'whole' | 'changed' | 'added' | 'stranger' | 'otherHistory' | 'nothing';

/** So many files are named in the first sentence; the table names the others. */
const NAMED = 3;
const BESIDE = /^(?:it is no part of the record|no event of the record names it)$/u;
const isBrought = ({ what }: FileFault): boolean => what.startsWith('checkpoint ');

/** What the checks come to, in one word. */
export function outcomeOf(checks: readonly Check[]): Outcome {
  const faults = checks.flatMap((one) => one.faults);
  const failed = new Set(checks.filter(({ result }) => result === 'failed').map(({ check }) => check));
  if (failed.size === 0) return 'whole';
  const lost = faults.filter(({ what }) => what === 'it is missing, or no plain file').map(({ file }) => file);
  if (['seal/manifest', 'seal/record.json', 'seal/checkpoint'].every((file) => lost.includes(file))) return 'nothing';
  if (faults.every(({ what }) => BESIDE.test(what))) return 'added';
  const brought = checks.find(({ check }) => check === 'history')?.faults ?? [];
  if (failed.size === 1 && failed.has('keys')) return 'stranger';
  if (failed.size === 1 && failed.has('history') && brought.every(isBrought)) return 'otherHistory';
  return 'changed';
}

/** What the checks come to, in sentences: the first is the answer. */
export function outcomeSaid(
  words: Words,
  checks: readonly Check[],
  edition: TellsOfItself | null,
): readonly [string, ...string[]] {
  const outcome = outcomeOf(checks);
  const files = [...new Set(checks.flatMap((one) => one.faults).map(({ file }) => file))];
  const named = files.slice(0, NAMED).join(words.and);
  const told = edition ? words.edition(edition.number, edition.title, words.when(edition.at), deskOf(edition.key)) : '';
  const known = checks.some(({ check, result }) => check === 'keys' && result === 'passed');
  if (outcome === 'whole') return [words.whole(told), known ? words.deskKnown : words.compare];
  if (outcome === 'changed') return [words.changed(named, files.length - NAMED)];
  if (outcome === 'added') return [words.added(named, files.length - NAMED), told];
  return [words[outcome]];
}

/** A desk by the name in its key. */
const deskOf = (key: string | null): string => key?.split('+')[0] ?? '?';
