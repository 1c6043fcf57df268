import { useEffect, useRef } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import { instantWords } from '../../../publish/wording.ts';
import { WORDS } from '../../../publish/words/languages.ts';
import type { Board } from '../../../publish/workbench/shapes.ts';
import { useFetched } from '../parts/use-fetched.ts';
import type { RoomProps } from '../room.ts';
import { hashOf } from '../route.ts';
import { Answers } from './answers.tsx';
import { Claims } from './claims.tsx';
import { wordsOf } from './languages.ts';
import { MovedSince } from './moved-since.tsx';
import { PolicyLine } from './policy-line.tsx';
import { Promises } from './promises.tsx';
import { useMoved } from './use-moved.ts';
import type { Words } from './words.ts';
import { Work } from './work.tsx';
import './style.css';

/** The story at a glance: from the pile to its origins, its claims, what moved, what was promised, what to ask. */
export function StoryRoom(props: RoomProps) {
  const { api, route, tongue, head, go, say, keys } = props;
  const words = wordsOf(tongue);
  const folder = route.case ?? '';
  const path = `/cases/${encodeURIComponent(folder)}`;
  const { value: board, wrong } = useFetched<Board>(api, `${path}/board`, head);
  const moved = useMoved(api, path, head, board !== null);
  const list = useRef<HTMLDivElement>(null);
  const mark = async (): Promise<void> => {
    try {
      await moved.mark();
      say(words.marked);
    } catch (cause) {
      say(messageOf(cause), 'wrong');
    }
  };
  const latest = useRef(mark);
  latest.current = mark;
  useEffect(() => {
    keys([
      { key: 'j', does: words.keys.next, run: () => step(list.current, 1) },
      { key: 'k', does: words.keys.before, run: () => step(list.current, -1) },
      { key: 'f', does: words.keys.filter, run: () => document.getElementById('story-filter')?.focus() },
      { key: 'm', does: words.keys.mark, run: () => void latest.current() },
      { key: 'w', does: words.keys.work, run: () => document.getElementById('story-work')?.focus() },
    ]);
  }, [tongue]);
  if (board === null)
    return (
      <div class="story-waiting">
        <h1>{folder}</h1>
        <p role={wrong === null ? undefined : 'alert'}>{wrong ?? words.loading}</p>
      </div>
    );
  if (board.counts.items === 0) return <Empty words={words} folder={folder} title={board.title} />;
  return (
    <div class="story-room">
      <header class="story-head">
        <h1>
          <span dir="auto">{board.title}</span>
        </h1>
        <Funnel board={board} words={words} />
        <p class="fine">{words.asOf(instantWords(board.asOf, WORDS[tongue]))}</p>
        <PolicyLine {...{ api, words, now: board.policy, decide: props.decide }} />
      </header>
      <div class="story-columns">
        <div ref={list} class="story-claims">
          <Claims {...{ board, words, tongue, route, go, moved: moved.claims }} />
        </div>
        <aside class="story-aside">
          <MovedSince {...{ words, tongue, route, moved, mark: () => void mark() }} />
          <section aria-labelledby="story-work">
            <h2 id="story-work" tabIndex={-1}>
              {words.work}
            </h2>
            <p class="fine">{board.work.length > 0 ? words.workLead : words.noWork}</p>
            <Work rows={board.work} claim={null} {...{ tongue, route, decide: props.decide }} />
          </section>
          <Promises {...{ board, words, tongue, route, decide: props.decide }} />
          <section aria-labelledby="story-answers">
            <h2 id="story-answers">{words.answers}</h2>
            {board.answers.length === 0 ? <p class="fine">{words.noAnswers}</p> : null}
            <Answers answers={board.answers} asOf={board.asOf} {...{ tongue, route, decide: props.decide }} />
          </section>
        </aside>
      </div>
    </div>
  );
}

function Funnel({ board, words }: { readonly board: Board; readonly words: Words }) {
  const { items, tellings, origins, unreadable } = board.counts;
  return (
    <p class="story-funnel">
      {words.funnel(items, tellings, origins).map(([count, what], at) => (
        <span key={what}>
          {at > 0 ? <span class="story-to"> → </span> : null}
          <b>{count.toLocaleString()}</b> {what}
        </span>
      ))}
      {unreadable > 0 ? <span class="story-unread">{words.unreadable(unreadable)}</span> : null}
    </p>
  );
}

function Empty(props: { readonly words: Words; readonly folder: string; readonly title: string }) {
  const { words, folder, title } = props;
  return (
    <div class="story-empty">
      <h1>
        <span dir="auto">{title}</span>
      </h1>
      <p>{words.empty}</p>
      <p>{words.emptyHow}</p>
      <p>
        <a href={hashOf({ case: folder, room: 'adding', id: null, query: {} })}>{words.add}</a>
      </p>
    </div>
  );
}

/** To the next claim, or the one before. */
function step(list: HTMLElement | null, by: 1 | -1): void {
  const links = [...(list?.querySelectorAll<HTMLElement>('a.story-claim') ?? [])];
  const at = links.indexOf(document.activeElement as HTMLElement);
  links[Math.min(links.length - 1, Math.max(0, at + by))]?.focus();
}
