import { asksOf } from '../publish/asks.ts';
import { differences } from '../publish/differences.ts';
import { squeezed } from '../publish/repeats.ts';
import { plural } from '../publish/summary.ts';
import { calledBy, claimWords, clockOf, outcomeWords, wouldWords } from '../publish/wording.ts';
import type { PlacedResponse } from '../weigh/ledger.ts';
import type { Desk } from './desk.ts';
import { cut, eachLine, rows, wrapped } from './paint.ts';

/** How many rows each list prints before the rest is only counted. */
const PROMISES = 8;
const ANSWERS = 8;
const DIFFERENCES = 4;
const ASKED = 6;
const REFUSED = 8;

/** What was promised, with its clock: overdue first. */
export function promiseRows(desk: Desk): readonly string[] {
  const order = { overdue: 0, open: 1, kept: 2, withdrawn: 3 };
  const all = once([...desk.dossier.commitments].sort((a, b) => order[a.state] - order[b.state]));
  const shown = all.slice(0, PROMISES);
  const lines = rows(
    shown.map((one) => [clockOf(one, desk.dossier.asOf), `${one.by}: “${cut(one.what, 110)}”`] as const),
    desk.width,
  );
  const painted = lines.map((line, at) => (shown[at]?.state === 'overdue' ? eachLine(desk.paint.red, line) : line));
  return [...painted, ...more(desk, all.length - shown.length)];
}

/** Who was asked and what came back: a body's same outcome once, with how many items tell of it. */
export function answerRows(desk: Desk): readonly string[] {
  const groups = new Map<string, { first: PlacedResponse; items: Set<string | null> }>();
  for (const one of desk.dossier.responses) {
    const key = `${squeezed(one.body)} ${one.outcome}`;
    const group = groups.get(key) ?? { first: one, items: new Set() };
    group.items.add(one.item);
    groups.set(key, group);
  }
  const all = [...groups.values()].sort((a, b) => b.items.size - a.items.size);
  const lines = all.slice(0, ANSWERS).map(({ first, items }) => {
    const item = desk.item(first.item);
    const others = items.size > 1 ? ` and ${plural(items.size - 1, 'other')}` : '';
    const words = first.outcome === 'no-reply' ? '' : `: “${cut(first.quote, 70)}”`;
    const outcome = outcomeWords(first, item?.published ?? null, desk.dossier.asOf);
    return [outcome, `${first.body}${words} (${item ? calledBy(item) : 'noted by the desk'}${others})`] as const;
  });
  return [...rows(lines, desk.width), ...more(desk, all.length - lines.length)];
}

export function contradictionRows(desk: Desk): readonly string[] {
  const all = differences(desk);
  const lines = all
    .slice(0, DIFFERENCES)
    .map(
      (one) =>
        `  • ${wrapped(`${short(one.a.quote)} against ${short(one.b.quote)}: ${one.why}`, desk.width - 4, '    ')}`,
    );
  return [...lines, ...more(desk, all.length - lines.length)];
}

const short = (quote: string): string => `“${cut(claimWords({ statement: quote }), 90)}”`;

/** Whom to ask, each body once: how many claims it could move, and the weightiest of them. */
export function askRows(desk: Desk): readonly string[] {
  const all = asksOf(desk);
  const lines = all.slice(0, ASKED).flatMap(({ of, claims }) => {
    const [first] = claims;
    const count = claims.length > 1 ? `${claims.length} claims, first ` : '';
    return first ? [[of, `${count}${short(first.claim.statement)} (${wouldWords(first.would)})`] as const] : [];
  });
  return [...rows(lines, desk.width), ...more(desk, all.length - lines.length)];
}

export function unreadableRows(desk: Desk): readonly string[] {
  const all = desk.dossier.items.flatMap(({ file, unreadable }) =>
    unreadable
      ? [
          [
            unreadable.code,
            unreadable.message.includes(file) ? unreadable.message : `${file}: ${unreadable.message}`,
          ] as const,
        ]
      : [],
  );
  return [...rows(all.slice(0, REFUSED), desk.width), ...more(desk, all.length - REFUSED)];
}

const more = ({ paint }: Desk, count: number): readonly string[] =>
  count > 0 ? [paint.dim(`  and ${count} more`)] : [];

/** The same promise by the same body once, however often it was carried. */
function once<T extends { readonly by: string; readonly quote: string }>(all: readonly T[]): readonly T[] {
  return [...new Map([...all].reverse().map((one) => [`${one.by} ${squeezed(one.quote)}`, one])).values()].reverse();
}
