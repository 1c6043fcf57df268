import { useState } from 'preact/hooks';
import { dayWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { WorkRow } from '../../../publish/workbench/shapes.ts';
import { OUTCOMES } from '../../../read/statement.ts';
import { AskForm, type Field, givenIn } from '../parts/ask-form.tsx';
import { Label } from '../parts/label.tsx';
import type { RoomProps, Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import { wordsOf } from './languages.ts';
import { useJustWritten } from './use-just-written.ts';
import type { Words } from './words.ts';

const STEP = 6;

/**
 * What to ask next, and of whom: each can be written down as asked, as answered, or ticked off. `claim` is the one whose
 * view this stands in; null where each says which it is about.
 */
export function Work(props: {
  readonly rows: readonly WorkRow[];
  readonly claim: string | null;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly decide: RoomProps['decide'];
}) {
  const { rows, claim, tongue, route, decide } = props;
  const words = wordsOf(tongue);
  const [open, set] = useState<string | null>(null);
  const [most, show] = useState(STEP);
  const [written, write] = useJustWritten(rows.map((row) => `${keyOf(row)} ${row.asked?.outcome}`).join('|'));
  const tick = async (row: WorkRow): Promise<void> => {
    if ((await decide('tick', { claim: row.claim, ask: row.ask }, null)) !== null) write(keyOf(row));
  };
  return (
    <>
      <ul class="story-work">
        {rows.slice(0, most).map((row) => {
          const key = keyOf(row);
          return (
            <li key={key}>
              <Question {...{ row, words, tongue, route, alone: claim !== null }} />
              {written.has(key) ? (
                <p class="fine">{words.written}</p>
              ) : open === key ? (
                <Form {...{ row, words, tongue, decide, written: () => write(key), close: () => set(null) }} />
              ) : (
                <p class="story-deeds">
                  <button type="button" onClick={() => set(key)}>
                    {row.asked ? words.answer : words.ask}
                  </button>
                  <button type="button" onClick={() => void tick(row)}>
                    {words.tick}
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
      {open === '' ? (
        <AskForm
          title={words.askOther}
          fields={askFields(words, '', '')}
          submit={words.write}
          cancel={words.cancel}
          done={async (values) =>
            (await decide('ask', { ...givenIn(values), ...(claim === null ? {} : { claim }) }, null)) !== null
          }
          close={() => set(null)}
        />
      ) : (
        <p class="story-deeds">
          {rows.length > most ? (
            <button type="button" onClick={() => show(most + STEP)}>
              {words.moreWork(rows.length - most)}
            </button>
          ) : null}
          <button type="button" onClick={() => set('')}>
            {words.askOther}
          </button>
        </p>
      )}
    </>
  );
}

const keyOf = ({ claim, of, ask }: WorkRow): string => `${claim} ${of} ${ask}`;

function Question(props: {
  readonly row: WorkRow;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly alone: boolean;
}) {
  const { row, words, tongue, route, alone } = props;
  return (
    <>
      <p>
        <b dir="auto">{row.of}</b>
        {WORDS[tongue].marks.colon}
        <span dir="auto">{WORDS[tongue].phrase(row.ask) ?? row.ask}</span>
      </p>
      <p class="fine">
        {words.would} <Label label={row.would} tongue={tongue} />
        {row.asked ? ` · ${askedWords(row.asked, words, tongue)}` : ''}
        {alone ? null : (
          <>
            {' · '}
            <a href={hashOf({ ...route, room: 'claim', id: row.claim, query: {} })}>{words.theClaim}</a>
          </>
        )}
      </p>
    </>
  );
}

const askedWords = (asked: NonNullable<WorkRow['asked']>, words: Words, tongue: Tongue): string =>
  words.askedOn(dayWords(asked.at, WORDS[tongue]) ?? asked.at, dayWords(asked.due, WORDS[tongue]) ?? asked.due);

const askFields = (words: Words, of: string, ask: string): readonly Field[] => [
  { name: 'of', label: words.whom, value: of, required: true },
  { name: 'question', label: words.question, value: ask, required: true },
  { name: 'through', label: words.through },
];

/** What came back, in the form for it. */
export const answerFields = (words: Words, tongue: Tongue): readonly Field[] => [
  { name: 'outcome', label: words.outcome, choice: OUTCOMES.map((one) => [one, WORDS[tongue].outcomes[one]]) },
  { name: 'text', label: words.text },
];

/** That it was asked; or, where it was, what came back. */
function Form(props: {
  readonly row: WorkRow;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly decide: RoomProps['decide'];
  readonly written: () => void;
  readonly close: () => void;
}) {
  const { row, words, tongue, decide, written, close } = props;
  const { asked } = row;
  const done = async (values: Readonly<Record<string, string>>): Promise<boolean> => {
    const given = givenIn(values);
    const seq = asked
      ? await decide('reply', { to: asked.decision, of: row.of, ...given }, null)
      : await decide('ask', { ...given, claim: row.claim }, null);
    if (seq !== null) written();
    return seq !== null;
  };
  return (
    <AskForm
      title={asked ? words.answer : words.ask}
      fields={asked ? answerFields(words, tongue) : askFields(words, row.of, row.ask)}
      submit={words.write}
      cancel={words.cancel}
      done={done}
      close={close}
    />
  );
}
