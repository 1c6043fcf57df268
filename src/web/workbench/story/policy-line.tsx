import { useState } from 'preact/hooks';
import type { Api } from '../api.ts';
import { AskForm } from '../parts/ask-form.tsx';
import type { RoomProps } from '../room.ts';
import type { Words } from './words.ts';

/** The policy that the story is weighed under, which can be changed for another that is shipped. */
export function PolicyLine(props: {
  readonly api: Api;
  readonly words: Words;
  readonly now: string;
  readonly decide: RoomProps['decide'];
}) {
  const { api, words, now, decide } = props;
  const [names, offer] = useState<readonly string[] | null>(null);
  const open = async (): Promise<void> =>
    offer((await api.get<{ readonly policies: readonly string[] }>('/policies')).policies);
  if (names === null)
    return (
      <p class="fine story-policy">
        {words.under}: <b>{now}</b>{' '}
        <button type="button" onClick={() => void open()}>
          {words.otherPolicy}
        </button>
      </p>
    );
  // One of the newsroom's own stays what it is until another is chosen.
  const choice = [...new Set([now, ...names])].map((name) => [name, words.policies[name] ?? name] as const);
  return (
    <AskForm
      title={words.otherPolicy}
      fields={[{ name: 'policy', label: words.under, value: now, choice }]}
      submit={words.write}
      cancel={words.cancel}
      done={async ({ policy = now }) => policy === now || (await decide('policy', { policy }, null)) !== null}
      close={() => offer(null)}
    />
  );
}
