import { addDays, dayOf, epoch, formatDay, instantAt, isInstant } from '../base/time.ts';
import type { Claim, Label, Origin, PlacedCommitment, PlacedResponse, Rank } from '../weigh/ledger.ts';

const DAY = 86_400_000;
const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** How an item is called in prose: who carried it and the day, or its file's name. */
export function calledBy(item: {
  publisher: string | null;
  author: string | null;
  published: string | null;
  file: string;
}): string {
  const who = carrierOf(item);
  const day = dayWords(item.published);
  return day ? `${who}, ${day}` : who;
}

/** Who carried an item: the publisher, the author, or the file's name. */
export const carrierOf = (item: { publisher: string | null; author: string | null; file: string }): string =>
  item.publisher ?? item.author ?? fileName(item.file);

/** The last part of a path. */
export const fileName = (file: string): string => file.split('/').at(-1) || file;

/** `4 Mar 2032`, read as written in its own offset; null where no day is named. */
export function dayWords(instant: string | null | undefined): string | null {
  const day = dayOf(instant);
  return day ? `${day.day} ${MONTHS[day.month - 1] ?? day.month} ${day.year}` : null;
}

/** `4 Mar 2032, 16:05 (+01:00)`; as it stands where it is no instant. */
export function instantWords(instant: string): string {
  const clock = clockWords(instant);
  const offset = /(?:Z|[+-]\d{2}:\d{2})$/u.exec(instant)?.[0];
  const zone = offset ? ` (${offset === 'Z' ? 'UTC' : offset})` : '';
  const day = dayWords(instant);
  return day ? `${day}${clock ? `, ${clock}${zone}` : ''}` : instant;
}

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
export function clockOf(commitment: PlacedCommitment, asOf: string): string {
  const now = epoch(asOf) ?? 0;
  const due = dayOf(commitment.due);
  if (commitment.state === 'overdue' && due) {
    return `${days(now - (epoch(formatDay(addDays(due, 1))) ?? now), 1)} overdue`;
  }
  if (commitment.state !== 'open') return commitment.state;
  const made = epoch(commitment.made);
  const age = made === null || now - made < DAY ? 'open' : `open ${days(now - made, 0)}`;
  return due ? `${age}, due ${dayWords(commitment.due)}` : `${age}, undated`;
}

/** How an answer came out, with its clock where there is none yet: `no reply, 12 days on`. */
export function outcomeWords({ outcome, asked }: PlacedResponse, said: string | null, asOf: string): string {
  const words = outcome.replaceAll('-', ' ');
  const [now, since] = [epoch(asOf), epoch(asked ?? said)];
  const open = outcome === 'no-reply' || outcome === 'acknowledged';
  if (!open || now === null || since === null || now - since < DAY) return words;
  return `${words}, ${days(now - since, 0)} on`;
}

const days = (ms: number, least: number): string => {
  const n = Math.max(least, Math.floor(ms / DAY) + least);
  return `${n} ${n === 1 ? 'day' : 'days'}`;
};

/** What a rank is called beside an origin's side. */
export const RANK_WORDS: Record<Rank, string> = {
  none: '',
  sourceless: 'rumour only',
  crowd: 'talk only',
  artefact: 'an artefact that nobody has proven',
  'unnamed-person': 'strongest: an unnamed person',
  'unnamed-official': 'strongest: an unnamed official',
  'named-person': 'strongest: a named person',
  'named-body': 'strongest: a named body',
  document: 'strongest: a document in hand',
};

const NAMELESS: Record<Origin['kind'], string> = {
  person: 'a person without a name',
  'unnamed-person': 'an unnamed person',
  body: 'a body without a name',
  document: 'a document',
  artefact: 'an artefact',
  crowd: 'people online',
  outlet: 'outlets that cite one another',
};

/** What an origin is called. Many voices of a crowd are one origin, so no single handle names it. */
export const originName = ({ kind, name }: Origin): string =>
  kind === 'crowd' ? NAMELESS.crowd : (name ?? NAMELESS[kind]);

/** `unnamed person, carried by 7 items` */
export function originWords({ kind, items, name }: Origin): string {
  const carried = `carried by ${items.length === 1 ? '1 item' : `${items.length} items`}`;
  return name === null || kind === 'crowd' ? carried : `${kind.replaceAll('-', ' ')}, ${carried}`;
}

/** The plain sentence that says why a claim has its standing; the rule's name where none is given. */
export function whyWords({ standing }: Pick<Claim, 'standing'>): string {
  const held = standing.reasons.find((reason) => reason.held);
  const said = held?.because.flatMap((one) => ('text' in one ? [one.text] : []))[0] ?? held?.rule ?? '';
  const start = said.charAt(0).toUpperCase() + said.slice(1);
  return !start || /[.!?。！？]$/u.test(start) ? start : `${start}.`;
}

/** `since 4 Mar 2032`, `under inquiry`: what else is known of a standing. */
export const notesOf = ({ standing }: Pick<Claim, 'standing'>): readonly string[] => [
  ...(dayWords(standing.since) ? [`since ${dayWords(standing.since)}`] : []),
  ...standing.flags.map((flag) => flag.replaceAll('-', ' ')),
];

/** What to ask, without the claim's own words where it stands beside them. */
export const askWords = (ask: string, claim: Pick<Claim, 'statement'>): string =>
  ask
    .replace(claim.statement, '')
    .replace(/[:：]?\s*[“"]\s*[”"]/u, '')
    .replaceAll(/\s+/gu, ' ')
    .trim()
    .replace(/(?<=^(?:Is|Did|Does|Was|Has|How|What|Who|When|Where|Why|Which)\b[^?]*[^?.)])$/u, '?');

/** `would make it corroborated` */
export const wouldWords = (label: Label): string => `would make it ${label}`;

/** `Radio Orla (2), Lakeside Today`: names, each once, at most so many. */
export function countedNames(names: readonly string[], most: number): string {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  const all = [...counts].map(([name, n]) => (n > 1 ? `${name} (${n})` : name));
  return all.length > most ? `${all.slice(0, most).join(', ')} and ${all.length - most} more` : all.join(', ');
}

/** A claim's wording without the list marks that it stood behind. */
export const claimWords = ({ statement }: Pick<Claim, 'statement'>): string =>
  statement.replace(/^[\s\-–—•*·>]+(?=[\p{L}\p{N}“"「『《(（])/u, '').trim();
