import type { RefObject } from 'preact';
import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Spread } from '../../../publish/workbench/shapes.ts';
import type { Key, RoomProps } from '../room.ts';
import { wordsOf } from './languages.ts';
import { litOf, wantedOf } from './lit.ts';
import { nameOf, type Scene } from './scene.ts';
import { SpreadAside, titleOf } from './spread-aside.tsx';
import { SpreadCurve } from './spread-curve.tsx';
import { SpreadDrawing } from './spread-drawing.tsx';
import { SpreadFilters } from './spread-filters.tsx';
import { SpreadTable } from './spread-table.tsx';
import type { Drawing } from './use-drawing.ts';
import { useSpread } from './use-spread.ts';
import { stepped, tiesOf } from './walk.ts';
import { outWords } from './when.ts';
import type { Words } from './words.ts';
import './style.css';

/** Who copied whom over time, drawn, and the same as a table. */
export function SpreadRoom(props: RoomProps) {
  const { api, route, tongue, head, say } = props;
  const words = wordsOf(tongue);
  const spread = useSpread(api, route.case ?? '', head, (what) => say(what, 'wrong'));
  return (
    <section class="spread-room" aria-labelledby="spread-title">
      <h1 id="spread-title">{words.title}</h1>
      <p class="spread-lead">{spread === null ? words.loading : leadOf(spread, words, props)}</p>
      {spread === null || spread.nodes.length === 0 ? (
        <p class="spread-room-free">{spread === null ? '' : words.empty}</p>
      ) : (
        <SpreadShown {...props} spread={spread} words={words} />
      )}
    </section>
  );
}

type Shown = RoomProps & { readonly spread: Spread; readonly words: Words };

function SpreadShown(props: Shown) {
  const { route, tongue, go, spread, words, keys } = props;
  const { query } = route;
  const wanted = wantedOf(query);
  const ties = useMemo(() => tiesOf(spread), [spread]);
  const places = useMemo(() => new Map(spread.nodes.map(({ id }, place) => [id, place])), [spread]);
  const rings = useMemo(
    () => spread.rings.map((ring) => ring.flatMap((id) => places.get(id) ?? [])).filter((ring) => ring.length > 1),
    [spread],
  );
  const lit = useMemo(() => litOf(spread, wanted), [spread, wanted.words, wanted.lane, wanted.kind, wanted.label]);
  const following = spread.passages.find(({ id }) => id === query['passage']) ?? null;
  const picked = places.get(query['node'] ?? '') ?? null;
  const followed = following?.carriers ?? null;
  const control = useRef<Drawing>(null);
  const latest = useRef(query);
  latest.current = query;
  const ask = (part: Readonly<Record<string, string>>): void => {
    latest.current = { ...latest.current, ...part };
    go({ query: latest.current }, 'replace');
  };
  const pick = (place: number | null): void =>
    ask({ node: place === null ? '' : (spread.nodes[place]?.id ?? ''), table: '' });
  const isTable = query['table'] === '1';
  const scene = { ...{ spread, ties, lit, picked, followed, rings, words, tongue } };
  const open = (place: number): void => go({ room: 'evidence', id: spread.nodes[place]?.id ?? null, query: {} });
  const leave = (): void => (picked === null ? ask({ passage: '' }) : pick(null));
  useEffect(() => {
    keys(keysOf({ ...props, scene, control, isTable, ask, pick, open }));
    return () => keys([]);
  }, [tongue, spread, picked, lit, followed, isTable, query]);
  const count = lit.reduce((sum, one) => sum + one, 0);
  return (
    <>
      <div class="spread-bar">
        <SpreadFilters {...{ spread, words, wanted }} want={ask} said={words.shown(count, spread.nodes.length)} />
        <Look {...{ words, control, isTable }} turn={() => ask({ table: isTable ? '' : '1' })} />
      </div>
      <p class="shell-unseen" role="status">
        {picked === null ? '' : toldOf(scene, picked)}
      </p>
      {isTable ? (
        <SpreadTable scene={scene} folder={route.case ?? ''} pick={pick} />
      ) : (
        <div class="spread-sides">
          <div class="spread-main">
            <SpreadDrawing {...{ scene, control, pick, open, leave }} describedBy="spread-hint" />
            <p id="spread-hint" class="spread-hint">
              {words.hint}
            </p>
            <SpreadCurve {...{ spread, words, tongue }} lane={wanted.lane} />
          </div>
          <SpreadAside
            {...{ scene, following, pick }}
            folder={route.case ?? ''}
            follow={(passage) => ask({ passage, node: '' })}
          />
        </div>
      )}
    </>
  );
}

interface LookProps {
  readonly words: Words;
  readonly control: RefObject<Drawing | null>;
  readonly isTable: boolean;
  readonly turn: () => void;
}

/** Closer, further, whole; and from the drawing to the table and back. */
function Look({ words, control, isTable, turn }: LookProps) {
  return (
    <div class="spread-look">
      {isTable ? null : (
        <>
          <button type="button" aria-label={words.further} onClick={() => control.current?.zoom(1 / 1.4)}>
            −
          </button>
          <button type="button" aria-label={words.closer} onClick={() => control.current?.zoom(1.4)}>
            +
          </button>
          <button type="button" onClick={() => control.current?.fit()}>
            {words.whole}
          </button>
        </>
      )}
      <button type="button" onClick={turn}>
        {isTable ? words.asDrawing : words.asTable} <kbd>t</kbd>
      </button>
    </div>
  );
}

function leadOf({ nodes, lanes }: Spread, words: Words, { tongue }: RoomProps): string {
  const timed = nodes.filter(({ at }) => at !== null);
  const from = outWords(timed[0]?.published ?? null, tongue);
  const to = outWords(timed.at(-1)?.published ?? null, tongue);
  if (nodes.length === 0) return '';
  return from === null || to === null
    ? words.leadUntimed(nodes.length, lanes.length)
    : words.lead(nodes.length, lanes.length, from, to);
}

/** What a screen reader hears of the item that is picked. */
function toldOf(scene: Pick<Scene, 'spread' | 'ties' | 'words' | 'tongue'>, place: number): string {
  const { spread, ties, words, tongue } = scene;
  const node = spread.nodes[place];
  if (!node) return '';
  return words.told({
    name: nameOf(scene, place),
    out: outWords(node.published, tongue) ?? words.untimed,
    title: titleOf(node),
    sources: (ties.into[place] ?? []).filter(({ sure }) => sure).length,
    copies: (ties.out[place] ?? []).filter(({ sure }) => sure).length,
    first: place === spread.first,
  });
}

interface Keyed extends Shown {
  readonly scene: Pick<Scene, 'spread' | 'ties' | 'lit' | 'picked' | 'followed'>;
  readonly control: { readonly current: Drawing | null };
  readonly isTable: boolean;
  readonly ask: (part: Readonly<Record<string, string>>) => void;
  readonly pick: (place: number | null) => void;
  readonly open: (place: number) => void;
}

function keysOf({ scene, words, control, isTable, ask, pick, open, go, say }: Keyed): readonly Key[] {
  const { spread, ties, lit, picked, followed } = scene;
  const table: Key = { key: 't', does: words.keys.table, run: () => ask({ table: isTable ? '' : '1' }) };
  if (isTable) return [table];
  const carriers = followed === null ? null : new Set(followed);
  const isLit = (place: number): boolean => (carriers ? carriers.has(place) : lit[place] === 1);
  const walk = (key: string, does: string, dx: number, dy: number): Key => ({
    key,
    does,
    // With nothing picked there is nowhere to walk from: the drawing moves instead.
    run: () => (picked === null ? control.current?.pan(dx * 80, dy * 80) : pick(stepped(picked, key, ties, isLit))),
  });
  const beside = (): void => {
    const source = picked === null ? undefined : ties.into[picked]?.[0];
    const ids = source && [spread.nodes[source.from]?.id, spread.nodes[source.to]?.id];
    if (ids) go({ room: 'pair', id: ids.join('~'), query: {} });
    else say(words.noPair);
  };
  const first = followed?.[0] ?? spread.first ?? lit.indexOf(1);
  return [
    walk('ArrowLeft', words.keys.left, -1, 0),
    walk('ArrowRight', words.keys.right, 1, 0),
    walk('ArrowUp', words.keys.up, 0, -1),
    walk('ArrowDown', words.keys.down, 0, 1),
    { key: 'f', does: words.keys.first, run: () => pick(first < 0 ? null : first) },
    {
      key: 'Enter',
      does: words.keys.open,
      run: () => (picked === null ? pick(first < 0 ? null : first) : open(picked)),
    },
    { key: 'p', does: words.keys.beside, run: beside },
    { key: '+', does: words.keys.closer, run: () => control.current?.zoom(1.4) },
    { key: '-', does: words.keys.further, run: () => control.current?.zoom(1 / 1.4) },
    { key: '0', does: words.keys.fit, run: () => control.current?.fit() },
    table,
  ];
}
