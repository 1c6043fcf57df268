import type { ClaimRow } from '../../../publish/workbench/shapes.ts';

/** What claims are narrowed down to. */
export interface Choice {
  readonly words: string;
  readonly label: string;
  readonly flag: string;
  readonly changed: boolean;
}

/** As it stands in the address. */
export const chosenFrom = (query: Readonly<Record<string, string>>): Choice => ({
  words: query['q'] ?? '',
  label: query['label'] ?? '',
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
    if (choice.flag !== '' && !row.flags.some((one) => one === choice.flag)) return false;
    if (choice.changed && !moved.has(row.id)) return false;
    if (wanted.length === 0) return true;
    const words = plain([row.wording, ...row.voices].join(' '));
    return wanted.every((one) => words.includes(one));
  };
}

/** Case, width and accents aside. */
const plain = (words: string): string =>
  words
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .toLowerCase();
