import { useEffect, useState } from 'preact/hooks';
import { calledBy } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ItemView } from '../../../publish/workbench/shapes.ts';
import { useFetched } from '../parts/use-fetched.ts';
import type { RoomProps } from '../room.ts';
import { hashOf } from '../route.ts';
import { Captured } from './captured.tsx';
import { Carried } from './carried.tsx';
import { ItemFacts } from './item-facts.tsx';
import { wordsOf } from './languages.ts';
import { MarkedText } from './marked-text.tsx';
import { type Deed, Review } from './review.tsx';
import { unreadWords } from './unread-words.ts';
import { useLooked } from './use-looked.ts';
import { LAYERS, type Layer } from './words.ts';

/** One item: its text with everything that was read in it, what was captured, and each statement to be looked at. */
export function ItemPage(props: RoomProps) {
  const { api, route, tongue, head, go, keys } = props;
  const words = wordsOf(tongue);
  const path = `/cases/${encodeURIComponent(route.case ?? '')}/items/${encodeURIComponent(route.id ?? '')}`;
  const { value: view, wrong } = useFetched<ItemView>(api, path, head);
  const [layers, show] = useState<ReadonlySet<Layer>>(new Set(LAYERS));
  const [looked, look] = useLooked(`${route.case} ${route.id}`);
  const [deed, start] = useState<Deed | null>(null);
  const [asked, open] = useState<boolean | null>(null);
  const captured = asked ?? isLookedAt(view?.item.mediaType ?? '');
  const statements = view?.statements ?? [];
  const at = statements.findIndex(({ id }) => id === route.query['s']);
  const choose = (id: string): void => {
    start(null);
    go({ query: { ...route.query, s: id } }, 'replace');
  };
  const step = (by: 1 | -1): void => {
    const next = statements[at < 0 ? 0 : Math.min(statements.length - 1, Math.max(0, at + by))];
    if (next) choose(next.id);
  };
  const accept = (): void => {
    const one = statements[at];
    if (!one) return;
    look(one.id);
    step(1);
  };
  useEffect(() => {
    keys([
      { key: 'j', does: words.keys.next, run: () => step(1) },
      { key: 'k', does: words.keys.before, run: () => step(-1) },
      { key: 'a', does: words.keys.accept, run: accept },
      { key: 'c', does: words.keys.correct, run: () => start('correct') },
      { key: 'x', does: words.keys.reject, run: () => start('reject') },
      { key: 'v', does: words.keys.captured, run: () => open(!captured) },
      { key: 'b', does: words.keys.list, run: () => go({ room: 'evidence', id: null, query: {} }) },
    ]);
  }, [tongue, view, at, looked, captured]);
  if (view === null) return <p role={wrong === null ? undefined : 'alert'}>{wrong ?? words.loading}</p>;
  return (
    <div class="evidence-item">
      <header>
        <p class="fine">
          <a href={hashOf({ ...route, id: null, query: {} })}>{words.back}</a>
        </p>
        <h1>
          <span dir="auto">{view.item.title ?? view.item.file}</span>
        </h1>
        <p class="fine">
          <span dir="auto">{calledBy(view.item, WORDS[tongue])}</span> · {view.item.file}
        </p>
        {view.item.unreadable ? (
          <p>
            <strong class="evidence-unread">{unreadWords(view.item.unreadable.message, words, tongue)}</strong>{' '}
            {words.unreadHow}
          </p>
        ) : null}
        <Layers {...{ layers, show, words }} />
      </header>
      <div class="evidence-columns">
        <MarkedText {...{ view, layers, words, at, choose, place: route.query['at'] ?? null }} />
        <aside class="evidence-aside">
          <Review
            {...{ view, at, looked, deed, start, step, accept, words, tongue, route, decide: props.decide }}
            {...{ say: props.say, look: () => void (statements[at] && look(statements[at].id)) }}
          />
          <Captured {...{ api, route, view, words, shown: captured, open }} />
          {view.item.mediaType.startsWith('image/') ? (
            <Carried {...{ api, route, item: view.item.id, tongue }} />
          ) : null}
          <ItemFacts {...{ view, words, tongue, route }} />
        </aside>
      </div>
    </div>
  );
}

/** Pictures and pages say more than the words that were recognised in them: they are shown unless somebody closes them. */
const isLookedAt = (mediaType: string): boolean => mediaType.startsWith('image/') || mediaType === 'application/pdf';

function Layers(props: {
  readonly layers: ReadonlySet<Layer>;
  readonly show: (layers: ReadonlySet<Layer>) => void;
  readonly words: ReturnType<typeof wordsOf>;
}) {
  const { layers, show, words } = props;
  const turn = (layer: Layer): void => {
    const next = new Set(layers);
    if (!next.delete(layer)) next.add(layer);
    show(next);
  };
  return (
    <fieldset class="evidence-layers">
      <legend>{words.marks}</legend>
      {LAYERS.map((one) => (
        <label key={one} class={`evidence-layer ${one}`}>
          <input type="checkbox" checked={layers.has(one)} onChange={() => turn(one)} />{' '}
          <span>{words.layers[one]}</span>
        </label>
      ))}
    </fieldset>
  );
}
