import { type Day, formatDay } from '../../base/time.ts';
import type { Stretch } from '../grammar.ts';
import { TIMES } from '../locales/times.ts';
import type { Time } from '../statement.ts';
import type { Atom } from './atom.ts';
import { looksAhead, roleOf, standsAlone, tellsPast } from './context.ts';
import { type Expression, expressionsOf, isDated } from './expression.ts';
import { momentOf } from './interval.ts';
import { liveStamps } from './live.ts';
import { referenceOf } from './resolve.ts';
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
      const alone = standsAlone(words, expression);
      const over = !ahead && !alone && tellsPast(words, expression);
      if (over && expression.atoms.some((atom) => atom.unpast)) continue;
      const moment = momentOf(expression, { ...reference, last, ahead, alone }, bare);
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
const OPENING = /^(?:at|by|around|before|after|just after|since)?$/iu;

/** A time of day with its zone names an instant, not a habit. */
const isZoned = ({ atoms }: Expression): boolean =>
  atoms.some(({ clock }) => clock !== undefined && clock.offset !== null);

const isMachine = (atoms: readonly Atom[]): boolean => atoms.some((atom) => atom.stamp !== undefined);

/** In a running report a bare time of day is its day's. */
const isMinute = (atoms: readonly Atom[]): boolean => atoms.some((atom) => (atom.clock?.minute ?? null) !== null);
