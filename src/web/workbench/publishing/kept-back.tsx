import { useState } from 'preact/hooks';
import type { Preview } from '../../../publish/workbench/shapes.ts';
import { whenWords } from '../log/when.ts';
import { hashOf } from '../route.ts';
import type { About } from './about.ts';
import { DecideForm } from './decide-form.tsx';

type Kept = Preview['keptBack'][number];

/** Claims that do not go out: private life, counted; and those that name somebody who was not heard. */
export function KeptBack({ about }: { readonly about: About }) {
  const { words, preview } = about;
  const waiting = preview.keptBack.filter(({ why }) => why === 'right-of-reply');
  const privateLife = preview.keptBack.length - waiting.length;
  return (
    <section class="publishing-part" id="publishing-kept" aria-labelledby="publishing-kept-title">
      <h2 id="publishing-kept-title">{words.keptBack}</h2>
      {privateLife > 0 ? <p class="publishing-how">{words.privateLife(privateLife)}</p> : null}
      <p class="publishing-how">{waiting.length > 0 ? words.waitsHow : words.heardAll}</p>
      <ol class="publishing-rows">
        {waiting.map((one) => (
          <Waiting key={`${one.claim} ${one.of}`} about={about} kept={one} />
        ))}
      </ol>
    </section>
  );
}

function Waiting({ about, kept }: { readonly about: About; readonly kept: Kept }) {
  const { words, tongue, route, since } = about;
  const [open, setOpen] = useState<'ask' | 'waive' | null>(null);
  const of = kept.of ?? '';
  const will = since.get(keyOf(kept));
  const when = (at: string | null): string => (at === null ? '' : whenWords(at, tongue));
  return (
    <li class="publishing-name" tabIndex={-1}>
      <div class="publishing-who">
        <a href={hashOf({ case: route.case, room: 'claim', id: kept.claim, query: {} })}>{kept.wording}</a>
        <p class="publishing-why">
          {kept.waitsUntil === null ? words.notAsked(of) : words.asked(of, when(kept.asked), when(kept.waitsUntil))}
        </p>
        {open === null ? null : <Form about={about} kept={kept} what={open} close={() => setOpen(null)} />}
      </div>
      <div class="publishing-do">
        {will === undefined ? null : (
          <em class="publishing-will">{will === 'ask' ? words.willAsk : words.willWaive}</em>
        )}
        <button type="button" aria-label={words.askWho(of)} onClick={() => setOpen('ask')}>
          {words.ask}
        </button>
        <button type="button" aria-label={words.waiveWho(of)} onClick={() => setOpen('waive')}>
          {words.waive}
        </button>
      </div>
    </li>
  );
}

const keyOf = ({ claim, of }: Kept): string => `claim ${claim} ${of}`;

interface FormProps {
  readonly about: About;
  readonly kept: Kept;
  readonly what: 'ask' | 'waive';
  readonly close: () => void;
}

function Form({ about, kept, what, close }: FormProps) {
  const { words, decide, note } = about;
  const { claim } = kept;
  const of = kept.of ?? '';
  const asks = what === 'ask';
  return (
    <DecideForm
      key={what}
      title={asks ? words.askWho(of) : words.waiveWho(of)}
      fields={
        asks
          ? [
              { name: 'question', label: words.question, required: true },
              { name: 'through', label: words.through, required: false },
            ]
          : [{ name: 'why', label: words.whyWaive, required: true }]
      }
      submit={asks ? words.ask : words.waive}
      cancel={words.cancel}
      close={close}
      decide={async ({ question = '', through = '', why = '' }) => {
        const made = asks
          ? await decide('ask', { of, question, claim, ...(through === '' ? {} : { through }) }, null)
          : await decide('waive', { claim, of }, why);
        if (made !== null) note(keyOf(kept), what);
        return made !== null;
      }}
    />
  );
}
