import { useEffect, useMemo, useState } from 'preact/hooks';
import { instantWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Board, ItemRow } from '../../../publish/workbench/shapes.ts';
import { useDeferred } from '../parts/use-deferred.ts';
import { useFetched } from '../parts/use-fetched.ts';
import type { RoomProps } from '../room.ts';
import { hashOf } from '../route.ts';
import { wordsOf } from './words.ts';

/** So many rows are shown before somebody asks for all. */
const LEADING = 150;

/** Every item of the case; what could not be read stands first. */
export function ItemList({ api, route, tongue, head, go, keys }: RoomProps) {
  const words = wordsOf(tongue);
  const { value: board, wrong } = useFetched<Board>(api, `/cases/${encodeURIComponent(route.case ?? '')}/board`, head);
  const [all, showAll] = useState(false);
  const [typed, type] = useDeferred(route.query['q'] ?? '', (q) => go({ query: { ...route.query, q } }, 'replace'));
  const items = board?.items ?? [];
  const found = useMemo(() => items.filter(fits(typed)).sort(unreadFirst), [items, typed]);
  useEffect(
    () => keys([{ key: 'f', does: words.filter, run: () => document.getElementById('evidence-filter')?.focus() }]),
    [tongue],
  );
  const shown = all ? found : found.slice(0, LEADING);
  return (
    <div class="evidence-list">
      <h1>{words.title}</h1>
      {board === null ? <p role={wrong === null ? undefined : 'alert'}>{wrong ?? words.loading}</p> : null}
      <search class="evidence-filters">
        <input
          id="evidence-filter"
          type="search"
          value={typed}
          aria-label={words.filter}
          placeholder={words.filter}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />{' '}
        <span class="fine" role="status">
          {words.shown(found.length, items.length)}
        </span>
      </search>
      <div class="evidence-scroll">
        <table>
          <thead>
            <tr>
              {words.columns.map((one) => (
                <th key={one} scope="col">
                  {one}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {shown.map((one) => (
              <tr key={one.id}>
                <th scope="row">
                  <a href={hashOf({ ...route, id: one.id, query: {} })}>
                    <span dir="auto">{one.title ?? one.file}</span>
                  </a>
                  {one.title === null ? null : <div class="fine">{one.file}</div>}
                  {one.unreadable === null ? null : (
                    <div class="evidence-unread">
                      {words.unread}: {one.unreadable}
                    </div>
                  )}
                </th>
                <td dir="auto">{one.publisher ?? one.author ?? words.unknown}</td>
                <td>{one.published ? instantWords(one.published, WORDS[tongue]) : words.unknown}</td>
                <td class="evidence-number">{one.statements}</td>
                <td class="evidence-number">
                  {one.from}, {one.to}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      {found.length > shown.length ? (
        <button type="button" onClick={() => showAll(true)}>
          {words.all(found.length)}
        </button>
      ) : null}
    </div>
  );
}

const unreadFirst = (a: ItemRow, b: ItemRow): number => Number(b.unreadable !== null) - Number(a.unreadable !== null);

/** Every word must stand in what the item is called. */
function fits(typed: string): (row: ItemRow) => boolean {
  const wanted = typed.toLowerCase().split(/\s+/u).filter(Boolean);
  return ({ file, title, publisher, author }) => {
    const words = [file, title, publisher, author].join(' ').toLowerCase();
    return wanted.every((one) => words.includes(one));
  };
}
