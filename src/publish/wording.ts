import { addDays, dayOf, epoch, formatDay } from '../base/time.ts';
import type { PlacedCommitment } from '../weigh/ledger.ts';

const DAY = 86_400_000;

/** How an item is called in prose: the publisher and the day, or the file. */
export function calledBy(item: {
  publisher: string | null;
  author: string | null;
  published: string | null;
  file: string;
}): string {
  const who = item.publisher ?? item.author;
  const day = dayOf(item.published);
  return who ? (day ? `${who}, ${formatDay(day)}` : who) : item.file;
}

/** `open 12 days`, `3 days overdue`, `due in 4 days`: a promise's clock at an instant. */
export function clockOf(commitment: PlacedCommitment, asOf: string): string {
  const now = epoch(asOf) ?? 0;
  const due = dayOf(commitment.due);
  if (commitment.state === 'overdue' && due) {
    return `${days(now - (epoch(formatDay(addDays(due, 1))) ?? now), 1)} overdue`;
  }
  if (commitment.state !== 'open') return commitment.state;
  const made = epoch(commitment.made);
  const age = made === null || made > now ? 'open' : `open ${days(now - made, 0)}`;
  return due ? `${age}, due ${formatDay(due)}` : age;
}

const days = (ms: number, least: number): string => {
  const n = Math.max(least, Math.floor(ms / DAY) + least);
  return `${n} ${n === 1 ? 'day' : 'days'}`;
};
