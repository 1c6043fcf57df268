import { useEffect, useState } from 'preact/hooks';
import type { RoomProps } from '../room.ts';
import { hashOf } from '../route.ts';
import { wordsOf } from './languages.ts';

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
  const make = async (event: SubmitEvent): Promise<void> => {
    event.preventDefault();
    const form = new FormData(event.currentTarget as HTMLFormElement);
    const name = String(form.get('name') ?? '').trim();
    try {
      await api.post('/cases', { name, title: String(form.get('title') ?? '').trim() || name, languages: [] });
      go({ case: name, room: 'adding', id: null, query: {} });
    } catch (cause) {
      say(cause instanceof Error ? cause.message : String(cause), 'wrong');
    }
  };
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
              {name} · {words.caseFacts(items, events)}
            </span>
          </li>
        ))}
      </ul>
      <form class="shell-new" onSubmit={(event) => void make(event)}>
        <h2>{words.newCase}</h2>
        <label>
          {words.caseTitle}
          <input name="title" maxLength={300} autocomplete="off" />
        </label>
        <label>
          {words.name}
          <input name="name" required pattern="[A-Za-z0-9][A-Za-z0-9._\-]*" maxLength={80} autocomplete="off" />
          <span class="fine">{words.nameHow}</span>
        </label>
        <button type="submit">{words.make}</button>
      </form>
    </div>
  );
}
