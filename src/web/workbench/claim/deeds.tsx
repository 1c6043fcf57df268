import type { Claim } from '../../../weigh/ledger.ts';
import type { Api } from '../api.ts';
import { AskForm } from '../parts/ask-form.tsx';
import type { RoomProps } from '../room.ts';
import { MergeForm } from './merge-form.tsx';
import type { Words } from './words.ts';

export type Deed = 'merge' | 'split' | 'retract';
const DEEDS = [
  ['merge', 'm'],
  ['split', 'x'],
  ['retract', 'r'],
] as const;

/** What can be decided about a claim, each in a form of its own. */
export function Deeds(props: {
  readonly deed: Deed | null;
  readonly start: (deed: Deed | null) => void;
  readonly words: Words;
  readonly claim: Claim;
  readonly split: ReadonlySet<string>;
  readonly api: Api;
  readonly folder: string;
  readonly decide: RoomProps['decide'];
  readonly say: RoomProps['say'];
}) {
  const { deed, start, words, claim, split, api, folder, decide, say } = props;
  const close = (): void => start(null);
  if (deed === null)
    return (
      <p class="claim-deeds">
        {DEEDS.map(([one, key]) => (
          <button type="button" key={one} onClick={() => start(one)}>
            {words.deeds[one]} <kbd>{key}</kbd>
          </button>
        ))}
      </p>
    );
  if (deed === 'merge') return <MergeForm own={claim.id} {...{ api, folder, words, decide, close }} />;
  const form = { submit: words.write, cancel: words.cancel, close };
  if (deed === 'split')
    return (
      <>
        <p role="status">
          {words.splitHow} {words.splitThese(split.size)}
        </p>
        <AskForm
          {...form}
          title={words.splitHow}
          fields={[{ name: 'why', label: words.reason }]}
          done={async ({ why = '' }) => {
            if (split.size === 0) say(words.splitHow, 'wrong');
            const data = { statements: [...split], from: claim.id };
            return split.size > 0 && (await decide('split', data, why || null)) !== null;
          }}
        />
      </>
    );
  return (
    <>
      <p>{words.retractHow}</p>
      <AskForm
        {...form}
        title={words.retractHow}
        fields={[{ name: 'why', label: words.reason, required: true }]}
        done={async ({ why = '' }) => (await decide('retract', { statement: claim.id }, why)) !== null}
      />
    </>
  );
}
