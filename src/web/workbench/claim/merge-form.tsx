import { useEffect, useRef, useState } from 'preact/hooks';
import type { Hit } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';
import { useHits } from '../parts/use-hits.ts';
import type { RoomProps } from '../room.ts';
import type { Words } from './words.ts';

const MOST = 60;
const SHOWN = 8;

/** Looks for the other claim while somebody types, and makes one of both. */
export function MergeForm(props: {
  readonly api: Api;
  readonly folder: string;
  readonly own: string;
  readonly words: Words;
  readonly decide: RoomProps['decide'];
  readonly close: () => void;
}) {
  const { api, folder, own, words, decide, close } = props;
  const [asked, ask] = useState('');
  const [other, choose] = useState<string | null>(null);
  const [why, give] = useState('');
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.focus(), []);
  const hits = useHits(api, folder, asked, MOST) ?? [];
  const found = hits.filter(({ kind, claim }) => kind === 'claim' && claim !== null && claim !== own);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    const chosen = other ?? (found.length === 1 ? found[0]?.claim : null);
    if (!chosen) return;
    if ((await decide('merge', { statements: [own, chosen] }, why.trim() || null)) !== null) close();
  };
  return (
    <form
      class="parts-ask"
      aria-label={words.deeds.merge}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      <label for="claim-merge">
        <span>{words.mergeWith}</span>
        <input
          id="claim-merge"
          type="search"
          autocomplete="off"
          value={asked}
          placeholder={words.mergeHow}
          ref={field}
          onInput={({ currentTarget }) => ask(currentTarget.value)}
        />
      </label>
      <Found {...{ words, found, other, choose }} nothing={asked !== '' && found.length === 0} />
      <label for="claim-merge-why">
        <span>{words.reason}</span>
        <input
          id="claim-merge-why"
          type="text"
          value={why}
          autocomplete="off"
          onInput={({ currentTarget }) => give(currentTarget.value)}
        />
      </label>
      <p class="parts-ask-end">
        <button type="submit" disabled={other === null && found.length !== 1}>
          {words.write}
        </button>
        <button type="button" onClick={close}>
          {words.cancel}
        </button>
      </p>
    </form>
  );
}

interface FoundProps {
  readonly words: Words;
  readonly found: readonly Hit[];
  readonly other: string | null;
  readonly choose: (claim: string | null) => void;
  readonly nothing: boolean;
}

/** The claims that were found, of which one is chosen. */
function Found({ words, found, other, choose, nothing }: FoundProps) {
  return (
    <fieldset class="claim-found">
      <legend class="shell-unseen">{words.mergeWith}</legend>
      {found.slice(0, SHOWN).map(({ claim, before, quote, after }) => (
        <label key={claim}>
          <input type="radio" name="with" checked={other === claim} onChange={() => choose(claim)} />
          <span dir="auto">
            {before}
            <mark>{quote}</mark>
            {after}
          </span>
        </label>
      ))}
      {nothing ? <p class="fine">{words.mergeNone}</p> : null}
    </fieldset>
  );
}
