import { RANKS_EN } from './names-en.ts';
import { lookUp, phrases } from './phrase.ts';
import { plural } from './plural.ts';

const ranked = (rank: string): string => lookUp(RANKS_EN, rank);

/** `named-body 1, none 0` */
const tallied = (tally: string): string =>
  tally.replaceAll(/([a-z-]+) (\d+)/gu, (_, rank: string, n: string) =>
    rank === 'none' ? ranked(rank) : `${ranked(rank)} (${plural(Number(n), 'origin')})`,
  );

/** Sentences that name ranks as a checker reads them, for everybody else. */
const told = phrases([
  [
    /^for: ([^;]*); against: ([^;]*); (competent for: (?:yes|no); competent against: (?:yes|no); taken back: (?:yes|no))$/u,
    (pro, contra, rest) => `for: ${tallied(pro)}; against: ${tallied(contra)}; ${rest}`,
  ],
  [
    /^not met: (for|against|either side): ([^;]*); stands at ([a-z-]+), (\d+ independent origins?)$/u,
    (side, words, rank, n) =>
      `not met: ${side}: ${words.replace(/(at (?:least|most)) ([a-z-]+)$/u, (_, bound: string, one: string) => `${bound} ${ranked(one)}`)}; stands at ${ranked(rank)}, ${n}`,
  ],
]);

/** What the program says, with words for the names in it; as it is where there are none. */
export const phraseEn = (english: string): string => told(english) ?? english;
