import type { RefObject } from 'preact';
import { useRef, useState } from 'preact/hooks';
import type { Hit } from '../../../publish/workbench/shapes.ts';
import type { Api } from '../api.ts';
import { useHits } from '../parts/use-hits.ts';
import { hashOf, type Route } from '../route.ts';
import type { Words } from './words.ts';

const MOST = 20;

/** Looks for words in the whole case while they are typed; what is found can be walked with the arrow keys. */
export function SearchBox(props: {
  readonly api: Api;
  readonly folder: string;
  readonly words: Words;
  readonly field: RefObject<HTMLInputElement | null>;
}) {
  const { api, folder, words, field } = props;
  const [asked, ask] = useState('');
  const hits = useHits(api, folder, asked, MOST);
  const [opened, open] = useState(false);
  const list = useRef<HTMLUListElement>(null);
  const done = (): void => ask('');
  const leave = (): void => {
    done();
    field.current?.focus();
  };
  /** Down from the field into what was found, up and down in it, and back. */
  const pressed = (event: KeyboardEvent): void => {
    const links: HTMLElement[] = [...(list.current?.querySelectorAll('a') ?? [])];
    const at = links.indexOf(event.target as HTMLElement);
    if (event.key === 'ArrowDown') links[Math.min(at + 1, links.length - 1)]?.focus();
    else if (event.key === 'ArrowUp') (at > 0 ? links[at - 1] : field.current)?.focus();
    else if (event.key === 'Enter' && at < 0) links[0]?.click();
    else if (event.key === 'Escape') leave();
    else return;
    event.preventDefault();
  };
  return (
    <search
      class="shell-search"
      onKeyDown={pressed}
      onFocusIn={() => open(true)}
      onFocusOut={({ currentTarget, relatedTarget }) => open(currentTarget.contains(relatedTarget as Node | null))}
    >
      <input
        ref={field}
        type="search"
        value={asked}
        placeholder={words.search}
        aria-label={words.searchHow}
        autocomplete="off"
        onInput={({ currentTarget }) => ask(currentTarget.value)}
      />
      <div class="shell-found" hidden={hits === null || !opened}>
        <p class="fine" role="status">
          {hits === null ? '' : words.hits(hits.length)}
        </p>
        <ul ref={list}>
          {(hits ?? []).map((hit, place) => (
            <li key={`${hit.kind} ${hit.item} ${hit.start} ${place}`}>
              <a href={hashOf({ case: folder, query: {}, id: null, room: 'story', ...placeOf(hit) })} onClick={done}>
                <span class="shell-hit-kind">{words.hitKinds[hit.kind]}</span>{' '}
                <span dir="auto">
                  {hit.before}
                  <mark>{hit.quote}</mark>
                  {hit.after}
                </span>
              </a>
            </li>
          ))}
        </ul>
      </div>
    </search>
  );
}

/** A claim is looked at as such; everything else where it stands in its item. */
const placeOf = ({ kind, claim, item, start, end }: Hit): Partial<Route> =>
  kind === 'claim' && claim !== null
    ? { room: 'claim', id: claim, query: {} }
    : { room: 'evidence', id: item, query: kind === 'item' ? {} : { at: `${start}-${end}` } };
