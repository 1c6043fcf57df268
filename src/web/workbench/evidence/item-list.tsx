import { useEffect, useMemo, useState } from 'preact/hooks';
import { epoch } from '../../../base/time.ts';
import { instantWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Board, ItemRow } from '../../../publish/workbench/shapes.ts';
import { folded, holdsAll } from '../parts/fold.ts';
import { useDeferred } from '../parts/use-deferred.ts';
import { useFetched } from '../parts/use-fetched.ts';
import type { RoomProps, Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import { wordsOf } from './languages.ts';
import { unreadWords } from './unread-words.ts';
import type { Words } from './words.ts';

/** So many rows are shown before somebody asks for all. */
const LEADING = 150;

/** Every item of the case; what could not be read stands first. */
export function ItemList({ api, route, tongue, head, go, keys }: RoomProps) {
  const words = wordsOf(tongue);
  const { value: board, wrong } = useFetched<Board>(api, `/cases/${encodeURIComponent(route.case ?? '')}/board`, head);
  const [all, showAll] = useState(false);
  const [typed, type] = useDeferred(route.query['q'] ?? '', (q) => go({ query: { ...route.query, q } }, 'replace'));
  const items = board?.items ?? [];
  const { sort = '', unread = '' } = route.query;
  const missing = useMemo(() => items.filter((one) => one.unreadable !== null).length, [items]);
  const sorted = useMemo(() => items.toSorted(orderOf(sort)), [items, sort]);
  const found = useMemo(
    () => sorted.filter(fits(typed)).filter((one) => unread === '' || one.unreadable !== null),
    [sorted, typed, unread],
  );
  const set = (query: Readonly<Record<string, string>>): void => go({ query: { ...route.query, ...query } }, 'replace');
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
        {missing === 0 ? null : (
          <label>
            <input
              type="checkbox"
              checked={unread !== ''}
              onChange={() => set({ unread: unread === '' ? 'only' : '' })}
            />{' '}
            {words.onlyUnread(missing)}
          </label>
        )}
      </search>
      <div class="evidence-scroll">
        <table>
          <Heads {...{ words, sort }} sortBy={(by) => set({ sort: by })} />
          <tbody>
            {shown.map((one) => (
              <Row key={one.id} {...{ one, words, tongue, route }} />
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

interface HeadsProps {
  readonly words: Words;
  readonly sort: string;
  readonly sortBy: (column: string) => void;
}

/** The heads of the columns, each of which sorts; pressed again it sorts no more. */
function Heads({ words, sort, sortBy }: HeadsProps) {
  return (
    <thead>
      <tr>
        {words.columns.map((one, place) => {
          const by = COLUMNS[place] ?? '';
          return (
            <th key={one} scope="col" aria-sort={sort === by ? SORTED[by] : undefined}>
              <button
                type="button"
                class="evidence-sort"
                title={words.sortBy(one)}
                onClick={() => sortBy(sort === by ? '' : by)}
              >
                {one} <span aria-hidden="true">{sort === by ? (SORTED[by] === 'ascending' ? '▲' : '▼') : ''}</span>
              </button>
            </th>
          );
        })}
      </tr>
    </thead>
  );
}

interface RowProps {
  readonly one: ItemRow;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
}

function Row({ one, words, tongue, route }: RowProps) {
  return (
    <tr>
      <th scope="row">
        <a href={hashOf({ ...route, id: one.id, query: {} })}>
          <span dir="auto">{one.title ?? one.file}</span>
        </a>
        {one.title === null ? null : <div class="fine">{one.file}</div>}
        {one.unreadable === null ? null : (
          <div class="evidence-unread">
            {unreadWords(one.unreadable, words, tongue)} {words.unreadHow}
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
  );
}

const COLUMNS = ['item', 'carrier', 'published', 'statements', 'copied'] as const;
type Column = (typeof COLUMNS)[number];
const SORTED: Readonly<Record<string, 'ascending' | 'descending'>> = {
  ...{ item: 'ascending', carrier: 'ascending', published: 'ascending' },
  ...{ statements: 'descending', copied: 'descending' },
};

const WORDS_IN_ORDER = new Intl.Collator(['en', 'zh'], { numeric: true });

/** Each column its own way; what is not known stands last. Without a column what could not be read stands first. */
const ORDERS: Readonly<Record<Column, (a: ItemRow, b: ItemRow) => number>> = {
  item: (a, b) => WORDS_IN_ORDER.compare(a.title ?? a.file, b.title ?? b.file),
  carrier: (a, b) => lastNull(a.publisher ?? a.author, b.publisher ?? b.author, WORDS_IN_ORDER.compare),
  published: (a, b) =>
    lastNull(a.published, b.published, (one, other) => (epoch(one) ?? Infinity) - (epoch(other) ?? Infinity) || 0),
  statements: (a, b) => b.statements - a.statements,
  copied: (a, b) => b.from + b.to - a.from - a.to,
};

const orderOf = (column: string): ((a: ItemRow, b: ItemRow) => number) =>
  Object.entries(ORDERS).find(([name]) => name === column)?.[1] ?? unreadFirst;

function lastNull(a: string | null, b: string | null, order: (a: string, b: string) => number): number {
  if (a === null || b === null) return Number(a === null) - Number(b === null);
  return order(a, b);
}

const unreadFirst = (a: ItemRow, b: ItemRow): number => Number(b.unreadable !== null) - Number(a.unreadable !== null);

/** Every word must stand in what the item is called. */
function fits(typed: string): (row: ItemRow) => boolean {
  const isCalled = holdsAll(typed);
  return ({ file, title, publisher, author }) => isCalled(folded([file, title, publisher, author].join(' ')));
}
