import { useState } from 'preact/hooks';
import { dayWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Board, WorkRow } from '../../../publish/workbench/shapes.ts';
import { OUTCOMES } from '../../../read/statement.ts';
import { AskForm, type Field } from '../parts/ask-form.tsx';
import type { RoomProps, Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import type { Words } from './words.ts';

const MOST = 25;

/** What to ask next, and of whom: each can be written down as asked, as answered, or ticked off. */
export function Work(props: {
  readonly board: Board;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly decide: RoomProps['decide'];
}) {
  const { board, words, tongue, route, decide } = props;
  const [open, set] = useState<string | null>(null);
  const rows = board.work.slice(0, MOST);
  return (
    <section aria-labelledby="story-work-title">
      <h2 id="story-work-title">{words.work}</h2>
      <p class="fine">{rows.length > 0 ? words.workLead : words.noWork}</p>
      <ul id="story-work" class="story-work" tabIndex={-1}>
        {rows.map((row, at) => {
          const key = `${row.claim} ${row.of} ${at}`;
          return (
            <li key={key}>
              <p>
                <b dir="auto">{row.of}</b>: <span dir="auto">{row.ask}</span>
              </p>
              <p class="fine">
                <a href={hashOf({ ...route, room: 'claim', id: row.claim, query: {} })}>
                  <span dir="auto">{row.wording}</span>
                </a>{' '}
                {words.would(WORDS[tongue].labels[row.would])}
                {row.asked ? ` · ${askedWords(row.asked, words, tongue)}` : ''}
              </p>
              {open === key ? (
                <Form {...{ row, words, tongue, decide, close: () => set(null) }} />
              ) : (
                <p class="story-deeds">
                  <button type="button" onClick={() => set(key)}>
                    {row.asked ? words.answer : words.ask}
                  </button>
                  <button type="button" onClick={() => void decide('tick', { claim: row.claim, ask: row.ask }, null)}>
                    {words.tick}
                  </button>
                </p>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

const askedWords = (asked: NonNullable<WorkRow['asked']>, words: Words, tongue: Tongue): string =>
  words.askedOn(dayWords(asked.at, WORDS[tongue]) ?? asked.at, dayWords(asked.due, WORDS[tongue]) ?? asked.due);

/** That it was asked; or, where it was, what came back. */
function Form(props: {
  readonly row: WorkRow;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly decide: RoomProps['decide'];
  readonly close: () => void;
}) {
  const { row, words, tongue, decide, close } = props;
  const { asked } = row;
  const asking: readonly Field[] = [
    { name: 'of', label: words.whom, value: row.of, required: true },
    { name: 'question', label: words.question, value: row.ask, required: true },
    { name: 'through', label: words.through },
  ];
  const answering: readonly Field[] = [
    { name: 'outcome', label: words.outcome, choice: OUTCOMES.map((one) => [one, WORDS[tongue].outcomes[one]]) },
    { name: 'text', label: words.text },
  ];
  const done = async (values: Readonly<Record<string, string>>): Promise<boolean> => {
    const given = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value || null]));
    const seq = asked
      ? await decide('reply', { to: asked.decision, of: row.of, ...given }, null)
      : await decide('ask', { ...given, claim: row.claim }, null);
    return seq !== null;
  };
  return (
    <AskForm
      title={asked ? words.answer : words.ask}
      fields={asked ? answering : asking}
      submit={words.write}
      cancel={words.cancel}
      done={done}
      close={close}
    />
  );
}
