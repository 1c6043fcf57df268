import { useState } from 'preact/hooks';
import { Switch } from './links-form.tsx';
import { asPage } from './pasted.ts';
import type { Words } from './words.ts';

const FIELDS = ['title', 'publisher', 'author', 'published', 'url', 'lang', 'note'] as const;
type Field = (typeof FIELDS)[number];

/** A year, a month, a day or an instant. */
const DAY = '\\d{4}(-\\d{2}(-\\d{2}(T.*)?)?)?';

/** Words as they were pasted: plain, and with their markup where the clipboard held that. */
export interface Draft {
  readonly text: string;
  readonly html: string | null;
}

export const NO_DRAFT: Draft = { text: '', html: null };

/** Words with what is known of them, as the server takes them. */
export type PasteAsk = { readonly text: string } & Readonly<Record<Field, string | null>>;

interface PasteFormProps {
  readonly words: Words;
  readonly draft: Draft;
  readonly write: (draft: Draft) => void;
  readonly add: (ask: PasteAsk) => Promise<boolean>;
}

/** Words that somebody pasted or typed, and a small form for what is known of them. */
export function PasteForm({ words, draft, write, add }: PasteFormProps) {
  const [known, know] = useState<Readonly<Partial<Record<Field, string>>>>({});
  const [whole, keepWhole] = useState(true);
  const submit = async (event: Event): Promise<void> => {
    event.preventDefault();
    const text = draft.html !== null && whole ? asPage(draft.html) : draft.text;
    const told = Object.fromEntries(FIELDS.map((one) => [one, known[one]?.trim() || null])) as Record<
      Field,
      string | null
    >;
    // A page is called by its first words, not by its markup.
    const title = told.title ?? (text === draft.text ? null : firstWords(draft.text));
    if (text.trim() === '' || !(await add({ text, ...told, title }))) return;
    write(NO_DRAFT);
    know({});
  };
  const hints: Readonly<Partial<Record<Field, string>>> = words.hints;
  return (
    <section class="adding-paste" aria-labelledby="adding-paste">
      <h2 id="adding-paste">{words.paste}</h2>
      <p class="adding-how">{words.pasteHow}</p>
      <form onSubmit={(event) => void submit(event)}>
        <label class="adding-field">
          <span>{words.pasteField}</span>
          <textarea
            id="adding-words"
            rows={5}
            value={draft.text}
            onInput={({ currentTarget: { value } }) => write({ text: value, html: null })}
          />
        </label>
        {draft.html === null ? null : <Switch on={whole} set={keepWhole} name={words.asPage} how={words.asPageHow} />}
        <fieldset class="adding-known">
          <legend>
            {words.known} <small>{words.knownHow}</small>
          </legend>
          {FIELDS.map((one) => (
            <label key={one} class={`adding-field adding-${one}`}>
              <span>{words.fields[one]}</span>
              <input
                type="text"
                inputMode={one === 'url' ? 'url' : 'text'}
                value={known[one] ?? ''}
                placeholder={hints[one] ?? ''}
                {...(one === 'published' ? { pattern: DAY, title: words.hints.published } : {})}
                onInput={({ currentTarget: { value } }) => know({ ...known, [one]: value })}
              />
            </label>
          ))}
        </fieldset>
        <button type="submit" disabled={draft.text.trim() === '' && draft.html === null}>
          {words.add}
        </button>
      </form>
    </section>
  );
}

const firstWords = (text: string): string | null => text.trim().split('\n', 1)[0]?.slice(0, 80) || null;
