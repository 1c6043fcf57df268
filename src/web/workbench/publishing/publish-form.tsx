import { useState } from 'preact/hooks';
import type { Preview } from '../../../publish/workbench/shapes.ts';
import type { Words } from './words.ts';

interface PublishFormProps {
  readonly words: Words;
  readonly preview: Preview;
  readonly to: string;
  readonly setTo: (folder: string) => void;
  /** Why it can't be published now; null where it can. */
  readonly hindered: keyof Words['cannot'] | null;
  readonly publish: () => void;
}

/** The last step: what becomes public, that it can't be unsaid, and where it goes. */
export function PublishForm({ words, preview, to, setTo, hindered, publish }: PublishFormProps) {
  const [sure, setSure] = useState(false);
  return (
    <section class="publishing-part" id="publishing-publish" aria-labelledby="publishing-publish-title">
      <h2 id="publishing-publish-title">{words.publish}</h2>
      {words.publishHow.map((one) => (
        <p key={one} class="publishing-how">
          {one}
        </p>
      ))}
      <form
        class="publishing-last"
        onSubmit={(event) => {
          event.preventDefault();
          if (sure && hindered === null && to.trim() !== '') publish();
        }}
      >
        <label>
          <span>
            {words.to} <small>{words.toHow}</small>
          </span>
          <input type="text" required value={to} onInput={({ currentTarget: { value } }) => setTo(value)} />
        </label>
        <label class="publishing-sure">
          <input
            type="checkbox"
            required
            checked={sure}
            onChange={({ currentTarget: { checked } }) => setSure(checked)}
          />
          <span>{words.sure(preview)}</span>
        </label>
        <p>
          <button type="submit" class="publishing-main" disabled={!sure || hindered !== null}>
            {words.publishNow}
          </button>{' '}
          <span class="publishing-stop" aria-live="polite">
            {hindered === null ? '' : words.cannot[hindered]}
          </span>
        </p>
      </form>
    </section>
  );
}
