import { compareInstants } from '../../../base/time.ts';
import { instantWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimView } from '../../../publish/workbench/shapes.ts';
import type { RoomProps, Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import type { Words } from './words.ts';

export type Which = 'out' | 'known';

/** Instants at which something about the claim came out, or came to the desk, in order. */
export function instantsOf({ for: pro, against, origins }: ClaimView): readonly string[] {
  const items = [...[...pro, ...against].map(({ item }) => item), ...origins.flatMap(({ trail }) => trail)];
  const all = items.flatMap(({ published, captured }) => [published, captured]);
  const whole = all.filter((one): one is string => one !== null && /T\d\d:\d\d/u.test(one));
  return [...new Set(whole)].sort(compareInstants);
}

/** The instant that is looked at, null for now, by which clock; and what goes to the one before or after. */
export function useInstant({ query }: Route, go: RoomProps['go'], instants: readonly string[]) {
  const asOf = query['at'] || null;
  const clock: Which = query['clock'] === 'known' ? 'known' : 'out';
  const at = asOf === null ? instants.length : instants.indexOf(asOf);
  const to = (place: number): void => {
    const next = instants[Math.max(0, place)];
    go({ query: { ...query, at: place >= instants.length ? '' : (next ?? '') } }, 'replace');
  };
  return { asOf, clock, shift: (by: 1 | -1): void => to(at + by) };
}

/** A slider over the instants of the claim, and which clock they are read by. */
export function Clock(props: {
  readonly words: Words;
  readonly tongue: Tongue;
  readonly instants: readonly string[];
  readonly asOf: string | null;
  readonly clock: Which;
  readonly route: Route;
  readonly go: RoomProps['go'];
  readonly shift: (by: 1 | -1) => void;
}) {
  const { words, tongue, instants, asOf, clock, route, go } = props;
  if (instants.length === 0) return null;
  const place = asOf === null ? instants.length : Math.max(0, instants.indexOf(asOf));
  const told = asOf === null ? words.now : words.at(instantWords(asOf, WORDS[tongue]));
  const set = (query: Readonly<Record<string, string>>): void => go({ query: { ...route.query, ...query } }, 'replace');
  return (
    <div class="claim-clock">
      <label for="claim-slider">{words.clock}</label>
      <input
        id="claim-slider"
        type="range"
        min={0}
        max={instants.length}
        value={place}
        aria-valuetext={told}
        onInput={({ currentTarget }) => set({ at: instants[Number(currentTarget.value)] ?? '' })}
      />
      <output class="claim-then">{told}</output>
      <select
        aria-label={words.clock}
        value={clock}
        disabled={asOf === null}
        onChange={({ currentTarget }) => set({ clock: currentTarget.value === 'known' ? 'known' : '' })}
      >
        <option value="out">{words.clockOut}</option>
        <option value="known">{words.clockKnown}</option>
      </select>
    </div>
  );
}
