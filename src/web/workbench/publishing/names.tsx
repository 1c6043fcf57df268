import { useState } from 'preact/hooks';
import type { Preview, PreviewPerson } from '../../../publish/workbench/shapes.ts';
import { whenWords } from '../log/when.ts';
import { hashOf } from '../route.ts';
import type { About } from './about.ts';
import { DecideForm } from './decide-form.tsx';

/** So many names are shown before somebody asks for all. */
const SHOWN = 60;
const SHOWS = ['all', 'maybe', 'named', 'withheld'] as const;

type Maybe = Preview['maybePeople'][number];
type Naming = 'withhold' | 'disclose';

/** Somebody, or something that may be somebody. */
type Name =
  | { readonly is: 'maybe'; readonly name: string; readonly maybe: Maybe }
  | { readonly is: 'person'; readonly name: string; readonly person: PreviewPerson };

interface NamesProps {
  readonly about: About;
  /** The name whose disclosure is being reasoned about. */
  readonly open: string | null;
  readonly setOpen: (name: string | null) => void;
  readonly withhold: (name: string) => void;
}

/** Name by name: who is named, who is not, and why; to decide by mouse or by keys. */
export function Names({ about, open, setOpen, withhold }: NamesProps) {
  const { words, preview, route, go } = about;
  const [all, showAll] = useState(false);
  const show = SHOWS.find((one) => one === route.query['names']) ?? 'all';
  const names = namesOf(preview).filter((one) => show === 'all' || sortOf(one) === show);
  return (
    <section class="publishing-part" id="publishing-names" aria-labelledby="publishing-names-title">
      <h2 id="publishing-names-title">{words.names}</h2>
      <p class="publishing-how">{words.namesHow}</p>
      <label class="publishing-show">
        {words.filter}{' '}
        <select
          value={show}
          onChange={({ currentTarget: { value } }) => go({ query: { ...route.query, names: value } }, 'replace')}
        >
          {SHOWS.map((one) => (
            <option key={one} value={one}>
              {words.shows[one]}
            </option>
          ))}
        </select>
      </label>
      {names.length === 0 ? <p class="publishing-how">{words.nobody}</p> : null}
      <ol class="publishing-names">
        {names.slice(0, all ? undefined : SHOWN).map((one) => (
          <NameRow key={`${one.is} ${one.name}`} {...{ about, open, setOpen, withhold }} of={one} />
        ))}
      </ol>
      {all || names.length <= SHOWN ? null : (
        <button type="button" onClick={() => showAll(true)}>
          {words.showAll(names.length)}
        </button>
      )}
    </section>
  );
}

const namesOf = ({ maybePeople, people }: Preview): readonly Name[] => [
  ...maybePeople.map((maybe): Name => ({ is: 'maybe', name: maybe.name, maybe })),
  ...people.map((person): Name => ({ is: 'person', name: person.name, person })),
];

const sortOf = (one: Name): Exclude<(typeof SHOWS)[number], 'all'> =>
  one.is === 'maybe' ? 'maybe' : one.person.withheld ? 'withheld' : 'named';

function NameRow({ about, open, setOpen, withhold, of }: NamesProps & { readonly of: Name }) {
  const { words, since } = about;
  const { name } = of;
  const decided = since.get(`name ${name}`) as Naming | undefined;
  const named = of.is === 'person' && !of.person.withheld;
  const because = of.is === 'person' ? of.person.because : 'undecided';
  const settled = decided === 'withhold' || because === 'outlet' || (!named && because === 'decided');
  return (
    <li class="publishing-name" data-name={name} data-name-row tabIndex={-1}>
      <div class="publishing-who">
        <b>{name}</b>
        {of.is === 'person' ? <PersonWords about={about} person={of.person} /> : <MaybeWords about={about} {...of} />}
        {open === name ? <Disclose about={about} of={of} close={() => setOpen(null)} /> : null}
      </div>
      <div class="publishing-do">
        {decided === undefined ? null : <em class="publishing-will">{words.willBe[decided]}</em>}
        {settled ? null : (
          <button type="button" aria-label={words.withholdWho(name)} onClick={() => withhold(name)}>
            {words.withhold}
          </button>
        )}
        {decided === 'disclose' || named ? null : (
          <button
            type="button"
            aria-label={words.discloseWho(name)}
            aria-expanded={open === name}
            onClick={() => setOpen(open === name ? null : name)}
          >
            {words.disclose}
          </button>
        )}
      </div>
    </li>
  );
}

function PersonWords({ about: { words, tongue }, person }: { readonly about: About; readonly person: PreviewPerson }) {
  const { role, standIn, times, because, decided, tender } = person;
  return (
    <>
      {role === null ? null : <span class="publishing-role">{role}</span>}
      {tender === undefined ? null : <em class="publishing-tender">{words.tender[tender]}</em>}
      <p>
        {standIn === null ? words.standsNamed : words.standsAs(standIn)} · {words.times(times)}
      </p>
      <p class="publishing-why">
        {because === 'decided' || decided === null ? '' : `${words.because[because]} · `}
        {decided === null ? words.because[because] : words.decided(decided.by, whenWords(decided.at, tongue))}
        {decided?.why ? ` · ${words.reasonWas(decided.why)}` : ''}
      </p>
    </>
  );
}

function MaybeWords({ about: { words, route }, name, maybe }: { readonly about: About } & Name & { is: 'maybe' }) {
  const link = hashOf({ case: route.case, room: 'evidence', id: maybe.item, query: {} });
  return (
    <>
      <em class="publishing-tender">{words.maybe}</em>
      <p class="publishing-context">
        <a href={link}>
          …{maybe.before}
          <mark>{name}</mark>
          {maybe.after}…
        </a>
      </p>
    </>
  );
}

function Disclose({ about, of, close }: { readonly about: About; readonly of: Name; readonly close: () => void }) {
  const { words, decide, note } = about;
  const tender = of.is === 'person' && of.person.tender !== undefined;
  return (
    <DecideForm
      title={words.discloseWho(of.name)}
      fields={[
        { name: 'why', label: words.whyDisclose, required: true },
        ...(tender ? [{ name: 'second', label: words.second, how: words.secondHow, required: true }] : []),
      ]}
      submit={words.disclose}
      cancel={words.cancel}
      close={close}
      decide={async ({ why = '', second = '' }) => {
        const made = await decide('disclose', { name: of.name, ...(second === '' ? {} : { second }) }, why);
        if (made !== null) note(`name ${of.name}`, 'disclose');
        return made !== null;
      }}
    />
  );
}
