import { sentence } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimView, Ground } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import { SaidLine } from './said-line.tsx';
import type { Words } from './words.ts';

/** Why a claim stands where it does: each rule, whether it held, and what it looked at, down to the words. */
export function Grounds(props: {
  readonly view: ClaimView;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
}) {
  const { view, words, tongue, route } = props;
  const told = (english: string): string => sentence(WORDS[tongue].phrase(english) ?? english, WORDS[tongue]);
  return (
    <section class="claim-why" aria-labelledby="claim-why-title">
      <h2 id="claim-why-title">{words.why}</h2>
      <ul>
        {view.grounds.map((ground, at) => (
          <li key={at}>
            <details open={ground.held && at === 0}>
              <summary>
                <span class={ground.held ? 'claim-held' : 'claim-held-not'}>
                  {ground.held ? `✓ ${words.held}` : `– ${words.heldNot}`}
                </span>{' '}
                {told(ground.words)}
              </summary>
              <Because {...{ ground, told, tongue, route }} />
            </details>
          </li>
        ))}
      </ul>
    </section>
  );
}

function Because(props: {
  readonly ground: Ground;
  readonly told: (english: string) => string;
  readonly tongue: Tongue;
  readonly route: Route;
}) {
  const { ground, told, tongue, route } = props;
  const rest = ground.because.filter(({ words, said }) => said !== null || words !== ground.words);
  return (
    <ul>
      {rest.map(({ words, said }, at) => (
        <li key={at}>{said ? <SaidLine {...{ said, tongue, route }} /> : told(words)}</li>
      ))}
      <li class="fine">{WORDS[tongue].rule(ground.rule)}</li>
    </ul>
  );
}
