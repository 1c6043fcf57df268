import { calledBy } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Said } from '../../../publish/workbench/shapes.ts';
import type { Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';

/** A statement in its sentence, with who said it, leading to where it stands. */
export function SaidLine(props: { readonly said: Said; readonly tongue: Tongue; readonly route: Route }) {
  const { said, tongue, route } = props;
  const { statement, before, after, item } = said;
  const { source } = statement;
  const place = hashOf({ ...route, room: 'evidence', id: item.id, query: { s: statement.id } });
  return (
    <figure class="claim-said">
      <blockquote dir="auto">
        {before}
        <mark>{statement.quote}</mark>
        {after}
      </blockquote>
      <figcaption class="fine">
        <b dir="auto">{source.name ?? WORDS[tongue].sourceKinds[source.kind]}</b> ·{' '}
        <a href={place}>
          <span dir="auto">{calledBy(item, WORDS[tongue])}</span>
        </a>
      </figcaption>
    </figure>
  );
}
