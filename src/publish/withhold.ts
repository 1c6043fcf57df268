import type { Person } from '../weigh/ledger.ts';
import type { Dossier } from './dossier.ts';

/** Puts stand-ins where words name somebody who is withheld. */
export type Withholding = (words: string) => string;

/**
 * The stand-ins of a dossier: every withheld person's name, in each form it is written in, becomes the person's role or
 * "a person", the same everywhere. Longer forms go first, so that no part of a name is left standing.
 */
export function withholding(dossier: Dossier): Withholding {
  const forms = dossier.people
    .filter((person) => person.withheld)
    .flatMap((person) => formsOf(person.name).map((form) => ({ form, standIn: standInFor(person) })))
    .sort((a, b) => b.form.length - a.form.length || (a.form < b.form ? -1 : 1));
  if (forms.length === 0) return (words) => words;
  const standIns = new Map(forms.map(({ form, standIn }) => [form.toLowerCase(), standIn]));
  const pattern = new RegExp(forms.map(({ form }) => bounded(form)).join('|'), 'giu');
  return (words) => words.replaceAll(pattern, (found) => standIns.get(found.toLowerCase()) ?? '[withheld]');
}

const standInFor = (person: Person): string => (person.role ? `[withheld: ${person.role}]` : '[withheld]');

/** A Latin name counts as a whole word only; Han characters know no word borders. */
function bounded(form: string): string {
  const literal = form.replaceAll(/[.*+?^${}()|[\]\\]/gu, String.raw`\$&`);
  const before = /^[\p{L}\p{N}]/u.test(form) && !/^\p{Script=Han}/u.test(form) ? String.raw`(?<![\p{L}\p{N}])` : '';
  const after = /[\p{L}\p{N}]$/u.test(form) && !/\p{Script=Han}$/u.test(form) ? String.raw`(?![\p{L}\p{N}])` : '';
  return before + literal + after;
}

/** The name as known; a handle also without its mark; and for a Latin name of several parts its last part, as papers use it on second mention. */
function formsOf(name: string): readonly string[] {
  if (/^@.{4,}/u.test(name)) return [name, name.slice(1)];
  const parts = name.split(/\s+/u).filter((part) => part.length > 2);
  const last = parts.at(-1);
  const given = parts[0];
  const latin = /^[\p{Script=Latin}\s.’'-]+$/u.test(name) && parts.length >= 2 && parts.length <= 4;
  const forms =
    latin && last && given && /^\p{Lu}/u.test(last) && /^\p{Lu}/u.test(given) ? [name, last, given] : [name];
  return forms.filter((form) => form.trim().length >= 2);
}
