import { useEffect, useMemo, useRef } from 'preact/hooks';
import { covers, type Span } from '../../../base/span.ts';
import { alongLines, linesOf, type Segment, segmentsOf } from '../../../publish/workbench/marks.ts';
import type { ItemView } from '../../../publish/workbench/shapes.ts';
import { quoted } from '../../../trace/quoted.ts';
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
  const marks = useMemo(() => marksOf(view), [view]);
  const along = useMemo(
    () =>
      alongLines(
        lines,
        marks.filter(({ layer }) => layers.has(layer)),
      ),
    [lines, marks, layers],
  );
  useEffect(() => {
    const target = text.current?.querySelector<HTMLElement>(chosen ? '.evidence-chosen' : '.evidence-found');
    target?.scrollIntoView({ block: 'center', behavior: 'auto' });
    // Who walks the text by Tab goes on from the chosen statement; who is in the panel stays there.
    if (text.current?.contains(document.activeElement)) target?.focus({ preventScroll: true });
  }, [chosen?.id, place, content]);
  if (content === '') return <p class="evidence-none">{words.noText}</p>;
  const pressed = (event: Event): void => {
    if (event instanceof KeyboardEvent && event.key !== 'Enter' && event.key !== ' ') return;
    const { target } = event;
    const id = target instanceof Element ? target.closest<HTMLElement>('[data-said]')?.dataset['said'] : undefined;
    if (!id) return;
    if (event instanceof KeyboardEvent) event.preventDefault();
    choose(id);
  };
  const stop = chosen ?? statements[0] ?? null;
  return (
    // Each statement in it is a button of its own; presses are heard here once for all of them.
    // biome-ignore lint/a11y/noStaticElementInteractions: the buttons are within
    <div ref={text} class="evidence-text" dir="auto" onClick={pressed} onKeyDown={pressed}>
      {lines.map((line, place) => (
        <Line
          key={line.start}
          {...{ line, content, words, stop: within(stop, line)?.id ?? null }}
          marks={along[place] ?? NONE}
          chosen={within(chosen, line)}
          found={within(found, line)}
        />
      ))}
    </div>
  );
}

const NONE: readonly Mark[] = [];

/** Drawn anew only where something in it changed: a text may have many thousand lines. */
function Line(props: {
  readonly line: Span;
  readonly content: string;
  readonly words: Words;
  readonly marks: readonly Mark[];
  readonly chosen: Span | null;
  readonly found: Span | null;
  /** The statement that Tab stops at, where it has part in this line. */
  readonly stop: string | null;
}) {
  const { line, content, words, marks, chosen, found, stop } = props;
  return useMemo(() => {
    if (line.end === line.start) return <p class="evidence-blank" />;
    const extra = [chosen, found].flatMap((one) => (one ? [{ ...spanOf(one), layer: null, statement: null }] : []));
    if (marks.length + extra.length === 0) return <p>{content.slice(line.start, line.end)}</p>;
    return (
      <p>
        {segmentsOf([...marks, ...extra], line.start, line.end).map((segment) => (
          <Piece key={segment.start} {...{ segment, content, words, chosen, found, stop }} />
        ))}
      </p>
    );
  }, [line, content, words, marks, chosen?.start, chosen?.end, found, stop]);
}

function Piece(props: {
  readonly segment: Segment<{ readonly layer: Layer | null; readonly statement: string | null } & Span>;
  readonly content: string;
  readonly words: Words;
  readonly chosen: Span | null;
  readonly found: Span | null;
  readonly stop: string | null;
}) {
  const { segment, content, words, chosen, found, stop } = props;
  const text = content.slice(segment.start, segment.end);
  if (segment.marks.length === 0) return <>{text}</>;
  const layers = [...new Set(segment.marks.flatMap(({ layer }) => layer ?? []))];
  const isChosen = chosen !== null && covers(chosen, segment);
  const names = [
    ...layers.map((one) => `evidence-mark ${one}`),
    ...(isChosen ? ['evidence-chosen'] : []),
    ...(found && covers(found, segment) ? ['evidence-found'] : []),
  ];
  const inner = segment.marks.findLast(({ statement }) => statement !== null);
  const mark = { class: names.join(' '), 'data-said': inner?.statement ?? undefined };
  const title = layers.map((one) => words.layers[one]).join(', ');
  // One button a statement, at its beginning; what is cut off by other marks is pressed with the pointer alone.
  const begins = segment.marks.some(({ layer, start }) => layer === 'said' && start === segment.start);
  if (!begins)
    return (
      <mark {...mark} title={title}>
        {text}
      </mark>
    );
  return (
    // biome-ignore lint/a11y/useSemanticElements: a button breaks no lines; this one runs through the text
    <span {...mark} role="button" tabIndex={inner?.statement === stop ? 0 : -1} aria-pressed={isChosen} title={title}>
      {text}
    </span>
  );
}

const spanOf = ({ start, end }: Span): Span => ({ start, end });

/** A span where it has part in a line, or null. */
const within = <T extends Span>(span: T | null, line: Span): T | null =>
  span && span.start < line.end && line.start < span.end ? span : null;

/** Everything that is marked, the widest first, so that what lies within is pressed before what lies around. */
function marksOf({ statements, times, copies, row, content }: ItemView): readonly Mark[] {
  const mark = (span: Span, layer: Layer, statement: string | null): Mark => ({
    ...{ start: span.start, end: span.end, layer, statement },
  });
  const copied = copies.flatMap(({ copy }) =>
    copy.passages.map((one) => mark(copy.left === row.id ? one.left : one.right, 'copied', null)),
  );
  const said = statements.flatMap((one) => [
    mark(one, 'said', one.id),
    ...(one.source.end > one.source.start ? [mark(one.source, 'source', one.id)] : []),
    ...(one.cue && one.cue.end > one.cue.start ? [mark(one.cue, 'cue', one.id)] : []),
  ]);
  const quotations = runsOf(quoted(content)).map((one) => mark(one, 'quoted', null));
  return [...copied, ...said, ...quotations, ...times.map((one) => mark(one, 'time', null))].sort(
    (a, b) => b.end - b.start - (a.end - a.start),
  );
}

/** Stretches of ones. */
function runsOf(bits: Uint8Array): readonly Span[] {
  const runs: Span[] = [];
  for (let start = bits.indexOf(1); start >= 0; ) {
    const zero = bits.indexOf(0, start);
    const end = zero < 0 ? bits.length : zero;
    runs.push({ start, end });
    start = bits.indexOf(1, end);
  }
  return runs;
}

function stretchOf(place: string | null): Span | null {
  const [, start, end] = /^(\d{1,9})-(\d{1,9})$/u.exec(place ?? '') ?? [];
  return start && end ? { start: Number(start), end: Number(end) } : null;
}
