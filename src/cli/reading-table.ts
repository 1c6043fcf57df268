import type { Reading } from '../read/statement.ts';
import { paintFor, rows } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** What `read` prints for people: who says what, answers, promises, times. */
export function readingTable(
  found: Reading & { readonly text: { readonly language: string } },
  place: Terminal,
): string {
  const paint = paintFor(place);
  const said = found.statements
    .filter((one) => !one.carrier)
    .map(
      (one) =>
        [
          one.by === 'model' ? `${one.class} (model)` : one.class,
          `${one.source.name ?? 'nobody named'} (${kindWords(one.source.kind)}): “${one.quote}”`,
        ] as const,
    );
  const answers = found.responses.map(
    (one) => [one.outcome.replaceAll('-', ' '), `${one.body}: “${one.quote}”`] as const,
  );
  const promises = found.commitments.map((one) => [one.due ?? 'no date', `${one.by}: “${one.quote}”`] as const);
  const times = found.times.map(
    (one) => [one.to ? `${one.value}/${one.to}` : one.value, `“${one.quote}” (${one.role})`] as const,
  );
  const parts = [
    ['STATEMENTS', said],
    ['ASKED AND ANSWERED', answers],
    ['PROMISES', promises],
    ['TIMES', times],
  ] as const;
  const shown = parts
    .filter(([, lines]) => lines.length > 0)
    .map(([title, lines]) => [`${paint.bold(title)} ${lines.length}`, ...rows(lines, place.width)].join('\n'));
  return shown.length > 0
    ? `${shown.join('\n\n')}\n`
    : `Nothing is attributed, asked, promised or dated in this text (language: ${found.text.language}).\n`;
}

const kindWords = (kind: string): string => (kind === 'none' ? 'no source' : kind.replaceAll('-', ' '));
