import type { Stretch } from '../grammar.ts';

const STAMP =
  /^(?:(?:live|直播|快讯|【[^】\n]{1,8}】)[ \t]*[-–—|:：]?[ \t]*)?((?:[01]?\d|2[0-3]):[0-5]\d)(?=[ \t\-–—|\p{Script=Han}]|$)/iu;
const ALONE = /^\p{Script=Han}{0,4}[ \t]?((?:[01]?\d|2[0-3])[:：][0-5]\d)$/u;

/**
 * The starts of live-blog and chat stamps: bare times of day that head a line. One alone may be anything ("10:30 start"),
 * so that they count where there are two, or where the line is nothing else.
 */
export function liveStamps(content: string, stretches: readonly Stretch[]): ReadonlySet<number> {
  const heads = new Set<number>();
  const alone = new Set<number>();
  for (const stretch of stretches) {
    let start = stretch.start;
    for (const line of content.slice(stretch.start, stretch.end).split('\n')) {
      const match = STAMP.exec(line);
      if (match) heads.add(start + match[0].length - (match[1] ?? '').length);
      if (ALONE.test(line.trim())) alone.add(start + (line.length - line.trimStart().length));
      start += line.length + 1;
    }
  }
  return heads.size > 1 ? new Set([...heads, ...alone]) : alone;
}
