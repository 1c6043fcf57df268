import { useEffect, useMemo, useRef, useState } from 'preact/hooks';
import type { Api } from '../api.ts';
import type { Key, RoomProps, Tongue } from '../room.ts';
import { hashOf, type Route, routeOf } from '../route.ts';
import { Corner } from './corner.tsx';
import { Help } from './help.tsx';
import { Masthead } from './masthead.tsx';
import { Room } from './rooms.tsx';
import { chosenTheme, speak, spokenTongue, type Theme, wear } from './tongue.ts';
import { useCaseTitle } from './use-case-title.ts';
import { useKeys } from './use-keys.ts';
import { useNews } from './use-news.ts';
import { useSayings } from './use-sayings.ts';
import { wordsOf } from './words.ts';

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
  const { sayings, say, drop } = useSayings();
  const { head, jobs, up } = useNews(api, route.case);
  const title = useCaseTitle(api, route.case, head);
  const search = useRef<HTMLInputElement>(null);
  const written = useRef<number[]>([]);
  const words = wordsOf(tongue);

  useEffect(() => {
    const moved = (): void => setRoute(routeOf(location.hash));
    addEventListener('hashchange', moved);
    return () => removeEventListener('hashchange', moved);
  }, []);
  useEffect(() => speak(tongue), [tongue]);
  useEffect(() => wear(theme), [theme]);
  useEffect(() => {
    document.title = [title, 'Hearsay'].filter(Boolean).join(' · ');
  }, [title]);
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
  const undo = async (seq: number): Promise<void> => {
    try {
      await api.post(`/cases/${encodeURIComponent(route.case ?? '')}/undo`, { event: seq, why: words.undoWhy });
      written.current = written.current.filter((one) => one !== seq);
      say(words.undone(seq));
    } catch (cause) {
      say(cause instanceof Error ? cause.message : String(cause), 'wrong');
    }
  };
  const decide: RoomProps['decide'] = async (kind, data, why) => {
    try {
      const path = `/cases/${encodeURIComponent(route.case ?? '')}/decisions`;
      const { seq } = await api.post<{ readonly seq: number }>(path, { kind, data, why });
      written.current.push(seq);
      say(words.written(seq, kind), 'plain', seq);
      return seq;
    } catch (cause) {
      say(cause instanceof Error ? cause.message : String(cause), 'wrong');
      return null;
    }
  };
  useKeys(
    {
      help: () => showHelp((shown) => !shown),
      search: () => search.current?.focus(),
      undo: () => {
        const last = written.current.at(-1);
        if (last === undefined) say(words.nothingToUndo);
        else void undo(last);
      },
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
