import { ranked, weightOf } from '../publish/prominence.ts';
import { MEANS } from '../publish/summary.ts';
import { claimWords, notesOf, originName, whyWords } from '../publish/wording.ts';
import type { Claim, Label, Origin, Side } from '../weigh/ledger.ts';
import { colourOf, type Desk } from './desk.ts';
import { cut, eachLine, filled, plain, wrapped } from './paint.ts';

/** How many claims of one standing are printed; the report and --json hold all of them. */
const SHOWN: Record<Label, number> = {
  confirmed: 5,
  corroborated: 5,
  contested: 5,
  denied: 5,
  'single-source': 5,
  unsourced: 3,
  retracted: 3,
};
const ORIGINS = 3;
/** Columns of a wording: what is longer is told by its beginning. */
const WORDING = 220;

/** The claims of one standing, the weightiest first, under a heading that says what it means. */
export function claimsOf(desk: Desk, label: Label): string {
  const { paint, width } = desk;
  const { leading, rest, withheld } = ranked({ ...desk, claims: desk.dossier.claims }, label, SHOWN[label]);
  const count = leading.length + rest.length + withheld;
  if (count === 0) return '';
  const title = `${label.toUpperCase()} ${count}`;
  const means = cut(desk.dossier.policy.means?.[label] ?? MEANS[label], width - title.length - 3);
  return [
    `${colourOf(label, paint)(paint.bold(title))}  ${paint.dim(means)}`,
    ...leading.map((claim) => claimLines(desk, claim)),
    ...(withheld > 0 ? [paint.dim(`  ${withheld} about private life: not worded here`)] : []),
    ...(rest.length > 0 ? [paint.dim(`  and ${rest.length} more`)] : []),
  ].join('\n');
}

function claimLines(desk: Desk, claim: Claim): string {
  const { paint, width } = desk;
  const why = whyWords(claim);
  const sides = [
    ['for', claim.standing.for],
    ['against', claim.standing.against],
  ] as const;
  const lines = sides
    .filter(([, side]) => side.origins.length > 0 && !toldIn(desk, why, side))
    .map(
      ([name, side]) =>
        paint.dim(`    ${filled(name, 8)}`) + wrapped(sideWords(desk, side), width - 12, ' '.repeat(12)),
    );
  const { carriers } = weightOf(desk, claim);
  const all = [...(carriers > 1 ? [`in ${carriers} items`] : []), ...notesOf(claim)];
  // A date is not broken over two lines.
  const notes = all.map((note) => note.replaceAll(' ', '\u00a0')).join(', ');
  const said = notes ? `${why} ${notes.charAt(0).toUpperCase()}${notes.slice(1)}.` : why;
  return [
    `  • ${wrapped(`“${cut(claimWords(claim), WORDING)}”`, width - 4, '    ')}`,
    eachLine(paint.dim, `    ${wrapped(said, width - 4, '    ')}`),
    ...lines,
  ].join('\n');
}

/** Whether the plain sentence names every origin of a side already. */
function toldIn(desk: Desk, why: string, side: Side): boolean {
  const words = plain(why).toLowerCase();
  return side.origins.every((id) => {
    const origin = desk.origin(id);
    return origin !== undefined && words.includes(plain(originName(origin)).toLowerCase());
  });
}

function sideWords(desk: Desk, side: Side): string {
  const origins = side.origins.flatMap((id) => desk.origin(id) ?? []);
  const named = origins.slice(0, ORIGINS).map(originWords);
  return [...named, ...(origins.length > ORIGINS ? [`${origins.length - ORIGINS} more`] : [])].join('; ');
}

function originWords(origin: Origin): string {
  const kind = origin.kind === 'crowd' || origin.name === null ? [] : [origin.kind.replaceAll('-', ' ')];
  const items = origin.items.length > 1 ? [`in ${origin.items.length} items`] : [];
  const notes = [...kind, ...items].join(', ');
  return notes ? `${originName(origin)} (${notes})` : originName(origin);
}
