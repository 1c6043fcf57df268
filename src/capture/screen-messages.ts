import type { Screen } from './screen.ts';
import type { Box, ScreenMessage, SeenLine } from './sighting.ts';

/** A clock as chat apps print it in or above a bubble. */
const CLOCK = String.raw`(?:[01]?\d|2[0-3])[:：.][0-5]\d(?:\s?[ap]\.?m\.?)?`;
const STAMP_ALONE = new RegExp(String.raw`^\W*(?:edited\s*)?(${CLOCK})\W*(?:[vVwWy/\\✓]{1,3})?\W*$`, 'iu');
const STAMP_LAST = new RegExp(String.raw`\s+(${CLOCK})\W*(?:[vVwWy/\\✓]{1,3})?\W*$`, 'iu');
/** A label that says when: a clock, a date, a weekday, today. */
const WHEN =
  /\d{1,2}[:：]\d{2}|\d+\s*[月日年]|昨天|今天|星期|周[一二三四五六日]|\b(?:today|yesterday|(?:mon|tues|wednes|thurs|fri|satur|sun)day)\b|\b\d{1,2}\s+\p{L}{3,9}\b|\b\p{L}{3,9}\s+\d{1,2}\b/iu;

/**
 * The messages of a chat screen from top to bottom: the lines seen in each bubble, its stamp set apart. Where bubbles
 * have no stamps of their own, a centred label's time is that of the next message.
 */
export function messagesOf(screen: Screen, lines: readonly SeenLine[], width: number): readonly ScreenMessage[] {
  const bubbles = screen.bubbles
    .map((bubble) => ({ ...bubble, ...wordsIn(bubble.box, lines) }))
    .filter(({ text }) => text !== '');
  const stamped = bubbles.some(({ time }) => time !== null);
  const labels = lines.filter(
    (line) =>
      isCentred(line.box, width) && WHEN.test(line.text) && !screen.bubbles.some(({ box }) => within(line.box, box)),
  );
  const parts: ScreenMessage[] = [
    ...bubbles.map(({ side, text, time, box }) => ({ side, sender: null, text, time, box })),
    ...labels.map(({ text, box }) => ({ side: 'centre' as const, sender: null, text: text.trim(), time: null, box })),
  ].sort((a, b) => a.box.y - b.box.y);
  if (stamped) return parts;
  return parts.map((part, at) => {
    const before = parts[at - 1];
    return part.side !== 'centre' && before?.side === 'centre' ? { ...part, time: before.text } : part;
  });
}

const within = (line: Box, box: Box): boolean => {
  const y = line.y + line.height / 2;
  const x = line.x + line.width / 2;
  return y > box.y && y < box.y + box.height && x > box.x && x < box.x + box.width;
};

const isCentred = (box: Box, width: number): boolean =>
  Math.abs(box.x + box.width / 2 - width / 2) < width * 0.06 && box.width < width * 0.7;

function wordsIn(box: Box, lines: readonly SeenLine[]): { text: string; time: string | null } {
  const inside = lines.filter((line) => within(line.box, box)).sort((a, b) => a.box.y - b.box.y || a.box.x - b.box.x);
  const last = inside.at(-1);
  const alone = last && inside.length > 1 ? STAMP_ALONE.exec(last.text)?.[1] : undefined;
  if (alone) return { text: joined(inside.slice(0, -1)), time: alone.replace('：', ':') };
  const text = joined(inside);
  const stamp = STAMP_LAST.exec(text);
  const low = last && last.box.x + last.box.width > box.x + box.width * 0.9;
  return stamp && low ? { text: text.slice(0, stamp.index).trim(), time: stamp[1] ?? null } : { text, time: null };
}

/** Lines of one bubble are one run of words: a space between Latin words, none between Han characters. */
const joined = (lines: readonly SeenLine[]): string =>
  lines
    .map((line) => line.text.trim())
    .filter(Boolean)
    .reduce(
      (all, line) =>
        all === ''
          ? line
          : /\p{Script=Han}[，。！？]?$/u.test(all) && /^\p{Script=Han}/u.test(line)
            ? all + line
            : `${all} ${line}`,
      '',
    );
