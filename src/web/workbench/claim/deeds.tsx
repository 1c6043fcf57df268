import type { Hit } from '../../../publish/workbench/shapes.ts';
import type { Claim } from '../../../weigh/ledger.ts';
import type { Api } from '../api.ts';
import { AskForm } from '../parts/ask-form.tsx';
import type { RoomProps } from '../room.ts';
import type { Words } from './words.ts';

export type Deed = 'merge' | 'split' | 'retract';
const DEEDS: readonly Deed[] = ['merge', 'split', 'retract'];

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
  readonly go: RoomProps['go'];
}) {
  const { deed, start, words, claim, split, api, folder, decide, say } = props;
  const close = (): void => start(null);
  if (deed === null)
    return (
      <p class="claim-deeds">
        {DEEDS.map((one) => (
          <button type="button" key={one} onClick={() => start(one)}>
            {words.deeds[one]}
          </button>
        ))}
      </p>
    );
  const reason = { name: 'why', label: words.reason };
  const form = { submit: words.write, cancel: words.cancel, close };
  if (deed === 'merge')
    return (
      <AskForm
        {...form}
        title={`${words.deeds.merge} ${words.mergeHow}`}
        fields={[{ name: 'with', label: `${words.mergeWith}. ${words.mergeHow}`, required: true }, reason]}
        done={async ({ with: other = '', why = '' }) => {
          const id = await claimSaying(api, folder, other, claim.id).catch(() => null);
          if (id === null) say(words.mergeHow, 'wrong');
          return id !== null && (await decide('merge', { statements: [claim.id, id] }, why || null)) !== null;
        }}
      />
    );
  if (deed === 'split')
    return (
      <AskForm
        {...form}
        title={words.splitHow}
        fields={[{ ...reason, label: `${words.splitHow} ${words.splitThese(split.size)}. ${words.reason}` }]}
        done={async ({ why = '' }) => {
          if (split.size === 0) say(words.splitHow, 'wrong');
          const data = { statements: [...split], from: claim.id };
          return split.size > 0 && (await decide('split', data, why || null)) !== null;
        }}
      />
    );
  return (
    <AskForm
      {...form}
      title={words.retractHow}
      fields={[{ ...reason, label: `${words.retractHow} ${words.reason}`, required: true }]}
      done={async ({ why = '' }) => (await decide('retract', { statement: claim.id }, why)) !== null}
    />
  );
}

/** The one claim that is called so or holds these words; null where there is none, or more than one. */
async function claimSaying(api: Api, folder: string, words: string, own: string): Promise<string | null> {
  if (/^claim-[0-9a-f]+$/u.test(words)) return words;
  const query = new URLSearchParams({ q: words, limit: '20' });
  const { hits } = await api.get<{ readonly hits: readonly Hit[] }>(
    `/cases/${encodeURIComponent(folder)}/search?${query}`,
  );
  const claims = [...new Set(hits.flatMap(({ kind, claim }) => (kind === 'claim' && claim ? [claim] : [])))];
  const others = claims.filter((one) => one !== own);
  return others.length === 1 ? (others[0] ?? null) : null;
}
