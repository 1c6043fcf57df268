import type { Reading } from '../read/statement.ts';
import { filled, paintFor, wrapped } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** What `read` prints for people: who says what, answers, promises, times. */
export function readingTable(
  found: Reading & { readonly text: { readonly language: string } },
  place: Terminal,
): string {
  const paint = paintFor(place);
  const said = found.statements
    .filter((one) => !one.carrier)
    .map((one) =>
      row(
        one.class,
        `${one.source.name ?? 'nobody named'} (${one.source.kind.replace('-', ' ')}): “${one.quote}”`,
        place.width,
      ),
    );
  const answers = found.responses.map((one) => row(one.outcome, `${one.body}: “${one.quote}”`, place.width));
  const promises = found.commitments.map((one) => row(one.due ?? 'no date', `${one.by}: “${one.quote}”`, place.width));
  const times = found.times.map((one) =>
    row(one.to ? `${one.value}/${one.to}` : one.value, `“${one.quote}” (${one.role})`, place.width),
  );
  const parts = [
    ['STATEMENTS', said],
    ['ASKED AND ANSWERED', answers],
    ['PROMISES', promises],
    ['TIMES', times],
  ] as const;
  const shown = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [paint.bold(title), ...lines].join('\n'));
  return shown.length > 0
    ? `${shown.join('\n\n')}\n`
    : `Nothing is attributed, asked, promised or dated in this text (language: ${found.text.language}).\n`;
}

const row = (name: string, words: string, width: number): string =>
  `  ${filled(name, 14)}${wrapped(words, width - 16, ' '.repeat(16))}`;
