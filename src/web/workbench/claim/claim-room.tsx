import { useEffect, useRef, useState } from 'preact/hooks';
import { claimWords, instantWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimView } from '../../../publish/workbench/shapes.ts';
import { Label } from '../parts/label.tsx';
import { type Fetched, useFetched } from '../parts/use-fetched.ts';
import type { RoomProps, Tongue } from '../room.ts';
import { Aside } from './aside.tsx';
import { Clock, momentsOf, useInstant } from './clock.tsx';
import { type Deed, Deeds } from './deeds.tsx';
import { Grounds } from './grounds.tsx';
import { wordsOf } from './languages.ts';
import { Origins } from './origins.tsx';
import { Sides } from './sides.tsx';
import type { Words } from './words.ts';
import './style.css';

/** One claim: its words and standing, why, who says so and who not, where it comes from, and what can be decided. */
export function ClaimRoom(props: RoomProps) {
  const { api, route, tongue, head, go, keys, decide } = props;
  const words = wordsOf(tongue);
  const folder = route.case ?? '';
  const path = `/cases/${encodeURIComponent(folder)}/claims/${encodeURIComponent(route.id ?? '')}`;
  const [deed, start] = useState<Deed | null>(null);
  const [opened, open] = useState(false);
  const [split, tick] = useState<ReadonlySet<string>>(new Set());
  const [correcting, correct] = useState<string | null>(null);
  const sides = useRef<HTMLDivElement>(null);
  const now = useFetched<ClaimView>(api, path, head);
  const moments = now.value ? momentsOf(now.value, route.query['clock'] === 'known' ? 'known' : 'out', tongue) : [];
  const { asOf, clock, at, place, to, shift } = useInstant(route, go, moments);
  const asked = asOf === null ? null : `${path}?${new URLSearchParams({ asOf, clock })}`;
  const then = useFetched<ClaimView>(api, asked, head);
  const looked = asOf === null ? now : then;
  const view = looked.value;
  useEffect(() => {
    keys([
      { key: 'j', does: words.keys.next, run: () => step(sides.current, 1) },
      { key: 'k', does: words.keys.before, run: () => step(sides.current, -1) },
      { key: 'c', does: words.keys.correct, run: () => correct(statementAt(sides.current)) },
      { key: 'm', does: words.keys.merge, run: () => start('merge') },
      { key: 'x', does: words.keys.split, run: () => start('split') },
      { key: 'r', does: words.keys.retract, run: () => start('retract') },
      { key: '[', does: words.keys.earlier, run: () => shift(-1) },
      { key: ']', does: words.keys.later, run: () => shift(1) },
      { key: 'b', does: words.keys.back, run: () => go({ room: 'story', id: null, query: {} }) },
    ]);
  }, [tongue, at, clock, now.value]);
  useEffect(() => {
    start(null);
    correct(null);
    tick(new Set());
    open(false);
  }, [route.id]);
  if (now.value === null) return <Absent words={words} wrong={now.wrong} />;
  const { claim } = now.value;
  const shown = !claim.privateLife || opened;
  const choose = (one: 'out' | 'known'): void =>
    go({ query: { ...route.query, clock: one === 'known' ? 'known' : '' } }, 'replace');
  const handling = { split: deed === 'split' ? split : null, tick, correcting, correct, decide };
  return (
    <article class="claim-room">
      <Standing {...{ looked, words, tongue }} />
      <h1 class="claim-words">{shown ? <span dir="auto">{claimWords(claim)}</span> : words.privateLife}</h1>
      {shown ? null : (
        <p>
          <button type="button" onClick={() => open(true)}>
            {words.show}
          </button>
        </p>
      )}
      <Clock {...{ words, tongue, moments, at, place, clock, to, choose }} />
      <Deeds {...{ deed, start, words, claim, split, api, folder, decide, say: props.say }} />
      {view && shown ? (
        <div class={looked.stale ? 'claim-columns claim-stale' : 'claim-columns'} aria-busy={looked.stale}>
          <div ref={sides}>
            <Grounds {...{ view, words, tongue, route }} />
            <Sides {...{ view, words, tongue, route, handling }} />
          </div>
          <div>
            <Origins {...{ view, words, tongue, route }} />
            <Aside {...{ view, words, tongue, route, decide }} />
          </div>
        </div>
      ) : null}
    </article>
  );
}

function Absent({ words, wrong }: { readonly words: Words; readonly wrong: string | null }) {
  return (
    <div class="claim-room">
      <h1 class="claim-words">{words.claim}</h1>
      <p role={wrong === null ? undefined : 'alert'}>{wrong ?? words.loading}</p>
    </div>
  );
}

/** How it stands, or stood, or why that cannot be told. */
function Standing(props: { readonly looked: Fetched<ClaimView>; readonly words: Words; readonly tongue: Tongue }) {
  const { looked, words, tongue } = props;
  const standing = looked.value?.claim.standing;
  if (!standing)
    return (
      <p class="claim-standing" role="status">
        {looked.code === 'not-found' ? words.notThen : (looked.wrong ?? words.loading)}
      </p>
    );
  const facts = [
    WORDS[tongue].means[standing.label],
    ...(standing.since ? [words.since(instantWords(standing.since, WORDS[tongue]))] : []),
    ...standing.flags.map((one) => WORDS[tongue].flags[one]),
  ];
  return (
    <p class="claim-standing" role="status">
      <Label label={standing.label} tongue={tongue} /> <span class="fine">{facts.join(' · ')}</span>
    </p>
  );
}

const lines = (place: HTMLElement | null): readonly HTMLElement[] => [
  ...(place?.querySelectorAll<HTMLElement>('[data-statement]') ?? []),
];

const here = (place: HTMLElement | null): number =>
  lines(place).findIndex((one) => one.contains(document.activeElement));

/** To the next statement, or the one before. */
function step(place: HTMLElement | null, by: 1 | -1): void {
  const all = lines(place);
  all[Math.min(all.length - 1, Math.max(0, here(place) + by))]?.querySelector('a')?.focus();
}

/** The statement that has the focus, or the first. */
const statementAt = (place: HTMLElement | null): string | null =>
  lines(place)[Math.max(0, here(place))]?.dataset['statement'] ?? null;
