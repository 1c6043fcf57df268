import type { Preview } from '../../../publish/workbench/shapes.ts';
import type { Words } from './words.ts';

interface GateFindingsProps {
  readonly words: Words;
  readonly found: Preview['found'];
}

/** What must not leave and would: each place once. */
export const GateFindings = ({ words, found }: GateFindingsProps) => (
  <section class="publishing-part" id="publishing-found" aria-labelledby="publishing-found-title">
    <h2 id="publishing-found-title">{words.found}</h2>
    <p class={found.length > 0 ? 'publishing-stop' : 'publishing-how'}>
      {found.length > 0 ? words.foundHow : words.foundNone}
    </p>
    <ol class="publishing-rows">
      {found.map(({ path, view, words: hit, what }) => (
        <li key={`${path} ${view} ${hit} ${what}`} class="publishing-name">
          <div class="publishing-who">
            <b>{hit || what}</b> <span class="publishing-role">{hit === '' ? '' : what}</span>
            <p class="publishing-why">{words.foundIn(path, view)}</p>
          </div>
        </li>
      ))}
    </ol>
  </section>
);
