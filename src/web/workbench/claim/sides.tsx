import type { ClaimView, Said } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import { SaidLine } from './said-line.tsx';
import type { Words } from './words.ts';

const MOST = 60;

/** Who says so and who says not, side by side; where statements are split off, each can be ticked. */
export function Sides(props: {
  readonly view: ClaimView;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  /** What is ticked; null where nothing is to be. */
  readonly split: ReadonlySet<string> | null;
  readonly tick: (all: ReadonlySet<string>) => void;
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
  readonly tongue: Tongue;
  readonly route: Route;
  readonly split: ReadonlySet<string> | null;
  readonly tick: (all: ReadonlySet<string>) => void;
}) {
  const { title, all, none, tongue, route, split, tick } = props;
  const turn = (id: string): void => {
    const next = new Set(split);
    if (!next.delete(id)) next.add(id);
    tick(next);
  };
  return (
    <section>
      <h2>{title}</h2>
      {all.length === 0 ? <p class="fine">{none}</p> : null}
      <ul>
        {all.slice(0, MOST).map((said) => (
          <li key={said.statement.id} class={split === null ? undefined : 'claim-ticked'}>
            {split === null ? null : (
              <input
                type="checkbox"
                aria-label={said.statement.quote}
                checked={split.has(said.statement.id)}
                onChange={() => turn(said.statement.id)}
              />
            )}
            <SaidLine {...{ said, tongue, route }} />
          </li>
        ))}
      </ul>
    </section>
  );
}
