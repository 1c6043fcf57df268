import { calledBy, originName } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimView, ItemRow } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import type { Words } from './words.ts';

/** Where it comes from: each origin, and the items that rest on it, earliest first, with whom each was copied from. */
export function Origins(props: {
  readonly view: ClaimView;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
}) {
  const { view, words, tongue, route } = props;
  return (
    <section class="claim-origins" aria-labelledby="claim-origins-title">
      <h2 id="claim-origins-title">{words.origins}</h2>
      {view.origins.length === 0 ? <p class="fine">{words.noOrigins}</p> : null}
      {view.origins.map(({ origin, trail, copies }) => (
        <details key={origin.id} open={view.origins.length < 4}>
          <summary>
            <b dir="auto">{originName(origin, WORDS[tongue])}</b>{' '}
            <span class="fine">
              {WORDS[tongue].originKinds[origin.kind]} · {words.carriedBy(trail.length)}
            </span>
          </summary>
          <ol>
            {trail.map((item) => (
              <li key={item.id}>
                <a href={hashOf({ ...route, room: 'evidence', id: item.id, query: {} })}>
                  <span dir="auto">{calledBy(item, WORDS[tongue])}</span>
                </a>
                <Sources {...{ item, copies, trail, words, tongue, route }} />
              </li>
            ))}
          </ol>
        </details>
      ))}
    </section>
  );
}

/** From whom an item of the trail was copied, with the two side by side. */
function Sources(props: {
  readonly item: ItemRow;
  readonly copies: ClaimView['origins'][number]['copies'];
  readonly trail: readonly ItemRow[];
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
}) {
  const { item, copies, trail, words, tongue, route } = props;
  const from = copies.flatMap(({ left, right, direction }) => {
    const source = direction === 'left-first' && right === item.id ? left : null;
    const other = direction === 'right-first' && left === item.id ? right : source;
    return trail.filter(({ id }) => id === other);
  });
  return (
    <>
      {from.map((source) => (
        <span key={source.id} class="fine">
          {' '}
          {words.copiedFrom(calledBy(source, WORDS[tongue]))} (
          <a href={hashOf({ ...route, room: 'pair', id: `${source.id}~${item.id}`, query: {} })}>{words.sideBySide}</a>)
        </span>
      ))}
    </>
  );
}
