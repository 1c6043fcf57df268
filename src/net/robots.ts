import { createRequire } from 'node:module';

/** A robots.txt as it concerns us. */
export interface RobotsFile {
  /** The line that disallows a URL; `null` where none does. */
  readonly disallows: (url: string) => number | null;
  /** Milliseconds between requests that it asks for; 0 where it doesn't. */
  readonly delay: number;
}

/** The product token under which a robots.txt may name us (RFC 9309, 2.2.1). */
const NAME = 'hearsay';
const MOST_BYTES = 512 * 1024;
const LONGEST_LINE = 2000;

/** What robots-parser gives; its own types don't fit how it exports. */
interface Parsed {
  readonly isAllowed: (url: string, agent: string) => boolean | undefined;
  readonly getMatchingLineNumber: (url: string, agent: string) => number;
  readonly getCrawlDelay: (agent: string) => number | undefined;
}
const parse = createRequire(import.meta.url)('robots-parser') as (url: string, text: string) => Parsed;

/** Reads a robots.txt; `null` is one that isn't there. */
export function rulesIn(url: string, bytes: Uint8Array | null): RobotsFile {
  const text = bytes ? new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)) : '';
  const parsed = parse(url, ourPart(text));
  const delay = parsed.getCrawlDelay(NAME) ?? 0;
  return {
    disallows: (one) => (parsed.isAllowed(one, NAME) === false ? parsed.getMatchingLineNumber(one, NAME) : null),
    delay: Number.isFinite(delay) && delay > 0 ? delay * 1000 : 0,
  };
}

/**
 * The same lines, with agents that aren't us all called by one name, and none twice in a row: thousands of agents in
 * front of thousands of rules make the parser keep their product. Overlong lines and runs of `*` go for the like reason.
 */
function ourPart(text: string): string {
  let run = new Set<string>();
  const lines = text.split(/\r\n|\r|\n/u).map((line) => {
    if (line.length > LONGEST_LINE) return '';
    const agent = /^\s*user-agent\s*:([^#]*)/iu.exec(line)?.[1]?.trim().toLowerCase().split('/', 1)[0]?.trim();
    if (agent === undefined) {
      if (/^\s*[a-z-]+\s*:/iu.test(line)) run = new Set();
      return line.replace(/\*{2,}/gu, '*');
    }
    const name = agent === NAME || agent === '*' ? agent : 'another';
    const isNew = !run.has(name);
    run.add(name);
    return isNew ? `user-agent: ${name}` : '';
  });
  return lines.join('\n');
}
