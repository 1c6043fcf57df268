import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Api } from '../api.ts';
import type { Key, RoomProps, Tongue } from '../room.ts';
import { hashOf, type Route, routeOf } from '../route.ts';
import { Corner } from './corner.tsx';
import { Help } from './help.tsx';
import { wordsOf } from './languages.ts';
import { Masthead } from './masthead.tsx';
import { Room } from './rooms.tsx';
import { chosenTheme, speak, spokenTongue, type Theme, wear } from './tongue.ts';
import { useCaseTitle } from './use-case-title.ts';
import { useDeciding } from './use-deciding.ts';
import { useKeys } from './use-keys.ts';
import { useNews } from './use-news.ts';
import { useSayings } from './use-sayings.ts';
import type { Words } from './words.ts';

const LETTERS: Readonly<Record<string, Route['room']>> = {
  s: 'story',
  e: 'evidence',
  d: 'spread',
  a: 'adding',
  p: 'publishing',
  l: 'log',
};

/** The workbench: one view at a time within its frame. */
export function App({ api }: { readonly api: Api }) {
  const [route, setRoute] = useState<Route>(() => routeOf(location.hash));
  const [tongue, setTongue] = useState<Tongue>(spokenTongue);
  const [theme, setTheme] = useState<Theme>(chosenTheme);
  const [help, showHelp] = useState(false);
  const [keys, setKeys] = useState<readonly Key[]>([]);
  const { sayings, say, drop, forget } = useSayings();
  const words = wordsOf(tongue);
  const { head, jobs, up } = useNews(
    api,
    route.case,
    (job) => say(words.failed(words.jobs[job.kind], job.faults.at(-1) ?? job.step), 'wrong'),
    () => say(words.lineUp),
  );
  const title = useCaseTitle(api, route.case, head);
  const { decide, undo, undoLast } = useDeciding(api, route.case, words, { say, forget });
  const search = useRef<HTMLInputElement>(null);

  useEffect(() => {
    const moved = (): void => setRoute(routeOf(location.hash));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => speak(tongue), [tongue]);
  useEffect(() => wear(theme), [theme]);
  useEffect(() => {
    document.title = [nameOf(route.room, words), title, 'Hearsay'].filter(Boolean).join(' · ');
  }, [title, route.room, words]);
  useArrival(route);

  const go: RoomProps['go'] = (to, how) => {
    const next = { ...route, ...to };
    if (to.room !== undefined && to.room !== route.room && to.query === undefined) Object.assign(next, { query: {} });
    if (to.room !== undefined && to.id === undefined) Object.assign(next, { id: null });
    const hash = hashOf(next);
    if (how === 'replace') {
      history.replaceState(null, '', hash);
      setRoute(routeOf(hash));
    } else location.hash = hash;
  };
  useKeys(
    {
      help: () => showHelp((shown) => !shown),
      search: () => search.current?.focus(),
      undo: undoLast,
      close: () => showHelp(false),
      go: (letter) => {
        const room = LETTERS[letter];
        if (letter === 'c') go({ case: null, room: 'cases', id: null, query: {} });
        else if (room && route.case !== null) go({ room, id: null, query: {} });
      },
    },
    keys,
  );
  const props: RoomProps = {
    ...{ api, route, tongue, head, go, decide, keys: setKeys },
    say: (said, tone) => say(said, tone),
  };
  const look = useMemo(() => ({ tongue, setTongue, theme, setTheme }), [tongue, theme]);
  return (
    <>
      <button type="button" class="shell-skip" onClick={() => document.getElementById('main')?.focus()}>
        {words.skip}
      </button>
      <Masthead {...{ api, route, title, jobs, up, words, look, search, help: () => showHelp(true) }} />
      <Room {...props} />
      <Corner {...{ sayings, words, drop, undo }} />
      {help ? <Help words={words} keys={keys} close={() => showHelp(false)} /> : null}
    </>
  );
}

/** What a view is called, for the tab and for whoever hears it. */
const nameOf = (room: Route['room'], words: Words): string =>
  room === 'cases' || room === 'claim' || room === 'pair' ? words[room] : words.rooms[room];

/** Whoever comes to another view begins at its top, with the focus and the ear of a screen reader there. */
function useArrival({ case: folder, room, id }: Route): void {
  const first = useRef(true);
  useEffect(() => {
    if (first.current) first.current = false;
    else {
      scrollTo(0, 0);
      document.getElementById('main')?.focus({ preventScroll: true });
    }
  }, [folder, room, id]);
}
