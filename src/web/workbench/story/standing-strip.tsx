import { LABELS } from '../../../publish/summary.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimRow } from '../../../publish/workbench/shapes.ts';
import { Label } from '../parts/label.tsx';
import type { Tongue } from '../room.ts';

/** How many claims have which standing, drawn to measure; each can be chosen alone. */
export function StandingStrip(props: {
  readonly rows: readonly ClaimRow[];
  readonly chosen: string;
  readonly title: string;
  readonly tongue: Tongue;
  readonly choose: (label: string) => void;
}) {
  const { rows, chosen, title, tongue, choose } = props;
  const counts = LABELS.map((label) => [label, rows.filter((one) => one.label === label).length] as const);
  const there = counts.filter(([, count]) => count > 0);
  return (
    <div class="story-strip">
      <div class="story-measure" aria-hidden="true">
        {there.map(([label, count]) => (
          <span key={label} class={label} style={{ flexGrow: count }} />
        ))}
      </div>
      <fieldset>
        <legend class="shell-unseen">{title}</legend>
        {there.map(([label, count]) => (
          <button
            type="button"
            key={label}
            title={WORDS[tongue].means[label]}
            aria-pressed={chosen === label}
            onClick={() => choose(chosen === label ? '' : label)}
          >
            <b>{count.toLocaleString()}</b> <Label label={label} tongue={tongue} />
          </button>
        ))}
      </fieldset>
    </div>
  );
}
