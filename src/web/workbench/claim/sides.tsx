import type { ClaimView, Said } from '../../../publish/workbench/shapes.ts';
import type { RoomProps, Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import { CorrectForm } from './correct-form.tsx';
import { SaidLine } from './said-line.tsx';
import type { Words } from './words.ts';

const MOST = 60;

/** What can be done to the statements of a claim. */
export interface Handling {
  /** What is ticked to be split off; null where nothing is to be. */
  readonly split: ReadonlySet<string> | null;
  readonly tick: (all: ReadonlySet<string>) => void;
  /** The statement that is being corrected. */
  readonly correcting: string | null;
  readonly correct: (id: string | null) => void;
  readonly decide: RoomProps['decide'];
}

/** Who says so and who says not, side by side; each statement can be ticked off, or read anew. */
export function Sides(props: {
  readonly view: ClaimView;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly handling: Handling;
}) {
  const { view, words } = props;
  return (
    <div class="claim-sides">
      <Side {...props} title={words.for(view.for.length)} all={view.for} none={words.nobodyFor} />
      <Side {...props} title={words.against(view.against.length)} all={view.against} none={words.nobodyAgainst} />
    </div>
  );
}

function Side(props: {
  readonly title: string;
  readonly all: readonly Said[];
  readonly none: string;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly handling: Handling;
}) {
  const { title, all, none, words } = props;
  return (
    <section>
      <h2>{title}</h2>
      {all.length === 0 ? <p class="fine">{none}</p> : null}
      <ul>
        {all.slice(0, MOST).map((said) => (
          <Line key={said.statement.id} {...props} said={said} />
        ))}
      </ul>
      {all.length > MOST ? <p class="fine">{words.moreSaid(all.length - MOST)}</p> : null}
    </section>
  );
}

function Line(props: {
  readonly said: Said;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly handling: Handling;
}) {
  const { said, words, tongue, route, handling } = props;
  const { split, tick, correcting, correct, decide } = handling;
  const { id, quote } = said.statement;
  const turn = (): void => {
    const next = new Set(split);
    if (!next.delete(id)) next.add(id);
    tick(next);
  };
  return (
    <li data-statement={id} class={split === null ? undefined : 'claim-ticked'}>
      {split === null ? null : <input type="checkbox" aria-label={quote} checked={split.has(id)} onChange={turn} />}
      <div>
        <SaidLine {...{ said, tongue, route }} />
        {correcting === id ? (
          <CorrectForm statement={said.statement} {...{ words, decide, close: () => correct(null) }} />
        ) : split === null ? (
          <button
            type="button"
            class="claim-correct"
            aria-label={`${words.correct}: ${quote}`}
            onClick={() => correct(id)}
          >
            {words.correct}
          </button>
        ) : null}
      </div>
    </li>
  );
}
