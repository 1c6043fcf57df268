import type { ClaimRow } from '../../../publish/workbench/shapes.ts';
import { folded, holdsAll } from '../parts/fold.ts';

/** What claims are narrowed down to. */
export interface Choice {
  readonly words: string;
  readonly label: string;
  readonly voice: string;
  readonly flag: string;
  readonly changed: boolean;
}

/** As it stands in the address. */
export const chosenFrom = (query: Readonly<Record<string, string>>): Choice => ({
  words: query['q'] ?? '',
  label: query['label'] ?? '',
  voice: query['voice'] ?? '',
  flag: query['flag'] ?? '',
  changed: query['changed'] === '1',
});

/** Whether a claim has all that is asked for; every word must stand in its wording or among its voices. */
export function fits(choice: Choice, moved: ReadonlySet<string>): (row: ClaimRow) => boolean {
  const isSaid = holdsAll(choice.words);
  return (row) => {
    if (choice.label !== '' && row.label !== choice.label) return false;
    if (choice.voice !== '' && !row.voices.includes(choice.voice)) return false;
    if (choice.flag !== '' && !row.flags.some((one) => one === choice.flag)) return false;
    if (choice.changed && !moved.has(row.id)) return false;
    return isSaid(wordsOf(row));
  };
}

/** The voices that stand behind most claims, by name. */
export function commonVoices(rows: readonly ClaimRow[], most: number): readonly string[] {
  const counts = new Map<string, number>();
  for (const one of rows.flatMap(({ voices }) => voices)) counts.set(one, (counts.get(one) ?? 0) + 1);
  const common = [...counts].sort((a, b) => b[1] - a[1]).slice(0, most);
  return common.map(([name]) => name).sort((a, b) => a.localeCompare(b));
}

/** Folded once a row, so that typing among thousands stays quick. */
const kept = new WeakMap<ClaimRow, string>();

function wordsOf(row: ClaimRow): string {
  const known = kept.get(row) ?? folded([row.wording, ...row.voices].join(' '));
  kept.set(row, known);
  return known;
}
