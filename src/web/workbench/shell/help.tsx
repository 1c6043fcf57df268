import { useEffect, useRef } from 'preact/hooks';
import type { Key } from '../room.ts';
import type { Words } from './words.ts';

/** Every key that does something here. */
export function Help(props: { readonly words: Words; readonly keys: readonly Key[]; readonly close: () => void }) {
  const { words, keys, close } = props;
  const sheet = useRef<HTMLDialogElement>(null);
  useEffect(() => sheet.current?.showModal(), []);
  const everywhere = [
    ['?', words.keys.help],
    ['/', words.keys.search],
    ['g', words.keys.go],
    ['u', words.keys.undo],
    ['Esc', words.keys.close],
  ] as const;
  return (
    <dialog ref={sheet} class="shell-help" aria-labelledby="shell-help-title" onClose={close}>
      <h2 id="shell-help-title">{words.help}</h2>
      {keys.length > 0 ? (
        <>
          <h3>{words.helpHere}</h3>
          <dl>
            {keys.map(({ key, does }) => (
              <Row key={key} name={key} does={does} />
            ))}
          </dl>
        </>
      ) : null}
      <h3>{words.helpEverywhere}</h3>
      <dl>
        {everywhere.map(([key, does]) => (
          <Row key={key} name={key} does={does} />
        ))}
      </dl>
      <button type="button" onClick={close}>
        {words.close}
      </button>
    </dialog>
  );
}

const NAMES: Readonly<Record<string, string>> = {
  ArrowLeft: '←',
  ArrowRight: '→',
  ArrowUp: '↑',
  ArrowDown: '↓',
  ' ': '␣',
};

function Row({ name, does }: { readonly name: string; readonly does: string }) {
  return (
    <div>
      <dt>
        <kbd>{NAMES[name] ?? name}</kbd>
      </dt>
      <dd>{does}</dd>
    </div>
  );
}
