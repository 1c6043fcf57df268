import { useEffect, useState } from 'preact/hooks';
import { claimWords, instantWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimView } from '../../../publish/workbench/shapes.ts';
import { Label } from '../parts/label.tsx';
import { useFetched } from '../parts/use-fetched.ts';
import type { RoomProps } from '../room.ts';
import { Aside } from './aside.tsx';
import { Clock, instantsOf, useInstant } from './clock.tsx';
import { type Deed, Deeds } from './deeds.tsx';
import { Grounds } from './grounds.tsx';
import { wordsOf } from './languages.ts';
import { Origins } from './origins.tsx';
import { Sides } from './sides.tsx';
import './style.css';

/** One claim: its words and standing, why, who says so and who not, where it comes from, and what can be decided. */
export function ClaimRoom(props: RoomProps) {
  const { api, route, tongue, head, go, keys } = props;
  const words = wordsOf(tongue);
  const path = `/cases/${encodeURIComponent(route.case ?? '')}/claims/${encodeURIComponent(route.id ?? '')}`;
  const [deed, start] = useState<Deed | null>(null);
  const [opened, open] = useState(false);
  const [split, tick] = useState<ReadonlySet<string>>(new Set());
  const now = useFetched<ClaimView>(api, path, head);
  const instants = now.value ? instantsOf(now.value) : [];
  const { asOf, clock, shift } = useInstant(route, go, instants);
  const then = useFetched<ClaimView>(
    api,
    asOf === null ? null : `${path}?${new URLSearchParams({ asOf, clock })}`,
    head,
  );
  const view = asOf === null ? now.value : then.value;
  useEffect(() => {
    keys([
      { key: 'm', does: words.keys.merge, run: () => start('merge') },
      { key: 'x', does: words.keys.split, run: () => start('split') },
      { key: 'r', does: words.keys.retract, run: () => start('retract') },
      { key: '[', does: words.keys.earlier, run: () => shift(-1) },
      { key: ']', does: words.keys.later, run: () => shift(1) },
      { key: 'b', does: words.keys.back, run: () => go({ room: 'story', id: null, query: {} }) },
    ]);
  }, [tongue, asOf, clock, now.value]);
  useEffect(() => {
    start(null);
    tick(new Set());
  }, [route.id]);
  if (now.value === null) return <p role={now.wrong === null ? undefined : 'alert'}>{now.wrong ?? words.loading}</p>;
  const { claim } = now.value;
  const shown = !claim.privateLife || opened;
  const standing = view?.claim.standing;
  return (
    <article class="claim-room">
      <p class="claim-standing">
        {standing ? <Label label={standing.label} tongue={tongue} /> : null}{' '}
        <span class="fine">
          {standing
            ? [
                WORDS[tongue].means[standing.label],
                ...(standing.since ? [words.since(instantWords(standing.since, WORDS[tongue]))] : []),
                ...standing.flags.map((one) => WORDS[tongue].flags[one]),
              ].join(' · ')
            : asOf === null || then.wrong === null
              ? words.loading
              : words.notThen}
        </span>
      </p>
      <h1 class="claim-words">{shown ? <span dir="auto">{claimWords(claim)}</span> : '—'}</h1>
      {shown ? null : (
        <p>
          {words.privateLife}{' '}
          <button type="button" onClick={() => open(true)}>
            {words.show}
          </button>
        </p>
      )}
      <Clock {...{ words, tongue, instants, asOf, clock, route, go, shift }} />
      <Deeds
        {...{
          deed,
          start,
          words,
          claim,
          split,
          api,
          folder: route.case ?? '',
          decide: props.decide,
          say: props.say,
          go,
        }}
      />
      {view && shown ? (
        <>
          <Grounds {...{ view, words, tongue, route }} />
          <Sides {...{ view, words, tongue, route, split: deed === 'split' ? split : null, tick }} />
          <Origins {...{ view, words, tongue, route }} />
          <Aside {...{ view, words, tongue, route }} />
        </>
      ) : null}
    </article>
  );
}
