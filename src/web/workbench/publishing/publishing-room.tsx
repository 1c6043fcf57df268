import { useEffect, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import type { Job, Preview } from '../../../publish/workbench/shapes.ts';
import { JobLine } from '../adding/job-line.tsx';
import { useJobs } from '../adding/use-jobs.ts';
import { wordsOf as addingWords } from '../adding/words-of.ts';
import type { RoomProps } from '../room.ts';
import type { About } from './about.ts';
import { GateFindings } from './gate-findings.tsx';
import { KeptBack } from './kept-back.tsx';
import { Names } from './names.tsx';
import { askOf, isAsAsked, type Options, optionsOf, type Told } from './options.ts';
import { OptionsForm } from './options-form.tsx';
import { Pictures } from './pictures.tsx';
import { PublicClaims } from './public-claims.tsx';
import { PublishForm } from './publish-form.tsx';
import { Published } from './published.tsx';
import { Summary } from './summary.tsx';
import type { Words } from './words.ts';
import { wordsOf } from './words-of.ts';
import './style.css';

/** What would be public and what withheld, deciding about it, and then publishing. */
export function PublishingRoom(props: RoomProps) {
  const { api, route, tongue, head, decide, say, keys } = props;
  const words = wordsOf(tongue);
  const folder = route.case ?? '';
  const path = `/cases/${encodeURIComponent(folder)}`;
  const [options, setOptions] = useState<Options>({
    languages: tongue === 'zh' ? 'zh,en' : 'en,zh',
    base: '',
    reason: '',
  });
  const [open, setOpen] = useState<string | null>(null);
  const [to, setTo] = useState(`${folder}-record`);
  const [written, setWritten] = useState('');
  const jobs = useJobs(api, folder) ?? [];
  const shown = jobs.find(({ kind, state }) => kind === 'preview' && state === 'done');
  const made = jobs.find(({ kind, state }) => kind === 'publish' && state === 'done');
  const preview = (shown?.result ?? null) as Preview | null;
  const { since, note } = useDecided(shown?.id ?? '');
  useEffect(() => {
    // Whoever comes back finds the form as the preview was asked for.
    if (preview !== null) setOptions(optionsOf(preview.options));
  }, [shown?.id]);
  const asAsked = preview === null || isAsAsked(options, preview.options);
  const last = useHead(api, path, head);
  const behind = preview === null ? 0 : Math.max(0, last - preview.head, since.size > 0 ? 1 : 0);
  const working = jobs.some(({ kind, state }) => isOwn(kind) && state === 'working');
  const start = async (what: 'preview' | 'publish', more: Readonly<Record<string, unknown>>): Promise<void> => {
    try {
      await api.post<Job>(`${path}/${what}`, { ...askOf(options), ...more });
    } catch (cause) {
      say(messageOf(cause), 'wrong');
    }
  };
  const look = (): void => void start('preview', {});
  const withhold = async (name: string): Promise<void> => {
    if ((await decide('withhold', { name }, null)) !== null) note(`name ${name}`, 'withhold');
  };
  useNameKeys(keys, { words, withhold, setOpen, look }, [tongue, options, shown?.id, since]);
  const about: About | null = preview && { ...props, words, preview, since, note };
  const job = addingWords(tongue).job;
  const lines = (kind: Job['kind']) =>
    linesOf(jobs, kind).map((one) => <JobLine key={one.id} {...{ api, say }} job={one} words={job} outcome={null} />);
  return (
    <div class="publishing-room">
      <header>
        <h1 id="publishing-title">{words.title}</h1>
        <p class="publishing-how">{words.lead}</p>
      </header>
      <OptionsForm {...{ words, options, working }} set={setOptions} isFirst={preview === null} preview={look} />
      <div class="publishing-jobs">{lines('preview')}</div>
      {about === null ? (
        <p class="publishing-how">{words.none}</p>
      ) : (
        <>
          <Summary {...{ words, job }} preview={about.preview} since={behind} asAsked={asAsked} />
          <GateFindings words={words} found={about.preview.found} />
          <Names {...{ about, open, setOpen }} withhold={(name) => void withhold(name)} />
          <KeptBack about={about} />
          <Pictures about={about} />
          <PublicClaims about={about} />
          <PublishForm
            {...{ words, to, setTo }}
            preview={about.preview}
            hindered={
              about.preview.found.length > 0 ? 'found' : working ? 'working' : behind > 0 || !asAsked ? 'stale' : null
            }
            publish={() => {
              setWritten(to.trim());
              void start('publish', { to: to.trim() });
            }}
          />
        </>
      )}
      <div class="publishing-jobs">
        {lines('publish')}
        {made && (preview === null || isLater(made, shown)) ? (
          <Published {...{ words, job, say }} told={made.result as Told} to={written} />
        ) : null}
      </div>
    </div>
  );
}

interface NameDeeds {
  readonly words: Words;
  readonly withhold: (name: string) => Promise<void>;
  readonly setOpen: (name: string) => void;
  readonly look: () => void;
}

/** Keys that walk the names and decide about the one that is looked at; `told` is what they depend on. */
function useNameKeys(keys: RoomProps['keys'], { words, withhold, setOpen, look }: NameDeeds, told: readonly unknown[]) {
  useEffect(() => {
    const at = (run: (name: string) => void) => () => {
      const name = document.activeElement?.closest<HTMLElement>('[data-name]')?.dataset['name'];
      if (name !== undefined) run(name);
    };
    keys([
      { key: 'j', does: words.keys.next, run: () => step(1) },
      { key: 'k', does: words.keys.before, run: () => step(-1) },
      { key: 'w', does: words.keys.withhold, run: at((name) => void withhold(name).then(() => step(1))) },
      { key: 'd', does: words.keys.disclose, run: at(setOpen) },
      { key: 'p', does: words.keys.preview, run: look },
    ]);
  }, told);
}

const isOwn = (kind: Job['kind']): boolean => kind === 'preview' || kind === 'publish';

/** The last job of a kind, where it is under way or came to nothing. */
const linesOf = (jobs: readonly Job[], kind: Job['kind']): readonly Job[] =>
  jobs
    .filter((one) => one.kind === kind)
    .slice(0, 1)
    .filter(({ state }) => state !== 'done');

const isLater = (one: Job, other: Job | undefined): boolean =>
  other === undefined || Number(one.id.replace(/\D/gu, '')) > Number(other.id.replace(/\D/gu, ''));

const NOTHING: ReadonlyMap<string, string> = new Map();

/** What was decided since a preview, until there is another. */
function useDecided(preview: string) {
  const [all, set] = useState<{ readonly of: string; readonly since: ReadonlyMap<string, string> }>({
    of: preview,
    since: NOTHING,
  });
  // The same nothing each time, or keys would be told anew for ever.
  const since = all.of === preview ? all.since : NOTHING;
  return {
    since,
    note: (about: string, what: string) => set({ of: preview, since: new Map([...since, [about, what]]) }),
  };
}

/** The number of the last event of the case. */
function useHead(api: RoomProps['api'], path: string, grown: number): number {
  const [last, set] = useState(0);
  useEffect(() => {
    const stop = new AbortController();
    api.get<{ readonly head: number }>(path, stop.signal).then(
      (answer) => set(answer.head),
      () => undefined,
    );
    return () => stop.abort();
  }, [path, grown]);
  return last;
}

/** Moves to the name after or before the one at hand. */
function step(by: 1 | -1): void {
  const rows = [...document.querySelectorAll<HTMLElement>('[data-name-row]')];
  const at = rows.findIndex((one) => one.contains(document.activeElement));
  rows[at < 0 ? 0 : Math.min(rows.length - 1, Math.max(0, at + by))]?.focus();
}
