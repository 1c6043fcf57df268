import type { Change } from '../publish/changes.ts';
import type { Dossier } from '../publish/dossier.ts';
import { calledBy, claimWords, dayWords, instantWords, whyWords } from '../publish/wording.ts';
import { cut, eachLine, paintFor, wrapped } from './paint.ts';
import type { Terminal } from './terminal.ts';

const WORDING = 160;
const STATEMENTS = 2;

const TITLES: readonly (readonly [Change['kind'], string])[] = [
  ['standing', 'Standings that changed'],
  ['claim-new', 'New claims'],
  ['claim-gone', 'Claims that are no more'],
  ['wording', 'Claims worded anew'],
  ['support', 'More or fewer origins, same standing'],
  ['promise', 'Promises'],
  ['response', 'Answers'],
  ['name', 'Names'],
];

/** What moved between two dossiers, as lines for a terminal or a pipe. */
export function changesTable(changes: readonly Change[], before: Dossier, after: Dossier, place: Terminal): string {
  const paint = paintFor(place);
  const desk = deskOf(after, before, place.width);
  const head = `From ${instantWords(before.asOf)} to ${instantWords(after.asOf)}, policy “${after.policy.name}”.`;
  const sections = TITLES.flatMap(([kind, title]) => {
    const found = changes.filter((one) => one.kind === kind);
    if (found.length === 0) return [];
    const lines = found.flatMap((one) => {
      const because = desk.because(one);
      return [
        `  • ${wrapped(desk.said(one), place.width - 4, '    ')}`,
        ...(because ? [eachLine(paint.dim, `    ${wrapped(because, place.width - 4, '    ')}`)] : []),
      ];
    });
    return [[paint.bold(`${title.toUpperCase()} ${found.length}`), ...lines].join('\n')];
  });
  return `${[wrapped(head, place.width, ''), ...(sections.length ? sections : ['Nothing moved.'])].join('\n\n')}\n`;
}

function deskOf(after: Dossier, before: Dossier, width: number) {
  const items = new Map(after.items.map((one) => [one.id, one]));
  const statements = new Map([...before.statements, ...after.statements].map((one) => [one.id, one]));
  const claims = new Map([...before.claims, ...after.claims].map((one) => [one.id, one]));
  const decisions = new Map(after.decisions.map((one) => [one.seq, one]));
  const wording = (id: string, words: string) =>
    claims.get(id)?.privateLife ? 'a claim about private life' : `“${cut(claimWords({ statement: words }), WORDING)}”`;
  const saying = (id: string): readonly string[] => {
    const one = statements.get(id);
    const item = one && items.get(one.item);
    if (!one || !item) return [];
    const who = one.carrier || !one.source.name ? '' : `${one.source.name} in `;
    return [`${who}${calledBy(item)}`];
  };
  const deciding = (seq: number): readonly string[] => {
    const one = decisions.get(seq);
    return one ? [`#${seq} ${one.kind} by ${one.by}${one.why ? `: ${one.why}` : ''}`] : [];
  };
  return {
    said: (one: Change): string => saidOf(one, wording, width),
    because: (one: Change): string => {
      const { statements: ids, decisions: seqs, passed } = one.cause;
      const shown = [...new Set(ids.flatMap(saying))];
      const more = shown.length > STATEMENTS ? [`${shown.length - STATEMENTS} more`] : [];
      const told = one.kind === 'response' || (one.kind === 'promise' && one.from === null);
      const item = told ? items.get(one.item ?? '') : undefined;
      const parts = [
        ...seqs.flatMap(deciding),
        ...(item ? [calledBy(item)] : []),
        ...(passed ? [`${dayWords(passed)} passed`] : []),
        ...shown.slice(0, STATEMENTS),
        ...more,
      ];
      const claim = one.kind === 'standing' ? claims.get(one.claim) : undefined;
      return [...(claim ? [whyWords(claim)] : []), ...(parts.length ? [`Because of ${parts.join('; ')}.`] : [])].join(
        ' ',
      );
    },
  };
}

function saidOf(one: Change, wording: (id: string, words: string) => string, width: number): string {
  const counts = (name: string, [from, to]: readonly [number, number]) =>
    from === to ? [] : [`${name} ${from} → ${to}`];
  switch (one.kind) {
    case 'standing':
      return `${one.from} → ${one.to}: ${wording(one.claim, one.statement)}`;
    case 'claim-new':
      return `${one.to}: ${wording(one.claim, one.statement)}`;
    case 'claim-gone':
      return `was ${one.from}, ${one.into ? 'now part of another' : 'no longer made'}: ${wording(one.claim, one.statement)}`;
    case 'wording':
      return `${wording(one.claim, one.statement)}, before ${wording(one.claim, one.was)}`;
    case 'support':
      return `${[...counts('for', one.for), ...counts('against', one.against)].join(', ')} (${one.label}): ${wording(one.claim, one.statement)}`;
    case 'promise':
      return `${one.from ? `${one.from} → ` : 'new, '}${one.to}: ${one.by}: “${cut(one.what, width)}”${one.due ? `, due ${dayWords(one.due)}` : ''}`;
    case 'response':
      return `${one.from ? `${one.from} → ` : ''}${one.to}: ${one.body}${one.quote ? `: “${cut(one.quote, WORDING)}”` : ''}`;
    case 'name':
      return `${one.withheld ? 'withheld' : 'shown'}: ${one.name}`;
  }
}
