import { useEffect, useRef } from 'preact/hooks';
import type { LogEvent } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import { factsOf } from './event-facts.ts';
import { timeWords } from './when.ts';
import type { Words } from './words.ts';

/** What every row of the log needs. */
export interface About {
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  /** Items by the file they came from. */
  readonly items: ReadonlyMap<string, string>;
  /** The event that is about to be taken back. */
  readonly taking: number | null;
  readonly take: (seq: number | null) => void;
  readonly undo: (seq: number, why: string) => Promise<void>;
}

/** One event: when, what, why, who, where it leads, and taking it back. */
export function EventRow({ about, event }: { readonly about: About; readonly event: LogEvent }) {
  const { words, tongue, taking, take } = about;
  const what = wordsFor(event, words);
  const why = event.data === null ? '' : factsOf(event.data).text('why');
  return (
    // Rows are reached by j and k, so that the page can be walked without a mouse; what can be done stands in buttons.
    <li id={`log-${event.seq}`} class="log-row" data-log-row data-seq={event.seq} tabIndex={-1}>
      <time dateTime={event.at}>{timeWords(event.at, tongue)}</time>
      <div class="log-what">
        <span class={event.undone ? 'log-undone' : ''}>{what}</span>
        {event.undone ? <em class="log-mark">{words.undone}</em> : null}
        <Links about={about} event={event} />
        {why === '' ? null : <p class="log-why">{words.why(why)}</p>}
        {taking === event.seq ? <UndoForm about={about} seq={event.seq} what={what} /> : null}
      </div>
      <span class="log-by">{event.by}</span>
      <span class="log-do">
        {event.undoable && taking !== event.seq ? (
          <button type="button" aria-label={words.undoOf(what)} onClick={() => take(event.seq)}>
            {words.undo}
          </button>
        ) : null}
      </span>
    </li>
  );
}

/** What an event says happened, in words. */
export function wordsFor({ kind, data }: LogEvent, words: Words): string {
  if (data === null) return words.erased;
  const told = Object.hasOwn(words.told, kind) ? words.told[kind] : undefined;
  return told ? told(factsOf(data)) : words.other(kind);
}

/** Where an event leads: the item, the claim or the other event that it names. */
function Links({ about: { words, route, items }, event }: { readonly about: About; readonly event: LogEvent }) {
  if (event.data === null) return null;
  const { text, has } = factsOf(event.data);
  const to = (room: Route['room'], id: string): string => hashOf({ case: route.case, room, id, query: {} });
  const item = event.kind === 'exhibit' ? text('item') : (items.get(text('facts', 'file')) ?? '');
  const claim = text('claim') || text('statement');
  const other = text('event') || text('to');
  const isEvent = (has('event') || event.kind === 'reply') && /^\d+$/u.test(other);
  return (
    <>
      {item === '' ? null : <a href={to('evidence', item)}>{words.seeItem}</a>}
      {claim === '' ? null : <a href={to('claim', claim)}>{words.seeClaim}</a>}
      {isEvent ? (
        <button type="button" class="log-link" onClick={() => document.getElementById(`log-${other}`)?.focus()}>
          {words.seeEvent(Number(other))}
        </button>
      ) : null}
    </>
  );
}

interface Undoing {
  readonly about: About;
  readonly seq: number;
  readonly what: string;
}

function UndoForm({ about: { words, take, undo }, seq, what }: Undoing) {
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const leave = (): void => {
    take(null);
    document.getElementById(`log-${seq}`)?.focus();
  };
  return (
    <form
      class="log-undo"
      aria-label={words.undoOf(what)}
      onSubmit={(event) => {
        event.preventDefault();
        void undo(seq, field.current?.value.trim() ?? '');
      }}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      <label>
        <span>
          {words.reason} <small>{words.reasonHow}</small>
        </span>
        <input ref={field} type="text" required />
      </label>
      <button type="submit">{words.confirm}</button>
      <button type="button" onClick={leave}>
        {words.cancel}
      </button>
    </form>
  );
}
