import type { Span } from '../../base/span.ts';
import type { Text } from '../../capture/text.ts';
import { plain } from '../spaced/token.ts';
import { type Found, SURE } from './found.ts';
import { type Run, runsIn } from './run.ts';
import type { PersonWords } from './words.ts';

/** Lone surnames and first names after a full mention, and names in lower case in chats: who is known once is known again. */
export function again(content: string, first: readonly Found[], text: Text, words: PersonWords): readonly Found[] {
  const known = new Map<string, string>();
  const found = listed(content, first);
  for (const one of found) if (one.points >= SURE) enter(one, known, words);
  const placed = new Map<number, Found>();
  for (const one of found) {
    const whole = known.get(plain(one.name));
    const before = placed.get(one.start);
    const now =
      whole === undefined ? one : { ...one, name: fuller(whole, one.name), points: Math.max(one.points, SURE) };
    if (!before || now.points > before.points) placed.set(one.start, now);
  }
  if (known.size === 0) return [...placed.values()];
  for (const run of runsIn(content)) {
    for (const part of run.parts) {
      const name = known.get(part.low);
      if (name === undefined || placed.has(part.start) || inside(part.start, run.start, placed)) continue;
      const alone = run.parts.length === 1 || run.heading;
      const whole = wholeAt(run.parts, part.low, name);
      if (!alone && !whole) continue;
      if (words.notNames.has(part.low) && !actsAs(part, run, content, words)) continue;
      placed.set(part.start, {
        name,
        start: part.start,
        end: part.end,
        role: null,
        points: SURE,
        words: 1,
        age: null,
        tender: null,
      });
    }
  }
  for (const one of inChats(content, text, known, words)) if (!placed.has(one.start)) placed.set(one.start, one);
  return [...placed.values()];
}

/** Names joined to a sure one by a comma or "and" are names too, and so along the row. */
function listed(content: string, found: readonly Found[]): readonly Found[] {
  const inOrder = [...found].sort((a, b) => a.start - b.start);
  const join = (at: number, other: Found | undefined): void => {
    const one = inOrder[at];
    if (!one || !other || one.points >= SURE || one.points < 1 || one.words < 2) return;
    if (other.points < SURE || other.words < 2) return;
    const between = other.start < one.start ? content.slice(other.end, one.start) : content.slice(one.end, other.start);
    if (/^(?:,|,? (?:and|or|y|e|&)|,? with) $/u.test(between)) inOrder[at] = { ...one, points: SURE };
  };
  for (let at = 1; at < inOrder.length; at++) join(at, inOrder[at - 1]);
  for (let at = inOrder.length - 2; at >= 0; at--) join(at, inOrder[at + 1]);
  return inOrder;
}

const fuller = (a: string, b: string): string => (b.length > a.length ? b : a);

/** A full name by each of its words, a single one by itself. What two people share stands for itself. */
function enter({ name, words: count }: Found, known: Map<string, string>, words: PersonWords): void {
  const low = plain(name);
  const before = known.get(low);
  if (before === undefined || before.length < name.length) known.set(low, name);
  if (count < 2) return;
  const parts = name.split(/\s+/u);
  for (const part of [parts[0] ?? '', parts.at(-1) ?? '']) {
    const key = plain(part);
    if (key.length < 3 || !/\p{Lu}/u.test(part) || words.bodies.has(key)) continue;
    if (words.notNames.has(key) && !words.surnames.has(key)) continue;
    const other = known.get(key);
    if (other === undefined || other === part) known.set(key, name);
    else if (other !== name && !name.startsWith(other) && !other.startsWith(name)) known.set(key, part);
  }
}

/** "Young added", "told Young": a word that is no name by itself is one where a person's verb follows or its capital means something. */
function actsAs({ start, end }: Span, { from, to }: Run, content: string, words: PersonWords): boolean {
  const [, owns, verb = ''] = /^([’']s?)?\s+(\p{Ll}+)/u.exec(content.slice(end, Math.min(to, end + 40))) ?? [];
  if (owns || words.saying.has(verb) || words.doing.has(verb) || words.auxiliaries.has(verb)) return true;
  return /[\p{Ll}\p{N},;]\s+$/u.test(content.slice(Math.max(from, start - 4), start));
}

/** Whether a mention that begins in the run reaches over the place. */
function inside(at: number, from: number, placed: ReadonlyMap<number, Found>): boolean {
  for (let start = at; start >= from && start > at - 60; start--) {
    const one = placed.get(start);
    if (one && one.end > at) return true;
  }
  return false;
}

/** "Tuesday Moss": the words beside it in the run are no part of another name. */
function wholeAt(parts: readonly { readonly low: string }[], low: string, name: string): boolean {
  const own = new Set(plain(name).split(/\s+/u));
  return parts.filter((part) => part.low !== low).every((part) => own.has(part.low));
}

/** "priya says so": in chats names are written small. */
function* inChats(
  content: string,
  { voices }: Text,
  known: ReadonlyMap<string, string>,
  words: PersonWords,
): Generator<Found> {
  for (const voice of voices) {
    if (voice.kind !== 'message' && voice.kind !== 'post' && voice.kind !== 'comment' && voice.kind !== 'screen')
      continue;
    const said = content.slice(voice.start, voice.end);
    for (const { 0: word, index } of said.matchAll(/(?<![\p{L}\p{N}@_])\p{Ll}\p{L}{2,20}(?![\p{L}\p{N}])/gu)) {
      const name = known.get(word);
      if (
        name === undefined ||
        words.double.has(word) ||
        words.roles.has(word) ||
        words.kin.has(word) ||
        words.saying.has(word)
      )
        continue;
      if (/\b(?:the|an?|to|very|is|are)\s$/u.test(said.slice(Math.max(0, index - 5), index)) && !words.given.has(word))
        continue;
      const start = voice.start + index;
      yield { name, start, end: start + word.length, role: null, points: SURE, words: 1, age: null, tender: null };
    }
  }
}
