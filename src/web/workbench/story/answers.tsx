import { useState } from 'preact/hooks';
import { dayWords, outcomeWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { PlacedResponse } from '../../../weigh/ledger.ts';
import { AskForm, givenIn } from '../parts/ask-form.tsx';
import type { RoomProps, Tongue } from '../room.ts';
import type { Route } from '../route.ts';
import { wordsOf } from './languages.ts';
import { placeOf } from './place.ts';
import type { Words } from './words.ts';
import { answerFields } from './work.tsx';

const STEP = 6;

/** Who was asked, by this desk or by others, and what came back; what this desk still waits for can be answered here. */
export function Answers(props: {
  readonly answers: readonly PlacedResponse[];
  readonly asOf: string;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly decide: RoomProps['decide'];
}) {
  const { answers, asOf, tongue, route, decide } = props;
  const words = wordsOf(tongue);
  const [open, set] = useState<number | null>(null);
  const [most, show] = useState(STEP);
  const rows = [...answers].sort((a, b) => rankOf(a) - rankOf(b));
  return (
    <>
      <ul class="story-answers">
        {rows.slice(0, most).map((one) => (
          <li key={`${one.item} ${one.start} ${one.decision} ${one.body}`}>
            <p>
              <b dir="auto">{one.body}</b>
              {WORDS[tongue].marks.colon}
              <span class={waits(one) ? 'story-clock open' : undefined}>
                {outcomeWords(one, null, asOf, WORDS[tongue])}
              </span>{' '}
              <span class="fine">{factsOf(one, words, tongue)}</span>
            </p>
            {one.quote === '' ? null : (
              <p class="fine">
                {one.item === null ? (
                  <q dir="auto">{one.quote}</q>
                ) : (
                  <a href={placeOf(one.item, one, route)}>
                    <q dir="auto">{one.quote}</q>
                  </a>
                )}
              </p>
            )}
            {one.decision === undefined || !waits(one) ? null : open === one.decision ? (
              <AskForm
                title={words.answer}
                fields={answerFields(words, tongue)}
                submit={words.write}
                cancel={words.cancel}
                done={async (values) =>
                  (await decide('reply', { to: one.decision, of: one.body, ...givenIn(values) }, null)) !== null
                }
                close={() => set(null)}
              />
            ) : (
              <p class="story-deeds">
                <button type="button" onClick={() => set(one.decision ?? null)}>
                  {words.answer}
                </button>
              </p>
            )}
          </li>
        ))}
      </ul>
      {rows.length > most ? (
        <p class="story-deeds">
          <button type="button" onClick={() => show(most + 5 * STEP)}>
            {words.moreWork(rows.length - most)}
          </button>
        </p>
      ) : null}
    </>
  );
}

/** Whether this desk asked, and nothing came back that says anything. */
const waits = ({ decision, outcome }: PlacedResponse): boolean =>
  decision !== undefined && (outcome === 'no-reply' || outcome === 'acknowledged');

const rankOf = (one: PlacedResponse): number => (waits(one) ? 0 : one.decision === undefined ? 2 : 1);

function factsOf({ asked, due, decision }: PlacedResponse, words: Words, tongue: Tongue): string {
  const day = (instant: string | null | undefined): string | null => dayWords(instant, WORDS[tongue]);
  const [on, until] = [day(asked), day(due)];
  return [
    ...(decision === undefined ? [] : [`#${decision}`]),
    ...(on !== null && until !== null ? [words.askedOn(on, until)] : []),
  ].join(' · ');
}
