// The errors that remain, by kind, on the invented passages that rules were tuned on: what is kept back stays unseen.
import { passageReadings } from './passage-readings.mjs';
import { errorRows, errorsIn, ownPassages } from './read-en/own.mjs';

export const title = 'Reading: the worst errors that remain';

const EXAMPLES = 4;
const LANGUAGES = [
  ['en', 'English'],
  ['zh', 'Chinese'],
];

export async function run({ root }) {
  const parts = [];
  for (const [lang, name] of LANGUAGES) {
    const { tuned } = ownPassages(root, lang);
    const errors = errorsIn(tuned, await passageReadings(tuned, root));
    const statements = tuned.reduce((sum, one) => sum + one.statements.length, 0);
    const wrong = errors.reduce((sum, [, quotes]) => sum + quotes.length, 0);
    parts.push(`## ${name}

${tuned.length} passages with ${statements} statements; ${wrong} errors.

| error | times | for example |
|---|---|---|
${errorRows(errors, EXAMPLES)}`);
  }
  return `A statement has one error at most, the first of: missed, of another class, from another kind of source, other words. Surplus: something was read that is no statement.\n\n${parts.join('\n\n')}`;
}
