import { useMemo, useState } from 'preact/hooks';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimRow } from '../../../publish/workbench/shapes.ts';
import type { Label as LabelName } from '../../../weigh/ledger.ts';
import { Label } from '../parts/label.tsx';
import type { Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import type { Words } from './words.ts';

/** So many claims of a standing are shown at first, more where it stands alone, and so many with each step after. */
const LEADING = 12;
const ALONE = 60;
const STEP = 120;

/** The claims of one standing. Only so many are drawn at once: thousands stay quick to filter. */
export function Standing(props: {
  readonly label: LabelName;
  readonly rows: readonly ClaimRow[];
  readonly only: boolean;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly moved: ReadonlySet<string>;
}) {
  const { label, only, words, tongue, route, moved } = props;
  const [more, showMore] = useState(0);
  const rows = useMemo(() => props.rows.filter((one) => one.label === label).sort(heavier), [props.rows, label]);
  if (rows.length === 0) return null;
  const most = (only ? ALONE : LEADING) + more;
  return (
    <section class={`story-standing ${label}`}>
      <h3>
        <Label label={label} tongue={tongue} /> <span class="story-count">{rows.length.toLocaleString()}</span>{' '}
        <span class="fine">{WORDS[tongue].means[label]}</span>
      </h3>
      <ul>
        {rows.slice(0, most).map((row) => (
          <Row key={row.id} {...{ row, words, tongue, route, moved: moved.has(row.id) }} />
        ))}
      </ul>
      {rows.length > most || more > 0 ? (
        <p class="story-deeds">
          {rows.length > most ? (
            <button type="button" onClick={() => showMore(more + STEP)}>
              {words.more(Math.min(STEP, rows.length - most), rows.length - most)}
            </button>
          ) : null}
          {more > 0 ? (
            <button type="button" onClick={() => showMore(0)}>
              {words.fewer}
            </button>
          ) : null}
        </p>
      ) : null}
    </section>
  );
}

/** More origins first, then more items that carry it, then the earlier. */
const heavier = (a: ClaimRow, b: ClaimRow): number =>
  b.for + b.against - a.for - a.against || b.items - a.items || (a.since ?? '').localeCompare(b.since ?? '');

function Row(props: {
  readonly row: ClaimRow;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly moved: boolean;
}) {
  const { row, words, tongue, route, moved } = props;
  const facts = [
    words.origins(row.for),
    ...(row.against > 0 ? [words.against(row.against)] : []),
    words.items(row.items),
  ];
  return (
    <li class="story-row">
      <span>
        {moved ? (
          <b class="story-new" title={words.moved}>
            ●<span class="shell-unseen">{words.moved}: </span>
          </b>
        ) : null}
        <a class="story-claim" href={hashOf({ ...route, room: 'claim', id: row.id, query: {} })}>
          {row.privateLife ? <i>{words.privateLife}</i> : <span dir="auto">{row.wording}</span>}
        </a>
        {row.flags.map((one) => (
          <span key={one} class="story-flag">
            {WORDS[tongue].flags[one]}
          </span>
        ))}
      </span>
      <span class="fine story-facts">{facts.join(' · ')}</span>
    </li>
  );
}
