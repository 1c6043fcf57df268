import { compareInstants } from '../../../base/time.ts';
import { calledBy, instantWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimView } from '../../../publish/workbench/shapes.ts';
import { useDeferred } from '../parts/use-deferred.ts';
import type { RoomProps, Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import type { Words } from './words.ts';

export type Which = 'out' | 'known';

/** An instant at which something about the claim came out, or came to the desk, and what that was. */
export interface Moment {
  readonly at: string;
  readonly what: readonly string[];
}

/** The moments of a claim by one of the two clocks, in order. */
export function momentsOf(view: ClaimView, clock: Which, tongue: Tongue): readonly Moment[] {
  const rows = [
    ...[...view.for, ...view.against].map(({ item }) => item),
    ...view.origins.flatMap(({ trail }) => trail),
  ];
  const at = new Map<string, string[]>();
  for (const row of new Map(rows.map((one) => [one.id, one])).values()) {
    const when = clock === 'out' ? row.published : row.captured;
    if (when !== null && /T\d\d:\d\d/u.test(when))
      at.set(when, [...(at.get(when) ?? []), calledBy({ ...row, published: null }, WORDS[tongue])]);
  }
  if (clock === 'known')
    for (const { at: when, seq } of view.decisions) at.set(when, [...(at.get(when) ?? []), `#${seq}`]);
  return [...at].map(([at, what]) => ({ at, what })).sort((a, b) => compareInstants(a.at, b.at));
}

/** The instant that is looked at, empty for now; what is asked for follows when the slider rests. */
export function useInstant({ query }: Route, go: RoomProps['go'], moments: readonly Moment[]) {
  const clock: Which = query['clock'] === 'known' ? 'known' : 'out';
  const settled = query['at'] ?? '';
  const [at, set] = useDeferred(settled, (value) => go({ query: { ...query, at: value } }, 'replace'));
  const place = at === '' ? moments.length : moments.filter((one) => compareInstants(one.at, at) < 0).length;
  const to = (next: number): void => set(moments[Math.max(0, next)]?.at ?? '');
  return { asOf: settled === '' ? null : settled, clock, at, place, to, shift: (by: 1 | -1): void => to(place + by) };
}

/** A slider over the moments of the claim, and which clock they are read by. */
export function Clock(props: {
  readonly words: Words;
  readonly tongue: Tongue;
  readonly moments: readonly Moment[];
  readonly at: string;
  readonly place: number;
  readonly clock: Which;
  readonly to: (place: number) => void;
  readonly choose: (clock: Which) => void;
}) {
  const { words, tongue, moments, at, place, clock, to, choose } = props;
  const told = at === '' ? words.now : instantWords(at, WORDS[tongue]);
  const what = at === '' ? [] : (moments.find((one) => one.at === at)?.what ?? []);
  return (
    <section class="claim-clock" aria-label={words.clock}>
      <fieldset>
        <legend class="shell-unseen">{words.clock}</legend>
        {(['out', 'known'] as const).map((one) => (
          <label key={one}>
            <input type="radio" name="claim-clock" checked={clock === one} onChange={() => choose(one)} />{' '}
            {one === 'out' ? words.clockOut : words.clockKnown}
          </label>
        ))}
      </fieldset>
      <input
        type="range"
        aria-label={words.clock}
        min={0}
        max={moments.length}
        value={place}
        aria-valuetext={told}
        disabled={moments.length === 0}
        onInput={({ currentTarget }) => to(Number(currentTarget.value))}
      />
      <output class="claim-then">
        <b>{told}</b> <span dir="auto">{what.join(WORDS[tongue].marks.list)}</span>
      </output>
    </section>
  );
}
