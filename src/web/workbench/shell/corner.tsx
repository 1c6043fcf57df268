import type { Saying } from './use-sayings.ts';
import type { Words } from './words.ts';

/** What is said in the corner, for eyes and for ears; what was written down can be taken back there. */
export function Corner(props: {
  readonly sayings: readonly Saying[];
  readonly words: Words;
  readonly drop: (id: number) => void;
  readonly undo: (seq: number) => Promise<void>;
}) {
  const { sayings, words, drop, undo } = props;
  return (
    <div class="shell-corner" role="status">
      {sayings.map(({ id, words: said, tone, seq }) => (
        <p key={id} class={tone === 'wrong' ? 'shell-saying wrong' : 'shell-saying'}>
          <span>{said}</span>
          {seq === null ? null : (
            <button
              type="button"
              onClick={() => {
                drop(id);
                void undo(seq);
              }}
            >
              {words.undo} <kbd>u</kbd>
            </button>
          )}
          <button type="button" class="shell-drop" aria-label={words.close} onClick={() => drop(id)}>
            ×
          </button>
        </p>
      ))}
    </div>
  );
}
