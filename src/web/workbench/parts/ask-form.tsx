import { useEffect, useRef } from 'preact/hooks';

/** A field that somebody fills in before something is written down. */
export interface Field {
  readonly name: string;
  readonly label: string;
  readonly value?: string;
  readonly required?: boolean;
  readonly type?: 'text' | 'date';
  /** A choice of these, each with its words. */
  readonly choice?: readonly (readonly [string, string])[];
}

/** A small form in place: Escape closes it, Enter sends it. What stands in its fields is theirs, whatever comes in around it. */
export function AskForm(props: {
  readonly title: string;
  readonly fields: readonly Field[];
  readonly submit: string;
  readonly cancel: string;
  /** False leaves the form as it is. */
  readonly done: (values: Readonly<Record<string, string>>) => Promise<boolean>;
  readonly close: () => void;
}) {
  const { title, fields, submit, cancel, done, close } = props;
  const form = useRef<HTMLFormElement>(null);
  const sending = useRef(false);
  useEffect(() => {
    form.current?.querySelector<HTMLElement>('input, select, textarea')?.focus();
    // Who was in the form goes on from the view, not from nowhere.
    return () =>
      void setTimeout(
        () =>
          document.activeElement === document.body && document.getElementById('main')?.focus({ preventScroll: true }),
      );
  }, []);
  const send = async (event: Event): Promise<void> => {
    event.preventDefault();
    // Pressed twice, it is written once.
    if (!form.current || sending.current) return;
    sending.current = true;
    const data = new FormData(form.current);
    const values = Object.fromEntries(fields.map(({ name }) => [name, String(data.get(name) ?? '').trim()]));
    const isDone = await done(values).finally(() => {
      sending.current = false;
    });
    if (isDone) close();
  };
  return (
    <form
      ref={form}
      class="parts-ask"
      aria-label={title}
      onSubmit={(event) => void send(event)}
      onKeyDown={(event) => {
        if (event.key === 'Escape') close();
      }}
    >
      {fields.map(({ name, label, value = '', required = false, type = 'text', choice }) => (
        <label key={name} for={`ask-${name}`}>
          <span>{label}</span>
          {choice ? (
            <select id={`ask-${name}`} name={name} required={required}>
              {choice.map(([of, words]) => (
                <option key={of} value={of} selected={of === value}>
                  {words}
                </option>
              ))}
            </select>
          ) : type === 'date' ? (
            <input id={`ask-${name}`} type="date" name={name} required={required} defaultValue={value} />
          ) : (
            <input
              id={`ask-${name}`}
              type="text"
              name={name}
              required={required}
              defaultValue={value}
              autocomplete="off"
            />
          )}
        </label>
      ))}
      <p class="parts-ask-end">
        <button type="submit">{submit}</button>
        <button type="button" onClick={close}>
          {cancel}
        </button>
      </p>
    </form>
  );
}

/** What was filled in; null where a field was left empty. */
export const givenIn = (values: Readonly<Record<string, string>>): Readonly<Record<string, string | null>> =>
  Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value || null]));
