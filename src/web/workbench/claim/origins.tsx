import { useMemo, useState } from 'preact/hooks';
import { calledBy, originName } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimView, ItemRow } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import type { Words } from './words.ts';

type One = ClaimView['origins'][number];

const FIRST = 12;
const STEP = 100;

/** Where it comes from: each origin, and the items that rest on it, earliest first, with whom each was copied from. */
export function Origins(props: {
  readonly view: ClaimView;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
}) {
  const { view, words } = props;
  return (
    <section class="claim-origins" aria-labelledby="claim-origins-title">
      <h2 id="claim-origins-title">{words.origins}</h2>
      {view.origins.length === 0 ? <p class="fine">{words.noOrigins}</p> : null}
      {view.origins.map((one) => (
        <Trail key={one.origin.id} {...props} one={one} open={view.origins.length < 4} />
      ))}
    </section>
  );
}

function Trail(props: {
  readonly one: One;
  readonly open: boolean;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
}) {
  const { one, open, words, tongue, route } = props;
  const { origin, trail } = one;
  const [most, show] = useState(FIRST);
  const sources = useMemo(() => sourcesIn(one), [one]);
  return (
    <details open={open}>
      <summary>
        <b dir="auto">{originName(origin, WORDS[tongue])}</b>{' '}
        <span class="fine">
          {WORDS[tongue].originKinds[origin.kind]} · {words.carriedBy(trail.length)}
        </span>
      </summary>
      <ol>
        {trail.slice(0, most).map((item) => (
          <li key={item.id}>
            <a href={hashOf({ ...route, room: 'evidence', id: item.id, query: {} })}>
              <span dir="auto">{calledBy(item, WORDS[tongue])}</span>
            </a>
            {(sources.get(item.id) ?? []).map((source) => (
              <span key={source.id} class="fine">
                {' '}
                {words.copiedFrom(calledBy(source, WORDS[tongue]))} (
                <a href={hashOf({ ...route, room: 'pair', id: `${source.id}~${item.id}`, query: {} })}>
                  {words.sideBySide}
                </a>
                )
              </span>
            ))}
          </li>
        ))}
      </ol>
      {trail.length > most ? (
        <button type="button" onClick={() => show(most + STEP)}>
          {words.moreItems(trail.length - most)}
        </button>
      ) : null}
    </details>
  );
}

/** From whom each item of the trail was copied. */
function sourcesIn({ trail, copies }: One): ReadonlyMap<string, readonly ItemRow[]> {
  const rows = new Map(trail.map((one) => [one.id, one]));
  const sources = new Map<string, ItemRow[]>();
  for (const { left, right, direction } of copies) {
    const [from, to] = direction === 'right-first' ? [right, left] : [left, right];
    const source = rows.get(from);
    if (source && (direction === 'left-first' || direction === 'right-first'))
      sources.set(to, [...(sources.get(to) ?? []), source]);
  }
  return sources;
}
