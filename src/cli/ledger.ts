import { catalogue } from '../publish/catalogue.ts';
import type { Dossier } from '../publish/dossier.ts';
import { funnel, LABELS, plural, standings } from '../publish/summary.ts';
import { instantWords } from '../publish/wording.ts';
import type { Label } from '../weigh/ledger.ts';
import { colourOf, type Desk } from './desk.ts';
import { claimsOf } from './ledger-claims.ts';
import { answerRows, askRows, contradictionRows, promiseRows, unreadableRows } from './ledger-lists.ts';
import { copySummary, imageSummary } from './lineage-table.ts';
import { eachLine, type Paint, paintFor, wrapped } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** The ledger of a story as lines for a terminal or a pipe, the most important first. */
export function ledger(dossier: Dossier, place: Terminal): string {
  const desk: Desk = { ...catalogue(dossier), dossier, paint: paintFor(place), width: place.width };
  const sections = [
    head(desk),
    ...LABELS.map((label) => claimsOf(desk, label)),
    section(desk, 'Promises', promiseRows(desk)),
    section(desk, 'Asked and answered', answerRows(desk)),
    section(desk, 'They say different things', contradictionRows(desk)),
    section(desk, 'Ask next', askRows(desk)),
    section(desk, 'Who copied whom', copySummary(dossier, place)),
    section(desk, 'Pictures', imageSummary(dossier, place)),
    section(desk, 'Could not be read', unreadableRows(desk)),
  ].filter(Boolean);
  const more = sections.some((words) => /^ {2}.*\band \d+ more$/mu.test(unpainted(words)));
  const foot = more
    ? [eachLine(desk.paint.dim, wrapped('Everything is in the report (--html FILE) and in --json.', place.width, ''))]
    : [];
  return `${[...sections, ...foot].join('\n\n')}\n`;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: colours are control characters
const unpainted = (words: string): string => words.replaceAll(/\u001b\[\d+m/gu, '');

function head({ dossier, paint, width }: Desk): string {
  const refused = dossier.counts.unreadable;
  const lines = [
    eachLine(paint.bold, wrapped(funnel(dossier), width - 2, '  ')),
    tinted(wrapped(unbroken(standings(dossier)), width - 2, '  '), paint),
    eachLine(
      paint.dim,
      wrapped(
        `What claims rest on, not whether they are so; as of ${instantWords(dossier.asOf)}, policy “${dossier.policy.name}”.`,
        width,
        '',
      ),
    ),
  ];
  const note = `${refused} of ${plural(dossier.counts.items, 'item')} could not be read: see the end.`;
  if (refused > 0) lines.push(eachLine(paint.yellow, wrapped(note, width, '')));
  return lines.join('\n');
}

/** Each part of a line holds together, and its dot stays with it. */
const unbroken = (words: string): string => words.replaceAll(' ', '\u00a0').replaceAll('·\u00a0', '· ');

/** Each standing in its colour, and what is overdue in red; after the wrapping, so that no colour is counted. */
function tinted(words: string, paint: Paint): string {
  const coloured = words.replaceAll(
    /(\d+ (?:claims? )?)(confirmed|corroborated|contested|denied|single-source|unsourced|retracted)\b/gu,
    (_, n: string, label: Label) => colourOf(label, paint)(`${n}${label}`),
  );
  return coloured.replace(/\d+ (?:promises? )?overdue/u, (found) => paint.red(found));
}

const section = ({ paint }: Desk, title: string, lines: readonly string[]): string =>
  lines.length === 0 ? '' : [paint.bold(title.toUpperCase()), ...lines].join('\n');
