import type { Change } from '../../../publish/changes.ts';
import { instantWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Moved } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import type { MovedState } from './use-moved.ts';
import type { Words } from './words.ts';

const MOST = 30;

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
  return (
    <section aria-labelledby="story-moved-title">
      <h2 id="story-moved-title">{words.moved}</h2>
      <p class="fine story-moved-lead">
        {lead}{' '}
        <button type="button" onClick={mark}>
          {words.mark}
        </button>
      </p>
      {changes?.length === 0 ? <p>{words.movedNone}</p> : null}
      <ul class="story-moved">
        {(changes ?? []).slice(0, MOST).map((one, at) => (
          <li key={at}>
            <span class="story-kind">{words.changes[one.kind]}</span> <Told {...{ one, words, tongue, route }} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function Told(props: {
  readonly one: Moved['changes'][number];
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
}) {
  const { one, words, tongue, route } = props;
  const said = <span dir="auto">{one.words || words.privateLife}</span>;
  return (
    <>
      {'claim' in one && one.kind !== 'claim-gone' ? (
        <a href={hashOf({ ...route, room: 'claim', id: one.claim, query: {} })}>{said}</a>
      ) : (
        said
      )}{' '}
      <span class="fine">{stepOf(one, words, tongue)}</span>
    </>
  );
}

/** From which standing to which, where that is what moved. */
function stepOf(change: Change, words: Words, tongue: Tongue): string {
  const { labels, states } = WORDS[tongue];
  if (change.kind === 'standing') return words.becomes(labels[change.from], labels[change.to]);
  if (change.kind === 'claim-new') return labels[change.to];
  if (change.kind === 'promise') return states[change.to];
  return '';
}
