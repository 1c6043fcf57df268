import { useState } from 'preact/hooks';
import { dayWords, instantWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Moved } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import type { MovedState } from './use-moved.ts';
import type { Words } from './words.ts';

const STEP = 8;

type One = Moved['changes'][number];

/** What moved since this desk last looked, and the button that says: seen. */
export function MovedSince(props: {
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly moved: MovedState;
  readonly mark: () => void;
}) {
  const { words, tongue, route, moved, mark } = props;
  const { seen, changes } = moved;
  const lead = seen === null ? words.movedNever : words.movedSince(instantWords(seen, WORDS[tongue]));
  const all = changes ?? [];
  const [most, show] = useState(STEP);
  return (
    <section aria-labelledby="story-moved-title">
      <h2 id="story-moved-title">{words.moved}</h2>
      <p class="fine">{lead}</p>
      {seen !== null && changes === null ? <p class="fine">{words.comparing}</p> : null}
      {changes?.length === 0 ? <p>{words.movedNone}</p> : null}
      <ul class="story-moved">
        {all.slice(0, most).map((one, at) => (
          <Told key={at} {...{ one, words, tongue, route }} />
        ))}
      </ul>
      <p class="story-deeds">
        {all.length > most ? (
          <button type="button" onClick={() => show(most + 4 * STEP)}>
            {words.movedMore(all.length - most)}
          </button>
        ) : null}
        <button type="button" onClick={mark}>
          {words.mark}
        </button>
      </p>
    </section>
  );
}

function Told(props: { readonly one: One; readonly words: Words; readonly tongue: Tongue; readonly route: Route }) {
  const { one, words, tongue, route } = props;
  const said = <span dir="auto">{one.words || words.privateLife}</span>;
  const place = 'claim' in one && one.kind !== 'claim-gone' ? one.claim : null;
  return (
    <li>
      <p>
        <span class="story-kind">{words.changes[one.kind]}</span> <b>{stepOf(one, words, tongue)}</b>
      </p>
      <p>{place === null ? said : <a href={hashOf({ ...route, room: 'claim', id: place, query: {} })}>{said}</a>}</p>
      <p class="fine">{becauseOf(one, words, tongue)}</p>
    </li>
  );
}

/** From what to what. */
function stepOf(one: One, words: Words, tongue: Tongue): string {
  const { labels, states, outcomes } = WORDS[tongue];
  const step = (from: string | null, to: string): string => (from === null ? to : words.becomes(from, to));
  switch (one.kind) {
    case 'standing':
      return step(labels[one.from], labels[one.to]);
    case 'claim-new':
      return labels[one.to];
    case 'claim-gone':
      return labels[one.from];
    case 'support':
      return [['+', one.for] as const, ['−', one.against] as const]
        .filter(([, [from, to]]) => from !== to)
        .map(([side, [from, to]]) => `${side} ${step(String(from), String(to))}`)
        .join(' · ');
    case 'promise':
      return step(one.from && states[one.from], states[one.to]);
    case 'response':
      return step(one.from && outcomes[one.from], outcomes[one.to]);
    case 'wording':
      return '';
    case 'name':
      return one.withheld ? words.withheld : words.named;
  }
}

/** What moved it: decisions by their numbers, days that passed, statements that came. */
function becauseOf({ cause }: One, words: Words, tongue: Tongue): string {
  const { statements, decisions, passed } = cause;
  return [
    ...decisions.map((seq) => `#${seq}`),
    ...(passed === null ? [] : [words.passed(dayWords(passed, WORDS[tongue]) ?? passed)]),
    ...(statements.length > 0 ? [words.cameIn(statements.length)] : []),
  ].join(' · ');
}
