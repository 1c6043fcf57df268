import { useMemo, useState } from 'preact/hooks';
import { LABELS } from '../../../publish/summary.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Board, ClaimRow } from '../../../publish/workbench/shapes.ts';
import type { Label as Standing } from '../../../weigh/ledger.ts';
import { Label } from '../parts/label.tsx';
import { useDeferred } from '../parts/use-deferred.ts';
import type { RoomProps, Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import { chosenFrom, fits } from './filter.ts';
import type { Words } from './words.ts';

/** So many claims of a standing are shown before somebody asks for the rest. */
const LEADING = 12;

/** The claims by standing, the weightiest first, and what narrows them down. */
export function Claims(props: {
  readonly board: Board;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly go: RoomProps['go'];
  readonly moved: ReadonlySet<string>;
}) {
  const { board, words, tongue, route, go, moved } = props;
  const choice = chosenFrom(route.query);
  const [typed, type] = useDeferred(choice.words, (value) => go({ query: { ...route.query, q: value } }, 'replace'));
  const found = useMemo(
    () => board.claims.filter(fits({ ...choice, words: typed }, moved)),
    [board, typed, choice.label, choice.flag, choice.changed, moved],
  );
  const flags = [...new Set(board.claims.flatMap((one) => one.flags))];
  const narrow = (key: string, value: string): void => go({ query: { ...route.query, [key]: value } }, 'replace');
  return (
    <section aria-labelledby="story-claims-title">
      <h2 id="story-claims-title">{words.claims}</h2>
      <search class="story-filters">
        <input
          id="story-filter"
          type="search"
          value={typed}
          aria-label={words.filter}
          placeholder={words.filter}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
        <select
          aria-label={words.anyLabel}
          value={choice.label}
          onChange={({ currentTarget }) => narrow('label', currentTarget.value)}
        >
          <option value="">{words.anyLabel}</option>
          {LABELS.map((one) => (
            <option key={one} value={one}>
              {WORDS[tongue].labels[one]}
            </option>
          ))}
        </select>
        {flags.length > 0 ? (
          <select
            aria-label={words.anyFlag}
            value={choice.flag}
            onChange={({ currentTarget }) => narrow('flag', currentTarget.value)}
          >
            <option value="">{words.anyFlag}</option>
            {flags.map((one) => (
              <option key={one} value={one}>
                {WORDS[tongue].flags[one]}
              </option>
            ))}
          </select>
        ) : null}
        <label class="story-changed">
          <input
            type="checkbox"
            checked={choice.changed}
            onChange={({ currentTarget }) => narrow('changed', currentTarget.checked ? '1' : '')}
          />{' '}
          {words.changedOnly}
        </label>
        <span class="fine" role="status">
          {words.shown(found.length, board.claims.length)}
        </span>
      </search>
      {found.length === 0 ? <p>{words.none}</p> : null}
      {LABELS.map((label) => (
        <Standings key={label} {...{ label, words, tongue, route, moved, rows: found }} />
      ))}
    </section>
  );
}

function Standings(props: {
  readonly label: Standing;
  readonly rows: readonly ClaimRow[];
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly moved: ReadonlySet<string>;
}) {
  const { label, words, tongue, route, moved } = props;
  const [all, showAll] = useState(false);
  const rows = useMemo(() => props.rows.filter((one) => one.label === label).sort(heavier), [props.rows, label]);
  if (rows.length === 0) return null;
  const shown = all ? rows : rows.slice(0, LEADING);
  return (
    <section class={`story-standing ${label}`}>
      <h3>
        <Label label={label} tongue={tongue} /> <span class="story-count">{rows.length.toLocaleString()}</span>{' '}
        <span class="fine">{WORDS[tongue].means[label]}</span>
      </h3>
      <ul>
        {shown.map((row) => (
          <Row key={row.id} {...{ row, words, route, moved: moved.has(row.id) }} />
        ))}
      </ul>
      {rows.length > LEADING ? (
        <button type="button" class="story-more" onClick={() => showAll(!all)}>
          {all ? words.fewer : words.more(rows.length - LEADING)}
        </button>
      ) : null}
    </section>
  );
}

/** More origins first, then more items that carry it, then the earlier. */
const heavier = (a: ClaimRow, b: ClaimRow): number =>
  b.for + b.against - a.for - a.against || b.items - a.items || (a.since ?? '').localeCompare(b.since ?? '');

function Row(props: { readonly row: ClaimRow; readonly words: Words; readonly route: Route; readonly moved: boolean }) {
  const { row, words, route, moved } = props;
  const parts = [
    words.origins(row.for),
    ...(row.against > 0 ? [words.against(row.against)] : []),
    words.items(row.items),
  ];
  return (
    <li class={moved ? 'story-row moved' : 'story-row'}>
      <a class="story-claim" href={hashOf({ ...route, room: 'claim', id: row.id, query: {} })}>
        {row.privateLife ? <i>{words.privateLife}</i> : <span dir="auto">{row.wording}</span>}
      </a>{' '}
      <span class="fine">
        {moved ? <b class="story-new">● </b> : null}
        {parts.join(' · ')}
      </span>
    </li>
  );
}
