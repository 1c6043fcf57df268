import { useEffect, useRef, useState } from 'preact/hooks';
import { messageOf } from '../../../base/error.ts';
import { folded } from '../parts/fold.ts';
import type { RoomProps } from '../room.ts';
import { hashOf } from '../route.ts';
import { wordsOf } from './languages.ts';
import type { Words } from './words.ts';

interface CaseRow {
  readonly name: string;
  readonly title: string;
  readonly items: number;
  readonly events: number;
  readonly at: string;
}

/** The cases in the folder, and a new one. */
export function CasesRoom({ api, tongue, head, go, say, keys }: RoomProps) {
  const words = wordsOf(tongue);
  const [cases, set] = useState<readonly CaseRow[] | null>(null);
  useEffect(() => {
    const stop = new AbortController();
    api
      .get<{ readonly cases: readonly CaseRow[] }>('/cases', stop.signal)
      .then((one) => set(one.cases))
      .catch((cause: unknown) => stop.signal.aborted || say(String(cause), 'wrong'));
    return () => stop.abort();
  }, [api, head]);
  useEffect(() => keys([]), []);
  return (
    <div class="shell-cases">
      <h1>{words.cases}</h1>
      <p>{words.casesLead}</p>
      {cases?.length === 0 ? <p class="shell-none">{words.noCases}</p> : null}
      <ul class="shell-case-list">
        {(cases ?? []).map(({ name, title, items, events }) => (
          <li key={name}>
            <a href={hashOf({ case: name, room: 'story', id: null, query: {} })}>
              <span dir="auto">{title}</span>
            </a>{' '}
            <span class="fine">
              {title === name ? '' : `${name} · `}
              {words.caseFacts(items, events)}
            </span>
          </li>
        ))}
      </ul>
      <NewCase {...{ words, api, go, say }} cases={cases ?? []} />
    </div>
  );
}

interface NewCaseProps extends Pick<RoomProps, 'api' | 'go' | 'say'> {
  readonly words: Words;
  readonly cases: readonly CaseRow[];
}

/** Makes a case; its folder is named after its title until somebody names it. */
function NewCase({ words, api, go, say, cases }: NewCaseProps) {
  const [name, setName] = useState('');
  const named = useRef(false);
  const rename = (to: string): void => {
    named.current = to !== '';
    setName(to);
  };
  const suggest = (to: string): void => {
    if (!named.current) setName(to);
  };
  const make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const folder = String(form.get('name') ?? '').trim();
    try {
      await api.post('/cases', {
        name: folder,
        title: String(form.get('title') ?? '').trim() || folder,
        languages: [],
      });
      go({ case: folder, room: 'adding', id: null, query: {} });
    } catch (cause) {
      say(messageOf(cause), 'wrong');
    }
  };
  return (
    <form class="shell-new" onSubmit={(event) => void make(event)}>
      <h2>{words.newCase}</h2>
      <label>
        {words.caseTitle}
        <input
          name="title"
          maxLength={300}
          autocomplete="off"
          onInput={({ currentTarget }) => suggest(folderFor(currentTarget.value, cases))}
        />
      </label>
      <label>
        {words.name}
        <input
          name="name"
          value={name}
          onInput={({ currentTarget }) => rename(currentTarget.value)}
          required
          pattern="[A-Za-z0-9][A-Za-z0-9._\-]*"
          maxLength={80}
          autocomplete="off"
        />
        <span class="fine">{words.nameHow}</span>
      </label>
      <button type="submit">{words.make}</button>
    </form>
  );
}

/** A folder's name from a title: its letters and digits as ASCII has them, or a number where it has none of those. */
function folderFor(title: string, cases: readonly CaseRow[]): string {
  const plain = folded(title)
    .replaceAll(/[^a-z0-9]+/gu, '-')
    .slice(0, 60)
    .replaceAll(/^-+|-+$/gu, '');
  const taken = new Set(cases.map((one) => one.name));
  const base = plain || (title.trim() === '' ? '' : 'case');
  if (base === '' || !taken.has(base)) return base;
  for (let next = 2; ; next++) if (!taken.has(`${base}-${next}`)) return `${base}-${next}`;
}
