import { useMemo, useState } from 'preact/hooks';
import { hashOf } from '../route.ts';
import { laneWords, nameOf, type Scene } from './scene.ts';
import { titleOf } from './spread-aside.tsx';
import { outWords } from './when.ts';
import type { Words } from './words.ts';

interface TableProps {
  readonly scene: Pick<Scene, 'spread' | 'ties' | 'words' | 'tongue' | 'picked' | 'lit' | 'followed'>;
  readonly folder: string;
  readonly pick: (place: number | null) => void;
}

type Column = 'out' | 'lane' | 'item' | 'from' | 'to' | 'labels';
const COLUMNS: readonly Column[] = ['out', 'lane', 'item', 'from', 'to', 'labels'];
interface Sort {
  readonly by: Column;
  readonly down: boolean;
}

/** So many rows at once; more of them when asked for. */
const PAGE = 200;

/** The same as the drawing, in rows: what each item is, what it was copied from and by how many. */
export function SpreadTable({ scene, folder, pick }: TableProps) {
  const { spread, words, lit, followed } = scene;
  const [sort, setSort] = useState<Sort>({ by: 'out', down: false });
  const [shown, show] = useState(PAGE);
  const places = useMemo(() => {
    const own = followed ?? spread.nodes.map((_, place) => place).filter((place) => lit[place] === 1);
    const sorted = [...own].sort((a, b) => compared(scene, sort.by, a, b) || a - b);
    return sort.down ? sorted.reverse() : sorted;
  }, [spread, lit, followed, sort]);
  return (
    <div class="spread-table">
      <table>
        <caption>{words.table}</caption>
        <Heads {...{ words, sort }} sortBy={(by) => setSort({ by, down: sort.by === by && !sort.down })} />
        <tbody>
          {places.slice(0, shown).map((place) => (
            <Row key={spread.nodes[place]?.id} {...{ scene, place, folder, pick }} />
          ))}
        </tbody>
      </table>
      {places.length > shown ? (
        <button type="button" onClick={() => show(shown + PAGE)}>
          {words.listMore(places.length - shown)}
        </button>
      ) : null}
    </div>
  );
}

interface HeadsProps {
  readonly words: Words;
  readonly sort: Sort;
  readonly sortBy: (column: Column) => void;
}

/** The heads of the columns, each of which sorts, and the other way round when pressed again. */
function Heads({ words, sort, sortBy }: HeadsProps) {
  return (
    <thead>
      <tr>
        {COLUMNS.map((column) => (
          <th
            key={column}
            scope="col"
            aria-sort={sort.by === column ? (sort.down ? 'descending' : 'ascending') : 'none'}
          >
            <button type="button" aria-label={words.sortBy(words.columns[column])} onClick={() => sortBy(column)}>
              {words.columns[column]}
              <span aria-hidden="true">{sort.by === column ? (sort.down ? ' ↓' : ' ↑') : ''}</span>
            </button>
          </th>
        ))}
      </tr>
    </thead>
  );
}

interface RowProps extends TableProps {
  readonly place: number;
}

function Row({ scene, place, folder, pick }: RowProps) {
  const { spread, ties, words, tongue, picked } = scene;
  const node = spread.nodes[place];
  if (!node) return null;
  const source = (ties.into[place] ?? []).find(({ sure }) => sure);
  const unclear = (ties.into[place] ?? []).length > 0 && !source;
  const to = hashOf({ case: folder, room: 'evidence', id: node.id, query: {} });
  return (
    <tr class={place === picked ? 'spread-row-picked' : ''}>
      <td>
        <time>{outWords(node.published, tongue) ?? words.untimed}</time>
        {place === spread.first ? <em class="spread-flag">{words.firstFlag}</em> : null}
      </td>
      <td>{laneWords(node.lane, words)}</td>
      <th scope="row">
        <a href={to}>{titleOf(node)}</a>
      </th>
      <td>
        {source ? (
          <button type="button" class="spread-more" onClick={() => pick(source.from)}>
            {nameOf(scene, source.from)}
          </button>
        ) : null}
        {source ? <small>{words.step(words.kinds[source.kind], source.direct, source.credited)}</small> : null}
        {unclear ? <small>{words.legend.unsure}</small> : null}
      </td>
      <td class="spread-number">{node.to > 0 ? node.to : ''}</td>
      <td>
        {node.labels.map((one) => (
          <span key={one} class={`label ${one}`}>
            {words.labels[one]}{' '}
          </span>
        ))}
      </td>
    </tr>
  );
}

function compared({ spread, ties, words }: TableProps['scene'], by: Column, a: number, b: number): number {
  const left = spread.nodes[a];
  const right = spread.nodes[b];
  if (!left || !right) return 0;
  const sourceOf = (place: number): string => {
    const source = ties.into[place]?.find(({ sure }) => sure);
    return source ? (spread.nodes[source.from]?.lane ?? '') : '\uffff';
  };
  switch (by) {
    case 'out':
      return a - b;
    case 'lane':
      return laneWords(left.lane, words).localeCompare(laneWords(right.lane, words));
    case 'item':
      return titleOf(left).localeCompare(titleOf(right));
    case 'from':
      return sourceOf(a).localeCompare(sourceOf(b));
    case 'to':
      return right.to - left.to;
    default:
      return left.labels.join().localeCompare(right.labels.join());
  }
}
