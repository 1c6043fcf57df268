import type { Dossier } from '../publish/dossier.ts';
import { funnel, LABELS, standings } from '../publish/summary.ts';
import { calledBy, clockOf } from '../publish/wording.ts';
import type { Claim, Label, Origin, Reason, Side } from '../weigh/ledger.ts';
import { copyLines, imageLines } from './lineage-table.ts';
import { cut, filled, type Paint, paintFor, wrapped } from './paint.ts';
import type { Terminal } from './terminal.ts';

/** How many claims of one standing are printed whole; the report and --json hold all of them. */
const SHOWN = 12;

/** The ledger of a story as lines for a terminal or a pipe. */
export function ledger(dossier: Dossier, place: Terminal): string {
  const paint = paintFor(place);
  const sections = [
    head(dossier, paint, place.width),
    ...LABELS.map((label) => claimsOf(dossier, label, paint, place.width)),
    section('Who copied whom', copyLines(dossier, place), paint),
    section('Pictures', imageLines(dossier, place), paint),
    section('Asked and answered', responses(dossier, place.width), paint),
    section('Promises', promises(dossier, paint, place.width), paint),
    section('They say different things', contradictions(dossier, place.width), paint),
    section('Ask next', asks(dossier, place.width), paint),
    section('Could not be read', unreadable(dossier, place.width), paint),
  ];
  return `${sections.filter(Boolean).join('\n\n')}\n`;
}

function head(dossier: Dossier, paint: Paint, width: number): string {
  const asOf = dossier.asOf
    .replace('T', ' ')
    .replace(/:\d{2}(?=[Z+-])/u, ' ')
    .replace('Z', 'UTC');
  return [
    paint.bold(wrapped(funnel(dossier), width - 2, '  ')),
    wrapped(standings(dossier), width - 2, '  '),
    paint.dim(
      wrapped(
        `as of ${asOf}, under the policy “${dossier.policy.name}”; what claims rest on, not whether they are so`,
        width,
        '',
      ),
    ),
  ].join('\n');
}

function section(title: string, lines: readonly string[], paint: Paint): string {
  return lines.length === 0 ? '' : [paint.bold(title.toUpperCase()), ...lines].join('\n');
}

const COLOUR: Record<Label, (paint: Paint) => (words: string) => string> = {
  confirmed: (paint) => paint.green,
  corroborated: (paint) => paint.cyan,
  contested: (paint) => paint.magenta,
  denied: (paint) => paint.red,
  'single-source': (paint) => paint.yellow,
  unsourced: (paint) => paint.dim,
  retracted: (paint) => paint.dim,
};

function claimsOf(dossier: Dossier, label: Label, paint: Paint, width: number): string {
  const claims = dossier.claims
    .filter((claim) => claim.standing.label === label)
    .sort((a, b) => b.statements.length - a.statements.length);
  if (claims.length === 0) return '';
  const title = COLOUR[label](paint)(paint.bold(`${label.toUpperCase()} (${claims.length})`));
  const more = claims.length > SHOWN ? [paint.dim(`  and ${claims.length - SHOWN} more: see --html or --json`)] : [];
  return [title, ...claims.slice(0, SHOWN).map((claim) => claimLines(dossier, claim, paint, width)), ...more].join(
    '\n',
  );
}

function claimLines(dossier: Dossier, claim: Claim, paint: Paint, width: number): string {
  const { standing } = claim;
  const notes = [
    ...(standing.since ? [`since ${standing.since.slice(0, 10)}`] : []),
    ...standing.flags.map((flag) => flag.replaceAll('-', ' ')),
    ...(claim.privateLife ? ['private life: withheld from publication'] : []),
  ];
  const held = standing.reasons.find((reason) => reason.held);
  const rows: [string, string][] = [
    ['for', sideWords(dossier, standing.for)],
    ['against', standing.against.origins.length > 0 ? sideWords(dossier, standing.against) : ''],
    ['why', held ? because(held) : ''],
    ['', notes.join(' · ')],
  ];
  const wording = wrapped(`“${claim.statement}”`, width - 5, '     ');
  return [
    `  • ${wording}`,
    ...rows
      .filter(([, words]) => words)
      .map(([name, words]) => paint.dim(`    ${filled(name, 8)}`) + wrapped(words, width - 13, ' '.repeat(12))),
  ].join('\n');
}

const because = (reason: Reason): string =>
  reason.because.flatMap((one) => ('text' in one ? [one.text] : []))[0] ?? reason.rule;

function sideWords(dossier: Dossier, side: Side): string {
  const origins = side.origins.flatMap((id) => dossier.origins.find((one) => one.id === id) ?? []);
  if (origins.length === 0) return 'nobody';
  const named = origins.slice(0, 4).map(originWords);
  return [...named, ...(origins.length > 4 ? [`and ${origins.length - 4} more`] : [])].join('; ');
}

function originWords(origin: Origin): string {
  const name = origin.name ?? 'without a name';
  return `${name} (${origin.kind.replace('-', ' ')}${origin.items.length > 1 ? `, carried by ${origin.items.length} items` : ''})`;
}

function responses(dossier: Dossier, width: number): readonly string[] {
  return dossier.responses.map((one) => {
    const item = dossier.items.find((other) => other.id === one.item);
    return row(one.outcome, `${one.body}: “${cut(one.quote, 90)}” (${item ? calledBy(item) : one.item})`, width);
  });
}

function promises(dossier: Dossier, paint: Paint, width: number): readonly string[] {
  return dossier.commitments.map((one) => {
    const words = row(clockOf(one, dossier.asOf), `${one.by}: “${cut(one.quote, 90)}”`, width, 30);
    return one.state === 'overdue' ? paint.red(words) : words;
  });
}

const contradictions = (dossier: Dossier, width: number): readonly string[] =>
  dossier.contradictions.map(
    (one) => `  ${wrapped(`“${cut(one.a.quote, 80)}” — “${cut(one.b.quote, 80)}”: ${one.why}`, width - 4, '    ')}`,
  );

/** The same question to the same body stands once, with the number of claims that it would move. */
function asks(dossier: Dossier, width: number): readonly string[] {
  const asked = new Map<string, { words: string; claims: number }>();
  for (const next of dossier.claims.flatMap((claim) => claim.standing.next.slice(0, 1))) {
    const key = `${next.of}\n${next.ask}`;
    const known = asked.get(key);
    asked.set(key, {
      words: `${next.of}: ${next.ask} (would make it ${next.would})`,
      claims: (known?.claims ?? 0) + 1,
    });
  }
  const ranked = [...asked.values()].sort((a, b) => b.claims - a.claims).slice(0, 8);
  return ranked.map(({ words }) => `  → ${wrapped(words, width - 4, '    ')}`);
}

const unreadable = (dossier: Dossier, width: number): readonly string[] =>
  dossier.items.flatMap((item) =>
    item.unreadable ? [row(item.unreadable.code, `${item.file}: ${item.unreadable.message}`, width)] : [],
  );

const row = (name: string, words: string, width: number, column = 14): string =>
  `  ${filled(name, column)}${wrapped(words, width - column - 2, ' '.repeat(column + 2))}`;
