import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimView } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import type { Words } from './words.ts';

/** What came back, what does not fit, what was decided, and what to ask next. */
export function Aside(props: {
  readonly view: ClaimView;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
}) {
  const { view, words, tongue } = props;
  const { labels, outcomes, phrase } = WORDS[tongue];
  return (
    <div class="claim-aside">
      <Part
        title={words.ask}
        rows={view.work.map(({ of, ask, would }) => `${of}: ${ask} (${words.would(labels[would])})`)}
      />
      <Part
        title={words.answers}
        rows={view.answers.map(({ body, outcome, quote }) => `${body}: ${outcomes[outcome]}. “${quote}”`)}
      />
      <Part
        title={words.contradictions}
        rows={view.contradictions.map(({ a, b, why }) => `“${a.quote}” / “${b.quote}” (${phrase(why) ?? why})`)}
      />
      <Part
        title={words.decisions}
        rows={view.decisions.map(({ seq, kind, by, why }) => `#${seq} ${kind}, ${by}${why ? `: ${why}` : ''}`)}
      />
    </div>
  );
}

function Part({ title, rows }: { readonly title: string; readonly rows: readonly string[] }) {
  if (rows.length === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      <ul>
        {rows.map((row, at) => (
          <li key={at} dir="auto">
            {row}
          </li>
        ))}
      </ul>
    </section>
  );
}
