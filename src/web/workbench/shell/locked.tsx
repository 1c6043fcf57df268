import { wordsOf } from './languages.ts';
import { spokenTongue } from './tongue.ts';

/** What is shown to whoever has no token. */
export function Locked() {
  const words = wordsOf(spokenTongue());
  return (
    <main class="shell-locked">
      <h1>{words.noToken}</h1>
      <p>{words.noTokenHow}</p>
    </main>
  );
}
