import { useEffect, useRef } from 'preact/hooks';

/** Something that is asked before a decision is written down. */
export interface Asked {
  readonly name: string;
  readonly label: string;
  readonly how?: string;
  readonly required: boolean;
}

interface DecideFormProps {
  readonly title: string;
  readonly fields: readonly Asked[];
  readonly submit: string;
  readonly cancel: string;
  /** Writes it down; false leaves the form as it is. */
  readonly decide: (values: Readonly<Record<string, string>>) => Promise<boolean>;
  readonly close: () => void;
}

/** A few words that a decision needs. Escape leaves it. */
export function DecideForm({ title, fields, submit, cancel, decide, close }: DecideFormProps) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => form.current?.querySelector('input')?.focus(), []);
  const leave = (): void => {
    const row = form.current?.closest<HTMLElement>('li');
    close();
    row?.focus();
  };
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    if (!form.current) return;
    const data = new FormData(form.current);
    const values = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '').trim()]));
    if (await decide(values)) leave();
  };
  return (
    <form
      ref={form}
      class="publishing-decide"
      aria-label={title}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') leave();
      }}
    >
      {fields.map(({ name, label, how, required }) => (
        <label key={name}>
          <span>
            {label} {how === undefined ? null : <small>{how}</small>}
          </span>
          <input type="text" name={name} required={required} autocomplete="off" />
        </label>
      ))}
      <button type="submit">{submit}</button>
      <button type="button" onClick={leave}>
        {cancel}
      </button>
    </form>
  );
}
