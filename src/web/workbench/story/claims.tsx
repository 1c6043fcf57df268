import { useMemo } from 'preact/hooks';
import { LABELS } from '../../../publish/summary.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Board } from '../../../publish/workbench/shapes.ts';
import { useDeferred } from '../parts/use-deferred.ts';
import type { RoomProps, Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import { type Choice, chosenFrom, commonVoices, fits } from './filter.ts';
import { Standing } from './standing.tsx';
import { StandingStrip } from './standing-strip.tsx';
import type { Words } from './words.ts';

const MOST_VOICES = 80;

/** The claims by standing, the weightiest first, and what narrows them down. */
export function Claims(props: {
  readonly board: Board;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly go: RoomProps['go'];
  readonly moved: ReadonlySet<string>;
}) {
  const { board, words, tongue, route, go, moved } = props;
  const choice = chosenFrom(route.query);
  const narrow = (key: string, value: string): void => go({ query: { ...route.query, [key]: value } }, 'replace');
  const [typed, type] = useDeferred(choice.words, (value) => narrow('q', value));
  const { label, voice, flag, changed } = choice;
  // The strip counts what the other filters leave, so that choosing a standing does not hide the others.
  const among = useMemo(
    () => board.claims.filter(fits({ words: typed, label: '', voice, flag, changed }, moved)),
    [board, typed, voice, flag, changed, moved],
  );
  const found = useMemo(() => (label === '' ? among : among.filter((one) => one.label === label)), [among, label]);
  return (
    <section aria-labelledby="story-claims-title">
      <h2 id="story-claims-title">{words.claims}</h2>
      <StandingStrip
        rows={among}
        chosen={label}
        title={words.anyLabel}
        {...{ tongue, choose: (one) => narrow('label', one) }}
      />
      <search class="story-filters">
        <input
          id="story-filter"
          type="search"
          value={typed}
          aria-label={words.filter}
          placeholder={words.filter}
          onInput={({ currentTarget }) => type(currentTarget.value)}
        />
        <Filters {...{ board, words, tongue, choice, narrow }} />
        <span class="fine story-shown" role="status">
          {words.shown(found.length, board.claims.length)}
        </span>
      </search>
      {found.length === 0 ? <p>{words.none}</p> : null}
      <div class="story-board">
        {LABELS.map((one) => (
          <Standing key={one} label={one} rows={found} only={label !== ''} {...{ words, tongue, route, moved }} />
        ))}
      </div>
    </section>
  );
}

/** By voice, by flag, by whether anything moved. */
function Filters(props: {
  readonly board: Board;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly choice: Choice;
  readonly narrow: (key: string, value: string) => void;
}) {
  const { board, words, tongue, choice, narrow } = props;
  const voices = useMemo(() => commonVoices(board.claims, MOST_VOICES), [board]);
  const flags = useMemo(() => [...new Set(board.claims.flatMap((one) => one.flags))], [board]);
  return (
    <>
      <select
        aria-label={words.anyVoice}
        value={choice.voice}
        onChange={({ currentTarget }) => narrow('voice', currentTarget.value)}
      >
        <option value="">{words.anyVoice}</option>
        {voices.map((one) => (
          <option key={one} value={one}>
            {one}
          </option>
        ))}
      </select>
      {flags.length > 0 ? (
        <select
          aria-label={words.anyFlag}
          value={choice.flag}
          onChange={({ currentTarget }) => narrow('flag', currentTarget.value)}
        >
          <option value="">{words.anyFlag}</option>
          {flags.map((one) => (
            <option key={one} value={one}>
              {WORDS[tongue].flags[one]}
            </option>
          ))}
        </select>
      ) : null}
      <label class="story-changed">
        <input
          type="checkbox"
          checked={choice.changed}
          onChange={({ currentTarget }) => narrow('changed', currentTarget.checked ? '1' : '')}
        />{' '}
        {words.changedOnly}
      </label>
    </>
  );
}
