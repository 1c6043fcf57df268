import type { Stretch } from '../grammar.ts';

const STAMP =
  /^(?:[-*•][ \t]+|(?:live|直播|快讯|【[^】\n]{1,8}】)[ \t]*[-–—|:：]?[ \t]*)?((?:[01]?\d|2[0-3]):[0-5]\d)(?=[ \t\-–—|\p{Script=Han}]|$)/iu;
const ALONE = /(?:^|[ \t]{2})((?:\p{Script=Han}{1,4}[ \t]?){0,2}(?:[01]?\d|2[0-3])[:：][0-5]\d)$/u;

/** The stamps by where they start, and whether they are those of a running report, whose bare hours are all one day's. */
export interface LiveStamps {
  readonly starts: ReadonlySet<number>;
  readonly running: boolean;
}

/**
 * The starts of live-blog and chat stamps: bare times of day that head a line. One alone may be anything ("10:30 start"),
 * so that they count where there are two, or where the line is nothing else.
 */
export function liveStamps(content: string, stretches: readonly Stretch[]): LiveStamps {
  const heads = new Set<number>();
  const alone = new Set<number>();
  let running = 0;
  for (const stretch of stretches) {
    let start = stretch.start;
    for (const line of content.slice(stretch.start, stretch.end).split('\n')) {
      const match = STAMP.exec(line);
      if (match && !/^[-*•]/u.test(line)) running++;
      if (match) heads.add(start + match[0].length - (match[1] ?? '').length);
      const only = ALONE.exec(line.trimEnd());
      if (only) alone.add(start + only.index + only[0].length - (only[1] ?? '').length);
      start += line.length + 1;
    }
  }
  return { starts: heads.size > 1 ? new Set([...heads, ...alone]) : alone, running: running > 1 };
}
