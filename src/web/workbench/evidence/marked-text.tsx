import { useEffect, useMemo, useRef } from 'preact/hooks';
import type { Span } from '../../../base/span.ts';
import { linesOf, type Segment, segmentsOf } from '../../../publish/workbench/marks.ts';
import type { ItemView } from '../../../publish/workbench/shapes.ts';
import type { Layer, Words } from './words.ts';

/** Something that is marked in a text. */
interface Mark extends Span {
  readonly layer: Layer;
  /** The statement that it is, or belongs to; null for the others. */
  readonly statement: string | null;
}

/** The text of an item with its marks; a statement is chosen by pressing it. */
export function MarkedText(props: {
  readonly view: ItemView;
  readonly layers: ReadonlySet<Layer>;
  readonly words: Words;
  /** The place of the chosen statement among all, or -1. */
  readonly at: number;
  readonly choose: (id: string) => void;
  /** A stretch to go to, such as `120-180`. */
  readonly place: string | null;
}) {
  const { view, layers, words, at, choose, place } = props;
  const { content, statements } = view;
  const chosen = statements[at] ?? null;
  const text = useRef<HTMLDivElement>(null);
  const found = useMemo(() => stretchOf(place), [place]);
  const lines = useMemo(() => linesOf(content), [content]);
  const marks = useMemo(() => marksOf(view).filter(({ layer }) => layers.has(layer)), [view, layers]);
  useEffect(() => {
    const target = text.current?.querySelector(chosen ? '.evidence-chosen' : '.evidence-found');
    target?.scrollIntoView({ block: 'center', behavior: 'auto' });
  }, [chosen?.id, place, content]);
  if (content === '') return <p class="evidence-none">{words.noText}</p>;
  const pressed = ({ target }: Event): void => {
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-said]')?.dataset['said'] : undefined;
    if (id) choose(id);
  };
  return (
    // The statements are chosen by keys too, in the panel beside.
    // biome-ignore lint/a11y/useKeyWithClickEvents: j and k go through them
    // biome-ignore lint/a11y/noStaticElementInteractions: the panel has a button for each
    <div ref={text} class="evidence-text" dir="auto" onClick={pressed}>
      {lines.map((line) => (
        <Line key={line.start} {...{ line, content, marks, chosen, found }} />
      ))}
    </div>
  );
}

function Line(props: {
  readonly line: Span;
  readonly content: string;
  readonly marks: readonly Mark[];
  readonly chosen: Span | null;
  readonly found: Span | null;
}) {
  const { line, content, marks, chosen, found } = props;
  const here = marks.filter(({ start, end }) => start < line.end && line.start < end);
  const extra = [chosen, found].filter((one): one is Span => one !== null);
  if (here.length + extra.length === 0) return <p>{content.slice(line.start, line.end) || '\u00a0'}</p>;
  const all = [...here, ...extra.map(({ start, end }) => ({ start, end, layer: null, statement: null }))];
  return (
    <p>
      {segmentsOf(all, line.start, line.end).map((segment) => (
        <Piece key={segment.start} {...{ segment, content, chosen, found }} />
      ))}
    </p>
  );
}

function Piece(props: {
  readonly segment: Segment<{ readonly layer: Layer | null; readonly statement: string | null } & Span>;
  readonly content: string;
  readonly chosen: Span | null;
  readonly found: Span | null;
}) {
  const { segment, content, chosen, found } = props;
  const words = content.slice(segment.start, segment.end);
  if (segment.marks.length === 0) return <>{words}</>;
  const layers = [...new Set(segment.marks.flatMap(({ layer }) => layer ?? []))];
  const names = [
    ...layers.map((one) => `evidence-mark ${one}`),
    ...(chosen && within(segment, chosen) ? ['evidence-chosen'] : []),
    ...(found && within(segment, found) ? ['evidence-found'] : []),
  ];
  const said = segment.marks.flatMap(({ statement }) => statement ?? []).at(-1);
  return (
    <span class={names.join(' ')} data-said={said}>
      {words}
    </span>
  );
}

const within = (inner: Span, outer: Span): boolean => outer.start <= inner.start && inner.end <= outer.end;

/** Everything that is marked, the widest first, so that what lies within is pressed before what lies around. */
function marksOf({ statements, times, copies, row }: ItemView): readonly Mark[] {
  const mark = (span: Span, layer: Layer, statement: string | null): Mark => ({
    ...{ start: span.start, end: span.end, layer, statement },
  });
  const copied = copies.flatMap(({ copy }) =>
    copy.passages.map((one) => mark(copy.left === row.id ? one.left : one.right, 'copied', null)),
  );
  const said = statements.flatMap((one) => [
    mark(one, 'said', one.id),
    ...[one.source, one.cue].flatMap((part) => (part && part.end > part.start ? [mark(part, 'source', one.id)] : [])),
  ]);
  return [...copied, ...said, ...times.map((one) => mark(one, 'time', null))].sort(
    (a, b) => b.end - b.start - (a.end - a.start),
  );
}

function stretchOf(place: string | null): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/u.exec(place ?? '') ?? [];
  return start && end ? { start: Number(start), end: Number(end) } : null;
}
