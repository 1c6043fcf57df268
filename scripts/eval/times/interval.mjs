// Times of every tool and every gold in one form, so that they can be compared: { from, to, until, grain }, where `from`
// and `to` are the two ends as they are named, `until` is the moment after the end, and `grain` is how finely it is said.
const PATTERN =
  /^(\d{4})(?:-(\d{2})(?:-(\d{2})(?:[T ](\d{2})(?::(\d{2})(?::(\d{2})(?:\.\d+)?)?)?)?)?)?(?:Z|[+-]\d{2}:?\d{2})?$/u;

/** Start, end and grain of one ISO date, partial or with a clock; null where it names no stretch of time. */
export function bounds(value) {
  const match = PATTERN.exec(String(value ?? ''));
  if (!match) return null;
  const [, year, month, day, hour, minute] = match.map((part) => (part === undefined ? undefined : Number(part)));
  const parts = [year, (month ?? 1) - 1, day ?? 1, hour ?? 0, minute ?? 0];
  const depth = [month, day, hour, minute].filter((part) => part !== undefined).length;
  const next = parts.map((part, i) => (i === depth ? part + 1 : part));
  return {
    from: Date.UTC(...parts),
    until: Date.UTC(...next),
    grain: ['year', 'month', 'day', 'hour', 'minute'][depth],
  };
}

/** The reading that a value with an optional end gives. Vague ones and those of an unknown year keep their words. */
export function reading(value, to = null) {
  const start = bounds(value);
  if (!start) return { words: String(value) };
  const end = to === null ? null : bounds(to);
  return { from: start.from, to: end ? end.from : null, until: end ? end.until : start.until, grain: start.grain };
}

/** The stretch of time that a TIMEX3 value names; null for durations, sets and references that name none. */
export function timex(value) {
  const week = /^(\d{4})-W(\d{2})(-WE)?$/u.exec(value);
  if (week) {
    const fourth = new Date(Date.UTC(Number(week[1]), 0, 4));
    const monday = fourth.getTime() - ((fourth.getUTCDay() + 6) % 7) * DAY + (Number(week[2]) - 1) * 7 * DAY;
    const from = week[3] ? monday + 5 * DAY : monday;
    return { from, to: monday + 6 * DAY, until: monday + 7 * DAY, grain: 'day' };
  }
  const part = /^(\d{4})-([QH])([1-4])$/u.exec(value);
  if (part) {
    const months = part[2] === 'Q' ? 3 : 6;
    const first = (Number(part[3]) - 1) * months;
    const [from, to, until] = [first, first + months - 1, first + months].map((m) => Date.UTC(Number(part[1]), m, 1));
    return { from, to, until, grain: 'month' };
  }
  if (/^\d{3}$/u.test(value)) return { ...reading(`${value}0`, `${value}9`) };
  const plain = value.replace(/T(?:MO|AF|EV|NI|DT|XX)$/u, '').replace(/-XX$/u, '');
  return bounds(plain) ? reading(plain) : null;
}

export const DAY = 86_400_000;

/** Whether two readings name one time: the same start, and the same end, be it given as its last day or the first after. */
export function same(gold, given) {
  if (gold.words !== undefined || given.words !== undefined) return gold.words === given.words;
  if (gold.grain === 'part') return given.from >= gold.from && given.from < gold.until + DAY / 4;
  if (gold.from !== given.from) return false;
  if (gold.grain === 'instant') return given.grain === 'hour' || given.grain === 'minute';
  const ends = [gold.until, gold.to].filter((end) => end !== null && end !== undefined);
  return [given.until, given.to].some((end) => end !== null && ends.includes(end));
}

/** Hits by pairing each gold with the first given time that overlaps it (and, if asked, is as long) and passes the test. */
export function pair(golds, given, passes) {
  const taken = new Set();
  let hits = 0;
  for (const gold of golds) {
    const i = given.findIndex(
      (one, k) => !taken.has(k) && one.start < gold.end && gold.start < one.end && passes(gold, one),
    );
    if (i < 0) continue;
    taken.add(i);
    hits++;
  }
  return hits;
}

export const prf = ({ hit, given, gold }) => {
  const p = given ? hit / given : 0;
  const r = gold ? hit / gold : 0;
  return { p, r, f1: p + r ? (2 * p * r) / (p + r) : 0 };
};
