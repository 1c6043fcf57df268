import { calledBy } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ItemView } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import type { Words } from './words.ts';

/** What an item shares with others, what was answered and promised in it, and the conversation that it is part of. */
export function ItemFacts(props: {
  readonly view: ItemView;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
}) {
  const { view, words, tongue, route } = props;
  const { marks, outcomes } = WORDS[tongue];
  const others = [
    ...view.copies.map(({ other, way }) => ({ other, way })),
    ...view.images.map(({ other }) => ({ other, way: 'unknown' as const })),
  ];
  const pair = (other: string): string => hashOf({ ...route, room: 'pair', id: `${view.item.id}~${other}`, query: {} });
  return (
    <div class="evidence-more">
      {others.length === 0 ? null : (
        <section>
          <h2>{words.copies}</h2>
          <ul>
            {others.map(({ other, way }) => (
              <li key={`${other.id} ${way}`}>
                <span class="fine">{words.way[way]}</span> <span dir="auto">{calledBy(other, WORDS[tongue])}</span> (
                <a href={pair(other.id)}>{words.sideBySide}</a>)
              </li>
            ))}
          </ul>
        </section>
      )}
      <Said
        title={words.answers}
        rows={view.answers.map(
          ({ body, outcome, quote }) => `${body}${marks.colon}${outcomes[outcome]}${marks.semicolon}“${quote}”`,
        )}
      />
      <Said title={words.promises} rows={view.promises.map(({ by, what }) => `${by}${marks.colon}${what}`)} />
      {view.transcript === null ? null : (
        <section>
          <h2>{words.transcript}</h2>
          <ol class="evidence-talk">
            {view.transcript.messages.map(({ side, text, time, altered }, at) => (
              <li key={at} class={`evidence-message ${side}${altered ? ' altered' : ''}`}>
                {altered ? <b>{words.altered} </b> : null}
                <span dir="auto">{text}</span> <span class="fine">{time}</span>
              </li>
            ))}
          </ol>
          <ul class="fine">
            {(view.transcript.observations ?? [])
              .filter((one) => one.item === view.item.id)
              .map((one, at) => (
                <li key={at}>{WORDS[tongue].pictures.odd(one)}</li>
              ))}
          </ul>
        </section>
      )}
    </div>
  );
}

function Said({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {rows.map((row, at) => (
          <li key={at} dir="auto">
            {row}
          </li>
        ))}
      </ul>
    </section>
  );
}
