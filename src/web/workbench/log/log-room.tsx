import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { LogEvent } from '../../../publish/workbench/shapes.ts';
import type { RoomProps } from '../room.ts';
import { rowsOf, sortOf } from './event-facts.ts';
import { type About, EventRow } from './event-row.tsx';
import { useItems, useLog } from './use-log.ts';
import { dayWords, timeWords } from './when.ts';
import type { Words } from './words.ts';
import { wordsOf } from './words-of.ts';
import './style.css';

const SORTS = ['all', 'decisions', 'evidence', 'seals'] as const;

/** The journal of the case: what was done, when and by whom, and taking it back. */
export function LogRoom(props: RoomProps) {
  const { api, route, tongue, head, go, say, keys } = props;
  const words = wordsOf(tongue);
  const folder = route.case ?? '';
  const list = useRef<HTMLOListElement>(null);
  const [taking, take] = useState<number | null>(null);
  const { events, whole, more } = useLog(api, folder, head, (what) => say(what, 'wrong'));
  const items = useItems(api, folder, head);
  const sort = SORTS.find((one) => one === route.query['show']) ?? 'all';
  const shown = (events ?? []).filter(({ kind }) => sort === 'all' || sortOf(kind) === sort);
  useEffect(() => {
    keys([
      { key: 'j', does: words.keyNext, run: () => step(list.current, 1) },
      { key: 'k', does: words.keyBefore, run: () => step(list.current, -1) },
      { key: 't', does: words.keyUndo, run: () => take(undoableAt(events ?? [])) },
      { key: 'm', does: words.keyMore, run: more },
    ]);
  }, [tongue, events]);
  const about: About = {
    ...{ words, tongue, route, items, taking, take },
    async undo(event, why) {
      try {
        await api.post(`/cases/${encodeURIComponent(folder)}/undo`, { event, why });
        take(null);
        say(words.wasUndone(event));
      } catch (cause) {
        say(messageOf(cause), 'wrong');
      }
    },
  };
  return (
    <section class="log-room" aria-labelledby="log-title">
      <header class="log-head">
        <h1 id="log-title">{words.title}</h1>
        <p>{words.lead}</p>
        <Show {...{ words, sort }} choose={(show) => go({ query: { ...route.query, show } }, 'replace')} />
      </header>
      {events === null ? <p class="log-none">{words.loading}</p> : null}
      {events !== null && shown.length === 0 ? <p class="log-none">{words.empty}</p> : null}
      <ol class="log-list" ref={list}>
        {daysOf(shown, (at) => dayWords(at, tongue)).map((one) => (
          <Day key={`${one.day}-${one.of[0]?.seq}`} {...{ ...one, about }} />
        ))}
      </ol>
      <p class="log-foot">
        {whole || events === null ? (
          <span>{events === null ? '' : words.nothingMore}</span>
        ) : (
          <button type="button" onClick={more}>
            {words.more(Math.min(100, events.at(-1)?.seq ?? 0))}
          </button>
        )}
      </p>
    </section>
  );
}

interface ShowProps {
  readonly words: Words;
  readonly sort: (typeof SORTS)[number];
  readonly choose: (sort: string) => void;
}

/** What sort of events is shown. */
function Show({ words, sort, choose }: ShowProps) {
  return (
    <label class="log-show">
      {words.show}{' '}
      <select value={sort} onChange={({ currentTarget: { value } }) => choose(value === 'all' ? '' : value)}>
        {SORTS.map((one) => (
          <option key={one} value={one}>
            {words[one]}
          </option>
        ))}
      </select>
    </label>
  );
}

interface DayProps {
  readonly about: About;
  readonly day: string;
  readonly of: readonly LogEvent[];
}

function Day({ about, day, of }: DayProps) {
  return (
    <li class="log-day">
      <h2>{day}</h2>
      <ol>
        {rowsOf(of).map((row) =>
          row.is === 'event' ? (
            <EventRow key={row.event.seq} about={about} event={row.event} />
          ) : (
            <Added key={row.events[0]?.seq} about={about} events={row.events} />
          ),
        )}
      </ol>
    </li>
  );
}

/** Items that came in together: one line, which opens. */
function Added({ about, events }: { readonly about: About; readonly events: readonly LogEvent[] }) {
  const { words, tongue } = about;
  const [last] = events;
  if (!last) return null;
  return (
    <li class="log-added">
      <details>
        <summary class="log-row" data-log-row>
          <time dateTime={last.at}>{timeWords(last.at, tongue)}</time>
          <span class="log-what">{words.addedTogether(events.length)}</span>
          <span class="log-by">{last.by}</span>
        </summary>
        <ol>
          {events.map((event) => (
            <EventRow key={event.seq} about={about} event={event} />
          ))}
        </ol>
      </details>
    </li>
  );
}

/** Events day by day, in their order. */
function daysOf(events: readonly LogEvent[], dayOf: (at: string) => string) {
  const days: { readonly day: string; readonly of: LogEvent[] }[] = [];
  for (const event of events) {
    const day = dayOf(event.at);
    const last = days.at(-1);
    if (last?.day === day) last.of.push(event);
    else days.push({ day, of: [event] });
  }
  return days;
}

/** Moves to the row after or before the one at hand. */
function step(list: HTMLElement | null, by: 1 | -1): void {
  const rows = [...(list?.querySelectorAll<HTMLElement>('[data-log-row]') ?? [])].filter(
    (one) => one.offsetParent !== null,
  );
  const at = rows.findIndex((one) => one.contains(document.activeElement));
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}

/** The event at hand, where it can be taken back. */
function undoableAt(events: readonly LogEvent[]): number | null {
  const row = document.activeElement?.closest<HTMLElement>('[data-seq]');
  const seq = Number(row?.dataset['seq'] ?? Number.NaN);
  return events.some((one) => one.seq === seq && one.undoable) ? seq : null;
}
