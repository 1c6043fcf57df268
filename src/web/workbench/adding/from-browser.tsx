import { bookmarklet, type NamedPage } from '../adding-bookmarklet.ts';
import type { Words } from './words.ts';

interface FromBrowserProps {
  readonly words: Words;
  readonly folder: string;
  readonly say: (words: string) => void;
}

/** How a page that somebody looks at comes into the case: by a bookmark, or by the extension. */
export function FromBrowser({ words, folder, say }: FromBrowserProps) {
  return (
    <section class="adding-browser" aria-labelledby="adding-browser">
      <h2 id="adding-browser">{words.browser}</h2>
      <p class="adding-how">{words.bookmarkletHow}</p>
      <a
        class="adding-mark"
        draggable
        href={bookmarklet(location.origin, folder)}
        onClick={(event) => {
          // Here it would send the workbench to itself.
          event.preventDefault();
          say(words.bookmarkletHow);
        }}
      >
        {words.bookmarklet}
      </a>
      <h3>{words.extension}</h3>
      <ul>
        {words.extensionHow.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </section>
  );
}

interface NamedProps {
  readonly words: Words;
  readonly page: NamedPage;
  readonly take: () => void;
  readonly leave: () => void;
}

/** A page that a bookmark named. Nothing is fetched before somebody says so: any page could have opened this address. */
export const Named = ({ words, page: { url, title, selection }, take, leave }: NamedProps) => (
  <section class="adding-named" aria-labelledby="adding-named">
    <h2 id="adding-named">{words.named}</h2>
    <p class="adding-name">
      {title === '' ? null : <b>{title} </b>}
      <span class="adding-state">{url}</span>
    </p>
    {selection === '' ? null : <blockquote>{selection}</blockquote>}
    <p class="adding-picks">
      <button type="button" onClick={take}>
        {selection === '' ? words.namedTake : words.namedTakeBoth}
      </button>
      <button type="button" onClick={leave}>
        {words.namedLeave}
      </button>
    </p>
  </section>
);
