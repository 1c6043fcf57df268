import { CLASSES } from '../../../read/statement.ts';
import type { Placed } from '../../../weigh/ledger.ts';
import { AskForm } from '../parts/ask-form.tsx';
import type { RoomProps } from '../room.ts';
import type { Words } from './words.ts';

/** What was read wrongly in a statement; only what differs is written down. */
export function CorrectForm(props: {
  readonly statement: Placed;
  readonly words: Words;
  readonly decide: RoomProps['decide'];
  readonly close: () => void;
}) {
  const { statement, words, decide, close } = props;
  const done = async (given: Readonly<Record<string, string>>): Promise<boolean> => {
    const changed =
      given['keep'] === 'drop'
        ? { drop: true }
        : {
            ...(given['class'] === statement.class ? {} : { class: given['class'] }),
            ...(given['polarity'] === statement.polarity ? {} : { polarity: given['polarity'] }),
          };
    if (Object.keys(changed).length === 0) return true;
    return (await decide('correct', { statement: statement.id, ...changed }, given['why'] || null)) !== null;
  };
  return (
    <AskForm
      title={words.correct}
      fields={[
        {
          ...{ name: 'class', label: words.reads, value: statement.class },
          choice: CLASSES.map((one) => [one, words.classes[one]]),
        },
        {
          ...{ name: 'polarity', label: words.means, value: statement.polarity },
          choice: [
            ['positive', words.affirms],
            ['negative', words.denies],
          ],
        },
        {
          ...{ name: 'keep', label: words.isStatement },
          choice: [
            ['keep', words.yes],
            ['drop', words.drop],
          ],
        },
        { name: 'why', label: words.reason },
      ]}
      submit={words.write}
      cancel={words.cancel}
      done={done}
      close={close}
    />
  );
}
