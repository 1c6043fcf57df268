import { useMemo } from 'preact/hooks';
import type { Span } from '../../../base/span.ts';
import { alongLines, linesOf, segmentsOf } from '../../../publish/workbench/marks.ts';

/** A text with its passages; each is a button that shows it on both sides. */
export function PairText(props: {
  readonly content: string;
  readonly spans: readonly Span[];
  readonly at: number;
  readonly go: (at: number) => void;
  /** The passage under the pointer or the focus, on either side; -1 for none. */
  readonly lit: number;
  readonly light: (at: number) => void;
}) {
  const { content, spans, at, go, lit, light } = props;
  const lines = useMemo(() => linesOf(content), [content]);
  const along = useMemo(
    () =>
      alongLines(
        lines,
        spans.map(({ start, end }, place) => ({ start, end, place })),
      ),
    [lines, spans],
  );
  return (
    <div class="evidence-text" dir="auto">
      {lines.map((line, row) => {
        if (line.end === line.start) return <p key={line.start} class="evidence-blank" />;
        const here = along[row] ?? [];
        if (here.length === 0) return <p key={line.start}>{content.slice(line.start, line.end)}</p>;
        return (
          <p key={line.start}>
            {segmentsOf(here, line.start, line.end).map(({ start, end, marks: over }) => {
              const place = over.at(-1)?.place;
              const words = content.slice(start, end);
              if (place === undefined) return words;
              const chosen = over.some((one) => one.place === at);
              const shown = chosen || over.some((one) => one.place === lit);
              // Tab goes from passage to passage, not from line to line.
              const begins = over.find((one) => one.start === start)?.place;
              return (
                <button
                  type="button"
                  key={start}
                  class={shown ? 'evidence-passage evidence-chosen' : 'evidence-passage'}
                  aria-pressed={chosen}
                  tabIndex={begins === undefined ? -1 : 0}
                  data-passage={place}
                  data-first={begins}
                  onClick={() => go(place)}
                  onPointerEnter={() => light(place)}
                  onPointerLeave={() => light(-1)}
                  onFocus={() => light(place)}
                  onBlur={() => light(-1)}
                >
                  {words}
                </button>
              );
            })}
          </p>
        );
      })}
    </div>
  );
}
