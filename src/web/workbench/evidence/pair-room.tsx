import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import { calledBy, withInstants } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { PairView } from '../../../publish/workbench/shapes.ts';
import { useFetched } from '../parts/use-fetched.ts';
import type { RoomProps } from '../room.ts';
import { hashOf } from '../route.ts';
import { wordsOf } from './languages.ts';
import { PairPictures } from './pair-pictures.tsx';
import { PairText } from './pair-text.tsx';
import { bringUp, useInStep } from './use-in-step.ts';
import './style.css';

/** Two items side by side: the passages that they share, or where their pictures are the same and where not. */
export function PairRoom(props: RoomProps) {
  const { api, route, tongue, head, keys } = props;
  const words = wordsOf(tongue);
  const [left = '', right = ''] = (route.id ?? '').split('~');
  const path = ['cases', route.case ?? '', 'pairs', left, right].map(encodeURIComponent).join('/');
  const { value: view, wrong } = useFetched<PairView>(api, `/${path}`, head);
  const [at, go] = useState(-1);
  const [lit, light] = useState(-1);
  const [together, keep] = useState(true);
  const columns = useRef<HTMLDivElement>(null);
  const count = view?.passages.length ?? 0;
  const step = (by: 1 | -1): void => go((before) => Math.min(count - 1, Math.max(0, before + by)));
  useEffect(() => {
    keys([
      { key: 'n', does: words.keys.nextPassage, run: () => step(1) },
      { key: 'p', does: words.keys.beforePassage, run: () => step(-1) },
    ]);
  }, [tongue, count]);
  useEffect(() => {
    if (at >= 0) bringUp(columns.current, at);
  }, [at]);
  useInStep(columns, together, view);
  const sides = useMemo(
    () =>
      view === null
        ? []
        : [
            { ...view.left, spans: view.passages.map((one) => one.left), name: words.left },
            { ...view.right, spans: view.passages.map((one) => one.right), name: words.right },
          ],
    [view, words],
  );
  if (view === null) return <p role={wrong === null ? undefined : 'alert'}>{wrong ?? words.loading}</p>;
  return (
    <div class="evidence-pair">
      <h1>
        {sides.map(({ row }, place) => (
          <span key={row.id}>
            {place > 0 ? ' · ' : null}
            <a href={hashOf({ ...route, room: 'evidence', id: row.id, query: {} })}>
              <span dir="auto">{calledBy(row, WORDS[tongue])}</span>
            </a>
          </span>
        ))}
      </h1>
      <Judged {...{ view, words, tongue }} />
      {view.image ? <PairPictures {...{ api, route, view, pair: view.image, words }} /> : null}
      {count > 0 ? (
        <p class="evidence-steps">
          <button type="button" onClick={() => step(-1)} disabled={at <= 0} aria-label={words.keys.beforePassage}>
            ← <kbd>p</kbd>
          </button>
          <button type="button" onClick={() => step(1)} disabled={at >= count - 1} aria-label={words.keys.nextPassage}>
            → <kbd>n</kbd>
          </button>
          <label>
            <input type="checkbox" checked={together} onChange={() => keep(!together)} /> {words.inStep}
          </label>
          <span role="status">{at < 0 ? words.passages(count) : words.passage(at + 1, count)}</span>
        </p>
      ) : null}
      <div ref={columns} class="evidence-two">
        {sides.map(({ row, content, spans, name }) => (
          <section
            key={row.id}
            class="evidence-side"
            aria-label={`${name}: ${row.file}`}
            tabIndex={content === '' ? undefined : 0}
          >
            {content === '' ? null : <PairText {...{ content, spans, at, go, lit, light }} />}
          </section>
        ))}
      </div>
    </div>
  );
}

/** Which came first, as far as that was judged, and why. */
function Judged(props: {
  readonly view: PairView;
  readonly words: ReturnType<typeof wordsOf>;
  readonly tongue: RoomProps['tongue'];
}) {
  const { view, words, tongue } = props;
  const { copy, image } = view;
  const { marks } = WORDS[tongue];
  if (!copy) return image ? null : <p>{words.noCopy}</p>;
  const turned = copy.left !== view.left.row.id;
  const direction =
    turned && copy.direction === 'left-first'
      ? 'right-first'
      : turned && copy.direction === 'right-first'
        ? 'left-first'
        : copy.direction;
  const basis = copy.basis.map(({ because }) => {
    const said = withInstants(because, WORDS[tongue]);
    return WORDS[tongue].phrase(said) ?? said;
  });
  return (
    <p>
      <b>{words.direction[direction]}</b>
      {basis.length > 0 ? ` ${words.because}${marks.colon}${basis.join(marks.semicolon)}` : ''}
    </p>
  );
}
