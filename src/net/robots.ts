/** A robots.txt as it concerns us. */
export interface RobotsFile {
  /** The line that disallows a URL, counted from 1; `null` where none does. */
  readonly disallows: (url: string) => number | null;
  /** Milliseconds between requests that it asks for; 0 where it doesn't. */
  readonly delay: number;
}

/** The product token under which a robots.txt may name us (RFC 9309, 2.2.1). */
const NAME = 'hearsay';
/** RFC 9309, 2.5: at least 500 KiB of a file are read. */
const MOST_BYTES = 512 * 1024;
const LINE = /^\s*(user-agent|allow|disallow|crawl-delay)\s*:\s*([^#]{0,2000})/iu;

interface Rule {
  readonly allows: boolean;
  readonly pattern: string;
  readonly line: number;
}

/** What one or several groups of a file say to one agent. */
interface Group {
  readonly rules: Rule[];
  delay: number;
}

/** Reads a robots.txt (RFC 9309); `null` is one that isn't there. */
export function rulesIn(bytes: Uint8Array | null): RobotsFile {
  const text = bytes ? new TextDecoder().decode(bytes.subarray(0, MOST_BYTES)) : '';
  const { rules, delay } = groupFor(text);
  return {
    disallows: (url) => {
      const { pathname, search } = new URL(url);
      const best = pathname === '/robots.txt' ? null : strongest(rules, normal(pathname + search));
      return best && !best.allows ? best.line : null;
    },
    delay: Number.isFinite(delay) && delay > 0 ? delay * 1000 : 0,
  };
}

/** All groups that name us as one; where none does, those for everybody (RFC 9309, 2.2.1). */
function groupFor(text: string): Group {
  const groups = new Map<string, Group>();
  let open: Group[] = [];
  let isNaming = false;
  for (const [at, line] of text.split(/\r\n|\r|\n/u).entries()) {
    const [, key = '', value = ''] = LINE.exec(line) ?? [];
    const name = key.toLowerCase();
    if (name === 'user-agent') {
      if (!isNaming) open = [];
      isNaming = true;
      const agent = /^(?:\*|[a-z_-]*)/iu.exec(value)?.[0].toLowerCase() ?? '';
      if (agent !== NAME && agent !== '*') continue;
      const group = groups.get(agent) ?? { rules: [], delay: 0 };
      groups.set(agent, group);
      if (!open.includes(group)) open.push(group);
    } else if (name !== '') {
      isNaming = false;
      for (const group of open) addLine(group, name, value.trim(), at + 1);
    }
  }
  return groups.get(NAME) ?? groups.get('*') ?? { rules: [], delay: 0 };
}

function addLine(group: Group, name: string, value: string, line: number): void {
  if (name === 'crawl-delay') group.delay ||= Number(value);
  else if (value !== '') group.rules.push({ allows: name === 'allow', pattern: normal(value), line });
}

/** The longest pattern that fits; of equals the one that allows (RFC 9309, 2.2.2). */
function strongest(rules: readonly Rule[], path: string): Rule | null {
  let best: Rule | null = null;
  for (const rule of rules) {
    const more = rule.pattern.length - (best?.pattern.length ?? -1);
    if ((more > 0 || (more === 0 && rule.allows && !best?.allows)) && fits(rule.pattern, path)) best = rule;
  }
  return best;
}

/** `*` is anything, `$` at the end is the end, and a pattern without it fits every path that begins so. */
function fits(pattern: string, path: string): boolean {
  const isWhole = pattern.endsWith('$');
  const [first = '', ...pieces] = (isWhole ? pattern.slice(0, -1) : pattern).split('*');
  if (!path.startsWith(first)) return false;
  const last = isWhole ? pieces.pop() : undefined;
  if (isWhole && last === undefined) return path === first;
  let at = first.length;
  for (const piece of pieces) {
    const found = path.indexOf(piece, at);
    if (found < 0) return false;
    at = found + piece.length;
  }
  return last === undefined || (path.length - last.length >= at && path.endsWith(last));
}

/** One spelling for each path: what need not be percent-encoded isn't, what must be is, in capitals. */
const normal = (path: string): string =>
  path
    .replaceAll(/[^\p{ASCII}]+/gu, encodeURIComponent)
    .replaceAll(/%([0-9a-f]{2})/giu, (whole: string, hex: string) => {
      const char = String.fromCharCode(Number.parseInt(hex, 16));
      return /[\w.~-]/u.test(char) ? char : whole.toUpperCase();
    });
