import { useState } from 'preact/hooks';
import type { Carried, Spread } from '../../../publish/workbench/shapes.ts';
import { hashOf } from '../route.ts';
import type { Scene } from './scene.ts';
import { laneWords, nameOf } from './scene.ts';
import { outWords } from './when.ts';

/** What the words beside the drawing need. */
export interface AsideProps {
  readonly scene: Pick<Scene, 'spread' | 'ties' | 'words' | 'tongue' | 'picked' | 'rings'>;
  readonly folder: string;
  readonly following: Carried | null;
  readonly pick: (place: number | null) => void;
  readonly follow: (id: string) => void;
}

/** Beside the drawing: the whole in words, or the item that is picked, or the sentence that is followed. */
export function SpreadAside(props: AsideProps) {
  const { scene, following } = props;
  return (
    <aside class="spread-aside" aria-label={scene.words.title}>
      {following ? <Following {...props} passage={following} /> : null}
      {scene.picked === null ? following ? null : <Whole {...props} /> : <Picked {...props} place={scene.picked} />}
    </aside>
  );
}

/** An item in a line of its own: who, when, and what it is called; pressing it picks it. */
function Line({ scene, place, pick, says }: Pick<AsideProps, 'scene' | 'pick'> & { place: number; says?: string }) {
  const { spread, words, tongue } = scene;
  const node = spread.nodes[place];
  if (!node) return null;
  return (
    <button type="button" class="spread-line" aria-pressed={place === scene.picked} onClick={() => pick(place)}>
      <b>{nameOf(scene, place)}</b> <time>{outWords(node.published, tongue) ?? words.untimed}</time>
      <span class="spread-line-title">{titleOf(node)}</span>
      {says ? <small>{says}</small> : null}
    </button>
  );
}

export const titleOf = ({ title, file }: Spread['nodes'][number]): string => title ?? file.split('/').at(-1) ?? file;

function Whole({ scene, pick, follow }: AsideProps) {
  const { spread, words, rings } = scene;
  const most = spread.nodes
    .map(({ to }, place) => ({ to, place }))
    .filter(({ to }) => to > 0)
    .sort((a, b) => b.to - a.to)
    .slice(0, 5);
  return (
    <>
      {spread.first === null ? null : (
        <section>
          <h2>{words.firstKnown}</h2>
          <Line scene={scene} place={spread.first} pick={pick} />
        </section>
      )}
      {rings.map((ring) => (
        <section key={ring.join()} class="spread-ring">
          <h2>{words.rings}</h2>
          <p>
            {words.ring([...ring, ring[0] ?? 0].map((place) => nameOf(scene, place)).join(' → '))} {words.ringNote}
          </p>
          <button type="button" onClick={() => pick(ring[0] ?? null)}>
            {words.showRing}
          </button>
        </section>
      ))}
      {most.length === 0 ? null : (
        <section>
          <h2>{words.mostCopied}</h2>
          {most.map(({ to, place }) => (
            <Line key={place} scene={scene} place={place} pick={pick} says={words.copiedBy(to)} />
          ))}
        </section>
      )}
      <Passages title={words.carriedMost} all={spread.passages} most={5} {...{ scene, follow }} />
    </>
  );
}

interface PassagesProps extends Pick<AsideProps, 'scene' | 'follow'> {
  readonly title: string;
  readonly all: readonly Carried[];
  readonly most: number;
}

/** Sentences to pick from: following one lights up all that carry it. */
function Passages({ title, all, most, scene: { words }, follow }: PassagesProps) {
  const [shown, show] = useState(most);
  if (all.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul class="spread-passages">
        {all.slice(0, shown).map(({ id, words: said, carriers }) => (
          <li key={id}>
            <button type="button" class="spread-passage" onClick={() => follow(id)}>
              <q>{said}</q> <small>{words.carriers(carriers.length)}</small>
            </button>
          </li>
        ))}
      </ul>
      {all.length > shown ? (
        <button type="button" class="spread-more" onClick={() => show(shown + 20)}>
          {words.listMore(all.length - shown)}
        </button>
      ) : null}
    </section>
  );
}

function Following({ scene, pick, follow, passage }: AsideProps & { readonly passage: Carried }) {
  const { spread, words } = scene;
  const lanes = new Set(passage.carriers.map((place) => spread.nodes[place]?.lane)).size;
  const [shown, show] = useState(12);
  return (
    <section class="spread-following">
      <blockquote>{passage.words}</blockquote>
      <p>{words.followed(passage.carriers.length, lanes)}</p>
      <ol>
        {passage.carriers.slice(0, shown).map((place) => (
          <li key={place}>
            <Line scene={scene} place={place} pick={pick} />
          </li>
        ))}
      </ol>
      {passage.carriers.length > shown ? (
        <button type="button" class="spread-more" onClick={() => show(shown + 40)}>
          {words.listMore(passage.carriers.length - shown)}
        </button>
      ) : null}
      <button type="button" onClick={() => follow('')}>
        {words.stopFollowing}
      </button>
    </section>
  );
}

function Picked({ scene, folder, following, pick, follow, place }: AsideProps & { readonly place: number }) {
  const { spread, ties, words, tongue } = scene;
  const node = spread.nodes[place];
  if (!node) return null;
  const into = ties.into[place] ?? [];
  const out = ties.out[place] ?? [];
  const sources = into.filter(({ sure }) => sure);
  const copies = out.filter(({ sure }) => sure);
  const unclear = [...into, ...out].filter(({ sure }) => !sure);
  const to = hashOf({ case: folder, room: 'evidence', id: node.id, query: {} });
  const ring = scene.rings.find((one) => one.includes(place));
  const cited = spread.citations.filter(({ from }) => from === place);
  const lists = { scene, folder, pick, place };
  return (
    <>
      <section class="spread-picked">
        {place === spread.first ? <p class="spread-flag">{words.firstKnown}</p> : null}
        <h2>{titleOf(node)}</h2>
        <p>
          <b>{laneWords(node.lane, words)}</b>
          {node.author ? ` · ${node.author}` : ''} · <time>{outWords(node.published, tongue) ?? words.untimed}</time>
        </p>
        {node.labels.length === 0 ? null : (
          <p class="spread-labels">
            {node.labels.map((one) => (
              <span key={one} class={`label ${one}`}>
                {words.labels[one]}
              </span>
            ))}
          </p>
        )}
        <p class="spread-do">
          <a href={to}>{words.open}</a>
          <button type="button" class="spread-more" onClick={() => pick(null)}>
            {words.back}
          </button>
        </p>
      </section>
      {ring ? (
        <section class="spread-ring">
          <h2>{words.rings}</h2>
          <p>
            {words.ring([...ring, ring[0] ?? 0].map((one) => nameOf(scene, one)).join(' → '))} {words.ringNote}
          </p>
        </section>
      ) : null}
      <Ties {...lists} title={words.sources(sources.length)} edges={sources} none={words.noSource} />
      <Ties {...lists} title={words.copies(copies.length)} edges={copies} none={words.noCopy} />
      <Ties {...lists} title={words.unclear(unclear.length)} edges={unclear} none={null} />
      {cited.map(({ to: other, quote }) => (
        <p key={`${other} ${quote}`} class="spread-cited">
          {words.cites(nameOf(scene, other), quote)}
        </p>
      ))}
      {following ? null : (
        <Passages
          key={node.id}
          title={words.passages(spread.passages.filter(({ carriers }) => carriers.includes(place)).length)}
          all={spread.passages.filter(({ carriers }) => carriers.includes(place))}
          most={6}
          {...{ scene, follow }}
        />
      )}
    </>
  );
}

interface TiesProps extends Pick<AsideProps, 'scene' | 'folder' | 'pick'> {
  readonly place: number;
  readonly title: string;
  readonly edges: readonly Spread['edges'][number][];
  readonly none: string | null;
}

/** Items at the other end of some lines, with what each line says, and a way to see both side by side. */
function Ties({ scene, folder, pick, place, title, edges, none }: TiesProps) {
  const { spread, words } = scene;
  const [shown, show] = useState(6);
  if (edges.length === 0) return none === null ? null : <p class="spread-none">{none}</p>;
  const own = spread.nodes[place]?.id ?? '';
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {edges.slice(0, shown).map((edge) => {
          const other = edge.from === place ? edge.to : edge.from;
          const kind = words.kinds[edge.kind];
          const says = edge.common
            ? words.common
            : edge.sure
              ? words.step(kind, edge.direct, edge.credited)
              : words.unsure(kind);
          const ids = edge.from === place ? [own, spread.nodes[other]?.id] : [spread.nodes[other]?.id, own];
          return (
            <li key={`${edge.from} ${edge.to} ${edge.kind}`} class="spread-tie">
              <Line scene={scene} place={other} pick={pick} says={says} />
              <a href={hashOf({ case: folder, room: 'pair', id: ids.join('~'), query: {} })}>{words.beside}</a>
            </li>
          );
        })}
      </ul>
      {edges.length > shown ? (
        <button type="button" class="spread-more" onClick={() => show(shown + 20)}>
          {words.listMore(edges.length - shown)}
        </button>
      ) : null}
    </section>
  );
}
