import type { RefObject } from 'preact';
import type { Job } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';
import type { Tongue } from '../room.ts';
import { hashOf, type Route } from '../route.ts';
import { SearchBox } from './search-box.tsx';
import { THEMES, type Theme } from './tongue.ts';
import type { Words } from './words.ts';

const MENU = ['story', 'evidence', 'spread', 'adding', 'publishing', 'log'] as const;

/** How the workbench looks and speaks, and what changes that. */
export interface Look {
  readonly tongue: Tongue;
  readonly setTongue: (tongue: Tongue) => void;
  readonly theme: Theme;
  readonly setTheme: (theme: Theme) => void;
}

/** The head of every view: which case, which views there are, the search, and what is under way. */
export function Masthead(props: {
  readonly api: Api;
  readonly route: Route;
  readonly title: string;
  readonly jobs: readonly Job[];
  readonly up: boolean;
  readonly words: Words;
  readonly look: Look;
  readonly search: RefObject<HTMLInputElement | null>;
  readonly help: () => void;
}) {
  const { api, route, title, jobs, up, words, look, search, help } = props;
  const { case: folder } = route;
  const here = route.room === 'claim' ? 'story' : route.room === 'pair' ? 'evidence' : route.room;
  return (
    <header class="shell-head">
      <p class="shell-title">
        <a href="#/" class="shell-home">
          {words.cases}
        </a>
        {folder === null ? null : (
          <a href={hashOf({ case: folder, room: 'story', id: null, query: {} })}>
            <span dir="auto">{title || folder}</span>
          </a>
        )}
      </p>
      <div class="shell-look">
        <label class="shell-theme">
          <span class="shell-unseen">{words.themeIs}</span>
          <select
            value={look.theme}
            onChange={({ currentTarget: { value } }) => look.setTheme(THEMES.find((one) => one === value) ?? 'auto')}
          >
            {THEMES.map((one) => (
              <option key={one} value={one}>
                {words.theme[one]}
              </option>
            ))}
          </select>
        </label>
        <button
          type="button"
          lang={look.tongue === 'zh' ? 'en' : 'zh-Hans'}
          onClick={() => look.setTongue(look.tongue === 'zh' ? 'en' : 'zh')}
        >
          {look.tongue === 'zh' ? 'English' : '中文'}
        </button>
        <button type="button" onClick={help}>
          {words.help} <kbd>?</kbd>
        </button>
      </div>
      {folder === null ? null : (
        <div class="shell-bar">
          <nav aria-label={words.menu}>
            {MENU.map((room) => (
              <a
                key={room}
                href={hashOf({ case: folder, room, id: null, query: {} })}
                aria-current={here === room ? 'page' : undefined}
              >
                {words.rooms[room]}
              </a>
            ))}
          </nav>
          <SearchBox {...{ api, folder, words, field: search }} />
        </div>
      )}
      <p class="shell-status" role="status">
        {up ? jobs.map((one) => <Working key={one.id} job={one} words={words} />) : <span>{words.lineDown}</span>}
      </p>
    </header>
  );
}

/** A job in a line: what, how many of how many, how long yet. */
function Working({ job, words }: { readonly job: Job; readonly words: Words }) {
  const { kind, done, total, left } = job;
  return (
    <span>
      {[
        words.jobs[kind],
        total > 0 ? words.progress(done, total) : '',
        left !== null && left > 1000 ? words.left(Math.ceil(left / 1000)) : '',
      ]
        .filter(Boolean)
        .join(' · ')}
    </span>
  );
}
