import type { Box, Sighting } from '../../capture/sighting.ts';
import { squeezed } from '../repeats.ts';
import type { Withholding } from './withhold.ts';

/** What of a picture may be seen. */
export interface Revealed {
  /** Pixels of the picture as captured. */
  readonly boxes: readonly Box[];
  /** Words that stay covered, whatever else is shown: withheld, or not read surely. */
  readonly covered: readonly Box[];
  /** The words in them, for who can't see it. */
  readonly words: string;
}

/** Words read with less than this are not surely what they seem. */
const SURE = 0.6;
/** What nobody needs to see, and what may lead to somebody: a lone number, a handle, an address. */
const LEADS = /[@＠]|\bwww\.|https?:|^[\d\s+()./:-]{5,}$|\d(?:[\s().-]{0,2}\d){8}/iu;
/** What readers of pictures take for each other, either way. */
const MISREAD: readonly (readonly [RegExp, string])[] = [
  [/rn/gu, 'm'],
  [/m/gu, 'rn'],
  [/vv/gu, 'w'],
  [/cl/gu, 'd'],
  [/[1|!I]/gu, 'l'],
  [/[1|!l]/gu, 'i'],
  [/(?<=\p{Ll})[I1|](?=\p{Ll})/gu, 'l'],
  [/(?<!\p{L})[O0]/gu, 'Q'],
  [/0/gu, 'o'],
  [/5/gu, 's'],
  [/8/gu, 'B'],
  [/(?<=\p{L})[\s.·'’-](?=\p{L})/gu, ''],
];

/**
 * The lines of a picture that may be seen: read surely, with nothing withheld in them. All else stays covered, so that no
 * face, no avatar and no handwriting can be seen that nobody looked for. A line with a withheld stretch stays covered
 * whole, for where in the line its letters begin is only guessed. Of a conversation only what is quoted of it is seen:
 * the rest is its writers' own.
 */
export function revealedIn(
  { lines, messages }: Pick<Sighting, 'lines' | 'messages'>,
  shown: Withholding,
  quotes: readonly string[],
): Revealed {
  const told = quotes.map(squeezed);
  const senders = new Set(messages.flatMap(({ sender }) => sender ?? []));
  const open = lines.filter(({ text, confidence }) => {
    const words = text.trim();
    return (
      confidence >= SURE &&
      words !== '' &&
      !senders.has(words) &&
      !LEADS.test(words) &&
      readings(words).every((reading) => shown.within(reading).length === 0) &&
      (messages.length === 0 || isQuoted(words, told))
    );
  });
  const whole = neighbours(open, lines, shown);
  const seen = new Set(whole);
  const covered = lines.filter((line) => !seen.has(line)).map(({ box }) => box);
  return { boxes: whole.map(({ box }) => box), covered, words: whole.map(({ text }) => text.trim()).join(' ') };
}

/** The line as read, and as it may have been written. */
const readings = (words: string): readonly string[] => [
  words,
  ...MISREAD.map(([seen, meant]) => words.replaceAll(seen, meant)).filter((one) => one !== words),
];

const isQuoted = (line: string, told: readonly string[]): boolean => {
  const words = squeezed(line);
  return words.length > 1 && told.some((quote) => quote.includes(words) || (quote.length > 3 && words.includes(quote)));
};

type Line = Sighting['lines'][number];

/** Without lines that only together with the next hold something withheld: a name broken over two lines. */
function neighbours(open: readonly Line[], lines: readonly Line[], shown: Withholding): readonly Line[] {
  const covered = new Set<Line>();
  for (const [at, line] of lines.entries()) {
    const next = lines[at + 1];
    if (!next) continue;
    const first = line.text.trim();
    const both = `${first} ${next.text.trim()}`;
    const broken = shown.within(both).some(({ start, end }) => start < first.length && end > first.length + 1);
    if (broken) covered.add(line).add(next);
  }
  return open.filter((line) => !covered.has(line));
}
