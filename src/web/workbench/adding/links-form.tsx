import { useState } from 'preact/hooks';
import { linksIn } from './pasted.ts';
import type { Words } from './words.ts';

/** How pages are fetched. */
export interface LinkAsk {
  readonly urls: readonly string[];
  readonly render: boolean;
  readonly ignoreRobots: boolean;
}

interface LinksFormProps {
  readonly words: Words;
  readonly text: string;
  readonly write: (text: string) => void;
  readonly capture: (ask: LinkAsk) => Promise<boolean>;
}

/** Addresses to fetch, one a line. */
export function LinksForm({ words, text, write, capture }: LinksFormProps) {
  const [render, setRender] = useState(false);
  const [ignoreRobots, setIgnore] = useState(false);
  const { urls, odd } = linksIn(text);
  const ready = urls.length > 0 && odd.length === 0;
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (ready && (await capture({ urls, render, ignoreRobots }))) write('');
  };
  return (
    <section class="adding-links" aria-labelledby="adding-links">
      <h2 id="adding-links">{words.links}</h2>
      <p class="adding-how">{words.linksHow}</p>
      <form onSubmit={(event) => void submit(event)}>
        <label class="adding-field">
          <span>{words.linksField}</span>
          <textarea
            id="adding-urls"
            rows={4}
            spellcheck={false}
            value={text}
            aria-describedby="adding-urls-are"
            onInput={({ currentTarget: { value } }) => write(value)}
          />
        </label>
        <p id="adding-urls-are" class={`adding-told${odd.length > 0 ? ' adding-wrong' : ''}`} aria-live="polite">
          {odd.length > 0 ? words.linksOdd(odd) : urls.length > 0 ? words.linksCount(urls.length) : ''}
        </p>
        <Switch on={render} set={setRender} name={words.render} how={words.renderHow} />
        <Switch on={ignoreRobots} set={setIgnore} name={words.ignoreRobots} how={words.ignoreRobotsHow} />
        <button type="submit" disabled={!ready}>
          {words.capture}
        </button>
      </form>
    </section>
  );
}

interface SwitchProps {
  readonly on: boolean;
  readonly set: (on: boolean) => void;
  readonly name: string;
  readonly how: string;
}

/** Something to switch on, with what it means. */
export const Switch = ({ on, set, name, how }: SwitchProps) => (
  <label class="adding-switch">
    <input type="checkbox" checked={on} onChange={({ currentTarget: { checked } }) => set(checked)} />
    <span>
      {name} <small>{how}</small>
    </span>
  </label>
);
