import { addDays, dayOf, epoch, formatDay, instantAt, isInstant } from '../base/time.ts';
import type { Claim, Label, Origin, PlacedCommitment, PlacedResponse } from '../weigh/ledger.ts';
import { EN } from './words/en.ts';
import type { Words } from './words/words.ts';

const DAY = 86_400_000;

/** How an item is called in prose: who carried it and the day, or its file's name. */
export function calledBy(
  item: { publisher: string | null; author: string | null; published: string | null; file: string },
  words: Words = EN,
): string {
  const who = carrierOf(item);
  const day = dayWords(item.published, words);
  return day ? words.dates.dated(who, day) : who;
}

/** Who carried an item: the publisher, the author, or the file's name. */
export const carrierOf = (item: { publisher: string | null; author: string | null; file: string }): string =>
  item.publisher ?? item.author ?? fileName(item.file);

/** The last part of a path. */
export const fileName = (file: string): string => file.split('/').at(-1) || file;

/** `4 Mar 2032`, read as written in its own offset; null where no day is named. */
export function dayWords(instant: string | null | undefined, words: Words = EN): string | null {
  const day = dayOf(instant);
  return day ? words.dates.day(day) : null;
}

/** `4 Mar`; null where no day is named. */
export function shortDayWords(instant: string | null | undefined, words: Words = EN): string | null {
  const day = dayOf(instant);
  return day ? words.dates.shortDay(day) : null;
}

/** `4 Mar 2032, 16:05 (+01:00)`; as it stands where it is no instant. */
export function instantWords(instant: string, words: Words = EN): string {
  const day = dayWords(instant, words);
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/u.exec(instant)?.[0] ?? null;
  return day ? words.dates.instant(day, clockWords(instant), offset === 'Z' ? 'UTC' : offset) : instant;
}

const INSTANT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2})?(?:Z|[+-]\d{2}:\d{2})/gu;

/** Words in which instants stand, with these as they are told to people. */
export const withInstants = (said: string, words: Words = EN): string =>
  said.replaceAll(INSTANT, (instant) => instantWords(instant, words));

/** `16:05`, or null where only a day is known. */
export const clockWords = (instant: string | null): string | null => /T(\d{2}:\d{2})/u.exec(instant ?? '')?.[1] ?? null;

/** An instant in the offset of another, to the minute, without its offset: `2032-03-04T16:05`; anything else as it stands. */
export function inZoneOf(instant: string, other: string): string {
  const ms = epoch(instant);
  const [, sign = '+', hours = '0', minutes = '0'] = /([+-])(\d{2}):(\d{2})$/u.exec(other) ?? [];
  if (ms === null || !isInstant(instant)) return instant;
  const shift = (Number(hours) * 60 + Number(minutes)) * 60_000 * (sign === '-' ? -1 : 1);
  return instantAt(ms + shift).slice(0, 16);
}

/** `open 12 days, due 30 Apr 2032`, `3 days overdue`: a promise's clock at an instant. */
export function clockOf(commitment: PlacedCommitment, asOf: string, words: Words = EN): string {
  const now = epoch(asOf) ?? 0;
  const due = dayOf(commitment.due);
  if (commitment.state === 'overdue' && due)
    return words.dates.overdue(days(now - (epoch(formatDay(addDays(due, 1))) ?? now), 1));
  if (commitment.state !== 'open') return words.states[commitment.state];
  const made = epoch(commitment.made);
  const age = made === null || now - made < DAY ? null : days(now - made, 0);
  return words.dates.open(age, dayWords(commitment.due, words));
}

/** How an answer came out, with its clock where there is none yet: `no reply, 12 days on`. */
export function outcomeWords(
  { outcome, asked }: PlacedResponse,
  said: string | null,
  asOf: string,
  words: Words = EN,
): string {
  const [now, since] = [epoch(asOf), epoch(asked ?? said)];
  const open = outcome === 'no-reply' || outcome === 'acknowledged';
  if (!open || now === null || since === null || now - since < DAY) return words.outcomes[outcome];
  return words.dates.on(words.outcomes[outcome], days(now - since, 0));
}

const days = (ms: number, least: number): number => Math.max(least, Math.floor(ms / DAY) + least);

/** What an origin is called. Many voices of a crowd are one origin, so no single handle names it. */
export const originName = ({ kind, name }: Origin, words: Words = EN): string =>
  kind === 'crowd' || !name ? words.nameless[kind] : name;

/** `unnamed person, carried by 7 items` */
export function originWords({ kind, items, name }: Origin, words: Words = EN): string {
  const carried = words.claims.carriedBy(items.length);
  return !name || kind === 'crowd' ? carried : `${words.originKinds[kind]}${words.marks.comma}${carried}`;
}

/** The plain sentence that says why a claim has its standing, as it was made; the rule's name where none is given. */
export function reasonOf({ standing }: Pick<Claim, 'standing'>): string {
  const held = standing.reasons.find((reason) => reason.held);
  return held?.because.flatMap((one) => ('text' in one ? [one.text] : []))[0] ?? held?.rule ?? '';
}

/** The same as a whole sentence. */
export const whyWords = (claim: Pick<Claim, 'standing'>): string => sentence(reasonOf(claim), EN);

/** Words with a capital and a full stop, where they have none. */
export function sentence(words: string, { marks }: Words): string {
  const start = words.charAt(0).toUpperCase() + words.slice(1);
  return !start || /[.!?。！？]$/u.test(start) ? start : `${start}${marks.stop}`;
}

/** `since 4 Mar 2032`, `under inquiry`: what else is known of a standing. */
export function notesOf({ standing }: Pick<Claim, 'standing'>, words: Words = EN): readonly string[] {
  const day = dayWords(standing.since, words);
  return [...(day ? [words.dates.since(day)] : []), ...standing.flags.map((flag) => words.flags[flag])];
}

/** What to ask, without the claim's own words where it stands beside them. */
export const askWords = (ask: string, claim: Pick<Claim, 'statement'>): string =>
  ask
    .replace(claim.statement, '')
    .replace(/[:：]?\s*[“"]\s*[”"]/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/(?<=^(?:Is|Did|Does|Was|Has|How|What|Who|When|Where|Why|Which)\b[^?]*[^?.)])$/u, '?');

/** `would make it corroborated` */
export const wouldWords = (label: Label, words: Words = EN): string => words.claims.would(words.labels[label]);

/** `Radio Orla (2), Lakeside Today`: names, each once, at most so many. */
export function countedNames(names: readonly string[], most: number, { marks, claims }: Words = EN): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = [...counts].map(([name, n]) => (n > 1 ? `${name}${marks.bracket(String(n))}` : name));
  const row = all.slice(0, most).join(marks.list);
  return all.length > most ? claims.andMore(row, all.length - most) : row;
}

/** A claim's wording without the list marks that it stood behind. */
export const claimWords = ({ statement }: Pick<Claim, 'statement'>): string =>
  statement.replace(/^[\s\-–—•*·>]+(?=[\p{L}\p{N}“"「『《(（])/u, '').trim();
