import { LANGUAGES, type Options } from './options.ts';
import type { Words } from './words.ts';

interface OptionsFormProps {
  readonly words: Words;
  readonly options: Options;
  readonly set: (options: Options) => void;
  readonly isFirst: boolean;
  readonly working: boolean;
  readonly preview: () => void;
}

/** How the edition is to be made, and the step that shows it. */
export function OptionsForm({ words, options, set, isFirst, working, preview }: OptionsFormProps) {
  return (
    <form
      class="publishing-options"
      onSubmit={(event) => {
        event.preventDefault();
        preview();
      }}
    >
      <label>
        <span>{words.languages}</span>
        <select
          value={options.languages}
          onChange={({ currentTarget: { value } }) =>
            set({ ...options, languages: LANGUAGES.find((one) => one === value) ?? 'en,zh' })
          }
        >
          {LANGUAGES.map((one) => (
            <option key={one} value={one}>
              {words.inLanguages[one]}
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>
          {words.base} <small>{words.baseHow}</small>
        </span>
        <input
          type="text"
          inputMode="url"
          pattern="\s*https?://[^?#]+"
          placeholder="https://paper.example/records/gate/"
          value={options.base}
          onInput={({ currentTarget: { value } }) => set({ ...options, base: value })}
        />
      </label>
      <label class="publishing-wide">
        <span>
          {words.reason} <small>{words.reasonHow}</small>
        </span>
        <input
          type="text"
          value={options.reason}
          onInput={({ currentTarget: { value } }) => set({ ...options, reason: value })}
        />
      </label>
      <p class="publishing-wide">
        <button type="submit" class="publishing-main" disabled={working}>
          {isFirst ? words.preview : words.again}
        </button>{' '}
        <small>{words.previewHow}</small>
      </p>
    </form>
  );
}
