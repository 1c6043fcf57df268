import { addDays, type Day, formatDay } from '../../base/time.ts';
import type { Stretch } from '../grammar.ts';
import { TIMES } from '../locales/times.ts';
import type { Time } from '../statement.ts';
import type { Atom, CalendarWords } from './atom.ts';
import { looksAhead, roleOf, tellsPast } from './context.ts';
import { type Expression, expressionsOf, isDated } from './expression.ts';
import { liveStamps } from './live.ts';
import type { Moment, Reference } from './moment.ts';
import { referenceOf, resolve } from './resolve.ts';
import { wordedAhead, wordedRole } from './worded-context.ts';

/**
 * Every expression that dates something, with the moment it names as far as it can be known: resolved against the
 * stretch's own time of publication, no year ever invented (XXXX). English and Chinese are read side by side;
 * a language with time words of its own by those alone.
 */
export function findTimes(content: string, stretches: readonly Stretch[], language: string): Time[] {
  const own = TIMES.get(language);
  const home = homeOffset(stretches);
  const live = liveStamps(content, stretches);
  let last: Day | null = null;
  let stated: string | null = null;
  const times: Time[] = [];
  for (const stretch of stretches) {
    const words = content.slice(stretch.start, stretch.end);
    const reference = referenceOf(publishedOf(stretch, stated), home);
    for (const expression of expressionsOf(words, language)) {
      const start = stretch.start + expression.start;
      const stamp = live.starts.has(start);
      const opens = times.length === 0 && OPENING.test(content.slice(0, start).trim());
      const bare = stamp || opens || isZoned(expression) || (live.running && isMinute(expression.atoms));
      const dated = isDated(expression.atoms) || isDated(expression.to);
      if (!dated && !bare) continue;
      const ahead = own ? wordedAhead(words, expression, own.context) : looksAhead(words, expression);
      if (!ahead && expression.atoms.some((atom) => atom.unpast) && tellsPast(words, expression)) continue;
      const moment = momentOf(expression, { ...reference, last, ahead }, bare);
      if (!moment || (!dated && moment.value === 'vague')) continue;
      last = happened(moment.day, reference.day) ?? last;
      const heads = moment.day !== null && headsLine(words, expression);
      if (heads) stated = moment.value;
      const end = stretch.start + expression.end;
      const printed = stamp || heads || stretch.kind === 'metadata' || isMachine(expression.atoms);
      const role = own ? wordedRole(words, expression, printed, own.context) : roleOf(words, expression, printed);
      times.push({ start, end, quote: content.slice(start, end), value: moment.value, to: moment.to, role });
    }
  }
  return times;
}

/** A log says its day in headings: they stand where the carrier's own time is missing or no more than a day. */
function publishedOf({ carrier }: Stretch, stated: string | null): string | null {
  return carrier.published?.includes('T') ? carrier.published : (stated ?? carrier.published);
}

/** The offset of the place that the text is told in: the one that most of its carriers' times are in, Greenwich aside. */
function homeOffset(stretches: readonly Stretch[]): string | null {
  const counts = new Map<string, number>();
  let dated = 0;
  for (const { carrier } of stretches) {
    const offset = /T.*(Z|[+-]\d{2}:\d{2})$/u.exec(carrier.published ?? '')?.[1];
    if (offset === undefined) continue;
    dated++;
    if (offset !== 'Z') counts.set(offset, (counts.get(offset) ?? 0) + 1);
  }
  return [...counts].find(([, count]) => count * 2 > dated)?.[0] ?? null;
}

/** "That day" looks back: a day still to come at publication is not what it means. */
const happened = (day: Day | null, today: Day | null): Day | null =>
  day && today && formatDay(day) > formatDay(today) ? null : day;

/**
 * Whether a line is there for its date (a log's heading, an export's "exported at"): where the carrier gives no time
 * of publication, what follows is read against it.
 */
function headsLine(words: string, { start, end, atoms }: Expression): boolean {
  if (!atoms.some((atom) => isMachine([atom]) || (atom.date?.is === 'calendar' && atom.date.year))) return false;
  const before = (start < 10 ? '\n' : '') + words.slice(Math.max(0, start - 9), start);
  const after = `${words.slice(end, end + 10)}\n`.split('\n')[0] ?? '';
  return before.includes('\n') && (before.split('\n').at(-1) ?? '').trim().length + after.trim().length <= 8;
}

/** A story that opens with a time of day ("At dawn …") tells of its own day. */
const OPENING = /^[a-z]{0,5}$/iu;

/** A time of day with its zone names an instant, not a habit. */
const isZoned = ({ atoms }: Expression): boolean =>
  atoms.some(({ clock }) => clock !== undefined && clock.offset !== null);

const isMachine = (atoms: readonly Atom[]): boolean => atoms.some((atom) => atom.stamp !== undefined);

/** In a running report a bare time of day is its day's. */
const isMinute = (atoms: readonly Atom[]): boolean => atoms.some((atom) => (atom.clock?.minute ?? null) !== null);

const TODAY: Atom = { start: 0, end: 0, date: { is: 'shift', by: 0, unit: 'day', whole: true } };

function momentOf(expression: Expression, reference: Reference, stamp: boolean): Moment | null {
  const { atoms } = expression;
  const to = expression.to.length > 0 ? expression.to : endHour(atoms);
  if (to.length === 0) return resolve(stamp && !isDated(atoms) ? [...atoms, TODAY] : atoms, reference);
  const start = resolve(startAtoms(atoms, to), reference);
  if (!start) return null;
  const end = endOf(to, atoms, start, reference);
  return { ...start, to: end?.to ?? end?.value ?? null };
}

/** "From 5 to 7 p.m." is one atom with two hours: the second one, with its part of the day. */
const endHour = (atoms: readonly Atom[]): readonly Atom[] =>
  atoms.flatMap(({ toClock, start, end }) => (toClock ? [{ start, end, clock: toClock }] : []));

function endOf(to: readonly Atom[], atoms: readonly Atom[], start: Moment, reference: Reference): Moment | null {
  const end = resolve(endAtoms(to, atoms, start), { ...reference, last: start.day ?? reference.last });
  if (!end || !start.day || end.value >= start.value || isDated(to)) return end;
  // A night's interval ends on the next day.
  const next = addDays(start.day, 1);
  return resolve(endAtoms(to, atoms, { ...start, day: next }), reference);
}

/** What an interval's start takes from its end: the year, the day, the half of the day ("between 5 and 7 p.m. on Wednesday"). */
function startAtoms(from: readonly Atom[], to: readonly Atom[]): readonly Atom[] {
  if (isDated(from)) {
    const [start, end] = [calendarOf(from), calendarOf(to)];
    if (
      start?.year !== undefined ||
      end?.year === undefined ||
      !start ||
      from.some(({ date }) => date?.is !== 'calendar')
    )
      return from;
    const month = start.month ?? end.month;
    const year = (month ?? 0) > (end.month ?? 12) ? end.year - 1 : end.year;
    return [...from, { start: 0, end: 0, date: { is: 'calendar', year, ...(month ? { month } : {}) } }];
  }
  const half = to.find((atom) => atom.clock)?.clock?.half ?? null;
  const clocks = from.map((atom) =>
    atom.clock && half ? { ...atom, clock: { ...atom.clock, half: atom.clock.half ?? half } } : atom,
  );
  return [...clocks, ...to.filter((atom) => atom.date)];
}

const calendarOf = (atoms: readonly Atom[]): CalendarWords | undefined => {
  const all = atoms.flatMap(({ date }) => (date?.is === 'calendar' ? [date] : []));
  return all.length === 0 ? undefined : Object.assign({}, ...all);
};

/**
 * The end of an interval takes from its start what it leaves unsaid: the month of 6月2日至3日, the day of 18时至20时,
 * the year of 2030年10月至2月 (the next one, as the months go round).
 */
function endAtoms(to: readonly Atom[], from: readonly Atom[], start: Moment): readonly Atom[] {
  const part = to.some((atom) => atom.part) ? [] : from.filter((atom) => atom.part && (!atom.date || !isDated(to)));
  const [year, month, day] = start.value.split(/[-T]/u).map(Number);
  if (year === undefined || Number.isNaN(year) || month === undefined) return [...to, ...part];
  if (!isDated(to)) {
    const on = start.day ?? { year, month, day };
    return [
      {
        start: 0,
        end: 0,
        date: { is: 'calendar', year: on.year, month: on.month, ...(on.day ? { day: on.day } : {}) },
      },
      ...to,
      ...part,
    ];
  }
  const end = calendarOf(to);
  if (!end || end.year !== undefined || to.some(({ date }) => date && date.is !== 'calendar')) return to;
  const over = (end.month ?? month) < month;
  const base = { is: 'calendar', year: over ? year + 1 : year, ...(end.month === undefined ? { month } : {}) } as const;
  return [{ start: 0, end: 0, date: base }, ...to];
}
