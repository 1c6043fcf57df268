import type { ComponentChildren } from 'preact';
import type { Span } from '../../../base/span.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { ClaimView } from '../../../publish/workbench/shapes.ts';
import type { RoomProps, Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import { wordsOf as frameWords } from '../shell/languages.ts';
import { Answers } from '../story/answers.tsx';
import { placeOf } from '../story/place.ts';
import { Work } from '../story/work.tsx';
import type { Words } from './words.ts';

/** What to ask next, what came back, what does not fit, and what was decided. */
export function Aside(props: {
  readonly view: ClaimView;
  readonly words: Words;
  readonly tongue: Tongue;
  readonly route: Route;
  readonly decide: RoomProps['decide'];
}) {
  const { view, words, tongue, route, decide } = props;
  const { phrase } = WORDS[tongue];
  const { kinds } = frameWords(tongue);
  return (
    <div class="claim-aside story-aside">
      <section>
        <h2>{words.ask}</h2>
        <Work rows={view.work} claim={view.claim.id} {...{ tongue, route, decide }} />
      </section>
      <Part title={words.answers} count={view.answers.length}>
        <Answers answers={view.answers} asOf="" {...{ tongue, route, decide }} />
      </Part>
      <Part title={words.contradictions} count={view.contradictions.length}>
        <ul>
          {view.contradictions.map(({ a, b, why }) => (
            <li key={`${a.item} ${a.start} ${b.item} ${b.start}`}>
              <Quoted one={a} route={route} />
              <Quoted one={b} route={route} />
              <p class="fine">{phrase(why) ?? why}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={words.decisions} count={view.decisions.length}>
        <ul>
          {view.decisions.map(({ seq, kind, by, why }) => (
            <li key={seq}>
              <a href={hashOf({ ...route, room: 'log', id: null, query: {} })}>#{seq}</a> {kinds[kind] ?? kind},{' '}
              <span dir="auto">
                {by}
                {why ? `: ${why}` : ''}
              </span>
            </li>
          ))}
        </ul>
      </Part>
    </div>
  );
}

function Part(props: { readonly title: string; readonly count: number; readonly children: ComponentChildren }) {
  const { title, count, children } = props;
  if (count === 0) return null;
  return (
    <section>
      <h2>{title}</h2>
      {children}
    </section>
  );
}

function Quoted({
  one,
  route,
}: {
  readonly one: Span & { readonly item: string; readonly quote: string };
  readonly route: Route;
}) {
  return (
    <p>
      <a href={placeOf(one.item, one, route)}>
        <q dir="auto">{one.quote}</q>
      </a>
    </p>
  );
}
