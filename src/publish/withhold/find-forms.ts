import type { Span } from '../../base/span.ts';
import { type Folded, fold } from '../../trace/fold.ts';
import { decodedView } from './decoded-view.ts';
import { latinised } from './lookalikes.ts';
import { apart, type StandIn } from './stand-in.ts';

/** Words to look for, however they are spelled: case, width, accents, script variant and what joins them aside. */
export interface Form {
  readonly words: string;
  /** A name and its parts and a handle end at word borders; a passage need not. An initial stands apart from its name. */
  readonly kind: 'whole' | 'part' | 'initial' | 'handle' | 'passage';
  /** What stands in for it; null where it stays, and only keeps what is in it from being found. */
  readonly standIn: string | null;
  /** A common word too: a name only where it has its capital. */
  readonly capital: boolean;
}

interface Known {
  readonly form: Form;
  readonly folded: Folded;
}

/** Forms by what they begin with, and which beginnings there are: three units, or two for who has no more. */
interface Table {
  readonly heads: Uint8Array;
  readonly byHead: Map<number, Known[]>;
}

/** Looks for all forms in one pass over some words, the longer first; linear in the words, however many forms there are. */
export function finder(forms: readonly Form[]): (words: string) => readonly StandIn[] {
  const table: Table = { heads: new Uint8Array(HEADS), byHead: new Map() };
  const longFirst = [...forms].sort((a, b) => b.words.length - a.words.length || (a.words < b.words ? -1 : 1));
  for (const form of longFirst) {
    for (const folded of foldedForms(form)) {
      if (folded.units.length < 2) continue;
      const head = headAt(folded.units, 0, Math.min(3, folded.units.length));
      table.heads[head] = 1;
      table.byHead.set(head, [...(table.byHead.get(head) ?? []), { form, folded }]);
    }
  }
  return (words) => {
    if (table.byHead.size === 0) return [];
    const plain = matchesIn(words, table);
    const view = decodedView(words);
    if (view === null) return plain;
    const coded = matchesIn(view.words, table).map((one) => ({
      ...one,
      start: view.from[one.start] ?? 0,
      end: view.to[one.end - 1] ?? words.length,
    }));
    return coded.length === 0 ? plain : apart([...plain, ...coded]);
  };
}

/** A form as it is looked for: as it stands, and from its end, as a mirror or a right-to-left mark would show it. */
function foldedForms(form: Form): readonly Folded[] {
  const folded = fold(latinised(form.words));
  const turns = (form.kind === 'whole' || form.kind === 'part') && !form.capital && form.standIn !== null;
  const latin = /^[a-z]{6,}$/u.test(String.fromCharCode(...folded.units.subarray(0, 64)));
  return turns && latin ? [folded, fold([...latinised(form.words)].reverse().join(''))] : [folded];
}

function matchesIn(words: string, table: Table): readonly StandIn[] {
  const folded = fold(latinised(words));
  const found: StandIn[] = [];
  const { units } = folded;
  for (let at = 0; at + 1 < units.length; at++) {
    const known = begunAt(table, units, at)?.find((one) => standsAt(words, folded, at, one));
    if (!known) continue;
    const last = at + known.folded.units.length - 1;
    const { standIn } = known.form;
    if (standIn !== null) found.push({ ...spanOf(words, folded, at, last, known.form), words: standIn });
    at = last;
  }
  return found;
}

const HEADS = 0x40000;

/** Two or three units as one number: most places of a text are passed over by it. */
const headAt = (units: Uint16Array, at: number, count: number): number =>
  (Math.imul(units[at] ?? 0, 0x9e3b) ^
    Math.imul(units[at + 1] ?? 0, 0x185f) ^
    (count > 2 ? Math.imul((units[at + 2] ?? 0) + 1, 0x2c1) : 0)) &
  (HEADS - 1);

/** The forms that may begin at a place, the longest first. */
function begunAt({ heads, byHead }: Table, units: Uint16Array, at: number): readonly Known[] | undefined {
  const three = headAt(units, at, 3);
  const two = headAt(units, at, 2);
  const [long, short] = [heads[three] === 1, heads[two] === 1];
  if (!long && !short) return undefined;
  if (!short) return byHead.get(three);
  return long ? [...(byHead.get(three) ?? []), ...(byHead.get(two) ?? [])] : byHead.get(two);
}

/** The span in the words as they are; the sign before a handle belongs to it. */
function spanOf(words: string, folded: Folded, at: number, last: number, { kind }: Form): Span {
  const start = folded.from[at] ?? 0;
  const end = Math.max(start, folded.to[last] ?? start);
  return { start: kind === 'handle' && /[@＠]/u.test(words.charAt(start - 1)) ? start - 1 : start, end };
}

function standsAt(words: string, text: Folded, at: number, { form, folded }: Known): boolean {
  const { length } = folded.units;
  if (at + length > text.units.length) return false;
  for (let i = 0; i < length; i++) if (text.units[at + i] !== folded.units[i]) return false;
  const gaps = Array.from({ length: length - 1 }, (_, i) => i + 1);
  const isPlain = gaps.every((i) => joined(words, gapAt(text, at + i), gapAt(folded, i), form));
  if (!isPlain && !pulledApart(words, text, at, folded, form)) return false;
  const start = text.from[at] ?? 0;
  const end = text.to[at + length - 1] ?? words.length;
  if (form.capital && /^\p{Ll}/u.test(words.slice(start, end))) return false;
  if (isMonth(words, start, end)) return false;
  return isLong(form, folded) || (bordered(words, start, form, 'before') && bordered(words, end, form, 'after'));
}

const LONG = 9;

/** A passage, and a name of several words and many letters, need no border: in "imgmartaquill2" it is still itself. */
const isLong = ({ kind, words }: Form, { units }: Folded): boolean =>
  kind === 'passage' || (kind === 'whole' && units.length >= LONG && /\s/u.test(words));

/** What stands between letters that are pulled apart so that no search finds them. */
const BETWEEN = /^[\s.·・•_*|/\\~+=-]{1,3}$/u;
const COMMAS = /^[\s.·・•_*|/\\~+=,，、-]{1,3}$/u;

/** Letters one by one, with a sign or a line between them; in a long name anywhere between them. */
function pulledApart(words: string, text: Folded, at: number, folded: Folded, { kind }: Form): boolean {
  const { length } = folded.units;
  const isHan = (folded.units[0] ?? 0) >= 0x2e80;
  if ((kind !== 'whole' && kind !== 'part') || length < (isHan ? 2 : 4)) return false;
  const sign = isHan ? BETWEEN : COMMAS;
  let open = 0;
  for (let i = 1; i < length; i++) {
    const { start, end } = gapAt(text, at + i);
    const between = seen(words, start, end);
    if (between !== '' && !sign.test(between)) return false;
    if (between !== '') open++;
  }
  return open === length - 1 || (!isHan && kind === 'whole' && length >= LONG);
}

/** What can be seen of a gap: marks and what has no width is left aside. */
const seen = (words: string, start: number, end: number): string =>
  end <= start ? '' : words.slice(start, Math.min(end, start + 64)).replaceAll(/[\p{M}\p{Cf}]/gu, '');

/** A month beside a number is a date, whoever bears its name. */
function isMonth(words: string, start: number, end: number): boolean {
  if (
    !/^(?:apr(?:il)?|may|june?|july?|aug(?:ust)?|mar(?:ch)?|jan|feb|sept?|oct|nov|dec)$/iu.test(words.slice(start, end))
  )
    return false;
  return (
    /\d(?:st|nd|rd|th)?[\s.,/-]{1,3}$/u.test(words.slice(Math.max(0, start - 6), start)) ||
    /^[\s.,/-]{1,3}\d/u.test(words.slice(end, end + 4))
  );
}

const gapAt = ({ from, to }: Folded, at: number): Span => ({ start: to[at - 1] ?? 0, end: from[at] ?? 0 });

/** Whether two letters of a form belong together in the words: where the form has a gap a small one, else none but between Han, or where a line ends. */
function joined(words: string, gap: Span, own: Span, { kind }: Form): boolean {
  if (gap.end <= gap.start) return kind !== 'initial' || own.end <= own.start;
  if (kind === 'passage') return gap.end - gap.start <= 8;
  const between = seen(words, gap.start, gap.end);
  if (between === '') return kind !== 'initial' || own.end <= own.start;
  if (own.end > own.start) return between.length <= 3 && !(kind === 'handle' && /\s/u.test(between));
  if (/^[-‐‑¬][ \t]{0,8}\r?\n[ \t]{0,8}$/u.test(between)) return true;
  return between.length === 1 && /[\s·・•]/u.test(between) && /\p{Script=Han}/u.test(words.charAt(gap.start - 1));
}

/** A letter on the other side would make it part of another word; Han knows no borders. A handle ends before digits too. */
function bordered(words: string, at: number, { kind }: Form, side: 'before' | 'after'): boolean {
  const [inner, outer] =
    side === 'before' ? [words.slice(at, at + 2), before(words, at)] : [before(words, at), words.slice(at, at + 2)];
  if (/^\p{Script=Han}/u.test(inner)) return true;
  return !(kind === 'handle' ? /^(?!\p{Script=Han})[\p{L}\p{N}]/u : /^(?!\p{Script=Han})\p{L}/u).test(outer);
}

/** The character that ends at a place, marks that stand on it left aside. */
function before(words: string, at: number): string {
  return /[\s\S]\p{M}*$/u.exec(words.slice(Math.max(0, at - 8), at))?.[0] ?? '';
}
