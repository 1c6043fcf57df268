import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { Job } from '../../../publish/workbench/shapes.ts';
import { type NamedPage, namedPage } from '../adding-bookmarklet.ts';
import type { RoomProps } from '../room.ts';
import { CameIn } from './came-in.tsx';
import { FileDrop } from './file-drop.tsx';
import { FromBrowser, Named } from './from-browser.tsx';
import { JobLine } from './job-line.tsx';
import { LinksForm } from './links-form.tsx';
import { type Draft, NO_DRAFT, PasteForm } from './paste-form.tsx';
import { useJobs } from './use-jobs.ts';
import { usePasting } from './use-pasting.ts';
import { type Sending, useSending } from './use-sending.ts';
import type { Words } from './words.ts';
import { wordsOf } from './words-of.ts';
import './style.css';

/** So many jobs that are over stay in sight. */
const OVER = 4;

/** Bringing evidence in: files, folders, links, words, pictures, and how far each is. */
export function AddingRoom(props: RoomProps) {
  const { api, route, tongue, go, say, keys } = props;
  const words = wordsOf(tongue);
  const folder = route.case ?? '';
  const [links, writeLinks] = useState('');
  const [draft, write] = useState<Draft>(NO_DRAFT);
  const jobs = useJobs(api, folder);
  const wrong = (cause: unknown): void => say(messageOf(cause), 'wrong');
  const { sending, send } = useSending(api, folder, (cause) => wrong(new Error(words.lost(messageOf(cause)))));
  useEffect(() => {
    keys([
      { key: 'a', does: words.keyFiles, run: () => document.getElementById('adding-files')?.click() },
      { key: 'l', does: words.keyLinks, run: () => document.getElementById('adding-urls')?.focus() },
      { key: 'p', does: words.keyPaste, run: () => document.getElementById('adding-words')?.focus() },
    ]);
  }, [tongue]);
  usePasting({ words, say, send, writeLinks, write });
  const ask = async (path: string, body: unknown): Promise<boolean> => {
    try {
      await api.post<Job>(`/cases/${encodeURIComponent(folder)}/${path}`, body);
      return true;
    } catch (cause) {
      wrong(cause);
      return false;
    }
  };
  const named = namedPage(route.query);
  const leave = (): void => go({ query: {} }, 'replace');
  const take = async ({ url, title, selection }: NamedPage): Promise<void> => {
    if (!(await ask('links', { urls: [url], render: false, ignoreRobots: false }))) return;
    const marked = { text: selection, title, url, note: words.namedNote };
    if (selection === '' || (await ask('paste', marked))) leave();
  };
  return (
    <section class="adding-room" aria-labelledby="adding-title">
      <header>
        <h1 id="adding-title">{words.title}</h1>
        <p class="adding-how">{words.lead}</p>
      </header>
      {named === null ? null : <Named words={words} page={named} take={() => void take(named)} leave={leave} />}
      <div class="adding-ways">
        <FileDrop words={words} say={say} send={send} />
        <LinksForm words={words} text={links} write={writeLinks} capture={(body) => ask('links', body)} />
        <PasteForm words={words} draft={draft} write={write} add={(body) => ask('paste', body)} />
      </div>
      <div class="adding-course">
        <section class="adding-now" aria-labelledby="adding-now">
          <h2 id="adding-now">{words.underWay}</h2>
          {sending.map((one) => (
            <SendingLine key={one.id} sending={one} words={words} />
          ))}
          {shownOf(jobs ?? []).map((job) => (
            <JobLine key={job.id} {...{ job, api, say }} words={words.job} outcome={outcomeOf(job, words)} />
          ))}
          {sending.length === 0 && shownOf(jobs ?? []).length === 0 ? (
            <p class="adding-how">{words.nothingUnderWay}</p>
          ) : null}
        </section>
        <CameIn {...props} words={words} />
        <FromBrowser words={words} folder={folder} say={say} />
      </div>
    </section>
  );
}

/** What is under way, and what was last. */
function shownOf(jobs: readonly Job[]): readonly Job[] {
  const own = jobs.filter(({ kind }) => kind === 'add' || kind === 'weigh');
  // What adds stands above what reads, whichever began first: nothing changes places while it goes.
  const working = own
    .filter(({ state }) => state === 'working' || state === 'waiting')
    .sort((a, b) => (a.kind < b.kind ? -1 : a.kind > b.kind ? 1 : 0));
  const over = own.filter((one) => !working.includes(one) && (one.kind === 'add' || one.state === 'failed'));
  return [...working, ...over.slice(0, OVER)];
}

/** What came of a job of adding. */
function outcomeOf({ kind, state, result }: Job, words: Words): string | null {
  if (kind !== 'add' || (state !== 'done' && state !== 'cancelled')) return null;
  const { added, there } = (result ?? {}) as { readonly added?: number; readonly there?: number };
  if (added === undefined) return null;
  const made = words.done(added, there ?? 0);
  return state === 'done' ? made : `${words.job.states.cancelled} · ${made}`;
}

function SendingLine({ sending, words }: { readonly sending: Sending; readonly words: Words }) {
  const { files, bytes, sent, left } = sending;
  const how = `${words.job.bytes(sent)} / ${words.job.bytes(bytes)}`;
  return (
    <div class="job-line job-working">
      <p class="job-words">
        <b>{words.sending(files)}</b> <span>{[how, ...(left === null ? [] : [words.job.left(left)])].join(' · ')}</span>
      </p>
      <progress class="job-bar" aria-label={words.job.progress} max={Math.max(1, bytes)} value={sent} />
    </div>
  );
}
