import { useState } from 'preact/hooks';
import { epoch } from '../../../base/time.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Board } from '../../../publish/workbench/shapes.ts';
import type { PlacedCommitment } from '../../../weigh/ledger.ts';
import { AskForm, givenIn } from '../parts/ask-form.tsx';
import type { RoomProps, Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import { placeOf } from './place.ts';
import { useJustWritten } from './use-just-written.ts';
import type { Words } from './words.ts';

/** Who promised what by when, the nearest first; what became of it is written down here. */
export function Promises(props: {
  readonly board: Board;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly decide: RoomProps['decide'];
}) {
  const { board, words, tongue, route, decide } = props;
  const [noting, note] = useState(false);
  const [written, write] = useJustWritten(board.promises.map((one) => `${one.id} ${one.state}`).join('|'));
  const became = async (deed: 'kept' | 'broken' | 'withdrawn', id: string): Promise<void> => {
    if ((await decide(deed, { promise: id }, null)) !== null) write(id);
  };
  const promises = [...board.promises].sort(
    (a, b) => rankOf(a) - rankOf(b) || (a.due ?? '9').localeCompare(b.due ?? '9'),
  );
  return (
    <section aria-labelledby="story-promises-title">
      <h2 id="story-promises-title">{words.promises}</h2>
      {promises.length === 0 ? <p class="fine">{words.noPromises}</p> : null}
      <ul class="story-promises">
        {promises.map((one) => (
          <li key={`${one.id} ${one.item} ${one.start}`}>
            <p>
              <span class={`story-clock ${one.state}`}>{clockOf(one, board.asOf, words, tongue)}</span>
            </p>
            <p>
              <b dir="auto">{one.by}</b>
              {WORDS[tongue].marks.colon}
              {placed(one, route)}
            </p>
            {one.id === undefined || (one.state !== 'open' && one.state !== 'overdue') ? null : written.has(one.id) ? (
              <p class="fine">{words.written}</p>
            ) : (
              <p class="story-deeds">
                {(['kept', 'broken', 'withdrawn'] as const).map((deed) => (
                  <button type="button" key={deed} onClick={() => void became(deed, one.id ?? '')}>
                    {words[deed]}
                  </button>
                ))}
              </p>
            )}
          </li>
        ))}
      </ul>
      {noting ? (
        <AskForm
          title={words.notePromise}
          fields={[
            { name: 'who', label: words.who, required: true },
            { name: 'what', label: words.what, required: true },
            { name: 'due', label: words.dueBy, type: 'date' },
          ]}
          submit={words.write}
          cancel={words.cancel}
          done={async (values) => (await decide('promise', givenIn(values), null)) !== null}
          close={() => note(false)}
        />
      ) : (
        <p class="story-deeds">
          <button type="button" onClick={() => note(true)}>
            {words.notePromise}
          </button>
        </p>
      )}
    </section>
  );
}

function placed(one: PlacedCommitment, route: Route) {
  const what = <span dir="auto">{one.what}</span>;
  return one.item === null ? what : <a href={placeOf(one.item, one, route)}>{what}</a>;
}

const rankOf = ({ state }: PlacedCommitment): number => ['overdue', 'open', 'kept', 'withdrawn'].indexOf(state);

const DAY = 86_400_000;

/** `due in 3 days`, `overdue 2 days`, or what became of it. */
function clockOf({ state, due }: PlacedCommitment, asOf: string, words: Words, tongue: Tongue): string {
  if (state !== 'open' && state !== 'overdue') return WORDS[tongue].states[state];
  const [last, now] = [epoch(due), epoch(asOf)];
  if (last === null || now === null) return words.undated;
  const left = Math.floor(last / DAY) - Math.floor(now / DAY);
  return left >= 0 ? words.due(left) : words.overdue(-left);
}
