import type { ClaimRow } from '../../../publish/workbench/shapes.ts';

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
  const wanted = plain(choice.words)
    .split(/\s+/u)
    .filter((one) => one !== '');
  return (row) => {
    if (choice.label !== '' && row.label !== choice.label) return false;
    if (choice.voice !== '' && !row.voices.includes(choice.voice)) return false;
    if (choice.flag !== '' && !row.flags.some((one) => one === choice.flag)) return false;
    if (choice.changed && !moved.has(row.id)) return false;
    return wanted.length === 0 || wanted.every((one) => wordsOf(row).includes(one));
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
const folded = new WeakMap<ClaimRow, string>();

function wordsOf(row: ClaimRow): string {
  const known = folded.get(row) ?? plain([row.wording, ...row.voices].join(' '));
  folded.set(row, known);
  return known;
}

/** Case, width and accents aside. */
const plain = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
