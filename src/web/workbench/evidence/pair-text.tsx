import { useMemo } from 'preact/hooks';
import type { Span } from '../../../base/span.ts';
import { linesOf, segmentsOf } from '../../../publish/workbench/marks.ts';

/** A text with its passages; each is a button that shows it on both sides. */
export function PairText(props: {
  readonly content: string;
  readonly spans: readonly Span[];
  readonly at: number;
  readonly go: (at: number) => void;
}) {
  const { content, spans, at, go } = props;
  const lines = useMemo(() => linesOf(content), [content]);
  const marks = useMemo(() => spans.map(({ start, end }, place) => ({ start, end, place })), [spans]);
  return (
    <div class="evidence-text" dir="auto">
      {lines.map((line) => {
        const here = marks.filter(({ start, end }) => start < line.end && line.start < end);
        if (here.length === 0) return <p key={line.start}>{content.slice(line.start, line.end) || '\u00a0'}</p>;
        return (
          <p key={line.start}>
            {segmentsOf(here, line.start, line.end).map(({ start, end, marks: over }) => {
              const place = over.at(-1)?.place;
              const words = content.slice(start, end);
              if (place === undefined) return words;
              const chosen = over.some((one) => one.place === at);
              return (
                <button
                  type="button"
                  key={start}
                  class={chosen ? 'evidence-passage evidence-chosen' : 'evidence-passage'}
                  aria-pressed={chosen}
                  onClick={() => go(place)}
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
