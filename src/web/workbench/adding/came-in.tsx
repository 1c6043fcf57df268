import { useEffect, useState } from 'preact/hooks';
import type { Board, ItemRow, LogEvent } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';
import { factsOf } from '../log/event-facts.ts';
import { whenWords } from '../log/when.ts';
import type { RoomProps } from '../room.ts';
import { hashOf } from '../route.ts';
import type { Words } from './words.ts';

const SHOWN = 12;
/** As far back as is looked for what was added last. */
const LOOKED = 200;

/** The items that came in last, each with a link as soon as it was read. */
export function CameIn({ api, route, tongue, head, words }: RoomProps & { readonly words: Words }) {
  const folder = route.case ?? '';
  const added = useAnswer<{ readonly events: readonly LogEvent[] }>(api, `${path(folder)}/log?limit=${LOOKED}`, head);
  const board = useAnswer<Board>(api, `${path(folder)}/board`, head);
  const items = new Map((board?.items ?? []).map((one) => [one.file, one]));
  const last = (added?.events ?? []).filter(({ kind, undone }) => kind === 'add' && !undone).slice(0, SHOWN);
  return (
    <section class="adding-in" aria-labelledby="adding-in">
      <h2 id="adding-in">
        {words.cameIn} <small>{words.cameInHow}</small>
      </h2>
      {added !== null && last.length === 0 ? <p class="adding-how">{words.nothingIn}</p> : null}
      <ol>
        {last.map((event) => {
          const file = factsOf(event.data ?? {}).text('facts', 'file');
          const item = items.get(file);
          const link = item ? hashOf({ case: folder, room: 'evidence', id: item.id, query: {} }) : null;
          return (
            <li key={event.seq}>
              <span class="adding-name">{link === null ? file : <a href={link}>{item?.title || file}</a>}</span>
              <span class="adding-state">{stateOf(item, words)}</span>
              <time dateTime={event.at}>{whenWords(event.at, tongue)}</time>
            </li>
          );
        })}
      </ol>
    </section>
  );
}

const path = (folder: string): string => `/cases/${encodeURIComponent(folder)}`;

function stateOf(item: ItemRow | undefined, words: Words): string {
  if (!item) return words.notRead;
  return item.unreadable === null ? words.statements(item.statements) : words.unreadable;
}

/** An answer of the server, asked for anew where the case grew; what was there before stays until then. */
function useAnswer<T>(api: Api, of: string, head: number): T | null {
  const [answer, set] = useState<T | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    // What is not there yet comes with the next weighing.
    api.get<T>(of, stop.signal).then(set, () => undefined);
    return () => stop.abort();
  }, [of, head]);
  return answer;
}
