import { useState } from 'preact/hooks';
import { hashOf } from '../route.ts';
import type { About } from './about.ts';

const SHOWN = 40;

/** Every claim that would be public, as a reader would see it. */
export function PublicClaims({ about: { words, preview, route } }: { readonly about: About }) {
  const [all, showAll] = useState(false);
  const { claims } = preview;
  return (
    <section class="publishing-part" id="publishing-claims" aria-labelledby="publishing-claims-title">
      <h2 id="publishing-claims-title">{words.claims}</h2>
      <p class="publishing-how">{claims.length > 0 ? words.claimsHow : words.noClaims}</p>
      <ol class="publishing-claims">
        {claims.slice(0, all ? undefined : SHOWN).map(({ id, wording, label, waived }) => (
          <li key={id}>
            <span class={`publishing-label publishing-${label}`}>{words.labels[label]}</span>
            <a href={hashOf({ case: route.case, room: 'claim', id, query: {} })}>{wording}</a>
            {waived === null ? null : <p class="publishing-waived">{words.waived(waived)}</p>}
          </li>
        ))}
      </ol>
      {all || claims.length <= SHOWN ? null : (
        <button type="button" onClick={() => showAll(true)}>
          {words.showAll(claims.length)}
        </button>
      )}
    </section>
  );
}
